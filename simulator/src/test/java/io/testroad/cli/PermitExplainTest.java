package io.testroad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PermitExplainTest {

  private static final String PACK =
      """
      testroad-policy: 1
      id: permits
      name: { en: Permits, zh: 许可 }
      facts:
        canPay: { value: true, meaning: whether the applicant can pay }
      obligations:
        accident-report:
          on: accident-reported
          by: operator
          to: traffic-police
          within: 5 days
      rules:
        - id: can-pay
          title: { en: The applicant can pay, zh: 能够赔偿 }
          source: { instrument: us, grade: assumption }
          on: declaration-applied
          require: given.canPay
          otherwise: [ { refuse: Cannot pay. } ]
        - id: report-in-time
          title: { en: Reports come in time, zh: 按期报告 }
          source: { instrument: us, grade: assumption }
          on: obligation-due
          require: obligation.inTime
          otherwise: [ { restrict: { scope: fleet, to: manual, days: 3 } } ]
      """;

  private static final List<Event> EVENTS =
      List.of(
          on(1, EventType.APPLICATION_FILED, "operator:pilot", "kind", "declaration"),
          judged(
              2,
              "operator:pilot",
              "authority:industry-bureau",
              WrittenRun.ruling(
                  2,
                  "operator:pilot",
                  "can-pay",
                  "declaration-applied",
                  false,
                  "given.canPay=false",
                  "refuse(Cannot pay.)")),
          on(
              2,
              EventType.OPINION_GIVEN,
              "authority:industry-bureau",
              "kind",
              "declaration",
              "verdict",
              "against",
              "reasons",
              List.of("Cannot pay. (can-pay)")),
          on(
              3,
              EventType.APPLICATION_REFUSED,
              "authority:industry-bureau",
              "kind",
              "declaration",
              "reasons",
              List.of("Cannot pay. (can-pay)")),
          on(
              9,
              EventType.DECLARATION_CONFIRMED,
              "authority:industry-bureau",
              "stage",
              "road-test",
              "crew",
              "on-board",
              "validUntil",
              Instant.parse("2025-09-01T00:00:00Z")),
          about(100, EventType.ACCIDENT_FILED, "accident", 1, "severity", "slight-injury"),
          about(
              100,
              EventType.OBLIGATION_STARTED,
              "obligation",
              "accident-report",
              "by",
              "operator",
              "operator",
              "pilot",
              "due",
              Instant.parse("2025-03-01T00:00:00Z")),
          about(
              200,
              EventType.OBLIGATION_OVERDUE,
              "obligation",
              "accident-report",
              "by",
              "operator",
              "operator",
              "pilot"),
          judged(
              200,
              "vehicle:pilot-1",
              "authority:traffic-police",
              WrittenRun.ruling(
                  200,
                  "vehicle:pilot-1",
                  "report-in-time",
                  "obligation-due",
                  false,
                  "obligation.inTime=false",
                  "restrict(fleet, manual, 3)")),
          new Event(
              200,
              EventType.RESTRICTION_ORDERED,
              "operator:pilot",
              Facts.of("scope", "fleet: manual", "rule", "report-in-time", "vehicles", 2)),
          about(
              300,
              EventType.RESPONSIBILITY_DETERMINED,
              "accident",
              1,
              "severity",
              "slight-injury",
              "responsibility",
              "none"));

  @TempDir Path folder;

  private String run = "";

  private static Event on(long tick, EventType type, String subject, Object... attributes) {
    return new Event(tick, type, subject, Facts.of(attributes).with("applicant", "pilot"));
  }

  private static Event about(long tick, EventType type, Object... attributes) {
    return new Event(
        tick, type, "vehicle:pilot-1", Facts.of(attributes).with("vehicle", "pilot-1"));
  }

  private static Event judged(long tick, String subject, String by, Event ruling) {
    return new Event(tick, EventType.RULING, subject, ruling.attributes().with("by", by));
  }

  @BeforeEach
  void write() throws Exception {
    run = WrittenRun.of(folder, PACK, EVENTS).toString();
  }

  private String explain(String entity, String language) {
    Terminal told = Terminal.run("explain", run, entity, "--lang", language);
    assertThat(told.exitCode()).as(told.err()).isZero();
    return told.out();
  }

  @Test
  void anOperatorsWholeStoryIsTold() {
    assertThat(explain("pilot", "en"))
        .contains(
            "Opinion of the industry bureau on the safety self-declaration of pilot: against;"
                + " reasons: Cannot pay.",
            "asked for by pilot is refused: Cannot pay.",
            "road test (on board): from",
            "accident-report: begun once, done in time never, missed once, first at",
            "restrictions: once",
            "2 vehicles of pilot are restricted (the whole fleet, driving by hand only)",
            "slight injury (1)",
            "Responsibility determined: none (1).",
            "The industry bureau found that operator pilot breaks the rule");
    assertThat(explain("fleet:pilot", "zh"))
        .contains("工信部门认定:运营主体 pilot 违反规则", "整个车队、仅限人工驾驶", "逾期 1 次");
  }

  @Test
  void aVehiclesStoryHoldsItsFleetsStagesAndRestrictions() {
    assertThat(explain("pilot-1", "en"))
        .containsSubsequence("Stages", "road test (on board)", "Sanctions one by one", "#10")
        .contains("Accident 1 (slight injury): the responsibility of vehicle pilot-1 is none.");
    assertThat(explain("pilot-1", "zh")).contains("车辆 pilot-1 的责任为无责任");
  }

  @Test
  void eventsLeadBackToTheRulingsBehindThem() {
    String cause = "#2  23:50:00  The industry bureau found that operator pilot breaks the rule";
    assertThat(explain("#3", "en")).containsSubsequence("What led to it", cause);
    assertThat(explain("#4", "en"))
        .containsSubsequence(
            cause, "whether the applicant can pay", "given.canPay had been true", "#3");
    assertThat(explain("#8", "en"))
        .containsSubsequence("What led to it", "#7", "#6", "What was judged then", "#9");
    assertThat(explain("#10", "en")).containsSubsequence("What led to it", "#9", "#8", "#7", "#6");
    assertThat(explain("#11", "en")).containsSubsequence("What led to it", "#6");
    assertThat(explain("#10", "zh")).contains("限制该主体的全部车辆的许可 3 天:仅限人工驾驶");
  }
}
