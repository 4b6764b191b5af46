package io.testroad.bench;

import io.testroad.engine.Clock;
import io.testroad.scenario.Scenario;

/**
 * A scenario to be measured as it runs in the product: with actors and agents.
 *
 * @param scenario the scenario
 */
public record ScenarioCase(Scenario scenario) implements BenchSubject {

  @Override
  public Clock clock() {
    return scenario.clock();
  }

  @Override
  public long seed() {
    return scenario.seed();
  }

  @Override
  public double endS() {
    return scenario.lastTick() == Clock.NEVER ? -1 : clock().secondsAt(scenario.lastTick());
  }
}
