package io.testroad.network;

/**
 * A junction as told to {@link NetworkBuilder}; the node of SUMO's plain network files.
 *
 * @param id unique among nodes
 * @param x easting, m
 * @param y northing, m
 * @param kind how right of way is to be ruled; a node without ways over it becomes DEAD_END
 * @param name empty when it has none
 * @param signalOffsetMs when a signal's first phase begins, ms
 */
public record PlainNode(
    String id, double x, double y, Junction.Kind kind, String name, long signalOffsetMs) {

  /** A node without a name. */
  public static PlainNode of(String id, double x, double y, Junction.Kind kind) {
    return new PlainNode(id, x, y, kind, "", 0);
  }

  /** The same with a name. */
  public PlainNode withName(String newName) {
    return new PlainNode(id, x, y, kind, newName, signalOffsetMs);
  }

  /** The same with an offset of the signal, ms. */
  public PlainNode withSignalOffsetMs(long newOffsetMs) {
    return new PlainNode(id, x, y, kind, name, newOffsetMs);
  }
}
