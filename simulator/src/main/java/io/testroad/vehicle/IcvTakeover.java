package io.testroad.vehicle;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.RandomStream;
import io.testroad.policy.Instruction;
import io.testroad.policy.Judgement;
import io.testroad.policy.Moment;
import io.testroad.policy.Ruling;
import io.testroad.protocol.VehicleLetter;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * How the system hands over to a driver, on board or remote, and what it does when none answers.
 */
final class IcvTakeover {

  /** Why it stops when nobody takes over. */
  static final String UNANSWERED = "takeover-unanswered";

  private final IcvDriving driving;
  private final IcvSpec.Driver driver;
  private final DrawnTime reaction;
  private final RandomStream reactions;
  private final IcvJudging judging;
  private final IcvStops stops;

  IcvTakeover(IcvDriving driving, RandomStream reactions, IcvJudging judging, IcvStops stops) {
    this.driving = driving;
    driver = driving.spec().driver();
    double sigma = driving.spec().fallback().takeover().sigma();
    reaction = new DrawnTime(DrawnTime.LOG_NORMAL, driver.meanReaction(), sigma);
    this.reactions = reactions;
    this.judging = judging;
    this.stops = stops;
  }

  /** Ends the automated mode: somebody is asked to take over, or the vehicle stops. */
  void leaveAutomation(String cause, String rule) {
    if (driving.state().mode() != Mode.AUTOMATED) {
      return;
    }
    if (driver.isMissing()) {
      stops.manoeuvre(cause, rule);
    } else {
      request(cause, rule);
    }
  }

  private void request(String cause, String rule) {
    int serial = driving.state().request().serial() + 1;
    driving.become(
        driving.state().with(new IcvState.Request(serial, driving.turn().tick(), cause)));
    driving.change(Mode.TAKEOVER_REQUESTED, cause, rule);
    driving
        .out()
        .record(EventType.TAKEOVER_REQUESTED, Facts.of("cause", cause, "leadS", driver.leadS()))
        .remind(driver.lead(), new VehicleLetter.TakeoverDeadline(serial));
    if (driver.isOnBoard()) {
      driving
          .out()
          .remind(reaction.draw(reactions, serial), new VehicleLetter.TakeoverGiven(serial));
    } else {
      IcvSpec spec = driving.spec();
      driving.out().post(spec.operator(), new VehicleLetter.TakeoverAsked(spec.name(), serial));
    }
  }

  private boolean isAnswerTo(int serial) {
    IcvState state = driving.state();
    return state.mode() == Mode.TAKEOVER_REQUESTED && serial == state.request().serial();
  }

  /** Whether somebody may still take over although the vehicle has begun to stop. */
  private boolean isLateAnswerTo(int serial) {
    IcvState state = driving.state();
    return driving.spec().fallback().takeover().late()
        && state.isStopping()
        && state.fault().isEmpty()
        && state.trouble().haltCause().equals(UNANSWERED)
        && serial == state.request().serial();
  }

  /** Somebody takes over: in time, or where that is allowed while the vehicle stops or stands. */
  void given(int serial) {
    boolean late = isLateAnswerTo(serial);
    if (!late && !isAnswerTo(serial)) {
      return;
    }
    double after = driving.secondsSince(driving.state().request().tick());
    driving.out().record(EventType.TAKEOVER_ANSWERED, Facts.of("afterS", after));
    IcvAccounts.takenOver(driving);
    if (late) {
      stops.driveOn("late-takeover");
    } else {
      driving.change(Mode.MANUAL, "takeover", "");
    }
    judging.report(judging.judge(Moment.TAKEOVER_ANSWERED, Facts.of("takeover.afterS", after)));
  }

  /**
   * Nobody has answered in time.
   *
   * @param staysInside whether the vehicle has a way on which nobody need take over any more
   */
  void deadline(int serial, BooleanSupplier staysInside) {
    if (!isAnswerTo(serial)) {
      return;
    }
    driving.out().record(EventType.TAKEOVER_UNANSWERED, Facts.of("leadS", driver.leadS()));
    Judgement judgement =
        judging.judge(Moment.TAKEOVER_UNANSWERED, Facts.of("takeover.leadS", driver.leadS()));
    judging.report(judgement);
    Optional<Ruling> ruling = judgement.instructing(Instruction.MINIMAL_RISK_MANOEUVRE);
    if (ruling.isEmpty() && staysInside.getAsBoolean()) {
      driving.change(Mode.AUTOMATED, "rerouted", "");
    } else {
      stops.manoeuvre(UNANSWERED, ruling.map(Ruling::rule).orElse(""));
    }
  }
}
