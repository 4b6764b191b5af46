package io.testroad.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Builds a consistent network from nodes and roads: lanes, turns, the insides of junctions, right
 * of way and signals.
 *
 * <p>Coordinates, lengths and speeds come out rounded to two decimals, as SUMO's files state them.
 * Edges: first those inside junctions, junction by junction, then the roads in the order told.
 * Traffic keeps right. Unless {@link #withCityJunctions} asks for more, waiting places inside
 * junctions are not built: who must yield waits at the stop line.
 *
 * <p>Errors: {@link IllegalArgumentException} for what cannot be built, such as an unknown node;
 * readers of files must check first.
 */
public final class NetworkBuilder {

  private static final Set<Junction.Kind> KINDS =
      Set.of(
          Junction.Kind.PRIORITY,
          Junction.Kind.PRIORITY_STOP,
          Junction.Kind.ALLWAY_STOP,
          Junction.Kind.RIGHT_BEFORE_LEFT,
          Junction.Kind.TRAFFIC_LIGHT,
          Junction.Kind.DEAD_END);

  private final Map<String, PlainNode> nodes = new LinkedHashMap<>();
  private final Map<String, PlainRoad> roads = new LinkedHashMap<>();
  private final List<List<String>> roundabouts = new ArrayList<>();
  private final List<PlainWay> ways = new ArrayList<>();
  private boolean city;

  /**
   * Adds a node.
   *
   * @throws IllegalArgumentException for a known id, or a kind that is not built: those that can be
   *     are priority, priority stop, all-way stop, right before left, traffic light and dead end
   */
  public NetworkBuilder add(PlainNode node) {
    if (!KINDS.contains(node.kind())) {
      throw new IllegalArgumentException("junctions of kind " + node.kind() + " are not built");
    }
    if (nodes.putIfAbsent(node.id(), node) != null) {
      throw new IllegalArgumentException("there are two nodes '" + node.id() + "'");
    }
    return this;
  }

  /**
   * Adds a one-way road; its nodes must be known when the network is built.
   *
   * @throws IllegalArgumentException for a known id
   */
  public NetworkBuilder add(PlainRoad road) {
    if (roads.putIfAbsent(road.id(), road) != null) {
      throw new IllegalArgumentException("there are two roads '" + road.id() + "'");
    }
    return this;
  }

  /** Says that roads form the ring of a roundabout, where they have the right of way. */
  public NetworkBuilder addRoundabout(List<String> ring) {
    roundabouts.add(List.copyOf(ring));
    return this;
  }

  /**
   * Adds a way from lane to lane. A road with such ways has no others; they must not cross.
   *
   * @see PlainWay
   */
  public NetworkBuilder add(PlainWay way) {
    ways.add(way);
    return this;
  }

  /**
   * Builds junctions as cities have them: who turns left against oncoming traffic waits inside the
   * junction; at signals the left one of two lanes is for turning left alone; cycles last 90 to 120
   * s, of which each axis has its share by its lanes.
   */
  public NetworkBuilder withCityJunctions() {
    city = true;
    return this;
  }

  /** The network of what was added. */
  public Network build() {
    Map<String, DraftNode> draftNodes = new LinkedHashMap<>();
    for (PlainNode node : nodes.values()) {
      draftNodes.put(node.id(), new DraftNode(node, draftNodes.size(), city));
    }
    Map<String, DraftRoad> draftRoads = new LinkedHashMap<>();
    for (PlainRoad road : roads.values()) {
      DraftRoad draft =
          new DraftRoad(road, known(draftNodes, road.from()), known(draftNodes, road.to()));
      draft.from.outgoing.add(draft);
      draft.to.incoming.add(draft);
      draftRoads.put(road.id(), draft);
    }
    roundabouts.forEach(ring -> ring.forEach(id -> known(draftRoads, id).onRing = true));
    ways.forEach(way -> known(draftRoads, way.from()).ways.add(way));
    draftRoads.values().forEach(NetworkBuilder::pair);
    draftNodes.values().forEach(DraftNode::sortIncoming);
    draftNodes.values().forEach(JunctionArea::cutRoads);
    draftRoads.values().forEach(DraftRoad::layLanes);
    draftNodes.values().forEach(TurnPlan::plan);
    for (DraftNode node : draftNodes.values()) {
      node.turns.forEach(DraftTurn::layPath);
      RightOfWay.rule(node);
      if (city) {
        WaitingPlace.add(node);
      }
      JunctionArea.drawOutline(node);
    }
    return new DraftAssembly(
            List.copyOf(draftNodes.values()), List.copyOf(draftRoads.values()), roundabouts)
        .build();
  }

  /** Finds the road that leads back along the same line. */
  private static void pair(DraftRoad road) {
    if (road.partner != null) {
      return;
    }
    for (DraftRoad back : road.to.outgoing) {
      double turn = Polyline.wrap(back.startHeading() - road.endHeading());
      if (back.to == road.from && back.partner == null && Math.abs(turn) > 3) {
        road.partner = back;
        back.partner = road;
        return;
      }
    }
  }

  private static <T> T known(Map<String, T> map, String id) {
    T found = map.get(id);
    if (found == null) {
      throw new IllegalArgumentException("there is no '" + id + "'");
    }
    return found;
  }
}
