package io.testroad.bench.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.testroad.finding.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {

  @TempDir private Path folder = Path.of("");

  private static Parameters read(String... settings) {
    Findings findings = new Findings();
    return Parameters.read(null, List.of(settings), findings)
        .orElseThrow(() -> new AssertionError(findings.list()));
  }

  @Test
  void aSettingIsInSiUnitsOrAQuantity() {
    Parameters parameters = read("city.tau=1.2", "city.v0=60 km/h");
    assertThat(parameters.cars("city").tauS()).isEqualTo(1.2);
    assertThat(parameters.cars("city").v0Mps()).isCloseTo(60 / 3.6, within(1e-12));
    assertThat(parameters.arePublished("city")).isFalse();
    assertThat(parameters.arePublished("motorway", "idm-2000")).isTrue();
  }

  @Test
  void aFileIsReadBeforeSettings() throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, "city: { tau: 1.4 s, a: 2 }\nring: { vehicles: 20 }\n");
    Findings findings = new Findings();
    Parameters parameters = Parameters.read(file, List.of("city.a=1.5"), findings).orElseThrow();
    assertThat(parameters.get("city", "tau")).isEqualTo(1.4);
    assertThat(parameters.get("city", "a")).isEqualTo(1.5);
    assertThat(parameters.get("ring", "vehicles")).isEqualTo(20);
  }

  @ParameterizedTest
  @CsvSource({
    "town.tau=1, unknown-key",
    "city.taw=1, unknown-key",
    "city.tau=soon, not-a-quantity",
    "city.tau=1 m, wrong-unit",
    "city.tau=0, out-of-range",
    "city.tau=-1, out-of-range",
    "mobil.threshold=much, wrong-type",
    "city=1, wrong-type",
    "tau, set-path"
  })
  void aBadSettingIsAFinding(String setting, String code) {
    Findings findings = new Findings();
    assertThat(Parameters.read(null, List.of(setting), findings)).isEmpty();
    assertThat(findings.list()).extracting(finding -> finding.code()).contains(code);
  }

  /** Where a formula exists it tells what to expect; where there is none the row is not judged. */
  @Test
  void changedParametersChangeWhatIsExpected() {
    List<ModelRow> rows =
        ModelsBench.measure(
            List.of("AF-01", "AF-03"), read("city.tau=1.2"), 2, (measured, parts) -> {});
    ModelRow gap =
        rows.stream()
            .filter(row -> row.row().equals("city, IDM, gap at 40 km/h"))
            .findFirst()
            .get();
    // (2 + 40/3.6 · 1.2) / √(1 − (40/54)⁴)
    assertThat(gap.expected()).isCloseTo(18.341, within(0.001));
    assertThat(gap.ok()).isTrue();
    ModelRow start =
        rows.stream().filter(row -> row.row().startsWith("city, from 0")).findFirst().get();
    assertThat(start.ok()).isNull();
    assertThat(start.note()).contains("published");
    ModelRow other =
        rows.stream().filter(row -> row.row().startsWith("motorway, from 0")).findFirst().get();
    assertThat(other.ok()).isTrue();
  }

  /** The formulas give the published figures. */
  @Test
  void formulasAgreeWithThePublishedFigures() {
    Parameters published = Parameters.published();
    assertThat(published.cars("city").idmGapM(40 / 3.6)).isCloseTo(15.683, within(0.0006));
    assertThat(published.cars("city").iidmCapacity() * 3600).isCloseTo(2454.5, within(0.06));
    assertThat(FixedTimeSignal.webster(60, 28 / 60.0, 0.95, 798 / 3600.0))
        .isCloseTo(50.48, within(0.01));
  }
}
