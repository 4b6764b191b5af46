package io.testroad.bench.models;

/**
 * What a row should show.
 *
 * @param value the figure
 * @param holds whether it holds for the parameters in force
 */
record Expected(double value, boolean holds) {

  /** A figure that holds whatever the parameters are. */
  static Expected of(double value) {
    return new Expected(value, true);
  }

  /** A published figure, or that of its formula when parameters were changed. */
  static Expected of(double published, boolean unchanged, double formula) {
    return new Expected(unchanged ? published : formula, true);
  }

  /** A published figure without a formula: it holds for the published parameters only. */
  static Expected published(double value, boolean unchanged) {
    return new Expected(value, unchanged);
  }
}
