package io.testroad.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.demand.Departure.Stop;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StopReadingTest {

  @TempDir Path folder;
  private DemandWorld world;

  @BeforeEach
  void setUp() {
    world = new DemandWorld(folder);
  }

  private int lane(String id) {
    return world.network.findLane(id).orElseThrow();
  }

  private List<Stop> stops(String elements) {
    return world
        .readClean(
            "<routes><vehicle id=\"v\" depart=\"10\"><route edges=\"a b c a\"/>"
                + elements
                + "</vehicle><busStop id=\"s\" lane=\"b_0\" startPos=\"20\" endPos=\"-100\"/>"
                + "<busStop id=\"whole\" lane=\"c_1\"/></routes>")
        .departures()
        .get(0)
        .stops();
  }

  @Test
  void aPlaceOnALane() {
    assertThat(stops("<stop lane=\"b_0\" startPos=\"10\" endPos=\"30\" duration=\"20\"/>"))
        .containsExactly(new Stop(lane("b_0"), 10, 30, 20_000, -1));
    assertThat(stops("<stop lane=\"b_0\" endPos=\"-50\" until=\"0:10:0\"/>"))
        .containsExactly(new Stop(lane("b_0"), 149.8, 150, 0, 600_000));
    assertThat(stops("<stop lane=\"a_1\" duration=\"1\" until=\"90\"/>"))
        .containsExactly(new Stop(lane("a_1"), 99.8, 100, 1000, 90_000));
  }

  @Test
  void anEdgeMeansItsRightmostLaneThatIsOpen() {
    assertThat(stops("<stop edge=\"a\" endPos=\"50\" duration=\"1\"/>"))
        .containsExactly(new Stop(lane("a_0"), 49.8, 50, 1000, -1));
    assertThat(stops("<stop edge=\"c\" endPos=\"50\" duration=\"1\"/>"))
        .containsExactly(new Stop(lane("c_1"), 49.8, 50, 1000, -1));
  }

  @Test
  void aBusStopMayBeDefinedLater() {
    assertThat(
            stops("<stop busStop=\"s\" duration=\"20\"/><stop busStop=\"whole\" duration=\"1\"/>"))
        .containsExactly(
            new Stop(lane("b_0"), 20, 100, 20_000, -1), new Stop(lane("c_1"), 0, 100, 1000, -1));
  }

  @Test
  void positionsThatAreAlmostOnTheLaneAreMovedOntoIt() {
    assertThat(stops("<stop lane=\"a_0\" startPos=\"0\" endPos=\"100.05\" duration=\"1\"/>"))
        .containsExactly(new Stop(lane("a_0"), 0, 100, 1000, -1));
    assertThat(stops("<stop lane=\"a_0\" endPos=\"130\" friendlyPos=\"true\" duration=\"1\"/>"))
        .containsExactly(new Stop(lane("a_0"), 100, 100, 1000, -1));
  }

  @Test
  void stopsFollowTheRoute() {
    // The second lies behind the first on the same edge: it is met on the next time round.
    assertThat(
            stops(
                "<stop lane=\"a_0\" endPos=\"60\" duration=\"1\"/>"
                    + "<stop lane=\"a_0\" endPos=\"30\" duration=\"1\"/>"))
        .hasSize(2);
    Demand demand =
        world.read(
            """
            <routes>
              <vehicle id="v" depart="0">
                <route edges="a b c"/>
                <stop lane="b_0" endPos="60" duration="1"/>
                <stop lane="a_0" endPos="60" duration="2"/>
                <stop lane="b_0" endPos="50" duration="3"/>
                <stop lane="c_1" endPos="50" duration="4"/>
              </vehicle>
            </routes>
            """);
    assertThat(demand.departures().get(0).stops())
        .extracting(Stop::durationMs)
        .containsExactly(1000L, 4000L);
    assertThat(world.found())
        .containsExactly(
            "0.xml:5:5: warning stop-not-on-route", "0.xml:6:5: warning stop-not-on-route");
  }

  @Test
  void stopsOfARouteComeFirstAndCountFromDeparture() {
    Demand demand =
        world.readClean(
            """
            <routes>
              <route id="r" edges="a b"><stop lane="a_0" endPos="50" until="30"/></route>
              <vehicle id="v" depart="100" route="r"><stop lane="b_0" until="500"/></vehicle>
            </routes>
            """);
    assertThat(demand.departures().get(0).stops())
        .extracting(Stop::untilMs)
        .containsExactly(130_000L, 500_000L);
  }

  @Test
  void tripsGoByTheirStops() {
    Demand demand =
        world.readClean(
            """
            <routes>
              <trip id="v" depart="0" from="a" to="a">
                <stop lane="b_0" duration="5"/>
              </trip>
            </routes>
            """);
    assertThat(world.ways(demand)).containsExactly("v: a b c a");
    assertThat(demand.departures().get(0).stops()).hasSize(1);
  }

  @Test
  void departureAtTheFirstStop() {
    Demand demand =
        world.readClean(
            """
            <routes>
              <vehicle id="v" depart="0" departPos="stop">
                <route edges="a b"/><stop lane="a_0" endPos="40" duration="5"/>
              </vehicle>
            </routes>
            """);
    assertThat(demand.departures().get(0).departPositionM()).isEqualTo(40);
  }

  @Test
  void otherKindsOfStopsAreLeftOut() {
    Demand demand =
        world.read(
            """
            <routes>
              <vehicle id="v" depart="0">
                <route edges="a b"/>
                <stop parkingArea="x" duration="5"/>
                <stop parkingArea="y" duration="5"/>
                <stop lane="a_0" triggered="true" duration="5"/>
              </vehicle>
            </routes>
            """);
    assertThat(demand.departures().get(0).stops()).hasSize(1);
    assertThat(world.findings.list()).extracting("code").containsOnly("unsupported-attribute");
  }

  @Test
  void aStopThatManyShareIsWarnedOfOnce() {
    world.read(
        """
        <routes>
          <route id="r" edges="a b">
            <stop lane="c_1" duration="1"/>
          </route>
          <flow id="f" end="9" period="1" route="r"/>
          <vehicle id="v" depart="0" route="r"/>
        </routes>
        """);
    assertThat(world.found()).containsExactly("0.xml:3:5: warning stop-not-on-route");
  }
}
