package io.testroad.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.finding.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SumoNetworkWriterTest {

  @TempDir Path directory;

  private static Network roundTrip(Network network, Path file) throws IOException {
    SumoNetworkWriter.write(network, file);
    Findings findings = new Findings();
    Network read = SumoNetworkReader.read(file, findings).orElseThrow();
    assertThat(findings.list()).isEmpty();
    return read;
  }

  @Test
  void whatWasReadComesBack() throws IOException {
    Network network = RoutingWorld.read(RoutingWorld.FORK, directory);
    assertThat(roundTrip(network, directory.resolve("again.net.xml"))).isEqualTo(network);
  }

  @Test
  void losesNothing() throws IOException {
    NetworkBuilder builder = new NetworkBuilder();
    builder.add(PlainNode.of("A&\"<", 0.125, -0.001, Junction.Kind.DEAD_END).withName("Wŭ 一\n二"));
    builder.add(PlainNode.of("B", 100, 0, Junction.Kind.TRAFFIC_LIGHT).withSignalOffsetMs(12_345));
    builder.add(PlainNode.of("C", 200, 30, Junction.Kind.DEAD_END));
    Permissions notBuses = new Permissions(~VehicleClass.BUS.bit());
    Permissions taxis = new Permissions(VehicleClass.TAXI.bit() | VehicleClass.HOV.bit());
    builder.add(PlainRoad.of("ab", "A&\"<", "B", 2, 13.89).withPermissions(notBuses));
    builder.add(PlainRoad.of("bc", "B", "C", 1, 8.333).withPermissions(taxis).withPriority(-3));
    Network built = builder.build();
    List<Lane> lanes = new ArrayList<>(built.lanes());
    lanes.set(0, odd(lanes.get(0)));
    Network network =
        Network.of(
            built.edges(),
            lanes,
            built.junctions(),
            built.links(),
            built.signals(),
            built.roundabouts(),
            new Network.Location(-1.5, 2e7, -0.0, 1 / 3.0, 4, 5, "+proj=utm +zone=50"));
    Network back = roundTrip(network, directory.resolve("odd.net.xml.gz"));
    assertThat(back).isEqualTo(network);
    assertThat(back.location()).isEqualTo(network.location());
  }

  private static Lane odd(Lane lane) {
    return new Lane(
        lane.index(),
        lane.id(),
        lane.edge(),
        lane.indexOnEdge(),
        12.345678901234567,
        1e-3,
        2.75,
        Permissions.NONE,
        new Permissions(VehicleClass.EMERGENCY.bit()),
        Permissions.NONE,
        new Shape(new double[] {-0.0, 1e-7, 123456789.01}, new double[] {1 / 3.0, 5, -0.005}));
  }

  @Test
  void theSameNetworkMakesTheSameBytes() throws IOException {
    Network network = new DistrictNetwork(4, 200).generate(9);
    Path first = directory.resolve("first.net.xml.gz");
    Path second = directory.resolve("second.net.xml.gz");
    SumoNetworkWriter.write(network, first);
    SumoNetworkWriter.write(network, second);
    assertThat(Files.readAllBytes(first)).isEqualTo(Files.readAllBytes(second));
  }

  @Property(tries = 6)
  void generatedNetworksComeBack(
      @ForAll @IntRange(min = 4, max = 6) int size,
      @ForAll @IntRange(min = 150, max = 500) int spacingM,
      @ForAll long seed)
      throws IOException {
    Path file = Files.createTempFile("district", ".net.xml");
    try {
      Network network = new DistrictNetwork(size, spacingM).generate(seed);
      assertThat(roundTrip(network, file)).isEqualTo(network);
    } finally {
      Files.delete(file);
    }
  }
}
