package io.testroad.bench.models;

import io.testroad.demand.VehicleType;
import io.testroad.demand.VehicleType.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** AF-01: the gap of the tenth car behind a leader who holds his speed. */
final class EquilibriumGap implements ModelCase {

  private static final int CARS = 11;
  private static final double STEP_S = 0.1;
  private static final double LOOSE = 1.1;
  private static final double LONGEST_S = 1500;
  private static final double STEADY_MPS = 1e-6;
  private static final double START_M = 1000;
  private static final Tolerance TOLERANCE = Tolerance.percent(0.5);

  /** Sets, speeds in km/h and the published gaps in m. */
  private static final String PUBLISHED =
      """
      idm-2000 20 10.893 30 15.363 40 19.901 50 24.596 60 29.607 80 41.924 100 64.547
      motorway 20 7.558 30 10.354 40 13.193 50 16.134 60 19.279 80 27.040 100 41.384
      city 20 7.628 30 10.864 40 15.683 50 30.867
      acc-2010 20 10.337 30 14.528 40 18.783 50 23.185 60 27.885 80 39.443 100 60.686
      """;

  @Override
  public String name() {
    return "AF-01";
  }

  @Override
  public List<Part> parts(Parameters parameters) {
    List<Part> parts = new ArrayList<>();
    for (String line : PUBLISHED.lines().toList()) {
      String[] words = line.split(" ", -1);
      parts.add(() -> ofSet(words, parameters));
    }
    return parts;
  }

  private List<ModelRow> ofSet(String[] words, Parameters parameters) {
    String set = words[0];
    CarSet cars = parameters.cars(set);
    Rows rows = new Rows(name());
    for (int i = 1; i < words.length; i += 2) {
      double kmh = Double.parseDouble(words[i]);
      Expected expected =
          Expected.of(
              Double.parseDouble(words[i + 1]),
              parameters.arePublished(set),
              cars.idmGapM(kmh / 3.6));
      if (Double.isFinite(expected.value())) {
        double gap = gapM(cars, Model.IDM, kmh / 3.6);
        rows.add(label(set, "IDM", kmh), "m", expected, gap, TOLERANCE);
      }
    }
    double kmh = set.equals("city") ? 40 : 60;
    Expected straight = Expected.of(cars.straightGapM(kmh / 3.6));
    double iidm = gapM(cars, Model.IIDM, kmh / 3.6);
    rows.add(label(set, "IIDM", kmh), "m", straight, iidm, TOLERANCE);
    double acc = gapM(cars, Model.ACC, kmh / 3.6);
    rows.add(label(set, "ACC", kmh), "m", straight, acc, TOLERANCE);
    return rows.list();
  }

  private static String label(String set, String model, double kmh) {
    return String.format(Locale.ROOT, "%s, %s, gap at %.0f km/h", set, model, kmh);
  }

  /** The gap of the last car of a platoon once nobody's speed changes. */
  static double gapM(CarSet cars, Model model, double speedMps) {
    return gapM(cars, model, speedMps, STEP_S);
  }

  static double gapM(CarSet cars, Model model, double speedMps, double stepS) {
    VehicleType leader = cars.car("leader", model, speedMps);
    VehicleType follower = cars.car("follower", model);
    double spacing = LOOSE * cars.straightGapM(speedMps) + cars.lengthM();
    double start = START_M + CARS * spacing;
    Course course = new Course(Ways.straight(start + LONGEST_S * speedMps, 1), stepS);
    for (int i = 0; i < CARS; i++) {
      double behind = start - i * (spacing - speedMps * stepS);
      course.add(i == 0 ? leader : follower, i * stepS, course.edges("road"), 0, behind, speedMps);
    }
    course.runTo(60);
    while (course.nowS() < LONGEST_S - 2 && !isSteady(course, speedMps)) {
      course.step();
    }
    int last = CARS - 1;
    return course.position(last - 1) - course.position(last) - cars.lengthM();
  }

  private static boolean isSteady(Course course, double speedMps) {
    for (int i = 1; i < CARS; i++) {
      if (Math.abs(course.speed(i) - speedMps) > STEADY_MPS) {
        return false;
      }
    }
    return true;
  }
}
