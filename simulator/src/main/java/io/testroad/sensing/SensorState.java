package io.testroad.sensing;

/**
 * What a sensor knows.
 *
 * @param occurrences how many occurrences it could have noticed
 * @param noticed how many of them it did notice
 */
public record SensorState(int occurrences, int noticed) {}
