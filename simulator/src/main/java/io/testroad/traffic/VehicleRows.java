package io.testroad.traffic;

/**
 * Vehicles on their way between regions: the columns of {@link VehicleColumns}, row by row.
 *
 * @param count number of vehicles
 * @param ints the whole-number columns, one after the other, each {@code count} long
 * @param doubles the real columns, likewise
 * @param routes each vehicle's route, edge indices
 */
public record VehicleRows(int count, int[] ints, double[] doubles, int[][] routes) {}
