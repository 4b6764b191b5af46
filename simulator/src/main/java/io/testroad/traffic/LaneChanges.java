package io.testroad.traffic;

/**
 * What a region's vehicles near the border did in the lane-change phase.
 *
 * @param from the region that owns them
 * @param vehicle numbers of vehicles that have changed lanes
 * @param lane the lanes they are on now
 * @param inserted vehicles that have departed since the halo
 */
public record LaneChanges(int from, int[] vehicle, int[] lane, VehicleRows inserted) {}
