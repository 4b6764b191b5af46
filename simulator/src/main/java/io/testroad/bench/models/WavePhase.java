package io.testroad.bench.models;

/** How fast the slow places on a ring road move: the drift of the phase of their Fourier mode. */
final class WavePhase {

  private static final int MODES = 5;

  private final Ring ring;
  private final double[] turned = new double[MODES];
  private final double[] last = new double[MODES];
  private final double[] power = new double[MODES];
  private double beganS = Double.NaN;

  WavePhase(Ring ring) {
    this.ring = ring;
  }

  /** Looks at the ring; at least every second. */
  void add() {
    double mean = ring.meanSpeed();
    boolean first = Double.isNaN(beganS);
    if (first) {
      beganS = ring.nowS();
    }
    for (int m = 1; m < MODES; m++) {
      double re = 0;
      double im = 0;
      for (int i = 0; i < ring.cars(); i++) {
        double angle = 2 * Math.PI * m * ring.x(i) / ring.lengthM();
        re += (mean - ring.speed(i)) * StrictMath.cos(angle);
        im += (mean - ring.speed(i)) * StrictMath.sin(angle);
      }
      double phase = StrictMath.atan2(im, re);
      power[m] += re * re + im * im;
      if (!first) {
        turned[m] += StrictMath.IEEEremainder(phase - last[m], 2 * Math.PI);
      }
      last[m] = phase;
    }
  }

  /** Speed of the strongest mode, m/s; negative: against the traffic. */
  double speedMps() {
    int best = 1;
    for (int m = 2; m < MODES; m++) {
      best = power[m] > power[best] ? m : best;
    }
    double lapses = turned[best] / (2 * Math.PI * best);
    return lapses * ring.lengthM() / (ring.nowS() - beganS);
  }
}
