package io.testroad.bench.models;

import io.testroad.demand.VehicleType.Model;
import io.testroad.traffic.SteadyState;
import java.util.List;
import java.util.Locale;

/**
 * AF-04: cars on a ring road of which one was moved back: a stop-and-go wave grows, or fades.
 *
 * <p>Source of the experiment: Sugiyama et al., New Journal of Physics 10, 2008.
 */
final class RingRoad implements ModelCase {

  private static final double LATE_S = 600;
  private static final double END_S = 900;
  private static final double SLIGHT_KICK_M = 1e-3;
  private static final double SETTLED_S = 60;
  private static final double GROWTH_FROM_S = 60;
  private static final double GROWTH_TO_S = 160;
  private static final Tolerance LATE = Tolerance.percent(3);
  private static final double HOUR = 3600;

  /** What a late state consists of. */
  record Late(
      double least,
      double most,
      double mean,
      double deviation,
      double waveMps,
      double flowPerS,
      int collisions) {}

  @Override
  public String name() {
    return "AF-04";
  }

  @Override
  public List<Part> parts(Parameters p) {
    return List.of(
        () -> early(p, "ring-r2", -0.0790, 0.0365),
        () -> early(p, "ring-r4", 0.1513, -0.0265),
        () -> unstable(p),
        () -> stable(p),
        () -> robust(p, 0.2, p.get("ring", "step"), 1),
        () -> robust(p, 1.0, p.get("ring", "step"), 1),
        () -> robust(p, p.get("ring", "kick"), 0.05, 1),
        () -> robust(p, p.get("ring", "kick"), 0.2, 2));
  }

  private List<ModelRow> early(Parameters p, String set, double criterion, double growth) {
    CarSet cars = p.cars(set);
    boolean same = p.arePublished(set, "ring");
    double gap = p.get("ring", "circumference") / p.get("ring", "vehicles") - cars.lengthM();
    double speed = speedAt(cars, gap);
    Ring even = ring(p, set, 0, p.get("ring", "step"));
    while (even.nowS() < SETTLED_S) {
      even.step();
    }
    Rows rows = new Rows(name());
    rows.add(
        set + ", speed while even",
        "m/s",
        Expected.of(4.432, same, speed),
        even.meanSpeed(),
        Tolerance.percent(0.5));
    rows.add(
        set + ", criterion of stability",
        "1/s²",
        Expected.published(criterion, same),
        SteadyState.stringStability(cars.idm(), speed),
        Tolerance.within(0.0005));
    rows.add(
        set + ", growth of a slight disturbance",
        "1/s",
        Expected.published(growth, same),
        growth(p, set),
        Tolerance.percent(5));
    return rows.list();
  }

  private static double speedAt(CarSet cars, double gapM) {
    double low = 0;
    double high = cars.v0Mps();
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (cars.idmGapM(middle) < gapM) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static Ring ring(Parameters p, String set, double kickM, double stepS) {
    CarSet cars = p.cars(set);
    return new Ring(
        cars,
        cars.car("car", Model.IDM),
        (int) Math.round(p.get("ring", "vehicles")),
        p.get("ring", "circumference"),
        stepS,
        kickM);
  }

  /** The rate at which the longest wave grows while it is small. */
  private static double growth(Parameters p, String set) {
    Ring ring = ring(p, set, SLIGHT_KICK_M, p.get("ring", "step"));
    double n = 0;
    double t = 0;
    double y = 0;
    double tt = 0;
    double ty = 0;
    while (ring.nowS() < GROWTH_TO_S) {
      ring.step();
      if (ring.nowS() >= GROWTH_FROM_S) {
        double now = ring.nowS();
        double log = StrictMath.log(Math.hypot(mode(ring, 1, true), mode(ring, 1, false)));
        n++;
        t += now;
        y += log;
        tt += now * now;
        ty += now * log;
      }
    }
    return (n * ty - t * y) / (n * tt - t * t);
  }

  /** A part of a Fourier sum of the speeds by the order of the cars. */
  private static double mode(Ring ring, int waves, boolean real) {
    double sum = 0;
    double mean = ring.meanSpeed();
    for (int i = 0; i < ring.cars(); i++) {
      double angle = 2 * Math.PI * waves * i / ring.cars();
      sum += (ring.speed(i) - mean) * (real ? StrictMath.cos(angle) : StrictMath.sin(angle));
    }
    return sum;
  }

  private List<ModelRow> unstable(Parameters p) {
    boolean same = p.arePublished("ring-r2", "ring");
    Late late = late(ring(p, "ring-r2", p.get("ring", "kick"), p.get("ring", "step")));
    double kmh = late.waveMps * 3.6;
    String r2 = "ring-r2, 600 to 900 s, ";
    return new Rows(name())
        .add(
            r2 + "least speed",
            "m/s",
            Expected.published(0, same),
            late.least,
            Tolerance.within(0.005))
        .add(r2 + "highest speed", "m/s", Expected.published(7.94, same), late.most, LATE)
        .add(r2 + "mean speed", "m/s", Expected.published(2.21, same), late.mean, LATE)
        .add(
            r2 + "deviation of speeds", "m/s", Expected.published(2.74, same), late.deviation, LATE)
        .add(
            r2 + "speed of the wave",
            "m/s",
            Expected.published(-2.60, same),
            late.waveMps,
            Tolerance.percent(5))
        .add(r2 + "flow", "veh/h", Expected.published(762, same), late.flowPerS * HOUR, LATE)
        .add(r2 + "collisions", "", Expected.of(0), late.collisions, Tolerance.EXACT)
        .add(
            r2 + "wave as on Sugiyama's ring, -5 to -25 km/h",
            "km/h",
            Expected.published(-15, same),
            kmh,
            Tolerance.within(10))
        .list();
  }

  private List<ModelRow> stable(Parameters p) {
    boolean same = p.arePublished("ring-r4", "ring");
    Late late = late(ring(p, "ring-r4", p.get("ring", "kick"), p.get("ring", "step")));
    String r4 = "ring-r4, 600 to 900 s, ";
    return new Rows(name())
        .add(r4 + "least speed", "m/s", Expected.published(4.43, same), late.least, LATE)
        .add(r4 + "highest speed", "m/s", Expected.published(4.43, same), late.most, LATE)
        .add(
            r4 + "deviation of speeds",
            "m/s",
            Expected.published(0, same),
            late.deviation,
            Tolerance.within(0.001))
        .add(r4 + "flow", "veh/h", Expected.published(1526, same), late.flowPerS * HOUR, LATE)
        .add(r4 + "collisions", "", Expected.of(0), late.collisions, Tolerance.EXACT)
        .list();
  }

  /** The end state does not depend on the kick or the step. */
  private List<ModelRow> robust(Parameters p, double kickM, double stepS, double percent) {
    boolean same = p.arePublished("ring-r2", "ring");
    Late late = late(ring(p, "ring-r2", kickM, stepS));
    return new Rows(name())
        .add(
            String.format(
                Locale.ROOT, "ring-r2, kick %.1f m, step %.2f s, mean speed", kickM, stepS),
            "m/s",
            Expected.published(2.21, same),
            late.mean,
            Tolerance.percent(Math.max(percent, 1)))
        .list();
  }

  static Late late(Ring ring) {
    while (ring.nowS() < LATE_S) {
      ring.step();
    }
    ring.forgetDriven();
    double began = ring.nowS();
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    double sum = 0;
    double squares = 0;
    long count = 0;
    WavePhase phase = new WavePhase(ring);
    while (ring.nowS() < END_S) {
      ring.step();
      phase.add();
      for (int i = 0; i < ring.cars(); i++) {
        double v = ring.speed(i);
        least = Math.min(least, v);
        most = Math.max(most, v);
        sum += v;
        squares += v * v;
        count++;
      }
    }
    double mean = ring.meanDrivenM() / (ring.nowS() - began);
    double deviation = Math.sqrt(Math.max(0, squares / count - sum / count * (sum / count)));
    return new Late(
        least,
        most,
        mean,
        deviation,
        phase.speedMps(),
        mean * ring.cars() / ring.lengthM(),
        ring.collisions());
  }
}
