package io.testroad.scenario;

import io.testroad.vehicle.IcvSpec;
import java.time.Instant;
import java.util.Optional;

/**
 * The papers that a fleet's vehicles have at the start, and their recorder.
 *
 * @param plateUntil last instant of the plates; empty without plates
 * @param platePrefix what stands before the vehicle's name on its plate
 * @param painted the number painted on each vehicle if another than its plate's; else empty
 * @param permitUntil last instant of the declaration; empty without one
 */
record Papers(
    Optional<Instant> plateUntil,
    String platePrefix,
    String painted,
    Optional<Instant> permitUntil,
    IcvSpec.Insurance insurance,
    IcvSpec.Recorder recorder) {

  /** The plate of a vehicle. */
  Optional<IcvSpec.Plate> plateOf(String vehicle) {
    return plateUntil.map(until -> new IcvSpec.Plate(platePrefix + "-" + vehicle, until));
  }
}
