package io.testroad.scenario;

import io.testroad.demand.VehicleType;
import io.testroad.finding.Position;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A flow of background vehicles.
 *
 * @param from edge indices it may come from, ascending
 * @param to edge indices it may go to, ascending
 * @param perSecond vehicles per second
 * @param end when it ends; empty: with the run
 */
record Flow(
    String name,
    Position position,
    List<Integer> from,
    List<Integer> to,
    double perSecond,
    Duration begin,
    Optional<Duration> end,
    VehicleType type) {}
