package io.testroad.network;

/**
 * A straight arterial with crossings, its signals offset into a green wave eastwards.
 *
 * <p>Roads are {@code arterial-east-i} and {@code arterial-west-i}, counted from the west, and at
 * crossing k {@code cross-k-north-in}, {@code cross-k-north-out}, {@code cross-k-south-in} and
 * {@code cross-k-south-out}, named for the side on which they lie. The ends are dead ends, where
 * vehicles turn back.
 *
 * @param crossings number of crossings, positive
 * @param spacingM between crossings, m, 60 at the least
 * @param lanes lanes of the arterial a direction
 * @param crossLanes lanes of the crossing roads a direction
 * @param sideM length of the crossing roads on each side, m, 60 at the least
 * @param speedMps the arterial's limit, m/s
 * @param crossSpeedMps the crossing roads' limit, m/s
 * @param signals whether crossings have signals; else the arterial has priority
 */
public record CorridorNetwork(
    int crossings,
    double spacingM,
    int lanes,
    int crossLanes,
    double sideM,
    double speedMps,
    double crossSpeedMps,
    boolean signals) {

  public CorridorNetwork {
    if (crossings < 1 || crossings > 100_000 || !(spacingM >= 60) || !(sideM >= 60)) {
      throw new IllegalArgumentException("a corridor needs a crossing, and roads of 60 m");
    }
  }

  /** The network; there is nothing random in it. */
  public Network generate() {
    NetworkBuilder builder = new NetworkBuilder();
    builder.add(PlainNode.of("end-west", 0, 0, Junction.Kind.DEAD_END));
    for (int k = 0; k < crossings; k++) {
      addCrossing(builder, k);
    }
    double end = (crossings + 1) * spacingM;
    builder.add(PlainNode.of("end-east", end, 0, Junction.Kind.DEAD_END));
    for (int i = 0; i <= crossings; i++) {
      String west = i == 0 ? "end-west" : "crossing-" + (i - 1);
      String east = i == crossings ? "end-east" : "crossing-" + i;
      builder.add(arterial("arterial-east-" + i, west, east));
      builder.add(arterial("arterial-west-" + i, east, west));
    }
    return builder.build();
  }

  private void addCrossing(NetworkBuilder builder, int k) {
    double x = (k + 1) * spacingM;
    String id = "crossing-" + k;
    Junction.Kind kind = signals ? Junction.Kind.TRAFFIC_LIGHT : Junction.Kind.PRIORITY;
    long offsetMs = Math.round(1000 * k * spacingM / speedMps);
    builder.add(PlainNode.of(id, x, 0, kind).withSignalOffsetMs(offsetMs));
    for (String side : new String[] {"north", "south"}) {
      String road = "cross-" + k + "-" + side;
      String end = "end-" + k + "-" + side;
      double y = side.equals("north") ? sideM : -sideM;
      builder.add(PlainNode.of(end, x, y, Junction.Kind.DEAD_END));
      builder.add(cross(road + "-in", end, id, k));
      builder.add(cross(road + "-out", id, end, k));
    }
  }

  private PlainRoad arterial(String id, String from, String to) {
    return PlainRoad.of(id, from, to, lanes, speedMps)
        .withName("Arterial", "arterial")
        .withPriority(2);
  }

  private PlainRoad cross(String id, String from, String to, int k) {
    return PlainRoad.of(id, from, to, crossLanes, crossSpeedMps)
        .withName("Cross Road " + k, "collector");
  }
}
