package io.testroad.actors;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.actors.RegionExchange.Postman;
import io.testroad.actors.RegionExchange.Way;
import io.testroad.engine.RoadDecision;
import io.testroad.scenario.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order in which messages reach a region is nothing to it. */
class TrafficRegionTest {

  private static final int TICKS = 200;
  private static final int REGIONS = 4;
  private static final Scenario TOWN = TestRoads.scenario(TestRoads.TOWN, "tick=500 ms");
  private static final List<String> IN_ORDER = run(ways -> ways.get(0), new ArrayList<>());

  @Test
  void theTownIsBusyAndRegionsHandOver() {
    assertThat(IN_ORDER).hasSizeGreaterThan(TICKS).anyMatch(line -> line.contains(" trip "));
  }

  @Property(tries = 12)
  void messagesInAnyOrderGiveTheSameTraffic(@ForAll long seed) {
    Random random = new Random(seed);
    assertThat(run(ways -> ways.get(random.nextInt(ways.size())), new ArrayList<>()))
        .isEqualTo(IN_ORDER);
  }

  /** Others are then one exchange ahead: their next part waits behind the one that is due. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void aRegionMayLagBehindAllOthers(int slow) {
    Postman postman =
        ways ->
            ways.stream().min(Comparator.comparing((Way way) -> way.to() == slow)).orElseThrow();
    List<Integer> mostAhead = new ArrayList<>();
    assertThat(run(postman, mostAhead)).isEqualTo(IN_ORDER);
    assertThat(mostAhead).containsExactly(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void aRegionMayHearOfTheTickLast(int slow) {
    Postman postman =
        ways ->
            ways.stream()
                .min(Comparator.comparing((Way way) -> way.from() < 0 && way.to() == slow))
                .orElseThrow();
    assertThat(run(postman, new ArrayList<>())).isEqualTo(IN_ORDER);
  }

  private static List<String> run(Postman postman, List<Integer> mostAhead) {
    var exchange = new RegionExchange(TestRoads.plan(TOWN, REGIONS).regions(), postman);
    List<String> lines = new ArrayList<>();
    for (long tick = 0; tick < TICKS; tick++) {
      lines.addAll(lines(tick, exchange.advance(tick, decisions(tick))));
    }
    mostAhead.add(exchange.mostAhead());
    return lines;
  }

  private static List<RoadDecision> decisions(long tick) {
    if (tick == 40) {
      return List.of(new RoadDecision.CloseLane("street-1-east-1", 0));
    }
    return tick == 120 ? List.of(new RoadDecision.OpenLane("street-1-east-1", 0)) : List.of();
  }

  private static List<String> lines(long tick, List<Director.Advanced> replies) {
    assertThat(replies).extracting(Director.Advanced::region).containsExactly(0, 1, 2, 3);
    return replies.stream().flatMap(reply -> lines(tick, reply)).toList();
  }

  private static Stream<String> lines(long tick, Director.Advanced reply) {
    assertThat(reply.tick()).isEqualTo(tick);
    assertThat(Objects.requireNonNull(reply.sample()).size())
        .isEqualTo(reply.result().vehiclesOnRoad());
    var result = reply.result();
    String counts =
        String.join(
            " ",
            "digest " + reply.digest(),
            "on road " + result.vehiclesOnRoad(),
            "waiting " + result.vehiclesWaiting(),
            "next " + result.nextDueTick());
    return Stream.of(
            Stream.of(counts),
            result.events().stream().map(event -> "event " + event).sorted(),
            result.percepts().stream().map(percept -> "percept " + percept).sorted(),
            result.trips().stream().map(trip -> "trip " + trip).sorted())
        .flatMap(lines -> lines)
        .map(line -> tick + " region " + reply.region() + " " + line);
  }
}
