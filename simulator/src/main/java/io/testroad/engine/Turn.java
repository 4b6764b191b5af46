package io.testroad.engine;

import java.util.List;

/**
 * One waking of an agent.
 *
 * @param tick now
 * @param clock turns ticks into instants
 * @param inbox the mail due, in {@link Mail#ORDER}, never empty
 */
public record Turn(long tick, Clock clock, List<Mail> inbox) {

  /** The date and time now. */
  public java.time.OffsetDateTime now() {
    return clock.dateTimeOf(tick);
  }
}
