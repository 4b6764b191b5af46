package io.testroad.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.Facts;
import io.testroad.finding.Finding;
import io.testroad.finding.Findings;
import io.testroad.finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Packs with faults, and packs made to do harm: findings with a place, soon, and nothing else. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HostilePacksTest {

  private static final String PACK =
      """
      testroad-policy: 1
      id: mini
      name: { en: Mini, zh: 小 }
      parameters:
        reportDays: { value: 5, unit: days, meaning: m, source: { instrument: X, grade: draft } }
        most: { value: 10, unit: m/s, meaning: m, source: { instrument: X, grade: draft } }
        kinds: { value: [pedestrian], meaning: m, source: { instrument: X, grade: draft } }
      facts:
        warningSignM: { value: 50.0, unit: m, meaning: how far the sign stands }
        cause: { value: none, values: [none, oil], meaning: why }
      obligations:
        report: { on: fault-occurred, by: operator, to: traffic-police, within: { parameter: reportDays } }
      rules:
        - id: slow
          title: { en: Slow, zh: 慢 }
          source: { instrument: X, article: "1", grade: primary }
          on: fault-occurred
          applies: vehicle.moving && given.cause == 'none'
          require: given.warningSignM <= parameters.most
          otherwise:
            - warn: Too fast.
        - id: reported
          title: { en: Reported, zh: 报 }
          source: { instrument: X, article: "2", grade: secondary }
          on: obligation-due
          applies: obligation.name == 'report'
          require: obligation.inTime
          otherwise:
            - warn: Too late.
        - id: careful
          title: { en: Careful, zh: 慎 }
          source: { instrument: practice, grade: assumption }
          on: collision-occurred
          require: "!(collision.otherKind in parameters.kinds)"
          otherwise:
            - warn: Careless.
      """;

  @TempDir Path dir;

  private final Findings findings = new Findings();

  @Test
  void thePackItselfIsSound() throws IOException {
    assertThat(read(PACK)).isPresent();
    assertThat(findings.list()).isEmpty();
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource
  void findsFaults(String old, String changed, String finding) throws IOException {
    assertThat(PACK).contains(old);
    read(PACK.replace(old, changed));
    assertThat(findings.list())
        .extracting(Finding::toString)
        .containsExactly(dir.resolve("p.yaml") + finding);
  }

  static Stream<Arguments> findsFaults() {
    return Stream.of(
        fault(
            "given.warningSignM <=",
            "given.warningSingM <=",
            ":19:14: error [unknown-fact] There is no fact 'given.warningSingM'."
                + " Did you mean 'given.warningSignM'?"),
        fault(
            "given.cause == 'none'",
            "given.cause == 'oli'",
            ":18:47: error [unknown-value] The fact is never 'oli'. Did you mean 'oil'?"),
        fault(
            "value: none, values: [none, oil]",
            "value: fire, values: [none, oil]",
            ":10:19: error [unknown-value] The fact 'cause' can't be the value 'fire'."
                + " It is one of none, oil."),
        fault(
            "value: 50.0, unit: m,",
            "unit: m,",
            ":9:17: error [missing-key] A fact needs the key 'value'."),
        fault(
            "unit: days",
            "unit: weeks",
            ":12:88: error [wrong-unit] The parameter 'reportDays' is no term: 5 'weeks'."
                + " Give it a whole number of one of s, min, h, days, working days, months."),
        fault(
            "{ parameter: reportDays }",
            "{ parameter: reportDay }",
            ":12:88: error [unknown-parameter] There is no parameter 'reportDay'."
                + " Did you mean 'reportDays'?"),
        fault(
            "reportDays: { value: 5, unit: days, meaning: m,",
            "reportDays: { value: 5, unit: days,",
            ":5:15: error [missing-key] A parameter needs the key 'meaning'."),
        fault(
            "{ parameter: reportDays }",
            "5 fortnights",
            ":12:75: error [wrong-unit] The term '5 fortnights' has the unit 'fortnights'."
                + " Use one of s, min, h, days, working days, months."),
        fault(
            "by: operator",
            "by: operators",
            ":12:37: error [unknown-value] 'by' can't be the value 'operators'."
                + " Did you mean 'operator'?"),
        fault(
            "to: traffic-police",
            "to: police",
            ":12:51: error [unknown-value] 'to' can't be the value 'police'."
                + " Use one of industry-bureau, traffic-police, transport-bureau."),
        fault(
            "obligation.name == 'report'",
            "obligation.name == 'reprot'",
            ":26:33: error [unknown-obligation] There is no obligation 'reprot'."
                + " Did you mean 'report'?"),
        fault(
            "obligation.name == 'report'",
            "obligation.name in ['report', 'x-y']",
            ":26:44: error [unknown-obligation] There is no obligation 'x-y'."
                + " Use one of report."),
        fault(
            ", article: \"1\", grade: primary",
            ", grade: primary",
            ":16:13: error [policy-source-article] A source of the grade primary names an article."
                + " Add 'article', or grade it draft or assumption."),
        fault(
            ", article: \"2\", grade: secondary",
            ", grade: secondary",
            ":24:13: error [policy-source-article] A source of the grade secondary names an"
                + " article. Add 'article', or grade it draft or assumption."),
        fault(
            "value: [pedestrian]",
            "value: [pedestrain]",
            ":34:40: error [unknown-value] The parameter 'kinds' holds 'pedestrain', which the"
                + " fact never is. Did you mean 'pedestrian'?"),
        fault(
            "<= parameters.most",
            "<= parameters.kinds",
            ":19:33: error [policy-type-error] '<=' can't be applied to double and list(string)."),
        fault(
            "- id: careful",
            "- id: slow",
            ":30:9: error [duplicate-rule] The rule 'slow' stands in line 14 already."
                + " Give each rule an id of its own."));
  }

  private static Arguments fault(String old, String changed, String finding) {
    return Arguments.of(old, changed, finding);
  }

  @Test
  void anObligationThatNoRuleLooksAtIsDoubted() throws IOException {
    String silent = PACK.substring(0, PACK.indexOf("  - id: reported"));
    assertThat(read(silent.replace("given.cause == 'none'", "size(parameters.kinds) > 0")))
        .isPresent();
    assertThat(findings.list())
        .singleElement()
        .hasToString(
            dir.resolve("p.yaml")
                + ":12:3: warning [obligation-without-rule] No rule looks whether 'report' was"
                + " done in time. Write one on obligation-due that applies where obligation.name"
                + " is 'report'.");
  }

  @Test
  void aRuleMayLookAtAllObligations() throws IOException {
    assertThat(read(PACK.replace("obligation.name == 'report'", "obligation.by == 'operator'")))
        .isPresent();
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void anInheritedObligationIsLeftOutWithItsRule() throws IOException {
    write("base.yaml", PACK);
    String child =
        """
        testroad-policy: 1
        id: child
        name: { en: Child, zh: 子 }
        extends: base.yaml
        without: [report, reported]
        """;
    Policy policy = read(child).orElseThrow();
    assertThat(policy.obligations()).isEmpty();
    assertThat(policy.findRule("reported")).isEmpty();
    assertThat(read(child.replace(", reported", ""))).isEmpty();
    assertThat(codes()).contains("unknown-obligation");
  }

  @Test
  void aFaultOfADeclarationIsReportedOnce() throws IOException {
    String pack =
        PACK.replace("value: 50.0", "value: { a: 1 }").replace("value: 5,", "value: [[],");
    read(pack.replace("[[],", "{ a: 1 },"));
    assertThat(codes()).containsExactly("wrong-type", "wrong-type");
  }

  @Test
  void allFaultsAreFoundAtOnceWithTheirPlaces() throws IOException {
    String pack =
        PACK.replace("given.warningSignM", "given.warningM")
            .replace("by: operator", "by: nobody")
            .replace("'report'", "'other'")
            .replace(", article: \"2\"", "")
            .replace("collision.otherKind in", "collision.otherKnid in");
    assertThat(read(pack)).isEmpty();
    assertThat(codes())
        .containsExactly(
            "unknown-value",
            "unknown-fact",
            "policy-source-article",
            "unknown-obligation",
            "unknown-fact");
    assertThat(findings.list()).allMatch(finding -> finding.position().line() > 0);
  }

  @ParameterizedTest
  @MethodSource
  void monstrousExpressionsAreFaults(String expression) throws IOException {
    assertThat(read(PACK.replace("vehicle.moving && given.cause == 'none'", expression))).isEmpty();
    assertThat(findings.list())
        .isNotEmpty()
        .allMatch(finding -> finding.severity() == Severity.ERROR)
        .allMatch(finding -> finding.message().length() < 400)
        .allMatch(finding -> finding.position().line() > 0);
  }

  static Stream<String> monstrousExpressionsAreFaults() {
    return Stream.of(
        "\"" + "(".repeat(4_000) + "true" + ")".repeat(4_000) + "\"",
        "\"" + "[".repeat(4_000) + "]".repeat(4_000) + " == []\"",
        "\"" + "[1].all(x, ".repeat(800) + "true" + ")".repeat(800) + "\"",
        "\"" + "true ? ".repeat(1_000) + "true" + " : true".repeat(1_000) + "\"",
        "\"a" + ".a".repeat(4_000) + "\"",
        "\"a" + ".a()".repeat(2_000) + "\"",
        "\"a" + "[0]".repeat(2_000) + " == 1\"",
        "\"1" + " + 1".repeat(2_400) + "\"",
        "\"true" + " || true".repeat(5_000) + "\"",
        "\"vehicle.moving && '" + "x".repeat(20_000) + "' == ''\"",
        "\"size([" + "1,".repeat(6_000) + "1]) > 0\"",
        "\"{'a': 1}.all(k, true) && has(vehicle.moving)\"",
        "\"'\\u0000' == 'x' && 1 == '\"");
  }

  /** Loops in loops: what they would take is far beyond any run. */
  @ParameterizedTest
  @MethodSource
  void longLoopsAreCutOff(String expression) throws IOException {
    Policy policy =
        read(PACK.replace("!(collision.otherKind in parameters.kinds)", expression)
                .replace(
                    "value: [pedestrian]",
                    "value: ["
                        + IntStream.range(0, 2_000)
                            .mapToObj(i -> "a" + i)
                            .collect(Collectors.joining(", "))
                        + "]"))
            .orElseThrow();
    Facts facts = AbroadWorld.at(Moment.COLLISION_OCCURRED);
    Ruling ruling = policy.rule(Moment.COLLISION_OCCURRED, facts).get(0);
    assertThat(ruling.held()).isFalse();
    assertThat(ruling.consequences())
        .singleElement()
        .asString()
        .startsWith("warn(the rule can't be evaluated: ")
        .hasSizeLessThan(300);
  }

  static Stream<String> longLoopsAreCutOff() {
    String list = "parameters.kinds";
    String outer = list + ".all(a, " + list + ".all(b, " + list + ".all(c, " + list + ".all(d, ";
    return Stream.of(
        outer + "a != 'x' || b != c || d != c))))",
        list + ".all(a, " + list + ".all(b, !('x' in " + list + ")))",
        list + ".all(a, " + ("!('x' in " + list + ") && ").repeat(10) + "true)",
        list + ".all(a, !" + list + ".exists(b, b == 'x' && a == 'y'))");
  }

  @Test
  void aScenarioCannotMakeARuleHang() throws IOException {
    Policy policy =
        read(PACK.replace(
                    "!(collision.otherKind in parameters.kinds)",
                    "given.roads.all(a, a != '' && !('x' in given.roads))"
                        + " && size(parameters.kinds) > 0")
                .replace("  cause:", "  roads: { value: [a], meaning: roads }\n  cause:"))
            .orElseThrow();
    Facts facts =
        AbroadWorld.at(Moment.COLLISION_OCCURRED)
            .with("given.roads", Collections.nCopies(1_000_000, "a-long-name-of-a-road"));
    Ruling ruling = policy.rule(Moment.COLLISION_OCCURRED, facts).get(0);
    assertThat(ruling.held()).isFalse();
    assertThat(ruling.consequences()).singleElement().isInstanceOf(Consequence.Warn.class);
  }

  @ParameterizedTest
  @MethodSource
  void whatCannotBeComputedWarns(String expression) throws IOException {
    Policy policy =
        read(PACK.replace(
                "!(collision.otherKind in parameters.kinds)",
                expression + " && size(parameters.kinds) > 0"))
            .orElseThrow();
    Ruling ruling =
        policy.rule(Moment.COLLISION_OCCURRED, AbroadWorld.at(Moment.COLLISION_OCCURRED)).get(0);
    assertThat(ruling.held()).isFalse();
    assertThat(ruling.consequences())
        .singleElement()
        .asString()
        .startsWith("warn(the rule can't be evaluated: ")
        .hasSizeLessThan(300);
  }

  static Stream<String> whatCannotBeComputedWarns() {
    return Stream.of(
        "timestamp('yesterday') < now",
        "plusMonths(now, 9223372036854775807) > now",
        "now + days(9223372036854775807) > now",
        "now - days(90000000000000) > now",
        "1 / 0 == 1 && 1 % 0 == 1",
        "9223372036854775807 + 1 > 0",
        "-9223372036854775807 - 2 < 0");
  }

  @Test
  void namesOfAnyLengthAreTold() throws IOException {
    String name = "a-" + "b-".repeat(50_000) + "c";
    assertThat(read(PACK.replace("id: slow", "id: " + name))).isEmpty();
    assertThat(read(PACK.replace("  report: {", "  " + name.substring(0, 900) + ": {"))).isEmpty();
    assertThat(codes()).contains("policy-name");
  }

  @Test
  void aPackHasOnlySoManyRules() throws IOException {
    StringBuilder pack = new StringBuilder(PACK);
    String rule = PACK.substring(PACK.indexOf("  - id: careful"));
    for (int i = 0; i < PackReader.MAX_RULES; i++) {
      pack.append(rule.replace("careful", "careful-" + i));
    }
    assertThat(read(pack.toString())).isEmpty();
    assertThat(codes()).containsExactly("policy-too-large");
  }

  @Test
  void thousandsOfFaultsAreBounded() throws IOException {
    StringBuilder pack = new StringBuilder(PACK.substring(0, PACK.indexOf("facts:")));
    for (int i = 0; i < PackReader.MAX_PARAMETERS - 3; i++) {
      String name = "p" + "x".repeat(50) + i;
      pack.append("  ").append(name);
      pack.append(": { value: 1, meaning: m, source: { instrument: X, grade: draft } }\n");
    }
    pack.append("rules:\n");
    String rule = PACK.substring(PACK.indexOf("  - id: careful"));
    for (int i = 0; i < 4_000; i++) {
      pack.append(
          rule.replace("careful", "careful-" + i)
              .replace("parameters.kinds", "parameters.p" + "y".repeat(50) + i));
    }
    assertThat(read(pack.toString())).isEmpty();
    assertThat(findings.list()).hasSize(Findings.LIMIT);
    assertThat(findings.errors()).isEqualTo(4_000);
  }

  @Test
  void aHugeFileIsRefused() throws IOException {
    assertThat(read(PACK + "#".repeat(PackReader.MAX_BYTES))).isEmpty();
    assertThat(codes()).containsExactly("file-too-large");
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    assertThat(read(PACK + "without: " + "[".repeat(5_000) + "]".repeat(5_000))).isEmpty();
    assertThat(codes()).containsExactly("yaml-too-deep");
  }

  @Test
  void aLongChainIsRefused() throws IOException {
    write("p0.yaml", PACK);
    for (int i = 1; i <= 40; i++) {
      write("p" + i + ".yaml", child(i));
    }
    assertThat(read(child(41))).isEmpty();
    assertThat(codes()).contains("policy-extends").doesNotContain("unknown-rule");
  }

  private static String child(int i) {
    return "testroad-policy: 1\nid: c"
        + i
        + "\nname: { en: C, zh: 子 }\nextends: p"
        + (i - 1)
        + ".yaml\n";
  }

  @Test
  void aChainThatTurnsBackIsRefused() throws IOException {
    write("a.yaml", PACK.replace("parameters:\n", "extends: b.yaml\nparameters:\n"));
    write("b.yaml", PACK.replace("parameters:\n", "extends: sub/../a.yaml\nparameters:\n"));
    assertThat(read(PACK.replace("parameters:\n", "extends: a.yaml\nparameters:\n"))).isEmpty();
    assertThat(codes()).contains("policy-extends-cycle");
  }

  @ParameterizedTest
  @MethodSource
  void whatIsNoPackIsTold(String text, String code) throws IOException {
    assertThat(read(text)).isEmpty();
    assertThat(codes()).contains(code);
    assertThat(findings.list()).allMatch(f -> f.severity() == Severity.ERROR);
  }

  static Stream<Arguments> whatIsNoPackIsTold() {
    return Stream.of(
        Arguments.of("", "yaml-empty"),
        Arguments.of("- a\n- b\n", "wrong-type"),
        Arguments.of("testroad-policy: 1\nrules: 7\n", "wrong-type"),
        Arguments.of("testroad-policy: 1\nfacts: [a]\nobligations: no\n", "wrong-type"),
        Arguments.of("testroad-policy: 1\nwithout: [[a]]\nextends: [a]\n", "wrong-type"),
        Arguments.of("a: &x 1\nb: *x\n", "yaml-anchor"),
        Arguments.of("rules: [ { id: !!js x } ]\n", "yaml-tag"),
        Arguments.of("id: a\nid: b\n", "duplicate-key"),
        Arguments.of("\u0000", "yaml-syntax"));
  }

  private List<String> codes() {
    return findings.list().stream().map(Finding::code).toList();
  }

  private Optional<Policy> read(String pack) throws IOException {
    return PolicyReader.read(write("p.yaml", pack), findings);
  }

  private Path write(String name, String pack) throws IOException {
    return Files.writeString(dir.resolve(name), pack);
  }
}
