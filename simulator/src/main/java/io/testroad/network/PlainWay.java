package io.testroad.network;

/**
 * A way from a lane to a lane, as told to {@link NetworkBuilder}; the connection of SUMO's plain
 * network files.
 *
 * @param from id of the road it leaves
 * @param fromLane number of the lane it leaves, 0 is the rightmost
 * @param to id of a road that begins where the other ends
 * @param toLane number of the lane it leads to
 */
public record PlainWay(String from, int fromLane, String to, int toLane) {}
