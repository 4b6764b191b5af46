package io.testroad.vehicle;

import io.testroad.engine.Letter;
import io.testroad.engine.Percept;
import io.testroad.engine.RandomStream;
import io.testroad.engine.RunBegan;
import io.testroad.policy.RuleBook;
import io.testroad.protocol.PermitLetter;
import io.testroad.protocol.VehicleLetter;

/** One turn of a vehicle's agent: brings each letter to those who know what to do about it. */
final class IcvTurn {

  private final IcvDriving driving;
  private final IcvStops stops;
  private final IcvTakeover takeover;
  private final IcvPapers papers;
  private final IcvFaults faults;
  private final IcvTrips trips;
  private final IcvRoad road;

  IcvTurn(IcvDriving driving, RuleBook rules, RandomStream reactions) {
    this.driving = driving;
    IcvJudging judging = new IcvJudging(driving, rules);
    stops = new IcvStops(driving);
    takeover = new IcvTakeover(driving, reactions, judging, stops);
    IcvObedience obedience = new IcvObedience(driving, judging, takeover, stops);
    papers = new IcvPapers(driving, judging, obedience, takeover, stops);
    faults = new IcvFaults(driving, judging, obedience, stops);
    trips = new IcvTrips(driving, judging);
    road = new IcvRoad(driving, judging, obedience, faults, trips);
  }

  void handle(Letter letter) {
    if (letter instanceof Percept percept) {
      road.perceive(percept);
    } else if (letter instanceof PermitLetter permit) {
      papers.receive(permit);
    } else if (letter instanceof VehicleLetter vehicle) {
      receive(vehicle);
    } else if (letter instanceof RunBegan) {
      papers.setTimers();
    } else {
      throw notUnderstood(letter);
    }
  }

  private void receive(VehicleLetter letter) {
    if (letter instanceof VehicleLetter.SetOut order) {
      trips.setOut(order);
    } else if (letter instanceof VehicleLetter.PlateEnds ends) {
      papers.plateEnds(ends);
    } else if (letter instanceof VehicleLetter.InsuranceEnds) {
      papers.insuranceEnds();
    } else if (letter instanceof VehicleLetter.FaultArises fault) {
      faults.arises(fault);
    } else if (letter instanceof VehicleLetter.FaultMended) {
      faults.mended();
    } else if (letter instanceof VehicleLetter.TakeoverGiven given) {
      takeover.given(given.serial());
    } else if (letter instanceof VehicleLetter.TakeoverDeadline deadline) {
      takeover.deadline(deadline.serial());
    } else if (letter instanceof VehicleLetter.RestOver rest) {
      stops.restOver(rest.serial());
    } else {
      throw notUnderstood(letter);
    }
  }

  private IllegalArgumentException notUnderstood(Letter letter) {
    return new IllegalArgumentException(driving.spec().id() + " does not understand " + letter);
  }
}
