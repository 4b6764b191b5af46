package io.testroad.vehicle;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.RoadDecision;
import io.testroad.policy.Moment;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.VehicleLetter;

/** How a vehicle stops of its own accord, and how it goes on afterwards. */
final class IcvStops {

  /** After such a stop the vehicle goes on by itself. */
  static final String REST = "rest";

  private final IcvDriving driving;
  private final IcvSpec spec;
  private final IcvJudging judging;
  private final IcvRefuge refuge;
  private final IcvStandstill standstill;

  IcvStops(IcvDriving driving, IcvJudging judging, IcvRefuge refuge, IcvStandstill standstill) {
    this.driving = driving;
    spec = driving.spec();
    this.judging = judging;
    this.refuge = refuge;
    this.standstill = standstill;
  }

  /** A minimal risk manoeuvre of the kind that the vehicle is made for. */
  void manoeuvre(String cause, String rule) {
    if (driving.state().isStopping()) {
      return;
    }
    judgeManoeuvre(cause, IcvDriving.GENTLE_MPS2);
    driving.become(
        driving.state().with(new IcvState.Trouble(driving.state().fault(), true, cause)));
    refuge.comeToAStand();
    driving.change(Mode.MINIMAL_RISK, cause, rule);
  }

  /** A gentle stop in the lane, because the system waits for help. */
  void await(String cause) {
    judgeManoeuvre(cause, IcvDriving.GENTLE_MPS2);
    driving.become(
        driving.state().with(new IcvState.Trouble(driving.state().fault(), true, cause)));
    driving.halt(IcvDriving.GENTLE_MPS2, false);
    driving.change(Mode.MINIMAL_RISK, cause, "");
  }

  /** What the rules say of a manoeuvre that is about to begin. */
  void judgeManoeuvre(String cause, double decelerationMps2) {
    IcvState state = driving.state();
    boolean unanswered = state.mode() == Mode.TAKEOVER_REQUESTED;
    judging.report(
        judging.judge(
            Moment.MANOEUVRE_BEGUN,
            Facts.of(
                "manoeuvre.cause",
                cause,
                "manoeuvre.decelerationMps2",
                decelerationMps2,
                "manoeuvre.afterRequestS",
                unanswered ? driving.secondsSince(state.request().tick()) : -1.0)));
  }

  /** A stop for the driver's rest. */
  void rest(String rule) {
    if (driving.state().isStopping()) {
      return;
    }
    IcvState.Duty duty = driving.state().duty();
    int serial = duty.serial() + 1;
    driving.become(
        driving
            .state()
            .with(new IcvState.Duty(duty.drivingS(), duty.todayS(), duty.lastRestS(), serial)));
    driving.become(
        driving
            .state()
            .with(
                new IcvState.Trouble(
                    driving.state().fault(), driving.state().trouble().hazardLights(), REST)));
    driving.halt(IcvDriving.GENTLE_MPS2, true);
    driving.change(Mode.MINIMAL_RISK, REST, rule);
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

  /** Goes on after a stop for a reason that is gone, and for no other. */
  void driveOnAfter(String haltCause, String cause) {
    IcvState.Trouble trouble = driving.state().trouble();
    if (driving.state().isStopping()
        && trouble.haltCause().equals(haltCause)
        && trouble.fault().isEmpty()) {
      driving.become(driving.state().with(IcvState.Trouble.NONE));
      driveOn(cause);
    }
  }

  /** Goes on by hand after a stop, unless the vehicle may no longer drive at all. */
  void driveOn(String cause) {
    goOn(cause, Mode.MANUAL);
  }

  /** Goes on by itself where it may, else by hand. */
  void driveOnByItself(String cause) {
    IcvState state = driving.state();
    boolean may = state.trip() != null && driving.domain().allows(state.place().road());
    goOn(cause, may ? Mode.AUTOMATED : Mode.MANUAL);
  }

  private void goOn(String cause, Mode mode) {
    IcvState.Place p = driving.state().place();
    if (!p.onRoad() || driving.state().permit().status().equals("withdrawn")) {
      return;
    }
    driving.out().decide(new RoadDecision.Resume(spec.name()));
    driving.become(
        driving
            .state()
            .with(
                new IcvState.Trouble(
                    driving.state().fault(), driving.state().trouble().hazardLights(), "")));
    if (!p.aside()) {
      driving.tellPlatform(new IncidentLetter.ObstacleGone(spec.name()));
    }
    refuge.forget();
    driving.change(mode, cause, "");
    driving.at(p.road(), p.lane(), p.positionM(), p.speedMps(), p.speedLimitMps(), false);
    standstill.over("drives-on");
  }
}
