package io.testroad.policy;

import io.testroad.engine.Facts;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Facts of a vehicle and a request with which everything is in order. */
final class World {

  static final Instant NOW = at("2025-02-28T10:00:00+08:00");

  private World() {}

  static Instant at(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  static Facts request() {
    return Facts.of(
        "now",
        NOW,
        "request.kind",
        "declaration",
        "request.stage",
        "demonstration",
        "request.validFrom",
        at("2025-03-01T00:00:00+08:00"),
        "request.validUntil",
        at("2025-09-01T00:00:00+08:00"),
        "request.documents",
        List.of(
            "identity",
            "insurance",
            "certificate",
            "inspection",
            "plan",
            "cybersecurity-assessment",
            "track-test",
            "third-party-report"),
        "request.insuranceCny",
        5_000_000,
        "request.insuranceUntil",
        at("2026-01-01T00:00:00+08:00"),
        "request.certificateUntil",
        at("2026-01-01T00:00:00+08:00"),
        "request.roads",
        List.of("a", "b"),
        "request.adsLevel",
        4,
        "request.recorderPreS",
        90.0,
        "request.recorderPostS",
        0.0,
        "request.recorderRetainDays",
        365,
        "request.recorderRealtimeItems",
        4,
        "request.hoursTested",
        240.0,
        "request.kmTested",
        999.0,
        "request.violations",
        0,
        "request.atFaultCollisions",
        0,
        "request.roadsTested",
        true,
        "request.vehicleClass",
        "passenger",
        "request.neverRegistered",
        true,
        "request.manualModeAvailable",
        true);
  }

  static Facts vehicle() {
    return Facts.of(
            "now",
            NOW,
            "vehicle.name",
            "pilot-1",
            "vehicle.mode",
            "automated",
            "vehicle.moving",
            true,
            "vehicle.speedMps",
            10.0,
            "vehicle.adsLevel",
            4,
            "vehicle.stage",
            "road-test",
            "vehicle.plated",
            true,
            "vehicle.plate.number",
            "鄂A0001试",
            "vehicle.plate.validUntil",
            NOW.plusSeconds(600),
            "vehicle.permit.status",
            "valid",
            "vehicle.permit.validUntil",
            NOW.plusSeconds(600),
            "vehicle.insurance.validUntil",
            NOW.plusSeconds(600),
            "vehicle.insurance.sumCny",
            5_000_000.0)
        .and(
            Facts.of(
                "vehicle.recorder.on", true,
                "vehicle.recorder.preS", 90.0,
                "vehicle.recorder.postS", 0.0,
                "vehicle.passengers", 0,
                "vehicle.safetyDriver", "on-board",
                "vehicle.hazardLights", true,
                "driver.dutyS", 3600.0,
                "driver.restS", 1200.0,
                "driver.dutyTodayS", 15_000.0,
                "driver.experienceYears", 3.0,
                "operator.name", "luobo",
                "operator.vehiclesPerSeat", 3.0))
        .and(
            Facts.of(
                "road.id",
                "a-7",
                "road.kind",
                "urban",
                "road.declared",
                true,
                "road.speedLimitMps",
                10.0,
                "road.expressway",
                false,
                "trip.purpose",
                "test",
                "trip.inDeclaredRoads",
                true,
                "fault.cause",
                "sensor-fault",
                "fault.canMove",
                true,
                "collision.injured",
                false,
                "collision.otherKind",
                "vehicle",
                "takeover.leadS",
                10.0,
                "weather.state",
                "clear",
                "violation.class",
                "speeding",
                "violations.count",
                0));
  }

  /** The facts of any moment. */
  static Facts everything() {
    return request()
        .and(vehicle())
        .and(
            Facts.of(
                "request.crew", "on-board",
                "request.previousStage", "road-test",
                "request.confirmedBy",
                    List.of("industry-bureau", "traffic-police", "transport-bureau"),
                "change.kind", "drivers",
                "addition.identical", true,
                "appeal.workingDays", 10,
                "appeal.responsibility", "none"))
        .and(
            Facts.of(
                "gap.m", 60.0,
                "gap.leaderSpeedMps", 10.0,
                "gap.settled", true,
                "data.gapS", 1.0,
                "takeover.afterS", 3.0,
                "manoeuvre.cause", "rule",
                "manoeuvre.decelerationMps2", 3.0,
                "manoeuvre.afterRequestS", -1.0,
                "geofence.inside", false,
                "geofence.afterS", 60.0,
                "accident.responsibility", "main"))
        .and(
            Facts.of(
                "obligation.name",
                "none",
                "obligation.by",
                "operator",
                "obligation.startedAt",
                NOW.minusSeconds(60),
                "obligation.dueAt",
                NOW,
                "obligation.done",
                true,
                "obligation.inTime",
                true,
                "obligation.elapsedS",
                60.0,
                "obligation.elapsedWorkingDays",
                0,
                "check.read",
                "鄂A0001试",
                "check.found",
                "valid",
                "check.insured",
                true));
  }
}
