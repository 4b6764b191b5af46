package io.testroad.bench.models;

import io.testroad.demand.VehicleType;
import io.testroad.demand.VehicleType.Model;
import io.testroad.traffic.KraussOriginal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** AF-06: Krauss' model: gap, flow without dawdling, free speed with it, the safe speed. */
final class KraussFlow implements ModelCase {

  private static final double FREE_S = 8000;
  private static final double WARM_S = 50;
  private static final double HOUR = 3600;

  /** Speeds, km/h, and published flows, veh/h. */
  private static final double[][] FLOWS = {
    {30, 1894.7}, {50, 2337.7}, {60, 2482.8}, {80, 2691.6}, {120, 2938.8}
  };

  /** The leader's speed, the gap and the safe speed. */
  private static final double[][] SAFE = {
    {10, 10, 10.000}, {10, 20, 12.828}, {0, 30, 12.537}, {0, 50, 17.185}, {20, 40, 23.433}
  };

  @Override
  public String name() {
    return "AF-06";
  }

  @Override
  public List<Part> parts(Parameters p) {
    List<Part> parts = new ArrayList<>();
    parts.add(() -> gap(p));
    for (double[] figures : FLOWS) {
      parts.add(() -> flow(p, figures[0], figures[1]));
    }
    parts.add(() -> freeSpeed(p));
    parts.add(() -> safeSpeeds(p));
    return parts;
  }

  private static CarSet cars(Parameters p, double speedMps) {
    return new CarSet(
        speedMps,
        p.get("krauss", "tau"),
        p.get("krauss", "a"),
        p.get("krauss", "b"),
        p.get("krauss", "s0"),
        p.get("krauss", "length"));
  }

  private List<ModelRow> gap(Parameters p) {
    double speed = 50 / 3.6;
    CarSet cars = cars(p, 2 * speed);
    return new Rows(name())
        .add(
            "gap at 50 km/h",
            "m",
            Expected.of(cars.straightGapM(speed)),
            EquilibriumGap.gapM(cars, Model.KRAUSS, speed, p.get("krauss", "step")),
            Tolerance.percent(1))
        .list();
  }

  private List<ModelRow> flow(Parameters p, double kmh, double published) {
    CarSet cars = cars(p, kmh / 3.6);
    double formula = cars.iidmCapacity();
    Sweep sweep = new Sweep(cars, cars.car("car", Model.KRAUSS), p.get("krauss", "step"));
    double critical = formula / (kmh / 3.6);
    return new Rows(name())
        .add(
            String.format(Locale.ROOT, "highest flow at %.0f km/h without dawdling", kmh),
            "veh/h",
            Expected.of(published, p.arePublished("krauss"), formula * HOUR),
            sweep.highest(0.7 * critical, 1.3 * critical).flowPerS() * HOUR,
            Tolerance.percent(1))
        .list();
  }

  private List<ModelRow> freeSpeed(Parameters p) {
    double limit = 50 / 3.6;
    CarSet cars = cars(p, limit);
    double step = p.get("krauss", "step");
    double sigma = p.get("krauss", "sigma");
    VehicleType dawdler = cars.dawdling("car", sigma);
    Course course = new Course(Ways.straight((FREE_S + WARM_S) * limit, 1), step);
    int car = course.add(dawdler, 0, course.edges("road"), 0, 10, limit);
    course.runTo(WARM_S);
    double from = course.position(car);
    double began = course.nowS();
    course.runTo(FREE_S);
    double mean = (course.position(car) - from) / (course.nowS() - began);
    return new Rows(name())
        .add(
            "free mean speed at a limit of 50 km/h, with dawdling",
            "m/s",
            Expected.of(13.239, p.arePublished("krauss"), limit - sigma * cars.aMps2() * step / 2),
            mean,
            Tolerance.within(0.02))
        .list();
  }

  private List<ModelRow> safeSpeeds(Parameters p) {
    Rows rows = new Rows(name());
    for (double[] each : SAFE) {
      rows.add(
          String.format(Locale.ROOT, "safe speed, leader %.0f m/s, gap %.0f m", each[0], each[1]),
          "m/s",
          Expected.published(each[2], p.arePublished("krauss")),
          KraussOriginal.safeSpeed(each[0], each[1], p.get("krauss", "b"), p.get("krauss", "tau")),
          Tolerance.within(0.001));
    }
    return rows.list();
  }
}
