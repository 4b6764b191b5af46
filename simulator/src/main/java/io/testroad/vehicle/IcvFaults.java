package io.testroad.vehicle;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Percept;
import io.testroad.policy.Judgement;
import io.testroad.policy.Moment;
import io.testroad.policy.Ruling;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.PermitLetter;
import io.testroad.protocol.VehicleLetter;

/** Faults and collisions of a vehicle. */
final class IcvFaults {

  static final String COLLISION = "collision";

  /** Whoever drove within this time before a collision counts, s (NHTSA SGO 2021-01). */
  private static final double DROVE_WITHIN_S = 30;

  private final IcvDriving driving;
  private final IcvSpec spec;
  private final IcvJudging judging;
  private final IcvObedience obedience;
  private final IcvStops stops;
  private final IcvRefuge refuge;
  private final IcvStandstill standstill;

  IcvFaults(
      IcvDriving driving,
      IcvJudging judging,
      IcvObedience obedience,
      IcvStops stops,
      IcvRefuge refuge,
      IcvStandstill standstill) {
    this.driving = driving;
    spec = driving.spec();
    this.judging = judging;
    this.obedience = obedience;
    this.stops = stops;
    this.refuge = refuge;
    this.standstill = standstill;
  }

  void arises(VehicleLetter.FaultArises fault) {
    if (!driving.state().place().onRoad() || !driving.state().fault().isEmpty()) {
      return;
    }
    String cause = fault.cause();
    driving.become(driving.state().with(new IcvState.Trouble(cause, true, cause)));
    Judgement judgement =
        judging.judge(
            Moment.FAULT_OCCURRED,
            Facts.of("fault.cause", cause, "fault.canMove", fault.canMove()));
    judging.report(judgement);
    secureRecorder(cause);
    String rule = judgement.broken().findFirst().map(Ruling::rule).orElse("");
    double braking = fault.canMove() ? IcvDriving.GENTLE_MPS2 : IcvDriving.FIRM_MPS2;
    if (!driving.state().isStopping()) {
      stops.judgeManoeuvre(cause, braking);
    }
    if (fault.canMove()) {
      refuge.comeToAStand();
    } else {
      driving.become(driving.mishap().with(driving.mishap().stand().withImmobile(true)));
      driving.halt(braking, false);
    }
    if (driving.state().mode() != Mode.STOPPED) {
      driving.change(Mode.MINIMAL_RISK, cause, rule);
    }
  }

  // collisions ----------------------------------------------------------------------------------

  void collided(Percept.Collided collided) {
    boolean again = driving.state().fault().equals(COLLISION);
    driving.at(collided.road(), collided.lane(), collided.positionM(), 0);
    Facts collision =
        complete(
            Facts.of(
                "collision.severity", Collisions.severity(collided.speedMps()),
                "collision.otherKind", "vehicle",
                "collision.kind", Collisions.kind(collided),
                "collision.speedMps", collided.speedMps(),
                "collision.canMove", false));
    if (!again) { // others that run into it afterwards belong to the same accident
      report(collision, Collisions.responsibility(collided));
    }
    judge(collision);
    driving.halt(IcvDriving.FIRM_MPS2, false);
    driving.change(Mode.STOPPED, COLLISION, "");
    tellThePlatform();
    standstill.began();
  }

  /** A collision that the script brings about. */
  void crashes(VehicleLetter.CrashScripted crash) {
    IcvState.Place place = driving.state().place();
    Facts collision = complete(Facts.of("collision.speedMps", place.speedMps()).and(crash.facts()));
    report(collision, crash.responsibility());
    judge(collision);
    if (place.onRoad()) {
      driving.halt(IcvDriving.FIRM_MPS2, Boolean.TRUE.equals(collision.find("collision.canMove")));
      if (driving.state().mode() != Mode.STOPPED) {
        driving.change(Mode.MINIMAL_RISK, COLLISION, "");
      }
      tellThePlatform();
    }
  }

  /** The facts of a collision, those included that follow from others. */
  private Facts complete(Facts found) {
    return Facts.of(
            "collision.automated", IcvAccounts.droveWithin(driving, DROVE_WITHIN_S),
            "collision.injured",
                !Collisions.PROPERTY_DAMAGE.equals(found.find("collision.severity")))
        .and(found);
  }

  private void report(Facts collision, String responsibility) {
    Facts facts = judging.facts(collision, driving.state().place().road());
    driving
        .out()
        .post(
            spec.authority(),
            new PermitLetter.AccidentReported(spec.name(), spec.operator(), facts, responsibility));
  }

  private void judge(Facts collision) {
    if (driving.state().place().onRoad()) {
      driving.become(driving.state().with(new IcvState.Trouble(COLLISION, true, COLLISION)));
    }
    obedience.follow(judging.judge(Moment.COLLISION_OCCURRED, collision));
    secureRecorder(COLLISION);
  }

  private void tellThePlatform() {
    IcvState.Place place = driving.state().place();
    driving.tellPlatform(
        new IncidentLetter.RoadOccurrence(
            COLLISION, place.road(), place.lane(), place.positionM(), spec.name()));
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

  /**
   * Somebody has mended, or restarted, the vehicle on the spot and drives it on, whatever has made
   * it stop; only a driver who rests goes on resting.
   */
  void mended() {
    Mishap mishap = driving.mishap();
    boolean waits = mishap.call().open() && mishap.stand().sinceTick() >= 0;
    driving.become(mishap.withDegraded(false).with(driving.mishap().stand().withImmobile(false)));
    if (mishap.degraded()) {
      driving.capSpeed();
    }
    IcvState state = driving.state();
    boolean stopped = state.isStopping() && !state.trouble().haltCause().equals(IcvStops.REST);
    if (state.fault().isEmpty() && !waits && !stopped) {
      return;
    }
    driving.become(state.withFault("", false));
    stops.driveOn("fault-mended");
    if (driving.state().isStopping()) {
      driving.out().post(spec.operator(), new VehicleLetter.HelpedInVain(spec.name()));
    }
  }
}
