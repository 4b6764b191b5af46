package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.network.Edge;
import io.testroad.network.Network;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PartitionTest {

  /** A line of five nodes, 500 m apart, driven one way. */
  private static final Network LINE =
      Roads.of(
          """
          node a 0 0
          node b 500 0
          node c 1000 0
          node d 1500 0
          node e 2000 0
          road ab a b
          road bc b c
          road cd c d
          road de d e
          """);

  @ParameterizedTest
  @EnumSource
  void everyLaneIsOwnedAndSizesAreBalanced(TestNetworks world) {
    for (int regions : new int[] {1, 2, 3, 5}) {
      Partition partition = Partition.of(world.network, regions);
      double[] metres = new double[regions];
      world.network.lanes().forEach(l -> metres[partition.regionOf(l.index())] += l.lengthM());
      double fair = Arrays.stream(metres).sum() / regions;
      assertThat(Arrays.stream(metres).max().orElseThrow()).isLessThan(1.8 * fair);
      double least = regions > 3 ? 0 : 0.3 * fair; // few, large parts cannot be cut evenly
      assertThat(Arrays.stream(metres).min().orElseThrow()).isGreaterThanOrEqualTo(least);
    }
  }

  /** What approaches a junction and what is inside it are decided in one place. */
  @ParameterizedTest
  @EnumSource
  void aJunctionAndAllThatApproachesItAreOneRegions(TestNetworks world) {
    Partition partition = Partition.of(world.network, 5);
    int[] ofJunction = new int[world.network.junctions().size()];
    Arrays.fill(ofJunction, -1);
    for (Edge edge : world.network.edges()) {
      for (int j = 0; j < edge.laneCount(); j++) {
        int region = partition.regionOf(edge.firstLane() + j);
        int known = ofJunction[edge.to()];
        assertThat(known == -1 || known == region).as(edge.id()).isTrue();
        ofJunction[edge.to()] = region;
      }
    }
  }

  /** Regions 0, 0, 1, 1, 2 of the nodes: the road to c is region 1's, that to e region 2's. */
  @Test
  void anEdgeBelongsToItsDownstreamJunction() {
    Partition partition = Partition.of(LINE, 3, new int[] {0, 0, 1, 1, 2});
    assertThat(lanes(partition, 0)).isEqualTo(":b_0_0 ab_0");
    assertThat(lanes(partition, 1)).isEqualTo(":c_0_0 :d_0_0 bc_0 cd_0");
    assertThat(lanes(partition, 2)).isEqualTo("de_0");
  }

  private static String lanes(Partition partition, int region) {
    return LINE.lanes().stream()
        .filter(lane -> partition.regionOf(lane.index()) == region)
        .map(lane -> lane.id())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /**
   * 100 m to see: region 0 sees the road behind its junction b (and what leads onto it); region 1
   * sees de ahead, ab behind; region 2 sees cd behind and inside d.
   */
  @Test
  void halosReachAsFarAsTheLookAhead() {
    Partition partition = Partition.of(LINE, 3, new int[] {0, 0, 1, 1, 2});
    Halos halos = Halos.of(RoadTables.of(LINE), partition, 100);
    assertThat(exported(partition, halos, 1, 0)).isEqualTo("bc_0");
    assertThat(exported(partition, halos, 0, 1)).isEqualTo(":b_0_0 ab_0");
    assertThat(exported(partition, halos, 2, 1)).isEqualTo("de_0");
    assertThat(exported(partition, halos, 1, 2)).isEqualTo(":d_0_0 cd_0");
    assertThat(exported(partition, halos, 2, 0)).isEmpty();
    assertThat(exported(partition, halos, 0, 2)).isEmpty();
    assertThat(halos.neighbours(0)).containsExactly(1, 2);
    assertThat(halos.neighbours(1)).containsExactly(0, 2);
    assertThat(halos.neighbours(2)).containsExactly(0, 1);
  }

  /** 600 m to see: over the whole of bc into cd; and what is upstream of these. */
  @Test
  void fartherSightsReachOverMoreRoads() {
    Partition partition = Partition.of(LINE, 3, new int[] {0, 0, 1, 1, 2});
    Halos halos = Halos.of(RoadTables.of(LINE), partition, 600);
    assertThat(exported(partition, halos, 1, 0)).isEqualTo(":c_0_0 bc_0 cd_0");
    assertThat(exported(partition, halos, 0, 2)).isEqualTo("");
    assertThat(exported(partition, halos, 1, 2)).isEqualTo(":c_0_0 :d_0_0 bc_0 cd_0");
  }

  private static String exported(Partition partition, Halos halos, int from, int to) {
    boolean[] seen = halos.seenBy(to);
    return LINE.lanes().stream()
        .filter(lane -> seen[lane.index()] && partition.regionOf(lane.index()) == from)
        .map(lane -> lane.id())
        .sorted()
        .collect(Collectors.joining(" "));
  }
}
