package io.testroad.bench.models;

import io.testroad.demand.VehicleType.Model;
import java.util.List;
import java.util.Locale;

/** AF-03: one vehicle drives off on a free road, and stops behind a standing one. */
final class SingleMotion implements ModelCase {

  private static final double STEP_S = 0.1;
  private static final double LONGEST_S = 300;
  private static final double ROAD_M = 5000;
  private static final Tolerance TOLERANCE = Tolerance.percent(2);

  private record Reached(double timeS, double distanceM) {}

  private record Stop(double hardestMps2, double gapM) {}

  @Override
  public String name() {
    return "AF-03";
  }

  @Override
  public List<Part> parts(Parameters parameters) {
    return List.of(() -> starts(parameters), () -> stops(parameters));
  }

  private List<ModelRow> starts(Parameters parameters) {
    Rows rows = new Rows(name());
    start(rows, parameters, "city", 50, 17.82, 144.4);
    start(rows, parameters, "motorway", 50, 13.98, 97.5);
    start(rows, parameters, "motorway", 100, 31.56, 475.8);
    return rows.list();
  }

  private static void start(
      Rows rows, Parameters parameters, String set, double kmh, double timeS, double distanceM) {
    boolean same = parameters.arePublished(set);
    Reached reached = start(parameters.cars(set), kmh / 3.6);
    String what = String.format(Locale.ROOT, "%s, from 0 to %.0f km/h, ", set, kmh);
    rows.add(what + "time", "s", Expected.published(timeS, same), reached.timeS, TOLERANCE);
    rows.add(what + "way", "m", Expected.published(distanceM, same), reached.distanceM, TOLERANCE);
  }

  private static Reached start(CarSet cars, double targetMps) {
    Course course = new Course(Ways.straight(ROAD_M, 1), STEP_S);
    int car = course.add(cars.car("car", Model.IDM), 0, course.edges("road"), 0, 10, 0);
    double before = 0;
    double at = 10;
    while (course.nowS() < LONGEST_S) {
      course.step();
      double speed = course.speed(car);
      if (course.isOnRoad(car) && speed >= targetMps) {
        double share = (targetMps - before) / (speed - before);
        double mean = (before + targetMps) / 2;
        double time = course.nowS() - STEP_S + share * STEP_S;
        return new Reached(time, at - 10 + mean * share * STEP_S);
      }
      before = speed;
      at = course.isOnRoad(car) ? course.position(car) : at;
    }
    return new Reached(Double.NaN, Double.NaN);
  }

  private List<ModelRow> stops(Parameters parameters) {
    Rows rows = new Rows(name());
    stop(rows, parameters, "city", 14.25, 150, 1.56, 1.77);
    stop(rows, parameters, "motorway", 27.78, 300, 1.82, 1.77);
    return rows.list();
  }

  private static void stop(
      Rows rows,
      Parameters parameters,
      String set,
      double speedMps,
      double fromM,
      double hardestMps2,
      double gapM) {
    boolean same = parameters.arePublished(set);
    Stop stop = stop(parameters.cars(set), speedMps, fromM);
    String what =
        String.format(Locale.ROOT, "%s, stop from %.2f m/s %.0f m away, ", set, speedMps, fromM);
    rows.add(
        what + "hardest braking",
        "m/s²",
        Expected.published(hardestMps2, same),
        stop.hardestMps2,
        TOLERANCE);
    rows.add(what + "gap", "m", Expected.published(gapM, same), stop.gapM, TOLERANCE);
  }

  private static Stop stop(CarSet cars, double speedMps, double fromM) {
    Course course = new Course(Ways.straight(ROAD_M, 1), STEP_S);
    int[] road = course.edges("road");
    double rear = 1000;
    int obstacle = course.add(cars.still("still"), 0, road, 0, rear + cars.lengthM(), 0);
    int car = course.add(cars.car("car", Model.IDM), 0.1, road, 0, rear - fromM, speedMps);
    double hardest = 0;
    course.runTo(1);
    while (course.nowS() < LONGEST_S && course.speed(car) > 0) {
      hardest = Math.max(hardest, -course.accel(car));
      course.step();
    }
    course.runTo(course.nowS() + 5);
    return new Stop(hardest, course.position(obstacle) - cars.lengthM() - course.position(car));
  }
}
