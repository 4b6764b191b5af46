package io.testroad.demand;

import io.testroad.finding.Position;
import org.jspecify.annotations.Nullable;

/**
 * A stop as read.
 *
 * @param position where its element begins
 * @param busStop the bus stop it names, empty when it gives a place itself
 * @param place where it is; null when it names a bus stop
 * @param durationMs ms
 * @param untilMs ms, -1 when there is none
 */
record StopRequest(
    Position position, String busStop, @Nullable Place place, long durationMs, long untilMs) {

  /**
   * A stretch of an edge or a lane.
   *
   * @param edge edge index
   * @param lane lane index; -1: the rightmost that the vehicle may use
   * @param startM m from the edge's beginning
   * @param endM m from the edge's beginning
   */
  record Place(int edge, int lane, double startM, double endM) {}
}
