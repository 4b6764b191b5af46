package io.testroad.traffic;

import io.testroad.engine.RandomStream;
import io.testroad.network.Network;
import java.util.Locale;

/**
 * Networks of chance: streets between junctions that lie near the points of a grid, with one to
 * three lanes, some streets missing, and junctions of every kind that can be built.
 */
final class RandomRoads {

  private static final String[] KINDS = {
    "priority", "priority_stop", "allway_stop", "right_before_left", "traffic_light"
  };
  private static final double[] SPEEDS = {8.33, 13.89, 16.67};
  private static final double BLOCK_M = 160;
  private static final double ASTRAY_M = 35;
  private static final double MISSING = 0.15;

  private final RandomStream random;
  private int drawn;

  private RandomRoads(long seed) {
    random = RandomStream.of(seed, "random-roads");
  }

  /** A network; equal seeds make equal ones. */
  static Network of(long seed) {
    return Roads.of(new RandomRoads(seed).text());
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    int columns = 2 + next(3);
    int rows = 2 + next(3);
    for (int x = 0; x < columns; x++) {
      for (int y = 0; y < rows; y++) {
        text.append(
            String.format(
                Locale.ROOT,
                "node %s %.1f %.1f %s%n",
                name(x, y),
                x * BLOCK_M + astray(),
                y * BLOCK_M + astray(),
                KINDS[next(KINDS.length)]));
      }
    }
    for (int x = 0; x < columns; x++) {
      for (int y = 0; y < rows; y++) {
        if (x + 1 < columns) {
          street(text, name(x, y), name(x + 1, y));
        }
        if (y + 1 < rows) {
          street(text, name(x, y), name(x, y + 1));
        }
      }
    }
    return text.toString();
  }

  private void street(StringBuilder text, String a, String b) {
    if (random.uniform(drawn++) < MISSING) {
      return;
    }
    int lanes = 1 + next(3);
    int priority = 1 + next(3);
    double speed = SPEEDS[next(SPEEDS.length)];
    for (String ends : new String[] {a + " " + b, b + " " + a}) {
      text.append(
          String.format(
              Locale.ROOT,
              "road %s %s lanes %d speed %.2f priority %d%n",
              ends.replace(' ', '-'),
              ends,
              lanes,
              speed,
              priority));
    }
  }

  private static String name(int x, int y) {
    return "n" + x + "" + y;
  }

  private double astray() {
    return (2 * random.uniform(drawn++) - 1) * ASTRAY_M;
  }

  private int next(int below) {
    return (int) (random.uniform(drawn++) * below);
  }
}
