package io.testroad.incident;

import io.testroad.protocol.SceneKind;
import io.testroad.protocol.SceneLetter.Sight;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether two reports are about the same incident.
 *
 * <p>They are when they name the same vehicle, or when places and kinds agree: places within fifty
 * metres along the road or as far as the less precise one may be wrong (assumption); kinds when
 * they are equal, when one is congestion, of which nobody knows the cause, or when both are what
 * different people take for the same wreck. Two vehicles that are named and have only stopped are
 * two incidents, however near they stand.
 */
final class SamePlace {

  /** Reports of places that are nearer than this are of one place, m. */
  static final double WITHIN_M = 50;

  /** What one wreck may be taken for. */
  private static final Set<String> WRECKS =
      Set.of(
          SceneKind.VEHICLE_STALLED.written(),
          SceneKind.COLLISION.written(),
          SceneKind.FIRE.written(),
          SceneKind.HAZMAT_SPILL.written());

  private final RoadsAround roads;

  SamePlace(RoadsAround roads) {
    this.roads = roads;
  }

  /** Whether what is believed and what is reported may be the same. */
  boolean holds(Belief belief, Sight seen, double precisionM) {
    Sight believed = belief.sight();
    return shareVehicle(belief, seen)
        || (agree(believed.kind(), seen.kind())
            && !(isNamedStall(believed) && isNamedStall(seen))
            && isNear(belief, seen, precisionM));
  }

  /** Whether a vehicle is named in both. */
  static boolean shareVehicle(Belief belief, Sight seen) {
    return !Collections.disjoint(belief.sight().vehicles(), seen.vehicles());
  }

  private static boolean isNamedStall(Sight sight) {
    return sight.kind().equals(SceneKind.VEHICLE_STALLED.written()) && !sight.vehicles().isEmpty();
  }

  private boolean isNear(Belief belief, Sight seen, double precisionM) {
    return apartM(belief, seen) <= toleranceM(belief, precisionM);
  }

  private double apartM(Belief belief, Sight seen) {
    Sight believed = belief.sight();
    return roads.apartM(believed.road(), believed.positionM(), seen.road(), seen.positionM());
  }

  /** How far from where it is believed to be an incident may be, m. */
  static double toleranceM(Belief belief, double precisionM) {
    return Math.max(WITHIN_M, Math.max(belief.precisionM(), precisionM));
  }

  private static boolean agree(String kind, String other) {
    String congestion = SceneKind.CONGESTION.written();
    return kind.equals(other)
        || kind.equals(congestion)
        || other.equals(congestion)
        || (WRECKS.contains(kind) && WRECKS.contains(other));
  }

  /** Which of the things that somebody sees is the incident: the one that agrees, or is nearest. */
  Optional<Sight> among(Belief belief, List<Sight> sights) {
    Optional<Sight> same = sights.stream().filter(seen -> holds(belief, seen, 0)).findFirst();
    return same.isPresent()
        ? same
        : sights.stream()
            .filter(seen -> !(isNamedStall(belief.sight()) && isNamedStall(seen)))
            .filter(seen -> isNear(belief, seen, 0))
            .findFirst();
  }
}
