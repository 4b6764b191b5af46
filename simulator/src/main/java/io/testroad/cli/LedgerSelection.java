package io.testroad.cli;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.record.PermitHistory;
import io.testroad.record.PermitRow;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose papers are asked for; null: everybody's.
 *
 * @param plate a plate's number
 * @param vehicle a vehicle's name
 * @param operator an operator's name
 */
record LedgerSelection(
    @Nullable String plate, @Nullable String vehicle, @Nullable String operator) {

  /** Whether a history is asked for, not only a state. */
  boolean wantsHistory() {
    return plate != null || vehicle != null;
  }

  /**
   * What concerns them.
   *
   * <p>Errors: {@code no-such-plate}, {@code no-such-vehicle}, {@code no-such-operator}.
   */
  PermitHistory of(PermitHistory history, Findings findings) {
    check("plate", plate, history, LedgerSelection::plateOf, findings);
    check("vehicle", vehicle, history, PermitRow::vehicle, findings);
    check("operator", operator, history, PermitRow::operator, findings);
    return history.where(
        row ->
            (plate == null || plate.equals(plateOf(row)))
                && (vehicle == null || vehicle.equals(row.vehicle()))
                && (operator == null || operator.equals(row.operator())));
  }

  private static @Nullable String plateOf(PermitRow row) {
    return row.document() == PermitRow.Document.PLATE ? row.number() : null;
  }

  private static void check(
      String kind,
      @Nullable String asked,
      PermitHistory history,
      Function<PermitRow, @Nullable String> name,
      Findings findings) {
    if (asked == null) {
      return;
    }
    Set<String> known =
        history.rows().stream()
            .map(name)
            .filter(Objects::nonNull)
            .map(String::valueOf)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!known.contains(asked)) {
      findings.error(
          "no-such-" + kind,
          Position.of("--" + kind),
          "The ledger knows no " + kind + " '" + asked + "'.",
          Findings.nearest(asked, known)
              .map(nearest -> "Did you mean '" + nearest + "'?")
              .orElse("Without --" + kind + " all are listed."));
    }
  }
}
