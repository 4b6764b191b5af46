package io.testroad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

  @TempDir Path folder;

  private String run = "";

  @BeforeEach
  void write() throws Exception {
    run = WrittenRun.of(folder).toString();
  }

  private String explain(String entity) {
    return explain(entity, "en");
  }

  private String explain(String entity, String language) {
    Terminal told = Terminal.run("explain", run, entity, "--lang", language);
    assertThat(told.exitCode()).as(told.err()).isZero();
    assertThat(told.err()).isEmpty();
    return told.out();
  }

  @Test
  void withoutANameItGivesAnOverview() {
    Terminal told = Terminal.run("explain", run, "--lang", "en");
    assertThat(told.exitCode()).isZero();
    assertThat(told.out())
        .contains("Written, from 2025-02-28 23:50:00 to 2025-02-28 23:53:50, seed 7: completed")
        .contains("“A valid plate is needed” (plate-valid): broken once by vehicle pilot-1")
        .contains("pilot-1: a rule broken once, one violation")
        .contains(
            "incident:1: vehicle standing still, road a, 23:51:22; roadway clearance time (T5−T1) 1 min 49 s")
        .contains("Scene 2 (debris on the road, road b)");
  }

  @Test
  void aBrokenRulingSaysWhatWouldHaveChangedIt() {
    assertThat(explain("#5"))
        .contains("#5  23:51:10  Vehicle pilot-1 breaks the rule “A valid plate is needed”")
        .contains("vehicle.plate.validUntil = 2025-02-28 23:51:00  the plate's last instant")
        .contains("Order 164, article 48 (the text itself was seen)")
        .contains("primary: The instrument’s own text was seen.")
        .contains("It would have held if one of these had been so:")
        .contains("- now had been no later than 2025-02-28 23:51:00 (it was 2025-02-28 23:51:10)")
        .contains(
            "- vehicle.plate.validUntil had been no earlier than 2025-02-28 23:51:10"
                + " (it was 2025-02-28 23:51:00)")
        .contains("What followed\n  #6  23:51:10  Vehicle pilot-1: driving without a valid plate");
    assertThat(explain("#1"))
        .contains(
            "It would have held if request.kmTested had been at least 1000 km (it was 812.4 km).");
    assertThat(explain("event:5", "zh"))
        .contains("now 不晚于 2025-02-28 23:51:00(实为 2025-02-28 23:51:10)", "号牌的截止时刻");
  }

  @Test
  void aRulingThatHeldSaysWhatWouldHaveBrokenIt() {
    assertThat(explain("#3"))
        .contains("Vehicle pilot-1 keeps the rule")
        .contains("It would have been broken if one of these had been so, the nearest first:")
        .contains("now had been later than 2025-02-28 23:51:00")
        .contains("vehicle.plated had been false (it was true)");
  }

  @Test
  void anEventIsFollowedBackThroughItsRulings() {
    assertThat(explain("#8"))
        .containsSubsequence(
            "#8  23:51:10  The permit of vehicle pilot-1 is suspended until",
            "What led to it",
            "#7  23:51:10  Authority police breaks the rule “A violation suspends”",
            "violations.count had been at most 0 violations, set by the parameter violationsMax",
            "parameters.violationsMax had been at least 1 violations",
            "#6  23:51:10  Vehicle pilot-1: driving without a valid plate",
            "#5  23:51:10  Vehicle pilot-1 breaks the rule “A valid plate is needed”");
    assertThat(explain("#2"))
        .containsSubsequence("#1  23:50:01", "request.kmTested had been at least 1000 km");
  }

  @Test
  void vehiclesRulesOperatorsAuthoritiesAndIncidentsAreTold() {
    assertThat(explain("pilot-1"))
        .isEqualTo(explain("vehicle:pilot-1"))
        .contains("vehicle.plate.validUntil = 2025-02-28 23:51:00  (the plate's last instant")
        .containsSubsequence("#5", "It would have held", "#6", "#8", "#9", "#12")
        .contains("Besides: roads entered (1).", "2 rulings, one of a broken rule.");
    assertThat(explain("plate-valid"))
        .contains("A valid plate is needed · 须持有效号牌", "Kept once, broken once.")
        .contains("First ruling 23:50:02, last 23:51:10.", "Broken by: vehicle pilot-1.")
        .contains("#5  23:51:10");
    assertThat(explain("pilot")).contains("operator pilot", "#1", "#2", "#5", "pilot-1: a rule");
    assertThat(explain("authority:police")).contains("#6", "#7", "#8");
    assertThat(explain("callers:public")).contains("callers public", "#17");
  }

  @Test
  void anIncidentIsToldFromItsSceneToTheTrafficAsBefore() {
    assertThat(explain("incident:1"))
        .isEqualTo(explain("1"))
        .containsSubsequence(
            "      #5  23:51:10  Vehicle pilot-1 breaks",
            "      #9  23:51:20",
            "  T0  #10  23:51:20  Scene 1 begins: vehicle standing still on road a",
            "      #11  23:51:20  Vehicle pilot-1 stands with riders who can't go on (1).",
            "  T1  #12  23:51:22  Platform supervision (telemetry) reports",
            "  T2  #13  23:51:23  Command centre district knows it to be true (camera):",
            "known then: kind: vehicle standing still, road: a, lanes blocked: 0, 1, ICV: yes,"
                + " operator: operator pilot (from platform supervision at 23:51:22);"
                + " riders: 1 (from sensor c1 at 23:51:23)",
            "  T3  #14  23:51:23  Command centre district sends tow truck tow-1 to road a for"
                + " towing, securing the scene under plan stalled: by ring: tow-1 (1 min 35 s,"
                + " 812 m) of ring 1, before tow-2 (2 min 10 s, 1400 m), one other; expected in"
                + " 1 min 35 s, 812 m away.",
            "      #16  23:51:25",
            "      #17  23:51:25",
            "  T4  #18  23:51:40",
            "      #19  23:51:41  Unit tow-1 begins its work at scene 1: towing; it will take"
                + " 4 min 40 s.",
            "(1) are free after 1 min 50 s (it was taken away).",
            "  T6  #22",
            "  T5  #23",
            "  T7  #25",
            "Measures",
            "detection (T1−T0) 2 s",
            "verification (T2−T1) 1 s",
            "dispatch (T3−T2) 0 s",
            "response (T4−T1) 18 s",
            "roadway clearance RCT (T5−T1) 1 min 49 s",
            "incident clearance ICT (T6−T1) 1 min 49 s",
            "recovery (T7−T5) 30 s",
            "Commanded last by command centre district, plan stalled, priority 3; units sent: 1;",
            "Scene 1 (vehicle standing still, road a): lanes blocked for 1.8 lane-minutes, 0.5"
                + " vehicle-hours of delay, at most 51 vehicles standing")
        .doesNotContain("#27", "Scene 2");
  }

  @Test
  void aSceneIsToldWithTheIncidentsAboutIt() {
    assertThat(explain("scene:1", "zh"))
        .containsSubsequence(
            "现场 1",
            "T0  #10",
            "T1  #12",
            "当时已知:类型：车辆停驶、道路：a、占用车道：0, 1、智能网联汽车：是",
            "T3  #14",
            "派拖车 tow-1 前往道路 a 执行拖移、现场警戒勘查",
            "T7  #25",
            "事件 1:道路清空时间 RCT(T5−T1)1 分 49 秒",
            "现场 1(车辆停驶,道路 a):车道占用 1.8 车道分钟");
    assertThat(explain("scene:2"))
        .contains("  T0  #15  23:51:24  Scene 2 begins: debris on the road")
        .contains("its account was not closed before the run ended.", "Nobody reported it.")
        .doesNotContain("T1  #");
  }

  @Test
  void jsonHoldsTheComputedChanges() throws Exception {
    Terminal told = Terminal.run("explain", run, "#5", "--format", "json");
    JsonNode account = new ObjectMapper().readTree(told.out());
    JsonNode ruling = account.get("sections").get(0).get("items").get(0).get("ruling");
    assertThat(ruling.get("verdict").asText()).isEqualTo("broken");
    JsonNode change = ruling.get("wouldHaveHeld").get(0).get("changes").get(0);
    assertThat(change.get("conditions").get(0).get("part").asText())
        .isEqualTo("now <= vehicle.plate.validUntil");
    assertThat(change.get("was").asText()).startsWith("2025-02-28T15:51");
  }

  @Test
  void aPackThatChangedOrIsGoneIsSaid() throws Exception {
    Path pack = folder.resolve("pack.yaml");
    String text = Files.readString(pack);
    Files.writeString(pack, text.replace(" && now <= vehicle.plate.validUntil", ""));
    assertThat(explain("#5"))
        .contains("has changed since the run")
        .contains("the rule would have said something else");
    Files.writeString(pack, text.replace("testroad-policy: 1", "testroad-policy: 9"));
    assertThat(explain("#5")).contains("has errors now");
    Path moved = Files.writeString(folder.resolve("moved.yaml"), text);
    Files.delete(pack);
    assertThat(explain("#5")).contains("is not where the run found it", "--policy");
    assertThat(explain("pilot-1")).contains("breaks the rule");
    Terminal named = Terminal.run("explain", run, "#5", "--policy", moved.toString());
    assertThat(named.out()).contains("now had been no later than");
  }

  @Test
  void badInputIsAFinding() throws Exception {
    assertThat(Terminal.run("explain", folder.toString()).err())
        .contains("error [not-a-run-directory]");
    Terminal unknown = Terminal.run("explain", run, "pilot-11");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("error [unknown-entity]", "Did you mean 'pilot-1'?");
    assertThat(Terminal.run("explain", run, "#99").err())
        .contains("error [unknown-event]", "1 to 27");
    assertThat(Terminal.run("explain", run, "#99999999999999999999").exitCode()).isEqualTo(2);
    Path log = Path.of(run, "events.jsonl");
    Files.writeString(log, "{\"tick\":90", StandardOpenOption.APPEND);
    Terminal cut = Terminal.run("explain", run, "pilot-1");
    assertThat(cut.exitCode()).isZero();
    assertThat(cut.err()).contains("events.jsonl:28:1: warning [event-log-line]");
    Files.delete(log);
    assertThat(Terminal.run("explain", run, "pilot-1").err()).contains("error [event-log-missing]");
    for (String manifest :
        new String[] {
          "{\"program\":\"testroad\",\"start\":\"x\"}",
          "{\"program\":\"testroad\",\"inputs\":[]}",
          "{\"program\":\"testroad\",\"inputs\":[],\"start\":\"x\",\"status\":\"completed\","
              + "\"scenario\":\"a\",\"scenarioFile\":\"b\"}"
        }) {
      Files.writeString(Path.of(run, "manifest.json"), manifest);
      Terminal told = Terminal.run("explain", run);
      assertThat(told.exitCode()).as(manifest).isEqualTo(2);
      assertThat(told.err()).contains("error [");
    }
  }
}
