package io.testroad.scenario;

/**
 * A vehicle that an agent puts on the road.
 *
 * @param name unique among all vehicles
 * @param type id of its type in {@link io.testroad.demand.Demand#types}
 */
public record RegisteredVehicle(String name, String type) {}
