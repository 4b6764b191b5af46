package io.testroad.incident;

import io.testroad.engine.AgentId;
import io.testroad.engine.Book;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Outcome;
import io.testroad.engine.RandomStream;
import io.testroad.engine.RoadDecision;
import io.testroad.engine.Turn;
import io.testroad.protocol.SceneLetter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One turn of the scenes: the books as they change, and what comes of it. Not thread-safe. */
final class ScenesTurn {

  /** Further digits of a draw's number, so that purposes don't share draws. */
  private static final long DRAWS_EACH = 1_000_000;

  private final ScenesSpec spec;
  private final SceneRoads roads;
  private final RandomStream chance;
  private final Turn turn;
  private final Outcome.Builder out;
  private final SortedMap<Integer, Scene> before;
  private final Book<Integer, Scene> scenes;
  private final Book<String, Integer> sceneOf;
  private final Book<String, ScenesState.Stuck> stuck;
  private final Book<String, Visit> visits;
  private final SortedSet<Integer> touched = new TreeSet<>();
  private int total;

  ScenesTurn(
      ScenesSpec spec,
      SceneRoads roads,
      RandomStream chance,
      ScenesState state,
      Turn turn,
      Outcome.Builder out) {
    this.spec = spec;
    this.roads = roads;
    this.chance = chance;
    this.turn = turn;
    this.out = out;
    before = state.scenes();
    scenes = new Book<>(state.scenes());
    sceneOf = new Book<>(state.sceneOf());
    stuck = new Book<>(state.stuck());
    visits = new Book<>(state.visits());
    total = state.total();
  }

  ScenesSpec spec() {
    return spec;
  }

  SceneRoads roads() {
    return roads;
  }

  long tick() {
    return turn.tick();
  }

  double secondsSince(long tick) {
    return turn.clock().secondsAt(turn.tick() - tick);
  }

  /** Seconds since the start of the run. */
  double nowS() {
    return turn.clock().secondsAt(turn.tick());
  }

  double minutesATick() {
    return turn.clock().tickSeconds() / 60;
  }

  // chance --------------------------------------------------------------------------------------

  /** What is drawn for; each has its own numbers. */
  enum Draw {
    INJURY,
    FLAMES,
    REIGNITION,
    PARTIES,
    DEATH,
    SECONDARY,
    SECONDARY_PLACE,
    HAZARD,
    HAZARD_PLACE,
    HAZARD_LANE
  }

  /** Uniform in [0, 1): the n-th draw of a purpose for a scene. */
  double uniform(int scene, Draw purpose, long n) {
    return chance.uniform(scene, purpose.ordinal() * DRAWS_EACH + n);
  }

  /** The stream of a scene and a purpose. */
  RandomStream stream(int scene, Draw purpose) {
    return chance.forEntity(scene).forEntity(purpose.ordinal());
  }

  // scenes --------------------------------------------------------------------------------------

  /** The number of a new scene. */
  int nextNumber() {
    return ++total;
  }

  Optional<Scene> find(int number) {
    return Optional.ofNullable(scenes.find(number));
  }

  /** A scene that must be there. */
  Scene get(int number) {
    return find(number).orElseThrow(() -> new NoSuchElementException("no scene " + number));
  }

  /** Puts a scene in its place, with the vehicles that are in it. */
  void put(Scene scene) {
    Scene old = scenes.find(scene.number());
    if (old != null) {
      for (String vehicle : old.vehicles()) {
        if (scene.find(vehicle).isEmpty()) {
          sceneOf.remove(vehicle);
        }
      }
    }
    for (String vehicle : scene.vehicles()) {
      Integer number = sceneOf.find(vehicle);
      if (number == null || number != scene.number()) {
        sceneOf.put(vehicle, scene.number());
      }
    }
    scenes.put(scene.number(), scene);
    touched.add(scene.number());
  }

  /** Drops a scene whose account is closed. */
  void drop(Scene scene) {
    scenes.remove(scene.number());
  }

  /** The scene in which a vehicle is. */
  Optional<Scene> sceneOf(String vehicle) {
    return Optional.ofNullable(sceneOf.find(vehicle)).flatMap(this::find);
  }

  /** All scenes, by number. */
  List<Scene> all() {
    return new ArrayList<>(scenes.entries().values());
  }

  /** How a scene was before the turn; empty when it is new. */
  Optional<Scene> before(int number) {
    return Optional.ofNullable(before.get(number));
  }

  /** Has a scene looked at when the turn is over. */
  void touch(int number) {
    touched.add(number);
  }

  /** Numbers of the scenes that may be different now. */
  List<Integer> touched() {
    return List.copyOf(touched);
  }

  // riders and units ----------------------------------------------------------------------------

  Book<String, ScenesState.Stuck> stuck() {
    return stuck;
  }

  Book<String, Visit> visits() {
    return visits;
  }

  /** Whether a unit is where a scene is. */
  static boolean isAt(Visit visit, Scene scene) {
    if (scene.spot().road().equals(visit.road())) {
      return StrictMath.abs(scene.spot().positionM() - visit.positionM()) <= visit.withinM();
    }
    return scene.reaches(visit.road());
  }

  /** The units at a scene that secure it. */
  int securing(Scene scene) {
    return (int)
        visits.entries().values().stream()
            .filter(visit -> visit.secures() && isAt(visit, scene))
            .count();
  }

  // what comes of it ----------------------------------------------------------------------------

  void decide(RoadDecision decision) {
    out.decide(decision);
  }

  void post(AgentId to, io.testroad.engine.Letter letter) {
    out.post(to, letter);
  }

  void record(EventType type, Facts attributes) {
    out.record(type, attributes);
  }

  /** Sets a timer of a scene. */
  void remind(double seconds, int scene, String step, int serial) {
    out.remind(
        Duration.ofMillis(Math.round(seconds * 1000)),
        new SceneLetter.StepDue(scene, step, serial));
  }

  void remind(double seconds, SceneLetter letter) {
    out.remind(Duration.ofMillis(Math.round(seconds * 1000)), letter);
  }

  /** That a scene looks different. */
  void changed(Scene scene, String what) {
    record(
        EventType.SCENE_CHANGED,
        Facts.of("scene", scene.number(), "what", what, "facts", SceneSights.text(scene)));
  }

  ScenesState state() {
    return new ScenesState(
        total,
        new TreeMap<>(scenes.entries()),
        new TreeMap<>(sceneOf.entries()),
        new TreeMap<>(stuck.entries()),
        new TreeMap<>(visits.entries()));
  }
}
