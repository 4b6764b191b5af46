package io.testroad.network;

import java.util.List;

/**
 * A two-way street between two junctions of a zone while it is laid out.
 *
 * @param road its class
 * @param from index of the point at which it begins
 * @param to index of the point at which it ends
 * @param line street it is part of: such parts have one name
 * @param bridge whether it crosses the river
 * @param bends points between, each x and y, m
 */
record ZoneStreet(
    RoadClass road, int from, int to, String line, boolean bridge, List<double[]> bends) {

  ZoneStreet {
    bends = List.copyOf(bends);
  }

  /** The other end. */
  int other(int end) {
    return end == from ? to : from;
  }
}
