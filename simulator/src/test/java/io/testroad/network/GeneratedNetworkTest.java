package io.testroad.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.finding.Findings;
import java.awt.geom.Line2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every network that is generated. */
class GeneratedNetworkTest {

  static Stream<Arguments> networks() {
    return Stream.of(
        named("grid", new GridNetwork(4, 3, 150, 1, 13.89, false).generate()),
        named("signal-grid", new GridNetwork(4, 4, 200, 2, 13.89, true).generate()),
        named("wide-grid", new GridNetwork(3, 3, 200, 4, 16.67, true).generate()),
        named("ring", new RingNetwork(230, 4, 1, 13.89).generate()),
        named("wide-ring", new RingNetwork(1000, 7, 3, 27.78).generate()),
        named("corridor", new CorridorNetwork(3, 300, 3, 2, 150, 16.67, 11.11, true).generate()),
        named("priority", new CorridorNetwork(2, 300, 2, 1, 150, 16.67, 8.33, false).generate()),
        named("district", new DistrictNetwork(4, 200).generate(1)),
        named("large-district", new DistrictNetwork(9, 300).generate(7)),
        named("zone", new ZoneNetwork(60_000, 20e6).generate(3).orElseThrow().network()),
        named("large-zone", new ZoneNetwork(300_000, 80e6).generate(1).orElseThrow().network()));
  }

  private static Arguments named(String name, Network network) {
    return Arguments.of(name, network);
  }

  @TempDir Path directory;

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void readsBackAsWritten(String name, Network network) throws IOException {
    Path file = directory.resolve(name + ".net.xml.gz");
    SumoNetworkWriter.write(network, file);
    Findings findings = new Findings();
    Optional<Network> read = SumoNetworkReader.read(file, findings);
    assertThat(findings.list()).isEmpty();
    Network back = read.orElseThrow();
    assertThat(back.edges()).isEqualTo(network.edges());
    assertThat(back.lanes()).isEqualTo(network.lanes());
    assertThat(back.junctions()).isEqualTo(network.junctions());
    assertThat(back.links()).isEqualTo(network.links());
    assertThat(back).isEqualTo(network);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void everyRoadReachesEveryOther(String name, Network network) {
    NetworkSummary summary = NetworkSummary.of(network, RoadGraph.of(network));
    assertThat(summary.warnings()).isEmpty();
    assertThat(summary.partSizes()).containsExactly(summary.roads());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void pathsBeginAndEndWhereTheirLanesDo(String name, Network network) {
    for (Link link : movements(network)) {
      Shape from = network.lanes().get(link.fromLane()).shape();
      Shape inside = network.lanes().get(link.via()).shape();
      Shape to = network.lanes().get(link.toLane()).shape();
      assertThat(gapM(from, from.size() - 1, inside, 0)).isZero();
      int behind = network.linksFrom(link.via()).get(0).via();
      if (behind >= 0) {
        Shape rest = network.lanes().get(behind).shape();
        assertThat(gapM(inside, inside.size() - 1, rest, 0)).isZero();
        inside = rest;
      }
      assertThat(gapM(inside, inside.size() - 1, to, 0)).isZero();
    }
  }

  private static double gapM(Shape a, int i, Shape b, int j) {
    return Math.hypot(a.x()[i] - b.x()[j], a.y()[i] - b.y()[j]);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void waysThatCrossAreFoesBothWays(String name, Network network) {
    for (Junction junction : network.junctions()) {
      List<Link> links = movements(network, junction);
      assertThat(links).hasSameSizeAs(junction.requests());
      for (Link a : links) {
        for (Link b : links) {
          boolean foes = junction.requests().get(a.requestIndex()).foes().get(b.requestIndex());
          if (a.fromLane() != b.fromLane() && (a.toLane() == b.toLane() || cross(network, a, b))) {
            assertThat(foes).as("%s and %s", a, b).isTrue();
          }
          assertThat(junction.requests().get(b.requestIndex()).foes().get(a.requestIndex()))
              .isEqualTo(foes);
        }
      }
    }
  }

  private static boolean cross(Network network, Link a, Link b) {
    Shape first = network.lanes().get(a.via()).shape();
    Shape second = network.lanes().get(b.via()).shape();
    for (int i = 0; i + 1 < first.size(); i++) {
      for (int j = 0; j + 1 < second.size(); j++) {
        if (Line2D.linesIntersect(
            first.x()[i],
            first.y()[i],
            first.x()[i + 1],
            first.y()[i + 1],
            second.x()[j],
            second.y()[j],
            second.x()[j + 1],
            second.y()[j + 1])) {
          return true;
        }
      }
    }
    return false;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void ofTwoFoesExactlyOneYields(String name, Network network) {
    for (Junction junction : network.junctions()) {
      List<Junction.Request> requests = junction.requests();
      for (int i = 0; i < requests.size(); i++) {
        for (int j = 0; j < requests.size(); j++) {
          boolean foes = requests.get(i).foes().get(j);
          boolean yields = requests.get(i).response().get(j);
          boolean other = requests.get(j).response().get(i);
          assertThat(foes ? yields ^ other : !yields && !other).isTrue();
        }
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void signalsAreSafe(String name, Network network) {
    for (Junction junction : network.junctions()) {
      if (junction.signal() >= 0) {
        List<Signal.Phase> phases =
            network.signals().get(junction.signal()).programs().get(0).phases();
        for (int p = 0; p < phases.size(); p++) {
          String next = phases.get((p + 1) % phases.size()).state();
          checkPhase(junction, phases.get(p).state(), next);
        }
        for (int i = 0; i < junction.requests().size(); i++) {
          int place = i;
          assertThat(phases).anyMatch(phase -> "gG".indexOf(phase.state().charAt(place)) >= 0);
        }
      }
    }
  }

  /** Of foes that move at once one yields; red does not follow green. */
  private static void checkPhase(Junction junction, String state, String next) {
    for (int i = 0; i < state.length(); i++) {
      char letter = state.charAt(i);
      boolean green = letter == 'G' || letter == 'g';
      assertThat(green && next.charAt(i) == 'r').isFalse();
      assertThat(letter == 'y' && next.charAt(i) != 'r').isFalse();
      for (int j = 0; j < state.length(); j++) {
        if (letter == 'G' && state.charAt(j) == 'G') {
          assertThat(junction.requests().get(i).foes().get(j)).isFalse();
        }
      }
    }
  }

  private static List<Link> movements(Network network) {
    return network.links().stream().filter(link -> link.requestIndex() >= 0).toList();
  }

  private static List<Link> movements(Network network, Junction junction) {
    return movements(network).stream().filter(link -> link.junction() == junction.index()).toList();
  }
}
