package io.testroad.bench;

/** Is told how a benchmark goes on; must be quick. */
@FunctionalInterface
public interface BenchProgress {

  /**
   * A repetition has come to a time.
   *
   * @param repetition its number, from 0
   * @param second simulated, s
   * @param vehicles on the road
   */
  void on(int repetition, double second, long vehicles);
}
