package io.testroad.incident;

import io.testroad.engine.AgentId;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.RoadDecision;
import io.testroad.protocol.SceneFacts;
import io.testroad.protocol.SceneKind;
import io.testroad.protocol.SceneLetter;
import io.testroad.protocol.SignalLetter;
import io.testroad.protocol.Task;
import io.testroad.protocol.VehicleLetter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a unit's work changes at a scene. */
final class WorkEffects {

  /** How a vehicle that is to be checked is waved out: braking, and how long it looks for a gap. */
  private static final double WAVED_MPS2 = 2.5;

  private static final double WAVED_S = 20;

  private final ScenesTurn turn;
  private final SceneThings things;
  private final SceneCourse course;
  private final SceneOccurrences occurrences;

  WorkEffects(
      ScenesTurn turn, SceneThings things, SceneCourse course, SceneOccurrences occurrences) {
    this.turn = turn;
    this.things = things;
    this.course = course;
    this.occurrences = occurrences;
  }

  /** A unit begins a piece of work. */
  void given(Scene scene, Task task) {
    if (task == Task.CHECK) {
      for (String vehicle : scene.vehicles()) {
        turn.decide(new RoadDecision.PullOver(vehicle, WAVED_MPS2, WAVED_S));
      }
    }
  }

  /**
   * A unit has done a piece of work.
   *
   * @param scene with the piece done
   */
  void done(Scene scene, Task task, SceneLetter.WorkDone told) {
    turn.put(scene);
    switch (task) {
      case EXTINGUISH -> extinguished(scene);
      case CONTAIN -> contained(scene);
      case RESCUE -> change(scene.with(scene.people().rescued()), "rescued");
      case TREAT -> change(scene.with(scene.people().carriedAway()), "treated");
      case SECURE -> secured(scene, told);
      case TOW, SWEEP -> cleared(scene, told);
      case RECOVER -> recovered(scene, told);
      case MEND_SIGNAL -> turn.post(SceneThings.signal(scene), new SignalLetter.SignalMended());
      case CHECK -> checked(scene);
      case OBSERVE -> {}
    }
  }

  private void change(Scene scene, String what) {
    turn.put(scene);
    turn.changed(scene, what);
  }

  private void extinguished(Scene scene) {
    Scene out = things.clear(scene.with(SceneFacts.FIRE, false), Body.Matter.FLAMES);
    Scene wreck = out.change(Body::isVehicle, Body::ruined);
    change(wreck, "extinguished");
    course.afterFire(wreck);
  }

  private void contained(Scene scene) {
    Scene dry = scene.with(SceneFacts.LEAKS, false).with(SceneFacts.SUBSTANCE, "");
    change(things.clear(dry, Body.Matter.SPILL), "contained");
  }

  private void secured(Scene scene, SceneLetter.WorkDone told) {
    if (scene.kind() != SceneKind.COLLISION) {
      return;
    }
    List<String> kinds = new ArrayList<>(List.of("photos"));
    if (scene.keepsEvidenceFirst()) {
      kinds.add("statements");
    }
    if (scene.hasIcv()) {
      kinds.add("recorder-90s");
    }
    if (turn.spec().watchers().stream().anyMatch(w -> w.records() && w.sees(scene.roads()))) {
      kinds.add("roadside-video");
    }
    String found = FactValues.text(scene.facts(), SceneFacts.RESPONSIBILITY);
    turn.record(
        EventType.EVIDENCE_SECURED,
        Facts.of(
            "scene", scene.number(),
            "incident", told.incident(),
            "unit", told.unit(),
            "kinds", String.join(",", kinds),
            "responsibility", found.isEmpty() ? "undetermined" : found));
    Scene let = things.letGo(scene);
    if (!let.bodies().equals(scene.bodies())) {
      change(let, "let-go");
    }
  }

  private void cleared(Scene scene, SceneLetter.WorkDone told) {
    Optional<Body> body = scene.find(told.item());
    if (body.isEmpty()) {
      return;
    }
    things.clear(scene, body.get());
    turn.put(scene.without(b -> b.name().equals(told.item())));
    occurrences.free(told.item());
  }

  private void recovered(Scene scene, SceneLetter.WorkDone told) {
    if (scene.kind() == SceneKind.DEADLOCK) {
      course.dissolve(scene);
      return;
    }
    turn.post(AgentId.vehicle(told.item()), new VehicleLetter.FaultMended());
    turn.remind(SceneCourse.IN_VAIN_S, scene.number(), SceneCourse.RECOVERED, 0);
  }

  /** Drives on, or is detained where its plate is forged (Road Traffic Safety Law, article 96). */
  private void checked(Scene scene) {
    boolean forged = scene.kind() == SceneKind.FORGED_PLATE;
    for (String vehicle : scene.vehicles()) {
      turn.decide(forged ? new RoadDecision.Remove(vehicle) : new RoadDecision.Resume(vehicle));
    }
    change(scene.withBodies(List.of()), "checked");
  }
}
