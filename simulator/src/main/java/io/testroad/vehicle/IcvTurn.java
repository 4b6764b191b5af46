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
  private final IcvCourse course;
  private final IcvGeofences geofences;
  private final IcvOutfit outfit;

  IcvTurn(IcvDriving driving, RuleBook rules, RandomStream reactions) {
    this.driving = driving;
    IcvJudging judging = new IcvJudging(driving, rules);
    stops = new IcvStops(driving, judging);
    takeover = new IcvTakeover(driving, reactions, judging, stops);
    course = new IcvCourse(driving, takeover, stops);
    IcvObedience obedience = new IcvObedience(driving, judging, takeover, stops);
    papers = new IcvPapers(driving, judging, obedience, takeover, stops, course);
    outfit = new IcvOutfit(driving, judging, obedience, course);
    geofences = new IcvGeofences(driving, judging, obedience, stops, course);
    faults = new IcvFaults(driving, judging, obedience, stops);
    trips = new IcvTrips(driving, judging);
    road = new IcvRoad(driving, judging, obedience, faults, trips, course, geofences, outfit);
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
      takeover.deadline(deadline.serial(), course::staysInside);
    } else if (letter instanceof VehicleLetter.RestOver rest) {
      stops.restOver(rest.serial());
    } else if (letter instanceof VehicleLetter.CrashScripted crash) {
      faults.crashes(crash);
    } else if (!receiveOfOutfit(letter) && !receiveOfGeofence(letter)) {
      throw notUnderstood(letter);
    }
  }

  private boolean receiveOfOutfit(VehicleLetter letter) {
    if (letter instanceof VehicleLetter.ChangeMade change) {
      outfit.changed(change);
    } else if (letter instanceof VehicleLetter.FactsGiven facts) {
      outfit.given(facts.given());
    } else if (letter instanceof VehicleLetter.WeatherTurned weather) {
      outfit.weatherTurned(weather.state());
    } else if (letter instanceof VehicleLetter.MapErrs error) {
      outfit.mapErrs(error.road());
    } else if (letter instanceof VehicleLetter.PlateForged forged) {
      outfit.forged(forged.number());
    } else if (letter instanceof VehicleLetter.UploadFails fails) {
      outfit.uploadFails(fails.cause());
    } else if (letter instanceof VehicleLetter.UploadMended) {
      outfit.uploadMended();
    } else {
      return false;
    }
    return true;
  }

  private boolean receiveOfGeofence(VehicleLetter letter) {
    if (letter instanceof VehicleLetter.GeofenceOrdered order) {
      geofences.ordered(order);
    } else if (letter instanceof VehicleLetter.GeofenceLifted lifted) {
      geofences.lifted(lifted.geofence());
    } else if (letter instanceof VehicleLetter.GeofenceEnds ends) {
      geofences.ends(ends.geofence());
    } else if (letter instanceof VehicleLetter.GeofenceDue due) {
      geofences.due(due);
    } else {
      return false;
    }
    return true;
  }

  private IllegalArgumentException notUnderstood(Letter letter) {
    return new IllegalArgumentException(driving.spec().id() + " does not understand " + letter);
  }
}
