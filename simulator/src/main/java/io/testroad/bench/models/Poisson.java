package io.testroad.bench.models;

import io.testroad.engine.RandomStream;

/** Times of arrivals and services, drawn from a stream: the same for the same name. */
final class Poisson {

  /** Of all draws of the cases. */
  static final long SEED = 20_130_101;

  private Poisson() {}

  /** Arrivals at a mean rate, s. */
  static double[] arrivalsS(String name, int count, double perS) {
    RandomStream stream = RandomStream.of(SEED, name);
    double[] times = new double[count];
    double now = 0;
    for (int i = 0; i < count; i++) {
      now += stream.exponential(i, 1 / perS);
      times[i] = now;
    }
    return times;
  }

  /** Exponential durations of a mean, s. */
  static double[] durationsS(String name, int count, double meanS) {
    RandomStream stream = RandomStream.of(SEED, name);
    double[] durations = new double[count];
    for (int i = 0; i < count; i++) {
      durations[i] = stream.exponential(i, meanS);
    }
    return durations;
  }
}
