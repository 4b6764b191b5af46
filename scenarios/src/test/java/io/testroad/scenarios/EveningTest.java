package io.testroad.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.finding.Findings;
import io.testroad.scenario.Scenario;
import io.testroad.scenario.ScenarioReader;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The long evening and its variants are sound, and differ in what their names say. */
class EveningTest {

  private static Scenario read(String variant) {
    Findings findings = new Findings();
    var scenario =
        ScenarioReader.read(
            Path.of("incidents", "wuhan-2026-03-31" + variant + ".yaml"),
            List.of("fleets.taxi.vehicles=30", "traffic=[]"),
            OptionalLong.empty(),
            findings);
    assertThat(findings.list()).as("findings in %s", variant).isEmpty();
    return scenario.orElseThrow();
  }

  private static long units(Scenario scenario) {
    return scenario.centres().stream().mapToLong(centre -> centre.units().size()).sum();
  }

  @Test
  void variantsSayWhatIsDifferent() {
    Scenario evening = read("");
    assertThat(evening.operators().get(0).remote().seats()).isEqualTo(10);
    assertThat(units(read("-more-crews")) - units(evening)).isEqualTo(10);
    assertThat(read("-one-to-twenty").operators().get(0).remote().seats()).isEqualTo(2);
    assertThat(read("-geofence").script()).hasSize(evening.script().size() + 1);
    assertThat(read("-shoulder").expectations()).isEmpty();
    assertThat(read("-staged-restart").name()).contains("staged restart");
  }
}
