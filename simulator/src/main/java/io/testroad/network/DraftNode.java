package io.testroad.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A junction while a network is built. */
final class DraftNode {

  final PlainNode plain;
  final int index;

  /** Whether it is built as {@link NetworkBuilder#withCityJunctions} says. */
  final boolean city;

  /** Roads that lead to it, clockwise from north, as SUMO orders them. */
  final List<DraftRoad> incoming = new ArrayList<>();

  final List<DraftRoad> outgoing = new ArrayList<>();

  /** The ways over it in the order of its requests. */
  final List<DraftTurn> turns = new ArrayList<>();

  int signal = -1;
  Shape outline = new Shape(new double[] {0}, new double[] {0});

  DraftNode(PlainNode plain, int index, boolean city) {
    this.plain = plain;
    this.index = index;
    this.city = city;
  }

  /** Its kind as built: what was told, but without ways over it a dead end, and the reverse. */
  Junction.Kind kind() {
    if (turns.isEmpty()) {
      return Junction.Kind.DEAD_END;
    }
    return plain.kind() == Junction.Kind.DEAD_END ? Junction.Kind.PRIORITY : plain.kind();
  }

  /** Whether a signal is built as cities have them. */
  boolean isCitySignal() {
    return city && plain.kind() == Junction.Kind.TRAFFIC_LIGHT;
  }

  /** Where a road that arrives comes from, seen from the node, rad. */
  static double origin(DraftRoad arriving) {
    return Polyline.wrap(arriving.endHeading() + Math.PI);
  }

  /** Sorts the roads that lead to it clockwise from north. */
  void sortIncoming() {
    incoming.sort(Comparator.comparingDouble(DraftNode::clockwiseFromNorth));
  }

  private static double clockwiseFromNorth(DraftRoad road) {
    double angle = Polyline.wrap(Math.PI / 2 - origin(road));
    return angle < -1e-9 ? angle + 2 * Math.PI : angle;
  }
}
