package io.testroad.vehicle;

import io.testroad.policy.Instruction;
import io.testroad.policy.Judgement;
import java.util.List;

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

  /** Follows what is looked at again and again; a breach that goes on is reported once. */
  void followQuietly(Judgement judgement, List<String> goingOn) {
    var begun = new Judgement(judgement.broken().filter(r -> !goingOn.contains(r.rule())).toList());
    judging.report(begun.recordBroken(driving.out(), driving.spec().id().value()));
    obey(judgement);
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
