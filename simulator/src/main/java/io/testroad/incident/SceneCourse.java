package io.testroad.incident;

import io.testroad.engine.RandomStream;
import io.testroad.engine.RoadDecision;
import io.testroad.protocol.SceneFacts;
import io.testroad.protocol.SceneKind;
import io.testroad.protocol.SceneLetter;
import io.testroad.protocol.Task;
import java.time.Duration;
import java.util.List;

/** How scenes develop as long as nobody does anything about them. */
final class SceneCourse {

  static final String CABIN_FIRE = "cabin-fire";
  static final String REIGNITION = "reignition";
  static final String LEAK = "leak";
  static final String LASTS = "lasts";
  static final String UNTREATED = "untreated";
  static final String PARTIES = "parties";
  static final String SECONDARY = "secondary";
  static final String RECOVERED = "recovered";
  static final String OUT_OF_SIGHT = "out-of-sight";

  /**
   * From a vehicle's being told to drive on until it is towed because it doesn't, s (assumption).
   */
  static final double IN_VAIN_S = 60;

  /** From flames outside to a fire in the cabin, s; a source's mean over burning battery cars. */
  private static final double CABIN_S = 64;

  private static final double FLAMES_M = 12;

  /** A battery burns again so often, and so much later on the average (assumptions). */
  private static final double REIGNITES = 0.1;

  private static final double REIGNITES_AFTER_S = 900;

  /** A large spill, l, spreads over a lane more each so many seconds (assumption). */
  private static final double LARGE_L = 208;

  private static final double SPREADS_S = 300;

  /** One of the seriously injured dies so often in so long when nobody comes (assumptions). */
  private static final double DIES = 0.05;

  private static final double UNTREATED_S = 600;

  /** How long a vehicle without brakes is looked for, s (assumption). */
  private static final double LOOKED_FOR_S = 600;

  /**
   * How long those concerned take to photograph and clear by themselves: log-normal, between what
   * Wuhan reports of police on the scene and of handling by video (assumption); and with a centre's
   * order to clear first, as Wuhan reports of handling by video, 4 to 5 min.
   */
  private static final WorkTime BY_THEMSELVES =
      WorkTime.logNormal(Duration.ofMinutes(10), Duration.ofMinutes(5));

  private static final WorkTime ORDERED =
      WorkTime.logNormal(Duration.ofMinutes(5), Duration.ofSeconds(150));

  private final ScenesTurn turn;
  private final SceneThings things;

  SceneCourse(ScenesTurn turn, SceneThings things) {
    this.turn = turn;
    this.things = things;
  }

  /** Sets the timers of a scene that begins. */
  void begin(Scene scene) {
    int number = scene.number();
    if (scene.burns()) {
      burn(scene, 0);
    }
    if (scene.leaks() && FactValues.real(scene.facts(), SceneFacts.LITRES, 0) > LARGE_L) {
      turn.remind(SPREADS_S, number, LEAK, 0);
    }
    double lasts = FactValues.real(scene.facts(), SceneFacts.LASTS_S, 0);
    if (lasts > 0) {
      turn.remind(lasts, number, LASTS, 0);
    }
    if (scene.people().serious() > 0) {
      turn.remind(UNTREATED_S, number, UNTREATED, 0);
    }
    if (scene.kind() == SceneKind.RUNAWAY_VEHICLE) {
      turn.remind(LOOKED_FOR_S, number, OUT_OF_SIGHT, 0);
    }
    if (turn.spec().habits().secondaryCrashes()) {
      turn.remind(SecondaryCrashes.EACH_S, number, SECONDARY, 0);
    }
    parties(scene);
  }

  /** A vehicle of a scene burns, the n-th time. */
  private void burn(Scene scene, int n) {
    double afterS = turn.stream(scene.number(), ScenesTurn.Draw.FLAMES).exponential(n, CABIN_S);
    turn.remind(afterS, scene.number(), CABIN_FIRE, n);
  }

  /** The parties of a minor collision clear the road if they may; from now on. */
  void parties(Scene scene) {
    if (!mayClear(scene)) {
      return;
    }
    Scene next = scene.with(scene.stage().nextParties());
    int serial = next.stage().partiesSerial();
    RandomStream stream = turn.stream(scene.number(), ScenesTurn.Draw.PARTIES);
    WorkTime time = scene.stage().ordered().isEmpty() ? BY_THEMSELVES : ORDERED;
    turn.put(next);
    turn.remind(time.draw(stream, serial).toMillis() / 1000.0, scene.number(), PARTIES, serial);
  }

  private static boolean mayClear(Scene scene) {
    return scene.kind() == SceneKind.COLLISION
        && scene.severity().equals(Severity.DAMAGE)
        && !scene.keepsEvidenceFirst()
        && scene.bodies().stream().anyMatch(body -> body.isVehicle() && body.canMove());
  }

  /** A timer has come; those of traffic and crashes are for others. */
  void step(Scene scene, SceneLetter.StepDue due) {
    switch (due.step()) {
      case CABIN_FIRE -> cabinFire(scene);
      case REIGNITION -> reignite(scene, due.serial());
      case LEAK -> spread(scene, due.serial());
      case LASTS -> end(scene);
      case UNTREATED -> untreated(scene, due.serial());
      case PARTIES -> clearAway(scene, due.serial());
      case RECOVERED -> inVain(scene);
      case OUT_OF_SIGHT -> outOfSight(scene);
      default -> throw new IllegalArgumentException("no step " + due);
    }
  }

  private void cabinFire(Scene scene) {
    if (!scene.burns()) {
      return;
    }
    int lanes = turn.roads().lanes(scene.spot().road());
    Scene larger = scene;
    for (int lane : SceneSights.lanes(scene)) {
      for (int beside : new int[] {lane - 1, lane + 1}) {
        if (beside >= 0 && beside < lanes && !SceneSights.lanes(larger).contains(beside)) {
          larger = things.lay(larger, Body.Matter.FLAMES, beside, FLAMES_M);
        }
      }
    }
    change(larger.change(Body::isVehicle, Body::ruined), CABIN_FIRE);
  }

  /** What becomes of a vehicle whose fire is out: batteries may burn again. */
  void afterFire(Scene scene) {
    int before = (int) scene.pieces().stream().filter(p -> !p.unfinished()).count();
    RandomStream stream = turn.stream(scene.number(), ScenesTurn.Draw.REIGNITION);
    if (scene.hasIcv() && stream.uniform(2L * before) < REIGNITES) {
      double afterS = stream.exponential(2L * before + 1, REIGNITES_AFTER_S);
      turn.remind(afterS, scene.number(), REIGNITION, before);
    }
  }

  private void reignite(Scene scene, int n) {
    if (!scene.burns() && scene.bodies().stream().anyMatch(Body::isVehicle)) {
      Scene again = scene.with(SceneFacts.FIRE, true);
      change(again, REIGNITION);
      burn(again, n);
    }
  }

  private void spread(Scene scene, int n) {
    if (!scene.leaks()) {
      return;
    }
    int lanes = turn.roads().lanes(scene.spot().road());
    for (int lane = 0; lane < lanes; lane++) {
      if (!SceneSights.lanes(scene).contains(lane)) {
        double lengthM =
            scene.bodies().stream()
                .filter(body -> body.matter() == Body.Matter.SPILL)
                .mapToDouble(Body::lengthM)
                .findFirst()
                .orElse(FLAMES_M);
        change(things.lay(scene, Body.Matter.SPILL, lane, lengthM), LEAK);
        turn.remind(SPREADS_S, scene.number(), LEAK, n + 1);
        return;
      }
    }
  }

  private void end(Scene scene) {
    switch (scene.kind()) {
      case FLOOD -> things.drain(scene);
      case FOG -> things.clearUp(scene);
      case DEADLOCK -> dissolve(scene);
      default -> {}
    }
    Scene over = turn.get(scene.number());
    change(over.with(over.stage().timed(false)), "over");
  }

  /** Vehicles that wait for one another do so no longer. */
  void dissolve(Scene scene) {
    for (String vehicle : scene.vehicles()) {
      turn.decide(new RoadDecision.Courtesy(vehicle, false));
    }
    turn.put(scene.withBodies(List.of()));
  }

  private void untreated(Scene scene, int n) {
    Scene after = scene;
    for (int i = 0; i < scene.people().serious(); i++) {
      if (turn.uniform(scene.number(), ScenesTurn.Draw.DEATH, n * 1000L + i) < DIES) {
        after = after.with(after.people().oneDies());
      }
    }
    if (!after.equals(scene)) {
      change(after, "death");
    }
    if (after.people().serious() > 0) {
      turn.remind(UNTREATED_S, scene.number(), UNTREATED, n + 1);
    }
  }

  private void clearAway(Scene scene, int serial) {
    boolean inHand =
        scene.pieces().stream().anyMatch(p -> p.is(Task.SECURE) && !p.unit().isEmpty());
    if (serial == scene.stage().partiesSerial() && mayClear(scene) && !inHand) {
      change(things.letGo(scene), "parties-cleared");
    }
  }

  private void inVain(Scene scene) {
    Scene stands =
        scene.with(
            Scene.IN_VAIN, scene.bodies().stream().filter(Body::icv).map(Body::name).toList());
    turn.put(stands);
  }

  private void outOfSight(Scene scene) {
    if (scene.bodies().stream().anyMatch(body -> !body.stands())) {
      change(scene.without(body -> !body.stands()), OUT_OF_SIGHT);
    }
  }

  private void change(Scene scene, String what) {
    turn.put(scene);
    turn.changed(scene, what);
  }
}
