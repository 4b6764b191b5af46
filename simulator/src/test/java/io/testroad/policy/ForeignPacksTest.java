package io.testroad.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.Facts;
import io.testroad.finding.Findings;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of the packs from abroad, held and broken. */
class ForeignPacksTest {

  static final List<String> PACKS = List.of("us-california", "de-afgbv", "un-r157");

  private static final Policy CALIFORNIA = PacksTest.read("us-california.yaml");
  private static final Policy GERMANY = PacksTest.read("de-afgbv.yaml");
  private static final Policy ALKS = PacksTest.read("un-r157.yaml");

  private static final String CORRECT_10 = "correct(10 days); notify(industry-bureau)";
  private static final String CORRECT_5 = "correct(5 days); notify(transport-bureau)";
  private static final String NOT_STORED = "violation(data-not-stored, owner)";
  private static final String TOO_CLOSE = "violation(gap-too-short, operator)";
  private static final String SOFTWARE_SUSPENDED = "suspend(0, software); notify(industry-bureau)";

  private static final Facts COMMERCIAL =
      f("request.stage", "commercial", "request.crew", "on-board");
  private static final Facts TRUCK = f("request.vehicleClass", "truck");
  private static final Facts CUT_IN =
      f("collision.kind", "cut-in", "collision.closingMps", 10.0, "collision.ttcS", 1.1);

  @ParameterizedTest(name = "{0}")
  @MethodSource("california")
  void rulesOfCalifornia(String id, Facts held, Facts broken, String consequences) {
    bothWays(CALIFORNIA, id, held, broken, consequences);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("germany")
  void rulesOfGermany(String id, Facts held, Facts broken, String consequences) {
    bothWays(GERMANY, id, held, broken, consequences);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("alks")
  void rulesOfLaneKeeping(String id, Facts held, Facts broken, String consequences) {
    bothWays(ALKS, id, held, broken, consequences);
  }

  @Test
  void everyRuleIsTested() {
    assertThat(ids(california())).isEqualTo(rules(CALIFORNIA));
    assertThat(ids(germany())).isEqualTo(rules(GERMANY));
    assertThat(ids(alks())).isEqualTo(rules(ALKS));
  }

  @ParameterizedTest
  @FieldSource("PACKS")
  void theLintHasNothingToSay(String pack) {
    Findings findings = new Findings();
    PolicyLint.check(Path.of("..", "scenarios", "policies", pack + ".yaml"), findings);
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void everyObligationIsJudgedByARule() {
    for (Policy policy : List.of(CALIFORNIA, GERMANY, ALKS)) {
      for (Obligation obligation : policy.obligations()) {
        Facts due =
            AbroadWorld.at(Moment.OBLIGATION_DUE)
                .and(f("obligation.name", obligation.name(), "obligation.inTime", false));
        assertThat(policy.rule(Moment.OBLIGATION_DUE, due)).as(obligation.name()).isNotEmpty();
      }
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource
  void clocksRun(Policy policy, Moment moment, Facts facts, String beginning) {
    Facts world = AbroadWorld.at(moment).and(facts);
    assertThat(
            policy.obligations(moment, world).stream()
                .map(obligation -> obligation.name() + " " + obligation.within())
                .collect(Collectors.joining(", ")))
        .isEqualTo(beginning);
  }

  static Stream<Arguments> clocksRun() {
    Facts before = f("now", World.at("2025-01-06T10:00:00+08:00"));
    Facts hurt = f("collision.injured", true);
    Facts manual = f("collision.automated", false);
    return Stream.of(
        clock(CALIFORNIA, Moment.CHANGE_DECLARED, Facts.empty(), ""),
        clock(
            CALIFORNIA,
            Moment.CHANGE_DECLARED,
            f("given.contactChanged", true),
            "contact-change 10 days"),
        clock(
            CALIFORNIA,
            Moment.COLLISION_OCCURRED,
            Facts.empty(),
            "collision-report 5 days, federal-other-report 46 days"),
        clock(
            CALIFORNIA,
            Moment.COLLISION_OCCURRED,
            hurt,
            "collision-report 5 days, federal-severe-report 5 days"),
        clock(
            CALIFORNIA,
            Moment.COLLISION_OCCURRED,
            f("given.propertyDamageUsd", 1000.0),
            "collision-report 5 days"),
        clock(CALIFORNIA, Moment.COLLISION_OCCURRED, manual.and(hurt), ""),
        clock(
            CALIFORNIA,
            Moment.COLLISION_OCCURRED,
            before,
            "collision-report-until-2026 10 days, federal-monthly-report 1 month"),
        clock(
            CALIFORNIA,
            Moment.COLLISION_OCCURRED,
            before.with("collision.otherKind", "cyclist"),
            "collision-report-until-2026 10 days, federal-first-report 1 day,"
                + " federal-updated-report 10 days"),
        clock(
            CALIFORNIA,
            Moment.PERMIT_GRANTED,
            Facts.empty(),
            "failure-report-driverless 1 month, interaction-plan-review 12 months"),
        clock(CALIFORNIA, Moment.PERMIT_GRANTED, COMMERCIAL, "failure-report-deployment 3 months"),
        clock(
            CALIFORNIA,
            Moment.PERMIT_GRANTED,
            before,
            "disengagement-report 12 months, interaction-plan-review 12 months"),
        clock(
            GERMANY,
            Moment.PERMIT_GRANTED,
            Facts.empty(),
            "departure-check 1 day, full-check 90 days, supervisor-training 12 months"),
        clock(
            GERMANY,
            Moment.MANOEUVRE_BEGUN,
            Facts.empty(),
            "contact-occupants 60 s, secure-traffic 60 s"),
        clock(GERMANY, Moment.MANOEUVRE_BEGUN, f("vehicle.safetyDriver", "on-board"), ""));
  }

  private static Arguments clock(Policy policy, Moment moment, Facts facts, String beginning) {
    return Arguments.of(policy, moment, facts, beginning);
  }

  /** Speeds in km/h with the least gaps of the regulation's table, m, rounded to a decimetre. */
  @ParameterizedTest(name = "{0} km/h")
  @MethodSource
  void theTableOfGapsHolds(double kmh, double light, double heavy) {
    leastGap("r157-gap", "M1", kmh, light);
    leastGap("r157-gap-heavy", "N3", kmh, heavy);
  }

  static Stream<Arguments> theTableOfGapsHolds() {
    return Stream.of(
        Arguments.of(7.2, 2.0, 2.4),
        Arguments.of(10, 3.1, 3.9),
        Arguments.of(20, 6.7, 8.9),
        Arguments.of(30, 10.8, 15.0),
        Arguments.of(40, 15.6, 22.2),
        Arguments.of(50, 20.8, 30.6),
        Arguments.of(60, 26.7, 40.0));
  }

  private static void leastGap(String rule, String category, double kmh, double gapM) {
    Facts facts =
        AbroadWorld.at(Moment.GAP_SEEN)
            .and(f("vehicle.speedMps", kmh / 3.6, "given.category", category));
    assertThat(ruling(ALKS, rule, facts.with("gap.m", gapM + 0.06)).held()).isTrue();
    assertThat(ruling(ALKS, rule, facts.with("gap.m", gapM - 0.06)).held()).isFalse();
  }

  private static void bothWays(Policy policy, String id, Facts held, Facts broken, String then) {
    Rule rule = policy.findRule(id).orElseThrow();
    Facts world = AbroadWorld.at(rule.on());
    Ruling good = ruling(policy, id, world.and(held));
    assertThat(good.held()).as(good.toString()).isTrue();
    assertThat(good.consequences()).isEmpty();
    Ruling bad = ruling(policy, id, world.and(held).and(broken));
    assertThat(bad.held()).as(bad.toString()).isFalse();
    String consequences =
        bad.consequences().stream()
            .map(Consequence::toString)
            .map(text -> text.startsWith("refuse") ? "refuse" : text)
            .map(text -> text.startsWith("warn") ? "warn" : text)
            .collect(Collectors.joining("; "));
    assertThat(consequences).isEqualTo(then);
  }

  private static Ruling ruling(Policy policy, String id, Facts facts) {
    Moment moment = policy.findRule(id).orElseThrow().on();
    return policy.rule(moment, facts).stream()
        .filter(ruling -> ruling.rule().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> ids(Stream<Arguments> rows) {
    return rows.map(row -> (String) row.get()[0]).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> rules(Policy policy) {
    return policy.rules().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Arguments row(String id, Facts broken, String consequences) {
    return Arguments.of(id, Facts.empty(), broken, consequences);
  }

  private static Arguments row(String id, Facts held, Facts broken, String consequences) {
    return Arguments.of(id, held, broken, consequences);
  }

  /** A rule that looks whether an obligation was met. */
  private static Arguments due(String id, String obligation, String consequences) {
    return Arguments.of(
        id, f("obligation.name", obligation), f("obligation.inTime", false), consequences);
  }

  private static Facts f(Object... namesAndValues) {
    return Facts.of(namesAndValues);
  }

  private static Facts without(String fact, List<String> all, String one) {
    return f(fact, all.stream().filter(item -> !item.equals(one)).toList());
  }

  static Stream<Arguments> california() {
    return Stream.concat(californianPermits(), californianRoads());
  }

  private static Stream<Arguments> californianPermits() {
    List<String> notice =
        List.of("odd", "roads", "start-date", "days-and-times", "vehicles", "contact");
    Facts before = f("now", World.at("2026-04-27T10:00:00+08:00"));
    return Stream.of(
        row("ca-permit-types", f("request.stage", "demonstration"), "refuse"),
        row("ca-permit-phases", f("request.previousStage", "none"), "refuse"),
        row("ca-heavy-duty", TRUCK, before, "refuse"),
        row("ca-phase-miles-light", f("request.fleetKm", 80_467.0), "refuse"),
        row("ca-phase-miles-heavy", TRUCK, f("request.fleetKm", 804_671.0), "refuse"),
        row("ca-driverless-level", f("request.adsLevel", 3), "refuse"),
        row("ca-driverless-notice", without("given.noticeItems", notice, "contact"), "refuse"),
        row("ca-financial-responsibility", f("request.documents", List.of("plan")), "refuse"),
        row("ca-financial-sum", f("request.insuranceCny", 34_999_999), "refuse"),
        row("ca-interaction-plan", f("given.interactionPlan", false), "refuse"),
        due(
            "ca-interaction-plan-reviewed",
            "interaction-plan-review",
            "correct(30 days); notify(industry-bureau)"),
        row("ca-odd-reaction", COMMERCIAL, f("given.oddExitReaction", "none"), "refuse"),
        row(
            "ca-amend-level",
            f("given.changeRaisesLevel", true),
            f("given.amendedApplication", false),
            "refuse"),
        row(
            "ca-amend-road-type",
            f("given.changeAddsRoadType", true),
            f("given.amendedApplication", false),
            "refuse"),
        row(
            "ca-amend-area",
            f("change.kind", "roads"),
            f("given.amendedApplication", false),
            "refuse"),
        row(
            "ca-amend-restriction",
            f("given.changeLiftsRestriction", true),
            f("given.amendedApplication", false),
            "refuse"),
        row(
            "ca-amend-speed",
            f("change.speedLimitIncreaseMps", 6.7, "given.amendedApplication", false),
            f("change.speedLimitIncreaseMps", 6.71),
            "refuse"),
        due("ca-contact-change", "contact-change", "warn; notify(industry-bureau)"),
        row(
            "ca-suspend-misrepresentation",
            f("given.safetyMisrepresented", true),
            "suspend(0, fleet)"),
        row(
            "ca-suspend-undisclosed",
            f("given.undisclosedFunctions", true),
            "suspend(0, software)"),
        row("ca-suspend-recall", f("given.openRecall", true), "suspend(0, fleet)"),
        row(
            "ca-suspend-after-notice",
            f("given.groundForNotice", true),
            "correct(30 days); notify(operator)"),
        due(
            "ca-collision-report-until-2026",
            "collision-report-until-2026",
            "warn; notify(industry-bureau)"),
        due("ca-collision-report", "collision-report", "correct(5 days); notify(industry-bureau)"),
        due("ca-disengagement-report", "disengagement-report", "warn; notify(industry-bureau)"),
        due("ca-failure-report-driverless", "failure-report-driverless", CORRECT_10),
        due("ca-failure-report-deployment", "failure-report-deployment", CORRECT_10));
  }

  private static Stream<Arguments> californianRoads() {
    String unanswered = "violation(emergency-call-unanswered, operator); notify(industry-bureau)";
    return Stream.of(
        row("ca-odd-lock", f("road.declared", false), "refuse"),
        row(
            "ca-odd-left",
            f("road.declared", false),
            "instruct(minimal-risk-manoeuvre); violation(outside-design-domain, operator);"
                + " notify(industry-bureau)"),
        row("ca-odd-weather", f("weather.state", "snow"), "refuse"),
        row(
            "ca-emergency-line",
            f("given.emergencyLineStaffed", false),
            "refuse; instruct(stay-off-the-road)"),
        row("ca-operator-awareness", f("given.operatorSeesFleet", false), "refuse"),
        row(
            "ca-call-answered-fault",
            f("given.callAnswerS", 30.0),
            f("given.callAnswerS", 30.5),
            unanswered),
        row("ca-call-answered-collision", f("given.callAnswerS", 31.0), unanswered),
        row(
            "ca-move-as-directed",
            f("given.responseToOfficial", "immobilised"),
            f("given.responseToOfficial", "none"),
            "violation(vehicle-not-moved, operator); notify(industry-bureau)"),
        row(
            "ca-geofence-left",
            f("geofence.inside", true),
            "violation(in-emergency-geofence, operator); instruct(leave-the-roadway)"),
        row(
            "ca-geofence-avoided",
            f("road.barred", true),
            "violation(in-emergency-geofence, operator)"),
        row(
            "ca-moving-violation",
            f("vehicle.speedMps", 10.2),
            "violation(speeding, operator); notify(industry-bureau); notify(operator)"),
        row(
            "ca-notice-caps-speed",
            f("violations.count", 1),
            f("violations.count", 2),
            "restrict(fleet, speed 11.11111111111111 m/s, 30)"),
        row(
            "ca-notice-bars-area",
            f("violations.count", 2),
            f("violations.count", 3),
            "restrict(fleet, other-roads, 30)"),
        row(
            "ca-notice-clear-weather",
            f("violations.count", 3),
            f("violations.count", 4),
            "restrict(fleet, clear-weather, 30)"),
        row(
            "ca-notice-shrinks-fleet",
            f("violations.count", 4),
            f("violations.count", 5),
            "restrict(vehicle, manual, 30)"),
        due("sgo-severe-report", "federal-severe-report", CORRECT_5),
        due("sgo-first-report", "federal-first-report", CORRECT_5),
        due("sgo-updated-report", "federal-updated-report", CORRECT_5),
        due("sgo-monthly-report", "federal-monthly-report", "warn; notify(transport-bureau)"),
        row(
            "sgo-other-report",
            f(
                "obligation.name",
                "federal-other-report",
                "obligation.startedAt",
                World.at("2026-07-31T23:00:00+08:00"),
                "now",
                World.at("2026-08-15T23:59:59+08:00")),
            f("now", World.at("2026-08-16T00:00:01+08:00")),
            "warn; notify(transport-bureau)"));
  }

  static Stream<Arguments> germany() {
    return Stream.concat(germanPapers(), germanRoads());
  }

  private static Stream<Arguments> germanPapers() {
    List<String> documents =
        List.of("digital-map", "purpose", "deactivation-proof", "staff-proofs");
    return Stream.of(
        row(
            "de-vehicle-approval",
            f("request.stage", "commercial"),
            f("given.vehicleApproval", false),
            "refuse"),
        row("de-trial-permit", f("given.trialPermit", false), "refuse"),
        row("de-area-approved", f("request.roads", List.of()), "refuse"),
        row("de-area-map", without("given.areaDocuments", documents, "digital-map"), "refuse"),
        row("de-area-purpose", without("given.areaDocuments", documents, "purpose"), "refuse"),
        row(
            "de-area-deactivation-proof",
            without("given.areaDocuments", documents, "deactivation-proof"),
            "refuse"),
        row(
            "de-area-staff-proofs",
            without("given.areaDocuments", documents, "staff-proofs"),
            "refuse"),
        row("de-supervisor-approved", f("given.supervisorApproved", false), "refuse"),
        row("de-no-permanent-supervision", f("given.supervisedAlways", true), "refuse"),
        row("de-data-fields", f("given.dataFields", 12), "refuse"),
        due(
            "de-departure-check-made",
            "departure-check",
            "violation(check-missed, owner); notify(transport-bureau)"),
        due("de-full-check-made", "full-check", "suspend(0); notify(transport-bureau)"),
        row(
            "de-reports-on-demand",
            f("given.reportsOnDemand", false),
            "correct(15 working days); notify(transport-bureau)"),
        due(
            "de-supervisor-trained-yearly",
            "supervisor-training",
            "suspend(0, fleet); notify(transport-bureau)"),
        row(
            "de-exam-simulates-faults",
            f("given.examSimulatesFaults", false),
            "correct(15 working days); notify(transport-bureau)"),
        due(
            "de-contact-occupants",
            "contact-occupants",
            "violation(occupants-not-contacted, driver); notify(transport-bureau)"),
        due(
            "de-secure-traffic",
            "secure-traffic",
            "violation(traffic-not-secured, driver); notify(traffic-police)"));
  }

  private static Stream<Arguments> germanRoads() {
    Facts teleoperated = f("given.teleoperated", true);
    return Stream.of(
        row("de-operating-area", f("road.declared", false), "refuse"),
        row(
            "de-operating-area-left",
            f("road.declared", false),
            "instruct(minimal-risk-manoeuvre); violation(outside-operating-area, owner);"
                + " notify(transport-bureau)"),
        row(
            "de-departure-check-fresh",
            f("given.hoursSinceDepartureCheck", 24.0),
            f("given.hoursSinceDepartureCheck", 25.0),
            "refuse; instruct(stay-off-the-road)"),
        row("de-supervisor-qualification", f("given.supervisorQualification", "other"), "refuse"),
        row("de-supervisor-maker-training", f("given.supervisorMakerTraining", false), "refuse"),
        row("de-supervisor-licence", f("given.supervisorLicence", false), "refuse"),
        row("de-supervisor-reliable", f("given.supervisorReliable", false), "refuse"),
        row("de-helper-experience", f("given.helperExperienceYears", 2.0), "refuse"),
        row("de-keeps-speed-limits", f("vehicle.speedMps", 10.2), "violation(speeding, owner)"),
        row(
            "de-minimal-risk-by-itself",
            f("given.minimalRiskByItself", false),
            "instruct(minimal-risk-manoeuvre)"),
        row(
            "de-manoeuvre-proposed",
            f("given.manoeuvreProposed", false),
            "violation(no-manoeuvre-proposed, owner); notify(industry-bureau)"),
        row(
            "de-release-evaluated",
            f("given.releaseEvaluated", false),
            "violation(unevaluated-release, driver)"),
        row(
            "de-deactivate-at-once",
            f("fault.canMove", false),
            f("given.deactivates", false),
            "violation(not-deactivated, driver); instruct(minimal-risk-manoeuvre)"),
        row(
            "de-status-signals",
            f("given.answersStatusSignals", false),
            "violation(status-signal-ignored, driver); notify(operator)"),
        row("de-store-intervention", f("given.storedOn", List.of("conflict")), NOT_STORED),
        row(
            "de-store-near-miss",
            f("gap.m", 2.9, "gap.leaderSpeedMps", 8.0),
            f("vehicle.recorder.on", false),
            NOT_STORED),
        row("de-store-collision", f("given.storedOn", List.of("evasion")), NOT_STORED),
        row("de-store-evasion", f("given.storedOn", List.of("conflict")), NOT_STORED),
        row("de-store-fault", f("given.storedOn", List.of("conflict")), "warn"),
        row(
            "de-teleoperation-speed",
            teleoperated,
            f("vehicle.speedMps", 23.0),
            "violation(teleoperated-too-fast, operator)"),
        row("de-teleoperation-area", teleoperated, f("trip.inDeclaredRoads", false), "refuse"),
        row(
            "de-teleoperation-trial",
            teleoperated,
            f("now", World.at("2030-12-02T10:00:00+08:00")),
            "refuse; instruct(stay-off-the-road)"));
  }

  static Stream<Arguments> alks() {
    return Stream.concat(alksDriving(), alksEvents());
  }

  private static Stream<Arguments> alksDriving() {
    Facts slow = f("vehicle.speedMps", 1.0, "gap.leaderSpeedMps", 1.0);
    Facts fast = f("vehicle.speedMps", 20.0, "gap.leaderSpeedMps", 20.0);
    Facts heavy = f("given.category", "N3");
    Facts onBoard = f("vehicle.safetyDriver", "on-board");
    return Stream.of(
        row(
            "r157-detection-range",
            f("given.detectionRangeM", 46.0),
            f("given.detectionRangeM", 45.0),
            "refuse"),
        row("r157-lane-intrusion", f("given.laneIntrusionM", 0.4), "refuse"),
        row(
            "r157-speed-cap",
            f("vehicle.speedMps", 30.0),
            f("given.series", "original"),
            "violation(above-approved-speed, operator); notify(industry-bureau)"),
        row("r157-gap-slow", slow.with("gap.m", 2.0), f("gap.m", 1.9), TOO_CLOSE),
        row("r157-gap-slow-heavy", slow.and(heavy).with("gap.m", 2.4), f("gap.m", 2.3), TOO_CLOSE),
        row("r157-gap", f("gap.m", 13.7), f("gap.m", 13.5), TOO_CLOSE),
        row("r157-gap-heavy", heavy.with("gap.m", 19.3), f("gap.m", 19.1), TOO_CLOSE),
        row("r157-gap-fast", fast.with("gap.m", 34.5), f("gap.m", 34.3), "warn"),
        row("r157-fuzzy-safe", f("gap.m", 14.9), f("gap.m", 14.8), "warn"),
        row(
            "r157-fuzzy-unsafe",
            f("gap.m", 8.7),
            f("gap.m", 8.6),
            "warn; notify(supervision-platform)"),
        row(
            "r157-driver-in-seat",
            onBoard.with("given.outOfSeatS", 1.0),
            f("given.outOfSeatS", 1.1),
            "instruct(stop-automation); violation(driver-out-of-seat, driver)"),
        row(
            "r157-driver-available",
            onBoard,
            f("given.availabilityConfirmedS", 31.0),
            "instruct(stop-automation); warn"));
  }

  private static Stream<Arguments> alksEvents() {
    Facts pedestrian = f("collision.otherKind", "pedestrian");
    String early = "violation(takeover-not-escalated, operator)";
    return Stream.of(
        row("r157-cut-in", CUT_IN, f("collision.ttcS", 1.2), SOFTWARE_SUSPENDED),
        row(
            "r157-competent-driver",
            CUT_IN.with("collision.ttcS", 2.0),
            f("collision.ttcS", 2.2),
            "restrict(software, speed 16.666666666666668 m/s, 0); notify(industry-bureau)"),
        row(
            "r157-crossing-pedestrian",
            pedestrian.with("given.crossingMps", 1.4),
            f("given.crossingMps", 1.3),
            SOFTWARE_SUSPENDED),
        row(
            "eu-crossing-pedestrian",
            pedestrian.with("given.crossingMps", 1.4),
            f("given.crossingMps", 1.3),
            SOFTWARE_SUSPENDED),
        row(
            "eu-crossing-cyclist",
            f("collision.otherKind", "cyclist", "given.crossingMps", 4.2),
            f("given.crossingMps", 4.1),
            SOFTWARE_SUSPENDED),
        row("r157-escalate", f("given.escalatedAfterS", 4.1), early),
        row("r157-answered-after-escalation", f("given.escalatedAfterS", 4.1), early),
        row(
            "r157-manoeuvre-not-early",
            f("manoeuvre.afterRequestS", 9.9),
            "violation(manoeuvre-too-early, operator)"),
        row(
            "r157-manoeuvre-gentle",
            f("manoeuvre.decelerationMps2", 4.0),
            f("manoeuvre.decelerationMps2", 4.1),
            "violation(manoeuvre-too-hard, operator)"),
        row(
            "r157-manoeuvre-hazard-lights",
            f("given.hazardLightsOn", false),
            "violation(no-hazard-lights, operator)"),
        row(
            "r157-emergency-manoeuvre",
            f("manoeuvre.decelerationMps2", 5.1),
            f("given.emergencySignalled", false),
            "violation(emergency-not-signalled, operator)"),
        row(
            "eu-manoeuvre-standing",
            f("given.standingOccupants", true, "manoeuvre.decelerationMps2", 2.4),
            f("manoeuvre.decelerationMps2", 2.5),
            "violation(manoeuvre-too-hard, operator)"));
  }
}
