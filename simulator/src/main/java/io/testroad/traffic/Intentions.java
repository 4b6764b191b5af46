package io.testroad.traffic;

/**
 * What a region's vehicles near the border mean to do at the junctions there.
 *
 * @param from the region that owns them
 * @param approaches their entries
 */
public record Intentions(int from, ApproachRows approaches) {}
