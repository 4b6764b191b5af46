package io.testroad.sensing;

import io.testroad.engine.AgentId;
import java.time.Duration;
import java.util.Optional;

/**
 * What a scenario says of people who call the police, and of the hotline they call.
 *
 * @param centre whom the hotline tells
 * @param roads all roads
 * @param habits how people call; empty when nobody does
 * @param hotline how calls are taken
 */
public record CallersSpec(
    AgentId centre, Coverage roads, Optional<Habits> habits, Hotline hotline) {

  /** The agent's id. */
  public static final AgentId ID = AgentId.of("callers", "public");

  /**
   * How people call.
   *
   * @param rate how often
   * @param wrongPlace share of calls that name a place some way along the road, 0 to 1
   * @param wrongKind share of calls that tell of nothing but a jam, 0 to 1
   * @param falseCallsPerDay calls a day about nothing at all, 0 or more, on average
   */
  public record Habits(
      CallRate rate, double wrongPlace, double wrongKind, double falseCallsPerDay) {}

  /**
   * How calls are taken.
   *
   * @param lines calls that can be taken at a time, 1 or more
   * @param handling mean time that one takes; exponential
   * @param patience mean time until somebody who waits hangs up; exponential
   */
  public record Hotline(int lines, Duration handling, Duration patience) {}

  /** The agent's id. */
  public AgentId id() {
    return ID;
  }
}
