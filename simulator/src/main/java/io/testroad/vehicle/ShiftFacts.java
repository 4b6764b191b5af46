package io.testroad.vehicle;

import io.testroad.engine.Facts;
import io.testroad.policy.Moment;
import java.util.Set;
import java.util.TreeSet;

/**
 * The facts of a vehicle on a shift by the calendar: those that {@code IcvFacts} has of a vehicle
 * on the road. A zone stands for the road.
 */
final class ShiftFacts {

  private final OperatorDesk desk;
  private final OperatorSpec spec;
  private final boolean readsNames;

  ShiftFacts(OperatorDesk desk) {
    this.desk = desk;
    spec = desk.spec();
    Set<String> read = new TreeSet<>(desk.rules().factsRead(Moment.TRIP_REQUESTED));
    read.addAll(desk.rules().factsRead(Moment.AUTOMATION_REQUESTED));
    readsNames = read.contains("vehicle.name") || read.contains("vehicle.plate.number");
  }

  /** Whether rules of shifts read what differs between vehicles that are otherwise alike. */
  boolean readsNames() {
    return readsNames;
  }

  /** The facts as a vehicle is about to set out on a shift. */
  Facts of(String vehicle) {
    OperatorState.Dossier dossier = desk.dossier(vehicle);
    OperatorState.Declared declared = desk.lastDeclared();
    OperatorSpec.Ground ground = declared == null ? null : spec.grounds().get(declared.zone());
    String stage = declared == null ? "road-test" : declared.stage();
    boolean carries = !stage.equals("road-test") && spec.duty().isPresent();
    return spec.papers()
        .facts()
        .and(desk.given())
        .and(
            Facts.of(
                "now",
                desk.now(),
                "operator.name",
                spec.fleet(),
                "operator.vehicles",
                desk.plated(),
                "vehicle.name",
                vehicle,
                "vehicle.mode",
                "manual",
                "vehicle.moving",
                false,
                "vehicle.speedMps",
                0.0,
                "vehicle.hazardLights",
                false,
                "vehicle.stage",
                stage,
                "vehicle.plated",
                !dossier.plate().isEmpty(),
                "vehicle.plate.number",
                dossier.plate(),
                "vehicle.plate.validUntil",
                dossier.plateUntil(),
                "vehicle.permit.status",
                declared == null ? "none" : dossier.status()))
        .and(
            Facts.of(
                "vehicle.permit.validUntil",
                declared == null ? java.time.Instant.EPOCH : declared.until(),
                "vehicle.permit.crew",
                declared == null ? "on-board" : declared.crew(),
                "vehicle.safetyDriver",
                declared == null ? "on-board" : declared.crew(),
                "vehicle.permit.speedCapMps",
                dossier.limits().speedCapMps(),
                "vehicle.permit.clearWeatherOnly",
                dossier.limits().clearWeather(),
                "vehicle.permit.manualOnly",
                dossier.limits().manual(),
                "vehicle.detained",
                dossier.detained(),
                "vehicle.insurance.validUntil",
                spec.papers().insuredUntil(),
                "vehicle.software",
                desk.software(),
                "vehicle.passengers",
                carries ? spec.duty().map(CalendarDuty::passengers).orElse(0) : 0,
                "road.id",
                declared == null ? "" : declared.zone(),
                "road.declared",
                declared != null,
                "road.expressway",
                ground != null && ground.expressway(),
                "road.speedLimitMps",
                ground == null ? 0.0 : ground.speedLimitMps(),
                "trip.purpose",
                carries ? "passengers" : "test",
                "trip.inDeclaredRoads",
                declared != null));
  }
}
