package io.testroad.bench.models;

import io.testroad.network.Edge;
import io.testroad.network.Junction;
import io.testroad.network.Lane;
import io.testroad.network.Link;
import io.testroad.network.Network;
import io.testroad.network.Permissions;
import io.testroad.network.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Streets without an edge of town: a square grid whose last crossings lead on to the first. From
 * each crossing a road leads each way, {@code x-y-east} and so on; one may turn everywhere, back
 * too, in no time.
 *
 * @param crossings in a row and in a column
 * @param spacingM between crossings, m
 * @param speedMps limit, m/s
 */
record Torus(int crossings, double spacingM, double speedMps) {

  private static final String[] WAYS = {"east", "north", "west", "south"};
  private static final int[] EAST = {1, 0, -1, 0};
  private static final int[] NORTH = {0, 1, 0, -1};

  Network network() {
    List<Edge> edges = new ArrayList<>();
    List<Lane> lanes = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    List<Junction> junctions = new ArrayList<>();
    for (int node = 0; node < crossings * crossings; node++) {
      junctions.add(junction(node));
      for (int way = 0; way < WAYS.length; way++) {
        edges.add(edge(node, way));
        lanes.add(lane(node, way));
        for (int onwards = 0; onwards < WAYS.length; onwards++) {
          links.add(link(links.size(), edges.size() - 1, neighbour(node, way) * 4 + onwards));
        }
      }
    }
    double sideM = crossings * spacingM;
    return Network.of(
        edges,
        lanes,
        junctions,
        links,
        List.of(),
        List.of(),
        new Network.Location(0, 0, 0, 0, sideM, sideM, "!"));
  }

  /** The id of a road that begins at a crossing. */
  String roadFrom(int node) {
    return name(node, 0);
  }

  /** The id of a road that ends at a crossing. */
  String roadTo(int node) {
    return name(neighbour(node, 2), 0);
  }

  /** The shortest way along the streets from one crossing to another, m. */
  double distanceM(int from, int to) {
    int columns = around(from % crossings - to % crossings);
    int rows = around(from / crossings - to / crossings);
    return (columns + rows) * spacingM;
  }

  private int around(int difference) {
    return Math.min(Math.abs(difference), crossings - Math.abs(difference));
  }

  private int neighbour(int node, int way) {
    int x = Math.floorMod(node % crossings + EAST[way], crossings);
    int y = Math.floorMod(node / crossings + NORTH[way], crossings);
    return y * crossings + x;
  }

  private String name(int node, int way) {
    return node % crossings + "-" + node / crossings + "-" + WAYS[way];
  }

  private Shape line(int node, int way) {
    int column = node % crossings;
    int row = node / crossings;
    double x = column * spacingM;
    double y = row * spacingM;
    return new Shape(
        new double[] {x, x + EAST[way] * spacingM}, new double[] {y, y + NORTH[way] * spacingM});
  }

  private Junction junction(int node) {
    Shape point = line(node, 0);
    double x = point.x()[0];
    double y = point.y()[0];
    return new Junction(
        node,
        "crossing-" + node,
        "",
        Junction.Kind.PRIORITY,
        x,
        y,
        new Shape(new double[] {x}, new double[] {y}),
        List.of(),
        List.of(),
        List.of(),
        -1);
  }

  private Edge edge(int node, int way) {
    int index = node * 4 + way;
    return new Edge(
        index, name(node, way), "", Edge.Kind.NORMAL, node, neighbour(node, way), 1, "", index, 1);
  }

  private Lane lane(int node, int way) {
    int index = node * 4 + way;
    return new Lane(
        index,
        name(node, way) + "_0",
        index,
        0,
        spacingM,
        speedMps,
        3.2,
        Permissions.ALL,
        Permissions.ALL,
        Permissions.ALL,
        line(node, way));
  }

  private static Link link(int index, int from, int to) {
    return new Link(
        index,
        from,
        to,
        -1,
        -1,
        -1,
        -1,
        -1,
        Link.Direction.NONE,
        'M',
        true,
        Link.VISIBILITY_M,
        Permissions.ALL);
  }
}
