package io.testroad.permit;

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
   */
  public record VehicleRecord(int violations, String status, String plate, int serial) {
    static final VehicleRecord CLEAN = new VehicleRecord(0, "valid", "", 0);
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
