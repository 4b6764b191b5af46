package io.testroad.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingsTest {

  private final Findings findings = new Findings();

  @Test
  void areListedByPosition() {
    findings.error("unknown-key", new Position("b.yaml", 3, 2), "No key 'zone'.", "Write 'zones'.");
    findings.warning("doubt", new Position("b.yaml", 3, 1), "Odd.", "");
    findings.error("empty", Position.of("a.yaml"), "Nothing in it.", "");
    findings.error("line", new Position("b.yaml", 2, 0), "Bad line.", "");
    assertThat(text())
        .isEqualTo(
            """
            a.yaml: error [empty] Nothing in it.
            b.yaml:2: error [line] Bad line.
            b.yaml:3:1: warning [doubt] Odd.
            b.yaml:3:2: error [unknown-key] No key 'zone'. Write 'zones'.
            """);
    assertThat(findings.errors()).isEqualTo(3);
  }

  private String text() {
    return findings.list().stream().map(f -> f + "\n").collect(Collectors.joining());
  }

  @Test
  void warningsAreNoErrors() {
    findings.warning("doubt", Position.of("a"), "Odd.", "");
    assertThat(findings.hasErrors()).isFalse();
    findings.error("bad", Position.of("a"), "Bad.", "");
    assertThat(findings.hasErrors()).isTrue();
  }

  @Test
  void areBounded() {
    for (int i = 0; i < Findings.LIMIT + 7; i++) {
      findings.error("bad", new Position("a", i + 1, 1), "Bad.", "");
    }
    assertThat(findings.list()).hasSize(Findings.LIMIT);
    assertThat(findings.leftOut()).isEqualTo(7);
    assertThat(findings.errors()).isEqualTo(Findings.LIMIT + 7);
  }

  @ParameterizedTest
  @CsvSource({
    "vehicels, vehicles",
    "vehicle, vehicles",
    "polcy, policy",
    "duratoin, duration",
    "dur, ''",
    "x, ''",
    "stop, ''",
    "seeds, seed",
    "seed, seed"
  })
  void nearest(String word, String expected) {
    assertThat(
            Findings.nearest(word, List.of("vehicles", "policy", "duration", "seed", "traffic"))
                .orElse(""))
        .isEqualTo(expected);
  }

  @Test
  void ofTwoEquallyNearTheFirstInTheAlphabet() {
    assertThat(Findings.nearest("cat", List.of("cot", "bat"))).contains("bat");
    assertThat(Findings.nearest("cat", List.of())).isEmpty();
  }
}
