package io.testroad.vehicle;

import io.testroad.engine.Facts;
import java.time.Instant;

/** What rules and onlookers may know of a vehicle: the facts {@code vehicle.…} and the like. */
final class IcvFacts {

  private IcvFacts() {}

  /** What anybody may observe after a turn. */
  static Facts observable(IcvSpec spec, IcvState state) {
    IcvState.Place place = state.place();
    return Facts.of(
            "vehicle.name", spec.name(),
            "vehicle.mode", state.mode().written(),
            "vehicle.moving", state.isMoving(),
            "vehicle.onRoad", place.onRoad(),
            "vehicle.road", place.road(),
            "vehicle.aside", place.aside(),
            "vehicle.speedMps", place.speedMps(),
            "vehicle.fault", state.fault(),
            "vehicle.inDeclaredRoads", spec.zone().contains(place.road()))
        .and(papers(spec, state));
  }

  private static Facts papers(IcvSpec spec, IcvState state) {
    IcvSpec.Plate plate = state.plate();
    return Facts.of(
        "vehicle.adsLevel", spec.adsLevel(),
        "vehicle.stage", spec.stage(),
        "vehicle.plated", plate != null,
        "vehicle.plate.number", plate == null ? "" : plate.number(),
        "vehicle.plate.validUntil", plate == null ? Instant.EPOCH : plate.validUntil(),
        "vehicle.permit.status", state.permit().status(),
        "vehicle.permit.validUntil", state.permit().validUntil(),
        "vehicle.insurance.validUntil", spec.insurance().validUntil(),
        "vehicle.insurance.sumCny", spec.insurance().sumCny(),
        "vehicle.hazardLights", state.hazardLights());
  }

  /** The facts of a moment on a road. */
  static Facts at(IcvSpec spec, IcvState state, Instant now, String road) {
    IcvState.Trip trip = state.trip();
    return observable(spec, state)
        .and(
            Facts.of(
                "now", now,
                "operator.name", spec.operator().name(),
                "operator.vehiclesPerSeat", spec.driver().vehiclesPerSeat(),
                "vehicle.recorder.on", spec.recorder().on(),
                "vehicle.recorder.preS", spec.recorder().preS(),
                "vehicle.recorder.postS", spec.recorder().postS(),
                "vehicle.passengers", trip == null ? 0 : trip.passengers(),
                "vehicle.safetyDriver", spec.driver().place(),
                "driver.dutyS", state.duty().drivingS(),
                "driver.restS", state.duty().lastRestS(),
                "driver.dutyTodayS", state.duty().todayS(),
                "driver.experienceYears", spec.driver().experienceYears(),
                "road.id", road,
                "road.declared", spec.zone().contains(road),
                "road.expressway", spec.expressways().contains(road),
                "road.speedLimitMps", state.place().speedLimitMps(),
                "trip.purpose", trip == null ? "test" : trip.purpose(),
                "trip.inDeclaredRoads", trip != null && trip.declared()));
  }
}
