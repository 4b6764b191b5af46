package io.testroad.vehicle;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.RoadDecision;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.VehicleLetter;

/** How a vehicle stops of its own accord, and how it goes on afterwards. */
final class IcvStops {

  private final IcvDriving driving;
  private final IcvSpec spec;

  IcvStops(IcvDriving driving) {
    this.driving = driving;
    spec = driving.spec();
  }

  private boolean isStopping() {
    Mode mode = driving.state().mode();
    return mode == Mode.MINIMAL_RISK || mode == Mode.STOPPED;
  }

  /** A minimal risk manoeuvre: a gentle stop, out of the traffic where there is room. */
  void manoeuvre(String cause, String rule) {
    if (isStopping()) {
      return;
    }
    driving.become(driving.state().withFault(driving.state().fault(), true));
    driving.halt(IcvDriving.GENTLE_MPS2, true);
    driving.change(Mode.MINIMAL_RISK, cause, rule);
  }

  /** A stop for the driver's rest. */
  void rest(String rule) {
    if (isStopping()) {
      return;
    }
    IcvState.Duty duty = driving.state().duty();
    int serial = duty.serial() + 1;
    driving.become(
        driving
            .state()
            .with(new IcvState.Duty(duty.drivingS(), duty.todayS(), duty.lastRestS(), serial)));
    driving.halt(IcvDriving.GENTLE_MPS2, true);
    driving.change(Mode.MINIMAL_RISK, "rest", rule);
    driving.out().remind(spec.driver().rest(), new VehicleLetter.RestOver(serial));
  }

  void restOver(int serial) {
    IcvState.Duty duty = driving.state().duty();
    if (serial != duty.serial()) {
      return;
    }
    double rested = spec.driver().rest().toMillis() / 1000.0;
    driving.out().record(EventType.DRIVER_RESTED, Facts.of("dutyS", duty.drivingS()));
    driving.become(
        driving.state().with(new IcvState.Duty(0, duty.todayS(), rested, duty.serial())));
    if (driving.state().fault().isEmpty()) {
      driveOn("rested");
    }
  }

  /** Goes on by hand after a stop, unless the vehicle may no longer drive at all. */
  void driveOn(String cause) {
    IcvState.Place p = driving.state().place();
    if (!p.onRoad() || driving.state().permit().status().equals("withdrawn")) {
      return;
    }
    driving.out().decide(new RoadDecision.Resume(spec.name()));
    if (!p.aside()) {
      driving.out().post(spec.platform(), new IncidentLetter.ObstacleGone(spec.name()));
    }
    driving.change(Mode.MANUAL, cause, "");
    driving.at(p.road(), p.lane(), p.positionM(), p.speedMps(), p.speedLimitMps(), false);
  }
}
