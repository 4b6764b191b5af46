package io.testroad.network;

import java.util.SortedMap;

/** What a router counts for driving along an edge. */
@FunctionalInterface
public interface EdgeCosts {

  /**
   * Time to drive along an edge, without the turn that follows.
   *
   * <p>Units: s. Range: 0 or more; {@link Double#POSITIVE_INFINITY} means closed. It must not
   * change during a search.
   *
   * @param edge index of a road
   */
  double seconds(int edge);

  /**
   * What roads cost as somebody knows them.
   *
   * @param slowS how long it takes along roads that are slow, s, by road id; the others are free
   */
  static EdgeCosts known(Network network, RoadGraph graph, SortedMap<String, Double> slowS) {
    return slowS.isEmpty()
        ? graph::freeFlowSeconds
        : edge -> slowS.getOrDefault(network.edges().get(edge).id(), graph.freeFlowSeconds(edge));
  }
}
