package io.testroad.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Networks of points and one-way roads of one lane between them, for figures worked out by hand:
 * roads are as long as told, and whoever gets to a point may go on along every road from there,
 * back too, in no time.
 */
public final class Streets {

  private final Map<String, double[]> points = new LinkedHashMap<>();
  private final List<String> pointIds = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();
  private final List<Lane> lanes = new ArrayList<>();
  private final double speedMps;

  private Streets(double speedMps) {
    this.speedMps = speedMps;
  }

  /**
   * A network from lines {@code point ID X Y} and {@code road ID FROM TO LENGTH}.
   *
   * @param speedMps limit, m/s
   */
  public static Network of(double speedMps, String text) {
    Streets streets = new Streets(speedMps);
    text.lines().map(line -> line.strip().split("\\s+")).forEach(streets::add);
    return streets.network();
  }

  private void add(String[] words) {
    if (words[0].equals("point")) {
      pointIds.add(words[1]);
      points.put(
          words[1], new double[] {Double.parseDouble(words[2]), Double.parseDouble(words[3])});
      return;
    }
    int index = edges.size();
    int from = pointIds.indexOf(words[2]);
    int to = pointIds.indexOf(words[3]);
    edges.add(new Edge(index, words[1], "", Edge.Kind.NORMAL, from, to, 1, "", index, 1));
    double[] begin = points.get(words[2]);
    double[] end = points.get(words[3]);
    lanes.add(
        new Lane(
            index,
            words[1] + "_0",
            index,
            0,
            Double.parseDouble(words[4]),
            speedMps,
            3.2,
            Permissions.ALL,
            Permissions.ALL,
            Permissions.ALL,
            new Shape(new double[] {begin[0], end[0]}, new double[] {begin[1], end[1]})));
  }

  private Network network() {
    List<Link> links = new ArrayList<>();
    for (Edge from : edges) {
      for (Edge to : edges) {
        if (from.to() == to.from()) {
          links.add(
              new Link(
                  links.size(),
                  from.index(),
                  to.index(),
                  -1,
                  -1,
                  -1,
                  -1,
                  -1,
                  Link.Direction.NONE,
                  'M',
                  true,
                  Link.VISIBILITY_M,
                  Permissions.ALL));
        }
      }
    }
    List<Junction> junctions = new ArrayList<>();
    points.forEach((id, point) -> junctions.add(junction(junctions.size(), id, point)));
    return Network.of(
        edges,
        lanes,
        junctions,
        links,
        List.of(),
        List.of(),
        new Network.Location(0, 0, 0, 0, 1, 1, "!"));
  }

  private static Junction junction(int index, String id, double[] point) {
    Shape shape = new Shape(new double[] {point[0]}, new double[] {point[1]});
    return new Junction(
        index,
        id,
        "",
        Junction.Kind.PRIORITY,
        point[0],
        point[1],
        shape,
        List.of(),
        List.of(),
        List.of(),
        -1);
  }
}
