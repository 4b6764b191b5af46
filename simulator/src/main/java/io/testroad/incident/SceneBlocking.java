package io.testroad.incident;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.RoadDecision;
import io.testroad.protocol.SceneKind;
import java.util.List;
import java.util.stream.Collectors;

/** Tells the roads how drivers pass a scene, whenever that changes. */
final class SceneBlocking {

  /**
   * Drivers are careful from the rear of what stands there on, m: before it they must be able to
   * merge as ever (assumption: a vehicle's length).
   */
  private static final double BEFORE_M = 5;

  /** Until so far behind it, m (assumption). */
  private static final double BEHIND_M = 200;

  /**
   * Share of the capacity that is left in the other direction, whose drivers look at the lights:
   * 0.87 to 0.95 (assumption; one study of 12.7 % lost, known from a quotation only).
   */
  private static final double LOOKERS_SHARE = 0.9;

  private final ScenesTurn turn;

  SceneBlocking(ScenesTurn turn) {
    this.turn = turn;
  }

  /** The name of a scene on the roads. */
  static String name(int scene) {
    return "scene-" + scene;
  }

  /** The scene, after the roads were told what has changed. */
  Scene tell(Scene scene) {
    Blockage old = scene.stage().blockage();
    Blockage now =
        Blockage.of(
            scene,
            turn.roads().lanes(scene.spot().road()),
            turn.securing(scene),
            turn.spec().habits().incidentScreen());
    if (now.equals(old)) {
      return scene;
    }
    if (!old.road().isEmpty() && !old.road().equals(now.road())) {
      lift(scene, old);
    }
    caution(scene, old, now);
    lookers(scene, old, now);
    if (now.differsInLanes(old) && (now.blocks() || old.blocks() || now.share() != old.share())) {
      record(scene, now);
    }
    return scene.with(scene.stage().told(now));
  }

  private void lift(Scene scene, Blockage old) {
    stretch(name(scene.number()), old, 1);
    if (old.lookers()) {
      other(scene, old, 1);
    }
  }

  private void caution(Scene scene, Blockage old, Blockage now) {
    boolean moved = !old.road().equals(now.road()) || old.positionM() != now.positionM();
    boolean careful = now.openLaneShare() < 1;
    if (now.openLaneShare() == old.openLaneShare() && !(moved && careful)) {
      return;
    }
    List<String> roads = scene.roads();
    if (roads.size() == 1 && scene.kind() != SceneKind.FOG) {
      stretch(name(scene.number()), now, now.openLaneShare());
      return;
    }
    for (String road : roads) {
      turn.decide(
          new RoadDecision.Caution(
              name(scene.number()) + "/" + road,
              road,
              0,
              turn.roads().lengthM(road),
              now.openLaneShare()));
    }
  }

  private void stretch(String name, Blockage blockage, double share) {
    double lengthM = turn.roads().lengthM(blockage.road());
    turn.decide(
        new RoadDecision.Caution(
            name,
            blockage.road(),
            Math.max(0, blockage.positionM() - BEFORE_M),
            Math.min(lengthM, blockage.positionM() + BEHIND_M),
            share));
  }

  private void lookers(Scene scene, Blockage old, Blockage now) {
    boolean before = old.lookers() && old.road().equals(now.road());
    if (now.lookers() != before) {
      other(scene, now, now.lookers() ? LOOKERS_SHARE : 1);
    }
  }

  private void other(Scene scene, Blockage blockage, double share) {
    turn.roads()
        .opposite(blockage.road())
        .ifPresent(
            road -> {
              double lengthM = turn.roads().lengthM(road);
              double at = lengthM - Math.min(lengthM, blockage.positionM());
              turn.decide(
                  new RoadDecision.Caution(
                      name(scene.number()) + "/other-side",
                      road,
                      Math.max(0, at - BEFORE_M),
                      Math.min(lengthM, at + BEHIND_M),
                      share));
            });
  }

  private void record(Scene scene, Blockage now) {
    turn.record(
        EventType.SCENE_BLOCKS,
        Facts.of(
            "scene", scene.number(),
            "road", now.road(),
            "lanes", now.lanes().stream().map(String::valueOf).collect(Collectors.joining(",")),
            "open", now.open(),
            "share", now.share()));
  }
}
