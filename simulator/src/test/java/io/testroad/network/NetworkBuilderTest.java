package io.testroad.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkBuilderTest {

  /** A cross of two-way roads 100 m long; from the west and to the east with given lanes. */
  private static Network cross(Junction.Kind kind, int lanes, int mainPriority) {
    NetworkBuilder builder = new NetworkBuilder();
    builder.add(PlainNode.of("C", 0, 0, kind));
    String[] sides = {"E", "N", "W", "S"};
    for (int i = 0; i < 4; i++) {
      double x = 100 * Math.rint(Math.cos(i * Math.PI / 2));
      double y = 100 * Math.rint(Math.sin(i * Math.PI / 2));
      builder.add(PlainNode.of(sides[i], x, y, Junction.Kind.DEAD_END));
      int priority = i % 2 == 0 ? mainPriority : 1;
      builder.add(PlainRoad.of(sides[i] + "C", sides[i], "C", lanes, 10).withPriority(priority));
      builder.add(PlainRoad.of("C" + sides[i], "C", sides[i], lanes, 10).withPriority(priority));
    }
    return builder.build();
  }

  private static String turns(Network network, String road) {
    StringBuilder text = new StringBuilder();
    Edge edge = network.edges().get(RoutingWorld.edge(network, road));
    for (int i = 0; i < edge.laneCount(); i++) {
      for (Link link : network.linksFrom(edge.firstLane() + i)) {
        Lane to = network.lanes().get(link.toLane());
        text.append(text.length() == 0 ? "" : " ")
            .append(i)
            .append(link.direction().letter())
            .append(to.id());
      }
    }
    return text.toString();
  }

  private static Link link(Network network, String from, String to) {
    return network.links().stream()
        .filter(l -> l.requestIndex() >= 0)
        .filter(l -> network.lanes().get(l.fromLane()).id().equals(from))
        .filter(l -> network.lanes().get(l.toLane()).id().equals(to))
        .findFirst()
        .orElseThrow();
  }

  private static boolean yields(Network network, Link link, Link to) {
    Junction junction = network.junctions().get(link.junction());
    return junction.requests().get(link.requestIndex()).response().get(to.requestIndex());
  }

  @Test
  void lanesLieRightOfTheMiddleLine() {
    Network network = cross(Junction.Kind.PRIORITY, 2, 1);
    Edge west = network.edges().get(RoutingWorld.edge(network, "WC"));
    // Cut: 4 m at the dead end; at the crossing two lanes of 3.2 m and a corner of 4 m.
    assertThat(network.lanes().get(west.firstLane()).shape())
        .isEqualTo(new Shape(new double[] {-96, -10.4}, new double[] {-4.8, -4.8}));
    assertThat(network.lanes().get(west.firstLane() + 1).shape())
        .isEqualTo(new Shape(new double[] {-96, -10.4}, new double[] {-1.6, -1.6}));
    assertThat(network.lengthM(west.index())).isEqualTo(85.6);
  }

  @Test
  void aRoadWithoutPartnerLiesAstrideOfItsLine() {
    Network network =
        new NetworkBuilder()
            .add(PlainNode.of("A", 0, 0, Junction.Kind.DEAD_END))
            .add(PlainNode.of("B", 100, 0, Junction.Kind.DEAD_END))
            .add(PlainRoad.of("ab", "A", "B", 2, 10))
            .build();
    assertThat(network.lanes().get(0).shape().y()).containsExactly(-1.6, -1.6);
    assertThat(network.lanes().get(1).shape().y()).containsExactly(1.6, 1.6);
    assertThat(network.links()).isEmpty();
    assertThat(network.junctions().get(1).requests()).isEmpty();
  }

  @Test
  void lanesTurn() {
    assertThat(turns(cross(Junction.Kind.PRIORITY, 1, 1), "WC")).isEqualTo("0rCS_0 0sCE_0 0lCN_0");
    assertThat(turns(cross(Junction.Kind.PRIORITY, 2, 1), "WC"))
        .isEqualTo("0rCS_0 0sCE_0 1sCE_1 1lCN_1");
    assertThat(turns(cross(Junction.Kind.PRIORITY, 3, 1), "WC"))
        .isEqualTo("0rCS_0 0sCE_0 1sCE_1 2lCN_2");
    assertThat(turns(cross(Junction.Kind.PRIORITY, 4, 1), "WC"))
        .isEqualTo("0rCS_0 1sCE_1 2sCE_2 3lCN_3");
  }

  @Test
  void atADeadEndAllLanesTurnBack() {
    assertThat(turns(cross(Junction.Kind.PRIORITY, 2, 1), "CE")).isEqualTo("0tEC_0 1tEC_1");
  }

  @Test
  void aWideningRoadOpensALane() {
    assertThat(turns(chain(2, 3), "ab")).isEqualTo("0sbc_0 1sbc_1 1sbc_2");
  }

  @Test
  void aNarrowingRoadMergesAndTheLeftLaneYields() {
    Network network = chain(3, 2);
    assertThat(turns(network, "ab")).isEqualTo("0sbc_0 1sbc_1 2sbc_1");
    assertThat(yields(network, link(network, "ab_2", "bc_1"), link(network, "ab_1", "bc_1")))
        .isTrue();
  }

  private static Network chain(int lanes, int nextLanes) {
    return new NetworkBuilder()
        .add(PlainNode.of("A", 0, 0, Junction.Kind.DEAD_END))
        .add(PlainNode.of("B", 100, 0, Junction.Kind.PRIORITY))
        .add(PlainNode.of("C", 200, 0, Junction.Kind.DEAD_END))
        .add(PlainRoad.of("ab", "A", "B", lanes, 10))
        .add(PlainRoad.of("bc", "B", "C", nextLanes, 10))
        .build();
  }

  @Test
  void theMinorRoadYields() {
    Network network = cross(Junction.Kind.PRIORITY, 1, 2);
    Link main = link(network, "WC_0", "CE_0");
    Link minor = link(network, "SC_0", "CN_0");
    assertThat(yields(network, minor, main)).isTrue();
    assertThat(yields(network, main, minor)).isFalse();
    assertThat(main.state()).isEqualTo('M');
    assertThat(minor.state()).isEqualTo('m');
    Link left = link(network, "EC_0", "CS_0");
    assertThat(yields(network, left, main)).isTrue();
    assertThat(yields(network, minor, left)).isTrue();
  }

  @Test
  void rightGoesBeforeLeft() {
    Network network = cross(Junction.Kind.RIGHT_BEFORE_LEFT, 1, 2);
    Link fromWest = link(network, "WC_0", "CE_0");
    Link fromSouth = link(network, "SC_0", "CN_0");
    assertThat(yields(network, fromWest, fromSouth)).isTrue();
    assertThat(yields(network, fromSouth, fromWest)).isFalse();
  }

  @Test
  void whoMustStopIsMarked() {
    Network network = cross(Junction.Kind.PRIORITY_STOP, 1, 2);
    assertThat(link(network, "SC_0", "CN_0").state()).isEqualTo('s');
    assertThat(link(network, "EC_0", "CS_0").state()).isEqualTo('m');
    Network all = cross(Junction.Kind.ALLWAY_STOP, 1, 1);
    Link west = link(all, "WC_0", "CE_0");
    Link south = link(all, "SC_0", "CN_0");
    assertThat(yields(all, west, south) && yields(all, south, west)).isTrue();
    assertThat(west.state()).isEqualTo('w');
  }

  @Test
  void waysBesideEachOtherFormOneInternalEdge() {
    Network network = cross(Junction.Kind.PRIORITY, 2, 1);
    Link first = link(network, "WC_0", "CE_0");
    Link second = link(network, "WC_1", "CE_1");
    assertThat(second.via()).isEqualTo(first.via() + 1);
    Lane inside = network.lanes().get(second.via());
    assertThat(inside.id()).isEqualTo(":C_" + first.requestIndex() + "_1");
    assertThat(inside.lengthM()).isEqualTo(20.8);
    assertThat(inside.speedLimitMps()).isEqualTo(10);
  }

  @Test
  void turnsAreDrivenSlowlyAlongArcs() {
    Network network = cross(Junction.Kind.PRIORITY, 1, 1);
    Lane right = network.lanes().get(link(network, "WC_0", "CS_0").via());
    // From (-7.2, -1.6) to (-1.6, -7.2): a quarter circle of 5.6 m is 8.80 m long.
    assertThat(right.lengthM()).isCloseTo(8.8, within(0.06));
    assertThat(right.speedLimitMps()).isCloseTo(Math.sqrt(5.5 * 5.6), within(0.4));
  }

  @Test
  void signalsHaveTwoPhasesWithoutLanesForTurningLeft() {
    Signal signal = cross(Junction.Kind.TRAFFIC_LIGHT, 1, 1).signals().get(0);
    assertThat(signal.programs().get(0).phases())
        .extracting(Signal.Phase::state)
        .containsExactly(
            "GGgrrrGGgrrr",
            "yyyrrryyyrrr",
            "rrrrrrrrrrrr",
            "rrrGGgrrrGGg",
            "rrryyyrrryyy",
            "rrrrrrrrrrrr");
  }

  @Test
  void lanesForTurningLeftHaveGreenOfTheirOwn() {
    Signal signal = cross(Junction.Kind.TRAFFIC_LIGHT, 3, 1).signals().get(0);
    List<Signal.Phase> phases = signal.programs().get(0).phases();
    assertThat(phases)
        .extracting(Signal.Phase::state)
        .startsWith(
            "GGGgrrrrGGGgrrrr",
            "yyygrrrryyygrrrr",
            "rrrGrrrrrrrGrrrr",
            "rrryrrrrrrryrrrr",
            "rrrrrrrrrrrrrrrr",
            "rrrrGGGgrrrrGGGg");
    assertThat(signal.programs().get(0).cycleMs()).isEqualTo(120_000);
  }

  @Test
  void permissionsDecideWhatIsConnected() {
    Permissions bus = new Permissions(VehicleClass.BUS.bit());
    Permissions tram = new Permissions(VehicleClass.TRAM.bit());
    Network network =
        new NetworkBuilder()
            .add(PlainNode.of("A", 0, 0, Junction.Kind.DEAD_END))
            .add(PlainNode.of("B", 100, 0, Junction.Kind.PRIORITY))
            .add(PlainNode.of("C", 200, 0, Junction.Kind.DEAD_END))
            .add(PlainNode.of("D", 100, 100, Junction.Kind.DEAD_END))
            .add(PlainRoad.of("ab", "A", "B", 1, 10))
            .add(PlainRoad.of("bc", "B", "C", 1, 10).withPermissions(bus))
            .add(PlainRoad.of("db", "D", "B", 1, 10).withPermissions(tram))
            .build();
    assertThat(turns(network, "ab")).isEqualTo("0sbc_0");
    assertThat(turns(network, "db")).isEmpty();
    assertThat(network.lanes().get(0).permissions()).isEqualTo(bus);
  }

  @Test
  void ringsOfRoundaboutsGoFirst() {
    Network network = new DistrictNetwork(4, 200).generate(1);
    Link ring = link(network, "roundabout-0_0", "roundabout-1_0");
    Junction junction = network.junctions().get(ring.junction());
    assertThat(junction.id()).isEqualTo("roundabout-n");
    assertThat(junction.requests().get(ring.requestIndex()).response().isEmpty()).isTrue();
    assertThat(network.roundabouts()).hasSize(1);
    assertThat(network.roundabouts().get(0))
        .extracting(edge -> network.edges().get(edge).id())
        .containsExactly("roundabout-0", "roundabout-1", "roundabout-2", "roundabout-3");
  }

  @Test
  void refusesWhatCannotBeBuilt() {
    NetworkBuilder builder = new NetworkBuilder().add(PlainRoad.of("ab", "A", "B", 1, 10));
    assertThatIllegalArgumentException().isThrownBy(builder::build);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.add(PlainRoad.of("ab", "A", "B", 1, 10)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.add(PlainNode.of("A", 0, 0, Junction.Kind.RAIL_SIGNAL)));
    assertThatIllegalArgumentException().isThrownBy(() -> PlainRoad.of("x", "A", "A", 1, 10));
  }
}
