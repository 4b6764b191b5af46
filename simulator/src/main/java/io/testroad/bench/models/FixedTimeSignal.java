package io.testroad.bench.models;

import io.testroad.demand.VehicleType.Model;
import io.testroad.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/**
 * AF-08: delay at a fixed-time signal: equal headways beside D/D/1, Poisson arrivals beside
 * Webster, both at the line, in the full simulator.
 *
 * <p>The saturation set of AF-07 discharges 1,800 vehicles an hour. The means under Poisson
 * arrivals are steadied by a control variate: a queue of points on the very same draws, whose
 * expectation a long run of such points alone tells.
 *
 * <p>Source: F. V. Webster, Road Research Technical Paper 39, 1958.
 */
final class FixedTimeSignal implements ModelCase {

  private static final double STEP_S = 0.2;
  private static final double IN_M = 900;
  private static final double HOUR = 3600;
  private static final double SATURATION = 1800;
  private static final double WARM_S = 300;

  /** Time lost at the start of green by the set of AF-07. */
  private static final double LOST_S = 1.71;

  /** Half of what the delay differs between vehicles at 6 s and 2 s. */
  private static final double LATE_S = 2;

  private static final int LONG_RUN = 2_000_000;
  private static final Tolerance FULL = Tolerance.percent(15);

  /** Degree of saturation, veh/h, Webster's delay in s, hours driven. */
  private static final double[][] PUBLISHED = {
    {0.4, 336, 11.69, 2},
    {0.6, 504, 14.03, 2},
    {0.8, 672, 19.23, 3},
    {0.9, 756, 29.44, 5},
    {0.95, 798, 50.48, 6}
  };

  /** Means of a drive. */
  private record Drive(double delayS, double pointsS, double queueAtGreen, double clearS) {}

  @Override
  public String name() {
    return "AF-08";
  }

  @Override
  public List<Part> parts(Parameters p) {
    List<Part> parts = new ArrayList<>();
    parts.add(() -> capacity(p));
    for (double[] each : PUBLISHED) {
      parts.add(() -> poisson(p, each));
    }
    parts.add(() -> uniform(p));
    parts.add(this::formulas);
    return parts;
  }

  private List<ModelRow> capacity(Parameters p) {
    double cycle = p.get("signal", "cycle");
    Drive oversaturated = drive(p, p.get("signal", "green"), i -> i * 3.0, 1200);
    return new Rows(name())
        .add(
            "vehicles in a cycle of a standing queue",
            "veh",
            Expected.of(SATURATION / HOUR * p.get("signal", "green")),
            oversaturated.queueAtGreen * cycle,
            Tolerance.within(0.5))
        .list();
  }

  private List<ModelRow> poisson(Parameters p, double[] figures) {
    double cycle = p.get("signal", "cycle");
    double green = p.get("signal", "green");
    double capacity = SATURATION / HOUR * green / cycle;
    double perS = figures[0] * capacity;
    int count = (int) (figures[3] * HOUR * perS);
    String stream = "signal " + figures[0];
    double[] arrivals = Poisson.arrivalsS(stream, count, perS);
    Drive drive = drive(p, green, i -> arrivals[i], count);
    double[] many = Poisson.arrivalsS(stream + " long", LONG_RUN, perS);
    double mean = pointDelayS(many, cycle, green);
    return new Rows(name())
        .add(
            String.format(Locale.ROOT, "delay, Poisson arrivals, x %.2f", figures[0]),
            "s",
            Expected.of(
                figures[2],
                p.arePublished("signal", "saturation-idm"),
                webster(cycle, green / cycle, figures[0], perS)),
            drive.delayS - drive.pointsS + mean,
            FULL,
            "steadied by a queue of points on the same draws")
        .list();
  }

  private List<ModelRow> uniform(Parameters p) {
    boolean same = p.arePublished("signal", "saturation-idm");
    double cycle = p.get("signal", "cycle");
    double green = p.get("signal", "green") - 1;
    double red = cycle - green;
    double q = 600 / HOUR;
    double s = SATURATION / HOUR;
    double headway = 1 / q + 0.01;
    Drive drive = drive(p, green, i -> i * headway, 800);
    double clear = q * red / (s - q);
    return new Rows(name())
        .add(
            "delay, equal headways, green 27 s, 600 veh/h, D/D/1",
            "s",
            Expected.of(13.613, same, red * red / (2 * cycle * (1 - q / s))),
            drive.delayS,
            FULL)
        .add(
            "queue at the end of red, equal headways",
            "veh",
            Expected.of(5.50, same, q * red),
            drive.queueAtGreen,
            FULL)
        .add(
            "queue cleared after green, equal headways",
            "s",
            Expected.of(16.50, same, clear),
            drive.clearS,
            FULL)
        .list();
  }

  private List<ModelRow> formulas() {
    Tolerance last = Tolerance.within(0.005);
    Tolerance third = Tolerance.within(0.001);
    return new Rows(name())
        .add(
            "Webster's formula, 60/27/600",
            "s",
            Expected.of(17.615),
            webster(60, 0.45, 600 / 810.0, 600 / HOUR),
            third)
        .add("Webster's cycle, L 10, Y 0.6", "s", Expected.of(50.00), cycle(10, 0.6), last)
        .add("Webster's cycle, L 12, Y 0.7", "s", Expected.of(76.67), cycle(12, 0.7), last)
        .add("Webster's cycle, L 10, Y 0.8", "s", Expected.of(100.00), cycle(10, 0.8), last)
        .list();
  }

  private static double cycle(double lostS, double flowRatio) {
    return (1.5 * lostS + 5) / (1 - flowRatio);
  }

  /** Webster's mean delay, s, for a share of green, a degree of saturation and a flow, 1/s. */
  static double webster(double cycleS, double share, double x, double perS) {
    double even = cycleS * (1 - share) * (1 - share) / (2 * (1 - share * x));
    double random = x * x / (2 * perS * (1 - x));
    double third = StrictMath.cbrt(cycleS / (perS * perS));
    return even + random - 0.65 * third * StrictMath.pow(x, 2 + 5 * share);
  }

  /** Mean delay of points that pass in the green, 2 s after one another; red comes first. */
  private static double pointDelayS(double[] arrivals, double cycle, double green) {
    double headway = HOUR / SATURATION;
    double red = cycle - green;
    double free = Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (double at : arrivals) {
      double starts = Math.max(at, free);
      double began = Math.floor(starts / cycle) * cycle;
      boolean stopped = starts > at || starts < began + red;
      starts = Math.max(starts, began + red);
      if (starts > began + cycle - headway + 1e-9 && stopped) {
        starts = began + cycle + red;
      }
      sum += starts + (stopped ? headway / 2 : 0) - at;
      free = starts + headway;
    }
    return sum / arrivals.length;
  }

  /** Drives vehicles to the signal; the red comes first in a cycle. */
  private static Drive drive(Parameters p, double green, IntToDoubleFunction departs, int count) {
    CarSet cars = p.cars("saturation-idm");
    double cycle = p.get("signal", "cycle");
    double yellow = p.get("signal", "yellow");
    double red = cycle - green - yellow;
    Network network =
        Ways.signal(
            IN_M,
            400,
            1,
            Ways.program(
                "plan",
                Ways.phase(red, 'r', 1),
                Ways.phase(green, 'G', 1),
                Ways.phase(yellow, 'y', 1)));
    Course course = new Course(network, STEP_S);
    int[] way = course.edges("in", "out");
    for (int i = 0; i < count; i++) {
      course.add(cars.car("car", Model.IDM), departs.applyAsDouble(i), way, 0, 5, cars.v0Mps());
    }
    double lineM = network.lengthM(way[0]);
    double freeS = (lineM - 5) / cars.v0Mps();
    Line line = Line.along(network, "in", "out");
    double[] passed = new double[count];
    int next = 0;
    Passing passing = new Passing(course, line, 0, lineM);
    double end = departs.applyAsDouble(count - 1);
    while (next < count && course.nowS() < end + freeS + 30 * cycle) {
      course.step();
      passing.look();
      while (!passing.isDue()) {
        passed[next++] = passing.atS();
        passing = new Passing(course, line, Math.min(next, count - 1), lineM);
        if (next == count) {
          break;
        }
        passing.look();
      }
    }
    return evaluate(passed, next, departs, freeS, cycle, red, green);
  }

  private static Drive evaluate(
      double[] passed,
      int count,
      IntToDoubleFunction departs,
      double freeS,
      double cycle,
      double red,
      double green) {
    double[] arrivals = new double[count];
    double delay = 0;
    double queued = 0;
    double clear = 0;
    for (int i = 0; i < count; i++) {
      arrivals[i] = departs.applyAsDouble(i) + freeS;
      delay += passed[i] - arrivals[i];
    }
    double from = Math.ceil((arrivals[0] + WARM_S) / cycle) * cycle;
    int cycles = 0;
    for (double at = from; at + cycle < arrivals[count - 1]; at += cycle) {
      cycles++;
      double opens = at + red + LOST_S;
      double lastDelayed = opens;
      for (int i = 0; i < count; i++) {
        boolean inQueue = arrivals[i] <= opens && passed[i] > at + red;
        queued += inQueue ? 1 : 0;
        boolean held =
            passed[i] > at + red && passed[i] < at + cycle && passed[i] - arrivals[i] > LATE_S;
        lastDelayed = held ? Math.max(lastDelayed, passed[i]) : lastDelayed;
      }
      clear += lastDelayed - opens;
    }
    double[] shifted = new double[count];
    for (int i = 0; i < count; i++) {
      shifted[i] = arrivals[i] - LOST_S;
    }
    double rate = (count - 1) / (passed[count - 1] - passed[0]);
    boolean overloaded = passed[count - 1] - arrivals[count - 1] > 5 * cycle;
    return new Drive(
        delay / count,
        pointDelayS(shifted, cycle, green),
        overloaded ? rate : queued / cycles,
        clear / cycles);
  }
}
