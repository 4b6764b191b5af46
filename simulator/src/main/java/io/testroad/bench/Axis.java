package io.testroad.bench;

import java.util.Locale;

/**
 * An axis of a plot: from where to where, with ticks at round numbers.
 *
 * @param low value at its beginning
 * @param high value at its end
 * @param step between ticks
 */
record Axis(double low, double high, double step) {

  private static final int MOST_TICKS = 8;
  private static final double ROUNDING = 1e-9;
  private static final double[] ROUND = {1, 2, 5, 10};

  /** An axis that begins and ends at ticks and holds all values between two. */
  static Axis covering(double least, double most) {
    double from = Double.isFinite(least) ? least : 0;
    double to = Double.isFinite(most) ? most : 1;
    if (!(to > from)) {
      to = from + 1;
    }
    double step = step((to - from) / MOST_TICKS);
    double first = Math.floor(from / step + ROUNDING);
    double last = Math.ceil(to / step - ROUNDING);
    return new Axis(first * step, last * step, step);
  }

  private static double step(double least) {
    double power = Double.parseDouble("1e" + exponent(least));
    for (double round : ROUND) {
      if (round * power >= least) {
        return round * power;
      }
    }
    return 10 * power;
  }

  private static int exponent(double value) {
    String text = String.format(Locale.ROOT, "%e", value);
    return Integer.parseInt(text.substring(text.indexOf('e') + 1));
  }

  /** Number of ticks. */
  int ticks() {
    return (int) Math.round((high - low) / step) + 1;
  }

  /** The value of a tick. */
  double tick(int i) {
    return low + i * step;
  }

  /** A tick's text: as many decimals as its step needs. */
  String text(int i) {
    int decimals = Math.max(0, -exponent(step * 1.0000001));
    String format = Math.abs(high) >= 1e7 ? "%.3g" : "%,." + Math.min(6, decimals) + "f";
    return String.format(Locale.ROOT, format, tick(i) == 0 ? 0.0 : tick(i));
  }

  /** Where a value lies: 0 at the beginning, 1 at the end. */
  double place(double value) {
    return (value - low) / (high - low);
  }
}
