package io.testroad.network;

import java.util.BitSet;
import java.util.List;

/**
 * A junction, with its right-of-way matrix.
 *
 * @param index dense index, the position in {@link Network#junctions}
 * @param id the file's id
 * @param name its name, empty when it has none
 * @param kind how right of way is ruled
 * @param x easting, m
 * @param y northing, m
 * @param shape outline; a single point when the file gives none
 * @param incomingLanes indices of the lanes that lead to it, in the file's order; for an internal
 *     junction the first is the internal lane that waits there
 * @param internalLanes indices of its internal lanes, in the file's order, which for a junction is
 *     the order of the requests and for an internal junction lists the foe lanes
 * @param requests one row a movement, in order of {@link Link#requestIndex}; empty where none apply
 * @param signal index of the signal of the same junction, or -1
 */
public record Junction(
    int index,
    String id,
    String name,
    Kind kind,
    double x,
    double y,
    Shape shape,
    List<Integer> incomingLanes,
    List<Integer> internalLanes,
    List<Request> requests,
    int signal) {

  public Junction {
    incomingLanes = List.copyOf(incomingLanes);
    internalLanes = List.copyOf(internalLanes);
    requests = List.copyOf(requests);
  }

  /** SUMO's junction types. */
  public enum Kind {
    PRIORITY,
    PRIORITY_STOP,
    ALLWAY_STOP,
    RIGHT_BEFORE_LEFT,
    LEFT_BEFORE_RIGHT,
    TRAFFIC_LIGHT,
    TRAFFIC_LIGHT_UNREGULATED,
    TRAFFIC_LIGHT_RIGHT_ON_RED,
    ZIPPER,
    RAIL_SIGNAL,
    RAIL_CROSSING,
    DEAD_END,
    DISTRICT,
    UNREGULATED,
    INTERNAL
  }

  /**
   * One row of the right-of-way matrix.
   *
   * @param response bit j: this movement must yield to movement j
   * @param foes bit j: this movement's path crosses or meets movement j's
   * @param waitsInside whether a vehicle may enter and wait inside the junction (SUMO: cont)
   */
  public record Request(BitSet response, BitSet foes, boolean waitsInside) {}
}
