package io.testroad.bench;

import io.testroad.demand.Demand;
import io.testroad.engine.Clock;
import io.testroad.network.Network;
import io.testroad.safety.ConflictRules;

/**
 * Traffic to be measured: roads, vehicles, and for how long.
 *
 * @param network with the signal programs of all files
 * @param demand departures; times count from tick 0
 * @param clock length of a step
 * @param seed of all that is random
 * @param ticks steps at most
 * @param untilEmpty whether it ends when every vehicle has arrived
 * @param conflicts whose conflicts are watched
 */
public record TrafficCase(
    Network network,
    Demand demand,
    Clock clock,
    long seed,
    long ticks,
    boolean untilEmpty,
    ConflictRules conflicts)
    implements BenchSubject {

  /** Traffic whose conflicts nobody watches. */
  public TrafficCase(
      Network network, Demand demand, Clock clock, long seed, long ticks, boolean untilEmpty) {
    this(network, demand, clock, seed, ticks, untilEmpty, ConflictRules.NONE);
  }

  /** The same with conflicts watched. */
  public TrafficCase watching(ConflictRules rules) {
    return new TrafficCase(network, demand, clock, seed, ticks, untilEmpty, rules);
  }

  @Override
  public double endS() {
    return untilEmpty ? -1 : clock.secondsAt(ticks);
  }
}
