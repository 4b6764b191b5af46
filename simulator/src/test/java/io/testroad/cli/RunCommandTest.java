package io.testroad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {

  @TempDir Path folder;

  private Path bad() throws Exception {
    return Files.writeString(
        folder.resolve("bad.yaml"),
        """
        testroad: 1
        nmae: Bad
        network: not-there.net.xml
        start: 2025-02-28T23:50:00+08:00
        duration: 20 km
        """);
  }

  @Test
  void badInputWritesNothingAndSaysAllThatIsWrong() throws Exception {
    Path out = folder.resolve("run");
    Path trips = folder.resolve("no-folder").resolve("trips.xml");
    Terminal told =
        Terminal.run(
            "run", bad().toString(), "--out", out.toString(), "--tripinfo", trips.toString());
    assertThat(told.exitCode()).isEqualTo(2);
    assertThat(told.out()).isEmpty();
    assertThat(told.err())
        .contains("bad.yaml:2:1: error [unknown-key]", "Did you mean 'name'?")
        .contains("bad.yaml:3:", "bad.yaml:5:", "error [wrong-unit]")
        .contains("trips.xml: error [output-unwritable]")
        .contains("Nothing was run: ");
    assertThat(out).doesNotExist();
  }

  @Test
  void badInputAsJsonIsOneObject() throws Exception {
    Terminal told =
        Terminal.run(
            "run", bad().toString(), "--format", "json", "--out", folder.resolve("r").toString());
    assertThat(told.exitCode()).isEqualTo(2);
    assertThat(new ObjectMapper().readTree(told.out()).get("errors").asInt())
        .isGreaterThanOrEqualTo(3);
    assertThat(told.err()).isEmpty();
  }

  @Test
  void folderNamesComeFromTheScenariosFile() {
    assertThat(RunFolder.next(Path.of("scenarios", "no-such-scenario.yaml")))
        .isEqualTo(Path.of("runs", "no-such-scenario-1"));
  }
}
