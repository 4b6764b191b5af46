package io.testroad.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.demand.Departure.Lanes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VehicleReadingTest {

  @TempDir Path folder;
  private DemandWorld world;

  @BeforeEach
  void setUp() {
    world = new DemandWorld(folder);
  }

  private Departure trip(String attributes) {
    return world
        .readClean(
            "<routes><trip id=\"v\" depart=\"0\" from=\"a\" to=\"c\" " + attributes + "/></routes>")
        .departures()
        .get(0);
  }

  @Test
  void departuresStandInOrderOfTimeThenOfReading() {
    Demand demand =
        world.readClean(
            """
            <routes>
              <vehicle id="late" depart="0:1:0.5"><route edges="a"/></vehicle>
              <vehicle id="first" depart="7"><route edges="a b"/></vehicle>
              <trip id="second" depart="7.0" from="b" to="a"/>
            </routes>
            """,
            """
            <routes>
              <vehicle id="third" depart="7" route="r"/>
              <vehicle id="early" depart="begin" route="r"/>
              <route id="r" edges="c a"/>
            </routes>
            """);
    assertThat(world.ways(demand))
        .containsExactly("early: c a", "first: a b", "second: b c a", "third: c a", "late: a");
    assertThat(demand.departures().get(4).departMs()).isEqualTo(60_500);
    assertThat(demand.departures().get(4).line()).isEqualTo(2);
  }

  @Test
  void aVehicleThatSaysNothingBeginsAndEndsAsInSumo() {
    Departure departure = trip("");
    assertThat(departure.departLane()).isEqualTo(Lanes.FIRST);
    assertThat(departure.departPositionM()).isNaN();
    assertThat(departure.departSpeedMps()).isZero();
    assertThat(departure.arrivalPositionM()).isNaN();
    assertThat(departure.stops()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, GIVEN, 1",
    "random, RANDOM, 0",
    "free, FREE, 0",
    "allowed, ALLOWED, 0",
    "best, BEST, 0",
    "first, FIRST, 0"
  })
  void departLane(String written, Lanes lane, int index) {
    Departure departure = trip("departLane=\"" + written + "\"");
    assertThat(departure.departLane()).isEqualTo(lane);
    assertThat(departure.departLaneIndex()).isEqualTo(index);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "12.5, 12.5", "-30, 70", "base, NaN", "free, NaN", "last, NaN", "stop, NaN"})
  void departPos(String written, Double expected) {
    assertThat(trip("departPos=\"" + written + "\"").departPositionM()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"random", "random_free"})
  void randomDepartPositionsHaveTheVehicleOnTheEdge(String written) {
    double smallest = 100;
    for (world.seed = 0; world.seed < 50; world.seed++) {
      double positionM = trip("departPos=\"" + written + "\"").departPositionM();
      assertThat(positionM).isBetween(5.0, 100.0);
      smallest = Math.min(smallest, positionM);
    }
    assertThat(smallest).isLessThan(30);
  }

  @ParameterizedTest
  @CsvSource({"8, 8", "max, NaN", "desired, NaN", "speedLimit, NaN", "last, NaN", "avg, NaN"})
  void departSpeed(String written, Double expected) {
    assertThat(trip("departSpeed=\"" + written + "\"").departSpeedMps()).isEqualTo(expected);
  }

  @Test
  void randomDepartSpeedsKeepTheLimit() {
    for (world.seed = 0; world.seed < 20; world.seed++) {
      assertThat(trip("departSpeed=\"random\"").departSpeedMps()).isBetween(0.0, 10.0);
    }
  }

  @ParameterizedTest
  @CsvSource({"40, 40", "-1, 99", "max, NaN", "center, 50"})
  void arrivalPos(String written, Double expected) {
    assertThat(trip("arrivalPos=\"" + written + "\"").arrivalPositionM()).isEqualTo(expected);
  }

  @Test
  void randomArrivalPositionsAreOnTheEdge() {
    assertThat(trip("arrivalPos=\"random\"").arrivalPositionM()).isBetween(0.0, 100.0);
  }

  @Test
  void positionsBeyondTheEdgeAreMovedToItsEnd() {
    Demand demand =
        world.read(
            "<routes><trip id=\"v\" depart=\"0\" from=\"a\" to=\"b\" departPos=\"-120\""
                + " arrivalPos=\"500\" departSpeed=\"100\"/></routes>");
    assertThat(demand.departures().get(0).departPositionM()).isZero();
    assertThat(demand.departures().get(0).arrivalPositionM()).isEqualTo(200);
    assertThat(demand.departures().get(0).departSpeedMps()).isEqualTo(200 / 3.6);
  }

  @Test
  void tripsGoByTheirViaEdges() {
    Demand demand =
        world.readClean(
            "<routes><trip id=\"v\" depart=\"0\" from=\"a\" via=\"c b\" to=\"b\"/>"
                + "<trip id=\"w\" depart=\"0\" from=\"b\" to=\"b\"/></routes>");
    assertThat(world.ways(demand)).containsExactly("v: a b c a b", "w: b");
    assertThat(world.searches).containsExactly("a>c passenger", "c>b passenger");
  }

  @Test
  void equalSearchesAreMadeOnce() {
    world.readClean(
        """
        <routes>
          <flow id="f" end="100" period="1" from="a" to="c"/>
          <vehicle id="v" depart="0" from="a" to="c"/>
          <trip id="w" depart="0" from="a" to="c" type="DEFAULT_TAXITYPE"/>
        </routes>
        """);
    assertThat(world.searches).containsExactly("a>c passenger", "a>c taxi");
  }

  @Test
  void equalRoutesShareTheirArray() {
    List<Departure> departures =
        world
            .readClean(
                """
                <routes>
                  <route id="r" edges="a b c"/>
                  <vehicle id="1" depart="0" route="r"/>
                  <vehicle id="2" depart="0" route="r"/>
                  <vehicle id="3" depart="0"><route edges=" a b  c "/></vehicle>
                  <trip id="4" depart="0" from="a" to="c"/>
                  <flow id="f" end="2" period="1" route="r"/>
                </routes>
                """)
            .departures();
    assertThat(departures).hasSize(6);
    for (Departure departure : departures) {
      assertThat(departure.edges()).isSameAs(departures.get(0).edges());
    }
  }

  @Test
  void routesMustBeConnectedForTheClass() {
    Demand demand =
        world.read(
            """
            <routes>
              <vType id="bus" vClass="bus"/><vType id="any" vClass="ignoring"/>
              <route id="r" edges="a b d"/>
              <vehicle id="v1" depart="0" route="r"/>
              <vehicle id="v2" depart="0" route="r"/>
              <vehicle id="bus" depart="0" route="r" type="bus"/>
              <vehicle id="any" depart="0" route="r" type="any"/>
              <vehicle id="gap" depart="0" type="any"><route edges="a b e"/></vehicle>
            </routes>
            """);
    assertThat(demand.departures()).extracting(Departure::vehicle).containsExactly("bus", "any");
    assertThat(world.found())
        .containsExactly(
            "0.xml:3:3: warning route-not-connected", "0.xml:8:3: warning route-not-connected");
    assertThat(world.findings.list().get(0).message())
        .isEqualTo(
            "No lane leads from 'b' to 'd' for passenger; 2 vehicles from 'v1' on are left out.");
    assertThat(world.findings.list().get(1).message()).contains("'b' to 'e' for ignoring");
  }

  @Test
  void distributionsOfRoutes() {
    Demand demand =
        world.readClean(
            """
            <routes>
              <routeDistribution id="d">
                <route id="r1" edges="a b" probability="1"/>
                <route edges="b c" probability="1"/>
                <route refId="r3" probability="2"/>
              </routeDistribution>
              <routeDistribution id="names" routes="r1 r3" probabilities="1 0"/>
              <route id="r3" edges="c a"/>
              <flow id="f" end="1000" number="4000" route="d"/>
              <vehicle id="v" depart="2000" route="names"/>
              <vehicle id="w" depart="2000">
                <routeDistribution>
                  <route edges="c" probability="0"/><route edges="a b c" probability="1"/>
                </routeDistribution>
              </vehicle>
            </routes>
            """);
    List<String> flow = world.ways(demand).subList(0, 4000);
    assertThat(flow.stream().filter(way -> way.endsWith(": a b")).count()).isBetween(900L, 1100L);
    assertThat(flow.stream().filter(way -> way.endsWith(": c a")).count()).isBetween(1900L, 2100L);
    assertThat(world.ways(demand).subList(4000, 4002)).containsExactly("v: a b", "w: a b c");
  }

  @Test
  void thoseWhoWaitToBeTriggeredAreLeftOut() {
    assertThat(
            world
                .read(
                    "<routes><trip id=\"v\" depart=\"triggered\" from=\"a\" to=\"b\"/>"
                        + "<flow id=\"f\" begin=\"triggered\" number=\"2\" from=\"a\" to=\"b\"/>"
                        + "</routes>")
                .departures())
        .isEmpty();
    assertThat(world.findings.hasErrors()).isFalse();
  }

  @Test
  void packedFilesAreRead() throws IOException {
    Path packed = folder.resolve("r.rou.xml.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(
          "<routes><trip id=\"v\" depart=\"0\" from=\"a\" to=\"b\"/></routes>"
              .getBytes(StandardCharsets.UTF_8));
    }
    assertThat(world.ways(world.read(List.of(packed)))).containsExactly("v: a b");
  }

  @Test
  void signalProgramsAreReadInOrder() {
    Demand demand =
        world.readClean(
            """
            <additional>
              <tlLogic id="s" type="static" programID="night" offset="5">
                <phase duration="20" state="Gr" minDur="5" maxDur="30"/>
                <phase duration="10" state="rG"/>
                <param key="a" value="b"/>
              </tlLogic>
              <tlLogic id="s" programID="day"><phase duration="40" state="GG"/></tlLogic>
            </additional>
            """);
    assertThat(demand.programs().get("s")).extracting("id").containsExactly("night", "day");
    assertThat(demand.programs().get("s").get(0).offsetMs()).isEqualTo(5000);
    assertThat(demand.programs().get("s").get(0).cycleMs()).isEqualTo(30_000);
    assertThat(world.network.withPrograms(demand.programs()).signals().get(0).programs())
        .hasSize(3);
  }

  @Test
  void districtsAreSecondToEdges() {
    Demand demand =
        world.readClean(
            """
            <routes>
              <trip id="v" depart="0" from="a" to="b" fromTaz="1" toTaz="2"/>
              <vehicle id="w" depart="0" fromTaz="1" toTaz="2"><route edges="a b"/></vehicle>
            </routes>
            """);
    assertThat(world.ways(demand)).containsExactly("v: a b", "w: a b");
  }

  @Test
  void namesAreUniqueAmongThoseLeftOutToo() {
    world.read(
        """
        <routes>
          <vehicle id="v" depart="0"><route edges="a c"/></vehicle>
          <vehicle id="v" depart="0"><route edges="a b"/></vehicle>
        </routes>
        """);
    assertThat(world.found())
        .containsExactly("0.xml:2:3: warning route-not-connected", "0.xml:3:3: error duplicate-id");
  }
}
