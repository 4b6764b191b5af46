package io.testroad.bench.models;

import io.testroad.engine.RoadDecision;
import io.testroad.safety.ConflictMeasures;
import io.testroad.safety.TtcExposure;
import java.util.List;

/**
 * AF-17: surrogate measures of two vehicles that drive in the kernel, fed step by step to the
 * product's sums. The wall of A is a vehicle that stands on the lane beside, so that nobody brakes.
 */
final class Conflicts implements ModelCase {

  private static final double STEP_S = 0.01;
  private static final double LENGTH_M = 5;
  private static final double START_M = 100;

  /** What the two of a course went through. */
  private record Encounter(
      double firstTtcS,
      double firstDrac,
      double leastGapM,
      double leastTtcS,
      double mostDrac,
      double tetS,
      double titS2) {}

  @Override
  public String name() {
    return "AF-17";
  }

  @Override
  public List<Part> parts(Parameters p) {
    return List.of(this::wall, this::braking, this::crossing);
  }

  private List<ModelRow> wall() {
    Encounter a = drive(15, 0, 60, 1, 1.5, Double.NaN);
    Tolerance step = Tolerance.within(STEP_S);
    return new Rows(name())
        .add("A, TTC at first", "s", Expected.of(4.000), a.firstTtcS, step)
        .add("A, DRAC at first", "m/s²", Expected.of(1.875), a.firstDrac, step)
        .add("A, TET(1.5)", "s", Expected.of(1.500), a.tetS, step)
        .add("A, TIT(1.5)", "s²", Expected.of(1.125), a.titS2, Tolerance.within(1.5 * STEP_S))
        .list();
  }

  private List<ModelRow> braking() {
    Encounter b = drive(20, 10, 50, 0, 5, 1);
    Tolerance step = Tolerance.within(STEP_S);
    return new Rows(name())
        .add("B, least gap", "m", Expected.of(23.333), b.leastGapM, Tolerance.within(10 * STEP_S))
        .add("B, least TTC", "s", Expected.of(4.000), b.leastTtcS, step)
        .add("B, highest DRAC", "m/s²", Expected.of(1.250), b.mostDrac, step)
        .add("B, TET(5)", "s", Expected.of(2.406), b.tetS, step)
        .add("B, TIT(5)", "s²", Expected.of(1.420), b.titS2, step)
        .list();
  }

  private List<ModelRow> crossing() {
    return new Rows(name())
        .add(
            "C, PET of leaving at 12.40 and entering at 13.75",
            "s",
            Expected.of(1.35),
            ConflictMeasures.postEncroachmentTimeS(12.40, 13.75),
            Tolerance.within(STEP_S))
        .list();
  }

  /** One vehicle comes nearer to another; brakes with 3 m/s² after a time, if it is a number. */
  private static Encounter drive(
      double speed, double leaderSpeed, double gapM, int leaderLane, double threshold, double at) {
    Course course = new Course(Ways.straight(1000, 2), STEP_S);
    int[] road = course.edges("road");
    int leader =
        course.add(
            Coasting.type("car"),
            0,
            road,
            leaderLane,
            START_M + gapM + LENGTH_M - 2 * STEP_S * leaderSpeed,
            leaderSpeed);
    int car = course.add(Coasting.type("car"), STEP_S, road, 0, START_M - STEP_S * speed, speed);
    course.runTo(2 * STEP_S);
    double began = course.nowS();
    double firstTtc = Double.NaN;
    double firstDrac = Double.NaN;
    double leastGap = Double.POSITIVE_INFINITY;
    double mostDrac = 0;
    boolean told = false;
    TtcExposure exposure = new TtcExposure(threshold);
    for (double gap = gapM; gap > 0 && course.nowS() < began + 10; course.step()) {
      gap = course.position(leader) - LENGTH_M - course.position(car);
      double v = course.speed(car);
      double ttc = ConflictMeasures.timeToCollisionS(gap, v, course.speed(leader));
      double drac = ConflictMeasures.dracMps2(gap, v, course.speed(leader));
      if (gap <= 0) {
        break;
      }
      firstTtc = Double.isNaN(firstTtc) ? ttc : firstTtc;
      firstDrac = Double.isNaN(firstDrac) ? drac : firstDrac;
      exposure.add(ttc, STEP_S);
      leastGap = Math.min(leastGap, gap);
      mostDrac = leaderLane == 0 ? Math.max(mostDrac, drac) : mostDrac;
      if (!told && course.nowS() - began >= at - STEP_S / 2) {
        course.order(new RoadDecision.Halt(course.name(car), 3, false));
        told = true;
      }
    }
    return new Encounter(
        firstTtc,
        firstDrac,
        leastGap,
        exposure.leastTtcS(),
        mostDrac,
        exposure.tetS(),
        exposure.titS2());
  }
}
