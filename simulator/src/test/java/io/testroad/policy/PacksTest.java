package io.testroad.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.Facts;
import io.testroad.finding.Findings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of the packs, held and broken. */
class PacksTest {

  private static final Path PACKS = Path.of("..", "scenarios", "policies");
  static final List<String> CHINESE =
      List.of(
          "cn-traffic-law",
          "cn-national",
          "cn-wuhan",
          "cn-beijing",
          "cn-shenzhen",
          "cn-guangdong",
          "cn-shanghai",
          "cn-chongqing",
          "cn-xiangyang");
  private static final Map<String, Policy> POLICIES =
      CHINESE.stream().collect(Collectors.toMap(pack -> pack, pack -> read(pack + ".yaml")));
  private static final Policy NATIONAL = policy("cn-national");

  static Policy read(String pack) {
    Findings findings = new Findings();
    var policy = PolicyReader.read(PACKS.resolve(pack), findings);
    assertThat(findings.list()).isEmpty();
    return policy.orElseThrow();
  }

  static Policy policy(String pack) {
    return Objects.requireNonNull(POLICIES.get(pack));
  }

  static Stream<PackCases.Case> cases() {
    return CHINESE.stream().flatMap(pack -> PackCases.read(pack).stream());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void bothWays(PackCases.Case one) {
    Policy policy = policy(one.pack());
    Rule rule = policy.findRule(one.rule()).orElseThrow();
    Facts world = World.everything().and(one.kept());
    Ruling good = ruling(policy, rule, world);
    assertThat(good.held()).as(good.toString()).isTrue();
    assertThat(good.consequences()).isEmpty();
    Ruling bad = ruling(policy, rule, world.and(one.broken()));
    assertThat(bad.held()).as(bad.toString()).isFalse();
    String consequences =
        bad.consequences().stream()
            .map(Consequence::toString)
            .map(text -> text.startsWith("refuse") ? "refuse" : text)
            .map(text -> text.startsWith("warn") ? "warn" : text)
            .collect(Collectors.joining("; "));
    assertThat(consequences).isEqualTo(one.then());
  }

  @Test
  void everyRuleIsTested() {
    for (String pack : CHINESE) {
      Set<String> tested =
          PackCases.read(pack).stream()
              .map(PackCases.Case::rule)
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(tested).as(pack).isEqualTo(rules(pack));
    }
  }

  @Test
  void nothingIsBrokenWhereEverythingIsInOrder() {
    for (Moment moment : Moment.values()) {
      assertThat(broken(NATIONAL, moment, World.everything()))
          .as(moment.toString())
          .isSubsetOf(ALWAYS_SOMETHING);
    }
  }

  /** What is told to do something even where all is in order: to clear the lane, to stop. */
  private static final Set<String> ALWAYS_SOMETHING =
      Set.of(
          "breakdown-leave-the-lane",
          "collision-stop",
          "takeover-answered",
          "speed-limit",
          "plate-end-stops-automation",
          "insurance-end-stops-automation");

  @Test
  void quantitiesHaveUnits() {
    for (Policy policy : POLICIES.values()) {
      policy.parameters().values().stream()
          .filter(parameter -> parameter.value() instanceof Number)
          .filter(parameter -> !parameter.name().equals("speedTolerance")) // a share
          .forEach(parameter -> assertThat(parameter.unit()).as(parameter.name()).isNotEmpty());
      policy.given().byName().values().stream()
          .filter(fact -> fact.absent() instanceof Number)
          .forEach(fact -> assertThat(fact.unit()).as(fact.name()).isNotEmpty());
    }
  }

  @Test
  void whatIsOwedIsRuledOn() {
    for (Policy policy : POLICIES.values()) {
      for (Obligation obligation : policy.obligations()) {
        Facts late = Facts.of("obligation.name", obligation.name(), "obligation.inTime", false);
        assertThat(broken(policy, Moment.OBLIGATION_DUE, World.everything().and(late)))
            .as(obligation.name())
            .hasSize(1);
      }
    }
  }

  private static Ruling ruling(Policy policy, Rule rule, Facts facts) {
    return policy.rule(rule.on(), facts).stream()
        .filter(ruling -> ruling.rule().equals(rule.id()))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> rules(String pack) {
    return policy(pack).rules().stream()
        .filter(rule -> rule.pack().equals(pack))
        .map(Rule::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Facts f(Object... namesAndValues) {
    return Facts.of(namesAndValues);
  }

  @Test
  void kilometresStandInForHours() {
    Facts facts = World.everything().and(f("request.hoursTested", 0.0, "request.kmTested", 1000.0));
    assertThat(broken(NATIONAL, Moment.DECLARATION_APPLIED, facts)).isEmpty();
  }

  @Test
  void aRoadTestNeedsNoExperience() {
    Facts facts =
        World.everything().and(f("request.stage", "road-test", "request.hoursTested", 0.0));
    assertThat(broken(NATIONAL, Moment.DECLARATION_APPLIED, facts)).isEmpty();
  }

  @Test
  void aPlateOfSixMonthsEndsOnTheLastDayOfAShortMonth() {
    Facts from = f("request.validFrom", World.at("2025-08-31T00:00:00+08:00"));
    Facts fits = from.with("request.validUntil", World.at("2026-02-28T00:00:00+08:00"));
    Facts over = from.with("request.validUntil", World.at("2026-02-28T00:00:01+08:00"));
    Facts papers = f("request.certificateUntil", World.at("2027-01-01T00:00:00+08:00"));
    papers = papers.with("request.insuranceUntil", World.at("2027-01-01T00:00:00+08:00"));
    Facts request = World.everything().and(papers);
    assertThat(broken(NATIONAL, Moment.PLATE_APPLIED, request.and(fits))).isEmpty();
    assertThat(broken(NATIONAL, Moment.PLATE_APPLIED, request.and(over)))
        .containsExactly("plate-validity-cap");
  }

  @Test
  void aBareVehicleIsRefusedForAllReasonsAtOnce() {
    Facts facts =
        f("now", World.NOW, "vehicle.plated", false, "vehicle.permit.status", "none")
            .and(f("vehicle.stage", "road-test", "vehicle.safetyDriver", "on-board"))
            .and(f("trip.purpose", "test", "trip.inDeclaredRoads", true, "vehicle.adsLevel", 4));
    assertThat(broken(NATIONAL, Moment.TRIP_REQUESTED, facts))
        .containsExactly(
            "driver-experience",
            "insurance-sum-to-drive",
            "insurance-to-drive",
            "permit-to-drive",
            "plate-to-drive");
  }

  @Test
  void theGradesOfTheFactSheetAreKept() {
    assertThat(NATIONAL.findRule("plate-documents").orElseThrow().source().grade())
        .isEqualTo(Grade.PRIMARY);
    assertThat(NATIONAL.findRule("continuous-driving").orElseThrow().source().grade())
        .isEqualTo(Grade.ASSUMPTION);
    assertThat(NATIONAL.parameters().get("demonstrationHours").source().grade())
        .isEqualTo(Grade.DRAFT);
    assertThat(NATIONAL.parameters().get("vehiclesPerRemoteOperator").source().grade())
        .isEqualTo(Grade.SECONDARY);
  }

  private static List<String> broken(Policy policy, Moment moment, Facts facts) {
    return policy.rule(moment, facts).stream().filter(r -> !r.held()).map(Ruling::rule).toList();
  }
}
