package io.testroad.network;

import java.util.ArrayList;
import java.util.List;

/**
 * How a zone's streets lie: a core of blocks, n by n, from whose edge 4n spokes lead outwards
 * across layers of arcs; some of these layers are the ring roads.
 *
 * @param blocks blocks a side of the core, even
 * @param coreOverRadius half the core's side over the zone's radius
 * @param layers layers of arcs, the core's edge not counted
 * @param arterialStep every how many lines is an arterial
 * @param wide whether arterials lie far apart
 * @param rings the layers that are ring roads
 */
record ZoneLayout(
    int blocks,
    double coreOverRadius,
    int layers,
    int arterialStep,
    boolean wide,
    List<Integer> rings) {

  private static final double[][] RING_RADII = {{}, {0.42}, {0.26, 0.6}, {0.2, 0.42, 0.72}};

  ZoneLayout {
    rings = List.copyOf(rings);
  }

  /**
   * A layout with so many ring roads, or fewer where there is no room.
   *
   * @param wide whether arterials lie far apart
   */
  static ZoneLayout of(int blocks, double coreOverRadius, int wantedRings, boolean wide) {
    double step = 2 * Math.PI / (4 * blocks);
    double ratio = StrictMath.log(1 / coreOverRadius);
    int layers = Math.max(wantedRings > 0 ? 3 : 2, (int) Math.round(ratio / step));
    int arterials = blocks % 4 == 0 && blocks >= 8 && !wide ? blocks / 4 : Math.max(2, blocks / 2);
    List<Integer> rings = new ArrayList<>();
    for (double share : RING_RADII[wantedRings]) {
      int layer = (int) Math.round(layers * (1 + StrictMath.log(share) / ratio));
      int least = rings.isEmpty() ? 1 : rings.get(rings.size() - 1) + 2;
      layer = Math.max(least, layer);
      if (layer <= layers - 2) {
        rings.add(layer);
      }
    }
    return new ZoneLayout(blocks, coreOverRadius, layers, arterials, wide, rings);
  }

  int spokes() {
    return 4 * blocks;
  }

  /** Distance of a layer from the centre over that of the outermost. */
  double share(int layer) {
    return StrictMath.pow(coreOverRadius, 1 - layer / (double) layers);
  }

  boolean isRing(int layer) {
    return rings.contains(layer);
  }

  /** Whether a line of the core, counted from its edge, is an arterial. */
  boolean isArterialLine(int line) {
    return Math.floorMod(line - blocks / 2, arterialStep) == 0;
  }

  /** Whether a spoke is an arterial; it goes on an arterial line of the core. */
  boolean isArterialSpoke(int spoke) {
    return spoke % arterialStep == 0;
  }

  /** Whether the arc of a layer is an arterial: halfway between ring roads. */
  boolean isArterialLayer(int layer) {
    for (int i = 0; i < rings.size() && !wide; i++) {
      int next = i + 1 < rings.size() ? rings.get(i + 1) : layers;
      if (next - rings.get(i) >= 4 && layer == (next + rings.get(i)) / 2) {
        return true;
      }
    }
    return false;
  }

  /** The band between ring roads in which a distance lies, over the radius; 0 is innermost. */
  int band(double share) {
    int band = 0;
    for (int ring : rings) {
      band += share > share(ring) ? 1 : 0;
    }
    return band;
  }

  /** The spoke that begins at a place on the core's edge, or -1 when it is inside. */
  int spokeAt(int column, int row) {
    int half = blocks / 2;
    if (column == blocks && row < blocks) {
      return Math.floorMod(row - half, spokes());
    }
    if (row == blocks && column > 0) {
      return blocks + half - column;
    }
    if (column == 0 && row > 0) {
      return 2 * blocks + half - row;
    }
    return row == 0 ? 3 * blocks + column - half : -1;
  }
}
