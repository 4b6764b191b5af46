package io.testroad.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.scenario.Scenario;
import io.testroad.vehicle.IcvSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The scenarios of this folder are valid, meet their expectations, and give the same run with one
 * thread and with two, today as when their digests were taken down. The digests are renewed with
 * {@code -Dtestroad.updateGolden=true}.
 */
class ScenariosTest {

  private static final int[] THREADS = {1, 2};

  static List<String> names() {
    return Shelf.names();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void meetsItsExpectations(String name) {
    Scenario scenario = Shelf.scenario(name);
    assertThat(scenario.expectations().size() + scenario.rulings().size()).isPositive();
    for (int threads : THREADS) {
      assertThat(Shelf.run(name, threads).events(EventType.EXPECTATION_FAILED))
          .as("expectations that %s fails with %d threads", name, threads)
          .isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void isTheSameRunWithAnyNumberOfThreads(String name) throws IOException {
    String digest = Shelf.run(name, 1).digest();
    assertThat(Shelf.run(name, 2).digest()).as("digest with two threads").isEqualTo(digest);
    Path golden = Shelf.golden(name);
    if (Boolean.getBoolean("testroad.updateGolden")) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, digest + "\n");
    }
    assertThat(golden)
        .as("if the run was meant to change, renew it with -Dtestroad.updateGolden=true")
        .hasContent(digest);
  }

  @Test
  void everyDigestBelongsToAScenario() throws IOException {
    Path golden = Shelf.golden("any").getParent();
    try (Stream<Path> digests = Files.walk(golden)) {
      assertThat(
              digests
                  .filter(Files::isRegularFile)
                  .map(file -> golden.relativize(file).toString().replace('\\', '/')))
          .isSubsetOf(names().stream().map(name -> name + ".txt").toList());
    }
  }

  /** Word for word, but for the time it took and the folder; its queries are answered. */
  @ParameterizedTest
  @CsvSource({"README.md, en", "README.zh-CN.md, zh"})
  void theReadmeShowsTheRunAsItIs(String readme, String language, @TempDir Path folder)
      throws IOException, InterruptedException {
    Path told = folder.resolve("told.txt");
    String run = folder.resolve("run").toString();
    testroad(
        told,
        "run",
        home("scenarios/quickstart.yaml").toString(),
        "--lang",
        language,
        "--out",
        run);
    String text = Files.readString(home(readme));
    int begin = text.indexOf("```text\n") + "```text\n".length();
    String shown = text.substring(begin, text.indexOf("```", begin));
    assertThat(lasting(shown)).isEqualTo(lasting(Files.readString(told)));
    Matcher query = Pattern.compile("testroad sql \\S+ \"(.+)\"").matcher(text);
    while (query.find()) {
      testroad(told, "sql", run, query.group(1));
    }
  }

  private static Path home(String file) {
    Path golden = Shelf.golden("any").toAbsolutePath();
    return golden.getParent().getParent().getParent().resolve(file);
  }

  private static void testroad(Path told, String... words)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.testroad.cli.Main"));
    command.addAll(List.of(words));
    Process run =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(told.toFile()).start();
    assertThat(run.waitFor()).as(() -> read(told)).isZero();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lasting(String told) {
    Pattern passing = Pattern.compile("Simulated .*|模拟了.*|The run is in .*|运行结果在.*");
    return told.lines().filter(line -> !passing.matcher(line).matches()).toList();
  }

  @Test
  void automationEndsInTheTickInWhichThePlateEnds() {
    Scenario scenario = Shelf.scenario("plate-expires-on-the-way");
    assertThat(scenario.script()).isEmpty();
    assertThat(scenario.conditionals()).isEmpty();
    assertThat(scenario.icvs()).isNotEmpty().allSatisfy(icv -> endsWithItsPlate(scenario, icv));
  }

  private static void endsWithItsPlate(Scenario scenario, IcvSpec icv) {
    TracedRun run = Shelf.run("plate-expires-on-the-way", 1);
    long lastTick = scenario.clock().firstTickFrom(icv.plate().orElseThrow().validUntil());
    List<Event> exits =
        run.stream(EventType.MODE_CHANGED)
            .filter(event -> event.subject().equals(icv.id().value()))
            .filter(event -> event.attributes().getString("from").equals("automated"))
            .toList();
    assertThat(exits).hasSize(1);
    Event exit = exits.get(0);
    assertThat(exit.tick()).isEqualTo(lastTick);
    assertThat(exit.attributes().getString("cause")).isEqualTo("rule");
    String rule = exit.attributes().getString("rule");
    assertThat(run.stream(EventType.RULING))
        .filteredOn(event -> event.tick() == lastTick)
        .filteredOn(event -> event.subject().equals(icv.id().value()))
        .filteredOn(event -> event.attributes().getString("rule").equals(rule))
        .singleElement()
        .satisfies(ScenariosTest::namesItsReasons);
  }

  private static void namesItsReasons(Event ruling) {
    var attributes = ruling.attributes();
    assertThat(attributes.getString("verdict")).isEqualTo("broken");
    assertThat(attributes.getString("on")).isEqualTo("plate-ended");
    assertThat(attributes.getString("instrument")).isNotBlank();
    assertThat(attributes.getString("article")).isNotBlank();
    assertThat(attributes.getString("facts")).contains("now=", "vehicle.plate.validUntil=");
    assertThat(attributes.getString("consequence")).isNotBlank();
  }

  @Test
  void monthsPassInFewTicks() {
    String name = "six-months-of-permits";
    Scenario scenario = Shelf.scenario(name);
    Duration span = Duration.ofMillis(scenario.lastTick() * scenario.clock().tickMillis());
    assertThat(span).isGreaterThan(Duration.ofDays(150));
    TracedRun run = Shelf.run(name, 1);
    assertThat(run.events(EventType.PLATE_RENEWED)).isNotEmpty();
    assertThat((double) run.states()).isLessThan(span.toSeconds() / 1000.0);
  }
}
