package io.testroad.actors;

/**
 * How much stepping the roads saw in a run.
 *
 * @param steps ticks to which the roads advanced; those that were jumped over don't count
 * @param updates the sum over them of vehicles on the road
 * @param waiting vehicles that found no room to depart until the end
 */
public record Stepping(long steps, long updates, long waiting) {}
