package io.testroad.network;

import io.testroad.engine.RandomStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lays local streets through the blocks of a zone, the densest first: from the middle of a
 * collector to that of the collector across.
 */
final class ZoneBlocks {

  private static final double SHORTEST_HALF_M = 70;
  private static final double LONGEST_SIDE_M = 1_500;

  private final ZoneMesh mesh;
  private final ZoneGraph graph;
  private final ZoneThinning thinning;
  private final Map<Integer, Integer> middles = new TreeMap<>();
  private final Map<Integer, ZoneStreet> through = new TreeMap<>();
  private int laid;

  ZoneBlocks(ZoneMesh mesh, ZoneGraph graph, ZoneThinning thinning) {
    this.mesh = mesh;
    this.graph = graph;
    this.thinning = thinning;
  }

  /** Two streets opposite each other across a block. */
  private record Across(int block, int street, int other, double score) {}

  /** Adds local streets of a length in all, m, or as many as there is room for. */
  double add(double roadM, ZoneDensity density, RandomStream random) {
    List<Across> places = places(density, random);
    places.sort(Comparator.comparingDouble(place -> -place.score()));
    double total = 0;
    for (Across place : places) {
      double lengthM = ZoneGraph.roadM(lineM(place));
      if (total + lengthM <= roadM) {
        total += lengthM;
        lay(place);
      }
    }
    List<ZoneStreet> halved = new ArrayList<>();
    middles.keySet().forEach(i -> halved.add(mesh.streets.get(i)));
    int next = 0;
    for (int middle : middles.values()) {
      graph.split(halved.get(next++), middle);
    }
    return total;
  }

  private List<Across> places(ZoneDensity density, RandomStream random) {
    Map<Integer, List<Integer>> streetsOf = new TreeMap<>();
    for (int i = 0; i < mesh.streets.size(); i++) {
      for (int block : mesh.sides.get(i)) {
        streetsOf.computeIfAbsent(block, b -> new ArrayList<>()).add(i);
      }
    }
    List<Across> places = new ArrayList<>();
    streetsOf.forEach(
        (block, streets) -> {
          if (isWhole(block, streets)) {
            for (int k = 1; k < 4; k++) {
              addPlaces(places, block, streets, k, density, random.uniform(block, k));
            }
          }
        });
    return places;
  }

  private boolean isWhole(int block, List<Integer> streets) {
    return block != ZoneMesh.OUTSIDE
        && streets.size() == 4
        && streets.stream().noneMatch(thinning::isGone)
        && streets.stream().noneMatch(i -> mesh.streets.get(i).bridge())
        && !thinning.areOne(block, ZoneMesh.OUTSIDE);
  }

  /** Adds the first street and the k-th, and the other two, when these lie across each other. */
  private void addPlaces(
      List<Across> places,
      int block,
      List<Integer> streets,
      int k,
      ZoneDensity density,
      double chance) {
    ZoneStreet first = mesh.streets.get(streets.get(0));
    if (touch(first, mesh.streets.get(streets.get(k)))) {
      return;
    }
    List<Integer> rest = new ArrayList<>(streets.subList(1, 4));
    rest.remove(k - 1);
    double score = density.at(graph.middle(first));
    add(places, new Across(block, streets.get(0), streets.get(k), score * (0.4 + chance)));
    add(places, new Across(block, rest.get(0), rest.get(1), score * (1.4 - chance)));
  }

  private void add(List<Across> places, Across place) {
    boolean fits =
        isFit(mesh.streets.get(place.street()))
            && isFit(mesh.streets.get(place.other()))
            && lineM(place) <= LONGEST_SIDE_M;
    if (fits) {
      places.add(place);
    }
  }

  private boolean isFit(ZoneStreet street) {
    return street.road() == RoadClass.COLLECTOR && graph.lineM(street) >= 2 * SHORTEST_HALF_M;
  }

  private static boolean touch(ZoneStreet a, ZoneStreet b) {
    return a.from() == b.from() || a.from() == b.to() || a.to() == b.from() || a.to() == b.to();
  }

  private double lineM(Across place) {
    double[] a = graph.middle(mesh.streets.get(place.street()));
    double[] b = graph.middle(mesh.streets.get(place.other()));
    return StrictMath.hypot(b[0] - a[0], b[1] - a[1]);
  }

  /** Lays a street; where it is the second in its block, the two cross. */
  private void lay(Across place) {
    int from = middle(place.street());
    int to = middle(place.other());
    String line = "local-" + laid++;
    ZoneStreet first = through.get(place.block());
    if (first == null) {
      ZoneStreet local = new ZoneStreet(RoadClass.LOCAL, from, to, line, false, List.of());
      through.put(place.block(), local);
      graph.streets.add(local);
      return;
    }
    double[] centre = {0, 0};
    for (int end : new int[] {first.from(), first.to(), from, to}) {
      centre[0] += graph.points.get(end)[0] / 4;
      centre[1] += graph.points.get(end)[1] / 4;
    }
    int crossing = graph.addPoint(centre);
    graph.split(first, crossing);
    graph.streets.add(new ZoneStreet(RoadClass.LOCAL, from, crossing, line, false, List.of()));
    graph.streets.add(new ZoneStreet(RoadClass.LOCAL, crossing, to, line, false, List.of()));
  }

  private int middle(int street) {
    return middles.computeIfAbsent(street, i -> graph.addPoint(graph.middle(mesh.streets.get(i))));
  }
}
