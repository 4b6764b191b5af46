package io.testroad.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.Facts;
import io.testroad.finding.Findings;
import io.testroad.policy.Grade;
import io.testroad.protocol.Task;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the books that come with the program do about which incident. */
class PlanBookTest {

  private static final Facts MINOR =
      Facts.of(
          PlanFacts.KIND,
          "collision",
          PlanFacts.CAN_MOVE,
          true,
          PlanFacts.ICV,
          true,
          PlanFacts.LANES,
          2L,
          PlanFacts.BLOCKED_LANES,
          1L,
          PlanFacts.LEVEL,
          "district");

  private static PlanBook book(String name) {
    Findings findings = new Findings();
    PlanBook book =
        PlanReader.read(Path.of("..", "scenarios", "plans", name + ".yaml"), findings)
            .orElseThrow(() -> new AssertionError(findings.list()));
    assertThat(findings.list()).isEmpty();
    return book;
  }

  private static String plan(String book, Facts known) {
    PlanBook plans = book(book);
    return plans.plan(plans.situation(known)).map(Plan::id).orElse("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cn-national", "cn-wuhan", "cn-guangdong-keep-scene", "us-california"})
  void thereIsAPlanForEveryKind(String name) {
    PlanBook book = book(name);
    for (String kind : PlanFacts.table().get(PlanFacts.KIND).values()) {
      Situation situation = book.situation(Facts.of(PlanFacts.KIND, kind));
      assertThat(book.plan(situation)).as(kind).isPresent();
    }
    assertThat(book.plan(book.situation(Facts.empty()))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "cn-national, movable-collision, CLEAR_FIRST, 1",
    "cn-wuhan, wuhan-video, CLEAR_FIRST, 1",
    "cn-guangdong-keep-scene, test-vehicle-accident, KEEP_SCENE, 2",
    "us-california, ca-collision, CLEAR_FIRST, 1"
  })
  void theSameMinorCrashIsHandledByThePlaceItHappensIn(
      String name, String id, Procedure procedure, int units) {
    PlanBook book = book(name);
    Situation situation = book.situation(MINOR);
    Plan plan = book.plan(situation).orElseThrow();
    assertThat(plan.id()).isEqualTo(id);
    assertThat(plan.procedure(situation)).isEqualTo(procedure);
    assertThat(plan.sendings(situation).stream().mapToInt(s -> s.count().value(situation)).sum())
        .isEqualTo(units);
  }

  @Test
  void theClassDecidesPriorityAndLevel() {
    PlanBook book = book("cn-national");
    Situation minor = book.situation(MINOR);
    assertThat(minor.severity().name()).isEqualTo("lane-blocked");
    assertThat(minor.values())
        .containsEntry(PlanFacts.SEVERITY, "lane-blocked")
        .containsEntry(PlanFacts.PRIORITY, 2L)
        .containsEntry(PlanFacts.OPEN_LANES, 1L);
    Situation grave = book.situation(MINOR.with(PlanFacts.DEAD, 3L));
    assertThat(grave.severity().priority()).isEqualTo(1);
    assertThat(grave.severity().level()).isEqualTo(CentreLevel.PROVINCE);
    assertThat(book.situation(Facts.empty()).severity().priority()).isEqualTo(4);
  }

  @Test
  void threeDeadAreReportedUpwardAtOnce() {
    PlanBook book = book("cn-national");
    Facts two = MINOR.with(PlanFacts.DEAD, 2L);
    Situation less = book.situation(two);
    Situation grave = book.situation(two.with(PlanFacts.DEAD, 3L));
    Plan plan = book.plan(grave).orElseThrow();
    assertThat(plan.id()).isEqualTo("casualties");
    assertThat(plan.reports(grave))
        .anySatisfy(
            duty -> {
              assertThat(duty.to()).isEqualTo(ReportDuty.Recipient.CITY);
              assertThat(duty.within()).isZero();
            });
    assertThat(plan.escalation(grave, Duration.ZERO)).contains(CentreLevel.CITY);
    assertThat(plan.escalation(less, Duration.ZERO)).isEmpty();
    assertThat(plan.escalation(less, Duration.ofMinutes(10))).contains(CentreLevel.CITY);
    assertThat(plan.fund().holds(grave)).isTrue();
  }

  @Test
  void oneAmbulanceForTwoInjured() {
    PlanBook book = book("cn-national");
    Situation situation = book.situation(MINOR.with(PlanFacts.INJURED, 3L));
    Sending treat = book.plan(situation).orElseThrow().sendings(situation).get(0);
    assertThat(treat.task()).isEqualTo(Task.TREAT);
    assertThat(treat.count().value(situation)).isEqualTo(2);
  }

  @Test
  void inWuhanTheOperatorIsAskedFirstThenItsCrewThenTheVehicleIsTowed() {
    PlanBook book = book("cn-wuhan");
    Facts stalled =
        Facts.of(
            PlanFacts.KIND,
            "vehicle-stalled",
            PlanFacts.ICV,
            true,
            PlanFacts.LANES,
            2L,
            PlanFacts.BLOCKED_LANES,
            1L,
            PlanFacts.VERIFIED,
            true);
    assertThat(asked(book, stalled, 0)).containsExactly("ask-operator RESTART");
    assertThat(tasks(book, stalled, 0)).isEmpty();
    assertThat(asked(book, stalled, 121))
        .containsExactly("ask-operator RESTART", "ask-operator SEND_CREW");
    assertThat(tasks(book, stalled, 121)).containsExactly(Task.SECURE);
    assertThat(tasks(book, stalled, 901)).containsExactly(Task.SECURE, Task.TOW);
    assertThat(tasks(book, stalled.with(PlanFacts.VERIFIED, false), 0))
        .containsExactly(Task.OBSERVE);
    assertThat(plan("cn-wuhan", stalled.with(PlanFacts.LEVEL, "operator"))).isEqualTo("own-crew");
  }

  private static List<String> asked(PlanBook book, Facts known, double waitsS) {
    Situation situation = book.situation(known.with(PlanFacts.WAITS, waitsS));
    return book.plan(situation).orElseThrow().measures(situation).stream()
        .filter(Measure.AskOperator.class::isInstance)
        .map(measure -> measure.written() + " " + ((Measure.AskOperator) measure).measure())
        .toList();
  }

  private static List<Task> tasks(PlanBook book, Facts known, double waitsS) {
    Situation situation = book.situation(known.with(PlanFacts.WAITS, waitsS));
    return book.plan(situation).orElseThrow().sendings(situation).stream()
        .map(Sending::task)
        .toList();
  }

  @Test
  void californiasGeofenceIsForLifeInDanger() {
    PlanBook book = book("us-california");
    Situation fire = book.situation(MINOR.with(PlanFacts.FIRE, true));
    assertThat(book.plan(fire).orElseThrow().measures(fire))
        .contains(new Measure.Geofence(300, Duration.ofHours(1)));
    assertThat(book.parameters().get("geofenceExit").value()).isEqualTo(2.0);
    assertThat(book.parameters().get("answerMax").value()).isEqualTo(30.0);
  }

  @Test
  void chlorineAsksForMoreDistanceThanOtherGoods() {
    PlanBook book = book("cn-national");
    Facts spill =
        Facts.of(
            PlanFacts.KIND, "hazmat-spill", PlanFacts.SUBSTANCE, "1017", PlanFacts.LITRES, 300.0);
    assertThat(radii(book, spill)).containsExactly(600.0);
    assertThat(radii(book, spill.with(PlanFacts.SUBSTANCE, "1203"))).containsExactly(100.0);
    assertThat(radii(book, spill.with(PlanFacts.FIRE, true))).containsExactly(800.0);
    assertThat(book.parameters().get("toxicIsolation").source().grade())
        .isEqualTo(Grade.ASSUMPTION);
  }

  private static List<Double> radii(PlanBook book, Facts known) {
    Situation situation = book.situation(known);
    return book.plan(situation).orElseThrow().measures(situation).stream()
        .filter(Measure.Geofence.class::isInstance)
        .map(measure -> ((Measure.Geofence) measure).radiusM())
        .toList();
  }

  @Test
  void wholeNumbersStandForNumbersAndWhatCantBeComputedDoesNotHold() {
    PlanBook book = book("cn-national");
    Situation situation = book.situation(Facts.of(PlanFacts.WAITS, 700L));
    assertThat(situation.values()).containsEntry(PlanFacts.WAITS, 700.0);
    assertThat(PlanCondition.NEVER.holds(situation)).isFalse();
    assertThat(PlanCondition.ALWAYS.holds(situation)).isTrue();
  }
}
