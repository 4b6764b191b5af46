package io.testroad.incident;

import io.testroad.protocol.SceneFacts;
import io.testroad.protocol.SceneKind;
import io.testroad.protocol.Task;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which work a scene needs, and in which order.
 *
 * <p>Fire first of all, then what leaks, then those who are trapped, then the injured; vehicles are
 * taken away once the people are, and when the scene is kept once evidence is taken. Grade: general
 * practice of rescue; that evidence of a damage-only collision may wait is the law (Road Traffic
 * Safety Law, article 70).
 */
final class SceneNeeds {

  private static final Map<Task, Set<Task>> AFTER = new EnumMap<>(Task.class);

  static {
    Set<Task> danger = EnumSet.of(Task.EXTINGUISH, Task.CONTAIN);
    Set<Task> people = EnumSet.of(Task.EXTINGUISH, Task.CONTAIN, Task.RESCUE, Task.TREAT);
    AFTER.put(Task.OBSERVE, EnumSet.noneOf(Task.class));
    AFTER.put(Task.EXTINGUISH, EnumSet.noneOf(Task.class));
    AFTER.put(Task.CONTAIN, EnumSet.of(Task.EXTINGUISH));
    AFTER.put(Task.RESCUE, danger);
    AFTER.put(Task.TREAT, EnumSet.of(Task.EXTINGUISH, Task.CONTAIN, Task.RESCUE));
    AFTER.put(Task.SECURE, danger);
    AFTER.put(Task.MEND_SIGNAL, danger);
    AFTER.put(Task.CHECK, danger);
    AFTER.put(Task.TOW, people);
    AFTER.put(Task.RECOVER, people);
    AFTER.put(Task.SWEEP, people);
  }

  private SceneNeeds() {}

  /** Whether a piece of work may begin: all that must be done before is done. */
  static boolean mayBegin(Scene scene, Piece piece, Task task) {
    Set<Task> before = EnumSet.noneOf(Task.class);
    before.addAll(AFTER.get(task));
    boolean clears = task == Task.TOW || task == Task.RECOVER || task == Task.SWEEP;
    if (clears && scene.keepsEvidenceFirst()) {
      before.add(Task.SECURE);
    }
    return scene.pieces().stream()
        .filter(other -> !other.sameAs(piece) && other.unfinished())
        .noneMatch(other -> other.tasks().stream().anyMatch(before::contains));
  }

  /** The scene with the pieces of work that it needs as it now is. */
  static Scene renew(Scene scene) {
    List<Piece> needed = of(scene);
    List<Piece> pieces = new ArrayList<>();
    for (Piece old : scene.pieces()) {
      if (old.status() == Piece.Status.DONE || needed.stream().anyMatch(old::sameAs)) {
        pieces.add(old);
      }
    }
    for (Piece piece : needed) {
      if (pieces.stream().noneMatch(piece::sameAs)) {
        pieces.add(piece);
      }
    }
    return scene.withPieces(pieces);
  }

  private static List<Piece> of(Scene scene) {
    List<Piece> needed = new ArrayList<>();
    if (scene.burns()) {
      needed.add(Piece.open(again(scene, Task.EXTINGUISH), Task.EXTINGUISH));
    }
    if (scene.leaks()) {
      needed.add(Piece.open("", Task.CONTAIN));
    }
    if (scene.people().trapped() > 0) {
      needed.add(Piece.open("", Task.RESCUE));
    }
    int treated = done(scene, Task.TREAT);
    for (int i = 1; i <= scene.people().carriages(); i++) {
      needed.add(Piece.open("patients-" + (treated + i), Task.TREAT));
    }
    if (needsEvidence(scene)) {
      needed.add(Piece.open("", Task.SECURE));
    }
    if (scene.stage().timed() || scene.facts().find(SceneFacts.LASTS_S) == null) {
      bySort(scene, needed);
    }
    scene.bodies().stream().filter(Body::stands).forEach(body -> ofBody(scene, body, needed));
    return needed;
  }

  private static void bySort(Scene scene, List<Piece> needed) {
    switch (scene.kind()) {
      case SIGNAL_FAILURE -> needed.add(Piece.open("", Task.MEND_SIGNAL));
      case UNPLATED_VEHICLE, FORGED_PLATE -> needed.add(Piece.open("", Task.CHECK));
      case FLOOD -> needed.add(Piece.open("", Task.SECURE));
      case DEADLOCK -> {
        if (!scene.bodies().isEmpty()) {
          needed.add(Piece.open("", Task.RECOVER));
        }
      }
      default -> {}
    }
  }

  /** What tells this time from those before, when the same becomes necessary again. */
  private static String again(Scene scene, Task task) {
    int before = done(scene, task);
    return before == 0 ? "" : Integer.toString(before + 1);
  }

  private static int done(Scene scene, Task task) {
    return (int) scene.pieces().stream().filter(p -> p.is(task) && !p.unfinished()).count();
  }

  private static boolean needsEvidence(Scene scene) {
    if (scene.kind() != SceneKind.COLLISION) {
      return false;
    }
    return !scene.severity().equals(Severity.DAMAGE)
        || scene.hasIcv()
        || scene.bodies().stream().anyMatch(Body::isVehicle);
  }

  private static void ofBody(Scene scene, Body body, List<Piece> needed) {
    switch (body.matter()) {
      case DEBRIS -> needed.add(Piece.open(body.name(), Task.SWEEP));
      case VEHICLE, WRECK -> {
        if (!leavesByItself(scene, body)) {
          needed.add(toClear(scene, body));
        }
      }
      default -> {}
    }
  }

  private static Piece toClear(Scene scene, Body body) {
    boolean recoverable =
        body.icv() && (scene.kind() == SceneKind.VEHICLE_STALLED || body.canMove());
    return recoverable && !isRecovered(scene, body)
        ? Piece.open(body.name(), Task.RECOVER, Task.TOW)
        : Piece.open(body.name(), Task.TOW);
  }

  /** Whether somebody has tried to get it going; where it stands for all that, it is towed. */
  private static boolean isRecovered(Scene scene, Body body) {
    return FactValues.texts(scene.facts(), Scene.IN_VAIN).contains(body.name());
  }

  private static boolean leavesByItself(Scene scene, Body body) {
    return switch (scene.kind()) {
      case COLLISION -> body.canMove() && !isRecovered(scene, body);
      case DEADLOCK, UNPLATED_VEHICLE, FORGED_PLATE -> true;
      default -> false;
    };
  }
}
