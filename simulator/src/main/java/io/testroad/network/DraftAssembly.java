package io.testroad.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes a network from drafts of its junctions and roads, all laid and ruled. */
final class DraftAssembly {

  private static final int INTERNAL_PRIORITY = -1;

  private final List<DraftNode> nodes;
  private final List<DraftRoad> roads;
  private final List<List<String>> rings;
  private final List<Edge> edges = new ArrayList<>();
  private final List<Lane> lanes = new ArrayList<>();
  private final List<Junction> junctions = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final List<Signal> signals = new ArrayList<>();

  DraftAssembly(List<DraftNode> nodes, List<DraftRoad> roads, List<List<String>> rings) {
    this.nodes = nodes;
    this.roads = roads;
    this.rings = rings;
  }

  Network build() {
    nodes.forEach(this::addInside);
    roads.forEach(this::addRoad);
    for (DraftNode node : nodes) {
      if (node.kind() == Junction.Kind.TRAFFIC_LIGHT) {
        node.signal = signals.size();
        signals.add(SignalPlan.of(node, node.signal));
      }
      addJunction(node);
    }
    nodes.forEach(this::addWaitingPlaces);
    roads.forEach(road -> road.turns.forEach(turn -> addMovement(road.to, turn)));
    nodes.forEach(node -> node.turns.forEach(this::addExit));
    return Network.of(edges, lanes, junctions, links, signals, roundabouts(), location());
  }

  /** Adds the edges inside a junction: ways side by side between the same roads form one. */
  private void addInside(DraftNode node) {
    for (int first = 0; first < node.turns.size(); ) {
      int end = first + 1;
      while (end < node.turns.size() && node.turns.get(end - 1).isBeside(node.turns.get(end))) {
        end++;
      }
      addInternalEdge(node, node.turns.subList(first, end));
      first = end;
    }
    addBehindWaitingPlaces(node);
  }

  private void addInternalEdge(DraftNode node, List<DraftTurn> turns) {
    String id = ":" + node.plain.id() + "_" + turns.get(0).request;
    edges.add(internalEdge(id, node, turns.size()));
    double mean = turns.stream().mapToDouble(turn -> turn.lengthM).sum() / turns.size();
    for (int i = 0; i < turns.size(); i++) {
      DraftTurn turn = turns.get(i);
      turn.internalLane = lanes.size();
      PlainRoad from = turn.from.plain;
      PlainRoad to = turn.to.plain;
      boolean waits = turn.waitsAtM > 0;
      double lengthM = turns.size() == 1 ? turn.lengthM : mean;
      addLane(
          id,
          i,
          Polyline.toCentimetre(waits ? turn.waitsAtM : lengthM),
          turn.speedMps,
          Math.min(from.laneWidthM(), to.laneWidthM()),
          new Permissions(from.permissions().mask() & to.permissions().mask()),
          waits ? WaitingPlace.before(turn) : turn.path);
      turn.lastInternalLane = turn.internalLane;
    }
  }

  /** Adds the lanes behind the waiting places of a junction, numbered behind its requests. */
  private void addBehindWaitingPlaces(DraftNode node) {
    int number = node.turns.size();
    for (DraftTurn turn : node.turns) {
      if (turn.waitsAtM > 0) {
        String id = ":" + node.plain.id() + "_" + number++;
        turn.lastInternalLane = lanes.size();
        Lane before = lanes.get(turn.internalLane);
        edges.add(internalEdge(id, node, 1));
        addLane(
            id,
            0,
            Polyline.toCentimetre(turn.lengthM - turn.waitsAtM),
            turn.speedMps,
            before.widthM(),
            before.permissions(),
            WaitingPlace.behind(turn));
      }
    }
  }

  private Edge internalEdge(String id, DraftNode node, int laneCount) {
    return new Edge(
        edges.size(),
        id,
        "",
        Edge.Kind.INTERNAL,
        node.index,
        node.index,
        INTERNAL_PRIORITY,
        "",
        lanes.size(),
        laneCount);
  }

  private void addRoad(DraftRoad road) {
    PlainRoad plain = road.plain;
    road.edge = edges.size();
    road.firstLane = lanes.size();
    edges.add(
        new Edge(
            road.edge,
            plain.id(),
            plain.name(),
            Edge.Kind.NORMAL,
            road.from.index,
            road.to.index,
            plain.priority(),
            plain.type(),
            road.firstLane,
            plain.lanes()));
    for (int i = 0; i < plain.lanes(); i++) {
      addLane(
          plain.id(),
          i,
          road.lengthM,
          Polyline.toCentimetre(plain.speedMps()),
          plain.laneWidthM(),
          plain.permissions(),
          road.lanes.get(i));
    }
  }

  private void addLane(
      String edgeId,
      int indexOnEdge,
      double lengthM,
      double speedMps,
      double widthM,
      Permissions permissions,
      Shape shape) {
    lanes.add(
        new Lane(
            lanes.size(),
            edgeId + "_" + indexOnEdge,
            edges.size() - 1,
            indexOnEdge,
            lengthM,
            speedMps,
            widthM,
            permissions,
            Permissions.ALL,
            Permissions.ALL,
            shape));
  }

  private void addJunction(DraftNode node) {
    List<Integer> incoming = new ArrayList<>();
    for (DraftRoad road : node.incoming) {
      for (int i = 0; i < road.plain.lanes(); i++) {
        incoming.add(road.firstLane + i);
      }
    }
    List<Junction.Request> requests = new ArrayList<>();
    for (DraftTurn turn : node.turns) {
      requests.add(new Junction.Request(turn.response, turn.foes, turn.waitsAtM > 0));
    }
    junctions.add(
        new Junction(
            node.index,
            node.plain.id(),
            node.plain.name(),
            node.kind(),
            Polyline.toCentimetre(node.plain.x()),
            Polyline.toCentimetre(node.plain.y()),
            node.outline,
            incoming,
            node.turns.stream().map(turn -> turn.lastInternalLane).toList(),
            requests,
            node.signal));
  }

  /** Adds the junctions inside a junction at which turns wait for those they yield to. */
  private void addWaitingPlaces(DraftNode node) {
    for (DraftTurn turn : node.turns) {
      if (turn.waitsAtM > 0) {
        Lane behind = lanes.get(turn.lastInternalLane);
        turn.waitingPlace = junctions.size();
        junctions.add(
            new Junction(
                turn.waitingPlace,
                behind.id(),
                "",
                Junction.Kind.INTERNAL,
                behind.shape().x()[0],
                behind.shape().y()[0],
                new Shape(behind.shape().x().clone(), behind.shape().y().clone()),
                WaitingPlace.watchedLanes(node, turn),
                WaitingPlace.crossedLanes(node, turn),
                List.of(),
                -1));
      }
    }
  }

  private void addMovement(DraftNode node, DraftTurn turn) {
    links.add(
        new Link(
            links.size(),
            turn.from.firstLane + turn.fromLane,
            turn.to.firstLane + turn.toLane,
            turn.internalLane,
            node.index,
            turn.request,
            node.signal,
            node.signal < 0 ? -1 : turn.request,
            turn.direction,
            RightOfWay.state(node, turn),
            true,
            Link.VISIBILITY_M,
            Permissions.ALL));
  }

  private void addExit(DraftTurn turn) {
    if (turn.waitsAtM > 0) {
      links.add(
          new Link(
              links.size(),
              turn.internalLane,
              turn.to.firstLane + turn.toLane,
              turn.lastInternalLane,
              turn.waitingPlace,
              -1,
              -1,
              -1,
              turn.direction,
              'm',
              true,
              Link.VISIBILITY_M,
              Permissions.ALL));
    }
    links.add(
        new Link(
            links.size(),
            turn.lastInternalLane,
            turn.to.firstLane + turn.toLane,
            -1,
            -1,
            -1,
            -1,
            -1,
            turn.direction,
            'M',
            true,
            Link.VISIBILITY_M,
            Permissions.ALL));
  }

  private List<List<Integer>> roundabouts() {
    Map<String, Integer> indices = new HashMap<>();
    roads.forEach(road -> indices.put(road.plain.id(), road.edge));
    List<List<Integer>> all = new ArrayList<>();
    for (List<String> ring : rings) {
      all.add(ring.stream().map(id -> Objects.requireNonNull(indices.get(id))).toList());
    }
    return all;
  }

  /** The bounds of all that is drawn; the plane lies nowhere on earth. */
  private Network.Location location() {
    double[] bounds = {
      Double.POSITIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };
    lanes.forEach(lane -> widen(bounds, lane.shape()));
    junctions.forEach(junction -> widen(bounds, junction.shape()));
    if (junctions.isEmpty()) {
      return new Network.Location(0, 0, 0, 0, 0, 0, "!");
    }
    return new Network.Location(0, 0, bounds[0], bounds[1], bounds[2], bounds[3], "!");
  }

  private static void widen(double[] bounds, Shape shape) {
    for (int i = 0; i < shape.size(); i++) {
      bounds[0] = Math.min(bounds[0], shape.x()[i]);
      bounds[1] = Math.min(bounds[1], shape.y()[i]);
      bounds[2] = Math.max(bounds[2], shape.x()[i]);
      bounds[3] = Math.max(bounds[3], shape.y()[i]);
    }
  }
}
