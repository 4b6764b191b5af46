package io.testroad.bench.models;

import io.testroad.network.Edge;
import io.testroad.network.Link;
import io.testroad.network.Network;
import java.util.Arrays;
import java.util.List;

/** Roads in a row; places along them, and on the junctions between, count from the beginning, m. */
final class Line {

  private final double[] startOfLane;
  private double lengthM;

  private Line(int lanes) {
    startOfLane = new double[lanes];
    Arrays.fill(startOfLane, Double.NaN);
  }

  /** The line along roads, for all their lanes. */
  static Line along(Network network, String... roads) {
    Line line = new Line(network.lanes().size());
    Edge first = network.edges().get(network.findEdge(roads[0]).orElseThrow());
    for (int j = 0; j < first.laneCount(); j++) {
      line.follow(network, first.firstLane() + j, List.of(roads));
    }
    return line;
  }

  /** The line around a ring, from the beginning of {@code ring-0}. */
  static Line around(Network network) {
    Line line = new Line(network.lanes().size());
    int first = network.edges().get(network.findEdge("ring-0").orElseThrow()).firstLane();
    int lane = first;
    do {
      line.append(network, lane);
      lane = network.linksFrom(lane).get(0).nextLane();
    } while (lane != first);
    return line;
  }

  private void follow(Network network, int from, List<String> roads) {
    lengthM = 0;
    int lane = from;
    append(network, lane);
    for (String road : roads.subList(1, roads.size())) {
      int edge = network.findEdge(road).orElseThrow();
      int now = lane;
      Link link =
          network.linksFrom(now).stream()
              .filter(each -> network.lanes().get(each.toLane()).edge() == edge)
              .findFirst()
              .orElseThrow();
      lane = link.nextLane();
      append(network, lane);
      while (network.lanes().get(lane).edge() != edge) {
        lane = network.linksFrom(lane).get(0).nextLane();
        append(network, lane);
      }
    }
  }

  private void append(Network network, int lane) {
    startOfLane[lane] = lengthM;
    lengthM += network.lanes().get(lane).lengthM();
  }

  double lengthM() {
    return lengthM;
  }

  /** Where a lane begins; not a number when it is not part of the line. */
  double startOf(int lane) {
    return startOfLane[lane];
  }

  /** Where a road's rightmost lane begins. */
  double startOf(Network network, String road) {
    return startOfLane[network.edges().get(network.findEdge(road).orElseThrow()).firstLane()];
  }
}
