package io.testroad.vehicle;

import io.testroad.engine.AgentId;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Percept;
import io.testroad.policy.Judgement;
import io.testroad.policy.Moment;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.VehicleLetter;
import java.util.List;

/** What a vehicle does about what it perceives on the road. */
final class IcvRoad {

  private static final int DUTY_CHECK_S = 60;

  /** Both speeds count as kept while they differ by less, m/s. */
  private static final double SETTLED_MPS = 0.5;

  /** For how long both must be kept until the gap counts as settled, s. */
  private static final int SETTLED_S = 5;

  private final IcvDriving driving;
  private final IcvSpec spec;
  private final IcvJudging judging;
  private final IcvObedience obedience;
  private final IcvFaults faults;
  private final IcvTrips trips;
  private final IcvCourse course;
  private final IcvGeofences geofences;
  private final IcvOutfit outfit;
  private final IcvSetbacks setbacks;

  IcvRoad(
      IcvDriving driving,
      IcvJudging judging,
      IcvObedience obedience,
      IcvFaults faults,
      IcvTrips trips,
      IcvCourse course,
      IcvGeofences geofences,
      IcvOutfit outfit,
      IcvSetbacks setbacks) {
    this.driving = driving;
    spec = driving.spec();
    this.judging = judging;
    this.obedience = obedience;
    this.faults = faults;
    this.trips = trips;
    this.course = course;
    this.geofences = geofences;
    this.outfit = outfit;
    this.setbacks = setbacks;
  }

  void perceive(Percept percept) {
    if (percept instanceof Percept.Departed departed) {
      IcvAccounts.begin(driving);
      driving.at(departed.road(), departed.lane(), departed.positionM(), 0);
      enter(departed.road());
      geofences.keepOut();
      setbacks.outages().departed();
    } else if (percept instanceof Percept.EnteredRoad entered) {
      IcvAccounts.count(driving, entered.speedMps());
      IcvAccounts.leaveRoad(driving);
      driving.at(entered.road(), entered.lane(), 0, entered.speedMps());
      enter(entered.road());
      setbacks.refuge().entered(entered.road());
    } else if (percept instanceof Percept.Rerouted rerouted) {
      course.rerouted(rerouted.roads());
    } else if (percept instanceof Percept.Following following) {
      follows(following);
    } else if (percept instanceof Percept.Sighted sighted) {
      sighted(sighted);
    } else if (percept instanceof Percept.Halted halted) {
      halted(halted);
    } else if (percept instanceof Percept.Arrived) {
      trips.end("arrived");
    } else if (percept instanceof Percept.Removed) {
      driving.become(driving.state().withFault("", false));
      driving.become(driving.mishap().withDegraded(false));
      trips.end("removed");
    } else if (percept instanceof Percept.Collided collided) {
      IcvAccounts.count(driving, collided.speedMps());
      faults.collided(collided);
      setbacks.standstill().tell();
    } else if (driving.state().place().onRoad()) { // it can't go on, or stands and waits
      IcvState.Place place = driving.state().place();
      IcvAccounts.count(driving, 0);
      driving.at(place.road(), place.lane(), place.positionM(), 0);
      if (percept instanceof Percept.Waiting) {
        setbacks.help().waits();
      }
    }
  }

  /** A new road: the rules for being there, then whether the system may drive on it. */
  private void enter(String road) {
    course.enter(road);
    boolean declared = driving.domain().isDeclared(road);
    driving
        .out()
        .record(EventType.VEHICLE_ENTERED_ROAD, Facts.of("road", road, "declared", declared));
    obedience.follow(judging.judge(Moment.ROAD_ENTERED));
    showPlate(road);
    IcvState state = driving.state();
    if (state.mode() == Mode.MANUAL
        && driving.domain().isTakenForDeclared(road)
        && state.fault().isEmpty()) {
      requestAutomation(road);
    }
    course.lookAhead();
  }

  private void showPlate(String road) {
    List<AgentId> checkpoints = driving.map().road(road).checkpoints();
    if (!checkpoints.isEmpty()) {
      var shown =
          new VehicleLetter.PlateShown(
              spec.name(), spec.operator(), outfit.number(), judging.facts(Facts.empty(), road));
      checkpoints.forEach(checkpoint -> driving.out().post(checkpoint, shown));
    }
  }

  private void requestAutomation(String road) {
    IcvState state = driving.state();
    if (!state.permit().status().equals("valid")
        || state.trip() == null
        || course.isBorderNear()
        || state.mishap().bars(spec.fallback().losses())) {
      return;
    }
    Judgement judgement = judging.judge(Moment.AUTOMATION_REQUESTED);
    Domain domain = driving.domain();
    if (judgement.allows() && domain.allows(road) && !domain.isClosed(road)) {
      driving.change(Mode.AUTOMATED, "declared-road", "");
    }
    judging.report(judgement);
  }

  private void sighted(Percept.Sighted sighted) {
    IcvAccounts.count(driving, sighted.speedMps());
    driving.at(
        sighted.road(),
        sighted.lane(),
        sighted.positionM(),
        sighted.speedMps(),
        sighted.speedLimitMps(),
        driving.state().place().aside());
    outfit.secondPasses();
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
    obedience.look(Moment.SPEED_SEEN, Facts.empty());
    if (driving.state().duty().drivingS() % DUTY_CHECK_S == 0) {
      obedience.look(Moment.DUTY_CHECKED, Facts.empty());
    }
    course.lookAhead();
    setbacks.odds().secondPasses();
  }

  /** Whom the vehicle follows; the gap counts while the system drives. */
  private void follows(Percept.Following seen) {
    if (!judging.concerns(Moment.GAP_SEEN)) {
      return;
    }
    IcvState.Following before = driving.state().looks().following();
    boolean kept =
        before.seconds() >= 0
            && Math.abs(seen.speedMps() - before.speedMps()) < SETTLED_MPS
            && Math.abs(seen.leaderSpeedMps() - before.leaderSpeedMps()) < SETTLED_MPS;
    var now =
        kept
            ? new IcvState.Following(
                before.speedMps(),
                before.leaderSpeedMps(),
                Math.min(SETTLED_S, before.seconds() + 1))
            : new IcvState.Following(seen.speedMps(), seen.leaderSpeedMps(), 0);
    if (!now.equals(before)) {
      driving.become(driving.state().with(driving.state().looks().with(now)));
    }
    if (driving.state().isAutomated()) {
      obedience.look(
          Moment.GAP_SEEN,
          Facts.of(
              "vehicle.speedMps", seen.speedMps(),
              "gap.m", seen.gapM(),
              "gap.leaderSpeedMps", seen.leaderSpeedMps(),
              "gap.settled", now.seconds() >= SETTLED_S));
    }
  }

  private void halted(Percept.Halted halted) {
    boolean blocked = driving.state().mode() == Mode.STOPPED && !driving.state().place().aside();
    double limitMps = driving.state().place().speedLimitMps();
    IcvAccounts.count(driving, 0);
    driving.at(halted.road(), halted.lane(), halted.positionM(), 0, limitMps, halted.aside());
    IcvState state = driving.state();
    if (state.mode() != Mode.STOPPED) {
      driving.change(Mode.STOPPED, state.fault().isEmpty() ? "minimal-risk" : state.fault(), "");
    }
    if (!halted.aside()) {
      driving.tellPlatform(
          new IncidentLetter.RoadOccurrence(
              "vehicle-stalled", halted.road(), halted.lane(), halted.positionM(), spec.name()));
    } else if (blocked) {
      driving.tellPlatform(new IncidentLetter.ObstacleGone(spec.name()));
    }
    setbacks.standstill().began();
    setbacks.help().stands();
    setbacks.standstill().tell();
  }
}
