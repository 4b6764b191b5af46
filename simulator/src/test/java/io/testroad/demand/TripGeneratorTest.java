package io.testroad.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.testroad.finding.Findings;
import io.testroad.network.Network;
import io.testroad.network.RoadGraph;
import io.testroad.network.Router;
import io.testroad.network.VehicleClass;
import io.testroad.network.ZoneNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TripGeneratorTest {

  private static final Network ZONE =
      new ZoneNetwork(60_000, 20e6).generate(3).orElseThrow().network();
  private static final double SEVEN = 7 * 3600.0;
  private static final double EIGHT = 8 * 3600.0;

  @TempDir Path folder;

  private static TripGenerator generator(long seed) {
    return new TripGenerator(ZONE, DayProfile.DAY, Double.NaN, 0.1, seed);
  }

  private static GeneratedTrips trips(int count, long seed) {
    return generator(seed).departing(count, SEVEN, EIGHT, share -> {});
  }

  @Test
  void theSameSeedMakesTheSameFile() throws IOException {
    Path first = folder.resolve("a.rou.xml");
    Path second = folder.resolve("b.rou.xml");
    SumoRouteWriter.write(trips(50, 1), ZONE, first);
    SumoRouteWriter.write(trips(50, 1), ZONE, second);
    assertThat(first).hasSameTextualContentAs(second);
    SumoRouteWriter.write(trips(50, 2), ZONE, second);
    assertThat(Files.readString(second)).isNotEqualTo(Files.readString(first));
  }

  @Test
  void whatIsWrittenIsReadWithoutAFinding() throws IOException {
    Path file = folder.resolve("trips.rou.xml.gz");
    GeneratedTrips trips = trips(200, 1);
    SumoRouteWriter.write(trips, ZONE, file);
    Findings findings = new Findings();
    Router router = new Router(RoadGraph.of(ZONE));
    Demand demand =
        SumoDemandReader.read(
            List.of(file),
            ZONE,
            1,
            (from, to, vehicleClass) -> router.find(from, to, vehicleClass),
            findings);
    assertThat(findings.list()).isEmpty();
    assertThat(demand.types()).extracting(VehicleType::id).contains("car", "truck");
    assertThat(demand.departures()).hasSameSizeAs(trips.trips());
    for (int i = 0; i < 200; i++) {
      Departure read = demand.departures().get(i);
      assertThat(read.edges()).isEqualTo(trips.trips().get(i).edges());
      assertThat(read.departMs())
          .isEqualTo(trips.trips().get(i).departMs())
          .isBetween(0L, 3600_000L);
    }
  }

  @Test
  void underWayIsAsLittlesLawSays() {
    GeneratedTrips steady = generator(1).underWay(300, SEVEN, SEVEN + 600, true, share -> {});
    long atOnce = steady.trips().stream().filter(trip -> trip.departMs() == 0).count();
    assertThat((double) atOnce).isCloseTo(300, within(45.0));
    // 300 vehicles over the mean trip, for ten minutes.
    double departing = 300 / steady.meanTripS() * 600;
    assertThat((double) (steady.trips().size() - atOnce))
        .isCloseTo(departing, within(0.2 * departing));
  }

  @Test
  void departuresFollowTheProfile() {
    DayProfile profile = new DayProfile(shares(3, 1));
    assertThat(profile.timeOf(0.75, 0, 7200)).isEqualTo(3600);
    assertThat(profile.timeOf(0.375, 0, 7200)).isEqualTo(1800);
    assertThat(profile.timeOf(1, 0, 86_400)).isEqualTo(7200);
    assertThat(profile.sum(7200, 86_400)).isZero();
  }

  private static List<Double> shares(double first, double second) {
    List<Double> shares = new java.util.ArrayList<>(Collections.nCopies(24, 0.0));
    shares.set(0, first);
    shares.set(1, second);
    return shares;
  }

  @Test
  void aBadProfileIsAFinding() throws IOException {
    assertThat(codes("1 2 three\n")).containsExactly("bad-profile");
    assertThat(codes("1, 2, 3 # too few\n")).containsExactly("bad-profile");
    assertThat(codes("0 ".repeat(24))).containsExactly("bad-profile");
    assertThat(codes("1\n".repeat(24))).isEmpty();
    Findings findings = new Findings();
    DayProfile.read(folder.resolve("none"), findings);
    assertThat(findings.list().get(0).code()).isEqualTo("file-unreadable");
  }

  private List<String> codes(String text) throws IOException {
    Findings findings = new Findings();
    DayProfile.read(Files.writeString(folder.resolve("p.txt"), text), findings);
    return findings.list().stream().map(finding -> finding.code()).toList();
  }

  @Test
  void severalRoutesOfOneSearchAreThoseOfSingleOnes() {
    RoadGraph graph = RoadGraph.of(ZONE);
    Router router = new Router(graph);
    int[] roads = ZONE.edges().stream().filter(e -> e.isRoad()).mapToInt(e -> e.index()).toArray();
    List<int[]> all =
        router.findAll(roads[0], roads, VehicleClass.PASSENGER, graph::freeFlowSeconds);
    for (int i = 0; i < roads.length; i++) {
      assertThat(all.get(i))
          .isEqualTo(router.find(roads[0], roads[i], VehicleClass.PASSENGER).orElseThrow());
    }
  }
}
