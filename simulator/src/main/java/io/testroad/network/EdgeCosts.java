package io.testroad.network;

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
}
