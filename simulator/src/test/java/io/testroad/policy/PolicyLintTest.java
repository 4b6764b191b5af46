package io.testroad.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.finding.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyLintTest {

  @TempDir Path folder;

  private static final String SOUND =
      """
      testroad-policy: 1
      id: tiny
      name: { en: Tiny, zh: 小 }
      parameters:
        speedMaxMps:
          value: 10
          unit: m/s
          meaning: the most
          source: { instrument: law, article: "1", grade: primary }
      rules:
        - id: slow
          title: { en: Slow, zh: 慢 }
          source: { instrument: law, article: "1", grade: primary }
          on: speed-seen
          require: vehicle.speedMps <= parameters.speedMaxMps
          otherwise: [ { warn: no } ]
      """;

  private List<String> lint(String pack) throws IOException {
    Path file = Files.writeString(folder.resolve("pack.yaml"), pack);
    Findings findings = new Findings();
    PolicyLint.check(file, findings);
    return findings.list().stream()
        .map(finding -> finding.code() + " " + finding.position().line())
        .toList();
  }

  @Test
  void aSoundPackHasNoFinding() throws IOException {
    assertThat(lint(SOUND)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cn-national.yaml", "cn-wuhan.yaml"})
  void thePacksOfTheShelfHaveNone(String pack) {
    Findings findings = new Findings();
    assertThat(PolicyLint.check(Path.of("..", "scenarios", "policies", pack), findings))
        .isPresent();
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void titlesInOneLanguageOnlyAreSeen() throws IOException {
    assertThat(lint(SOUND.replace("zh: 慢", "zh: Slow"))).containsExactly("lint-untranslated 11");
    assertThat(lint(SOUND.replace("en: Slow", "en: 慢"))).containsExactly("lint-untranslated 11");
    assertThat(lint(SOUND.replace("zh: 小", "zh: Tiny"))).containsExactly("lint-untranslated 0");
  }

  @Test
  void draftsNameAnArticle() throws IOException {
    String draft = SOUND.replace("grade: primary", "grade: draft");
    assertThat(lint(draft.replace("article: \"1\", ", "")))
        .containsExactly("lint-no-article 5", "lint-no-article 11");
  }

  @Test
  void namesPromiseUnits() throws IOException {
    assertThat(lint(SOUND.replace("    unit: m/s\n", "").replace("value: 10", "value: 10.0")))
        .containsExactly("lint-no-unit 5");
    assertThat(lint(SOUND.replace("unit: m/s", "unit: km/h")))
        .containsExactly("lint-unit-mismatch 5");
  }

  @Test
  void numbersInExpressionsBelongInParameters() throws IOException {
    assertThat(
            lint(SOUND.replace("<= parameters.speedMaxMps", "<= parameters.speedMaxMps + 100.0")))
        .containsExactly("lint-magic-number 11");
  }

  @Test
  void aDemandThatDependsOnNoFactIsSeen() throws IOException {
    assertThat(lint(SOUND.replace("vehicle.speedMps <= ", "9.0 <= ")))
        .containsExactly("lint-always 11");
  }

  @Test
  void copiesOfARuleAreSeen() throws IOException {
    String rule = SOUND.substring(SOUND.indexOf("  - id: slow"));
    assertThat(lint(SOUND + rule.replace("id: slow", "id: slow-too")))
        .containsExactly("lint-same-rule 17");
  }

  @Test
  void aValueWrittenAgainAsInheritedIsSeen() throws IOException {
    Files.writeString(folder.resolve("base.yaml"), SOUND);
    String parameters = SOUND.substring(SOUND.indexOf("parameters:"), SOUND.indexOf("rules:"));
    assertThat(
            lint(
                "testroad-policy: 1\nid: more\nname: { en: More, zh: 多 }\nextends: base.yaml\n"
                    + parameters))
        .containsExactly("lint-same-value 6");
  }

  @Test
  void errorsComeFromTheReader() throws IOException {
    assertThat(lint(SOUND.replace("vehicle.speedMps", "vehicle.sped")))
        .containsExactly("unknown-fact 15");
  }
}
