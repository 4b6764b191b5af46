package io.testroad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandTest {

  private static final String PACKS = Path.of("..", "scenarios", "policies").toString();
  private static final String NATIONAL = Path.of(PACKS, "cn-national.yaml").toString();
  private static final String WUHAN = Path.of(PACKS, "cn-wuhan.yaml").toString();

  @TempDir Path folder;

  private static JsonNode json(Terminal told) throws Exception {
    assertThat(told.err()).isEmpty();
    return new ObjectMapper().readTree(told.out());
  }

  private String broken() throws Exception {
    return Files.writeString(
            folder.resolve("broken.yaml"), "testroad-policy: 1\nid: x\nnmae: y\nrules: [ 3 ]\n")
        .toString();
  }

  @Test
  void listShowsOneRuleALineAndCountsGrades() {
    Terminal told = Terminal.run("policy", "list", WUHAN, "--on", "speed-seen", "--lang", "en");
    assertThat(told.exitCode()).isZero();
    assertThat(told.out())
        .contains("Wuhan, the ordinance of 2025")
        .containsPattern("cn-wuhan: \\d+ rules \\(.*\\d secondary\\)")
        .containsPattern("speed-limit +speed-seen +secondary +\\S.*kept by whoever drives\\n");
    assertThat(Terminal.run("policy", "list", WUHAN, "--grade", "primary", "--lang", "zh").out())
        .contains("武汉市智能网联汽车规则", "临时号牌有效期不超过六个月")
        .doesNotContain("wuhan-avoid-peaks");
  }

  @Test
  void listAsJsonHoldsEveryPack() throws Exception {
    JsonNode packs = json(Terminal.run("policy", "list", PACKS, "--format", "json")).get("packs");
    assertThat(packs).extracting(each -> each.get("id").asText()).contains("cn-wuhan");
    JsonNode wuhan =
        json(Terminal.run("policy", "list", WUHAN, "--format", "json")).get("packs").get(0);
    for (String counted : new String[] {"count", "parameters", "facts", "obligations"}) {
      assertThat(wuhan.get(counted).asInt()).as(counted).isPositive();
    }
    assertThat(wuhan.get("byGrade").get("primary").asInt()).isPositive();
  }

  @Test
  void showTellsAllAboutARule() throws Exception {
    Terminal told = Terminal.run("policy", "show", WUHAN, "speed-limit", "--lang", "en");
    assertThat(told.out())
        .contains("The speed limit is kept by whoever drives", "车内人员驾驶不得超速")
        .contains("vehicle.speedMps (m/s)  the vehicle's speed", "speedTolerance = 0.01")
        .contains("cn-wuhan; it takes the place of one in cn-traffic-law")
        .contains("secondary: A report, a digest or a local copy");
    JsonNode rule = json(Terminal.run("policy", "show", WUHAN, "speed-limit", "--format", "json"));
    assertThat(rule.get("parameters").get(0).get("name").asText()).isEqualTo("speedTolerance");
    assertThat(Terminal.run("policy", "show", WUHAN, "plateMaxMonths", "--lang", "zh").out())
        .contains("6 个月", "已见法规原文", "plate-validity-cap", "cn-traffic-law");
    assertThat(Terminal.run("policy", "show", WUHAN).out())
        .contains("cn-national.yaml", "eveningPeakFrom", "wuhan-avoid-peaks");
  }

  private String declaring(String name, String value, String term) throws Exception {
    return Files.writeString(
            folder.resolve(name),
            """
            testroad-policy: 1
            id: declaring
            name: { en: Declaring, zh: 声明 }
            facts:
              weather:
                value: %s
                values: [ dry, wet ]
                meaning: how the road is
            obligations:
              yearly-report:
                on: permit-granted
                applies: given.weather == 'dry'
                by: operator
                to: industry-bureau
                within: %s
                repeats: true
            rules:
              - id: reports-come
                title: { en: Reports come, zh: 按期报告 }
                source: { instrument: us, grade: assumption }
                on: obligation-due
                applies: obligation.name == 'yearly-report'
                require: obligation.inTime && given.weather == 'dry'
                otherwise: [ { warn: late } ]
            """
                .formatted(value, term))
        .toString();
  }

  @Test
  void declaredFactsAndObligationsAreShown() throws Exception {
    String pack = declaring("declaring.yaml", "dry", "12 months");
    assertThat(Terminal.run("policy", "show", pack, "--lang", "en").out())
        .containsPattern("given\\.weather +'dry' +declaring +how the road is")
        .containsPattern("yearly-report +declaring +when .*confirmed: the operator owes it to the");
    Terminal fact = Terminal.run("policy", "show", pack, "weather", "--lang", "en");
    assertThat(fact)
        .isEqualTo(Terminal.run("policy", "show", pack, "given.weather", "--lang", "en"));
    assertThat(fact.out())
        .containsPattern("one of +dry, wet")
        .containsPattern("read by +reports-come, yearly-report");
    assertThat(Terminal.run("policy", "show", pack, "yearly-report", "--lang", "zh").out())
        .contains("12 个月", "运营主体", "工信部门", "reports-come", "是:期限届满后重新计时");
    JsonNode owed = json(Terminal.run("policy", "show", pack, "yearly-report", "--format", "json"));
    assertThat(owed.get("within").asText()).isEqualTo("12 months");
    assertThat(owed.get("judgedBy").get(0).asText()).isEqualTo("reports-come");
    assertThat(
            json(Terminal.run("policy", "show", pack, "--format", "json"))
                .get("facts")
                .get(0)
                .get("values"))
        .hasSize(2);
    assertThat(Terminal.run("policy", "show", pack, "yearly-reprot").err())
        .contains("Did you mean 'yearly-report'?");
  }

  @Test
  void diffComparesDeclaredFactsAndObligations() throws Exception {
    String before = declaring("before.yaml", "dry", "12 months");
    String after = declaring("after.yaml", "wet", "6 months");
    Terminal told = Terminal.run("policy", "diff", before, after, "--lang", "en");
    assertThat(told.out())
        .contains(
            "given.weather: 'dry' → 'wet'",
            "before: 12 months",
            "after:  6 months",
            "No parameter, one fact, one obligation, no rule differ.");
    JsonNode difference = json(Terminal.run("policy", "diff", before, after, "--format", "json"));
    assertThat(difference.get("obligations").get(0).get("kind").asText()).isEqualTo("changed");
    assertThat(difference.get("facts").get(0).get("parts").has("value")).isTrue();
  }

  @Test
  void whatThePackDoesNotHaveIsAFinding() {
    Terminal told = Terminal.run("policy", "show", WUHAN, "sped-limit");
    assertThat(told.exitCode()).isEqualTo(2);
    assertThat(told.err()).contains("error [unknown-rule]", "Did you mean 'speed-limit'?");
    assertThat(Terminal.run("policy", "list", "--on", "never").err())
        .contains("'never' is none of declaration-applied");
  }

  @Test
  void lintCountsWarningsWhenStrict() throws Exception {
    assertThat(Terminal.run("policy", "lint", PACKS, "--strict", "--lang", "en").out())
        .contains("sound, ", "no error, no warning");
    Path doubtful =
        Files.writeString(
            folder.resolve("pack.yaml"), "testroad-policy: 1\nid: x\nname: { en: X, zh: X }\n");
    assertThat(Terminal.run("policy", "lint", doubtful.toString()).exitCode()).isZero();
    Terminal strict = Terminal.run("policy", "lint", doubtful.toString(), "--strict");
    assertThat(strict.exitCode()).isEqualTo(2);
    assertThat(strict.out()).contains("warning [lint-untranslated]");
    Terminal bad = Terminal.run("policy", "lint", broken(), "no-such.yaml", "--format", "json");
    assertThat(bad.exitCode()).isEqualTo(2);
    assertThat(json(bad).get("errors").asInt()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void diffSaysWhetherPacksAreEqual() throws Exception {
    assertThat(Terminal.run("policy", "diff", WUHAN, WUHAN, "--lang", "en"))
        .isEqualTo(new Terminal(0, "The two policies are equal.\n", ""));
    Terminal told = Terminal.run("policy", "diff", NATIONAL, WUHAN, "--lang", "en");
    assertThat(told.exitCode()).isEqualTo(1);
    assertThat(told.out())
        .contains(
            "morningPeakFrom = 7 h, added",
            "wuhan-avoid-peaks",
            "before: (always)".replaceAll("[()]", ""));
    Terminal asJson = Terminal.run("policy", "diff", NATIONAL, WUHAN, "--format", "json");
    assertThat(asJson.exitCode()).isEqualTo(1);
    assertThat(json(asJson).get("equal").asBoolean()).isFalse();
    assertThat(Terminal.run("policy", "diff", NATIONAL, broken()).exitCode()).isEqualTo(2);
  }

  @Test
  void coverageCountsTheRulingsOfARun() throws Exception {
    Path run = WrittenRun.of(folder);
    Terminal told =
        Terminal.run(
            "policy",
            "coverage",
            run.toString(),
            "--packs",
            folder.resolve("pack.yaml").toString(),
            "--format",
            "json");
    assertThat(told.exitCode()).isZero();
    JsonNode coverage = json(told);
    assertThat(coverage.get("rules").asInt()).isEqualTo(3);
    assertThat(coverage.get("kept").asInt()).isEqualTo(1);
    assertThat(coverage.get("broken").asInt()).isEqualTo(3);
    assertThat(coverage.get("uncovered"))
        .extracting(each -> each.get("rule").asText())
        .containsExactly("count-suspends", "months");
    assertThat(coverage.get("byRule").get(2).toString())
        .isEqualTo(
            "{\"pack\":\"tiny\",\"rule\":\"plate-valid\",\"on\":\"road-entered\",\"kept\":1,\"broken\":1}");
    Terminal all =
        Terminal.run(
            "policy",
            "coverage",
            run.toString(),
            "--lang",
            "en",
            "--min",
            "50 %",
            "--packs",
            folder.resolve("pack.yaml").toString(),
            "--require-all");
    assertThat(all.exitCode()).isEqualTo(1);
    assertThat(all.out())
        .contains("1 of 3 rules both kept and broken (33.3 %)", "33.3 % is less than the 50.0 %");
  }

  @Test
  void coverageRunsScenariosAndLeavesNothingBehind() throws Exception {
    String scenario = Path.of("..", "scenarios", "six-months-of-permits.yaml").toString();
    Terminal told =
        Terminal.run("policy", "coverage", scenario, "--packs", PACKS, "--format", "json");
    assertThat(told.exitCode()).isZero();
    assertThat(json(told).get("scenarios").asInt()).isEqualTo(1);
    assertThat(json(told).get("kept").asInt()).isPositive();
    assertThat(Path.of("runs")).doesNotExist();
  }

  @Test
  void coverageRunsNothingWhenSomethingIsWrong() throws Exception {
    Path bad = Files.writeString(folder.resolve("bad.yaml"), "testroad: 1\nnmae: x\n");
    Terminal told =
        Terminal.run("policy", "coverage", folder.toString(), "no-such-folder", "--packs", PACKS);
    assertThat(told.exitCode()).isEqualTo(2);
    assertThat(told.err())
        .contains(bad + ":2:1: error [unknown-key]", "no-such-folder: error [missing-file]");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(Terminal.run("policy", "coverage", empty.toString(), "--packs", PACKS).err())
        .contains("error [no-scenarios]");
  }
}
