package io.testroad.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Vehicles under permits in traffic, from the scenario file to the record. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PermitOnTheRoadTest {

  /** A rule for each moment that comes about here; what is in quotes reads facts of the moment. */
  private static final String POLICY =
      """
      testroad-policy: 1
      id: town
      name: { en: Town, zh: 小镇 }
      facts:
        signM: { value: 50.0, unit: m, meaning: how far behind the warning sign stands }
      obligations:
        accident-analysis:
          on: collision-occurred
          by: operator
          to: industry-bureau
          within: 5 working days
      rules:
      """
          + rule("declared", "road-entered", "vehicle.mode != 'automated' || road.declared")
          + rule("gap", "gap-seen", "gap.m >= 0.0 && gap.leaderSpeedMps >= 0.0")
          + rule("data", "data-checked", "vehicle.uploading || data.gapS < 30.0")
          + rule("answered", "takeover-answered", "takeover.afterS < 10.0")
          + rule("gentle", "manoeuvre-begun", "manoeuvre.decelerationMps2 <= 4.0")
          + rule("left", "geofence-due", "!geofence.inside && geofence.afterS >= 30.0")
          + rule("analysis", "obligation-due", "obligation.inTime")
          + rule("sign", "collision-occurred", "given.signM >= 50.0 && collision.injured")
          + rule("barred", "trip-requested", "!road.barred && vehicle.softwareDeclared");

  private static String rule(String id, String on, String require) {
    return """
        - id: %s
          title: { en: A rule, zh: 规则 }
          source: { instrument: this test, article: "1", grade: assumption }
          on: %s
          require: "%s"
          otherwise: [ %s ]
      """
        .formatted(
            id, on, require, on.equals("trip-requested") ? "{ refuse: No. }" : "{ warn: No. }")
        .indent(0);
  }

  private static final String TOWN =
      """
      testroad: 1
      name: Town
      network: town.net.xml
      policy: policy.yaml
      start: 2025-03-03T10:00:00+08:00
      duration: 4 min
      seed: 7
      zones:
        streets: { roads: [street-*] }
        all: { roads: ["*"] }
        fire: { roads: [street-1-east-1, street-1-east-2] }
      fleets:
        driven:
          vehicles: 2
          zone: streets
          permit: { plate: {}, declaration: {} }
          trips:
            - { vehicle: driven-1, at: 2 s, from: street-1-east-0, via: avenue-1-north-1, to: street-2-east-2 }
            - { vehicle: driven-2, at: 30 s, from: street-2-east-0, via: street-2-east-1, to: avenue-2-south-1 }
        driverless:
          vehicles: 2
          zone: streets
          safety-driver: { place: none }
          permit: { plate: { painted: A12345 }, declaration: {} }
          trips:
            - { vehicle: driverless-1, at: 4 s, from: street-0-east-0, to: avenue-1-north-0 }
        wide:
          vehicles: 3
          zone: all
          given: { signM: 60.0 }
          permit: { plate: {}, declaration: {} }
          trips:
            - { vehicle: wide-1, at: 1 s, from: street-1-east-0, to: street-1-east-2 }
            - { vehicle: wide-2, at: 14 s, from: street-1-east-1, to: street-1-east-2 }
            - { vehicle: wide-3, at: 30 s, from: street-1-east-0, to: street-1-east-2 }
      sensors:
        - { name: gate, kind: checkpoint, roads: [street-0-*], plate-probability: 1 }
      traffic:
        - { flow: east, from: street-1-east-0, to: street-1-east-2, rate: 300 veh/h }
      weather: [ { at: 20 s, state: rain } ]
      script:
        - { at: 25 s, geofence: { name: fire, zone: fire, for: 1 min, leave-within: 30 s } }
        - { at: 5 s, upload-fails: { vehicle: driven-1 } }
        - { at: 100 s, crash: { vehicle: driverless-2, severity: slight-injury } }
        - { at: 110 s, crash: { vehicle: wide-2, severity: slight-injury } }
        - { at: 120 s, change: { fleet: driverless, kind: software, value: "9" } }
        - { at: 121 s, set-out: { vehicle: driverless-2, from: street-0-east-0, to: street-0-east-1 } }
      """;

  private static final List<String> LINES = run(1);

  private static List<String> run(int threads) {
    RunLog log = new RunLog();
    var scenario = TestRoads.scenarioUnder(POLICY, TOWN);
    RunOptions options = new RunOptions(threads, Duration.ZERO);
    try (Simulation simulation = Simulation.start(scenario, options, log, RunObserver.silent())) {
      assertThat(simulation.await()).isEqualTo(RunStatus.COMPLETED);
    }
    return log.lines();
  }

  private static List<String> lines(String... words) {
    return LINES.stream().filter(line -> List.of(words).stream().allMatch(line::contains)).toList();
  }

  @Test
  void theRunIsTheSameInTwoRegions() {
    assertThat(run(2)).isEqualTo(LINES);
  }

  @Test
  void theSystemHandsOverBeforeTheDeclaredRoadsEnd() {
    assertThat(lines("takeover-requested", "declared-roads-end")).isNotEmpty();
    assertThat(lines("ruling", "rule=declared", "verdict=held")).isNotEmpty();
    assertThat(lines("ruling", "rule=declared", "verdict=broken")).isEmpty();
    assertThat(lines("ruling", "rule=answered", "verdict=held")).isNotEmpty();
  }

  @Test
  void withNobodyToHandOverToItStopsBefore() {
    assertThat(lines("mode-changed vehicle:driverless-1", "to=minimal-risk"))
        .singleElement()
        .asString()
        .contains("cause=declared-roads-end", "road=street-0-east-0");
    assertThat(lines("mode-changed vehicle:driverless-1", "to=stopped")).hasSize(1);
    assertThat(lines("ruling", "rule=gentle", "verdict=held")).isNotEmpty();
  }

  @Test
  void theGeofenceIsLeftAndLifted() {
    assertThat(lines("250 geofence-ordered centre:district")).hasSize(1);
    assertThat(lines("850 geofence-lifted centre:district")).hasSize(1);
    assertThat(lines("vehicle-rerouted", "cause=order")).isNotEmpty();
    assertThat(lines("ruling", "rule=left", "verdict=held")).isNotEmpty();
    assertThat(lines("ruling", "rule=left", "verdict=broken")).isEmpty();
    assertThat(lines("ruling vehicle:wide-3", "rule=barred", "verdict=broken")).hasSize(1);
    assertThat(lines("trip-refused vehicle:wide-3")).hasSize(1);
  }

  @Test
  void crashesChangesAndDataAreJudged() {
    assertThat(lines("1000 ruling vehicle:driverless-2", "rule=sign", "verdict=held")).hasSize(1);
    assertThat(lines("1100 ruling vehicle:wide-2", "rule=sign", "given.signM=60.0")).hasSize(1);
    assertThat(lines("trip-refused vehicle:driverless-2")).hasSize(1);
    assertThat(lines("ruling vehicle:driven-1", "rule=data", "verdict=broken")).hasSize(1);
    assertThat(lines("ruling", "rule=gap", "verdict=held")).isNotEmpty();
    assertThat(lines("trip-accounted")).isNotEmpty();
  }
}
