package io.testroad.bench;

/**
 * One repetition of a benchmark.
 *
 * @param outcome what came of the traffic
 * @param steps simulated
 * @param setUpNanos building the traffic from what was read, ns
 * @param nanos wall time of stepping, ns
 * @param cpuNanos processor time of stepping, ns
 * @param allocatedBytes memory asked for while stepping, bytes
 * @param liveBytes memory in use at the end, the roads and their vehicles included, bytes
 * @param threads that stepped
 * @param regions of the traffic
 * @param reachedLimit whether it was ended because vehicles were left long after the last departure
 */
record Repetition(
    Outcome outcome,
    long steps,
    long setUpNanos,
    long nanos,
    long cpuNanos,
    long allocatedBytes,
    long liveBytes,
    int threads,
    int regions,
    boolean reachedLimit) {

  private static final double NANOS_A_SECOND = 1e9;

  Repetition with(Outcome same) {
    return new Repetition(
        same,
        steps,
        setUpNanos,
        nanos,
        cpuNanos,
        allocatedBytes,
        liveBytes,
        threads,
        regions,
        reachedLimit);
  }

  double seconds() {
    return nanos / NANOS_A_SECOND;
  }

  double updatesPerSecond() {
    return nanos == 0 ? 0 : outcome.updates() / seconds();
  }
}
