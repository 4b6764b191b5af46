package io.testroad.bench.models;

import io.testroad.demand.MobilParameters;
import io.testroad.demand.VehicleType;
import io.testroad.demand.VehicleType.LaneChange;
import io.testroad.demand.VehicleType.LaneChangeModel;
import io.testroad.demand.VehicleType.Model;
import io.testroad.engine.RoadDecision;
import io.testroad.traffic.Mobil;
import io.testroad.traffic.SteadyState.Following;
import java.util.List;

/**
 * AF-15: MOBIL's accelerations, incentive and verdict, by its functions and by driving vehicles.
 */
final class LaneChangeGain implements ModelCase {

  private static final Tolerance THOUSANDTH = Tolerance.within(0.001);
  private static final double STEP_S = 0.1;
  private static final double START_M = 1000;
  private static final int PHASES = 20;

  /** Vehicles around one at a speed: gaps in m, speeds in m/s. */
  private record Scene(
      String name,
      double speed,
      double leaderGap,
      double leaderSpeed,
      double newLeaderGap,
      double newLeaderSpeed,
      double newFollowerGap,
      double newFollowerSpeed,
      double followerGap,
      double followerSpeed,
      boolean changes) {}

  private static final Scene M1 = new Scene("M1", 20, 30, 15, 80, 25, 40, 25, 25, 20, true);
  private static final Scene M2 = new Scene("M2", 20, 30, 15, 80, 25, 10, 28, 25, 20, false);
  private static final Scene M3 = new Scene("M3", 20, 80, 20, 80, 20, 60, 20, 60, 20, false);

  @Override
  public String name() {
    return "AF-15";
  }

  @Override
  public List<Part> parts(Parameters p) {
    return List.of(() -> formulas(p), () -> driven(p));
  }

  private static boolean arePublished(Parameters p) {
    return p.arePublished("mobil", "motorway");
  }

  private List<ModelRow> formulas(Parameters p) {
    boolean same = arePublished(p);
    Following idm = p.cars("motorway").idm();
    double length = p.cars("motorway").lengthM();
    Scene s = M1;
    double[] found = accelerations(s, idm, length);
    double[] published = {-3.5151, 0.8698, 0.6369, -3.1219, 0.0960, -0.2260};
    String[] whose = {
      "own", "own after", "new follower", "new follower after", "old follower", "old follower after"
    };
    Rows rows = new Rows(name());
    for (int i = 0; i < found.length; i++) {
      rows.add(
          "M1, acceleration, " + whose[i],
          "m/s²",
          Expected.published(published[i], same),
          found[i],
          THOUSANDTH);
    }
    rows.add(
        "M1, incentive", "m/s²", Expected.published(3.5687, same), incentive(found, p), THOUSANDTH);
    rows.add(
        "M3, incentive",
        "m/s²",
        Expected.published(0, same),
        incentive(accelerations(M3, idm, length), p),
        THOUSANDTH);
    for (Scene each : List.of(M1, M2, M3)) {
      double[] a = accelerations(each, idm, length);
      boolean changes =
          Mobil.changes(
              incentive(a, p),
              a[3],
              p.get("mobil", "threshold"),
              0,
              p.get("mobil", "safe-deceleration"));
      verdict(rows, each, "verdict", same, changes);
    }
    return rows.list();
  }

  private static void verdict(Rows rows, Scene scene, String how, boolean same, boolean changes) {
    rows.add(
        scene.name + ", " + how + " (1: change, 0: stay)",
        "",
        Expected.published(scene.changes ? 1 : 0, same),
        changes ? 1 : 0,
        Tolerance.EXACT);
  }

  /** Own, own new, new follower, new follower new, old follower, old follower new. */
  private static double[] accelerations(Scene s, Following idm, double length) {
    double between = s.newFollowerGap + length + s.newLeaderGap;
    double left = s.followerGap + length + s.leaderGap;
    return new double[] {
      idm.acceleration(s.speed, s.leaderGap, s.leaderSpeed),
      idm.acceleration(s.speed, s.newLeaderGap, s.newLeaderSpeed),
      idm.acceleration(s.newFollowerSpeed, between, s.newLeaderSpeed),
      idm.acceleration(s.newFollowerSpeed, s.newFollowerGap, s.speed),
      idm.acceleration(s.followerSpeed, s.followerGap, s.speed),
      idm.acceleration(s.followerSpeed, left, s.leaderSpeed)
    };
  }

  private static double incentive(double[] a, Parameters p) {
    return Mobil.incentive(a[0], a[1], a[2], a[3], a[4], a[5], p.get("mobil", "politeness"));
  }

  private List<ModelRow> driven(Parameters p) {
    Rows rows = new Rows(name());
    for (Scene scene : List.of(M1, M2, M3)) {
      verdict(rows, scene, "driven in the kernel", arePublished(p), changes(scene, p));
    }
    return rows.list();
  }

  /**
   * Whether a vehicle in the scene changes lanes when it weighs a change. Roads are weighed in
   * turn, so the scene is made at a number of successive ticks.
   */
  private static boolean changes(Scene s, Parameters p) {
    for (int phase = 0; phase < PHASES; phase++) {
      if (changes(s, p, 3 + phase)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it changes in the tick that follows a number of steps, when the scene is as told. */
  private static boolean changes(Scene s, Parameters p, int steps) {
    CarSet cars = p.cars("motorway");
    VehicleType others = cars.car("other", Model.IDM);
    VehicleType mobil = cars.car("mobil", Model.IDM, cars.v0Mps(), laneChange(p));
    Course course = new Course(Ways.straight(3000, 2), STEP_S).knowing(others).knowing(mobil);
    double length = cars.lengthM();
    put(course, 0, 0, steps, START_M + s.leaderGap + length, s.leaderSpeed);
    put(course, 1, 0, steps, START_M + s.newLeaderGap + length, s.newLeaderSpeed);
    int one = put(course, 0, 1, steps, START_M, s.speed);
    put(course, 1, 1, steps, START_M - length - s.newFollowerGap, s.newFollowerSpeed);
    put(course, 0, 2, steps, START_M - length - s.followerGap, s.followerSpeed);
    course.runTo(steps * STEP_S);
    course.restyleAll(others);
    course.order(new RoadDecision.Restyle(course.name(one), mobil.id()));
    int before = course.lane(one);
    return course.step().lane(one) != before;
  }

  /** A vehicle that comes in its turn and is as far as a place after a number of steps. */
  private static int put(Course course, int lane, int turn, int steps, double at, double speedMps) {
    double from = at - (steps - turn) * STEP_S * speedMps;
    return course.add(
        Coasting.type("coasting"), turn * STEP_S, course.edges("road"), lane, from, speedMps);
  }

  private static LaneChange laneChange(Parameters p) {
    MobilParameters mobil =
        new MobilParameters(
            p.get("mobil", "politeness"),
            p.get("mobil", "threshold"),
            p.get("mobil", "safe-deceleration"),
            0);
    return new LaneChange(LaneChangeModel.MOBIL, 1, 1, 1, 1, 1, mobil);
  }
}
