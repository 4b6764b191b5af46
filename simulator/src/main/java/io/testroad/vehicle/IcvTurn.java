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
  private final IcvStandstill standstill;
  private final IcvHelp help;
  private final IcvOutages outages;

  IcvTurn(IcvDriving driving, RuleBook rules, RandomStream reactions) {
    this.driving = driving;
    IcvJudging judging = new IcvJudging(driving, rules);
    standstill = new IcvStandstill(driving);
    IcvRefuge refuge = new IcvRefuge(driving);
    stops = new IcvStops(driving, judging, refuge, standstill);
    takeover = new IcvTakeover(driving, reactions, judging, stops);
    course = new IcvCourse(driving, takeover, stops);
    IcvObedience obedience = new IcvObedience(driving, judging, takeover, stops);
    papers = new IcvPapers(driving, judging, obedience, takeover, stops, course);
    outfit = new IcvOutfit(driving, judging, obedience, course);
    geofences = new IcvGeofences(driving, judging, obedience, stops, course);
    faults = new IcvFaults(driving, judging, obedience, stops, refuge, standstill);
    trips = new IcvTrips(driving, judging, standstill);
    help = new IcvHelp(driving, reactions, stops, standstill, refuge);
    outages = new IcvOutages(driving, reactions, takeover, stops, faults, help, outfit);
    IcvOdds odds = new IcvOdds(driving, reactions, takeover, faults, outages, help);
    IcvSetbacks setbacks = new IcvSetbacks(refuge, standstill, help, outages, odds);
    road =
        new IcvRoad(
            driving, judging, obedience, faults, trips, course, geofences, outfit, setbacks);
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
    } else if (!receiveOfOutfit(letter)
        && !receiveOfGeofence(letter)
        && !receiveOfHelp(letter)
        && !receiveOfOutage(letter)) {
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

  private boolean receiveOfHelp(VehicleLetter letter) {
    if (letter instanceof VehicleLetter.AssistanceGiven given) {
      help.given(given.serial());
    } else if (letter instanceof VehicleLetter.AssistanceOverdue overdue) {
      help.overdue(overdue.serial());
    } else if (letter instanceof VehicleLetter.CourtesyDue due) {
      help.courtesyDue(due.serial());
    } else if (letter instanceof VehicleLetter.RemoteOrder order) {
      help.ordered(order);
    } else if (letter instanceof VehicleLetter.RidersOut out) {
      standstill.ridersOut(out.by());
    } else {
      return false;
    }
    return true;
  }

  private boolean receiveOfOutage(VehicleLetter letter) {
    if (letter instanceof VehicleLetter.OutageBegins outage) {
      outages.begins(outage);
    } else if (letter instanceof VehicleLetter.OutageStrikes struck) {
      outages.strikes(struck);
    } else if (letter instanceof VehicleLetter.OutageEnds end) {
      outages.ends(end);
    } else if (letter instanceof VehicleLetter.PositionLost lost) {
      outages.positionLost(lost);
    } else {
      return false;
    }
    return true;
  }

  private IllegalArgumentException notUnderstood(Letter letter) {
    return new IllegalArgumentException(driving.spec().id() + " does not understand " + letter);
  }
}
