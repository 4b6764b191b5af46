package io.testroad.network;

import io.testroad.engine.RandomStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes nodes and roads of a zone's streets. */
final class ZoneDrawing {

  private static final double ROUNDABOUT_RADIUS_M = 32;
  private static final double ROUNDABOUT_MPS = 8.33;
  private static final int ROUNDABOUT_LANES = 2;
  private static final int ROUNDABOUT_BENDS = 3;
  private static final double ROUNDABOUT_ANGLE_RAD = 1.0;
  private static final double ROUNDABOUT_ROOM_M = 150;
  private static final int JUNCTIONS_A_ROUNDABOUT = 120;
  private static final double FAST_COLLECTOR_MPS = 13.89;

  private final ZoneMesh mesh;
  private final ZoneGraph graph;
  private final ZoneNames names = new ZoneNames();
  private final List<List<Integer>> incident;
  private final Map<Integer, List<Integer>> roundabouts = new TreeMap<>();
  private final Map<String, String> areas = new TreeMap<>();

  ZoneDrawing(ZoneMesh mesh, ZoneGraph graph, RandomStream random) {
    this.mesh = mesh;
    this.graph = graph;
    incident = graph.incident();
    chooseRoundabouts(random);
  }

  /** Id of the node at a point. */
  static String node(int point) {
    return "j" + point;
  }

  /** The labels of the areas by id. */
  Map<String, String> areas() {
    return areas;
  }

  void draw(NetworkBuilder builder) {
    for (int point = 0; point < incident.size(); point++) {
      if (roundabouts.containsKey(point)) {
        addRoundabout(builder, point);
      } else if (!incident.get(point).isEmpty()) {
        double[] at = graph.points.get(point);
        builder.add(PlainNode.of(node(point), at[0], at[1], kind(point)));
      }
    }
    for (int i = 0; i < graph.streets.size(); i++) {
      addStreet(builder, i);
    }
  }

  private Junction.Kind kind(int point) {
    int arterials = 0;
    int locals = 0;
    int arms = incident.get(point).size();
    for (int i : incident.get(point)) {
      RoadClass road = graph.streets.get(i).road();
      arterials += road == RoadClass.ARTERIAL ? 1 : 0;
      locals += road == RoadClass.LOCAL ? 1 : 0;
    }
    if (graph.fixed.contains(point)) {
      return Junction.Kind.TRAFFIC_LIGHT;
    }
    if (arms == 1) {
      return Junction.Kind.DEAD_END;
    }
    if (arms == 2) {
      return Junction.Kind.PRIORITY;
    }
    boolean dense = band(graph.points.get(point)) == 0;
    if (locals > 0) {
      return Junction.Kind.PRIORITY;
    }
    boolean meets = arterials > 2 || (arterials > 0 && (arms > 3 || dense));
    return meets || (dense && arms > 3) ? Junction.Kind.TRAFFIC_LIGHT : Junction.Kind.PRIORITY;
  }

  private int band(double[] at) {
    return mesh.layout.band(StrictMath.hypot(at[0], at[1]) / mesh.plane.radiusM());
  }

  private void addStreet(NetworkBuilder builder, int i) {
    ZoneStreet street = graph.streets.get(i);
    double[] a = graph.points.get(street.from());
    double[] b = graph.points.get(street.to());
    double[] middle = graph.middle(street);
    String area = ZoneNames.area(band(middle), middle);
    areas.put(area, ZoneNames.label(band(middle), middle));
    String kind = street.bridge() ? "bridge" : street.road().written();
    int number = names.next(area + kind);
    String name = names.street(street, area, number);
    String id = area + "-" + kind + "-" + number;
    boolean eastWest = Math.abs(b[0] - a[0]) > Math.abs(b[1] - a[1]);
    boolean positive = eastWest ? b[0] > a[0] : b[1] > a[1];
    String there = eastWest ? (positive ? "-e" : "-w") : positive ? "-n" : "-s";
    String back = eastWest ? (positive ? "-w" : "-e") : positive ? "-s" : "-n";
    String from = end(street.from(), i);
    String to = end(street.to(), i);
    PlainRoad forth = road(street, id + there, from, to, street.bends());
    builder.add(forth.withName(name, kind).withPriority(priority(street.to(), i)));
    PlainRoad backwards = road(street, id + back, to, from, ZoneGraph.reversed(street.bends()));
    builder.add(backwards.withName(name, kind).withPriority(priority(street.from(), i)));
  }

  /**
   * Priority of the road that arrives at a point: that of its class, less where more than two roads
   * of the highest class meet and it is not one of the two that go straightest on. Without that,
   * three who meet would each wait for another.
   */
  private int priority(int point, int i) {
    int own = graph.streets.get(i).road().priority();
    List<Integer> top = new ArrayList<>(incident.get(point));
    int highest =
        top.stream().mapToInt(k -> graph.streets.get(k).road().priority()).max().orElse(own);
    top.removeIf(k -> graph.streets.get(k).road().priority() < highest);
    return own < highest || top.size() <= 2 || isOnMainRoad(point, i, top) ? own : own - 1;
  }

  private boolean isOnMainRoad(int point, int i, List<Integer> arms) {
    double best = -1;
    boolean on = false;
    for (int a = 0; a < arms.size(); a++) {
      for (int b = a + 1; b < arms.size(); b++) {
        double between = Polyline.wrap(angle(point, arms.get(a)) - angle(point, arms.get(b)));
        if (Math.abs(between) > best) {
          best = Math.abs(between);
          on = arms.get(a) == i || arms.get(b) == i;
        }
      }
    }
    return on;
  }

  private PlainRoad road(
      ZoneStreet street, String id, String from, String to, List<double[]> bends) {
    PlainRoad road = street.road().road(id, from, to, "");
    boolean out = street.road() == RoadClass.COLLECTOR && band(graph.middle(street)) > 1;
    if (out) {
      road =
          PlainRoad.of(id, from, to, road.lanes(), FAST_COLLECTOR_MPS)
              .withPriority(road.priority());
    }
    if (bends.isEmpty()) {
      return road;
    }
    double[] x = bends.stream().mapToDouble(bend -> bend[0]).toArray();
    double[] y = bends.stream().mapToDouble(bend -> bend[1]).toArray();
    return road.withBends(new Shape(x, y));
  }

  /** Node at which a street ends: its point's, or its own on a roundabout. */
  private String end(int point, int street) {
    return roundabouts.containsKey(point) ? roundaboutNode(point, street) : node(point);
  }

  private static String roundaboutNode(int point, int street) {
    return "r" + point + "-" + street;
  }

  /** Direction in which a street leaves a point, rad. */
  private double angle(int point, int i) {
    ZoneStreet street = graph.streets.get(i);
    List<double[]> bends = street.bends();
    double[] next = graph.points.get(street.other(point));
    if (!bends.isEmpty()) {
      next = bends.get(street.from() == point ? 0 : bends.size() - 1);
    }
    double[] at = graph.points.get(point);
    return StrictMath.atan2(next[1] - at[1], next[0] - at[0]);
  }

  private void chooseRoundabouts(RandomStream random) {
    List<Integer> fit = new ArrayList<>();
    int junctions = 0;
    for (int point = 0; point < incident.size(); point++) {
      junctions += incident.get(point).size() > 2 ? 1 : 0;
      if (isFitForRoundabout(point)) {
        fit.add(point);
      }
    }
    fit.sort(Comparator.comparingDouble(random::uniform));
    int wanted = Math.min(fit.size(), 1 + junctions / JUNCTIONS_A_ROUNDABOUT);
    for (int point : fit.subList(0, wanted)) {
      List<Integer> arms = new ArrayList<>(incident.get(point));
      arms.sort(Comparator.comparingDouble(i -> angle(point, i)));
      roundabouts.put(point, arms);
    }
  }

  private boolean isFitForRoundabout(int point) {
    List<Integer> arms = incident.get(point);
    if (arms.size() < 3 || kind(point) != Junction.Kind.PRIORITY) {
      return false;
    }
    double[] angles = arms.stream().mapToDouble(i -> angle(point, i)).sorted().toArray();
    for (int i = 0; i < angles.length; i++) {
      double next = i + 1 < angles.length ? angles[i + 1] : angles[0] + 2 * Math.PI;
      if (next - angles[i] < ROUNDABOUT_ANGLE_RAD) {
        return false;
      }
    }
    return arms.stream()
        .map(graph.streets::get)
        .allMatch(s -> s.road() == RoadClass.COLLECTOR && graph.lineM(s) > ROUNDABOUT_ROOM_M);
  }

  private void addRoundabout(NetworkBuilder builder, int point) {
    double[] at = graph.points.get(point);
    List<Integer> arms = roundabouts.getOrDefault(point, List.of());
    for (int arm : arms) {
      double angle = angle(point, arm);
      builder.add(
          PlainNode.of(
              roundaboutNode(point, arm),
              at[0] + ROUNDABOUT_RADIUS_M * StrictMath.cos(angle),
              at[1] + ROUNDABOUT_RADIUS_M * StrictMath.sin(angle),
              Junction.Kind.PRIORITY));
    }
    int number = names.next("roundabout");
    List<String> ring = new ArrayList<>();
    for (int k = 0; k < arms.size(); k++) {
      int next = arms.get((k + 1) % arms.size());
      double start = angle(point, arms.get(k));
      double turn = angle(point, next) - start;
      double end = start + (turn <= 0 ? turn + 2 * Math.PI : turn);
      String id = "roundabout-" + number + "-" + k;
      ring.add(id);
      builder.add(
          PlainRoad.of(
                  id,
                  roundaboutNode(point, arms.get(k)),
                  roundaboutNode(point, next),
                  ROUNDABOUT_LANES,
                  ROUNDABOUT_MPS)
              .withPriority(4)
              .withName("Roundabout " + number + " / 环岛" + number, "roundabout")
              .withBends(
                  RingNetwork.arc(
                      at[0], at[1], ROUNDABOUT_RADIUS_M, start, end, ROUNDABOUT_BENDS)));
    }
    builder.addRoundabout(ring);
  }
}
