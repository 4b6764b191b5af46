package io.testroad.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.finding.Finding;
import io.testroad.finding.Findings;
import io.testroad.units.Dimension;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MappingReaderTest {

  private final Findings findings = new Findings();

  @Test
  void takesValues() {
    MappingReader reader =
        reader("a: x\nb: true\nc: 7\nd: 1.5\ne: 60 km/h\nf: 6 months\ng: { h: 1 }\ni: [1, 2]\nj:");
    assertThat(reader.requireText("a")).contains("x");
    assertThat(reader.findBoolean("b")).contains(true);
    assertThat(reader.findLong("c", 0, 9)).contains(7L);
    assertThat(reader.findDouble("d", 0, 9)).contains(1.5);
    assertThat(reader.findQuantity("e", Dimension.SPEED)).hasValue(60 / 3.6);
    assertThat(reader.findPeriod("f")).contains(java.time.Period.ofMonths(6));
    assertThat(reader.requireMapping("g").orElseThrow().findLong("h", 0, 9)).contains(1L);
    assertThat(reader.list("i")).hasSize(2);
    assertThat(reader.findText("j")).isEmpty();
    assertThat(reader.findText("k")).isEmpty();
    assertThat(reader.findChoice("a", Map.of("x", 1, "y", 2))).contains(1);
    reader.finish();
    assertThat(findings.list()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource
  void findsFaults(String document, Consumer<MappingReader> access, String finding) {
    access.accept(reader(document));
    assertThat(findings.list()).singleElement().extracting(Finding::toString).isEqualTo(finding);
  }

  static Stream<Arguments> findsFaults() {
    return Stream.of(
        fault("a: 1", r -> r.require("b"), ":1:1: error [missing-key] A thing needs the key 'b'."),
        fault(
            "vehicels: 1",
            r -> {
              r.find("vehicles");
              r.finish();
            },
            ":1:1: error [unknown-key] A thing has no key 'vehicels'. Did you mean 'vehicles'?"),
        fault(
            "xyz: 1",
            r -> {
              r.find("vehicles");
              r.find("a");
              r.finish();
            },
            ":1:1: error [unknown-key] A thing has no key 'xyz'. Use one of a, vehicles."),
        fault(
            "a: [1]",
            r -> r.findText("a"),
            ":1:4: error [wrong-type] 'a' must be a single value, not a list."),
        fault(
            "a: yes",
            r -> r.findBoolean("a"),
            ":1:4: error [wrong-type] 'a' must be true or false, not the value 'yes'."),
        fault(
            "a: '7'",
            r -> r.findLong("a", 0, 9),
            ":1:4: error [wrong-type] 'a' must be a whole number, not the value '7'."),
        fault(
            "a: 10",
            r -> r.findLong("a", 0, 9),
            ":1:4: error [out-of-range] 'a' is 10. It must be from 0 to 9."),
        fault(
            "a: .nan",
            r -> r.findDouble("a", 0, 9),
            ":1:4: error [wrong-type] 'a' must be a number, not the value '.nan'."),
        fault(
            "a: { b: 1 }",
            r -> r.list("a"),
            ":1:4: error [wrong-type] 'a' must be a list, not a mapping."),
        fault(
            "a: 1",
            r -> r.findMapping("a"),
            ":1:4: error [wrong-type] 'a' must be a mapping, not the value '1'."),
        fault(
            "a: rian",
            r -> r.findChoice("a", Map.of("rain", 1, "snow", 2)),
            ":1:4: error [unknown-value] 'a' can't be the value 'rian'. Did you mean 'rain'?"),
        fault(
            "a: 3 s",
            r -> r.findQuantity("a", Dimension.DISTANCE),
            ":1:4: error [wrong-unit] The distance '3 s' has the unit 's'. Use one of m, km."));
  }

  private static Arguments fault(String document, Consumer<MappingReader> access, String finding) {
    return Arguments.of(document, access, "t.yaml" + finding);
  }

  @Test
  void aValueIsNoMapping() {
    Node node = YamlReader.parse("x", "t.yaml", findings).orElseThrow();
    assertThat(MappingReader.of(node, "a thing", findings)).isEmpty();
    assertThat(findings.list().stream().map(Finding::message))
        .isEqualTo(List.of("A thing must be a mapping, not the value 'x'."));
  }

  private MappingReader reader(String document) {
    Node node = YamlReader.parse(document, "t.yaml", findings).orElseThrow();
    return MappingReader.of(node, "a thing", findings).orElseThrow();
  }
}
