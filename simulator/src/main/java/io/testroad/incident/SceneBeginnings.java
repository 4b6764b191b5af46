package io.testroad.incident;

import io.testroad.engine.AgentId;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.protocol.SceneFacts;
import io.testroad.protocol.SceneKind;
import io.testroad.protocol.SignalLetter;
import io.testroad.protocol.VehicleLetter;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes scenes, and brings about on the roads what there is of them. */
final class SceneBeginnings {

  /** How long fog and the like last where nobody says it, s (assumption). */
  private static final double LASTS_S = 3600;

  private static final double SPILL_M = 15;
  private static final double DEBRIS_M = 2;

  private final ScenesTurn turn;
  private final SceneThings things;
  private final SceneCourse course;
  private final SceneCounts counts;

  SceneBeginnings(ScenesTurn turn, SceneThings things, SceneCourse course, SceneCounts counts) {
    this.turn = turn;
    this.things = things;
    this.course = course;
    this.counts = counts;
  }

  /**
   * Something happens that the roads don't know yet.
   *
   * @param vehicles the vehicles that it happens to
   */
  Scene happens(SceneKind kind, Spot spot, List<String> vehicles, Facts facts, String cause) {
    Scene scene = draft(kind, spot, facts, cause);
    for (String vehicle : vehicles) {
      scene = scene.and(things.vehicle(scene, vehicle));
    }
    scene = scene.with(Injuries.said(scene, turn));
    return begin(byKind(scene));
  }

  /** Something has happened on the roads. */
  Scene draft(SceneKind kind, Spot spot, Facts facts, String cause) {
    int number = turn.nextNumber();
    SortedMap<String, Object> given = new TreeMap<>(facts.asMap());
    return new Scene(
        number,
        kind,
        spot,
        cause,
        turn.tick(),
        Facts.from(given),
        List.of(),
        Casualties.NONE,
        0,
        List.of(),
        SceneStage.FRESH,
        SceneAccount.from(turn.tick(), false));
  }

  /** A scene that is complete begins. */
  Scene begin(Scene made) {
    Scene scene = counts.begin(SceneNeeds.renew(made));
    turn.record(
        EventType.SCENE_BEGAN,
        Facts.of(
            "scene", scene.number(),
            "kind", scene.kind().written(),
            "road", scene.spot().road(),
            "lane", scene.spot().lane(),
            "positionM", scene.spot().positionM(),
            "cause", scene.cause(),
            "vehicles", String.join(",", scene.vehicles()),
            "facts", SceneSights.text(scene)));
    turn.put(scene);
    course.begin(scene);
    return turn.get(scene.number());
  }

  private Scene byKind(Scene scene) {
    return switch (scene.kind()) {
      case VEHICLE_STALLED, COLLISION -> spilling(standing(scene));
      case FIRE -> standing(scene).with(SceneFacts.FIRE, true);
      case HAZMAT_SPILL -> spilling(scene);
      case DEBRIS -> things.lay(scene, Body.Matter.DEBRIS, DEBRIS_M);
      case RUNAWAY_VEHICLE -> things.runAway(scene);
      case UNPLATED_VEHICLE, FORGED_PLATE -> plate(scene);
      case SIGNAL_FAILURE -> signal(scene);
      case FLOOD -> things.flood(lasting(scene));
      case FOG -> things.slowDown(lasting(scene));
      case DEADLOCK -> things.deadlock(scene);
      case CONGESTION -> lasting(scene);
    };
  }

  /** Vehicles that are named stand; where none is, some do that the roads know as obstacles. */
  private Scene standing(Scene scene) {
    if (scene.bodies().isEmpty()) {
      double carM = scene.kind() == SceneKind.COLLISION ? 2 * Injuries.CAR_M : Injuries.CAR_M;
      return things.lay(scene, Body.Matter.WRECK, carM);
    }
    scene.vehicles().forEach(vehicle -> things.stop(scene, vehicle));
    return scene;
  }

  private Scene spilling(Scene scene) {
    boolean hazardous = !FactValues.text(scene.facts(), SceneFacts.SUBSTANCE).isEmpty();
    if (!hazardous && scene.kind() != SceneKind.HAZMAT_SPILL) {
      return scene;
    }
    Scene leaking = scene.with(SceneFacts.LEAKS, true);
    leaking.vehicles().forEach(vehicle -> things.stop(leaking, vehicle));
    return things.lay(leaking, Body.Matter.SPILL, SPILL_M);
  }

  private static Scene lasting(Scene scene) {
    double seconds = FactValues.real(scene.facts(), SceneFacts.LASTS_S, LASTS_S);
    return scene.with(SceneFacts.LASTS_S, seconds).with(scene.stage().timed(true));
  }

  private Scene plate(Scene scene) {
    String number = FactValues.text(scene.facts(), SceneFacts.PLATE);
    for (Body body : scene.bodies()) {
      if (body.icv()) {
        turn.post(AgentId.vehicle(body.name()), new VehicleLetter.PlateForged(number));
      }
    }
    return scene.change(body -> true, Body::driving);
  }

  private Scene signal(Scene scene) {
    String mode = FactValues.text(scene.facts(), SceneFacts.SIGNAL_MODE);
    turn.post(
        SceneThings.signal(scene), new SignalLetter.SignalFails(mode.isEmpty() ? "off" : mode));
    return scene;
  }
}
