package io.testroad.network;

/**
 * A one-way circular road without entries, on which stop-and-go waves are studied.
 *
 * <p>Driven anticlockwise; roads are {@code ring-0}, {@code ring-1}, …, the first begins in the
 * east.
 *
 * <p>Source of the experiment: Sugiyama et al., "Traffic jams without bottlenecks", New Journal of
 * Physics 10, 2008: 230 m, 22 vehicles.
 *
 * @param lengthM circumference, m, 100 at the least
 * @param segments roads of which it is made, three at the least
 * @param lanes lanes
 * @param speedMps limit, m/s
 * @param type the roads' type
 */
public record RingNetwork(double lengthM, int segments, int lanes, double speedMps, String type) {

  private static final int BENDS = 12;

  public RingNetwork {
    if (!(lengthM >= 100) || segments < 3 || lengthM / segments < 20) {
      throw new IllegalArgumentException("a ring needs 100 m and three segments of 20 m");
    }
  }

  /** A ring of the type {@code ring}. */
  public RingNetwork(double lengthM, int segments, int lanes, double speedMps) {
    this(lengthM, segments, lanes, speedMps, "ring");
  }

  /** The network; there is nothing random in it. */
  public Network generate() {
    NetworkBuilder builder = new NetworkBuilder();
    double radiusM = lengthM / (2 * Math.PI);
    double step = 2 * Math.PI / segments;
    for (int i = 0; i < segments; i++) {
      double angle = i * step;
      builder.add(
          PlainNode.of(
              "ring-node-" + i,
              radiusM * StrictMath.cos(angle),
              radiusM * StrictMath.sin(angle),
              Junction.Kind.PRIORITY));
    }
    for (int i = 0; i < segments; i++) {
      String from = "ring-node-" + i;
      String to = "ring-node-" + (i + 1) % segments;
      builder.add(
          PlainRoad.of("ring-" + i, from, to, lanes, speedMps)
              .withName("Ring", type)
              .withBends(arc(0, 0, radiusM, i * step, (i + 1) * step, BENDS)));
    }
    return builder.build();
  }

  /** Points of an arc between, not at, two angles. */
  static Shape arc(double x, double y, double radiusM, double start, double end, int points) {
    double[] xs = new double[points];
    double[] ys = new double[points];
    for (int i = 0; i < points; i++) {
      double angle = start + (end - start) * (i + 1) / (points + 1);
      xs[i] = x + radiusM * StrictMath.cos(angle);
      ys[i] = y + radiusM * StrictMath.sin(angle);
    }
    return new Shape(xs, ys);
  }
}
