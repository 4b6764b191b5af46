package io.testroad.incident;

import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.protocol.SceneFacts;
import io.testroad.protocol.SceneLetter;
import io.testroad.protocol.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives units that are there their work, piece by piece, and takes it from them when done. */
final class SceneWork {

  /** Work after which a place looks different to whoever decides what else is needed there. */
  private static final Set<Task> DANGER =
      EnumSet.of(Task.EXTINGUISH, Task.CONTAIN, Task.RESCUE, Task.TREAT);

  private record Offer(Scene scene, Piece piece, Task task) {}

  private final ScenesTurn turn;
  private final SceneSights sights;
  private final WorkEffects effects;

  SceneWork(ScenesTurn turn, SceneSights sights, WorkEffects effects) {
    this.turn = turn;
    this.sights = sights;
    this.effects = effects;
  }

  // units come and go ---------------------------------------------------------------------------

  /** A unit is there. */
  void arrives(SceneLetter.UnitThere there, AgentId agent) {
    leaves(there.unit());
    List<Task> tasks = there.tasks().stream().flatMap(t -> Task.find(t).stream()).toList();
    Visit visit =
        new Visit(
            there.unit(),
            agent,
            there.incident(),
            tasks,
            there.road(),
            there.positionM(),
            there.withinM(),
            turn.tick(),
            false,
            false);
    turn.visits().put(visit.unit(), visit);
    look(visit);
    touch(visit);
  }

  /** A unit leaves; what it hasn't done is open again. */
  void leaves(String unit) {
    Visit visit = turn.visits().remove(unit);
    if (visit == null) {
      return;
    }
    for (Scene scene : turn.all()) {
      if (scene.pieces().stream().anyMatch(piece -> isGiven(piece, unit))) {
        turn.put(
            scene.withPieces(
                scene.pieces().stream()
                    .map(p -> isGiven(p, unit) ? p.as(Piece.Status.OPEN, "") : p)
                    .toList()));
      }
    }
    touch(visit);
  }

  private static boolean isGiven(Piece piece, String unit) {
    return piece.status() == Piece.Status.GIVEN && piece.unit().equals(unit);
  }

  private void touch(Visit visit) {
    turn.all().stream()
        .filter(scene -> ScenesTurn.isAt(visit, scene))
        .forEach(scene -> turn.touch(scene.number()));
  }

  // work ----------------------------------------------------------------------------------------

  /** A unit has done a piece of work; one that nobody needs any more has no effect. */
  void done(SceneLetter.WorkDone told) {
    Visit visit = turn.visits().find(told.unit());
    if (visit != null) {
      turn.visits().put(told.unit(), visit.busy(false));
      touch(visit);
    }
    Optional<Task> task = Task.find(told.task());
    Optional<Scene> scene = turn.find(told.scene());
    if (task.isEmpty() || scene.isEmpty()) {
      return;
    }
    Optional<Piece> piece =
        scene.get().pieces().stream()
            .filter(
                p -> isGiven(p, told.unit()) && p.is(task.get()) && p.item().equals(told.item()))
            .findFirst();
    if (piece.isPresent()) {
      Scene after = set(scene.get(), piece.get(), Piece.Status.DONE, told.unit());
      effects.done(after, task.get(), told);
      if (visit != null && DANGER.contains(task.get())) {
        look(visit);
      }
    }
  }

  /** A unit sees what is there now. */
  private void look(Visit visit) {
    turn.post(
        visit.agent(),
        new SceneLetter.Looked(
            visit.incident(), sights.near(visit.road(), visit.positionM(), visit.withinM())));
  }

  private static Scene set(Scene scene, Piece piece, Piece.Status status, String unit) {
    return scene.withPieces(
        scene.pieces().stream().map(p -> p == piece ? p.as(status, unit) : p).toList());
  }

  /** Gives work to all who wait for some; whoever came first is asked first. */
  void assign() {
    List<Visit> waiting = new ArrayList<>(turn.visits().entries().values());
    waiting.removeIf(visit -> visit.busy() || visit.dismissed());
    waiting.sort(Comparator.comparingLong(Visit::arrivedTick).thenComparing(Visit::unit));
    for (Visit visit : waiting) {
      List<Scene> here = scenesAt(visit);
      Optional<Offer> offer = offer(visit, here);
      if (offer.isPresent()) {
        give(visit, offer.get());
      } else if (!hopes(visit, here)) {
        turn.visits().put(visit.unit(), visit.sentAway());
        turn.post(visit.agent(), new SceneLetter.NoWork(visit.incident()));
      }
    }
  }

  private List<Scene> scenesAt(Visit visit) {
    return turn.all().stream()
        .filter(scene -> !scene.isGone() && ScenesTurn.isAt(visit, scene))
        .sorted(
            Comparator.comparingDouble(
                    (Scene s) -> StrictMath.abs(s.spot().positionM() - visit.positionM()))
                .thenComparingInt(Scene::number))
        .toList();
  }

  private static Optional<Offer> offer(Visit visit, List<Scene> here) {
    for (Task task : visit.tasks()) {
      for (Scene scene : here) {
        for (Piece piece : scene.pieces()) {
          boolean open = piece.status() == Piece.Status.OPEN && piece.is(task);
          if (open && SceneNeeds.mayBegin(scene, piece, task)) {
            return Optional.of(new Offer(scene, piece, task));
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Whether there will be work for a unit once others are done with theirs, or it keeps the traffic
   * away from them as long.
   */
  private static boolean hopes(Visit visit, List<Scene> here) {
    boolean guards =
        visit.tasks().contains(Task.SECURE) && here.stream().anyMatch(Scene::isGuarded);
    return guards || hasWorkLater(visit, here);
  }

  private static boolean hasWorkLater(Visit visit, List<Scene> here) {
    return here.stream()
        .flatMap(scene -> scene.pieces().stream())
        .anyMatch(
            piece ->
                piece.status() == Piece.Status.OPEN && visit.tasks().stream().anyMatch(piece::is));
  }

  private void give(Visit visit, Offer offer) {
    Scene scene = set(offer.scene(), offer.piece(), Piece.Status.GIVEN, visit.unit());
    turn.put(scene);
    turn.visits().put(visit.unit(), visit.busy(true));
    effects.given(scene, offer.task());
    turn.post(
        visit.agent(),
        new SceneLetter.WorkGiven(
            visit.incident(),
            scene.number(),
            offer.task().written(),
            offer.piece().item(),
            facts(scene)));
  }

  private Facts facts(Scene scene) {
    return sights
        .of(scene)
        .facts()
        .and(
            Facts.of(
                SceneFacts.SEVERITY,
                scene.severity(),
                SceneFacts.EVIDENCE,
                scene.keepsEvidenceFirst() ? "full" : "photos"));
  }
}
