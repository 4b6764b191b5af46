package io.testroad.actors;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.Clock;
import io.testroad.engine.Percept;
import io.testroad.engine.Percept.Tally;
import io.testroad.engine.Percept.TravelTimes;
import io.testroad.engine.RoadDecision;
import io.testroad.traffic.StepResult;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What regions have counted, put together; ticks of 100 ms. */
class RoadCensusTest {

  private final RoadCensus census = new RoadCensus(100);

  private static StepResult counted(Percept... counts) {
    return new StepResult(
        List.of(), List.of(), List.of(), 0, 0, 0, 0, 0, 0, List.of(counts), Clock.NEVER);
  }

  private static TravelTimes times(Map<String, Double> seconds) {
    return new TravelTimes(new TreeMap<>(seconds));
  }

  @Test
  void talliesOfAllRegionsAreSummedByScene() {
    census.take(
        20,
        List.of(
            counted(new Tally(2, 3, 1, 1500), new Tally(9, 1, 0, 20)),
            counted(),
            counted(new Tally(1, 5, 5, 5000), new Tally(2, 4, 0, 700))));
    assertThat(census.tallies())
        .containsExactly(
            new Tally(1, 5, 5, 5000), new Tally(2, 7, 1, 2200), new Tally(9, 1, 0, 20));
  }

  @Test
  void nobodyIsToldOfOnce() {
    census.take(20, List.of(counted(new Tally(1, 5, 5, 5000))));
    census.take(25, List.of(counted()));
    assertThat(census.tallies()).isEmpty();
    assertThat(census.nextDue(25)).isEqualTo(30);
    census.take(30, List.of(counted()));
    assertThat(census.tallies()).containsExactly(new Tally(1, 0, 0, 0));
    assertThat(census.nextDue(30)).isEqualTo(Clock.NEVER);
    census.take(40, List.of(counted()));
    assertThat(census.tallies()).isEmpty();
  }

  @Test
  void anEndedCountOwesNothing() {
    census.take(20, List.of(counted(new Tally(1, 5, 5, 5000))));
    census.note(new RoadDecision.Count(1, List.of()));
    assertThat(census.nextDue(20)).isEqualTo(Clock.NEVER);
    census.take(30, List.of(counted()));
    assertThat(census.tallies()).isEmpty();
  }

  @Test
  void surveysOfAllRegionsAreOne() {
    census.note(new RoadDecision.Survey(30));
    census.take(300, List.of(counted(times(Map.of("b", 2.5))), counted(times(Map.of("a", 9.0)))));
    assertThat(census.surveys()).containsExactly(times(Map.of("a", 9.0, "b", 2.5)));
    assertThat(census.nextDue(305)).isEqualTo(600);
    census.take(310, List.of(counted(), counted()));
    assertThat(census.surveys()).isEmpty();
    census.take(600, List.of(counted(times(Map.of())), counted(times(Map.of()))));
    assertThat(census.surveys()).containsExactly(times(Map.of()));
    assertThat(census.nextDue(600)).isEqualTo(Clock.NEVER);
  }

  @Test
  void anEndedSurveyOwesNothing() {
    census.note(new RoadDecision.Survey(30));
    census.take(300, List.of(counted(times(Map.of("b", 2.5)))));
    census.note(new RoadDecision.Survey(0));
    assertThat(census.nextDue(300)).isEqualTo(Clock.NEVER);
  }
}
