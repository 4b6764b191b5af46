package io.testroad.demand;

import io.testroad.demand.VehicleType.SpeedFactor;
import io.testroad.network.Decimals;
import io.testroad.network.XmlElement;

/**
 * SUMO's ways to write a distribution of speed factors: a number (the mean; the class's deviation
 * stays), {@code norm(mean,deviation)}, {@code normc(mean,deviation,min,max)}; an attribute {@code
 * speedDev} overrides the deviation.
 *
 * <p>{@code norm} knows no bounds; it is cut at eight deviations and above zero.
 *
 * <p>Source: "Speed Distributions" in SUMO's "Definition of Vehicles, Vehicle Types, and Routes".
 */
final class SpeedFactorText {

  private static final double MIN = 0.2;
  private static final double MAX = 2;
  private static final double SMALLEST = 0.01;

  private SpeedFactorText() {}

  /** A class's distribution. */
  static SpeedFactor ofDeviation(double deviation) {
    return new SpeedFactor(1, deviation, MIN, MAX);
  }

  /** What an element says, or a default where it says nothing. */
  static SpeedFactor read(XmlElement element, SpeedFactor otherwise) {
    SpeedFactor read = otherwise;
    if (element.has("speedFactor")) {
      read = parse(element, element.text("speedFactor", "").strip(), otherwise);
    }
    if (element.has("speedDev")) {
      double deviation = element.notNegative("speedDev", read.deviation());
      read = new SpeedFactor(read.mean(), deviation, read.min(), read.max());
    }
    return read;
  }

  private static SpeedFactor parse(XmlElement element, String text, SpeedFactor otherwise) {
    int open = text.indexOf('(');
    String shape = open < 0 ? "" : text.substring(0, open);
    boolean closed = open < 0 || text.endsWith(")");
    String inner = open < 0 || !closed ? text : text.substring(open + 1, text.length() - 1);
    String[] parts = inner.split(",", -1);
    double[] numbers = new double[parts.length];
    boolean good = closed;
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = Decimals.parse(parts[i], 0, parts[i].length());
      good &= !Double.isNaN(numbers[i]);
    }
    SpeedFactor factor = good ? of(shape, numbers, otherwise) : null;
    if (factor == null || !isSensible(factor)) {
      element.fault(
          "bad-speed-factor",
          "<" + element.name() + " speedFactor=\"" + text + "\"> is not a speed factor.",
          "Write a number above 0, norm(mean,deviation) or normc(mean,deviation,min,max).");
      return otherwise;
    }
    return factor;
  }

  private static SpeedFactor of(String shape, double[] n, SpeedFactor otherwise) {
    if (shape.isEmpty() && n.length == 1) {
      double min = Math.min(n[0], MIN);
      return new SpeedFactor(n[0], otherwise.deviation(), min, Math.max(n[0], MAX));
    }
    if (shape.equals("norm") && n.length == 2) {
      double min = Math.max(SMALLEST, n[0] - 8 * n[1]);
      return new SpeedFactor(n[0], n[1], min, n[0] + 8 * n[1]);
    }
    if (shape.equals("normc") && (n.length == 2 || n.length == 4)) {
      double min = n.length == 4 ? n[2] : MIN;
      return new SpeedFactor(n[0], n[1], min, n.length == 4 ? n[3] : MAX);
    }
    return new SpeedFactor(0, 0, 0, 0);
  }

  private static boolean isSensible(SpeedFactor factor) {
    return factor.mean() > 0
        && factor.deviation() >= 0
        && factor.min() <= factor.mean()
        && factor.mean() <= factor.max();
  }
}
