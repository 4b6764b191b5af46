package io.testroad.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PolicyTest {

  private static final Policy POLICY = PacksTest.read("cn-national.yaml");

  @Test
  void rulesAreEvaluatedInOrderOfId() {
    assertThat(POLICY.rule(Moment.ROAD_ENTERED, World.vehicle()))
        .extracting(Ruling::rule)
        .isSorted()
        .contains("declared-roads-in-automated-mode", "plate-on-the-road")
        .doesNotContain("declared-roads-without-driver");
    assertThat(POLICY.rules()).extracting(Rule::id).isSorted().hasSizeGreaterThanOrEqualTo(20);
  }

  @Test
  void aRulingCarriesWhatItsRuleRead() {
    Facts facts = World.vehicle().with("vehicle.speedMps", 10.2);
    Ruling ruling =
        POLICY.rule(Moment.SPEED_SEEN, facts).stream()
            .filter(r -> r.rule().equals("speed-limit"))
            .findFirst()
            .orElseThrow();
    assertThat(ruling.attributes().asMap())
        .containsEntry("rule", "speed-limit")
        .containsEntry("pack", "cn-traffic-law")
        .containsEntry("on", "speed-seen")
        .containsEntry("verdict", "broken")
        .containsEntry("consequence", "violation(speeding, driver)")
        .containsEntry("grade", "assumption")
        .containsEntry(
            "facts",
            "parameters.speedTolerance=0.01 road.speedLimitMps=10.0 vehicle.speedMps=10.2");
    assertThat(EventType.RULING.attributes().stream().map(a -> a.replace("?", "")))
        .containsAll(ruling.attributes().names());
    assertThat(ruling.consequences(Consequence.Violation.class))
        .containsExactly(new Consequence.Violation("speeding", "driver"));
  }

  @Test
  void factsAreWrittenOnOneLine() {
    Facts facts = Facts.of("b", "it's", "a", List.of("x", "y"), "c", World.NOW, "d", 1);
    assertThat(Ruling.text(facts)).isEqualTo("a=['x','y'] b='it\\'s' c=2025-02-28T02:00:00Z d=1");
  }

  @Test
  void aParameterCanBeChanged() {
    Facts facts = World.vehicle().and(Facts.of("driver.dutyS", 10_000.0));
    Policy stricter = POLICY.withParameter("continuousDrivingMaxS", 9000);
    assertThat(POLICY.rule(Moment.DUTY_CHECKED, facts)).allMatch(Ruling::held);
    assertThat(stricter.rule(Moment.DUTY_CHECKED, facts))
        .filteredOn(ruling -> !ruling.held())
        .extracting(Ruling::rule)
        .containsExactly("continuous-driving");
    assertThat(stricter.parameters().get("continuousDrivingMaxS").source().grade())
        .isEqualTo(Grade.ASSUMPTION);
  }

  @Test
  void wrongParametersAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> POLICY.withParameter("nope", 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> POLICY.withParameter("plateMaxMonths", "six"));
  }

  @Test
  void missingFactsAndWrongTypesAreTheCallersFault() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> POLICY.rule(Moment.DUTY_CHECKED, Facts.of("driver.dutyS", 1.0)))
        .withMessageContaining("vehicle.safetyDriver");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> POLICY.rule(Moment.DUTY_CHECKED, World.vehicle().with("driver.dutyS", "long")))
        .withMessageContaining("must be a double");
  }

  @Test
  void withoutRulesEverythingIsAllowed() {
    assertThat(RuleBook.NONE.rule(Moment.TRIP_REQUESTED, Facts.empty())).isEmpty();
  }

  @Test
  void manyThreadsGetTheSameRulings() {
    Policy fresh = PacksTest.read("cn-wuhan.yaml");
    String expected =
        PacksTest.read("cn-wuhan.yaml").rule(Moment.TRIP_REQUESTED, World.vehicle()).toString();
    assertThat(
            IntStream.range(0, 2000)
                .parallel()
                .mapToObj(i -> fresh.rule(Moment.TRIP_REQUESTED, World.vehicle()).toString())
                .distinct())
        .containsExactly(expected);
  }

  @Test
  void writtenFormsReadBack() {
    assertThat(Moment.values()).allMatch(m -> Moment.find(m.written()).orElseThrow() == m);
    assertThat(Grade.values()).allMatch(g -> Grade.find(g.written()).orElseThrow() == g);
    assertThat(Instruction.values())
        .allMatch(i -> Instruction.find(i.written()).orElseThrow() == i);
    assertThat(Moment.TAKEOVER_UNANSWERED.written()).isEqualTo("takeover-unanswered");
  }
}
