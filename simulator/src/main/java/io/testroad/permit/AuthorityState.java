package io.testroad.permit;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an authority knows.
 *
 * @param platesIssued how many plates it has issued
 * @param refusals how many applications it has refused
 * @param records each vehicle's record, by name
 */
public record AuthorityState(
    int platesIssued, int refusals, SortedMap<String, VehicleRecord> records) {

  public AuthorityState {
    records = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(records));
  }

  /**
   * A vehicle's record.
   *
   * @param violations how many were recorded
   * @param status valid, suspended or withdrawn
   * @param plate its plate's number, empty when it has none from here
   * @param serial grows with each suspension, so that the end of an older one is known as such
   * @param suspendedUntil when the suspension ends; {@link Instant#MAX} until it is lifted; {@link
   *     Instant#MIN} when there was none
   */
  public record VehicleRecord(
      int violations, String status, String plate, int serial, Instant suspendedUntil) {
    static final VehicleRecord CLEAN = new VehicleRecord(0, "valid", "", 0, Instant.MIN);

    VehicleRecord withViolation() {
      return new VehicleRecord(violations + 1, status, plate, serial, suspendedUntil);
    }

    VehicleRecord withPlate(String number) {
      return new VehicleRecord(violations, status, number, serial, suspendedUntil);
    }

    VehicleRecord suspended(Instant until) {
      return new VehicleRecord(violations, "suspended", plate, serial + 1, until);
    }

    VehicleRecord reinstated() {
      return new VehicleRecord(violations, "valid", plate, serial, Instant.MIN);
    }

    VehicleRecord withdrawn() {
      return new VehicleRecord(violations, "withdrawn", "", serial, suspendedUntil);
    }
  }

  VehicleRecord of(String vehicle) {
    return records.getOrDefault(vehicle, VehicleRecord.CLEAN);
  }

  AuthorityState with(String vehicle, VehicleRecord renewed) {
    TreeMap<String, VehicleRecord> changed = new TreeMap<>(records);
    changed.put(vehicle, renewed);
    return new AuthorityState(platesIssued, refusals, changed);
  }
}
