package io.testroad.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A ring road: two one-way carriageways above the streets, three lanes wide, with a fourth between
 * interchanges that begins as a ramp on and ends as a ramp off.
 *
 * <p>Roads: {@code ring-1-ccw-0}, {@code ring-1-cw-0}, … (even ones lead through interchanges),
 * {@code ramp-1-ccw-0-off}, {@code ramp-1-ccw-0-on}.
 */
final class ZoneRing {

  private static final double CENTRE_M = 9.4;
  private static final double STEP_M = 60;
  private static final int MOST_BENDS = 40;
  private static final int LANES = 3;
  private static final double RAMP_MPS = 13.89;
  private static final double TILT_RAD = 1e-4;

  /** How far along the ring road a ramp leads, over how far it leads aside. */
  private static final double RAMP_SLOPE = 3.2;

  private static final double NEAREST_M = 45;
  private static final double FARTHEST_M = 90;
  private static final double SPACING_M = 300;

  /** Between the arcs on both sides, m, at the least. */
  private static final double ROOM_M = 280;

  private final ZoneMesh mesh;
  private final int number;
  private final double distanceM;
  private final List<ZoneInterchange> interchanges = new ArrayList<>();
  final List<PlainNode> nodes = new ArrayList<>();
  final List<PlainRoad> roads = new ArrayList<>();
  final List<PlainWay> ways = new ArrayList<>();

  private ZoneRing(ZoneMesh mesh, int layer, int number) {
    this.mesh = mesh;
    this.number = number;
    distanceM = mesh.plane.radiusM() * mesh.layout.share(layer);
  }

  /**
   * The ring road of a layer; its interchanges split the arterials of a graph of the mesh.
   *
   * @return empty when there is no room for two interchanges
   */
  static Optional<ZoneRing> of(ZoneMesh mesh, ZoneGraph graph, int layer, int number) {
    double inner = mesh.layout.share(layer - 1);
    double outer = mesh.layout.share(layer + 1);
    if ((outer - inner) * mesh.plane.radiusM() < ROOM_M) {
      return Optional.empty();
    }
    ZoneRing ring = new ZoneRing(mesh, layer, number);
    ring.addInterchanges(graph, layer);
    if (ring.interchanges.size() < 2) {
      return Optional.empty();
    }
    ring.addCarriageway(true);
    ring.addCarriageway(false);
    for (int k = 0; k < ring.interchanges.size(); k++) {
      ring.addRamps(k, true);
      ring.addRamps(k, false);
    }
    return Optional.of(ring);
  }

  /** Length of its roads and ramps, m, about. */
  double roadM() {
    double sum = 0;
    for (PlainRoad road : roads) {
      sum += road.bends().map(Shape::lengthM).orElse(2 * RAMP_SLOPE * NEAREST_M);
    }
    return sum;
  }

  /** Room that every second, third, … arterial gives an interchange decides how many have one. */
  private void addInterchanges(ZoneGraph graph, int layer) {
    ZoneLayout layout = mesh.layout;
    double cellM = 2 * Math.PI * distanceM / layout.spokes();
    double asideM = Math.max(NEAREST_M, Math.min(FARTHEST_M, 0.2 * cellM));
    double reachM = (asideM - CENTRE_M) * RAMP_SLOPE;
    double spacingM = cellM * layout.arterialStep();
    int every = Math.max(1, (int) Math.ceil((2 * reachM + SPACING_M) / spacingM));
    for (int spoke = 0; spoke < layout.spokes(); spoke += every * layout.arterialStep()) {
      ZoneStreet beneath = mesh.streets.get(mesh.streetBeneath(spoke, layer));
      if (spoke + every * layout.arterialStep() <= layout.spokes() && !beneath.bridge()) {
        double angle = 2 * Math.PI * spoke / layout.spokes();
        int inner = split(graph, beneath, beneath.from(), asideM, angle);
        ZoneStreet rest = graph.streets.get(graph.streets.size() - 1);
        int outer = split(graph, rest, beneath.to(), asideM, angle);
        double perRad = StrictMath.hypot(tangent(angle)[0], tangent(angle)[1]);
        interchanges.add(new ZoneInterchange(spoke, angle, reachM / perRad, inner, outer));
      }
    }
  }

  private int split(ZoneGraph graph, ZoneStreet street, int towards, double asideM, double angle) {
    double[] crossing = mesh.plane.raised(angle, distanceM);
    double[] end = graph.points.get(towards);
    double lengthM = StrictMath.hypot(end[0] - crossing[0], end[1] - crossing[1]);
    double part = Math.min(0.5, asideM / lengthM);
    int point =
        graph.addPoint(
            new double[] {
              crossing[0] + part * (end[0] - crossing[0]),
              crossing[1] + part * (end[1] - crossing[1])
            });
    graph.split(street, point);
    graph.fixed.add(point);
    return point;
  }

  private double[] tangent(double angle) {
    double[] before = mesh.plane.raised(Polyline.wrap(angle - TILT_RAD), distanceM);
    double[] after = mesh.plane.raised(Polyline.wrap(angle + TILT_RAD), distanceM);
    return new double[] {
      (after[0] - before[0]) / (2 * TILT_RAD), (after[1] - before[1]) / (2 * TILT_RAD)
    };
  }

  /** A point of a carriageway's middle line; the outer one is driven anticlockwise. */
  private double[] at(double angle, boolean outer) {
    double[] centre = mesh.plane.raised(Polyline.wrap(angle), distanceM);
    double[] along = tangent(angle);
    double scale = (outer ? 1 : -1) * CENTRE_M / StrictMath.hypot(along[0], along[1]);
    return new double[] {centre[0] + along[1] * scale, centre[1] - along[0] * scale};
  }

  private String side(boolean outer) {
    return "ring-" + number + (outer ? "-ccw-" : "-cw-");
  }

  /** The end of a ramp: before (0) or behind (1) an interchange in order of angle. */
  private String end(int k, boolean outer, int behind) {
    return side(outer) + "end-" + (2 * k + behind);
  }

  private void addCarriageway(boolean outer) {
    int count = interchanges.size();
    double[] angles = new double[2 * count + 1];
    for (int k = 0; k < count; k++) {
      ZoneInterchange here = interchanges.get(k);
      angles[2 * k] = here.angle() - here.reachRad();
      angles[2 * k + 1] = here.angle() + here.reachRad();
      for (int behind = 0; behind < 2; behind++) {
        double[] at = at(angles[2 * k + behind], outer);
        nodes.add(PlainNode.of(end(k, outer, behind), at[0], at[1], Junction.Kind.PRIORITY));
      }
    }
    angles[2 * count] = angles[0] + 2 * Math.PI;
    for (int i = 0; i < 2 * count; i++) {
      String first = end(i / 2, outer, i % 2);
      String second = end((i + 1) / 2 % count, outer, (i + 1) % 2);
      Shape bends = bends(angles[i], angles[i + 1], outer);
      addRoad(i, outer, outer ? first : second, outer ? second : first, bends);
    }
  }

  private void addRoad(int i, boolean outer, String from, String to, Shape bends) {
    boolean through = i % 2 == 0;
    boolean bridge = crossesRiver(bends);
    roads.add(
        PlainRoad.of(id(i, outer), from, to, through ? LANES : LANES + 1, 22.22)
            .withPriority(9)
            .withName(ZoneNames.ring(number, bridge), bridge ? "bridge" : "ring")
            .withBends(bends));
  }

  private String id(int i, boolean outer) {
    return side(outer) + i;
  }

  private boolean crossesRiver(Shape line) {
    for (int i = 1; i < line.size(); i++) {
      double[] a = {line.x()[i - 1], line.y()[i - 1]};
      double[] b = {line.x()[i], line.y()[i]};
      if (mesh.plane.crossesRiver(a, b)) {
        return true;
      }
    }
    return false;
  }

  private Shape bends(double from, double to, boolean outer) {
    double[] a = at(from, outer);
    double[] b = at(to, outer);
    double lengthM = Math.max((to - from) * distanceM, StrictMath.hypot(b[0] - a[0], b[1] - a[1]));
    int count = Math.max(3, Math.min(MOST_BENDS, (int) (lengthM / STEP_M)));
    double[] x = new double[count];
    double[] y = new double[count];
    for (int i = 0; i < count; i++) {
      int k = outer ? i : count - 1 - i;
      double[] at = at(from + (to - from) * (i + 1) / (count + 1), outer);
      x[k] = at[0];
      y[k] = at[1];
    }
    return new Shape(x, y);
  }

  /** The ramps of a carriageway at an interchange, and the lanes that lead to and from them. */
  private void addRamps(int k, boolean outer) {
    int count = interchanges.size();
    ZoneInterchange here = interchanges.get(k);
    String street = ZoneDrawing.node(outer ? here.outerPoint() : here.innerPoint());
    String leaves = end(k, outer, outer ? 0 : 1);
    String joins = end(k, outer, outer ? 1 : 0);
    String name = "ramp-" + number + (outer ? "-ccw-" : "-cw-") + k;
    roads.add(ramp(name + "-off", leaves, street));
    roads.add(ramp(name + "-on", street, joins));
    int next = 2 * k + 1;
    int previous = Math.floorMod(2 * k - 1, 2 * count);
    String before = id(outer ? previous : next, outer);
    String through = id(2 * k, outer);
    String behind = id(outer ? next : previous, outer);
    ways.add(new PlainWay(before, 0, name + "-off", 0));
    ways.add(new PlainWay(name + "-on", 0, behind, 0));
    for (int lane = 0; lane < LANES; lane++) {
      ways.add(new PlainWay(before, lane + 1, through, lane));
      ways.add(new PlainWay(through, lane, behind, lane + 1));
    }
  }

  private PlainRoad ramp(String id, String from, String to) {
    return PlainRoad.of(id, from, to, 1, RAMP_MPS)
        .withPriority(6)
        .withName(ZoneNames.ring(number, false), "ramp");
  }
}
