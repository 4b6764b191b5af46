package io.testroad.bench.models;

import java.util.Locale;

/**
 * How far a measured figure may be from the expected one.
 *
 * @param relative share of the expected figure
 * @param absolute in the row's unit; the larger of the two counts
 */
record Tolerance(double relative, double absolute) {

  static final Tolerance EXACT = new Tolerance(0, 0);

  static Tolerance percent(double percent) {
    return new Tolerance(percent / 100, 0);
  }

  static Tolerance within(double absolute) {
    return new Tolerance(0, absolute);
  }

  Tolerance orWithin(double otherAbsolute) {
    return new Tolerance(relative, otherAbsolute);
  }

  double of(double expected) {
    return Math.max(relative * Math.abs(expected), absolute);
  }

  String text(String unit) {
    String share = relative > 0 ? number(100 * relative) + " %" : "";
    String amount = number(absolute) + (unit.isEmpty() ? "" : " " + unit);
    if (relative > 0) {
      return absolute > 0 ? share + " or " + amount : share;
    }
    return absolute > 0 ? amount : "exact";
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.4f", value);
    return text.replaceFirst("\\.?0+$", "");
  }
}
