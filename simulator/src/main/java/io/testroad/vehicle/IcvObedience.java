package io.testroad.vehicle;

import io.testroad.engine.Facts;
import io.testroad.policy.Instruction;
import io.testroad.policy.Judgement;
import io.testroad.policy.Moment;

/** What a vehicle does when the rules instruct it. */
final class IcvObedience {

  private final IcvDriving driving;
  private final IcvJudging judging;
  private final IcvTakeover takeover;
  private final IcvStops stops;

  IcvObedience(IcvDriving driving, IcvJudging judging, IcvTakeover takeover, IcvStops stops) {
    this.driving = driving;
    this.judging = judging;
    this.takeover = takeover;
    this.stops = stops;
  }

  /** Does what the rules instruct, and reports what they count as a breach. */
  void follow(Judgement judgement) {
    judging.report(judgement);
    obey(judgement);
  }

  /** Looks again at what is looked at again and again, and does what the rules instruct. */
  void look(Moment moment, Facts further) {
    obey(judging.look(moment, further));
  }

  private void obey(Judgement judgement) {
    if (!driving.state().place().onRoad()) {
      return;
    }
    judgement
        .instructing(Instruction.MINIMAL_RISK_MANOEUVRE)
        .or(() -> judgement.instructing(Instruction.STAY_OFF_THE_ROAD))
        .or(() -> judgement.instructing(Instruction.LEAVE_THE_ROADWAY))
        .ifPresent(ruling -> stops.manoeuvre("rule", ruling.rule()));
    judgement
        .instructing(Instruction.STOP_AUTOMATION)
        .ifPresent(ruling -> takeover.leaveAutomation("rule", ruling.rule()));
    judgement.instructing(Instruction.REST).ifPresent(ruling -> stops.rest(ruling.rule()));
  }
}
