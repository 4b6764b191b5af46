package io.testroad.network;

/**
 * A directed road between two junctions, or a path inside one.
 *
 * @param index dense index, the position in {@link Network#edges}
 * @param id the file's id
 * @param name the street's name, empty when it has none
 * @param kind ordinary road, or the inside of a junction, …
 * @param from index of the junction it leaves; for the inside of a junction that junction
 * @param to index of the junction it leads to; for the inside of a junction that junction
 * @param priority the file's priority, higher goes first
 * @param type the file's edge type, empty when it has none
 * @param firstLane index of its rightmost lane; the others follow it
 * @param laneCount number of lanes, positive
 */
public record Edge(
    int index,
    String id,
    String name,
    Kind kind,
    int from,
    int to,
    int priority,
    String type,
    int firstLane,
    int laneCount) {

  /** SUMO's edge function. */
  public enum Kind {
    NORMAL,
    INTERNAL,
    CROSSING,
    WALKING_AREA,
    CONNECTOR
  }

  /** Whether it is an ordinary road between junctions (connectors count). */
  public boolean isRoad() {
    return kind == Kind.NORMAL || kind == Kind.CONNECTOR;
  }
}
