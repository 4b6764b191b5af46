package io.testroad.traffic;

/**
 * Copies of a region's vehicles that a neighbour can look at.
 *
 * @param from the region that owns them
 * @param rows the vehicles
 */
public record Halo(int from, VehicleRows rows) {}
