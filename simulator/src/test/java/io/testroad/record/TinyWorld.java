package io.testroad.record;

import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.network.Edge;
import io.testroad.network.Lane;
import io.testroad.network.Network;
import io.testroad.network.Permissions;
import io.testroad.network.Shape;
import io.testroad.traffic.Sample;
import io.testroad.traffic.Trip;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Two roads: a, two lanes of 100 m eastwards; b, one lane of 140 m whose shape goes 30 m north and
 * 40 m east, half as long as the lane.
 */
final class TinyWorld {

  static final Clock CLOCK =
      Clock.of(OffsetDateTime.parse("2025-02-28T23:50:00+08:00"), Duration.ofMillis(100));

  static final Network NETWORK =
      Network.of(
          List.of(edge(0, "a", 0, 2), edge(1, "b", 2, 1)),
          List.of(
              lane(0, "a_0", 0, 0, 100, new double[] {0, 100}, new double[] {-5, -5}),
              lane(1, "a_1", 0, 1, 100, new double[] {0, 100}, new double[] {-2, -2}),
              lane(2, "b_0", 1, 0, 140, new double[] {100, 100, 140}, new double[] {0, 30, 30})),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          new Network.Location(0, 0, 0, -5, 140, 30, "!"));

  static final IntFunction<String> NAMES = number -> "v" + number;
  static final IntFunction<String> TYPES = number -> number == 0 ? "car" : "robotaxi";

  private TinyWorld() {}

  private static Edge edge(int index, String id, int firstLane, int laneCount) {
    return new Edge(index, id, "", Edge.Kind.NORMAL, 0, 0, 1, "", firstLane, laneCount);
  }

  private static Lane lane(
      int index, String id, int edge, int onEdge, double lengthM, double[] x, double[] y) {
    return new Lane(
        index,
        id,
        edge,
        onEdge,
        lengthM,
        13.89,
        3.2,
        Permissions.ALL,
        Permissions.ALL,
        Permissions.ALL,
        new Shape(x, y));
  }

  /** Vehicle 0 on a_1 at 25 m, vehicle 3 on b_0 at 100 m, in the plane 20 m behind the bend. */
  static Sample sample() {
    return new Sample(
        new int[] {0, 3},
        new int[] {1, 2},
        new double[] {25, 100},
        new double[] {13.888, 0},
        new double[] {0.5, -2.25});
  }

  static Sample empty() {
    return new Sample(new int[0], new int[0], new double[0], new double[0], new double[0]);
  }

  static Event event(long tick, EventType type, String subject, Object... attributes) {
    return new Event(tick, type, subject, Facts.of(attributes));
  }

  static Trip trip(String id, double durationS) {
    return new Trip(
        id,
        10,
        "a_0",
        5.1,
        0,
        0.5,
        10 + durationS,
        "b_0",
        140,
        12.345,
        durationS,
        234.9,
        3,
        2,
        0,
        7.125,
        1,
        "car",
        1.0449);
  }
}
