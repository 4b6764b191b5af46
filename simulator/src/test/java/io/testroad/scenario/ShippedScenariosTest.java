package io.testroad.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.finding.Findings;
import io.testroad.traffic.VehicleRegister;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scenarios of the repository. */
class ShippedScenariosTest {

  private static final Path FOLDER = Path.of("..", "scenarios");

  @TempDir static Path copy;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quickstart",
        "plate-expires-on-the-way",
        "stall-blocks-a-lane",
        "leaves-declared-roads",
        "six-months-of-permits"
      })
  void areRead(String name) throws IOException {
    Scenario scenario = read(FOLDER.resolve(name + ".yaml"));
    List<VehicleRegister.Registered> further =
        scenario.vehicles().stream()
            .map(v -> new VehicleRegister.Registered(v.name(), v.type()))
            .toList();
    VehicleRegister register = VehicleRegister.of(scenario.demand(), further);
    assertThat(register.size())
        .isEqualTo(scenario.demand().departures().size() + scenario.vehicles().size());
    assertThat(scenario.expectations()).hasSizeGreaterThanOrEqualTo(3);

    Path again = copy.resolve(name + ".yaml");
    Files.writeString(again, scenario.resolved().print());
    Scenario second = read(again);
    assertThat(second.resolved().print()).isEqualTo(scenario.resolved().print());
    assertThat(second.icvs()).isEqualTo(scenario.icvs());
    assertThat(second.operators()).isEqualTo(scenario.operators());
    assertThat(second.centres()).isEqualTo(scenario.centres());
    assertThat(second.sensors()).isEqualTo(scenario.sensors());
    assertThat(second.script()).isEqualTo(scenario.script());
    assertThat(second.vehicles()).isEqualTo(scenario.vehicles());
    assertThat(second.lastTick()).isEqualTo(scenario.lastTick());
  }

  /** Puts the networks and policies beside where resolved scenarios are written. */
  @BeforeAll
  static void copyInputs() throws IOException {
    for (String folder : List.of("networks", "policies")) {
      Files.createDirectories(copy.resolve(folder));
      try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
        for (Path file : files.toList()) {
          Files.copy(file, copy.resolve(folder).resolve(file.getFileName()));
        }
      }
    }
  }

  private static Scenario read(Path file) {
    Findings findings = new Findings();
    Optional<Scenario> scenario =
        ScenarioReader.read(file, List.of(), OptionalLong.empty(), findings);
    assertThat(findings.list()).isEmpty();
    return scenario.orElseThrow();
  }
}
