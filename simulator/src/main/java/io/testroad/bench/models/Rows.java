package io.testroad.bench.models;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a case, in order. */
final class Rows {

  private static final String PUBLISHED_ONLY =
      "the expected value holds for the published parameters only";

  private final String caseName;
  private final List<ModelRow> rows = new ArrayList<>();

  Rows(String caseName) {
    this.caseName = caseName;
  }

  Rows add(String row, String unit, Expected expected, double measured, Tolerance tolerance) {
    return add(row, unit, expected, measured, tolerance, null);
  }

  Rows add(
      String row,
      String unit,
      Expected expected,
      double measured,
      Tolerance tolerance,
      @Nullable String note) {
    double most = tolerance.of(expected.value());
    boolean near = Math.abs(measured - expected.value()) <= most;
    rows.add(
        new ModelRow(
            caseName,
            row,
            expected.value(),
            measured,
            most,
            expected.holds() ? near : null,
            unit,
            tolerance.text(unit),
            expected.holds() ? note : PUBLISHED_ONLY));
    return this;
  }

  List<ModelRow> list() {
    return List.copyOf(rows);
  }
}
