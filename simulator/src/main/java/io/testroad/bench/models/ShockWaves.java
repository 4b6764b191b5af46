package io.testroad.bench.models;

import io.testroad.demand.VehicleType;
import io.testroad.demand.VehicleType.Model;
import io.testroad.network.Network;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * AF-10: vehicles at equal headways come upon a red light; the queue's tail is a shock wave.
 *
 * <p>Source: M. J. Lighthill and G. B. Whitham, 1955, with the triangular diagram, to which the
 * IIDM's is equal. Several phases of the arrivals against the light are averaged.
 */
final class ShockWaves implements ModelCase {

  private static final double STEP_S = 0.1;
  private static final double IN_M = 800;
  private static final double RED_FROM_S = 120;
  private static final int PHASES = 8;
  private static final double STANDS_MPS = 1;
  private static final double HOUR = 3600;

  /** Flow, veh/h; shock, km/h; reach, m; cars. */
  private static final double[][] PUBLISHED = {
    {300, -2.185, 22.35, 3.19},
    {600, -4.554, 53.31, 7.62},
    {900, -7.132, 99.00, 14.14},
    {1200, -9.947, 173.25, 24.75}
  };

  /** What a red light leaves: where and when vehicles came to a stand. */
  private static final class Tail {
    double wayM;
    double timeS;
    double reachM;
    double cars;
  }

  @Override
  public String name() {
    return "AF-10";
  }

  @Override
  public List<Part> parts(Parameters p) {
    return Arrays.stream(PUBLISHED).map(each -> (Part) () -> rows(p, each)).toList();
  }

  private List<ModelRow> rows(Parameters p, double[] published) {
    boolean same = p.arePublished("shock");
    CarSet cars = p.cars("shock");
    double flow = published[0] / HOUR;
    double density = flow / cars.v0Mps();
    double shock = -flow / (cars.jamDensityPerM() - density);
    double wave = cars.waveMps();
    double red = p.get("shock", "red");
    double reach = red * shock * wave / (shock - wave);
    Tail tail = new Tail();
    for (int phase = 0; phase < PHASES; phase++) {
      drive(cars, flow, red, (phase + 0.5) / PHASES, tail);
    }
    double space = cars.lengthM() + cars.s0M();
    String at = String.format(Locale.ROOT, "%.0f veh/h, ", published[0]);
    return new Rows(name())
        .add(
            at + "stopping shock",
            "km/h",
            Expected.of(published[1], same, shock * 3.6),
            tail.wayM / tail.timeS * 3.6,
            Tolerance.percent(5))
        .add(
            at + "greatest reach",
            "m",
            Expected.of(published[2], same, reach),
            tail.reachM / PHASES,
            Tolerance.percent(5).orWithin(space))
        .add(
            at + "vehicles stopped",
            "veh",
            Expected.of(published[3], same, reach / space),
            tail.cars / PHASES,
            Tolerance.percent(5).orWithin(1))
        .list();
  }

  private static void drive(CarSet cars, double flow, double red, double phase, Tail tail) {
    double headway = 1 / flow;
    double redFrom = RED_FROM_S + phase * headway;
    Network network =
        Ways.signal(
            IN_M,
            600,
            1,
            Ways.program(
                "plan",
                Ways.phase(redFrom, 'G', 1),
                Ways.phase(red, 'r', 1),
                Ways.phase(1000, 'G', 1)));
    VehicleType car = cars.car("car", Model.IIDM);
    Course course = new Course(network, STEP_S);
    int count = (int) ((redFrom + 4 * red) / headway) + 1;
    for (int i = 0; i < count; i++) {
      course.add(car, i * headway, course.edges("in", "out"), 0, 5, cars.v0Mps());
    }
    Line line = Line.along(network, "in", "out");
    double[] stoodS = new double[count];
    double[] stoodM = new double[count];
    boolean[] queued = new boolean[count];
    course.runTo(redFrom);
    while (course.nowS() < redFrom + 6 * red) {
      course.step();
      for (int i = 0; i < count; i++) {
        if (stoodS[i] == 0 && course.isOnRoad(i) && course.speed(i) < STANDS_MPS) {
          stoodS[i] = course.nowS();
          stoodM[i] = course.x(i, line);
        }
        if (course.isOnRoad(i) && course.speed(i) < cars.v0Mps() / 2 && !queued[i]) {
          queued[i] = true;
          tail.cars++;
          tail.reachM += cars.lengthM() + cars.s0M();
        }
      }
    }
    add(tail, stoodS, stoodM);
  }

  private static void add(Tail tail, double[] stoodS, double[] stoodM) {
    int first = -1;
    int last = -1;
    int before = -1;
    for (int i = 0; i < stoodS.length; i++) {
      if (stoodS[i] > 0) {
        first = first < 0 ? i : first;
        before = last;
        last = i;
      }
    }
    if (before > first) {
      tail.wayM += stoodM[before] - stoodM[first];
      tail.timeS += stoodS[before] - stoodS[first];
    }
  }
}
