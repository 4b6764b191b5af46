package io.testroad.network;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads decimal numbers, times and polylines from text without making objects on the way.
 *
 * <p>Source of the quick exact path: Clinger, "How to read floating point numbers accurately", PLDI
 * 1990: a mantissa below 2^53 times or over a power of ten up to 10^22 is rounded once.
 */
public final class Decimals {

  private static final double[] POWERS = new double[23];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private Decimals() {}

  /** The finite number that text holds between two offsets, or NaN when it holds none. */
  public static double parse(String text, int from, int to) {
    int i = from;
    while (i < to && text.charAt(i) <= ' ') {
      i++;
    }
    int end = to;
    while (end > i && text.charAt(end - 1) <= ' ') {
      end--;
    }
    boolean negative = i < end && text.charAt(i) == '-';
    int start = i;
    if (i < end && (negative || text.charAt(i) == '+')) {
      i++;
    }
    long mantissa = 0;
    int digits = 0;
    int fraction = 0;
    boolean point = false;
    for (; i < end; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        if (mantissa > 900_000_000_000_000L) {
          return parseSlowly(text, start, end);
        }
        mantissa = mantissa * 10 + (c - '0');
        digits++;
        fraction += point ? 1 : 0;
      } else if (c == '.' && !point) {
        point = true;
      } else {
        return parseSlowly(text, start, end);
      }
    }
    if (digits == 0 || fraction > 22) {
      return parseSlowly(text, start, end);
    }
    double value = mantissa / POWERS[fraction];
    return negative ? -value : value;
  }

  private static double parseSlowly(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if ("0123456789+-.eE".indexOf(c) < 0) {
        return Double.NaN;
      }
    }
    if (to - from > 400) {
      return Double.NaN;
    }
    try {
      double value = Double.parseDouble(text.substring(from, to));
      return Double.isFinite(value) ? value : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Seconds from a number or from {@code [d:]h:m:s}; NaN when it is neither. */
  public static double parseSeconds(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      double seconds = parse(text, 0, text.length());
      return Math.abs(seconds) < 9e12 ? seconds : Double.NaN;
    }
    String[] parts = text.split(":", -1);
    if (parts.length < 3 || parts.length > 4) {
      return Double.NaN;
    }
    double days = parts.length == 4 ? parse(parts[0], 0, parts[0].length()) : 0;
    double total = days;
    for (int i = parts.length - 3; i < parts.length; i++) {
      double factor = i == parts.length - 3 ? 24 : 60;
      total = total * factor + parse(parts[i], 0, parts[i].length());
    }
    return Math.abs(total) < 9e12 ? total : Double.NaN;
  }

  /** A polyline from {@code x,y x,y…}; heights (x,y,z) are left out. Null when it can't be read. */
  public static @Nullable Shape parseShape(String text) {
    double[] x = new double[4];
    double[] y = new double[4];
    int size = 0;
    int i = 0;
    int length = text.length();
    while (i < length) {
      if (text.charAt(i) <= ' ') {
        i++;
        continue;
      }
      int end = i;
      int comma = -1;
      int second = -1;
      while (end < length && text.charAt(end) > ' ') {
        if (text.charAt(end) == ',') {
          second = comma >= 0 && second < 0 ? end : second;
          comma = comma < 0 ? end : comma;
        }
        end++;
      }
      if (comma < 0) {
        return null;
      }
      if (size == x.length) {
        x = Arrays.copyOf(x, 2 * size);
        y = Arrays.copyOf(y, 2 * size);
      }
      x[size] = parse(text, i, comma);
      y[size] = parse(text, comma + 1, second < 0 ? end : second);
      if (Double.isNaN(x[size]) || Double.isNaN(y[size])) {
        return null;
      }
      size++;
      i = end;
    }
    return size == 0 ? null : new Shape(Arrays.copyOf(x, size), Arrays.copyOf(y, size));
  }
}
