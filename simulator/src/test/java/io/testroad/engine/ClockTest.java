package io.testroad.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ClockTest {

  private static final Clock CLOCK =
      Clock.of(OffsetDateTime.parse("2025-02-28T23:50:00+08:00"), Duration.ofMillis(100));

  @Test
  void ticksAreInstants() {
    assertThat(CLOCK.instantOf(0)).isEqualTo("2025-02-28T15:50:00Z");
    assertThat(CLOCK.instantOf(6001)).isEqualTo("2025-02-28T16:00:00.100Z");
    assertThat(CLOCK.dateTimeOf(6000)).hasToString("2025-03-01T00:00+08:00");
    assertThat(CLOCK.secondsAt(17)).isEqualTo(1.7);
    assertThat(CLOCK.tickSeconds()).isEqualTo(0.1);
  }

  @Test
  void instantsAreTicksRoundedUp() {
    assertThat(CLOCK.firstTickFrom(Instant.parse("2025-02-28T15:50:00Z"))).isZero();
    assertThat(CLOCK.firstTickFrom(Instant.parse("2025-02-28T15:50:00.100Z"))).isEqualTo(1);
    assertThat(CLOCK.firstTickFrom(Instant.parse("2025-02-28T15:50:00.101Z"))).isEqualTo(2);
    assertThat(CLOCK.firstTickFrom(Instant.parse("2025-02-28T15:50:00.100000001Z"))).isEqualTo(2);
    assertThat(CLOCK.firstTickFrom(Instant.parse("2025-02-28T15:49:59.950Z"))).isZero();
    assertThat(CLOCK.firstTickFrom(Instant.parse("2025-02-28T15:49:59Z"))).isEqualTo(-10);
  }

  @Test
  void durationsAreCoveredByWholeTicks() {
    assertThat(CLOCK.ticksCovering(Duration.ZERO)).isZero();
    assertThat(CLOCK.ticksCovering(Duration.ofNanos(1))).isEqualTo(1);
    assertThat(CLOCK.ticksCovering(Duration.ofMillis(100))).isEqualTo(1);
    assertThat(CLOCK.ticksCovering(Duration.ofMillis(101))).isEqualTo(2);
    assertThat(CLOCK.ticksCovering(Duration.ofDays(184))).isEqualTo(158_976_000);
    assertThat(CLOCK.ticksCovering(Duration.ofSeconds(-5))).isZero();
  }

  @Test
  void ticksHaveALength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Clock(Instant.EPOCH, ZoneOffset.UTC, 0))
        .withMessageContaining("tickMillis must be positive");
  }

  @Property
  void theFirstTickFromAnInstantIsTheFirst(
      @ForAll @LongRange(min = -1_000_000_000_000_000L, max = 1_000_000_000_000_000L) long nanos) {
    Instant instant = CLOCK.start().plusNanos(nanos);
    long tick = CLOCK.firstTickFrom(instant);
    assertThat(CLOCK.instantOf(tick)).isAfterOrEqualTo(instant);
    assertThat(CLOCK.instantOf(tick - 1)).isBefore(instant);
  }
}
