package io.testroad.network;

import java.util.ArrayList;
import java.util.List;

/**
 * The place inside a junction where a left turn waits for a gap in oncoming traffic, SUMO's
 * internal junction.
 *
 * <p>There is one where a left turn yields to somebody who comes towards it on a road of the same
 * rank and does not turn left himself, and where the turn has room for a vehicle before it crosses
 * his way; and only where those who come from the sides must yield or see red.
 *
 * <p>Source: "Waiting at intersections" in SUMO's "Intersections"; netconvert's rule for them.
 */
final class WaitingPlace {

  /** What is kept free of a crossing way's middle line, m: half a lane and a little. */
  private static final double CLEAR_M = 2.2;

  /** Nearer to the stop line there is no use in a waiting place, m. */
  private static final double SHORTEST_M = 3;

  private static final double STEP_M = 0.25;
  private static final double OPPOSITE_RAD = Math.PI * 3 / 4;

  private WaitingPlace() {}

  /** Finds the waiting places of a node that is ruled. */
  static void add(DraftNode node) {
    boolean ranks =
        node.kind() == Junction.Kind.PRIORITY || node.kind() == Junction.Kind.TRAFFIC_LIGHT;
    for (DraftTurn turn : node.turns) {
      if (ranks && turn.isLeft() && isMajor(node, turn.from)) {
        List<DraftTurn> oncoming = oncoming(node, turn);
        double freeM = oncoming.isEmpty() ? 0 : freeM(turn, oncoming);
        turn.waitsAtM = freeM < SHORTEST_M ? 0 : freeM;
      }
    }
  }

  /** Whether none but the oncoming traffic goes first: at signals others see red. */
  private static boolean isMajor(DraftNode node, DraftRoad road) {
    return node.kind() == Junction.Kind.TRAFFIC_LIGHT
        || node.incoming.stream().noneMatch(r -> r.plain.priority() > road.plain.priority());
  }

  private static List<DraftTurn> oncoming(DraftNode node, DraftTurn turn) {
    List<DraftTurn> found = new ArrayList<>();
    for (DraftTurn other : node.turns) {
      boolean same =
          node.kind() == Junction.Kind.TRAFFIC_LIGHT
              || other.from.plain.priority() == turn.from.plain.priority();
      if (turn.response.get(other.request)
          && same
          && !other.isLeft()
          && !other.isTurnaround()
          && isOpposite(turn, other)) {
        found.add(other);
      }
    }
    return found;
  }

  private static boolean isOpposite(DraftTurn turn, DraftTurn other) {
    double between = DraftNode.origin(other.from) - DraftNode.origin(turn.from);
    return Math.abs(Polyline.wrap(between)) >= OPPOSITE_RAD;
  }

  /** How far a turn may go without standing in an oncoming way, m, to the centimetre. */
  private static double freeM(DraftTurn turn, List<DraftTurn> oncoming) {
    double whole = turn.path.lengthM();
    double at = STEP_M;
    while (at < whole) {
      Shape driven = Polyline.cut(turn.path, 0, whole - at);
      Shape behind = driven;
      if (oncoming.stream().anyMatch(o -> Polyline.areNearer(o.path, behind, CLEAR_M))) {
        break;
      }
      at += STEP_M;
    }
    return at >= whole - 1 ? 0 : Polyline.toCentimetre(at - STEP_M);
  }

  /** The path to the place. */
  static Shape before(DraftTurn turn) {
    return Polyline.toCentimetre(Polyline.cut(turn.path, 0, turn.path.lengthM() - turn.waitsAtM));
  }

  /** The path behind the place. */
  static Shape behind(DraftTurn turn) {
    return Polyline.toCentimetre(Polyline.cut(turn.path, turn.waitsAtM, 0));
  }

  /** SUMO's incLanes of the place: the lane to it and the lanes of those who come towards it. */
  static List<Integer> watchedLanes(DraftNode node, DraftTurn turn) {
    List<Integer> lanes = new ArrayList<>(List.of(turn.internalLane));
    for (DraftTurn other : oncoming(node, turn)) {
      int lane = other.from.firstLane + other.fromLane;
      if (!lanes.contains(lane)) {
        lanes.add(lane);
      }
    }
    return lanes;
  }

  /** SUMO's intLanes of the place: the first lanes inside of all whose ways it crosses or meets. */
  static List<Integer> crossedLanes(DraftNode node, DraftTurn turn) {
    return node.turns.stream()
        .filter(other -> other.from != turn.from && turn.foes.get(other.request))
        .map(other -> other.internalLane)
        .toList();
  }
}
