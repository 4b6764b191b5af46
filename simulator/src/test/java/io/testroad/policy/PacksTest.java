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
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of the packs, held and broken. */
class PacksTest {

  private static final Path PACKS = Path.of("..", "scenarios", "policies");
  private static final Policy NATIONAL = read("cn-national.yaml");
  private static final Policy WUHAN = read("cn-wuhan.yaml");

  static Policy read(String pack) {
    Findings findings = new Findings();
    var policy = PolicyReader.read(PACKS.resolve(pack), findings);
    assertThat(findings.list()).isEmpty();
    return policy.orElseThrow();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("national")
  void nationalRule(String id, Facts held, Facts broken, String consequences) {
    bothWays(NATIONAL, id, held, broken, consequences);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wuhan")
  void wuhanRule(String id, Facts held, Facts broken, String consequences) {
    bothWays(WUHAN, id, held, broken, consequences);
  }

  @Test
  void everyRuleIsTested() {
    assertThat(ids(national())).isEqualTo(rules(NATIONAL, "cn-national"));
    assertThat(ids(wuhan())).isEqualTo(rules(WUHAN, "cn-wuhan"));
  }

  private static void bothWays(Policy policy, String id, Facts held, Facts broken, String then) {
    Rule rule = policy.findRule(id).orElseThrow();
    Facts world =
        rule.on().compareTo(Moment.PLATE_APPLIED) <= 0 ? World.request() : World.vehicle();
    Ruling good = ruling(policy, rule, world.and(held));
    assertThat(good.held()).as(good.toString()).isTrue();
    assertThat(good.consequences()).isEmpty();
    Ruling bad = ruling(policy, rule, world.and(broken));
    assertThat(bad.held()).as(bad.toString()).isFalse();
    String consequences =
        bad.consequences().stream()
            .map(Consequence::toString)
            .map(text -> text.startsWith("refuse") ? "refuse" : text)
            .map(text -> text.startsWith("warn") ? "warn" : text)
            .collect(Collectors.joining("; "));
    assertThat(consequences).isEqualTo(then);
  }

  private static Ruling ruling(Policy policy, Rule rule, Facts facts) {
    return policy.rule(rule.on(), facts).stream()
        .filter(ruling -> ruling.rule().equals(rule.id()))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> ids(Stream<Arguments> rows) {
    return rows.map(row -> (String) row.get()[0]).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> rules(Policy policy, String pack) {
    return policy.rules().stream()
        .filter(rule -> rule.pack().equals(pack))
        .map(Rule::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Arguments row(String id, Facts broken, String consequences) {
    return Arguments.of(id, Facts.empty(), broken, consequences);
  }

  private static Arguments row(String id, Facts held, Facts broken, String consequences) {
    return Arguments.of(id, held, held.and(broken), consequences);
  }

  private static Facts without(String document) {
    List<?> all = (List<?>) World.request().find("request.documents");
    return f("request.documents", all.stream().filter(d -> !d.equals(document)).toList());
  }

  private static Facts f(Object... namesAndValues) {
    return Facts.of(namesAndValues);
  }

  private static final String REFUSE_TO_DRIVE = "refuse; instruct(stay-off-the-road)";
  private static final Facts EXPIRED = f("vehicle.plate.validUntil", World.NOW.minusSeconds(1));
  private static final Facts MANUAL = f("vehicle.mode", "manual");
  private static final Facts REMOTE = f("vehicle.safetyDriver", "remote");

  static Stream<Arguments> national() {
    return Stream.of(
        row(
            "declaration-period",
            f("request.validUntil", World.at("2026-09-01T00:00:00+08:00")),
            f("request.validUntil", World.at("2026-09-01T00:00:01+08:00")),
            "refuse"),
        row("declaration-track-test", without("track-test"), "refuse"),
        row("declaration-third-party-report", without("third-party-report"), "refuse"),
        row("declaration-plan", without("plan"), "refuse"),
        row("declaration-cybersecurity", without("cybersecurity-assessment"), "refuse"),
        row("declaration-insurance", f("request.insuranceCny", 4_999_999), "refuse"),
        row("declaration-level", f("request.adsLevel", 2), "refuse"),
        row("declaration-vehicle-class", f("request.vehicleClass", "motorcycle"), "refuse"),
        row("declaration-manual-mode", f("request.manualModeAvailable", false), "refuse"),
        row("declaration-recorder", f("request.recorderPreS", 89.9), "refuse"),
        row("demonstration-experience", f("request.hoursTested", 239.9), "refuse"),
        row("demonstration-clean-record", f("request.violations", 1), "refuse"),
        row("demonstration-roads-tested", f("request.roadsTested", false), "refuse"),
        row("plate-documents", without("inspection"), "refuse"),
        row("plate-never-registered", f("request.neverRegistered", false), "refuse"),
        row(
            "plate-validity-cap",
            f("request.validUntil", World.at("2025-09-01T00:00:01+08:00")),
            "refuse"),
        row(
            "plate-within-certificate",
            f("request.certificateUntil", World.at("2025-08-31T23:59:59+08:00")),
            "refuse"),
        row(
            "plate-within-insurance",
            f("request.insuranceUntil", World.at("2025-08-31T23:59:59+08:00")),
            "refuse"),
        row("plate-to-drive", EXPIRED, REFUSE_TO_DRIVE),
        row(
            "plate-on-the-road",
            f("vehicle.plated", false),
            "violation(driving-without-plate, driver); instruct(leave-the-roadway);"
                + " notify(traffic-police)"),
        row("permit-to-drive", f("vehicle.permit.status", "suspended"), REFUSE_TO_DRIVE),
        row(
            "insurance-to-drive",
            f("vehicle.insurance.validUntil", World.NOW.minusSeconds(1)),
            REFUSE_TO_DRIVE),
        row("insurance-sum-to-drive", f("vehicle.insurance.sumCny", 3e6), "refuse"),
        row("no-passengers-in-road-test", f("vehicle.passengers", 1), "refuse"),
        row("driver-experience", f("driver.experienceYears", 2.9), "refuse"),
        row("remote-operator-ratio", REMOTE, f("operator.vehiclesPerSeat", 3.5), "refuse"),
        row("automation-with-plate", EXPIRED, REFUSE_TO_DRIVE),
        row("automation-on-declared-roads", f("road.declared", false), "refuse"),
        row("automation-with-recorder", f("vehicle.recorder.on", false), "refuse"),
        row(
            "declared-roads-in-automated-mode",
            f("road.declared", false),
            "instruct(stop-automation); violation(automated-off-declared-roads, driver)"),
        row(
            "declared-roads-without-driver",
            REMOTE,
            f("road.declared", false),
            "instruct(minimal-risk-manoeuvre); violation(automated-off-declared-roads, operator);"
                + " notify(supervision-platform)"),
        row(
            "expressway-only-if-declared",
            f("road.expressway", true),
            f("road.declared", false),
            "violation(test-on-expressway, driver); notify(traffic-police)"),
        row("speed-limit", f("vehicle.speedMps", 10.2), "violation(speeding, driver)"),
        row(
            "plate-end-stops-automation",
            f("vehicle.plate.validUntil", World.NOW),
            "instruct(minimal-risk-manoeuvre); notify(supervision-platform)"),
        row(
            "plate-end-stops-driving",
            MANUAL,
            f("vehicle.plate.validUntil", World.NOW),
            "instruct(leave-the-roadway); instruct(stay-off-the-road)"),
        row(
            "insurance-end-stops-automation",
            f("vehicle.insurance.validUntil", World.NOW),
            "instruct(minimal-risk-manoeuvre); notify(supervision-platform)"),
        row(
            "insurance-end-stops-driving",
            MANUAL,
            f("vehicle.insurance.validUntil", World.NOW),
            "instruct(leave-the-roadway); instruct(stay-off-the-road)"),
        row(
            "continuous-driving",
            f("driver.dutyS", 14_400.0),
            f("driver.dutyS", 14_401.0),
            "instruct(rest); violation(driving-while-tired, driver)"),
        row("rest-long-enough", f("driver.restS", 1199.0), "instruct(rest)"),
        row("duty-hours", f("driver.dutyTodayS", 28_801.0), "instruct(rest); warn"),
        row(
            "takeover-answered",
            MANUAL,
            f("vehicle.mode", "takeover-requested"),
            "instruct(minimal-risk-manoeuvre); warn"),
        row("breakdown-hazard-lights", f("vehicle.hazardLights", false), "warn"),
        row(
            "breakdown-leave-the-lane",
            f("vehicle.moving", false),
            f("vehicle.moving", true),
            "instruct(leave-the-roadway)"),
        row(
            "breakdown-report",
            f("fault.canMove", false),
            "instruct(report); notify(traffic-police)"),
        row(
            "collision-stop",
            f("vehicle.moving", false),
            f("vehicle.moving", true),
            "instruct(minimal-risk-manoeuvre)"),
        row(
            "collision-report-injury",
            f("collision.injured", true),
            "instruct(report); notify(traffic-police); notify(command-centre)"),
        row(
            "collision-injury-suspends",
            f("collision.injured", true),
            "suspend(0); notify(industry-bureau)"),
        row(
            "recorder-secured",
            f("vehicle.recorder.preS", 60.0),
            "violation(evidence-missing, operator); notify(industry-bureau)"),
        row("reports-filed", f("report.lateDays", 1), "warn; notify(industry-bureau)"),
        row(
            "reports-not-withheld",
            f("report.lateDays", 31),
            "suspend(0); notify(industry-bureau)"),
        row("violations-suspend", f("violations.count", 1), "suspend(7); notify(industry-bureau)"),
        row("violations-withdraw", f("violations.count", 3), "withdraw; notify(traffic-police)"));
  }

  static Stream<Arguments> wuhan() {
    return Stream.of(
        row("speed-limit", f("vehicle.speedMps", 10.2), "violation(speeding, driver)"),
        row(
            "wuhan-speed-limit-driverless",
            REMOTE,
            f("vehicle.speedMps", 10.2),
            "violation(speeding, owner)"),
        row(
            "plate-on-the-road",
            EXPIRED,
            "violation(driving-without-plate, driver); instruct(leave-the-roadway);"
                + " notify(traffic-police)"),
        row(
            "wuhan-plate-on-the-road-driverless",
            REMOTE,
            EXPIRED,
            "violation(driving-without-plate, owner); instruct(leave-the-roadway);"
                + " notify(traffic-police)"),
        row(
            "wuhan-data-upload",
            f("vehicle.recorder.on", false),
            "refuse; notify(supervision-platform)"),
        row(
            "wuhan-fault-clear-the-way",
            f("vehicle.moving", false),
            f("vehicle.moving", true),
            "instruct(leave-the-roadway); notify(command-centre)"),
        row(
            "wuhan-rescue-service",
            f("fault.canMove", false),
            "notify(operator); notify(command-centre)"),
        row(
            "wuhan-driverless-collision",
            REMOTE,
            "instruct(minimal-risk-manoeuvre); instruct(report); notify(traffic-police);"
                + " notify(operator)"),
        row("wuhan-avoid-peaks", f("now", World.at("2025-02-28T17:30:00+08:00")), "warn"));
  }

  @Test
  void kilometresStandInForHours() {
    Facts facts = World.request().and(f("request.hoursTested", 0.0, "request.kmTested", 1000.0));
    assertThat(broken(NATIONAL, Moment.DECLARATION_APPLIED, facts)).isEmpty();
  }

  @Test
  void aRoadTestNeedsNoExperience() {
    Facts facts = World.request().and(f("request.stage", "road-test", "request.hoursTested", 0.0));
    assertThat(broken(NATIONAL, Moment.DECLARATION_APPLIED, facts)).isEmpty();
  }

  @Test
  void aPlateOfSixMonthsEndsOnTheLastDayOfAShortMonth() {
    Facts from = f("request.validFrom", World.at("2025-08-31T00:00:00+08:00"));
    Facts fits = from.with("request.validUntil", World.at("2026-02-28T00:00:00+08:00"));
    Facts over = from.with("request.validUntil", World.at("2026-02-28T00:00:01+08:00"));
    Facts papers = f("request.certificateUntil", World.at("2027-01-01T00:00:00+08:00"));
    papers = papers.with("request.insuranceUntil", World.at("2027-01-01T00:00:00+08:00"));
    Facts request = World.request().and(papers);
    assertThat(broken(NATIONAL, Moment.PLATE_APPLIED, request.and(fits))).isEmpty();
    assertThat(broken(NATIONAL, Moment.PLATE_APPLIED, request.and(over)))
        .containsExactly("plate-validity-cap");
  }

  @Test
  void aBareVehicleIsRefusedForAllReasonsAtOnce() {
    Facts facts =
        f("now", World.NOW, "vehicle.plated", false, "vehicle.permit.status", "none")
            .and(f("vehicle.stage", "road-test", "vehicle.safetyDriver", "on-board"))
            .and(f("trip.purpose", "test", "vehicle.adsLevel", 4));
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
