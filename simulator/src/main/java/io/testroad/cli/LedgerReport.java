package io.testroad.cli;

import io.testroad.record.PermitHistory;
import io.testroad.record.PermitRow;
import io.testroad.record.PlateCounts;
import io.testroad.record.TimeText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ledger --format json} prints.
 *
 * @param run the run directory
 * @param scenario the scenario's name
 * @param at the instant; null: the end of a run whose end nobody wrote down
 * @param plates how many plates in each state
 * @param permits how many permits in each state
 * @param states each document's last change of state
 * @param history all changes of state; null unless a plate or vehicle was named
 */
record LedgerReport(
    String run,
    String scenario,
    @Nullable String at,
    PlateCounts plates,
    Map<String, Long> permits,
    List<Entry> states,
    @Nullable List<Entry> history) {

  /** A change of state; times are ISO 8601 in the scenario's offset. */
  record Entry(
      long tick,
      String time,
      String document,
      String number,
      @Nullable String vehicle,
      @Nullable String operator,
      String state,
      @Nullable String previous,
      @Nullable String validFrom,
      @Nullable String validUntil,
      @Nullable String rule,
      @Nullable String detail) {

    static Entry of(PermitRow row, ZoneOffset offset) {
      PermitRow.State previous = row.previous();
      return new Entry(
          row.tick(),
          TimeText.of(row.time(), offset),
          row.document().written(),
          row.number(),
          row.vehicle(),
          row.operator(),
          row.state().written(),
          previous == null ? null : previous.written(),
          row.validFrom() == null ? null : TimeText.of(row.validFrom(), offset),
          row.validUntil() == null ? null : TimeText.of(row.validUntil(), offset),
          row.rule(),
          row.detail());
    }
  }

  /** The report of what had happened at an instant. */
  static LedgerReport of(
      LedgerInput ledger, Instant at, PermitHistory history, boolean wantsHistory) {
    ZoneOffset offset = ledger.clock().offset();
    return new LedgerReport(
        ledger.run(),
        ledger.scenario(),
        at.equals(Instant.MAX) ? null : TimeText.of(at, offset),
        history.plates(),
        permits(history),
        history.states().stream().map(row -> Entry.of(row, offset)).toList(),
        wantsHistory ? history.rows().stream().map(row -> Entry.of(row, offset)).toList() : null);
  }

  /** How many permits there are in each state that any is in. */
  static Map<String, Long> permits(PermitHistory history) {
    Map<String, Long> counts = new TreeMap<>();
    history.states().stream()
        .filter(row -> row.document() == PermitRow.Document.PERMIT)
        .forEach(row -> counts.merge(row.state().written(), 1L, Long::sum));
    return counts;
  }
}
