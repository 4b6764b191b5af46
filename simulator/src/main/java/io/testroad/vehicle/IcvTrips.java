package io.testroad.vehicle;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.RoadDecision;
import io.testroad.policy.Consequence;
import io.testroad.policy.Instruction;
import io.testroad.policy.Judgement;
import io.testroad.policy.Moment;
import io.testroad.policy.Ruling;
import io.testroad.protocol.VehicleLetter;
import java.util.List;
import java.util.Optional;

/** A vehicle's trips: whether it may set out, and the end. */
final class IcvTrips {

  private final IcvDriving driving;
  private final IcvSpec spec;
  private final IcvJudging judging;
  private final IcvStandstill standstill;

  IcvTrips(IcvDriving driving, IcvJudging judging, IcvStandstill standstill) {
    this.driving = driving;
    spec = driving.spec();
    this.judging = judging;
    this.standstill = standstill;
  }

  void setOut(VehicleLetter.SetOut order) {
    if (driving.state().place().onRoad() || driving.state().trip() != null) {
      refuse("", "vehicle-is-under-way");
      return;
    }
    if (!spec.driver().isOnBoard() && driving.mishap().bars(spec.fallback().losses())) {
      refuse("", "outage");
      return;
    }
    var trip =
        new IcvState.Trip(
            order.purpose(),
            order.passengers(),
            order.cargo(),
            order.roads(),
            0,
            IcvState.Border.NONE,
            false);
    driving.become(driving.state().withTrip(trip));
    Judgement judgement = judging.judge(Moment.TRIP_REQUESTED, Facts.empty(), order.roads().get(0));
    judging.report(judgement);
    Optional<Ruling> refusal = findRefusal(judgement);
    if (refusal.isPresent() && spec.heedsRefusals()) {
      driving.become(driving.state().withTrip(null));
      refuse(refusal.get().rule(), reason(refusal.get()));
    } else {
      start(order.roads());
    }
  }

  private static Optional<Ruling> findRefusal(Judgement judgement) {
    return judgement.refusals().stream()
        .findFirst()
        .or(() -> judgement.instructing(Instruction.STAY_OFF_THE_ROAD));
  }

  private void refuse(String rule, String reason) {
    driving.out().record(EventType.TRIP_REFUSED, Facts.of("rule", rule, "reason", reason));
  }

  private static String reason(Ruling ruling) {
    return ruling.consequences(Consequence.Refuse.class).stream()
        .findFirst()
        .map(Consequence.Refuse::reason)
        .orElse("must-stay-off-the-road");
  }

  private void start(List<String> roads) {
    String from = roads.get(0);
    String to = roads.get(roads.size() - 1);
    driving
        .out()
        .record(
            EventType.TRIP_STARTED,
            Facts.of("from", from, "to", to, "stage", driving.state().permit().stage()))
        .decide(new RoadDecision.Insert(spec.name(), roads, Double.NaN, Double.NaN, true, false));
  }

  /** The vehicle has left the road. */
  void end(String outcome) {
    IcvAccounts.count(driving, driving.state().place().speedMps());
    if (driving.state().place().onRoad() && driving.state().trip() != null) {
      IcvAccounts.render(driving);
    }
    standstill.over(outcome);
    IcvState state = driving.state();
    driving.become(
        state
            .with(IcvState.Place.NOWHERE)
            .with(new IcvState.Trouble(state.fault(), !state.fault().isEmpty(), ""))
            .with(state.looks().afterTrip()));
    driving.change(Mode.MANUAL, outcome, "");
    if (driving.state().trip() != null) {
      driving.out().record(EventType.TRIP_ENDED, Facts.of("outcome", outcome));
      driving.become(driving.state().withTrip(null));
    }
  }
}
