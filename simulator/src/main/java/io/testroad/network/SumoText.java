package io.testroad.network;

import java.math.BigDecimal;

/** Numbers, polylines and text as SUMO's files write them, without loss. */
final class SumoText {

  private static final double SHORT_LIMIT = 1e12;

  private SumoText() {}

  /** A number with two decimals, or with as many as it needs. */
  static String number(double value) {
    double scaled = value * 100;
    if (Math.abs(scaled) < SHORT_LIMIT) {
      long hundredths = Math.round(scaled);
      if (Double.compare(hundredths / 100.0, value) == 0) {
        return hundredths(hundredths);
      }
    }
    String plain = new BigDecimal(Double.toString(value)).toPlainString();
    return Double.compare(value, -0.0) == 0 ? "-0.00" : plain;
  }

  private static String hundredths(long hundredths) {
    long absolute = Math.abs(hundredths);
    String fraction = Long.toString(100 + absolute % 100).substring(1);
    return (hundredths < 0 ? "-" : "") + absolute / 100 + "." + fraction;
  }

  /** A time in seconds, with as many decimals as it needs. */
  static String seconds(long timeMs) {
    return BigDecimal.valueOf(timeMs, 3).stripTrailingZeros().toPlainString();
  }

  /** A point, {@code x,y}. */
  static String point(double x, double y) {
    return number(x) + "," + number(y);
  }

  /** A polyline, {@code x,y x,y…}. */
  static String shape(Shape shape) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < shape.size(); i++) {
      text.append(i == 0 ? "" : " ").append(point(shape.x()[i], shape.y()[i]));
    }
    return text.toString();
  }

  /** Text for an attribute's value. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\"", "&quot;")
        .replace("\n", "&#10;")
        .replace("\t", "&#9;")
        .replace("\r", "&#13;");
  }
}
