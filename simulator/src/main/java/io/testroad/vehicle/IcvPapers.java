package io.testroad.vehicle;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.policy.Consequence;
import io.testroad.policy.Moment;
import io.testroad.protocol.PermitLetter;
import io.testroad.protocol.VehicleLetter;

/** A vehicle's papers: how they come, how they change and end, and what it does then. */
final class IcvPapers {

  private static final String DETAINED = "detained";

  private final IcvDriving driving;
  private final IcvSpec spec;
  private final IcvJudging judging;
  private final IcvObedience obedience;
  private final IcvTakeover takeover;
  private final IcvStops stops;
  private final IcvCourse course;

  IcvPapers(
      IcvDriving driving,
      IcvJudging judging,
      IcvObedience obedience,
      IcvTakeover takeover,
      IcvStops stops,
      IcvCourse course) {
    this.driving = driving;
    spec = driving.spec();
    this.judging = judging;
    this.obedience = obedience;
    this.takeover = takeover;
    this.stops = stops;
    this.course = course;
  }

  /** Sets the timers of the papers that the vehicle has when the run begins. */
  void setTimers() {
    IcvSpec.Plate plate = driving.state().plate();
    if (plate != null) {
      remindOfPlate(plate);
    }
    driving.out().remindAt(spec.insurance().validUntil(), new VehicleLetter.InsuranceEnds());
  }

  private void remindOfPlate(IcvSpec.Plate plate) {
    driving.out().remindAt(plate.validUntil(), new VehicleLetter.PlateEnds(plate.number()));
  }

  void receive(PermitLetter letter) {
    IcvState.Permit permit = driving.state().permit();
    if (letter instanceof PermitLetter.PlateIssued issued) {
      plateIssued(issued);
    } else if (letter instanceof PermitLetter.DeclarationConfirmed confirmed) {
      declared(confirmed);
    } else if (letter instanceof PermitLetter.ChangeConfirmed confirmed) {
      changeConfirmed(confirmed);
    } else if (letter instanceof PermitLetter.PermitRestricted restricted) {
      restrict(restricted);
    } else if (letter instanceof PermitLetter.RestrictionLifted lifted) {
      limit(permit.limits(), lifted.to(), IcvState.Limits.NO_CAP_MPS, "", false);
      course.review("restriction-lifted", "");
    } else if (letter instanceof PermitLetter.PermitSuspended suspended) {
      become(permit.withStatus("suspended"));
      takeover.leaveAutomation("permit-suspended", suspended.rule());
    } else if (letter instanceof PermitLetter.PermitReinstated) {
      become(permit.withStatus("valid"));
      course.review("permit-reinstated", "");
    } else if (letter instanceof PermitLetter.PermitWithdrawn withdrawn) {
      permitWithdrawn(withdrawn);
    } else if (letter instanceof PermitLetter.VehicleDetained detained) {
      detain(true);
      stopIfOnRoad(DETAINED, detained.rule());
    } else if (letter instanceof PermitLetter.VehicleReleased) {
      detain(false);
      stops.driveOnAfter(DETAINED, "released");
    } else {
      throw new IllegalArgumentException(spec.id() + " does not understand " + letter);
    }
  }

  private void become(IcvState.Permit permit) {
    driving.become(driving.state().with(permit));
  }

  private void stopIfOnRoad(String cause, String rule) {
    if (driving.state().place().onRoad()) {
      stops.manoeuvre(cause, rule);
    }
  }

  private void detain(boolean held) {
    driving.become(driving.state().with(driving.state().outfit().withDetained(held)));
  }

  // what is permitted ---------------------------------------------------------------------------

  private void declared(PermitLetter.DeclarationConfirmed confirmed) {
    IcvState.Permit permit = driving.state().permit();
    String status = permit.status().equals("none") ? "valid" : permit.status();
    String zone = zoneOr(confirmed.zone(), permit.zone());
    become(
        permit
            .withStatus(status)
            .withUntil(confirmed.validUntil())
            .withScope(confirmed.stage(), confirmed.crew(), zone));
    believe(zone);
    course.review("declaration-confirmed", "");
  }

  /** A name of a zone; the old one where none is named, or none of that name is known. */
  private String zoneOr(String name, String old) {
    return spec.zones().containsKey(name) ? name : old;
  }

  private void believe(String zone) {
    driving.become(driving.state().with(driving.state().outfit().withZone(zone)));
  }

  private void changeConfirmed(PermitLetter.ChangeConfirmed confirmed) {
    IcvState state = driving.state();
    IcvState.Permit permit = state.permit();
    switch (confirmed.kind()) {
      case "roads" -> {
        String zone = zoneOr(confirmed.value(), state.outfit().zone());
        become(permit.withZone(zone));
        believe(zone);
        course.review("change-confirmed", "");
      }
      case "software" ->
          become(
              permit.withSoftware(
                  confirmed.value().isEmpty() ? state.outfit().software() : confirmed.value()));
      case "drivers" ->
          become(permit.withDrivers(Math.max(permit.drivers() + 1, state.outfit().drivers())));
      default -> {} // a longer period has no bearing on how it drives
    }
  }

  private void restrict(PermitLetter.PermitRestricted restricted) {
    limit(
        driving.state().permit().limits(),
        restricted.to(),
        restricted.speedMps(),
        restricted.road(),
        true);
    course.review("permit-restricted", restricted.rule());
  }

  private void limit(
      IcvState.Limits old, Consequence.Limit to, double speedMps, String road, boolean on) {
    IcvState.Limits limits =
        switch (to) {
          case SPEED ->
              new IcvState.Limits(speedMps, old.clearWeather(), old.barredRoad(), old.manual());
          case CLEAR_WEATHER ->
              new IcvState.Limits(old.speedMps(), on, old.barredRoad(), old.manual());
          case OTHER_ROADS ->
              new IcvState.Limits(old.speedMps(), old.clearWeather(), road, old.manual());
          case MANUAL ->
              new IcvState.Limits(old.speedMps(), old.clearWeather(), old.barredRoad(), on);
        };
    become(driving.state().permit().with(limits));
    if (to == Consequence.Limit.SPEED && driving.state().isAutomated()) {
      driving.capSpeed();
    }
  }

  private void permitWithdrawn(PermitLetter.PermitWithdrawn withdrawn) {
    become(driving.state().permit().withStatus("withdrawn").withUntil(driving.now()));
    stopIfOnRoad("permit-withdrawn", withdrawn.rule());
    IcvSpec.Plate plate = driving.state().plate();
    if (plate != null) {
      driving.out().record(EventType.PLATE_VOIDED, factsOf(plate));
      driving.become(driving.state().with((IcvSpec.Plate) null));
    }
  }

  // plate and insurance -------------------------------------------------------------------------

  private void plateIssued(PermitLetter.PlateIssued issued) {
    var plate = new IcvSpec.Plate(issued.plate(), issued.validUntil());
    driving.become(driving.state().with(plate));
    IcvState.Permit permit = driving.state().permit();
    if (permit.status().equals("none")) {
      become(permit.withStatus("valid").withUntil(issued.validUntil()));
    }
    remindOfPlate(plate);
  }

  private Facts factsOf(IcvSpec.Plate plate) {
    return Facts.of("plate", plate.number(), "vehicle", spec.name());
  }

  /** The timer of a plate; one that was replaced since, or prolonged, has not ended. */
  void plateEnds(VehicleLetter.PlateEnds ends) {
    IcvSpec.Plate plate = driving.state().plate();
    if (plate == null
        || !plate.number().equals(ends.plate())
        || plate.validUntil().isAfter(driving.now())) {
      return;
    }
    driving.out().record(EventType.PLATE_EXPIRED, factsOf(plate));
    obedience.follow(judging.judge(Moment.PLATE_ENDED));
  }

  void insuranceEnds() {
    obedience.follow(judging.judge(Moment.INSURANCE_ENDED));
  }
}
