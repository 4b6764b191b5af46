package io.testroad.incident;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.policy.FactLanguage;
import io.testroad.policy.Grade;
import io.testroad.policy.Label;
import io.testroad.policy.Source;
import io.testroad.protocol.Task;
import io.testroad.yaml.Scalar;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The plans of a centre for which a scenario names none: whoever can do what an incident of its
 * kind needs is sent, and blocked lanes are closed. Assumptions of this program, no authority's
 * plans.
 */
public final class StandardPlans {

  private static final Source SOURCE =
      new Source("", "", Grade.ASSUMPTION, "whoever can do what is needed is sent");

  private static final FactLanguage.Reader EXPRESSIONS =
      FactLanguage.of(PlanFacts.table().values()).reader(new Findings());

  private static final Measure CLOSE = new Measure.CloseLanes(false);

  /** The book. */
  public static final PlanBook BOOK =
      new PlanBook(
          "standard", new Label("Standard plans", "标准预案"), new TreeMap<>(), severities(), plans());

  /** The book of a centre that only listens: it sends nobody and closes nothing. */
  public static final PlanBook LISTENING =
      new PlanBook(
          "listening",
          new Label("Listening", "只接报"),
          new TreeMap<>(),
          severities(),
          List.of(heard()));

  private StandardPlans() {}

  private static Plan heard() {
    return plan("heard", new Label("Heard of", "已接报"), "true", List.of());
  }

  private static List<SeverityClass> severities() {
    return List.of(
        severity(
            "life",
            1,
            "incident.injured > 0 || incident.dead > 0 || incident.trapped > 0 || incident.fire"
                + " || incident.substance != ''"),
        severity("roadway-closed", 2, "incident.blockedLanes > 0 && incident.openLanes == 0"),
        severity("lane-blocked", 3, "incident.blockedLanes > 0"));
  }

  private static SeverityClass severity(String name, int priority, String when) {
    return new SeverityClass(name, when(when), priority, CentreLevel.DISTRICT);
  }

  private static List<Plan> plans() {
    return List.of(
        plan(
            "own-vehicle",
            new Label("A fleet's own vehicle", "车队自有车辆"),
            "centre.level == 'operator'",
            List.of(), // no operator closes lanes
            send(Task.RECOVER, 1, "true")),
        plan(
            "danger",
            new Label("Fire or hazardous goods", "火灾或危险品"),
            "incident.fire || incident.substance != '' || incident.kind == 'fire'"
                + " || incident.kind == 'hazmat-spill'",
            send(Task.EXTINGUISH, 2, "incident.fire || incident.kind == 'fire'"),
            send(Task.CONTAIN, 1, "incident.substance != '' || incident.kind == 'hazmat-spill'"),
            send(Task.RESCUE, 1, "incident.trapped > 0"),
            send(Task.TREAT, 1, "incident.injured > 0"),
            send(Task.SECURE, 1, "true"),
            send(Task.TOW, 1, "incident.vehicles > 0")),
        plan(
            "collision",
            new Label("Collision", "交通事故"),
            "incident.kind == 'collision' || incident.injured > 0",
            send(Task.RESCUE, 1, "incident.trapped > 0"),
            send(Task.TREAT, 1, "incident.injured > 0"),
            send(Task.TREAT, 1, "incident.injured > 2"),
            send(Task.TREAT, 1, "incident.injured > 4"),
            send(Task.SECURE, 1, "true"),
            send(Task.TOW, 1, "!incident.canMove")),
        plan(
            "stalled",
            new Label("Stalled vehicle", "车辆抛锚"),
            "incident.kind == 'vehicle-stalled' || incident.kind == 'runaway-vehicle'",
            send(Task.TOW, 1, "true")),
        plan(
            "debris",
            new Label("Debris", "路面抛洒物"),
            "incident.kind == 'debris'",
            send(Task.SWEEP, 1, "true")),
        plan(
            "signal",
            new Label("Signal failure", "信号灯故障"),
            "incident.kind == 'signal-failure'",
            send(Task.MEND_SIGNAL, 1, "true")),
        plan(
            "plate",
            new Label("Plate missing or forged", "无牌或套牌车辆"),
            "incident.kind == 'unplated-vehicle' || incident.kind == 'forged-plate'",
            send(Task.CHECK, 1, "true")),
        plan("other", new Label("Anything else", "其他"), "true", send(Task.SECURE, 1, "true")));
  }

  private static Plan plan(String id, Label label, String when, Sending... sendings) {
    return plan(
        id, label, when, List.of(new PlannedMeasure(CLOSE, PlanCondition.ALWAYS)), sendings);
  }

  private static Plan plan(
      String id, Label label, String when, List<PlannedMeasure> measures, Sending... sendings) {
    return new Plan(
        id,
        label,
        when(when),
        SOURCE,
        List.of(
            Verification.CAMERA,
            Verification.DRONE,
            Verification.OPERATOR,
            Verification.CALLER,
            Verification.PATROL),
        List.of(sendings),
        Procedure.CLEAR_FIRST,
        when("incident.injured > 0 || incident.dead > 0"),
        measures,
        List.of(),
        List.of(),
        PlanCondition.NEVER,
        PlanCondition.NEVER);
  }

  private static Sending send(Task task, int count, String when) {
    return new Sending(
        task, List.of(), PlanNumber.of(count), when(when), Optional.<Duration>empty());
  }

  private static PlanCondition when(String expression) {
    Position here = Position.of("standard-plans");
    return PlanCondition.of(EXPRESSIONS.read(Scalar.plain(expression, here)).orElseThrow());
  }
}
