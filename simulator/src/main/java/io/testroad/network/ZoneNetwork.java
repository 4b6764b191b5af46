package io.testroad.network;

import io.testroad.engine.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A network like that of a city: ring roads above the ground, arterials that lead from the centre
 * outwards, collectors between them, local streets in the densest blocks, and a river with bridges.
 *
 * <p>Roads are {@code <area>-<class>-<number>-<direction>}: areas are {@code center} and, between
 * and beyond the ring roads, {@code inner-east}, {@code middle-north}, {@code outer-west}, …;
 * classes are arterial, collector, local and bridge; directions n, e, s, w. Besides there are
 * {@code ring-1-ccw-0} (anticlockwise; cw the other way), {@code ramp-1-cw-2-off}, {@code …-on},
 * and {@code roundabout-1-0}.
 *
 * <p>Deterministic: the same parameters and seed make the same network.
 *
 * @param roadM length of its roads, each direction counted by itself, between junctions, m
 * @param areaM2 area of the rectangle around it, m²
 */
public record ZoneNetwork(double roadM, double areaM2) {

  /** How far the length may lie off what was asked. */
  public static final double TOLERANCE = 0.01;

  /** How far the area may lie off what was asked. */
  public static final double AREA_TOLERANCE = 0.045;

  private static final double[] CORES = {0.1, 0.14, 0.2, 0.28, 0.4, 0.55, 0.7};
  private static final int[] BLOCKS = {2, 4, 8, 12, 16, 20, 24, 32, 40, 48, 64};
  private static final double SMALLEST_BLOCK_M = 150;
  private static final double SHORTEST_M = 12;
  private static final double LOCAL_SHARE = 0.13;
  private static final double SPARE = 1.12;
  private static final int ROUNDS = 5;
  private static final int MOST_RINGS = 3;
  private static final double LARGEST_RING_SHARE = 0.37;

  /** Limits within which zones are made: lengths, m, areas, m², and their ratio, 1/m. */
  public static final double LEAST_ROAD_M = 20_000;

  public static final double MOST_ROAD_M = 40_000_000;
  public static final double LEAST_AREA_M2 = 4_000_000;
  public static final double MOST_AREA_M2 = 40_000_000_000.0;

  /**
   * A zone that was made.
   *
   * @param network its network
   * @param areas the labels of its areas, by the prefix of their roads' ids
   */
  public record Zone(Network network, Map<String, String> areas) {}

  /** The zone; empty when so much road finds no room in the area, or so little does not fill it. */
  public Optional<Zone> generate(long seed) {
    return layouts().map(layout -> tryLayout(layout, seed)).flatMap(Optional::stream).findFirst();
  }

  /** The layouts to be tried in turn: with most ring roads first. */
  private Stream<ZoneLayout> layouts() {
    List<ZoneLayout> layouts = new ArrayList<>();
    for (int rings = MOST_RINGS; rings >= 0; rings--) {
      for (boolean wide : new boolean[] {false, true}) {
        addLayouts(layouts, rings, wide);
      }
    }
    return layouts.stream();
  }

  private void addLayouts(List<ZoneLayout> layouts, int rings, boolean wide) {
    for (double core : CORES) {
      for (int blocks : BLOCKS) {
        boolean small = core * StrictMath.sqrt(areaM2) / blocks < SMALLEST_BLOCK_M;
        ZoneLayout layout = ZoneLayout.of(blocks, core, rings, wide);
        if (layout.rings().size() == rings && (!small || blocks == BLOCKS[0])) {
          layouts.add(layout);
        }
      }
    }
  }

  private Optional<Zone> tryLayout(ZoneLayout layout, long seed) {
    ZonePlan plan = ZonePlan.of(layout, areaM2, seed);
    boolean fits =
        plan.rings() == layout.rings().size()
            && plan.ringM() <= LARGEST_RING_SHARE * roadM
            && plan.fullM() >= SPARE * (1 - LOCAL_SHARE) * roadM
            && plan.leastM() <= (1 - LOCAL_SHARE) * roadM;
    return fits ? approach(layout, seed) : Optional.empty();
  }

  /** Draws it again until the lengths measured, junctions taken off, are what was asked. */
  private Optional<Zone> approach(ZoneLayout layout, long seed) {
    double wanted = roadM;
    double localShare = LOCAL_SHARE;
    Zone best = null;
    double bestOff = TOLERANCE;
    for (int round = 0; round < ROUNDS && bestOff > TOLERANCE / 4; round++) {
      ZonePlan plan = ZonePlan.of(layout, areaM2, seed);
      localShare *= plan.choose(wanted, localShare);
      Zone zone = plan.draw();
      double made = NetworkSummary.roadM(zone.network());
      double off = Math.abs(made / roadM - 1);
      if (!isOfArea(zone.network().location()) || isTooTight(zone.network())) {
        return Optional.empty();
      }
      if (off <= bestOff) {
        best = zone;
        bestOff = off;
      }
      wanted *= roadM / made;
    }
    return Optional.ofNullable(best);
  }

  private static boolean isTooTight(Network network) {
    return network.edges().stream()
        .anyMatch(edge -> edge.isRoad() && network.lengthM(edge.index()) < SHORTEST_M);
  }

  private boolean isOfArea(Network.Location bounds) {
    double area = (bounds.maxX() - bounds.minX()) * (bounds.maxY() - bounds.minY());
    return Math.abs(area / areaM2 - 1) <= AREA_TOLERANCE;
  }

  /** What is wrong with the parameters, sentences. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (!(roadM >= LEAST_ROAD_M) || !(roadM <= MOST_ROAD_M)) {
      faults.add("A zone has 20 to 40,000 km of road.");
    }
    if (!(areaM2 >= LEAST_AREA_M2) || !(areaM2 <= MOST_AREA_M2)) {
      faults.add("A zone covers 4 to 40,000 km².");
    }
    return faults;
  }

  /** A sentence for parameters for which nothing can be made. */
  public String misfit() {
    return String.format(
        Locale.ROOT,
        "%.0f km of road on %.0f km² make no city: %s",
        roadM / 1000,
        areaM2 / 1e6,
        roadM / areaM2 > 2.0 / 1000
            ? "there is no room for so much. Ask for more area or less road."
            : "so little cannot span it. Ask for less area or more road.");
  }

  static RandomStream random(long seed, String what) {
    return RandomStream.of(seed, "zone-network." + what);
  }
}
