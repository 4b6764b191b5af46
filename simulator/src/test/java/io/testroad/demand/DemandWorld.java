package io.testroad.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.finding.Finding;
import io.testroad.finding.Findings;
import io.testroad.finding.Severity;
import io.testroad.network.Network;
import io.testroad.network.SumoNetworkReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A small world to read demand in: a (two lanes, 100 m) leads to b (200 m), which leads to c (100
 * m, the right of its two lanes for buses) and d (50 m, buses only); c leads back to a; e (80 m) is
 * connected with nothing. The signal s controls both lanes of a.
 */
final class DemandWorld {

  private static final String NET =
      """
      <net>
        <edge id="a" from="A" to="B">
          <lane id="a_0" index="0" speed="10" length="100" shape="0,0 100,0"/>
          <lane id="a_1" index="1" speed="10" length="100" shape="0,3 100,3"/>
        </edge>
        <edge id=":B_0" function="internal">
          <lane id=":B_0_0" index="0" speed="10" length="1" shape="100,0 101,0"/>
        </edge>
        <edge id="b" from="B" to="C">
          <lane id="b_0" index="0" speed="20" length="200" shape="100,0 300,0"/>
        </edge>
        <edge id="c" from="C" to="A">
          <lane id="c_0" index="0" speed="10" length="100" allow="bus" shape="300,0 300,100"/>
          <lane id="c_1" index="1" speed="10" length="100" shape="297,0 297,100"/>
        </edge>
        <edge id="d" from="C" to="D">
          <lane id="d_0" index="0" speed="10" length="50" allow="bus" shape="300,0 350,0"/>
        </edge>
        <edge id="e" from="D" to="E">
          <lane id="e_0" index="0" speed="10" length="80" shape="350,0 430,0"/>
        </edge>
        <tlLogic id="s" type="static" programID="0" offset="0">
          <phase duration="30" state="GG"/>
          <phase duration="30" state="rr"/>
        </tlLogic>
        <junction id="A" type="unregulated" x="0" y="0"/>
        <junction id="B" type="unregulated" x="100" y="0"/>
        <junction id="C" type="unregulated" x="300" y="0"/>
        <junction id="D" type="unregulated" x="350" y="0"/>
        <junction id="E" type="unregulated" x="430" y="0"/>
        <connection from="a" to="b" fromLane="0" toLane="0" tl="s" linkIndex="0"/>
        <connection from="a" to="b" fromLane="1" toLane="0" tl="s" linkIndex="1"/>
        <connection from="b" to="c" fromLane="0" toLane="1"/>
        <connection from="b" to="d" fromLane="0" toLane="0"/>
        <connection from="c" to="a" fromLane="1" toLane="0"/>
      </net>
      """;

  final Path folder;
  final Network network;
  final List<String> searches = new ArrayList<>();
  Findings findings = new Findings();
  long seed = 1;
  long endMs = -1;
  int limit = SumoDemandReader.MAX_DEPARTURES;

  DemandWorld(Path folder) {
    this.folder = folder;
    Findings none = new Findings();
    Optional<Network> read = SumoNetworkReader.read(write("net.xml", NET), none);
    assertThat(none.list()).isEmpty();
    network = read.orElseThrow();
  }

  Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads files of these texts in turn. */
  Demand read(String... texts) {
    List<Path> files =
        IntStream.range(0, texts.length).mapToObj(i -> write(i + ".xml", texts[i])).toList();
    return read(files);
  }

  Demand read(List<Path> files) {
    findings = new Findings();
    return SumoDemandReader.readAtMost(limit, files, network, seed, endMs, this::find, findings);
  }

  /** Reads a text and expects nothing to be found. */
  Demand readClean(String... texts) {
    Demand demand = read(texts);
    assertThat(findings.list()).isEmpty();
    return demand;
  }

  /** Knows the ring a, b, c alone. */
  private Optional<int[]> find(int from, int to, io.testroad.network.VehicleClass vehicleClass) {
    searches.add(name(from) + ">" + name(to) + " " + vehicleClass.written());
    List<String> ring = List.of("a", "b", "c");
    int at = ring.indexOf(name(from));
    if (at < 0 || !ring.contains(name(to))) {
      return Optional.empty();
    }
    List<Integer> way = new ArrayList<>(List.of(from));
    while (way.get(way.size() - 1) != to) {
      at = (at + 1) % 3;
      way.add(network.findEdge(ring.get(at)).orElseThrow());
    }
    return Optional.of(way.stream().mapToInt(Integer::intValue).toArray());
  }

  String name(int edge) {
    return network.edges().get(edge).id();
  }

  /** The edges' ids with blanks between them. */
  String way(Departure departure) {
    return Arrays.stream(departure.edges()).mapToObj(this::name).collect(Collectors.joining(" "));
  }

  /** Each vehicle's name and way, in order. */
  List<String> ways(Demand demand) {
    return demand.departures().stream().map(d -> d.vehicle() + ": " + way(d)).toList();
  }

  /** Each finding as {@code file:line:column: severity code}. */
  List<String> found() {
    return findings.list().stream().map(this::brief).toList();
  }

  private String brief(Finding finding) {
    Path file = Path.of(finding.position().file()).getFileName();
    String severity = finding.severity() == Severity.ERROR ? "error" : "warning";
    return file
        + ":"
        + finding.position().line()
        + ":"
        + finding.position().column()
        + ": "
        + severity
        + " "
        + finding.code();
  }
}
