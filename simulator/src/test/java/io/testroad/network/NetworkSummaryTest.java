package io.testroad.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkSummaryTest {

  @TempDir Path directory;

  private static NetworkSummary of(Network network) {
    return NetworkSummary.of(network, RoadGraph.of(network));
  }

  @Test
  void countsAndMeasures() {
    NetworkSummary summary = of(RoutingWorld.read(RoutingWorld.FORK, directory));
    assertThat(summary.roads()).isEqualTo(3);
    assertThat(summary.internalEdges()).isEqualTo(2);
    assertThat(summary.lanes()).isEqualTo(4);
    assertThat(summary.internalLanes()).isEqualTo(2);
    assertThat(summary.junctions())
        .isEqualTo(Map.of(Junction.Kind.DEAD_END, 3, Junction.Kind.PRIORITY, 1));
    assertThat(summary.links()).isEqualTo(2);
    assertThat(summary.signals()).isZero();
    assertThat(summary.roadKm()).isCloseTo(0.15, within(1e-12));
    assertThat(summary.laneKm()).isCloseTo(0.15, within(1e-12));
  }

  @Test
  void warnsOfWhatHindersCars() {
    NetworkSummary summary = of(RoutingWorld.read(RoutingWorld.FORK, directory));
    assertThat(summary.partSizes()).containsExactly(1, 1);
    assertThat(summary.warnings())
        .containsExactly(
            "Roads that end without an exit (2): a, b.",
            "Roads outside the largest connected part (1): b.");
  }

  @Test
  void findsTheParts() {
    NetworkBuilder builder = new NetworkBuilder();
    for (int i = 0; i < 6; i++) {
      builder.add(PlainNode.of("n" + i, 100 * i, 30 * (i % 2), Junction.Kind.PRIORITY));
    }
    // Two-way streets 0-1-2 and 3-4-5, and a one-way road from 2 to 3. Whoever comes to 2 must go
    // on to 3, so only the four roads beyond form a loop.
    for (int i : new int[] {0, 1, 3, 4}) {
      builder.add(PlainRoad.of("e" + i, "n" + i, "n" + (i + 1), 1, 10));
      builder.add(PlainRoad.of("w" + i, "n" + (i + 1), "n" + i, 1, 10));
    }
    builder.add(PlainRoad.of("across", "n2", "n3", 1, 10));
    NetworkSummary summary = of(builder.build());
    assertThat(summary.partSizes()).containsExactly(4, 1, 1, 1, 1, 1);
  }

  @Test
  void describesADistrict() {
    NetworkSummary summary = of(new DistrictNetwork(6, 300).generate(1));
    assertThat(summary.roundabouts()).isEqualTo(1);
    assertThat(summary.warnings()).isEmpty();
    assertThat(summary.signals()).isPositive();
    assertThat(summary.roadKm()).isBetween(40.0, 70.0);
  }
}
