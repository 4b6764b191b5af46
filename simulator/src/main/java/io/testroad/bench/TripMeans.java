package io.testroad.bench;

import org.jspecify.annotations.Nullable;

/**
 * Means over trips, as SUMO defines their quantities; null when there are none.
 *
 * @param trips number of trips
 * @param durationS s
 * @param routeLengthM m
 * @param timeLossS s
 * @param waitingTimeS s
 * @param departDelayS s
 */
public record TripMeans(
    long trips,
    @Nullable Double durationS,
    @Nullable Double routeLengthM,
    @Nullable Double timeLossS,
    @Nullable Double waitingTimeS,
    @Nullable Double departDelayS) {}
