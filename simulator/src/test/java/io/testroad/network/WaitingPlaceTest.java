package io.testroad.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WaitingPlaceTest {

  /** A cross of two-way roads 100 m long with signals, two lanes a direction. */
  private static Network cross() {
    NetworkBuilder builder = new NetworkBuilder().withCityJunctions();
    builder.add(PlainNode.of("C", 0, 0, Junction.Kind.TRAFFIC_LIGHT));
    String[] sides = {"E", "N", "W", "S"};
    for (int i = 0; i < 4; i++) {
      double x = 100 * Math.rint(Math.cos(i * Math.PI / 2));
      double y = 100 * Math.rint(Math.sin(i * Math.PI / 2));
      builder.add(PlainNode.of(sides[i], x, y, Junction.Kind.DEAD_END));
      builder.add(PlainRoad.of(sides[i] + "C", sides[i], "C", 2, 10));
      builder.add(PlainRoad.of("C" + sides[i], "C", sides[i], 2, 10));
    }
    return builder.build();
  }

  private static Link straight(Network network, String lane) {
    return network.linksFrom(network.findLane(lane).orElseThrow()).stream()
        .filter(link -> link.direction() == Link.Direction.STRAIGHT)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void leftTurnsWaitBeforeTheOncomingLanes() {
    Network network = cross();
    Link left = network.linksFrom(network.findLane("WC_1").orElseThrow()).get(0);
    assertThat(left.direction()).isEqualTo(Link.Direction.LEFT);
    Junction junction = network.junctions().get(left.junction());
    assertThat(junction.requests().get(left.requestIndex()).waitsInside()).isTrue();

    Lane first = network.lanes().get(left.via());
    Link onwards = network.linksFrom(first.index()).get(0);
    Lane second = network.lanes().get(onwards.via());
    assertThat(junction.internalLanes().get(left.requestIndex())).isEqualTo(second.index());
    // Oncoming traffic goes straight on along y = 4.8: nobody stands within 2.2 m of that.
    Shape way = first.shape();
    assertThat(way.y()[way.size() - 1]).isBetween(2.2, 2.6);
    assertThat(second.shape().x()[0]).isEqualTo(way.x()[way.size() - 1]);

    Junction place = network.junctions().get(onwards.junction());
    assertThat(place.kind()).isEqualTo(Junction.Kind.INTERNAL);
    assertThat(place.incomingLanes())
        .containsExactly(first.index(), network.findLane("EC_0").orElseThrow());
    assertThat(place.internalLanes()).contains(straight(network, "EC_0").via());
    assertThat(first.lengthM() + second.lengthM())
        .isCloseTo(way.lengthM() + second.shape().lengthM(), within(0.1));
  }

  @Test
  void greenIsSharedByLanesAndLeftTurnsGetTheirOwn() {
    Signal.Program program = cross().signals().get(0).programs().get(0);
    assertThat(program.cycleMs()).isEqualTo(120_000);
    // 120 s less twice 3 + 2 + 3 + 12 s, halved.
    assertThat(program.phases().get(0).durationMs()).isEqualTo(40_000);
    assertThat(program.phases()).extracting(Signal.Phase::durationMs).contains(12_000L);
  }
}
