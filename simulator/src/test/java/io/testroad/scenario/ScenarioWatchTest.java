package io.testroad.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.AgentId;
import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.RoadDecision;
import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.policy.FactExpression;
import io.testroad.yaml.Scalar;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a watch says of hand-worked runs; a tick is 1 s. */
class ScenarioWatchTest {

  private static final OffsetDateTime START = OffsetDateTime.parse("2025-03-01T00:00:00+08:00");
  private static final Clock CLOCK = Clock.of(START, Duration.ofSeconds(1));
  private static final AgentId CENTRE = AgentId.of("centre", "district");

  private static FactExpression expression(String text) {
    Findings findings = new Findings();
    return WatchFacts.LANGUAGE
        .reader(findings)
        .read(Scalar.quoted(text, Position.of("test")))
        .orElseThrow(() -> new AssertionError(findings.list()));
  }

  private static Expectation simple(Expectation.Kind kind, String text) {
    return new Expectation("e", kind, expression(text), Optional.empty(), OptionalLong.empty());
  }

  private static Expectation answer(String whenever, String text, long within) {
    return new Expectation(
        "e",
        Expectation.Kind.EVENTUALLY,
        expression(text),
        whenever.isEmpty() ? Optional.empty() : Optional.of(expression(whenever)),
        within < 0 ? OptionalLong.empty() : OptionalLong.of(within));
  }

  private static ScenarioWatch watch(Expectation... expectations) {
    return new ScenarioWatch("s", CLOCK, List.of(), List.of(), List.of(expectations));
  }

  private static Facts vehicle(String mode, boolean moving) {
    return Facts.of(
        "vehicle.mode", mode,
        "vehicle.moving", moving,
        "vehicle.plate.validUntil", START.plusSeconds(10).toInstant());
  }

  private static Facts open(int incidents) {
    return Facts.of("incident.open", incidents, "incident.total", incidents);
  }

  private static Event event(long tick, EventType type, Object... attributes) {
    return new Event(tick, type, "incident:x", Facts.of(attributes));
  }

  private static List<String> failures(ScenarioWatch watch) {
    return watch.failures().stream().map(f -> f.tick() + " " + f.subject()).toList();
  }

  @Test
  void neverFailsOncePerAgent() {
    ScenarioWatch watch = watch(simple(Expectation.Kind.NEVER, "vehicle.mode == 'stopped'"));
    watch.onFacts(1, AgentId.vehicle("b"), vehicle("stopped", false));
    watch.onFacts(1, AgentId.vehicle("a"), vehicle("manual", true));
    List<Event> events = watch.onTick(1).events();
    assertThat(events).hasSize(1);
    assertThat(events.get(0))
        .isEqualTo(
            new Event(
                1,
                EventType.EXPECTATION_FAILED,
                "vehicle:b",
                Facts.of(
                    "expectation", "e",
                    "reason", "'vehicle.mode == 'stopped'' was true for vehicle:b.",
                    "values", "vehicle.mode=stopped")));
    watch.onFacts(2, AgentId.vehicle("b"), vehicle("stopped", false));
    watch.onFacts(2, AgentId.vehicle("a"), vehicle("stopped", false));
    assertThat(watch.onTick(2).events()).hasSize(1);
    assertThat(failures(watch)).containsExactly("1 vehicle:b", "2 vehicle:a");
  }

  @Test
  void nowMovesOnWhileFactsStayTheSame() {
    ScenarioWatch watch =
        watch(simple(Expectation.Kind.NEVER, "vehicle.moving && now > vehicle.plate.validUntil"));
    for (long tick = 9; tick <= 12; tick++) {
      watch.onFacts(tick, AgentId.vehicle("a"), vehicle("automated", true));
      watch.onTick(tick);
    }
    assertThat(failures(watch)).containsExactly("11 vehicle:a");
  }

  @Test
  void alwaysIsAboutTheWholeWhenTheCentreSpeaks() {
    ScenarioWatch watch = watch(simple(Expectation.Kind.ALWAYS, "incident.open < 2"));
    watch.onFacts(3, CENTRE, open(1));
    assertThat(watch.onTick(3).events()).isEmpty();
    watch.onFacts(4, CENTRE, open(2));
    assertThat(watch.onTick(4).events()).hasSize(1);
    assertThat(failures(watch)).containsExactly("4 scenario:s");
  }

  @Test
  void attributesThatAnEventLacksSayNothing() {
    ScenarioWatch watch = watch(simple(Expectation.Kind.ALWAYS, "event.lane == 0"));
    watch.onEvents(1, List.of(event(1, EventType.RUN_STARTED, "seed", 1)));
    watch.onEvents(1, List.of(event(1, EventType.LANE_CLOSED, "road", "r", "lane", 0)));
    watch.onEvents(1, List.of(event(1, EventType.LANE_CLOSED, "road", "r", "lane", 1)));
    watch.onTick(1);
    assertThat(failures(watch)).hasSize(1);
  }

  @Test
  void answersMustBeOfTheSameIncidentAndInTime() {
    ScenarioWatch watch =
        watch(answer("event.type == 'incident-verified'", "event.type == 'unit-dispatched'", 5));
    watch.onEvents(10, List.of(event(10, EventType.INCIDENT_VERIFIED, "incident", 1)));
    watch.onTick(10);
    watch.onEvents(11, List.of(event(11, EventType.INCIDENT_VERIFIED, "incident", 2)));
    watch.onTick(11);
    assertThat(watch.nextDue(11)).isEqualTo(15);
    watch.onEvents(15, List.of(event(15, EventType.UNIT_DISPATCHED, "incident", 1)));
    assertThat(watch.onTick(15).events()).isEmpty();
    assertThat(watch.nextDue(15)).isEqualTo(16);
    assertThat(watch.onTick(16).events()).hasSize(1);
    assertThat(watch.nextDue(16)).isEqualTo(Clock.NEVER);
    assertThat(failures(watch)).containsExactly("16 incident:x");
  }

  @Test
  void aTriggerWhoseTimeIsNotOverAtTheEndIsLeftAlone() {
    ScenarioWatch watch =
        watch(answer("event.type == 'incident-verified'", "event.type == 'unit-dispatched'", 5));
    watch.onEvents(10, List.of(event(10, EventType.INCIDENT_VERIFIED, "incident", 1)));
    watch.onTick(10);
    assertThat(watch.onEnd(12)).isEmpty();
  }

  @Test
  void withoutATimeTheEndDecides() {
    ScenarioWatch watch = watch(answer("", "event.type == 'plate-issued'", -1));
    assertThat(watch.nextDue(0)).isEqualTo(Clock.NEVER);
    assertThat(watch.onTick(5).events()).isEmpty();
    assertThat(watch.onEnd(9)).hasSize(1);
    assertThat(failures(watch)).containsExactly("9 scenario:s");
  }

  @Test
  void statesTriggerWhenTheyBeginAndAnswerOfTheSameVehicle() {
    ScenarioWatch watch =
        watch(answer("vehicle.mode == 'takeover-requested'", "vehicle.mode == 'manual'", 3));
    watch.onFacts(1, AgentId.vehicle("a"), vehicle("takeover-requested", true));
    watch.onFacts(1, AgentId.vehicle("b"), vehicle("manual", true));
    watch.onTick(1);
    watch.onFacts(2, AgentId.vehicle("a"), vehicle("takeover-requested", true));
    watch.onFacts(2, AgentId.vehicle("b"), vehicle("manual", true));
    watch.onTick(2);
    assertThat(watch.onTick(4).events()).hasSize(1);
    assertThat(failures(watch)).containsExactly("4 vehicle:a");
  }

  @Test
  void whatIsTrueAlreadyAnswersAtOnce() {
    ScenarioWatch watch =
        watch(answer("event.type == 'plate-expired'", "vehicle.mode != 'automated'", 1));
    watch.onFacts(1, AgentId.vehicle("a"), vehicle("minimal-risk", true));
    watch.onEvents(1, List.of(event(1, EventType.PLATE_EXPIRED, "plate", "p", "vehicle", "a")));
    watch.onTick(1);
    assertThat(watch.nextDue(1)).isEqualTo(Clock.NEVER);
  }

  @Test
  void eventsCanBeSeenBesideTheVehicleTheyAreAbout() {
    ScenarioWatch watch =
        watch(
            simple(
                Expectation.Kind.NEVER,
                "event.type == 'plate-expired' && vehicle.mode == 'automated'"));
    watch.onFacts(1, AgentId.vehicle("a"), vehicle("automated", true));
    watch.onFacts(1, AgentId.vehicle("b"), vehicle("manual", true));
    watch.onEvents(1, List.of(event(1, EventType.PLATE_EXPIRED, "plate", "p", "vehicle", "b")));
    watch.onTick(1);
    assertThat(failures(watch)).isEmpty();
  }

  @Test
  void conditionsFireOnce() {
    RoadDecision decision = new RoadDecision.CloseLane("r", 0);
    Conditional conditional =
        new Conditional(expression("incident.open > 0"), List.of(decision), List.of());
    ScenarioWatch watch = new ScenarioWatch("s", CLOCK, List.of(), List.of(conditional), List.of());
    watch.onFacts(1, CENTRE, open(0));
    assertThat(watch.onTick(1).decisions()).isEmpty();
    watch.onFacts(2, CENTRE, open(1));
    assertThat(watch.onTick(2).decisions()).containsExactly(decision);
    watch.onFacts(3, CENTRE, open(0));
    watch.onTick(3);
    watch.onFacts(4, CENTRE, open(1));
    assertThat(watch.onTick(4).decisions()).isEmpty();
  }

  @Test
  void scriptedEventsComeAtTheirTick() {
    Event rain = new Event(7, EventType.WEATHER_CHANGED, "weather:all", Facts.of("state", "rain"));
    Scripted scripted = new Scripted(7, List.of(), List.of(), List.of(rain));
    ScenarioWatch watch = new ScenarioWatch("s", CLOCK, List.of(scripted), List.of(), List.of());
    assertThat(watch.nextDue(0)).isEqualTo(7);
    assertThat(watch.onTick(6).events()).isEmpty();
    assertThat(watch.onTick(7).events()).containsExactly(rain);
    assertThat(watch.onTick(8).events()).isEmpty();
  }

  @Test
  void failuresAreBounded() {
    ScenarioWatch watch = watch(simple(Expectation.Kind.NEVER, "vehicle.moving"));
    for (int i = 0; i < 150; i++) {
      watch.onFacts(1, AgentId.vehicle("v" + i), vehicle("manual", true));
    }
    assertThat(watch.onTick(1).events()).hasSize(100);
  }
}
