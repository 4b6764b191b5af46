package io.testroad.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ZoneNetworkTest {

  private static ZoneNetwork.Zone zone(double roadKm, double areaKm2, long seed) {
    return new ZoneNetwork(1000 * roadKm, 1e6 * areaKm2).generate(seed).orElseThrow();
  }

  @Property(tries = 6)
  void isAsLongAndAsLargeAsAsked(@ForAll @LongRange(min = 1, max = 1000) long seed) {
    Network network = zone(60, 20, seed).network();
    assertThat(NetworkSummary.roadM(network)).isCloseTo(60_000, within(1200.0));
    Network.Location at = network.location();
    double area = (at.maxX() - at.minX()) * (at.maxY() - at.minY());
    assertThat(area).isCloseTo(20e6, within(1e6));
    NetworkSummary summary = NetworkSummary.of(network, RoadGraph.of(network));
    assertThat(summary.partSizes()).containsExactly(summary.roads());
    assertThat(summary.warnings()).isEmpty();
  }

  @Test
  void aLargeOneHasThreeRingRoadsWithRampsBridgesAndRoundabouts() {
    Network network = zone(1000, 400, 2).network();
    assertThat(roads(network, "ring-3-ccw-")).isNotEmpty();
    assertThat(roads(network, "ring-1-cw-")).isNotEmpty();
    assertThat(roads(network, "ramp-2-ccw-0-")).containsExactlyInAnyOrder("off", "on");
    assertThat(network.edges()).anyMatch(edge -> edge.type().equals("bridge"));
    assertThat(network.roundabouts()).isNotEmpty();
  }

  private static List<String> roads(Network network, String prefix) {
    return network.edges().stream()
        .map(Edge::id)
        .filter(id -> id.startsWith(prefix))
        .map(id -> id.substring(prefix.length()))
        .toList();
  }

  @Test
  void theSameSeedMakesTheSameZone() {
    assertThat(zone(60, 20, 5)).isEqualTo(zone(60, 20, 5));
    assertThat(zone(60, 20, 5)).isNotEqualTo(zone(60, 20, 6));
  }

  @Test
  void cyclesLast90Or120SecondsAndYellowThree() {
    for (Signal signal : zone(100, 40, 1).network().signals()) {
      Signal.Program program = signal.programs().get(0);
      assertThat(program.cycleMs()).isBetween(88_000L, 122_000L);
      assertThat(program.phases())
          .filteredOn(phase -> phase.state().indexOf('y') >= 0)
          .allMatch(phase -> phase.durationMs() == 3000);
    }
  }

  /** Where three wait for one another nobody ever drives. */
  @Test
  void withoutSignalsNobodyWaitsInACircle() {
    Network network = zone(200, 100, 3).network();
    for (Junction junction : network.junctions()) {
      if (junction.signal() < 0) {
        assertThat(hasCircle(junction)).as(junction.id()).isFalse();
      }
    }
  }

  /** Whether taking away those who yield to nobody, again and again, leaves some. */
  private static boolean hasCircle(Junction junction) {
    boolean[] gone = new boolean[junction.requests().size()];
    int left = gone.length;
    boolean found = true;
    while (found) {
      found = false;
      for (int i = 0; i < gone.length; i++) {
        boolean free = junction.requests().get(i).response().stream().allMatch(foe -> gone[foe]);
        if (!gone[i] && free) {
          gone[i] = true;
          left--;
          found = true;
        }
      }
    }
    return left > 0;
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThat(new ZoneNetwork(100_000, 4e6).generate(1)).isEmpty();
    assertThat(new ZoneNetwork(20_000, 100e6).generate(1)).isEmpty();
    assertThat(new ZoneNetwork(1, 1).faults()).hasSize(2);
  }

  @Test
  void areasBecomeZonesOfScenarios() {
    assertThat(ZoneAreas.yaml(zone(60, 20, 5)))
        .contains("zones:\n  center:\n    label: \"Center / 中心城区\"\n    roads: [\"center-*\"]\n");
  }
}
