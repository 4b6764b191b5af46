package io.testroad.traffic;

/**
 * What vehicles mean to do at links that a neighbour sees.
 *
 * @param vehicle numbers of the vehicles
 * @param link the links they approach
 * @param willPass whether they mean to pass
 * @param value the quantities of {@link Approaches}, entry by entry
 */
public record ApproachRows(int[] vehicle, int[] link, boolean[] willPass, double[] value) {}
