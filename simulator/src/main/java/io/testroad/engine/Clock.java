package io.testroad.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Turns ticks into instants and back.
 *
 * @param start the instant of tick 0
 * @param offset the scenario's offset from UTC, for printing and for calendar rules
 * @param tickMillis length of one tick, ms, positive
 */
public record Clock(Instant start, ZoneOffset offset, long tickMillis) {

  /** A tick that never comes. */
  public static final long NEVER = Long.MAX_VALUE;

  public Clock {
    if (tickMillis <= 0) {
      throw new IllegalArgumentException("tickMillis must be positive, not " + tickMillis);
    }
  }

  /** A clock whose tick 0 is the given date and time. */
  public static Clock of(OffsetDateTime start, Duration tick) {
    return new Clock(start.toInstant(), start.getOffset(), tick.toMillis());
  }

  /** The instant at which a tick begins. */
  public Instant instantOf(long tick) {
    return start.plusMillis(Math.multiplyExact(tick, tickMillis));
  }

  /** The tick's date and time in the scenario's offset. */
  public OffsetDateTime dateTimeOf(long tick) {
    return instantOf(tick).atOffset(offset);
  }

  /** The first tick that begins at or after an instant; negative before the start. */
  public long firstTickFrom(Instant instant) {
    return ceilDiv(millisCovering(Duration.between(start, instant)), tickMillis);
  }

  /** The number of whole ticks that cover a duration, rounded up, at least 0. */
  public long ticksCovering(Duration duration) {
    return Math.max(0, ceilDiv(millisCovering(duration), tickMillis));
  }

  /** Seconds of one tick. */
  public double tickSeconds() {
    return tickMillis / 1000.0;
  }

  /** Seconds since the start at which a tick begins. */
  public double secondsAt(long tick) {
    return tick * tickMillis / 1000.0;
  }

  private static long millisCovering(Duration duration) {
    long millis = duration.toMillis();
    return duration.compareTo(Duration.ofMillis(millis)) > 0 ? millis + 1 : millis;
  }

  private static long ceilDiv(long dividend, long divisor) {
    return -Math.floorDiv(-dividend, divisor);
  }
}
