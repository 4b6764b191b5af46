package io.testroad.network;

import java.util.List;

/**
 * Fills the right-of-way matrix of a junction: which ways cross or meet, and who yields.
 *
 * <p>Of two ways that cross exactly one yields, save at all-way stops, where both do. In order: who
 * turns back yields; from one road the way further left; who enters a roundabout; from the road of
 * lower priority (where priority rules); who turns left, to those who come towards him; else who
 * has the other on his right.
 */
final class RightOfWay {

  /** Middle lines nearer than this cannot be driven at once, m: a vehicle's width. */
  private static final double CLEARANCE_M = 1.8;

  /** From this angle between their origins on, two ways come towards each other, rad. */
  private static final double OPPOSITE_RAD = Math.PI * 3 / 4;

  private final DraftNode node;

  private RightOfWay(DraftNode node) {
    this.node = node;
  }

  /** Rules a node whose turns are laid. */
  static void rule(DraftNode node) {
    RightOfWay rightOfWay = new RightOfWay(node);
    List<DraftTurn> turns = node.turns;
    for (int i = 0; i < turns.size(); i++) {
      for (int j = i + 1; j < turns.size(); j++) {
        if (areFoes(turns.get(i), turns.get(j))) {
          rightOfWay.ruleFoes(turns.get(i), turns.get(j));
        }
      }
    }
  }

  private void ruleFoes(DraftTurn a, DraftTurn b) {
    a.foes.set(b.request);
    b.foes.set(a.request);
    boolean allStop = node.kind() == Junction.Kind.ALLWAY_STOP && a.from != b.from;
    boolean yields = yields(a, b);
    if (yields || allStop) {
      a.response.set(b.request);
    }
    if (!yields || allStop) {
      b.response.set(a.request);
    }
  }

  /** Whether two ways cross or end on one lane; those from one lane part and do not. */
  private static boolean areFoes(DraftTurn a, DraftTurn b) {
    if (a.from == b.from && a.fromLane == b.fromLane) {
      return false;
    }
    return (a.to == b.to && a.toLane == b.toLane)
        || Polyline.areNearer(a.path, b.path, CLEARANCE_M);
  }

  /** Whether the first of two foes, listed earlier, yields. */
  private boolean yields(DraftTurn a, DraftTurn b) {
    if (a.isTurnaround() != b.isTurnaround()) {
      return a.isTurnaround();
    }
    if (a.from == b.from) {
      return a.fromLane > b.fromLane;
    }
    double toRight = Polyline.wrap(DraftNode.origin(b.from) - DraftNode.origin(a.from));
    boolean opposite = Math.abs(toRight) >= OPPOSITE_RAD;
    int lead = rank(a.from, opposite) - rank(b.from, opposite);
    if (lead != 0) {
      return lead < 0;
    }
    if (opposite) {
      return weight(a) > weight(b);
    }
    return toRight > 0;
  }

  private int rank(DraftRoad road, boolean opposite) {
    int ring = road.onRing ? 1_000_000 : 0;
    return switch (node.kind()) {
      case PRIORITY, PRIORITY_STOP -> ring + road.plain.priority();
      case TRAFFIC_LIGHT -> opposite ? 0 : ring + road.plain.priority();
      default -> ring;
    };
  }

  private static int weight(DraftTurn turn) {
    if (turn.isLeft() || turn.isTurnaround()) {
      return 2;
    }
    return turn.isRight() ? 1 : 0;
  }

  /** SUMO's letter for a way's right of way as built. */
  static char state(DraftNode node, DraftTurn turn) {
    boolean yields = !turn.response.isEmpty();
    return switch (node.kind()) {
      case TRAFFIC_LIGHT -> yields ? 'o' : 'O';
      case ALLWAY_STOP -> 'w';
      case RIGHT_BEFORE_LEFT -> yields ? '=' : 'M';
      case PRIORITY_STOP -> yields ? (isMinor(node, turn.from) ? 's' : 'm') : 'M';
      default -> yields ? 'm' : 'M';
    };
  }

  private static boolean isMinor(DraftNode node, DraftRoad road) {
    return node.incoming.stream().anyMatch(r -> r.plain.priority() > road.plain.priority());
  }
}
