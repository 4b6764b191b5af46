package io.testroad.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoadGraphTest {

  @TempDir Path directory;
  private Network network;
  private RoadGraph graph;
  private int a;
  private int b;
  private int c;

  @BeforeEach
  void read() {
    network = RoutingWorld.read(RoutingWorld.FORK, directory);
    graph = RoadGraph.of(network);
    a = RoutingWorld.edge(network, "a");
    b = RoutingWorld.edge(network, "b");
    c = RoutingWorld.edge(network, "c");
  }

  @Test
  void followingRoadsAscend() {
    assertThat(graph.following(a)).containsExactly(b, c);
    assertThat(graph.following(b)).isEmpty();
    assertThat(graph.following(RoutingWorld.edge(network, ":J_0"))).isEmpty();
  }

  @Test
  void someLaneIsEnoughToAllow() {
    assertThat(graph.allows(b, VehicleClass.PASSENGER)).isTrue();
    assertThat(graph.allows(b, VehicleClass.BUS)).isTrue();
    assertThat(graph.allows(b, VehicleClass.BICYCLE)).isFalse();
    assertThat(graph.allows(c, VehicleClass.PASSENGER)).isFalse();
    assertThat(graph.allows(c, VehicleClass.IGNORING)).isTrue();
  }

  @Test
  void aLinkMustAllowAllAlong() {
    assertThat(graph.connects(a, b, VehicleClass.BUS)).isTrue();
    assertThat(graph.connects(a, b, VehicleClass.PASSENGER)).isFalse();
    assertThat(graph.connects(a, b, VehicleClass.IGNORING)).isTrue();
    assertThat(graph.connects(a, c, VehicleClass.BICYCLE)).isTrue();
    assertThat(graph.connects(b, a, VehicleClass.BUS)).isFalse();
  }

  @Test
  void timesAreThoseAtTheLimits() {
    assertThat(graph.freeFlowSeconds(a)).isEqualTo(10);
    assertThat(graph.freeFlowSeconds(b)).isEqualTo(4);
    assertThat(graph.turnSeconds(a, b)).isCloseTo(2, within(1e-12));
    assertThat(graph.turnSeconds(a, c)).isCloseTo(2, within(1e-12));
    assertThat(graph.turnSeconds(b, c)).isInfinite();
  }
}
