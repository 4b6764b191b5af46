package io.testroad.network;

import java.util.BitSet;

/** A way over a junction, from lane to lane, while a network is built. */
final class DraftTurn {

  final DraftRoad from;
  final DraftRoad to;
  final int fromLane;
  final int toLane;
  final Link.Direction direction;

  /** The turns that it crosses or meets, and those it yields to, by {@link #request}. */
  final BitSet foes = new BitSet();

  final BitSet response = new BitSet();
  int request;
  Shape path = new Shape(new double[] {0, 0}, new double[] {0, 0});
  double speedMps;
  double lengthM;
  int internalLane;

  /** Where along its path it waits for oncoming traffic, m; 0 when it waits at the stop line. */
  double waitsAtM;

  /** The lane behind the place where it waits; {@link #internalLane} when there is none. */
  int lastInternalLane;

  int waitingPlace = -1;

  DraftTurn(DraftRoad from, int fromLane, DraftRoad to, int toLane, Link.Direction direction) {
    this.from = from;
    this.to = to;
    this.fromLane = fromLane;
    this.toLane = toLane;
    this.direction = direction;
  }

  boolean isTurnaround() {
    return direction == Link.Direction.TURNAROUND;
  }

  boolean isLeft() {
    return direction == Link.Direction.LEFT || direction == Link.Direction.PART_LEFT;
  }

  boolean isRight() {
    return direction == Link.Direction.RIGHT || direction == Link.Direction.PART_RIGHT;
  }

  /** Whether the next turn drives beside this one from road to road, on the lane to the left. */
  boolean isBeside(DraftTurn next) {
    return next.from == from
        && next.to == to
        && next.fromLane == fromLane + 1
        && next.toLane == toLane + 1
        && waitsAtM == 0
        && next.waitsAtM == 0;
  }

  /** Lays its path between the lanes, once these are laid. */
  void layPath() {
    path = TurnCurve.between(from.lanes.get(fromLane), to.lanes.get(toLane));
    speedMps = TurnCurve.speedMps(path, from.plain.speedMps(), to.plain.speedMps());
    lengthM = Math.max(0.1, Polyline.toCentimetre(path.lengthM()));
  }
}
