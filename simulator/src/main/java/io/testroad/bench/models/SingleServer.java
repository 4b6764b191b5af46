package io.testroad.bench.models;

import io.testroad.demand.Departure;
import io.testroad.demand.VehicleType;
import io.testroad.demand.VehicleType.Model;
import io.testroad.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * AF-09: a single server: a booth on one lane at which every vehicle stops for a time.
 *
 * <p>From one departure to the next under queueing pass the stop and the time to move up, which is
 * measured first; both together are the service. Vehicle <i>n</i> that comes freely at
 * <i>A</i><sub>n</sub> has waited <i>D</i><sub>n</sub> − <i>A</i><sub>n</sub> less its stop and the
 * delay of a vehicle without queue. The means are steadied by a control variate: Lindley's
 * recursion on the very same draws, whose expectation is known.
 *
 * <p>Source: D. V. Lindley, 1952; Pollaczek's and Khinchine's formula.
 */
final class SingleServer implements ModelCase {

  private static final double STEP_S = 1;
  private static final double BOOTH_M = 1500;
  private static final int VEHICLES = 500;
  private static final int CALIBRATED = 8;
  private static final double[] LOADS = {0.5, 0.7, 0.8, 0.9};
  private static final Tolerance TOLERANCE = Tolerance.percent(3);

  /**
   * How the booth's lane behaves.
   *
   * @param aloneS from a free departure's time to leaving the booth, less the stop, without queue
   * @param moveUpS from a departure to the next one's under queueing, less the stop
   */
  private record Booth(double aloneS, double moveUpS) {}

  @Override
  public String name() {
    return "AF-09";
  }

  @Override
  public List<Part> parts(Parameters p) {
    List<Part> parts = new ArrayList<>();
    for (boolean fixed : new boolean[] {true, false}) {
      for (double load : LOADS) {
        parts.add(() -> row(p, fixed, load));
      }
    }
    return parts;
  }

  private List<ModelRow> row(Parameters p, boolean fixed, double load) {
    double serviceS = p.get("server", "service");
    Booth booth = calibrate(serviceS);
    String name = String.format(Locale.ROOT, "%s %.1f", fixed ? "M/D/1" : "M/M/1", load);
    double[] arrivals = Poisson.arrivalsS(name + " arrivals", VEHICLES, load / serviceS);
    double[] services = Poisson.durationsS(name + " services", VEHICLES, serviceS);
    double[] stops = new double[VEHICLES];
    for (int i = 0; i < VEHICLES; i++) {
      arrivals[i] = Math.rint(arrivals[i] / STEP_S) * STEP_S;
      double service = fixed ? serviceS : services[i];
      stops[i] = Math.max(STEP_S, Math.rint((service - booth.moveUpS) / STEP_S) * STEP_S);
      services[i] = booth.moveUpS + stops[i];
    }
    double[] left = leavesS(arrivals, stops);
    double driven = 0;
    double recursion = 0;
    double wait = 0;
    for (int i = 0; i < VEHICLES; i++) {
      driven += left[i] - arrivals[i] - stops[i] - booth.aloneS;
      if (i > 0) {
        wait = Math.max(0, wait + services[i - 1] - (arrivals[i] - arrivals[i - 1]));
      }
      recursion += wait;
    }
    double expected = load / (1 - load) * (fixed ? 0.5 : 1);
    double measured = expected + (driven - recursion) / VEHICLES / serviceS;
    return new Rows(name())
        .add(
            name + ", waiting over service",
            "",
            Expected.of(expected),
            measured,
            TOLERANCE,
            "steadied by Lindley's recursion on the same draws")
        .list();
  }

  private static Booth calibrate(double serviceS) {
    double stop = Math.rint(serviceS);
    double[] stops = new double[CALIBRATED];
    Arrays.fill(stops, stop);
    double[] left = leavesS(new double[CALIBRATED], stops);
    double moveUp = (left[CALIBRATED - 1] - left[CALIBRATED - 3]) / 2 - stop;
    double alone = leavesS(new double[] {0}, new double[] {stop})[0] - stop;
    return new Booth(alone, moveUp);
  }

  /** When vehicles leave the booth. */
  private static double[] leavesS(double[] arrivals, double[] stops) {
    Network network = Ways.straight(BOOTH_M + 300, 1);
    VehicleType car = new CarSet(15, 1, 2.6, 4.5, 2.5, 5).car("car", Model.KRAUSS);
    Course course = new Course(network, STEP_S);
    int[] road = course.edges("road");
    int lane = network.edges().get(road[0]).firstLane();
    for (int i = 0; i < arrivals.length; i++) {
      long ms = Math.round(stops[i] * 1000);
      Departure.Stop stop = new Departure.Stop(lane, BOOTH_M - 3, BOOTH_M, ms, -1);
      course.add(car, arrivals[i], road, 0, 5, 15, List.of(stop));
    }
    Line line = Line.along(network, "road");
    double[] left = new double[arrivals.length];
    int at = 0;
    Passing passing = new Passing(course, line, 0, BOOTH_M + 1);
    while (at < left.length) {
      course.step();
      passing.look();
      if (!passing.isDue()) {
        left[at++] = passing.atS();
        passing = new Passing(course, line, Math.min(at, left.length - 1), BOOTH_M + 1);
      }
    }
    return left;
  }
}
