package io.testroad.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.testroad.demand.FlowSchedule.Spacing;
import io.testroad.engine.RandomStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FlowReadingTest {

  @TempDir Path folder;
  private DemandWorld world;

  @BeforeEach
  void setUp() {
    world = new DemandWorld(folder);
  }

  private List<Departure> flow(String attributes) {
    return world
        .readClean("<routes><flow id=\"f\" from=\"a\" to=\"b\" " + attributes + "/></routes>")
        .departures();
  }

  private List<String> times(String attributes) {
    return flow(attributes).stream().map(d -> d.vehicle() + "@" + d.departMs()).toList();
  }

  @Test
  void aNumberIsSpreadEvenly() {
    assertThat(times("begin=\"10\" end=\"20\" number=\"3\""))
        .containsExactly("f.0@10000", "f.1@13333", "f.2@16667");
  }

  @Test
  void aPeriodGoesUpToTheEnd() {
    assertThat(times("begin=\"0\" end=\"6\" period=\"2\""))
        .containsExactly("f.0@0", "f.1@2000", "f.2@4000");
  }

  @Test
  void aPeriodWithANumberNeedsNoEnd() {
    assertThat(times("begin=\"5\" period=\"2\" number=\"2\""))
        .containsExactly("f.0@5000", "f.1@7000");
  }

  @Test
  void ratesAnHour() {
    assertThat(times("end=\"5\" vehsPerHour=\"1440\"")).containsExactly("f.0@0", "f.1@2500");
    assertThat(times("end=\"5\" perHour=\"1440\"")).hasSize(2);
  }

  @Test
  void noVehiclesAtAll() {
    assertThat(times("end=\"5\" number=\"0\"")).isEmpty();
    assertThat(times("begin=\"5\" end=\"5\" period=\"1\"")).isEmpty();
  }

  @Test
  void aChanceEverySecond() {
    List<Departure> departures = flow("begin=\"100\" end=\"10100\" probability=\"0.3\"");
    assertThat(departures.size()).isCloseTo(3000, within(150));
    assertThat(departures).allMatch(d -> d.departMs() % 1000 == 0 && d.departMs() >= 100_000);
    assertThat(departures.get(7).vehicle()).isEqualTo("f.7");
    assertThat(flow("end=\"10100\" number=\"5\" begin=\"1\"")).hasSize(5);
  }

  @Test
  void exponentialTimes() {
    List<Departure> departures = flow("begin=\"0\" end=\"10000\" period=\"exp(0.5)\"");
    assertThat(departures.size()).isCloseTo(5000, within(250));
    assertThat(departures.get(departures.size() - 1).departMs()).isLessThan(10_000_000);
    List<Departure> again = flow("begin=\"0\" end=\"10000\" period=\"exp(0.5)\"");
    assertThat(again).extracting(Departure::departMs).isEqualTo(times(departures));
    world.seed++;
    assertThat(flow("begin=\"0\" end=\"10000\" period=\"exp(0.5)\""))
        .extracting(Departure::departMs)
        .isNotEqualTo(times(departures));
  }

  private static List<Long> times(List<Departure> departures) {
    return departures.stream().map(Departure::departMs).toList();
  }

  @Test
  void flowsWithoutEndLastToTheEndOfTheRunOrADay() {
    world.endMs = 10_000;
    assertThat(flow("period=\"5\"")).hasSize(2);
    assertThat(flow("begin=\"20\" period=\"5\"")).isEmpty();
    world.endMs = -1;
    assertThat(
            world
                .read("<routes><flow id=\"f\" period=\"3600\" from=\"a\" to=\"b\"/></routes>")
                .departures())
        .hasSize(24);
  }

  @Test
  void aFaultOfAFlowIsRecordedOnce() {
    world.read(
        """
        <routes>
          <flow id="f" end="100" period="1" from="a" to="e"/>
          <flow id="g" end="100" period="1" departSpeed="99"><route edges="a b"/></flow>
          <flow id="h" end="100" period="1"><route edges="b a"/></flow>
          <flow id="i" end="100" period="1" departLane="5"><route edges="a"/></flow>
          <flow id="j" end="100" period="1">
            <route edges="a"/>
            <stop lane="c_0" duration="1"/>
          </flow>
        </routes>
        """);
    assertThat(world.found())
        .containsExactly(
            "0.xml:2:3: warning no-route",
            "0.xml:3:3: warning depart-speed-too-high",
            "0.xml:4:3: warning route-not-connected",
            "0.xml:5:3: error unknown-lane",
            "0.xml:8:5: warning stop-not-on-route");
    assertThat(world.findings.list().get(2).message()).contains("100 vehicles from 'h.0' on");
  }

  @Test
  void untilTimesOfAFlowMoveWithItsVehicles() {
    List<Departure> departures =
        world
            .readClean(
                """
                <routes>
                  <flow id="f" begin="10" end="30" period="10">
                    <route edges="a b"><stop lane="a_0" until="50"/></route>
                    <stop lane="b_0" until="100" duration="3"/>
                  </flow>
                </routes>
                """)
            .departures();
    assertThat(departures.get(0).stops()).extracting("untilMs").containsExactly(60_000L, 100_000L);
    assertThat(departures.get(1).stops()).extracting("untilMs").containsExactly(70_000L, 110_000L);
  }

  @Property(tries = 200)
  void aNumberIsAlwaysMetAndInTime(
      @ForAll @IntRange(min = 1, max = 5000) int number,
      @ForAll @IntRange(min = 1, max = 4_000_000) int lengthMs) {
    FlowSchedule flow =
        new FlowSchedule(Spacing.EVEN, 1000, 1000L + lengthMs, number, lengthMs / (double) number);
    List<Long> times = new ArrayList<>();
    flow.forEach(RandomStream.of(0, ""), (counter, ms) -> times.add(ms));
    assertThat(times).hasSize(number).isSorted();
    assertThat(times.get(0)).isEqualTo(1000);
    assertThat(times.get(number - 1)).isLessThanOrEqualTo(1000L + lengthMs);
  }

  @Test
  void aFlowGoesOnWithoutThoseWhoFindNoWay() {
    Demand demand =
        world.read(
            """
            <routes>
              <vTypeDistribution id="t" vTypes="DEFAULT_VEHTYPE DEFAULT_RAILTYPE"/>
              <route id="closed" edges="b d"/><route id="open" edges="a b"/>
              <routeDistribution id="r" routes="closed open" probabilities="1 1"/>
              <flow id="f" end="100" period="1" route="r"/>
              <flow id="g" end="100" period="1" type="t" from="a" to="b"/>
              <flow id="h" end="100" period="1" departSpeed="50" type="t" route="open"/>
            </routes>
            """);
    assertThat(demand.departures().size()).isBetween(225, 275);
    assertThat(world.found())
        .containsExactly(
            "0.xml:3:3: warning route-not-connected", "0.xml:7:3: warning depart-speed-too-high");
  }
}
