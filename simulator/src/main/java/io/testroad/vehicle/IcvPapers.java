package io.testroad.vehicle;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.policy.Moment;
import io.testroad.protocol.PermitLetter;
import io.testroad.protocol.VehicleLetter;

/** A vehicle's papers: how they come, how they end, and what it does then. */
final class IcvPapers {

  private final IcvDriving driving;
  private final IcvSpec spec;
  private final IcvJudging judging;
  private final IcvObedience obedience;
  private final IcvTakeover takeover;
  private final IcvStops stops;

  IcvPapers(
      IcvDriving driving,
      IcvJudging judging,
      IcvObedience obedience,
      IcvTakeover takeover,
      IcvStops stops) {
    this.driving = driving;
    spec = driving.spec();
    this.judging = judging;
    this.obedience = obedience;
    this.takeover = takeover;
    this.stops = stops;
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
      String status = permit.status().equals("none") ? "valid" : permit.status();
      become(new IcvState.Permit(status, confirmed.validUntil()));
    } else if (letter instanceof PermitLetter.PermitSuspended suspended) {
      become(new IcvState.Permit("suspended", permit.validUntil()));
      takeover.leaveAutomation("permit-suspended", suspended.rule());
    } else if (letter instanceof PermitLetter.PermitReinstated) {
      become(new IcvState.Permit("valid", permit.validUntil()));
    } else if (letter instanceof PermitLetter.PermitWithdrawn withdrawn) {
      permitWithdrawn(withdrawn);
    } else {
      throw new IllegalArgumentException(spec.id() + " does not understand " + letter);
    }
  }

  private void become(IcvState.Permit permit) {
    driving.become(driving.state().with(permit));
  }

  private void plateIssued(PermitLetter.PlateIssued issued) {
    var plate = new IcvSpec.Plate(issued.plate(), issued.validUntil());
    driving.become(driving.state().with(plate));
    if (driving.state().permit().status().equals("none")) {
      become(new IcvState.Permit("valid", issued.validUntil()));
    }
    remindOfPlate(plate);
  }

  private void permitWithdrawn(PermitLetter.PermitWithdrawn withdrawn) {
    become(new IcvState.Permit("withdrawn", driving.now()));
    if (driving.state().place().onRoad()) {
      stops.manoeuvre("permit-withdrawn", withdrawn.rule());
    }
    IcvSpec.Plate plate = driving.state().plate();
    if (plate != null) {
      driving.out().record(EventType.PLATE_VOIDED, factsOf(plate));
      driving.become(driving.state().with((IcvSpec.Plate) null));
    }
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
