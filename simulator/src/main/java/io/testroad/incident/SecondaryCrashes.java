package io.testroad.incident;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.RandomStream;
import io.testroad.protocol.SceneFacts;
import io.testroad.protocol.SceneKind;
import java.util.List;

/**
 * Crashes in the queue of a scene, as long as it blocks lanes.
 *
 * <p>Hazard: p(t) = 1 − exp(−0.004·t), t in minutes, at high volume; 0.3 of the rate at low volume.
 * Grade: assumption, of the size that studies of motorways find (growth with time on scene, one
 * crash in ten). Place: in the queue, 200 m to 2 miles upstream, California's static window.
 */
final class SecondaryCrashes {

  /** How often is drawn, s. */
  static final double EACH_S = 60;

  private static final double PER_MINUTE = 0.004;
  private static final double LOW_VOLUME = 0.3;

  /** From this share of vehicles that stand the volume counts as high (assumption). */
  private static final double HIGH_STANDING = 0.1;

  private static final double NEAREST_M = 200;
  private static final double FARTHEST_M = 3219;

  /** Room of a standing vehicle, m. */
  private static final double ROOM_M = 7;

  private final ScenesTurn turn;
  private final SceneBeginnings beginnings;

  SecondaryCrashes(ScenesTurn turn, SceneBeginnings beginnings) {
    this.turn = turn;
    this.beginnings = beginnings;
  }

  /** The probability of a crash within some minutes. */
  static double probability(double minutes, boolean highVolume) {
    return 1 - StrictMath.exp(-PER_MINUTE * (highVolume ? 1 : LOW_VOLUME) * minutes);
  }

  /** A minute is over, the n-th from 0. */
  void draw(Scene scene, int n) {
    if (scene.isGone()) {
      return;
    }
    boolean high = scene.account().standingShare() >= HIGH_STANDING;
    if (!SceneSights.lanes(scene).isEmpty()
        && turn.uniform(scene.number(), ScenesTurn.Draw.SECONDARY, n)
            < probability(EACH_S / 60, high)) {
      crash(scene, n);
    }
    turn.remind(EACH_S, scene.number(), SceneCourse.SECONDARY, n + 1);
  }

  private void crash(Scene primary, int n) {
    RandomStream stream =
        turn.stream(primary.number(), ScenesTurn.Draw.SECONDARY_PLACE).forEntity(n);
    String road = primary.spot().road();
    double queueM = primary.account().standing() * ROOM_M / Math.max(1, turn.roads().lanes(road));
    double spreadM = Math.min(FARTHEST_M, Math.max(2 * NEAREST_M, queueM)) - NEAREST_M;
    double backM = NEAREST_M + spreadM * stream.uniform(0);
    Spot back = turn.roads().back(road, primary.spot().positionM(), backM);
    int lane = (int) (stream.uniform(1) * turn.roads().lanes(back.road()));
    boolean drivable = stream.uniform(2) < 0.5; // as many as not (assumption)
    Scene crash =
        beginnings.happens(
            SceneKind.COLLISION,
            new Spot(back.road(), lane, back.positionM()),
            List.of(),
            Facts.of(SceneFacts.CAN_MOVE, drivable, SceneFacts.OTHER_KIND, "vehicle"),
            "queue");
    turn.record(
        EventType.SECONDARY_CRASH,
        Facts.of(
            "scene", crash.number(),
            "primary", primary.number(),
            "afterS", turn.secondsSince(primary.beganTick()),
            "distanceM", backM));
  }
}
