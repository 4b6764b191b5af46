package io.testroad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemandCommandTest {

  @TempDir Path folder;

  private String network() {
    String file = folder.resolve("grid.net.xml").toString();
    Terminal.run("network", "generate", "grid", "--overwrite", "--out", file);
    return file;
  }

  private Terminal generate(String... options) {
    String[] all = new String[options.length + 4];
    all[0] = "demand";
    all[1] = "generate";
    System.arraycopy(options, 0, all, 2, options.length);
    all[all.length - 2] = "--network";
    all[all.length - 1] = network();
    return Terminal.run(all);
  }

  @Test
  void tripsAreWrittenWithAConfiguration() {
    Path out = folder.resolve("grid.rou.xml");
    Path configuration = folder.resolve("grid.sumocfg");
    Terminal told =
        generate(
            "--vehicles",
            "40",
            "--profile",
            "flat",
            "--config",
            configuration.toString(),
            "--out",
            out.toString());
    assertThat(told.err()).isEmpty();
    assertThat(told.out()).contains("grid.rou.xml: 40 trips");
    assertThat(out).content().containsOnlyOnce("<vehicle id=\"trip-39\"");
    assertThat(configuration)
        .content()
        .contains("value=\"grid.net.xml\"", "value=\"grid.rou.xml\"");
    assertThat(Terminal.run("validate", configuration.toString()).exitCode()).isZero();
  }

  @Test
  void faultsAreReportedAtOnceAndNothingIsWritten() throws Exception {
    Path profile = Files.writeString(folder.resolve("p.txt"), "1 2 3\n");
    Path out = folder.resolve("grid.rou.xml");
    Terminal told =
        generate(
            "--begin",
            "9:00",
            "--end",
            "8:00",
            "--profile",
            profile.toString(),
            "--out",
            out.toString());
    assertThat(told.exitCode()).isEqualTo(2);
    assertThat(told.err())
        .contains("[bad-profile]")
        .contains("Say either --vehicles or --on-the-road.")
        .contains("--end is not later than --begin.");
    assertThat(out).doesNotExist();
  }

  @Test
  void valuesAreChecked() {
    Terminal told =
        generate("--vehicles", "0", "--begin", "seven", "--trucks", "2", "--out", "trips.xml");
    assertThat(told.exitCode()).isEqualTo(2);
    assertThat(told.err())
        .contains("'0' is not a whole number from 1")
        .contains("'seven' is not a time of day")
        .contains("'2' is not a number from 0 to 1")
        .contains("ends neither in .rou.xml nor in .rou.xml.gz");
  }
}
