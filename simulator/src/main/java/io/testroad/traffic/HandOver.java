package io.testroad.traffic;

/**
 * Vehicles that have crossed into another region.
 *
 * @param from the region they leave
 * @param rows the vehicles
 */
public record HandOver(int from, VehicleRows rows) {}
