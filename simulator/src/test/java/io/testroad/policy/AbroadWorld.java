package io.testroad.policy;

import io.testroad.engine.Facts;
import java.time.Instant;
import java.util.List;

/** Facts of each moment with which everything is in order under the packs from abroad. */
final class AbroadWorld {

  static final Instant NOW = World.at("2026-08-03T10:00:00+08:00");

  private AbroadWorld() {}

  /** The facts known at a moment. */
  static Facts at(Moment moment) {
    return switch (moment) {
      case DECLARATION_APPLIED, CHANGE_DECLARED, VEHICLES_ADDED, PLATE_APPLIED, PERMIT_GRANTED ->
          request().and(change());
      case OBLIGATION_DUE -> obligation();
      case OPERATOR_INSPECTED -> Facts.of("now", NOW);
      default -> World.vehicle().and(road()).with("now", NOW);
    };
  }

  private static Facts request() {
    return World.request()
        .and(
            Facts.of(
                "now",
                NOW,
                "request.stage",
                "road-test",
                "request.crew",
                "remote",
                "request.previousStage",
                "road-test",
                "request.previousCrew",
                "on-board",
                "request.insuranceCny",
                35_000_000,
                "request.fleetKm",
                804_672.0,
                "request.roads",
                List.of("a", "b")));
  }

  private static Facts change() {
    return Facts.of("change.kind", "software", "change.speedLimitIncreaseMps", 0.0);
  }

  private static Facts road() {
    return Facts.of(
            "vehicle.safetyDriver", "remote",
            "road.barred", false,
            "gap.m", 100.0,
            "gap.leaderSpeedMps", 10.0,
            "gap.settled", true,
            "geofence.inside", false,
            "geofence.afterS", 120.0,
            "takeover.leadS", 10.0,
            "takeover.afterS", 5.0,
            "manoeuvre.cause", "takeover-unanswered",
            "manoeuvre.decelerationMps2", 2.0,
            "manoeuvre.afterRequestS", 10.0)
        .and(
            Facts.of(
                "collision.severity",
                "property-damage",
                "collision.kind",
                "rear-end",
                "collision.automated",
                true,
                "collision.speedMps",
                10.0,
                "collision.canMove",
                true));
  }

  private static Facts obligation() {
    return Facts.of(
        "now",
        NOW,
        "obligation.name",
        "",
        "obligation.by",
        "operator",
        "obligation.startedAt",
        NOW.minusSeconds(3600),
        "obligation.dueAt",
        NOW.plusSeconds(3600),
        "obligation.done",
        true,
        "obligation.inTime",
        true,
        "obligation.elapsedS",
        3600.0,
        "obligation.elapsedWorkingDays",
        0);
  }
}
