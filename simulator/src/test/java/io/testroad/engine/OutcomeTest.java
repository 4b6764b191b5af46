package io.testroad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {

  private static final AgentId SELF = AgentId.vehicle("v1");
  private static final AgentId OTHER = AgentId.vehicle("v2");

  private final Turn turn =
      new Turn(
          50,
          Clock.of(OffsetDateTime.parse("2025-03-01T00:00:00Z"), Duration.ofMillis(100)),
          List.of());
  private final Outcome.Builder out = new Outcome.Builder(SELF, turn);

  @Test
  void delaysInTicks() {
    var begin = new RunBegan();
    out.post(OTHER, begin)
        .postAfter(Duration.ofMillis(250), OTHER, begin)
        .postAt(turn.clock().instantOf(70), OTHER, begin)
        .remind(Duration.ofSeconds(2), begin)
        .remindAt(turn.clock().instantOf(60).plusNanos(1), begin);
    assertThat(out.become("s", Facts.empty()).outbox())
        .containsExactly(
            new Outcome.Outgoing(OTHER, 1, begin),
            new Outcome.Outgoing(OTHER, 3, begin),
            new Outcome.Outgoing(OTHER, 20, begin),
            new Outcome.Outgoing(SELF, 20, begin),
            new Outcome.Outgoing(SELF, 11, begin));
  }

  @Test
  void whatIsPastOrAtOnceComesWithTheNextTick() {
    out.remind(Duration.ZERO, new RunBegan());
    out.remindAt(turn.clock().instantOf(50), new RunBegan());
    out.remindAt(turn.clock().instantOf(3), new RunBegan());
    assertThat(out.become("s", Facts.empty()).outbox())
        .extracting(Outcome.Outgoing::delay)
        .allMatch(delay -> delay <= 1, "counts as 1");
  }

  @Test
  void eventsAreAboutTheAgentUnlessSaidOtherwise() {
    out.record(EventType.SIGNAL_FAILED, Facts.of("mode", "off"));
    out.record(EventType.INCIDENT_CLOSED, "incident:1", Facts.empty());
    out.decide(new RoadDecision.Remove("v1"));
    var outcome = out.become("state", Facts.of("a", 1));
    assertThat(outcome.events())
        .containsExactly(
            new Event(50, EventType.SIGNAL_FAILED, "vehicle:v1", Facts.of("mode", "off")),
            new Event(50, EventType.INCIDENT_CLOSED, "incident:1", Facts.empty()));
    assertThat(outcome.decisions()).containsExactly(new RoadDecision.Remove("v1"));
    assertThat(outcome.state()).isEqualTo("state");
    assertThat(outcome.facts()).isEqualTo(Facts.of("a", 1));
  }

  @Test
  void idsHaveKindAndName() {
    AgentId id = new AgentId("vehicle:a:b");
    assertThat(id.kind()).isEqualTo("vehicle");
    assertThat(id.name()).isEqualTo("a:b");
    org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
        .isThrownBy(() -> new AgentId(":a"));
  }
}
