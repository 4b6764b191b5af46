package io.testroad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchModelsTest {

  @TempDir private Path folder = Path.of("");

  private static Terminal bench(String... more) {
    List<String> words = new java.util.ArrayList<>(List.of("bench", "models"));
    words.addAll(List.of(more));
    return Terminal.run(words.toArray(String[]::new));
  }

  @Test
  void jsonIsAnArrayOfRows() throws IOException {
    Terminal told = bench("--case", "AF-16", "--case", "af-18", "--format", "json");
    assertThat(told.exitCode()).isZero();
    JsonNode rows = new ObjectMapper().readTree(told.out());
    assertThat(rows.isArray()).isTrue();
    assertThat(rows).hasSize(24);
    for (JsonNode row : rows) {
      assertThat(row.get("case").asText()).matches("AF-1[68]");
      assertThat(row.get("row").asText()).isNotEmpty();
      double apart = Math.abs(row.get("measured").asDouble() - row.get("expected").asDouble());
      assertThat(apart).isLessThanOrEqualTo(row.get("tolerance").asDouble());
      assertThat(row.get("ok").asBoolean()).isTrue();
    }
  }

  @Test
  void textTellsTheVerdict() {
    Terminal told = bench("--case", "AF-03", "--set", "city.a=1.1");
    assertThat(told.exitCode()).isZero();
    assertThat(told.out())
        .contains("city, from 0 to 50 km/h, time", "not judged")
        .contains("published parameters only")
        .contains("all within tolerance.");
  }

  @Test
  void aRowOutOfToleranceEndsWithOne() {
    // Steps longer than the headway: Krauss' gap is no longer v·tau + s0.
    Terminal told = bench("--case", "AF-06", "--set", "krauss.step=3", "--format", "json");
    assertThat(told.exitCode()).isEqualTo(ExitCode.EXPECTATION_FAILED);
  }

  @Test
  void badInputIsToldAtOnce() throws IOException {
    Terminal told = bench("--set", "town.tau=1", "--set", "city.tau=1 m");
    assertThat(told.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(told.err()).contains("unknown-key", "wrong-unit", "Nothing was measured");
    Path file = folder.resolve("bad.yaml");
    Files.writeString(file, "city:\n  taw: 1\n");
    told = bench("--parameters", file.toString(), "--format", "json");
    assertThat(told.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(told.out()).contains("\"line\": 2", "tau");
  }

  @Test
  void aWorldThatCannotBeIsAFinding() {
    Terminal told = bench("--case", "AF-04", "--set", "ring.vehicles=90");
    assertThat(told.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(told.err()).contains("unbuildable-world");
  }

  @Test
  void anUnknownCaseIsAFaultOfUsage() {
    Terminal told = bench("--case", "AF-99");
    assertThat(told.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(told.err()).contains("There is no case 'AF-99'");
  }

  @Test
  void printedParametersCanBeGivenBack() throws IOException {
    Terminal printed = bench("--print-parameters");
    assertThat(printed.exitCode()).isZero();
    Path file = folder.resolve("all.yaml");
    Files.writeString(file, printed.out());
    Terminal told = bench("--case", "AF-16", "--parameters", file.toString());
    assertThat(told.exitCode()).isZero();
  }
}
