package io.testroad.incident;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;

/** Looks at every scene that may be different once a turn's letters are read. */
final class SceneSettling {

  static final String BOUND = "bound";

  /**
   * So long after nothing blocks any more, or nothing is there any more, a scene's account is
   * closed in any case, s (assumption).
   */
  private static final double BOUND_S = 3600;

  private final ScenesTurn turn;
  private final SceneSights sights;
  private final SceneBlocking blocking;
  private final SceneCounts counts;

  SceneSettling(ScenesTurn turn, SceneSights sights, SceneBlocking blocking, SceneCounts counts) {
    this.turn = turn;
    this.sights = sights;
    this.blocking = blocking;
    this.counts = counts;
  }

  /** Every scene touched has the work that it needs. */
  void renewNeeds() {
    for (int number : turn.touched()) {
      turn.find(number)
          .filter(scene -> !scene.isGone())
          .map(SceneNeeds::renew)
          .ifPresent(turn::put);
    }
  }

  /** Tells the roads, those who look, and the log what has changed. */
  void settle() {
    for (int number : turn.touched()) {
      turn.find(number).ifPresent(this::settle);
    }
  }

  private void settle(Scene touched) {
    Scene scene = blocking.tell(account(touched));
    scene = stage(scene);
    turn.put(scene);
    boolean wasGone = turn.before(scene.number()).map(Scene::isGone).orElse(false);
    if (scene.isGone() && !wasGone) {
      sights.tellOver(scene);
    } else if (!scene.isGone() && looksDifferent(scene)) {
      sights.tell(scene);
    }
    end(scene);
  }

  private Scene account(Scene scene) {
    return turn.before(scene.number())
        .map(
            old ->
                scene.with(
                    scene
                        .account()
                        .until(turn.tick(), old.stage().blockage().lanes().size(), old.riders())))
        .orElse(scene);
  }

  private boolean looksDifferent(Scene scene) {
    return turn.before(scene.number())
        .map(old -> !sights.of(old).equals(sights.of(scene)))
        .orElse(true);
  }

  private Scene stage(Scene scene) {
    SceneStage stage = scene.stage();
    if (stage.blockage().blocks()) {
      stage = stage.blocked();
    } else if (stage.clearedTick() < 0 && (stage.everBlocked() || !scene.isThere())) {
      stage = stage.cleared(turn.tick());
      turn.record(
          EventType.SCENE_CLEARED,
          Facts.of(
              "scene", scene.number(),
              "road", scene.spot().road(),
              "afterS", turn.secondsSince(scene.beganTick())));
      turn.remind(BOUND_S, scene.number(), BOUND, 0);
    }
    if (!scene.isThere() && !scene.isGone()) {
      stage = stage.gone(turn.tick());
    }
    return scene.with(stage);
  }

  private void end(Scene scene) {
    if (!scene.isGone() || turn.securing(scene) > 0) {
      return;
    }
    if (!scene.account().counted() && scene.stage().recoveredTick() < 0) {
      counts.close(counts.recovered(scene));
    } else if (scene.stage().recoveredTick() >= 0) {
      counts.close(scene);
    }
  }

  /** It has been long enough since nothing blocked any more. */
  void bound(Scene scene) {
    boolean due =
        scene.stage().clearedTick() >= 0
            && turn.secondsSince(scene.stage().clearedTick()) >= BOUND_S;
    if (due && scene.stage().recoveredTick() < 0) {
      turn.put(counts.recovered(scene));
    }
  }
}
