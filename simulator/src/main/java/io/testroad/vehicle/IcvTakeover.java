package io.testroad.vehicle;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.RandomStream;
import io.testroad.policy.Instruction;
import io.testroad.policy.Judgement;
import io.testroad.policy.Moment;
import io.testroad.policy.Ruling;
import io.testroad.protocol.VehicleLetter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * How the system hands over to a driver, on board or remote, and what it does when none answers.
 */
final class IcvTakeover {

  /** Spread of the logarithm of drivers' reaction times (assumption). */
  private static final double REACTION_SIGMA = 0.4;

  private final IcvDriving driving;
  private final IcvSpec.Driver driver;
  private final RandomStream reactions;
  private final IcvJudging judging;
  private final IcvStops stops;

  IcvTakeover(IcvDriving driving, RandomStream reactions, IcvJudging judging, IcvStops stops) {
    this.driving = driving;
    driver = driving.spec().driver();
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
      driving.out().remind(reaction(serial), new VehicleLetter.TakeoverGiven(serial));
    } else {
      IcvSpec spec = driving.spec();
      driving.out().post(spec.operator(), new VehicleLetter.TakeoverAsked(spec.name(), serial));
    }
  }

  private Duration reaction(int serial) {
    double mean = driver.meanReaction().toMillis();
    double mu = StrictMath.log(mean) - REACTION_SIGMA * REACTION_SIGMA / 2;
    double drawn = StrictMath.exp(mu + REACTION_SIGMA * reactions.gaussian(serial));
    return Duration.ofMillis(Math.round(drawn));
  }

  private boolean isAnswerTo(int serial) {
    IcvState state = driving.state();
    return state.mode() == Mode.TAKEOVER_REQUESTED && serial == state.request().serial();
  }

  void given(int serial) {
    if (!isAnswerTo(serial)) {
      return;
    }
    double after = driving.secondsSince(driving.state().request().tick());
    driving.out().record(EventType.TAKEOVER_ANSWERED, Facts.of("afterS", after));
    IcvAccounts.takenOver(driving);
    driving.change(Mode.MANUAL, "takeover", "");
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
      stops.manoeuvre("takeover-unanswered", ruling.map(Ruling::rule).orElse(""));
    }
  }
}
