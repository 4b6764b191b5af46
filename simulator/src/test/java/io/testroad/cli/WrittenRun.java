package io.testroad.cli;

import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.finding.Findings;
import io.testroad.record.EventLogWriter;
import io.testroad.record.Manifest;
import io.testroad.record.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A run directory in which a vehicle breaks a rule, is suspended for it, and an incident occurs.
 */
final class WrittenRun {

  static final Clock CLOCK =
      Clock.of(OffsetDateTime.parse("2025-02-28T23:50:00+08:00"), Duration.ofMillis(100));

  private static final String PACK =
      """
      testroad-policy: 1
      id: tiny
      name: { en: Tiny rules, zh: 小规则 }
      parameters:
        violationsMax:
          value: 0
          unit: violations
          meaning: the most violations
          source: { instrument: us, grade: assumption }
      rules:
        - id: plate-valid
          title: { en: A valid plate is needed, zh: 须持有效号牌 }
          source: { instrument: Order 164, article: "48", grade: primary }
          on: road-entered
          require: vehicle.plated && now <= vehicle.plate.validUntil
          otherwise: [ { violation: { class: driving-without-plate, addressee: driver } } ]
        - id: count-suspends
          title: { en: A violation suspends, zh: 违规暂停许可 }
          source: { instrument: us, grade: assumption }
          on: violation-counted
          require: violations.count <= parameters.violationsMax
          otherwise: [ { suspend: { days: 7 } } ]
        - id: months
          title: { en: Six months at most, zh: 不超过六个月 }
          source: { instrument: Order 164, article: "48", grade: primary }
          on: plate-applied
          require: request.kmTested >= 1000.0
          otherwise: [ { refuse: Too little. } ]
      """;

  private static final String KNOWN =
      "kind=vehicle-stalled road=a blocked=[0, 1] icv=true operator=operator:pilot"
          + " (platform:supervision 23:51:22); riders=1 (sensor:c1 23:51:23)";

  private WrittenRun() {}

  /** The run's directory in a folder, with its pack beside it. */
  static Path of(Path folder) throws IOException {
    return of(folder, PACK, EVENTS);
  }

  /** The directory of a run with these events under this pack. */
  static Path of(Path folder, String rules, List<Event> events) throws IOException {
    Path pack = Files.writeString(folder.resolve("pack.yaml"), rules);
    Path scenario = folder.resolve("scenario.yaml");
    RunDirectory run =
        RunDirectory.create(folder.resolve("run"), false, new Findings()).orElseThrow();
    Files.writeString(
        run.resolvedScenario(),
        "testroad: 1\nname: Written\npolicy: pack.yaml\nfleets:\n  pilot: { vehicles: 2 }\n");
    try (EventLogWriter log = new EventLogWriter(run.events(), CLOCK)) {
      log.write(1000, events);
    }
    Manifest begun =
        Manifest.begun(
            "test",
            "Written",
            scenario.toString(),
            7,
            CLOCK,
            1,
            List.of(Manifest.InputFile.of(pack.toString(), pack)));
    run.write(begun.ended(Manifest.Status.COMPLETED, 1000, "ab".repeat(32), 1));
    return run.path();
  }

  /** A ruling. */
  static Event ruling(
      long tick, String subject, String rule, String on, boolean held, String facts, String then) {
    Facts attributes =
        Facts.of(
            "rule",
            rule,
            "pack",
            "tiny",
            "on",
            on,
            "verdict",
            held ? "held" : "broken",
            "instrument",
            "Order 164",
            "article",
            "48",
            "grade",
            "primary",
            "facts",
            facts);
    return new Event(
        tick,
        EventType.RULING,
        subject,
        then.isEmpty() ? attributes : attributes.with("consequence", then));
  }

  private static final List<Event> EVENTS =
      List.of(
          ruling(
              10,
              "operator:pilot",
              "months",
              "plate-applied",
              false,
              "request.kmTested=812.4",
              "refuse(Too little.)"),
          new Event(
              10,
              EventType.APPLICATION_REFUSED,
              "authority:police",
              Facts.of(
                  "kind", "plate",
                  "applicant", "pilot",
                  "vehicle", "pilot-2",
                  "reasons", List.of("Too little. (months)"))),
          ruling(
              20,
              "vehicle:pilot-1",
              "plate-valid",
              "road-entered",
              true,
              "now=2025-02-28T15:50:02Z vehicle.plate.validUntil=2025-02-28T15:51:00Z"
                  + " vehicle.plated=true",
              ""),
          new Event(
              20,
              EventType.VEHICLE_ENTERED_ROAD,
              "vehicle:pilot-1",
              Facts.of("road", "a", "declared", true)),
          ruling(
              700,
              "vehicle:pilot-1",
              "plate-valid",
              "road-entered",
              false,
              "now=2025-02-28T15:51:10Z vehicle.plate.validUntil=2025-02-28T15:51:00Z"
                  + " vehicle.plated=true",
              "violation(driving-without-plate, driver)"),
          new Event(
              701,
              EventType.VIOLATION_RECORDED,
              "authority:police",
              Facts.of(
                  "rule", "plate-valid",
                  "class", "driving-without-plate",
                  "vehicle", "pilot-1",
                  "addressee", "driver")),
          ruling(
              701,
              "authority:police",
              "count-suspends",
              "violation-counted",
              false,
              "parameters.violationsMax=0 violations.count=1",
              "suspend(7)"),
          new Event(
              701,
              EventType.PERMIT_SUSPENDED,
              "authority:police",
              Facts.of(
                  "vehicle", "pilot-1",
                  "rule", "count-suspends",
                  "until", Instant.parse("2025-03-07T15:51:10.100Z"))),
          new Event(
              800,
              EventType.VEHICLE_STALLED,
              "vehicle:pilot-1",
              Facts.of("road", "a", "lane", 0, "positionM", 12.0)),
          new Event(
              800,
              EventType.SCENE_BEGAN,
              "scenes:all",
              Facts.of(
                  "scene", 1,
                  "kind", "vehicle-stalled",
                  "road", "a",
                  "lane", 0,
                  "positionM", 12.0,
                  "cause", "stalled",
                  "vehicles", "pilot-1",
                  "facts", "")),
          new Event(
              800,
              EventType.RIDERS_STUCK,
              "vehicle:pilot-1",
              Facts.of("vehicle", "pilot-1", "riders", 1)),
          new Event(
              820,
              EventType.INCIDENT_REPORTED,
              "incident:1",
              Facts.of(
                  "incident", 1,
                  "scene", 1,
                  "means", "telemetry",
                  "kind", "vehicle-stalled",
                  "road", "a",
                  "lane", 0,
                  "source", "platform:supervision",
                  "latencyS", 2.0,
                  "vehicle", "pilot-1")),
          new Event(
              830,
              EventType.INCIDENT_VERIFIED,
              "incident:1",
              Facts.of(
                  "incident", 1,
                  "kind", "vehicle-stalled",
                  "severity", "lane-blocked",
                  "plan", "stalled",
                  "priority", 3,
                  "means", "camera",
                  "decidedBy", "centre:district",
                  "known", KNOWN)),
          new Event(
              830,
              EventType.UNIT_DISPATCHED,
              "incident:1",
              Facts.of(
                  "incident", 1,
                  "unit", "tow-1",
                  "unitKind", "tow-truck",
                  "tasks", "tow, secure",
                  "road", "a",
                  "reason", "ring: tow-1 95 s 812 m ring 1; tow-2 130 s 1400 m; +1",
                  "expectedS", 95.04,
                  "distanceM", 812.4,
                  "plan", "stalled",
                  "decidedBy", "centre:district",
                  "known", KNOWN)),
          new Event(
              840,
              EventType.SCENE_BEGAN,
              "scenes:all",
              Facts.of(
                  "scene", 2,
                  "kind", "debris",
                  "road", "b",
                  "lane", 0,
                  "positionM", 30.0,
                  "cause", "hazard",
                  "vehicles", "",
                  "facts", "")),
          new Event(
              850,
              EventType.CALL_MADE,
              "callers:public",
              Facts.of("scene", 1, "caller", "passer-by-1", "road", "a", "afterS", 5.0)),
          new Event(
              855,
              EventType.CALL_ANSWERED,
              "callers:public",
              Facts.of("caller", "passer-by-1", "waitedS", 0.5)),
          new Event(
              1000,
              EventType.UNIT_ARRIVED,
              "incident:1",
              Facts.of("incident", 1, "unit", "tow-1", "afterS", 17.0)),
          new Event(
              1010,
              EventType.WORK_BEGUN,
              "vehicle:tow-1",
              Facts.of(
                  "scene", 1, "incident", 1, "unit", "tow-1", "task", "tow", "workS", 280.247)),
          new Event(
              1900,
              EventType.RIDERS_FREED,
              "vehicle:pilot-1",
              Facts.of("vehicle", "pilot-1", "riders", 1, "afterS", 110.0, "by", "removed")),
          new Event(
              1900,
              EventType.SCENE_CLEARED,
              "scenes:all",
              Facts.of("scene", 1, "road", "a", "afterS", 110.0)),
          new Event(
              1910,
              EventType.UNIT_RELEASED,
              "incident:1",
              Facts.of("incident", 1, "unit", "tow-1")),
          new Event(
              1910,
              EventType.ROADWAY_CLEARED,
              "incident:1",
              Facts.of("incident", 1, "afterS", 109.0, "decidedBy", "centre:district")),
          new Event(
              1910,
              EventType.INCIDENT_CLOSED,
              "incident:1",
              Facts.of("incident", 1, "afterS", 109.0, "decidedBy", "centre:district")),
          new Event(
              2200, EventType.SCENE_RECOVERED, "scenes:all", Facts.of("scene", 1, "afterS", 140.0)),
          new Event(
              2200,
              EventType.SCENE_ENDED,
              "scenes:all",
              Facts.of(
                  "scene", 1,
                  "afterS", 140.0,
                  "laneMinutes", 1.8333,
                  "delayVehicleHours", 0.5404,
                  "maxStanding", 51,
                  "riderMinutes", 1.8333,
                  "idleCo2Kg", 5.5726)),
          new Event(
              2300,
              EventType.UNIT_SET_OUT,
              "vehicle:tow-1",
              Facts.of("incident", 0, "unit", "tow-1", "road", "a")));
}
