package io.testroad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkCommandTest {

  @TempDir Path folder;

  @Test
  void aGeneratedGridIsDescribed() {
    String file = folder.resolve("grid.net.xml").toString();
    Terminal made =
        Terminal.run(
            "network",
            "generate",
            "grid",
            "--columns",
            "3",
            "--rows",
            "3",
            "--spacing",
            "100 m",
            "--lanes",
            "1",
            "--out",
            file);
    assertThat(made.exitCode()).isZero();
    assertThat(made.out())
        .matches("(?s).*grid.net.xml: 24 roads of 2\\.\\d\\d km in all, signals: 1\n");

    Terminal told = Terminal.run("network", "info", file);
    assertThat(told.exitCode()).isZero();
    assertThat(told.out())
        .startsWith(file)
        .contains("  roads        24\n", "  junctions    8 priority, 1 traffic_light\n");
  }

  @Test
  void infoAsJsonIsOneObject() throws Exception {
    String file = folder.resolve("ring.net.xml.gz").toString();
    assertThat(Terminal.run("network", "generate", "ring", "--out", file).exitCode()).isZero();
    Terminal told = Terminal.run("network", "info", file, "--format", "json");
    JsonNode network = new ObjectMapper().readTree(told.out());
    assertThat(network.get("roads").asInt()).isEqualTo(4);
    assertThat(network.get("partSizes").get(0).asInt()).isEqualTo(4);
  }

  @Test
  void everyShapeCanBeMade() {
    for (String shape : new String[] {"grid", "ring", "corridor", "district", "zone"}) {
      Path file = folder.resolve(shape + ".net.xml");
      assertThat(Terminal.run("network", "generate", shape, "--out", file.toString()).exitCode())
          .as(shape)
          .isZero();
      assertThat(file).isNotEmptyFile();
    }
  }

  @Test
  void whatIsThereIsNotReplacedUnasked() throws Exception {
    Path file = Files.writeString(folder.resolve("a.net.xml"), "mine");
    assertThat(Terminal.run("network", "generate", "ring", "--out", file.toString()).exitCode())
        .isEqualTo(2);
    assertThat(file).hasContent("mine");
    assertThat(
            Terminal.run("network", "generate", "ring", "--overwrite", "--out", file.toString())
                .exitCode())
        .isZero();
  }

  @Test
  void faultsOfGenerationAreReportedAtOnce() {
    assertThat(
            Terminal.run(
                    "network",
                    "generate",
                    "grid",
                    "--columns",
                    "1",
                    "--spacing",
                    "30 m",
                    "--speed",
                    "50",
                    "--out",
                    "grid.xml")
                .err())
        .isEqualTo(
            """
            testroad network generate grid: Invalid value for option '--columns': '1' is not a whole number from 2 to 500.
            testroad network generate grid: Invalid value for option '--spacing': '30 m' is less than 40 m.
            testroad network generate grid: Invalid value for option '--speed': The speed '50' has no unit. Use one of km/h, m/s, mph.
            testroad network generate grid: Invalid value for option '--out': 'grid.xml' ends neither in .net.xml nor in .net.xml.gz.
            Try 'testroad network generate grid --help'.
            """);
  }

  @Test
  void aZoneThatDoesNotFitIsNotWritten() {
    Path file = folder.resolve("zone.net.xml");
    Terminal told =
        Terminal.run(
            "network",
            "generate",
            "zone",
            "--road-km",
            "900",
            "--area-km2",
            "10",
            "--out",
            file.toString());
    assertThat(told.exitCode()).isEqualTo(2);
    assertThat(told.err()).contains("900 km of road on 10 km² make no city");
    assertThat(file).doesNotExist();
  }

  @Test
  void besideAZoneLieItsTestAreas() {
    Path file = folder.resolve("zone.net.xml.gz");
    Terminal.run("network", "generate", "zone", "--road-km", "50", "--out", file.toString());
    assertThat(folder.resolve("zone.zones.yaml")).content().contains("center-*");
    Terminal told = Terminal.run("network", "info", file.toString());
    assertThat(told.out()).containsPattern("  types +arterial \\d+\\.\\d km, .*collector");
  }

  @Test
  void aBrokenNetworkIsBadInput() throws Exception {
    Path file = Files.writeString(folder.resolve("cut.net.xml"), "<net><edge id=\"a\"");
    Terminal told = Terminal.run("network", "info", file.toString());
    assertThat(told.exitCode()).isEqualTo(2);
    assertThat(told.out()).isEmpty();
    assertThat(told.err()).contains("cut.net.xml:1:").contains("error [");
  }
}
