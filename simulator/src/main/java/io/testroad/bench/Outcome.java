package io.testroad.bench;

import io.testroad.record.Metrics;

/**
 * What came of the traffic in a repetition; the same in each.
 *
 * @param updates the sum over steps of vehicles on the road
 * @param departed vehicles put on the road
 * @param arrived vehicles that reached their destination
 * @param running vehicles on the road at the end
 * @param waiting vehicles that found no room to depart until the end
 * @param collisions collisions
 * @param removed vehicles taken off the road
 * @param digest {@code sha256:} and 64 hexadecimal digits
 * @param trips the trips that ended
 * @param onRoad vehicles on the road by time, s
 * @param conflicts near collisions of those who were watched
 */
record Outcome(
    long updates,
    long departed,
    long arrived,
    long running,
    long waiting,
    long collisions,
    long removed,
    String digest,
    TripTable trips,
    Series onRoad,
    Metrics.Conflicts conflicts) {}
