package io.testroad.traffic;

import io.testroad.network.Junction;
import io.testroad.network.Network;
import io.testroad.network.NetworkBuilder;
import io.testroad.network.PlainNode;
import io.testroad.network.PlainRoad;
import java.util.Locale;

/**
 * Networks told in lines: {@code node <id> <x> <y> [kind]} and {@code road <id> <from> <to> [lanes
 * <n>] [speed <m/s>] [priority <n>]}; nodes are priority junctions, roads have one lane and 15 m/s
 * unless told otherwise.
 */
final class Roads {

  /** A road of two lanes and about a kilometre, in two parts. */
  static final Network STRAIGHT =
      of(
          """
          node w 0 0
          node m 500 0
          node e 1000 0
          road first w m lanes 2
          road second m e lanes 2
          """);

  /** A fork: the way over the middle is the shorter one, that over the north the longer. */
  static final Network TWO_WAYS =
      of(
          """
          node w 0 0
          node a 200 0
          node n 400 200
          node b 600 0
          node e 800 0
          road in w a
          road middle a b
          road north a n
          road down n b
          road out b e
          """);

  /** A crossing; the way from west to east has priority unless the kind says otherwise. */
  static Network crossing(String kind) {
    return of(
        """
        node c 0 0 KIND
        node w -300 0 dead_end
        node e 300 0 dead_end
        node s 0 -300 dead_end
        node n 0 300 dead_end
        road from-west w c priority 2
        road to-east c e priority 2
        road from-east e c priority 2
        road to-west c w priority 2
        road from-south s c
        road to-north c n
        road from-north n c
        road to-south c s
        """
            .replace("KIND", kind));
  }

  private Roads() {}

  static Network of(String text) {
    NetworkBuilder builder = new NetworkBuilder();
    for (String line : text.lines().toList()) {
      String[] words = line.strip().split(" +");
      if (words[0].equals("node")) {
        builder.add(node(words));
      } else {
        builder.add(road(words));
      }
    }
    return builder.build();
  }

  private static PlainNode node(String[] words) {
    Junction.Kind kind =
        words.length > 4
            ? Junction.Kind.valueOf(words[4].toUpperCase(Locale.ROOT))
            : Junction.Kind.PRIORITY;
    return PlainNode.of(words[1], Double.parseDouble(words[2]), Double.parseDouble(words[3]), kind);
  }

  private static PlainRoad road(String[] words) {
    int lanes = (int) option(words, "lanes", 1);
    double speed = option(words, "speed", 15);
    return PlainRoad.of(words[1], words[2], words[3], lanes, speed)
        .withPriority((int) option(words, "priority", 1));
  }

  private static double option(String[] words, String name, double otherwise) {
    for (int i = 4; i + 1 < words.length; i += 2) {
      if (words[i].equals(name)) {
        return Double.parseDouble(words[i + 1]);
      }
    }
    return otherwise;
  }
}
