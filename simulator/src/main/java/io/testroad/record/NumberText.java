package io.testroad.record;

import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes numbers as text by fixed rules, the same on every Java version. */
final class NumberText {

  private static final double PLAIN_FROM = 1e-7;
  private static final double PLAIN_BELOW = 1e15;
  private static final double QUICK_BELOW = 1e13;

  private NumberText() {}

  /**
   * The fewest digits that read back as the same number, always with a decimal point: plain ({@code
   * 0.00012}) from 10^-7 to 10^15, with an exponent ({@code 1.5E20}) beyond; {@code NaN}, {@code
   * Infinity} and {@code -Infinity} for what is not finite.
   *
   * <p>Source: R. Giulietti, "The Schubfach way to render doubles", as in Java 19 and Jackson.
   */
  static String shortest(double value) {
    String text = DoubleToDecimal.toString(value);
    double size = Math.abs(value);
    if (text.indexOf('E') < 0 || !(size >= PLAIN_FROM && size < PLAIN_BELOW)) {
      return text;
    }
    String plain = new BigDecimal(text).stripTrailingZeros().toPlainString();
    return plain.indexOf('.') < 0 ? plain + ".0" : plain;
  }

  /**
   * Appends a number with two decimals as C's {@code %.2f} does: the binary value is rounded
   * exactly, halves to even; a zero has no sign.
   */
  static void appendTwoDecimals(StringBuilder to, double value) {
    if (!(Math.abs(value) < QUICK_BELOW)) {
      to.append(
          Double.isFinite(value)
              ? new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN).toPlainString()
              : Double.toString(value));
      return;
    }
    appendHundredths(to, hundredths(value));
  }

  private static long hundredths(double value) {
    double scaled = value * 100;
    double rounded = Math.rint(scaled);
    if (Math.abs(Math.abs(scaled - rounded) - 0.5) < 0.01) {
      return new BigDecimal(value)
          .setScale(2, RoundingMode.HALF_EVEN)
          .unscaledValue()
          .longValueExact();
    }
    return (long) rounded;
  }

  /** Appends seconds with two decimals as SUMO does: whole milliseconds, halves up. */
  static void appendSeconds(StringBuilder to, double seconds) {
    long millis = Math.round(seconds * 1000);
    long hundredths = (Math.abs(millis) + 5) / 10;
    appendHundredths(to, millis < 0 ? -hundredths : hundredths);
  }

  private static void appendHundredths(StringBuilder to, long hundredths) {
    if (hundredths < 0) {
      to.append('-');
    }
    long size = Math.abs(hundredths);
    to.append(size / 100).append('.').append((char) ('0' + size / 10 % 10));
    to.append((char) ('0' + size % 10));
  }
}
