package io.testroad.network;

import java.util.Locale;

/** Classes of roads in a generated district, from fast to slow. */
enum RoadClass {
  RING(3, 22.22, 9),
  ARTERIAL(3, 16.67, 7),
  COLLECTOR(2, 11.11, 4),
  LOCAL(1, 8.33, 2);

  private final int lanes;
  private final double speedMps;
  private final int priority;

  RoadClass(int lanes, double speedMps, int priority) {
    this.lanes = lanes;
    this.speedMps = speedMps;
    this.priority = priority;
  }

  /** The edge type, for instance {@code arterial}. */
  String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  int priority() {
    return priority;
  }

  /** A road of the class. */
  PlainRoad road(String id, String from, String to, String name) {
    return PlainRoad.of(id, from, to, lanes, speedMps)
        .withName(name, written())
        .withPriority(priority);
  }

  /** Whether it takes traffic through the district. */
  boolean isMain() {
    return this == RING || this == ARTERIAL;
  }

  /** How a crossing of two roads of given classes is ruled. */
  static Junction.Kind crossing(RoadClass one, RoadClass other, int arms) {
    if (arms < 2) {
      return Junction.Kind.DEAD_END;
    }
    if (arms == 2) {
      return Junction.Kind.PRIORITY;
    }
    if (one == LOCAL || other == LOCAL) {
      return one == other ? Junction.Kind.RIGHT_BEFORE_LEFT : Junction.Kind.PRIORITY;
    }
    return one.isMain() || other.isMain() || arms == 4
        ? Junction.Kind.TRAFFIC_LIGHT
        : Junction.Kind.PRIORITY;
  }
}
