package io.testroad.traffic;

/**
 * What a region shows a neighbour before a tick.
 *
 * @param from the region
 * @param rows copies of its vehicles near the border
 * @param lanes the lanes whose occupation is told, empty but for one tick in ten seconds
 * @param takenM length of road that vehicles take up on each of these, m
 */
public record Halo(int from, VehicleRows rows, int[] lanes, double[] takenM) {}
