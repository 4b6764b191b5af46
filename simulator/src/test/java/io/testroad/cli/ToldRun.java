package io.testroad.cli;

import io.testroad.demand.Demand;
import io.testroad.engine.AgentId;
import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.WorkingCalendar;
import io.testroad.finding.Findings;
import io.testroad.incident.ScenesSpec;
import io.testroad.network.Network;
import io.testroad.network.RingNetwork;
import io.testroad.policy.Policy;
import io.testroad.policy.PolicyReader;
import io.testroad.record.Manifest;
import io.testroad.record.PlateCounts;
import io.testroad.record.RunMetrics;
import io.testroad.record.RunSink;
import io.testroad.safety.ConflictRules;
import io.testroad.scenario.Scenario;
import io.testroad.sensing.CallersSpec;
import io.testroad.sensing.Coverage;
import io.testroad.sensing.PlatformSpec;
import io.testroad.traffic.Sample;
import io.testroad.traffic.Trip;
import io.testroad.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A run of twenty minutes in which a plate ends, a vehicle stalls, and an expectation fails. */
final class ToldRun {

  static final Clock CLOCK =
      Clock.of(OffsetDateTime.parse("2025-02-28T23:50:00+08:00"), Duration.ofMillis(100));
  private static final long END = 12_000;
  private static final AgentId CENTRE = AgentId.of("centre", "district");

  private final Scenario scenario;
  private final RunMetrics metrics;
  private final RunStory story = new RunStory(new Silent());

  ToldRun(Path folder) {
    Network network = new RingNetwork(200, 4, 1, 10).generate();
    scenario = scenario(network, policy(folder));
    metrics = new RunMetrics(CLOCK, network);
    metrics.plates(new PlateCounts(2, 1, 1, 0, 0));
    happen();
  }

  RunOutcome outcome(Manifest.Status status) {
    return new RunOutcome(
        scenario, status, metrics.at(END), story, "ab".repeat(32), Path.of("runs/plate-1"), END, 4);
  }

  private static Policy policy(Path folder) {
    try {
      Path file =
          Files.writeString(
              folder.resolve("pack.yaml"),
              """
              testroad-policy: 1
              id: tiny
              name: { en: Tiny rules, zh: 小规则 }
              rules:
                - id: plate-valid
                  title: { en: Automated driving needs a valid plate, zh: 自动驾驶须持有效号牌 }
                  source: { instrument: Order 164, article: "48", grade: primary }
                  on: plate-ended
                  require: vehicle.mode != 'automated'
                  otherwise: [ { instruct: stop-automation } ]
              """);
      Findings findings = new Findings();
      return PolicyReader.read(file, findings)
          .orElseThrow(() -> new AssertionError(findings.list().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Scenario scenario(Network network, Policy policy) {
    return new Scenario(
        "Plate expires on the way",
        Path.of("scenarios/plate.yaml"),
        7,
        CLOCK,
        END,
        false,
        network,
        Demand.none(),
        List.of(),
        policy,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        ScenesSpec.plain(),
        WorkingCalendar.PLAIN,
        new PlatformSpec(1, Duration.ZERO, CENTRE),
        List.of(),
        List.of(),
        new CallersSpec(
            CENTRE,
            new Coverage(new TreeMap<>()),
            Optional.empty(),
            new CallersSpec.Hotline(1, Duration.ZERO, Duration.ZERO)),
        ConflictRules.NONE,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        YamlReader.parse("testroad: 1", "plate.yaml", new Findings()).orElseThrow(),
        List.of());
  }

  private void happen() {
    at(
        0,
        EventType.VEHICLE_DEPARTED,
        "vehicle:pilot-1",
        "road",
        "ring-0",
        "lane",
        0,
        "vehicleType",
        "robotaxi-l4");
    at(
        0,
        EventType.APPLICATION_FILED,
        "operator:pilot",
        "kind",
        "plate",
        "applicant",
        "pilot",
        "vehicle",
        "pilot-2");
    at(
        600,
        EventType.APPLICATION_REFUSED,
        "authority:police",
        "kind",
        "plate",
        "applicant",
        "pilot",
        "vehicle",
        "pilot-2",
        "reasons",
        List.of("The validity asked for is too long. (plate-valid)"));
    at(6000, EventType.PLATE_EXPIRED, "vehicle:pilot-1", "plate", "鄂A试0001", "vehicle", "pilot-1");
    at(
        6000,
        EventType.RULING,
        "vehicle:pilot-1",
        "rule",
        "plate-valid",
        "pack",
        "tiny",
        "on",
        "plate-ended",
        "verdict",
        "broken",
        "instrument",
        "Order 164",
        "article",
        "48",
        "grade",
        "primary",
        "facts",
        "vehicle.mode='automated'",
        "consequence",
        "instruct(stop-automation)");
    at(
        6000,
        EventType.MODE_CHANGED,
        "vehicle:pilot-1",
        "from",
        "automated",
        "to",
        "takeover-requested",
        "cause",
        "rule",
        "rule",
        "plate-valid",
        "road",
        "ring-2");
    at(
        7000,
        EventType.SCENE_BEGAN,
        "scenes:all",
        "scene",
        1,
        "kind",
        "vehicle-stalled",
        "road",
        "ring-2",
        "lane",
        0,
        "positionM",
        12.0,
        "cause",
        "stalled",
        "vehicles",
        "pilot-1",
        "facts",
        "");
    at(7000, EventType.RIDERS_STUCK, "vehicle:pilot-1", "vehicle", "pilot-1", "riders", 2);
    at(
        7100,
        EventType.INCIDENT_REPORTED,
        "incident:1",
        "incident",
        1,
        "scene",
        1,
        "means",
        "camera",
        "kind",
        "vehicle-stalled",
        "road",
        "ring-2",
        "lane",
        0,
        "source",
        "sensor:camera-3",
        "latencyS",
        10.0,
        "vehicle",
        "pilot-1");
    at(
        7400,
        EventType.INCIDENT_VERIFIED,
        "incident:1",
        "incident",
        1,
        "kind",
        "vehicle-stalled",
        "severity",
        "lane-blocked",
        "plan",
        "stalled",
        "priority",
        3,
        "means",
        "camera",
        "decidedBy",
        "centre:district",
        "known",
        "kind=vehicle-stalled (sensor:camera-3 00:01:50)");
    at(
        7400,
        EventType.UNIT_DISPATCHED,
        "incident:1",
        "incident",
        1,
        "unit",
        "tow-1",
        "unitKind",
        "tow-truck",
        "tasks",
        "tow",
        "road",
        "ring-2",
        "reason",
        "nearest-time: tow-1 95 s 812 m; tow-2 130 s 1400 m; +1",
        "plan",
        "stalled",
        "expectedS",
        95.04,
        "distanceM",
        812.4,
        "decidedBy",
        "centre:district",
        "known",
        "kind=vehicle-stalled (sensor:camera-3 00:01:50)");
    at(8600, EventType.UNIT_ARRIVED, "incident:1", "incident", 1, "unit", "tow-1", "afterS", 120.0);
    at(9790, EventType.SCENE_CLEARED, "scenes:all", "scene", 1, "road", "ring-2", "afterS", 279.0);
    at(
        9790,
        EventType.RIDERS_FREED,
        "vehicle:pilot-1",
        "vehicle",
        "pilot-1",
        "riders",
        2,
        "afterS",
        279.0,
        "by",
        "removed");
    closes(EventType.ROADWAY_CLEARED);
    at(9800, EventType.UNIT_RELEASED, "incident:1", "incident", 1, "unit", "tow-1");
    closes(EventType.INCIDENT_CLOSED);
    at(
        9900,
        EventType.VIOLATION_RECORDED,
        "authority:police",
        "rule",
        "plate-valid",
        "class",
        "speeding",
        "vehicle",
        "pilot-1",
        "addressee",
        "operator");
    at(
        9900,
        EventType.PERMIT_SUSPENDED,
        "authority:police",
        "vehicle",
        "pilot-1",
        "rule",
        "plate-valid",
        "until",
        Instant.parse("2025-03-07T16:00:00Z"));
    at(10_100, EventType.SCENE_RECOVERED, "scenes:all", "scene", 1, "afterS", 310.0);
    at(
        10_100,
        EventType.SCENE_ENDED,
        "scenes:all",
        "scene",
        1,
        "afterS",
        310.0,
        "laneMinutes",
        4.65,
        "delayVehicleHours",
        0.54,
        "maxStanding",
        12,
        "riderMinutes",
        9.3,
        "idleCo2Kg",
        1.26);
    at(
        12_000,
        EventType.EXPECTATION_FAILED,
        "scenario:plate",
        "expectation",
        "cleared in a minute",
        "reason",
        "It did not come within 60 s.",
        "values",
        "event.type='incident-verified'");
  }

  private void closes(EventType type) {
    at(9800, type, "incident:1", "incident", 1, "afterS", 270.0, "decidedBy", "centre:district");
  }

  private void at(long tick, EventType type, String subject, Object... attributes) {
    List<Event> events = List.of(new Event(tick, type, subject, Facts.of(attributes)));
    metrics.events(events);
    story.events(tick, events);
  }

  /** Takes nothing down. */
  private static final class Silent implements RunSink {
    @Override
    public void events(long tick, List<Event> events) {}

    @Override
    public void state(long tick, long sumA, long sumB) {}

    @Override
    public void sample(long tick, Sample sample) {}

    @Override
    public void trips(long tick, List<Trip> trips) {}
  }
}
