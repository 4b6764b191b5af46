package io.testroad.vehicle;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Percept;
import io.testroad.policy.Judgement;
import io.testroad.policy.Moment;
import io.testroad.policy.Ruling;
import io.testroad.protocol.IncidentLetter;
import java.util.List;

/** What a vehicle does about what it perceives on the road. */
final class IcvRoad {

  private static final int DUTY_CHECK_S = 60;

  private final IcvDriving driving;
  private final IcvSpec spec;
  private final IcvJudging judging;
  private final IcvObedience obedience;
  private final IcvFaults faults;
  private final IcvTrips trips;

  IcvRoad(
      IcvDriving driving,
      IcvJudging judging,
      IcvObedience obedience,
      IcvFaults faults,
      IcvTrips trips) {
    this.driving = driving;
    spec = driving.spec();
    this.judging = judging;
    this.obedience = obedience;
    this.faults = faults;
    this.trips = trips;
  }

  void perceive(Percept percept) {
    if (percept instanceof Percept.Departed departed) {
      driving.at(departed.road(), departed.lane(), departed.positionM(), 0);
      enter(departed.road());
    } else if (percept instanceof Percept.EnteredRoad entered) {
      driving.at(entered.road(), entered.lane(), 0, entered.speedMps());
      enter(entered.road());
    } else if (percept instanceof Percept.Sighted sighted) {
      sighted(sighted);
    } else if (percept instanceof Percept.Halted halted) {
      halted(halted);
    } else if (percept instanceof Percept.Arrived) {
      trips.end("arrived");
    } else if (percept instanceof Percept.Removed) {
      driving.become(driving.state().withFault("", false));
      trips.end("removed");
    } else if (percept instanceof Percept.Collided collided) {
      faults.collided(collided);
    } else if (percept instanceof Percept.NoWayOn || percept instanceof Percept.Waiting) {
      IcvState.Place place = driving.state().place();
      driving.at(place.road(), place.lane(), place.positionM(), 0);
    }
  }

  /** A new road: the rules for being there, then whether the system may drive on it. */
  private void enter(String road) {
    boolean declared = spec.zone().contains(road);
    driving
        .out()
        .record(EventType.VEHICLE_ENTERED_ROAD, Facts.of("road", road, "declared", declared));
    obedience.follow(judging.judge(Moment.ROAD_ENTERED));
    IcvState state = driving.state();
    if (state.mode() == Mode.MANUAL && declared && state.fault().isEmpty()) {
      requestAutomation();
    }
  }

  private void requestAutomation() {
    IcvState state = driving.state();
    if (!state.permit().status().equals("valid") || state.trip() == null) {
      return;
    }
    Judgement judgement = judging.judge(Moment.AUTOMATION_REQUESTED);
    if (judgement.allows()) {
      driving.change(Mode.AUTOMATED, "declared-road", "");
    }
    judging.report(judgement);
  }

  private void sighted(Percept.Sighted sighted) {
    driving.at(
        sighted.road(),
        sighted.lane(),
        sighted.positionM(),
        sighted.speedMps(),
        sighted.speedLimitMps(),
        driving.state().place().aside());
    if (driving.state().mode() == Mode.STOPPED) {
      return;
    }
    IcvState.Duty duty = driving.state().duty();
    driving.become(
        driving
            .state()
            .with(
                new IcvState.Duty(
                    duty.drivingS() + 1, duty.todayS() + 1, duty.lastRestS(), duty.serial())));
    checkSpeed();
    if (driving.state().duty().drivingS() % DUTY_CHECK_S == 0) {
      checkDuty();
    }
  }

  private void checkSpeed() {
    Judgement judgement = judging.judgeQuietly(Moment.SPEED_SEEN);
    IcvState.Breaches before = driving.state().breaches();
    goOn(new IcvState.Breaches(idsOfBroken(judgement), before.duty()));
    obedience.followQuietly(judgement, before.speed());
  }

  private void checkDuty() {
    Judgement judgement = judging.judgeQuietly(Moment.DUTY_CHECKED);
    IcvState.Breaches before = driving.state().breaches();
    goOn(new IcvState.Breaches(before.speed(), idsOfBroken(judgement)));
    obedience.followQuietly(judgement, before.duty());
  }

  private void goOn(IcvState.Breaches breaches) {
    driving.become(driving.state().with(breaches));
  }

  private static List<String> idsOfBroken(Judgement judgement) {
    return judgement.broken().map(Ruling::rule).toList();
  }

  private void halted(Percept.Halted halted) {
    double limitMps = driving.state().place().speedLimitMps();
    driving.at(halted.road(), halted.lane(), halted.positionM(), 0, limitMps, halted.aside());
    IcvState state = driving.state();
    if (state.mode() != Mode.STOPPED) {
      driving.change(Mode.STOPPED, state.fault().isEmpty() ? "minimal-risk" : state.fault(), "");
    }
    if (!halted.aside()) {
      driving
          .out()
          .post(
              spec.platform(),
              new IncidentLetter.RoadOccurrence(
                  "vehicle-stalled",
                  halted.road(),
                  halted.lane(),
                  halted.positionM(),
                  spec.name()));
    }
  }
}
