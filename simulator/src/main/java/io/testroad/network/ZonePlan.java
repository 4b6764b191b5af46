package io.testroad.network;

import java.util.ArrayList;
import java.util.List;

/** One attempt at a zone: its streets before and after some are left out, and its drawing. */
final class ZonePlan {

  private final ZoneMesh mesh;
  private final ZoneGraph graph;
  private final ZoneThinning thinning;
  private final ZoneDensity density;
  private final List<ZoneRing> rings = new ArrayList<>();
  private final long seed;

  private ZonePlan(ZoneLayout layout, double areaM2, long seed) {
    this.seed = seed;
    ZonePlane plane =
        new ZonePlane(areaM2, layout.coreOverRadius(), ZoneNetwork.random(seed, "plane"));
    mesh = new ZoneMesh(layout, plane, ZoneNetwork.random(seed, "mesh"));
    graph = new ZoneGraph(mesh.points, mesh.streets);
    density = new ZoneDensity(plane, ZoneNetwork.random(seed, "density"));
    thinning = new ZoneThinning(mesh, graph);
    thinning.clearRiver();
  }

  /** The streets of a layout, those across the river left out. */
  static ZonePlan of(ZoneLayout layout, double areaM2, long seed) {
    ZonePlan plan = new ZonePlan(layout, areaM2, seed);
    for (int i = 0; i < layout.rings().size(); i++) {
      int layer = layout.rings().get(i);
      ZoneRing.of(plan.mesh, plan.graph, layer, i + 1).ifPresent(plan.rings::add);
    }
    return plan;
  }

  int rings() {
    return rings.size();
  }

  /** Length of ring roads and ramps, m, about. */
  double ringM() {
    return rings.stream().mapToDouble(ZoneRing::roadM).sum();
  }

  /** Length of all, m, about. */
  double fullM() {
    return ringM() + graph.roadM();
  }

  /** Length of what cannot be left out, m, about. */
  double leastM() {
    return ringM()
        + 1.25
            * graph.streets.stream()
                .filter(street -> street.road() == RoadClass.ARTERIAL)
                .mapToDouble(graph::roadM)
                .sum();
  }

  /** Leaves out and lays streets for a length, m; returns how much of the local ones was laid. */
  double choose(double roadM, double localShare) {
    double ringM = ringM();
    double left =
        thinning.thin(
            (1 - localShare) * roadM - ringM, density, ZoneNetwork.random(seed, "thinning"));
    graph.removeStubs();
    ZoneBlocks blocks = new ZoneBlocks(mesh, graph, thinning);
    double wanted = Math.max(0, roadM - ringM - left);
    double laid = blocks.add(wanted, density, ZoneNetwork.random(seed, "blocks"));
    graph.join();
    return wanted <= 0 ? 1 : Math.min(1, laid / wanted);
  }

  ZoneNetwork.Zone draw() {
    NetworkBuilder builder = new NetworkBuilder().withCityJunctions();
    ZoneDrawing drawing = new ZoneDrawing(mesh, graph, ZoneNetwork.random(seed, "roundabouts"));
    drawing.draw(builder);
    for (ZoneRing ring : rings) {
      ring.nodes.forEach(builder::add);
      ring.roads.forEach(builder::add);
      ring.ways.forEach(builder::add);
    }
    return new ZoneNetwork.Zone(builder.build(), drawing.areas());
  }
}
