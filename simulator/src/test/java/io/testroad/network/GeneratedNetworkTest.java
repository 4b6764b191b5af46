package io.testroad.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.finding.Findings;
import java.io.IOException;
import java.nio.file.Path;
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
        named("large-district", new DistrictNetwork(9, 300).generate(7)));
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
    String keep = System.getProperty("testroad.keep", "");
    if (!keep.isEmpty()) {
      SumoNetworkWriter.write(network, Path.of(keep, name + ".net.xml"));
    }
  }
}
