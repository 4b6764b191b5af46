package io.testroad.vehicle;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Percept;
import io.testroad.policy.Judgement;
import io.testroad.policy.Moment;
import io.testroad.policy.Ruling;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.VehicleLetter;

/** Faults and collisions of a vehicle. */
final class IcvFaults {

  /** Above this speed at the collision, m/s, somebody counts as injured (assumption). */
  private static final double INJURING_MPS = 8;

  private final IcvDriving driving;
  private final IcvSpec spec;
  private final IcvJudging judging;
  private final IcvObedience obedience;
  private final IcvStops stops;

  IcvFaults(IcvDriving driving, IcvJudging judging, IcvObedience obedience, IcvStops stops) {
    this.driving = driving;
    spec = driving.spec();
    this.judging = judging;
    this.obedience = obedience;
    this.stops = stops;
  }

  void arises(VehicleLetter.FaultArises fault) {
    if (!driving.state().place().onRoad() || !driving.state().fault().isEmpty()) {
      return;
    }
    driving.become(driving.state().withFault(fault.cause(), true));
    Judgement judgement =
        judging.judge(
            Moment.FAULT_OCCURRED,
            Facts.of("fault.cause", fault.cause(), "fault.canMove", fault.canMove()));
    judging.report(judgement);
    secureRecorder(fault.cause());
    String rule = judgement.broken().findFirst().map(Ruling::rule).orElse("");
    driving.halt(fault.canMove() ? IcvDriving.GENTLE_MPS2 : IcvDriving.FIRM_MPS2, fault.canMove());
    if (driving.state().mode() != Mode.STOPPED) {
      driving.change(Mode.MINIMAL_RISK, fault.cause(), rule);
    }
  }

  void collided(Percept.Collided collided) {
    driving.at(collided.road(), collided.lane(), collided.positionM(), 0);
    driving.become(driving.state().withFault("collision", true));
    boolean injured = collided.speedMps() > INJURING_MPS;
    Facts collision = Facts.of("collision.injured", injured, "collision.otherKind", "vehicle");
    obedience.follow(judging.judge(Moment.COLLISION_OCCURRED, collision));
    secureRecorder("collision");
    driving.halt(IcvDriving.FIRM_MPS2, false);
    driving.change(Mode.STOPPED, "collision", "");
    driving
        .out()
        .post(
            spec.platform(),
            new IncidentLetter.RoadOccurrence(
                "collision", collided.road(), collided.lane(), collided.positionM(), spec.name()));
  }

  private void secureRecorder(String cause) {
    IcvSpec.Recorder recorder = spec.recorder();
    if (recorder.on()) {
      driving
          .out()
          .record(
              EventType.RECORDER_SECURED,
              Facts.of("preS", recorder.preS(), "postS", recorder.postS(), "cause", cause));
    }
    obedience.follow(judging.judge(Moment.RECORDER_SECURED));
  }

  void mended() {
    if (driving.state().fault().isEmpty()) {
      return;
    }
    driving.become(driving.state().withFault("", false));
    stops.driveOn("fault-mended");
  }
}
