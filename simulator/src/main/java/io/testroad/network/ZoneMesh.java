package io.testroad.network;

import io.testroad.engine.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The ground-level streets of a zone before any is left out, with the blocks on both sides of each.
 *
 * <p>The ring roads are not among them: they lie above. Collectors pass beneath them; arterials do
 * too, or meet their ramps.
 */
final class ZoneMesh {

  /** How far a junction of collectors lies off its place at most, over the side of a block. */
  private static final double IRREGULARITY = 0.11;

  /** The block around all others. */
  static final int OUTSIDE = 0;

  final ZoneLayout layout;
  final ZonePlane plane;
  final List<double[]> points = new ArrayList<>();
  final List<ZoneStreet> streets = new ArrayList<>();

  /** For each street the blocks left and right of it. */
  final List<int[]> sides = new ArrayList<>();

  private final RandomStream random;
  private final int[][] corePoint;
  private final int[][] layerPoint;

  ZoneMesh(ZoneLayout layout, ZonePlane plane, RandomStream random) {
    this.layout = layout;
    this.plane = plane;
    this.random = random;
    corePoint = new int[layout.blocks() + 1][layout.blocks() + 1];
    layerPoint = new int[layout.layers() + 1][layout.spokes()];
    addCore();
    addLayers();
    addSpokes();
  }

  int blockCount() {
    int core = layout.blocks() * layout.blocks();
    return 1 + core + layout.layers() * layout.spokes();
  }

  private int coreBlock(int column, int row) {
    int n = layout.blocks();
    if (column >= 0 && row >= 0 && column < n && row < n) {
      return 1 + row * n + column;
    }
    int spoke =
        row < 0
            ? layout.spokeAt(column, 0)
            : row >= n
                ? layout.spokeAt(column + 1, n)
                : column < 0 ? layout.spokeAt(0, row + 1) : layout.spokeAt(n, row);
    return layerBlock(spoke, 0);
  }

  /** The block behind a spoke and outside a layer; both sides of a ring road are one block. */
  private int layerBlock(int spoke, int layer) {
    int inner = layout.isRing(layer) ? layer - 1 : layer;
    if (inner >= layout.layers() - 1) {
      return OUTSIDE;
    }
    int n = layout.blocks();
    return 1 + n * n + inner * layout.spokes() + Math.floorMod(spoke, layout.spokes());
  }

  private int addPoint(double[] at, double offM) {
    int index = points.size();
    double dx = (2 * random.uniform(index, 0) - 1) * offM;
    double dy = (2 * random.uniform(index, 1) - 1) * offM;
    points.add(new double[] {at[0] + dx, at[1] + dy});
    return index;
  }

  private void add(RoadClass road, int from, int to, String line, int left, int right) {
    double[] a = points.get(from);
    double[] b = points.get(to);
    streets.add(new ZoneStreet(road, from, to, line, plane.crossesRiver(a, b), List.of()));
    sides.add(new int[] {left, right});
  }

  private static RoadClass road(boolean arterial) {
    return arterial ? RoadClass.ARTERIAL : RoadClass.COLLECTOR;
  }

  private void addCore() {
    int n = layout.blocks();
    double side = 2 * plane.coreM() / n;
    for (int row = 0; row <= n; row++) {
      for (int column = 0; column <= n; column++) {
        boolean main = layout.isArterialLine(column) || layout.isArterialLine(row);
        double[] at = plane.core(2.0 * column / n - 1, 2.0 * row / n - 1);
        corePoint[column][row] = addPoint(at, (main ? 0.4 : 1) * IRREGULARITY * side);
        int spoke = layout.spokeAt(column, row);
        if (spoke >= 0) {
          layerPoint[0][spoke] = corePoint[column][row];
        }
      }
    }
    for (int line = 0; line <= n; line++) {
      RoadClass road = road(layout.isArterialLine(line));
      for (int i = 0; i < n; i++) {
        add(
            road,
            corePoint[i][line],
            corePoint[i + 1][line],
            "row-" + line,
            coreBlock(i, line),
            coreBlock(i, line - 1));
        add(
            road,
            corePoint[line][i],
            corePoint[line][i + 1],
            "column-" + line,
            coreBlock(line - 1, i),
            coreBlock(line, i));
      }
    }
  }

  private void addLayers() {
    int spokes = layout.spokes();
    for (int layer = 1; layer <= layout.layers(); layer++) {
      if (layout.isRing(layer)) {
        continue;
      }
      boolean outermost = layer == layout.layers();
      double distance = plane.radiusM() * layout.share(layer);
      double side = distance * 2 * Math.PI / spokes;
      for (int spoke = 0; spoke < spokes; spoke++) {
        boolean main = layout.isArterialSpoke(spoke);
        if (main || !outermost) {
          double off = outermost || main ? 0 : IRREGULARITY * side;
          double[] at = plane.outer(2 * Math.PI * spoke / spokes, distance);
          layerPoint[layer][spoke] = addPoint(at, off);
        }
      }
      for (int spoke = 0; spoke < spokes && !outermost; spoke++) {
        add(
            road(layout.isArterialLayer(layer)),
            layerPoint[layer][spoke],
            layerPoint[layer][(spoke + 1) % spokes],
            "arc-" + layer,
            layerBlock(spoke, layer - 1),
            layerBlock(spoke, layer));
      }
    }
  }

  private void addSpokes() {
    for (int spoke = 0; spoke < layout.spokes(); spoke++) {
      boolean main = layout.isArterialSpoke(spoke);
      int last = main ? layout.layers() : layout.layers() - 1;
      for (int layer = 0; layer < last; ) {
        int next = layout.isRing(layer + 1) ? layer + 2 : layer + 1;
        if (next <= last) {
          add(
              road(main),
              layerPoint[layer][spoke],
              layerPoint[next][spoke],
              "spoke-" + spoke,
              layerBlock(spoke, layer),
              layerBlock(spoke - 1, layer));
        }
        layer = next;
      }
    }
  }

  /** Index of the street of an arterial spoke that passes beneath a ring road. */
  int streetBeneath(int spoke, int ring) {
    int from = layerPoint[ring - 1][spoke];
    int to = layerPoint[ring + 1][spoke];
    for (int i = 0; i < streets.size(); i++) {
      if (streets.get(i).from() == from && streets.get(i).to() == to) {
        return i;
      }
    }
    throw new IllegalStateException("spoke " + spoke + " does not cross ring " + ring);
  }
}
