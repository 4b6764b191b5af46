package io.testroad.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.Facts;
import io.testroad.finding.Findings;
import io.testroad.finding.Severity;
import io.testroad.yaml.Node;
import io.testroad.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyReaderTest {

  private static final String PACK =
      """
      testroad-policy: 1
      id: mini
      name: { en: Mini, zh: 小 }
      parameters:
        most: { value: 10, unit: m/s, meaning: the most, source: { instrument: X, grade: draft } }
      rules:
        - id: slow
          title: { en: Slow, zh: 慢 }
          source: { instrument: X, article: "1", grade: primary, note: n }
          on: speed-seen
          applies: vehicle.moving
          require: vehicle.speedMps <= parameters.most
          otherwise:
            - warn: Too fast.
      """;

  @TempDir Path dir;

  private final Findings findings = new Findings();

  @Test
  void readsAPack() throws IOException {
    Policy policy = read(PACK).orElseThrow();
    assertThat(policy.id()).isEqualTo("mini");
    assertThat(policy.name()).isEqualTo(new Label("Mini", "小"));
    Rule rule = policy.rules().get(0);
    assertThat(rule.source()).isEqualTo(new Source("X", "1", Grade.PRIMARY, "n"));
    assertThat(rule.require().facts()).containsExactly("vehicle.speedMps");
    assertThat(rule.require().parameters()).containsExactly("most");
    assertThat(rule.position()).hasToString(dir.resolve("p.yaml") + ":7:9");
    assertThat(policy.parameters().get("most").value()).isEqualTo(10.0);
    assertThat(verdict(policy, 9)).isEqualTo("slow held");
    assertThat(verdict(policy, 11)).isEqualTo("slow broken");
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void aRuleWhoseGuardIsFalseIsSilent() throws IOException {
    Facts facts = Facts.of("vehicle.moving", false, "vehicle.speedMps", 20.0);
    assertThat(read(PACK).orElseThrow().rule(Moment.SPEED_SEEN, facts)).isEmpty();
  }

  @Test
  void aRuleWithoutASourceIsCheckedAllTheSame() throws IOException {
    String text =
        PACK.replace("article: \"1\", grade: primary", "grade: primary")
            .replace("vehicle.speedMps <=", "vehicle.speedMsp <=");
    assertThat(read(text)).isEmpty();
    assertThat(findings.list())
        .extracting(finding -> finding.code())
        .containsExactlyInAnyOrder("policy-source-article", "unknown-fact");
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource
  void findsFaults(String old, String changed, String finding) throws IOException {
    assertThat(PACK).contains(old);
    Optional<Policy> policy = read(PACK.replace(old, changed));
    boolean warning = finding.contains(": warning ");
    assertThat(policy.isPresent()).isEqualTo(warning);
    assertThat(findings.list()).singleElement().hasToString(dir.resolve("p.yaml") + finding);
  }

  static Stream<Arguments> findsFaults() {
    String require = "vehicle.speedMps <= parameters.most";
    return Stream.of(
        fault(
            require,
            "vehicle.speedMsp <= parameters.most",
            ":12:14: error [unknown-fact] There is no fact 'vehicle.speedMsp'."
                + " Did you mean 'vehicle.speedMps'?"),
        fault(
            require,
            "vehicle.speedMps <= parameters.mots",
            ":12:34: error [unknown-parameter] There is no parameter 'mots'."
                + " Did you mean 'most'?"),
        fault(
            require,
            "vehicle.speedMps <= parameters.most && request.roadsTested",
            ":12:53: error [fact-not-available] The fact 'request.roadsTested' isn't known on"
                + " speed-seen. It is known on declaration-applied, change-declared, vehicles-added,"
                + " plate-applied, permit-granted, permit-ended."),
        fault(
            require,
            "vehicle.speedMps <= parameters.most && vehicle.mode == 1",
            ":12:66: error [policy-type-error] '==' can't be applied to string and int."),
        fault(
            require,
            "'vehicle.mode == \"automatic\" || vehicle.speedMps <= parameters.most'",
            ":12:31: error [unknown-value] The fact is never 'automatic'."
                + " Did you mean 'automated'?"),
        fault(
            require,
            "vehicle.speedMps - parameters.most",
            ":12:14: error [policy-type-error] The expression is a double, not true or false."
                + " Compare it with something."),
        fault(
            require,
            "vehicle.speedMps <=",
            ":12:33: error [policy-syntax] The expression ends too early."),
        fault(
            require,
            "kmph(vehicle.speedMps) <= parameters.most",
            ":12:18: error [policy-type-error] There is no function 'kmph'. Did you mean 'kmh'?"),
        fault(
            require,
            ">-\n        vehicle.speedMps\n        <= parameters.mots",
            ":14:12: error [unknown-parameter] There is no parameter 'mots'."
                + " Did you mean 'most'?"),
        fault(
            "speed-seen",
            "speed-sen",
            ":10:9: error [unknown-value] 'on' can't be the value"
                + " 'speed-sen'. Did you mean 'speed-seen'?"),
        fault(
            "grade: primary",
            "grade: seen",
            ":9:51: error [unknown-value] 'grade' can't be the"
                + " value 'seen'. Use one of assumption, draft, primary, secondary."),
        fault(
            "applies:",
            "aplies:",
            ":11:5: error [unknown-key] A rule has no key 'aplies'. Did you mean 'applies'?"),
        fault(
            "      - warn: Too fast.",
            "      - wran: Too fast.",
            ":14:9: error [unknown-key] There is no consequence 'wran'. Did you mean 'warn'?"),
        fault(
            "warn: Too fast.",
            "{ warn: Too fast., withdraw: true }",
            ":14:9: error [policy-consequence] A consequence has one key, not 2."
                + " Write each consequence as an item of its own."),
        fault(
            "otherwise:\n      - warn: Too fast.",
            "otherwise: []",
            ":13:16: error [policy-no-consequence] Nothing follows when the rule is broken."
                + " Write at least a warning."),
        fault(
            "warn: Too fast.",
            "instruct: brake",
            ":14:19: error [unknown-value] 'instruct' can't be the value 'brake'. Use one of"
                + " leave-the-roadway, minimal-risk-manoeuvre, report, rest, stay-off-the-road,"
                + " stop-automation."),
        fault(
            "warn: Too fast.",
            "suspend: { days: -1 }",
            ":14:26: error [out-of-range] 'days' is -1. It must be from 0 to 36500."),
        fault(
            "warn: Too fast.",
            "violation: { class: speeding, addressee: dirver }",
            ":14:50: error [unknown-value] 'addressee' can't be the value 'dirver'."
                + " Did you mean 'driver'?"),
        fault(
            "warn: Too fast.",
            "withdraw: false",
            ":14:9: error [wrong-type] 'withdraw' must be true. Leave it out otherwise."),
        fault(
            "warn: Too fast.",
            "refuse: Too fast.",
            ":14:9: warning [policy-nothing-to-refuse] There is nothing to refuse on speed-seen."
                + " Use another consequence, for instance instruct or violation."),
        fault(
            require,
            "vehicle.speedMps <= 10.0",
            ":5:3: warning [unused-parameter] No rule reads the parameter 'most'."),
        fault(
            "id: slow",
            "id: Slow",
            ":7:9: error [policy-name] 'Slow' can't be the id of a rule. Use lower-case words with"
                + " hyphens, for instance plate-required."),
        fault(
            "testroad-policy: 1",
            "testroad-policy: 2",
            ":1:18: error [out-of-range] 'testroad-policy' is 2. It must be from 1 to 1."),
        fault("zh: 小 }", "}", ":3:7: error [missing-key] 'name' needs the key 'zh'."),
        fault(
            "value: 10,",
            "value: { a: 1 },",
            ":5:18: error [wrong-type] A parameter's value can't be a mapping. Write a number, a"
                + " text, true or false, a point in time, or a list of texts."),
        fault(
            "parameters:\n",
            "extends: /etc/other.yaml\nparameters:\n",
            ":4:10: error [policy-extends] A pack is extended by its path from this file."),
        fault(
            "parameters:\n",
            "extends: p.yaml\nparameters:\n",
            ":4:10: error [policy-extends-cycle] The pack extends itself by way of this."));
  }

  private static Arguments fault(String old, String changed, String finding) {
    return Arguments.of(old, changed, finding);
  }

  @Test
  void allFaultsAreFoundAtOnce() throws IOException {
    String pack =
        PACK.replace("speedMps <=", "speedMsp <=")
            .replace("grade: draft", "grade: draught")
            .replace("on:", "when:");
    assertThat(read(pack)).isEmpty();
    assertThat(findings.list()).extracting("code").contains("unknown-value", "unknown-key");
  }

  @Test
  void rulesOfOneIdAreFaults() throws IOException {
    String rule = PACK.substring(PACK.indexOf("  - id: slow"));
    assertThat(read(PACK + rule)).isEmpty();
    assertThat(findings.list()).singleElement().extracting("code").isEqualTo("duplicate-rule");
  }

  @Test
  void aPackExtendsAnother() throws IOException {
    write("base.yaml", PACK);
    Policy policy =
        read("""
                testroad-policy: 1
                id: child
                name: { en: Child, zh: 子 }
                extends: base.yaml
                parameters:
                  most: { value: 8, source: { instrument: Y, grade: assumption } }
                """)
            .orElseThrow();
    assertThat(policy.id()).isEqualTo("child");
    assertThat(policy.rules()).singleElement().extracting(Rule::pack).isEqualTo("mini");
    assertThat(policy.parameters().get("most").meaning()).isEqualTo("the most");
    assertThat(verdict(policy, 9)).isEqualTo("slow broken");
  }

  @Test
  void aPackLeavesOutInheritedRules() throws IOException {
    write("base.yaml", PACK);
    String child =
        """
        testroad-policy: 1
        id: child
        name: { en: Child, zh: 子 }
        extends: base.yaml
        without: [slow]
        """;
    assertThat(read(child).orElseThrow().rules()).isEmpty();
    assertThat(findings.list()).isEmpty();
    assertThat(read(child.replace("[slow]", "[slwo]"))).isEmpty();
    assertThat(findings.list().get(findings.list().size() - 1))
        .asString()
        .endsWith("[unknown-rule] No rule or obligation 'slwo' is inherited. Did you mean 'slow'?");
  }

  @Test
  void packsThatExtendEachOtherAreFaults() throws IOException {
    write("a.yaml", PACK.replace("parameters:\n", "extends: p.yaml\nparameters:\n"));
    assertThat(read(PACK.replace("parameters:\n", "extends: a.yaml\nparameters:\n"))).isEmpty();
    assertThat(findings.list())
        .extracting("code")
        .containsExactly("policy-extends-cycle", "policy-extends");
  }

  @Test
  void aMissingBaseIsAFault() throws IOException {
    assertThat(read(PACK.replace("parameters:\n", "extends: none.yaml\nparameters:\n"))).isEmpty();
    assertThat(findings.list())
        .extracting("code")
        .containsExactlyInAnyOrder("file-not-found", "policy-extends");
  }

  @Test
  void aRunSetsParameters() throws IOException {
    write("p.yaml", PACK);
    Policy policy = override("most", "8").orElseThrow();
    assertThat(policy.parameters().get("most").value()).isEqualTo(8.0);
    assertThat(verdict(policy, 9)).isEqualTo("slow broken");
  }

  @Test
  void faultsInParametersOfARunAreFound() throws IOException {
    write("p.yaml", PACK);
    assertThat(override("mots", "8")).isEmpty();
    assertThat(override("most", "fast")).isEmpty();
    assertThat(findings.list())
        .extracting(Object::toString)
        .containsExactly(
            "--set:1:1: error [unknown-parameter] The policy has no parameter 'mots'."
                + " Did you mean 'most'?",
            "--set:1:1: error [wrong-type] The value of 'most' must be a double, not the value"
                + " 'fast'.");
  }

  @Test
  void anExpressionThatCannotBeComputedWarns() throws IOException {
    Policy policy =
        read(PACK.replace("on: speed-seen", "on: violation-counted")
                .replace("applies: vehicle.moving", "applies: parameters.most > 0.0")
                .replace("vehicle.speedMps <= parameters.most", "1 / violations.count == 1"))
            .orElseThrow();
    Ruling ruling = policy.rule(Moment.VIOLATION_COUNTED, Facts.of("violations.count", 0)).get(0);
    assertThat(ruling.held()).isFalse();
    assertThat(ruling.consequences()).singleElement().isInstanceOf(Consequence.Warn.class);
  }

  @Test
  void hugeExpressionsAreFaults() throws IOException {
    assertThat(read(PACK.replace("vehicle.moving", "vehicle.moving" + " || true".repeat(5000))))
        .isEmpty();
    assertThat(read(PACK.replace("vehicle.moving", "(".repeat(500) + "true" + ")".repeat(500))))
        .isEmpty();
    assertThat(findings.list()).isNotEmpty().allMatch(f -> f.severity() == Severity.ERROR);
  }

  @ParameterizedTest
  @MethodSource
  void computes(String expression) throws IOException {
    Policy policy =
        read(PACK.replace(
                "vehicle.speedMps <= parameters.most",
                "'" + expression + " && parameters.most > 0.0'"))
            .orElseThrow();
    Facts facts = World.vehicle();
    assertThat(policy.rule(Moment.SPEED_SEEN, facts)).allMatch(Ruling::held);
  }

  static Stream<String> computes() {
    return Stream.of(
        "plusMonths(timestamp(\"2025-08-31T00:00:00+08:00\"), 6) =="
            + " timestamp(\"2026-02-28T00:00:00+08:00\")",
        "plusMonths(timestamp(\"2025-03-01T00:00:00+08:00\"), 6) =="
            + " timestamp(\"2025-08-31T16:00:00Z\")",
        "now + days(1) - now == hours(24)",
        "now - minutes(60) == now - seconds(3600)",
        "earlier(now, now + days(1)) == now && later(now, now - days(1)) == now",
        "hourOfDay(now) == 10.0",
        "kmh(36) == 10.0 && kmh(36.0) == 10.0",
        "double(3) == 3.0 && 3 < 3.5 && 3.5 > 3 && 2 <= 2.0",
        "1 + 2 * 3 - 4 / 2 == 5 && 7 % 4 == 3 && -3 < 0",
        "1.5 + 2.0 * 3.0 - 4.0 / 2.0 == 5.5 && -1.0 < 0.0",
        "size([1, 2, 3]) == 3 && 2 in [1, 2] && !(4 in [1, 2])",
        "[1, 2].all(n, n > 0) && [1, 2].exists(n, n == 2)",
        "(vehicle.moving ? 1 : 2) == 1",
        "vehicle.mode.startsWith(\"auto\") && vehicle.mode.endsWith(\"ed\")",
        "vehicle.mode.contains(\"mat\") && vehicle.mode != \"manual\"",
        "\"a\" < \"b\" && hours(1) < hours(2)",
        "(true || 1 / 0 == 1)");
  }

  private Optional<Policy> override(String parameter, String value) {
    Node node = YamlReader.parse(value, "--set", findings).orElseThrow();
    return PolicyReader.read(dir.resolve("p.yaml"), Map.of(parameter, node), findings);
  }

  private Optional<Policy> read(String pack) throws IOException {
    return PolicyReader.read(write("p.yaml", pack), findings);
  }

  private Path write(String name, String pack) throws IOException {
    return Files.writeString(dir.resolve(name), pack);
  }

  private static String verdict(Policy policy, double speedMps) {
    Facts facts = Facts.of("vehicle.moving", true, "vehicle.speedMps", speedMps);
    Ruling ruling = policy.rule(Moment.SPEED_SEEN, facts).get(0);
    return ruling.rule() + (ruling.held() ? " held" : " broken");
  }
}
