package io.testroad.incident;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Percept;
import io.testroad.engine.RoadDecision;
import io.testroad.protocol.SceneFacts;
import java.util.List;

/** Has the traffic counted at scenes and before them, and closes their accounts. */
final class SceneCounts {

  /** Gravity, m/s². */
  private static final double G_MPS2 = 9.81;

  /** Rolling resistance of the bed of an escape ramp, as a share of the weight: pea gravel. */
  private static final double GRAVEL = 0.25;

  /** Rise of an escape ramp where nobody says it (assumption). */
  private static final double RAMP_GRADE = 0.10;

  /** The traffic is as before when it has been so for so long, s (assumption). */
  private static final double CALM_S = 30;

  private final ScenesTurn turn;

  SceneCounts(ScenesTurn turn) {
    this.turn = turn;
  }

  /** Has a scene's traffic counted from now on, if not too many are counted already. */
  Scene begin(Scene scene) {
    long counted = turn.all().stream().filter(other -> other.account().counted()).count();
    if (counted >= turn.spec().habits().mostCounted()) {
      return scene;
    }
    count(scene);
    return scene.with(SceneAccount.from(turn.tick(), true));
  }

  /** Has the roads counted that matter now; after a scene has moved, too. */
  void count(Scene scene) {
    List<String> roads =
        awaitsRamp(scene)
            ? List.of(FactValues.text(scene.facts(), SceneFacts.RAMP))
            : turn.roads().upstream(scene.spot().road(), turn.spec().habits().countedM());
    turn.decide(new RoadDecision.Count(scene.number(), roads));
  }

  private static boolean awaitsRamp(Scene scene) {
    return !FactValues.text(scene.facts(), SceneFacts.RAMP).isEmpty()
        && scene.bodies().stream().anyMatch(body -> !body.stands());
  }

  /** A second of traffic. */
  void tally(Scene scene, Percept.Tally tally) {
    if (!scene.account().counted()) {
      return;
    }
    if (awaitsRamp(scene)) {
      ramp(scene, tally);
      return;
    }
    Scene after = scene.with(scene.account().with(tally, turn.tick()));
    SceneStage stage = after.stage();
    long calm = after.account().calmTick();
    boolean recovered =
        stage.clearedTick() >= 0
            && stage.recoveredTick() < 0
            && calm >= 0
            && turn.secondsSince(Math.max(calm, stage.clearedTick())) >= CALM_S;
    turn.put(recovered ? recovered(after) : after);
  }

  /** A vehicle that can't brake is on the escape ramp: its bed and its rise slow it down. */
  private void ramp(Scene scene, Percept.Tally tally) {
    if (tally.vehicles() == 0) {
      return;
    }
    String ramp = FactValues.text(scene.facts(), SceneFacts.RAMP);
    double grade = FactValues.real(scene.facts(), SceneFacts.RAMP_GRADE, RAMP_GRADE);
    for (String vehicle : scene.vehicles()) {
      turn.decide(new RoadDecision.FailBrakes(vehicle, -(GRAVEL + grade) * G_MPS2));
    }
    Scene on = scene.with(SceneFacts.RAMP, "").with(new Spot(ramp, 0, 0));
    turn.put(on);
    turn.changed(on, "on-escape-ramp");
    count(on);
  }

  /** The traffic is as before, or the wait for that is over. */
  Scene recovered(Scene scene) {
    turn.record(
        EventType.SCENE_RECOVERED,
        Facts.of("scene", scene.number(), "afterS", turn.secondsSince(scene.beganTick())));
    return scene.with(scene.stage().recovered(turn.tick()));
  }

  /** Closes the account of a scene. */
  void close(Scene scene) {
    SceneAccount account = scene.account();
    if (account.counted()) {
      turn.decide(new RoadDecision.Count(scene.number(), List.of()));
    }
    double minutesATick = turn.minutesATick();
    turn.record(
        EventType.SCENE_ENDED,
        Facts.of(
            "scene", scene.number(),
            "afterS", turn.secondsSince(scene.beganTick()),
            "laneMinutes", account.laneTicks() * minutesATick,
            "delayVehicleHours", account.delayVehicleHours(),
            "maxStanding", account.maxStanding(),
            "riderMinutes", account.riderTicks() * minutesATick,
            "idleCo2Kg", account.idleCo2Kg()));
    turn.drop(scene);
  }
}
