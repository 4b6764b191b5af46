package io.testroad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BenchTrafficTest {

  private static final int VEHICLES = 60;

  private static final String POLICY =
      """
      testroad-policy: 1
      id: tiny
      name: { en: Tiny, zh: 小 }
      rules: []
      """;

  @TempDir Path folder;
  private String network = "";
  private String routes = "";

  @BeforeEach
  void makeAGrid() throws IOException {
    network = folder.resolve("grid.net.xml").toString();
    Terminal made =
        Terminal.run(
            "network",
            "generate",
            "grid",
            "--columns",
            "4",
            "--rows",
            "3",
            "--spacing",
            "150 m",
            "--out",
            network);
    assertThat(made.exitCode()).isZero();
    routes = Files.writeString(folder.resolve("grid.rou.xml"), routes()).toString();
  }

  /** Trips from edge to edge of the grid, one every two seconds. */
  private String routes() throws IOException {
    List<String> roads =
        Files.readAllLines(Path.of(network)).stream()
            .filter(line -> line.contains("<edge id=\"") && line.contains("from="))
            .map(line -> line.replaceAll(".*<edge id=\"([^\"]*)\".*", "$1"))
            .toList();
    StringBuilder text = new StringBuilder("<routes>\n");
    for (int i = 0; i < VEHICLES; i++) {
      text.append(
          "  <trip id=\"v%d\" depart=\"%d\" from=\"%s\" to=\"%s\"/>\n"
              .formatted(
                  i,
                  2 * i,
                  roads.get(7 * i % roads.size()),
                  roads.get((11 * i + 5) % roads.size())));
    }
    return text.append("</routes>\n").toString();
  }

  private Terminal bench(String... more) {
    List<String> words =
        new ArrayList<>(List.of("bench", "traffic", "--network", network, "--routes", routes));
    words.addAll(List.of(more));
    return Terminal.run(words.toArray(String[]::new));
  }

  private static JsonNode json(Terminal told) throws IOException {
    assertThat(told.exitCode()).as(told.err()).isZero();
    return new ObjectMapper().readTree(told.out());
  }

  @Test
  void jsonHoldsTheFigures() throws IOException {
    JsonNode told = json(bench("--warm-up", "0", "--format", "json"));
    assertThat(told.get("departed").asInt()).isEqualTo(VEHICLES);
    assertThat(told.get("arrived").asInt()).isEqualTo(VEHICLES);
    assertThat(told.get("collisions").asInt()).isZero();
    assertThat(told.get("removed").asInt()).isZero();
    assertThat(told.get("running").asInt() + told.get("waiting").asInt()).isZero();
    assertThat(told.get("reachedLimit").asBoolean()).isFalse();
    assertThat(told.get("measured").asText()).isEqualTo("cold");
    assertThat(told.get("updatesPerSecond").asDouble())
        .isEqualTo(told.get("coldUpdatesPerSecond").asDouble())
        .isEqualTo(told.get("updates").asLong() / told.get("seconds").asDouble());
    assertThat(told.get("meanDurationSeconds").asDouble())
        .isGreaterThan(told.get("meanTimeLossSeconds").asDouble());
    assertThat(told.get("meanDurationSeconds").asDouble() * VEHICLES)
        .as("every vehicle is updated in each second of its trip")
        .isCloseTo(
            told.get("updates").asDouble(), org.assertj.core.data.Offset.offset(2.0 * VEHICLES));
    assertThat(told.get("digest").asText()).matches("sha256:[0-9a-f]{64}");
    assertThat(told.fieldNames())
        .toIterable()
        .contains(
            "loadSeconds",
            "threads",
            "regions",
            "seed",
            "stepLengthSeconds",
            "steps",
            "meanWaitingSeconds",
            "cpuSeconds",
            "allocatedBytesPerUpdate",
            "liveMemoryBytes",
            "peakMemoryBytes")
        .doesNotContain("comparison");
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "1, 3", "2, 2", "2, 3", "3, 2"})
  void theDigestIsTheSameOnAnyThreadsAndRegions(String threads, String regions) throws IOException {
    String[] settings = {"--steps", "150", "--warm-up", "0", "--format", "json"};
    JsonNode one = json(bench(settings));
    String[] more =
        Stream.concat(Stream.of(settings), Stream.of("--threads", threads, "--regions", regions))
            .toArray(String[]::new);
    JsonNode other = json(bench(more));
    assertThat(other.get("digest")).isEqualTo(one.get("digest"));
    assertThat(other.get("updates")).isEqualTo(one.get("updates"));
    assertThat(other.get("regions").asText()).isEqualTo(regions);
  }

  @Test
  void stepsSeedAndStepLengthCount() throws IOException {
    JsonNode one = json(bench("--steps", "50", "--warm-up", "0", "--format", "json"));
    assertThat(one.get("steps").asInt()).isEqualTo(50);
    assertThat(one.get("departed").asInt()).isEqualTo(25);
    assertThat(one.get("meanDurationSeconds").isNull()).isEqualTo(one.get("arrived").asInt() == 0);
    JsonNode halves =
        json(bench("--steps", "100", "--step-length", "0.5", "--warm-up", "0", "--format", "json"));
    assertThat(halves.get("stepLengthSeconds").asDouble()).isEqualTo(0.5);
    assertThat(halves.get("departed").asInt()).isEqualTo(25);
    assertThat(halves.get("digest")).isNotEqualTo(one.get("digest"));
  }

  @Test
  void textSaysWhetherItWasWarm() {
    Terminal told = bench("--steps", "30", "--warm-up", "2", "--repeat", "3");
    assertThat(told.exitCode()).isZero();
    assertThat(told.err()).isEmpty();
    assertThat(told.out())
        .contains("30 steps of 1 s, seed 1, regions 1, threads 1")
        .contains("(warm: after 2 repetitions, median of 3)")
        .contains("cold, in the first repetition")
        .containsPattern("digest sha256:[0-9a-f]{64}\n$");
  }

  @Test
  void aReferenceIsComparedWithAndDrawn() throws IOException {
    Path trips = folder.resolve("trips.xml");
    Path figures = folder.resolve("figures.json");
    assertThat(bench("--warm-up", "0", "--tripinfo", trips.toString()).exitCode()).isZero();
    Path plots = folder.resolve("a/plots");
    Terminal told =
        bench(
            "--warm-up",
            "0",
            "--reference",
            trips.toString(),
            "--plots",
            plots.toString(),
            "--out",
            figures.toString());
    assertThat(told.out())
        .contains("60 trips beside 60 of the reference, 60 with the same id")
        .contains("Kolmogorov–Smirnov distance: duration 0.000, time loss 0.0")
        .contains("durations of trips of equal id differ by 0.00 s on average");
    JsonNode comparison = new ObjectMapper().readTree(Files.readString(figures)).get("comparison");
    assertThat(comparison.get("duration").get("relative").asDouble()).isZero();
    for (String plot : List.of("trip-durations", "trip-durations-cumulative", "running-vehicles")) {
      assertThat(plots.resolve(plot + ".svg"))
          .content()
          .startsWith("<svg ")
          .contains("Testroad", "Reference · 参照");
    }
  }

  @Test
  void aConfigurationNamesTheFilesAndTheTime() throws IOException {
    Path configuration =
        Files.writeString(
            folder.resolve("run.sumocfg"),
            """
            <configuration>
              <input><net-file value="grid.net.xml"/><route-files value="grid.rou.xml"/></input>
              <time><begin value="20"/><end value="60"/><step-length value="0.5"/></time>
            </configuration>
            """);
    JsonNode told =
        json(
            Terminal.run(
                "bench",
                "traffic",
                "--sumo",
                configuration.toString(),
                "--warm-up",
                "0",
                "--format",
                "json"));
    assertThat(told.get("steps").asInt()).isEqualTo(80);
    assertThat(told.get("departed").asInt()).as("those from 20 s to 58 s").isEqualTo(20);
  }

  @Test
  void aScenarioRunsWithItsAgents() throws IOException {
    Files.writeString(folder.resolve("policy.yaml"), POLICY);
    Path file =
        Files.writeString(
            folder.resolve("small.yaml"),
            """
            testroad: 1
            name: Small
            network: grid.net.xml
            policy: policy.yaml
            start: 2025-03-01T08:00:00+08:00
            duration: 2 min
            traffic: [ { routes: grid.rou.xml } ]
            """);
    String[] words = {
      "bench", "traffic", "--scenario", file.toString(), "--warm-up", "0", "--format", "json"
    };
    JsonNode told = json(Terminal.run(words));
    assertThat(told.get("departed").asInt()).isPositive();
    assertThat(told.get("updates").asLong()).isPositive();
    assertThat(told.get("stepLengthSeconds").asDouble()).isEqualTo(0.1);
    Terminal run =
        Terminal.run("run", file.toString(), "--quiet", "--out", folder.resolve("run").toString());
    assertThat(run.out()).contains("digest " + told.get("digest").asText());
  }

  static Stream<List<String>> misuses() {
    return Stream.of(
        List.of("Name the traffic: --network with --routes, --sumo or --scenario."),
        List.of("--network needs --routes.", "--network", "a.net.xml"),
        List.of("Name one of", "--network", "a", "--routes", "b", "--sumo", "c"),
        List.of("--routes and --additional go with --network", "--sumo", "c", "--routes", "b"),
        List.of("--set goes with --scenario.", "--sumo", "c", "--set", "a=b"),
        List.of("A scenario has its own time", "--scenario", "s", "--steps", "5"),
        List.of("as many --regions as --threads", "--scenario", "s", "--regions", "2"),
        List.of("'0' is not a whole number from 1", "--sumo", "c", "--steps", "0"),
        List.of("whole milliseconds", "--sumo", "c", "--step-length", "0.00001"),
        List.of("whole milliseconds", "--sumo", "c", "--step-length", "NaN"));
  }

  @ParameterizedTest
  @MethodSource("misuses")
  void misuseIsExplained(List<String> misuse) {
    List<String> words = new ArrayList<>(List.of("bench", "traffic"));
    words.addAll(misuse.subList(1, misuse.size()));
    Terminal told = Terminal.run(words.toArray(String[]::new));
    assertThat(told.exitCode()).isEqualTo(2);
    assertThat(told.out()).isEmpty();
    assertThat(told.err()).contains(misuse.get(0)).contains("Try 'testroad bench traffic --help'");
  }

  @Test
  void faultsOfFilesAreReportedAtOnce() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.xml"), "<tripinfos><tripinfo id=\"a\"");
    Terminal told =
        bench(
            "--reference", broken.toString(), "--tripinfo", folder.resolve("no/t.xml").toString());
    assertThat(told.exitCode()).isEqualTo(2);
    assertThat(told.err())
        .contains("error [output-unwritable]", "broken.xml:1:", "error [xml-malformed]")
        .endsWith("Nothing was measured: 2 errors, no warnings.\n");
  }

  @Test
  void trafficWithoutVehiclesAndAReferenceWithoutTripsAreFaults() throws IOException {
    Files.writeString(folder.resolve("none.rou.xml"), "<routes/>");
    routes = folder.resolve("none.rou.xml").toString();
    Path trips = Files.writeString(folder.resolve("none.xml"), "<tripinfos/>");
    Terminal told = bench("--reference", trips.toString(), "--format", "json");
    assertThat(told.exitCode()).isEqualTo(2);
    JsonNode refusal = new ObjectMapper().readTree(told.out());
    assertThat(refusal.get("findings").findValuesAsText("code"))
        .containsExactlyInAnyOrder("no-trips", "no-departures");
  }
}
