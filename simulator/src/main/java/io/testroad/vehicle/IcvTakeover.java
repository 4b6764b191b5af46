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
    if (driver.place().equals("none")) {
      stops.manoeuvre(cause, rule);
    } else {
      request(cause, rule);
    }
  }

  private void request(String cause, String rule) {
    int serial = driving.state().serial() + 1;
    driving.become(driving.state().withRequest(serial, driving.turn().tick()));
    driving.change(Mode.TAKEOVER_REQUESTED, cause, rule);
    driving
        .out()
        .record(EventType.TAKEOVER_REQUESTED, Facts.of("cause", cause, "leadS", leadS()))
        .remind(driver.lead(), new VehicleLetter.TakeoverDeadline(serial));
    if (driver.place().equals("on-board")) {
      driving.out().remind(reaction(serial), new VehicleLetter.TakeoverGiven(serial));
    } else if (driver.place().equals("remote")) {
      IcvSpec spec = driving.spec();
      driving.out().post(spec.operator(), new VehicleLetter.TakeoverAsked(spec.name(), serial));
    }
  }

  private double leadS() {
    return driver.lead().toMillis() / 1000.0;
  }

  private Duration reaction(int serial) {
    double mean = driver.meanReaction().toMillis();
    double mu = StrictMath.log(mean) - REACTION_SIGMA * REACTION_SIGMA / 2;
    double drawn = StrictMath.exp(mu + REACTION_SIGMA * reactions.gaussian(serial));
    return Duration.ofMillis(Math.round(drawn));
  }

  private boolean isAnswerTo(int serial) {
    IcvState state = driving.state();
    return state.mode() == Mode.TAKEOVER_REQUESTED && serial == state.serial();
  }

  void given(int serial) {
    if (!isAnswerTo(serial)) {
      return;
    }
    long ticks = driving.turn().tick() - driving.state().requestTick();
    double after = driving.turn().clock().secondsAt(ticks);
    driving.out().record(EventType.TAKEOVER_ANSWERED, Facts.of("afterS", after));
    driving.change(Mode.MANUAL, "takeover", "");
  }

  void deadline(int serial) {
    if (!isAnswerTo(serial)) {
      return;
    }
    driving.out().record(EventType.TAKEOVER_UNANSWERED, Facts.of("leadS", leadS()));
    Judgement judgement =
        judging.judge(Moment.TAKEOVER_UNANSWERED, Facts.of("takeover.leadS", leadS()));
    judging.report(judgement);
    stops.manoeuvre(
        "takeover-unanswered",
        judgement.instructing(Instruction.MINIMAL_RISK_MANOEUVRE).map(Ruling::rule).orElse(""));
  }
}
