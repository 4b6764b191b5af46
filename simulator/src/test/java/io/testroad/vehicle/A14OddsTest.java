package io.testroad.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.AgentId;
import io.testroad.engine.Clock;
import io.testroad.engine.EventType;
import io.testroad.engine.Mail;
import io.testroad.engine.Percept;
import io.testroad.engine.RandomStream;
import io.testroad.engine.Turn;
import io.testroad.policy.RuleBook;
import io.testroad.protocol.VehicleLetter;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What goes wrong by chance, and how long drivers and officers need: numbers over many draws. */
class A14OddsTest {

  private static final Clock CLOCK =
      Clock.of(OffsetDateTime.parse(Pilot.START), Duration.ofMillis(100));

  /** Requests for help of a vehicle that drives automated for so many seconds at 10 m/s. */
  private static long asked(Map<String, Double> rates, int seconds, int vehicle) {
    Fallback.Help help =
        new Fallback.Help(
            java.util.Optional.empty(), false, 0, false, Duration.ofSeconds(60), false);
    IcvAgent agent =
        new IcvAgent(
            Pilot.spec("none", Setbacks.of(help, rates)),
            new PilotMap(),
            RuleBook.NONE,
            RandomStream.of(3, "reaction", "v" + vehicle));
    IcvState state = agent.initialState();
    state = take(agent, state, 1, Pilot.setOut("a", "b"), AgentId.SCRIPT).state();
    state = take(agent, state, 2, new Percept.Departed("a", 0, 5), AgentId.ROADS).state();
    long asked = 0;
    for (int s = 1; s <= seconds; s++) {
      var outcome = take(agent, state, 10L * s, Pilot.seen("a", 10), AgentId.ROADS);
      state = outcome.state();
      long serial = state.mishap().call().serial();
      if (outcome.events().stream().anyMatch(e -> e.type() == EventType.ASSISTANCE_ASKED)) {
        asked++;
        var given = new VehicleLetter.AssistanceGiven((int) serial);
        state = take(agent, state, 10L * s + 1, given, AgentId.SCRIPT).state();
      }
    }
    return asked;
  }

  private static io.testroad.engine.Outcome<IcvState> take(
      IcvAgent agent, IcvState state, long tick, io.testroad.engine.Letter letter, AgentId from) {
    return agent.take(
        state, new Turn(tick, CLOCK, List.of(new Mail(tick, Pilot.ID, from, 0, letter))));
  }

  /** 0.01 per m over 20 x 1000 s x 10 m/s: 2000, standard deviation 45. */
  @Test
  void requestsComeAtTheirRateAlongTheWay() {
    long sum = 0;
    for (int v = 0; v < 20; v++) {
      sum += asked(Map.of(Fallback.Rates.ASSISTANCE, 0.01), 1000, v);
    }
    assertThat(sum).isBetween(1800L, 2135L); // some of two in one second are asked for once
  }

  /** 0.02 per s over 20 x 1000 s: 400, standard deviation 20. */
  @Test
  void orWithTime() {
    long sum = 0;
    for (int v = 0; v < 20; v++) {
      sum += asked(Map.of(Fallback.Rates.ASSISTANCE_BY_TIME, 0.02), 1000, v);
    }
    assertThat(sum).isBetween(340L, 460L);
  }

  @Test
  void nothingGoesWrongWhereNoRateIs() {
    assertThat(asked(Map.of(), 1000, 0)).isZero();
  }

  /** Facts 2.3, non-critical, reading: mean 6.06 s, deviation 2.39 s, P(> 10 s) 0.066. */
  @Test
  void reactionTimesHaveTheirMeanDeviationAndTail() {
    Duration mean = Duration.ofMillis(6060);
    double sigma = DrawnTime.sigma(mean, Duration.ofMillis(2390));
    assertThat(sigma).isCloseTo(0.380, org.assertj.core.data.Offset.offset(0.001));
    DrawnTime time = new DrawnTime(DrawnTime.LOG_NORMAL, mean, sigma);
    RandomStream stream = RandomStream.of(1, "reading");
    double sum = 0;
    double squares = 0;
    int late = 0;
    int draws = 40_000;
    for (int i = 0; i < draws; i++) {
      double s = time.draw(stream, i).toMillis() / 1000.0;
      sum += s;
      squares += s * s;
      late += s > 10 ? 1 : 0;
    }
    double average = sum / draws;
    assertThat(average).isBetween(6.0, 6.12);
    assertThat(StrictMath.sqrt(squares / draws - average * average)).isBetween(2.3, 2.48);
    assertThat((double) late / draws).isBetween(0.060, 0.072);
  }
}
