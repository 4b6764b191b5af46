package io.testroad.incident;

import io.testroad.engine.Facts;
import io.testroad.engine.RandomStream;
import io.testroad.engine.RoadDecision;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.SceneFacts;
import io.testroad.protocol.SceneKind;
import io.testroad.protocol.SceneLetter;
import java.util.List;
import java.util.Optional;

/** What the roads and the vehicles tell: makes scenes of it, or parts of those there are. */
final class SceneOccurrences {

  /** A collision so near to another and so soon after it belongs to it, m and s (assumption). */
  private static final double PILE_M = 30;

  private static final double PILE_S = 60;

  /**
   * Vehicles that touch while they come together more slowly than this, or part, drive on, m/s
   * (assumption): the roads record every overlap of bodies.
   */
  private static final double TOUCH_MPS = 1;

  /** What the roads call a thing that was hit; it is no vehicle and takes no orders. */
  private static final String OBSTACLE = "obstacle:";

  /** Braking of a vehicle that has collided, m/s² (assumption). */
  private static final double AFTER_CRASH_MPS2 = 8;

  private final ScenesTurn turn;
  private final SceneThings things;
  private final SceneBeginnings beginnings;
  private final SceneCourse course;
  private final SceneCounts counts;

  SceneOccurrences(
      ScenesTurn turn,
      SceneThings things,
      SceneBeginnings beginnings,
      SceneCourse course,
      SceneCounts counts) {
    this.turn = turn;
    this.things = things;
    this.beginnings = beginnings;
    this.course = course;
    this.counts = counts;
  }

  // from the roads ------------------------------------------------------------------------------

  /** A vehicle stands where it shouldn't. */
  void stalled(IncidentLetter.RoadOccurrence told) {
    Spot spot = new Spot(told.road(), told.lane(), told.positionM());
    Optional<Scene> scene = turn.sceneOf(told.vehicle());
    if (scene.isPresent()) {
      stands(scene.get(), told.vehicle(), spot);
    } else {
      stalled(told.vehicle(), spot, "stalled");
    }
  }

  private Scene stalled(String vehicle, Spot spot, String cause) {
    Facts facts = Facts.of(SceneFacts.ICV, things.isIcv(vehicle));
    Scene scene = beginnings.draft(SceneKind.VEHICLE_STALLED, spot, facts, cause);
    return beginnings.begin(scene.and(things.vehicle(scene, vehicle)));
  }

  /** A vehicle of a scene has come to a stand, where it may not have been expected to. */
  private void stands(Scene scene, String vehicle, Spot spot) {
    Scene after = at(scene, vehicle, spot);
    turn.put(after);
    if (!scene.spot().road().equals(after.spot().road()) && after.account().counted()) {
      counts.count(after);
    }
  }

  /** A vehicle of a scene stands at a place; its first vehicle is where the scene is. */
  private static Scene at(Scene scene, String vehicle, Spot spot) {
    Scene after = scene.change(body -> body.name().equals(vehicle), body -> body.at(spot));
    return scene.bodies().get(0).name().equals(vehicle) ? after.with(spot) : after;
  }

  /** Two vehicles have collided. */
  void crashed(SceneLetter.Crashed told) {
    if (FactValues.real(told.impact(), "closingSpeedMps", 0) < TOUCH_MPS) {
      return;
    }
    Spot spot = new Spot(told.road(), told.lane(), told.positionM());
    Facts impact = told.impact();
    Optional<Scene> there =
        turn.sceneOf(told.vehicle()).or(() -> turn.sceneOf(told.other())).or(() -> pile(spot));
    Scene scene =
        there.orElseGet(
            () -> beginnings.draft(SceneKind.COLLISION, spot, found(told), "collision"));
    boolean drivable = Injuries.drivable(impact);
    Scene before = scene;
    for (String party : List.of(told.vehicle(), told.other())) {
      if (!party.startsWith(OBSTACLE)) {
        scene = involve(scene, party, spot, drivable);
      }
    }
    RandomStream stream =
        turn.stream(scene.number(), ScenesTurn.Draw.INJURY)
            .forEntity(RandomStream.hash(told.vehicle()));
    Casualties more = Injuries.crashed(impact, stream);
    scene = scene.with(scene.people().and(more)).with(SceneKind.COLLISION);
    if (there.isEmpty()) {
      beginnings.begin(scene);
    } else {
      turn.put(scene);
      turn.changed(scene, before.kind() == SceneKind.COLLISION ? "pile-up" : "collision");
    }
  }

  private Facts found(SceneLetter.Crashed told) {
    boolean behind = FactValues.text(told.impact(), "kind").equals("rear-end");
    return Facts.of(
        SceneFacts.OTHER_KIND,
        Injuries.otherKind(told.impact()),
        SceneFacts.ICV,
        things.isIcv(told.vehicle()) || things.isIcv(told.other()),
        SceneFacts.RESPONSIBILITY,
        behind ? "full:" + told.vehicle() : "undetermined");
  }

  /** A vehicle is part of a collision; a background vehicle doesn't just drive on. */
  private Scene involve(Scene scene, String vehicle, Spot spot, boolean drivable) {
    Optional<Body> body = scene.find(vehicle);
    if (body.isPresent()) {
      Scene there = body.get().stands() ? scene : at(scene, vehicle, spot);
      return drivable ? there : there.change(b -> b.name().equals(vehicle), Body::ruined);
    }
    Optional<Scene> elsewhere = turn.sceneOf(vehicle);
    if (elsewhere.isPresent() && elsewhere.get().number() != scene.number()) {
      turn.put(elsewhere.get().without(b -> b.name().equals(vehicle)));
    }
    boolean icv = things.isIcv(vehicle);
    if (!icv) {
      turn.decide(new RoadDecision.Halt(vehicle, AFTER_CRASH_MPS2, false));
    }
    return scene.and(Body.vehicle(vehicle, spot, icv, drivable));
  }

  private Optional<Scene> pile(Spot spot) {
    return turn.all().stream()
        .filter(
            scene ->
                scene.kind() == SceneKind.COLLISION
                    && !scene.isGone()
                    && scene.spot().road().equals(spot.road())
                    && StrictMath.abs(scene.spot().positionM() - spot.positionM()) <= PILE_M
                    && turn.secondsSince(scene.beganTick()) <= PILE_S)
        .findFirst();
  }

  /** A vehicle has gone on by itself, or was taken away. */
  void gone(String vehicle) {
    Optional<Scene> scene = turn.sceneOf(vehicle);
    scene.ifPresent(s -> turn.put(s.without(body -> body.name().equals(vehicle))));
    free(vehicle);
  }

  // from vehicles, the script and the hazards ---------------------------------------------------

  void happens(SceneLetter.Happens told) {
    SceneLetter.Sight what = told.what();
    SceneKind kind =
        SceneKind.find(what.kind())
            .orElseThrow(() -> new IllegalArgumentException("no kind " + what.kind()));
    Spot spot = new Spot(what.road(), what.lane(), what.positionM());
    if (isKnown(kind, what.vehicles())) {
      turn.sceneOf(what.vehicles().get(0)).ifPresent(scene -> turn.put(scene.with(spot)));
      return;
    }
    beginnings.happens(kind, spot, what.vehicles(), what.facts(), told.cause());
  }

  /** Whether a vehicle that drives without its plate is seen again, elsewhere. */
  private boolean isKnown(SceneKind kind, List<String> vehicles) {
    boolean drives = kind == SceneKind.UNPLATED_VEHICLE || kind == SceneKind.FORGED_PLATE;
    return drives
        && !vehicles.isEmpty()
        && turn.sceneOf(vehicles.get(0))
            .filter(scene -> scene.kind() == kind && !scene.isGone())
            .isPresent();
  }

  /** Riders can't go on; where their vehicle is in no scene it stands beside the road. */
  void ridersStuck(SceneLetter.RidersStuck told) {
    Scene scene =
        turn.sceneOf(told.vehicle())
            .orElseGet(
                () ->
                    stalled(
                        told.vehicle(), new Spot(told.road(), -1, told.positionM()), "stalled"));
    ScenesState.Stuck old = turn.stuck().find(told.vehicle());
    long since = old == null ? turn.tick() : old.sinceTick();
    turn.stuck().put(told.vehicle(), new ScenesState.Stuck(told.riders(), since));
    turn.put(withRiders(scene));
  }

  void ridersFreed(String vehicle) {
    turn.sceneOf(vehicle)
        .filter(scene -> scene.kind() == SceneKind.DEADLOCK)
        .ifPresent(course::dissolve);
    free(vehicle);
  }

  /** The riders of a vehicle can go on; what the vehicle says of it is on record already. */
  void free(String vehicle) {
    turn.stuck().remove(vehicle);
    for (Scene scene : turn.all()) {
      Scene after = scene.riders() > 0 ? withRiders(scene) : scene;
      if (after.riders() != scene.riders()) {
        turn.put(after);
      }
    }
  }

  private Scene withRiders(Scene scene) {
    int riders = 0;
    for (String vehicle : scene.vehicles()) {
      ScenesState.Stuck stuck = turn.stuck().find(vehicle);
      riders += stuck == null ? 0 : stuck.riders();
    }
    return scene.withRiders(riders);
  }
}
