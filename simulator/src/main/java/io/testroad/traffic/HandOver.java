package io.testroad.traffic;

/**
 * Vehicles that have crossed into another region.
 *
 * @param from the region they leave
 * @param rows the vehicles
 * @param following their conflicts under way with those ahead
 * @param braking their hard braking under way
 */
public record HandOver(int from, VehicleRows rows, EpisodeRows following, EpisodeRows braking) {}
