package io.testroad.bench;

import io.testroad.engine.Clock;

/** What can be measured by {@link TrafficBench}. */
public sealed interface BenchSubject permits TrafficCase, ScenarioCase {

  /** Turns ticks into times. */
  Clock clock();

  /** Seed of all that is random. */
  long seed();

  /** When it ends, simulated, s; -1 when that is not known before. */
  double endS();
}
