package io.testroad.incident;

/**
 * A place on a road.
 *
 * @param lane counted from the right; -1: beside the road
 * @param positionM along the road, m
 */
public record Spot(String road, int lane, double positionM) {}
