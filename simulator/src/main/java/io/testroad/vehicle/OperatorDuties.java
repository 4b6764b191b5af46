package io.testroad.vehicle;

import io.testroad.engine.AgentId;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.SceneFacts;
import io.testroad.protocol.SceneKind;
import io.testroad.protocol.SceneLetter;
import io.testroad.protocol.VehicleLetter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an operator owes when a vehicle of its stands in the way or has crashed: it tells the police
 * and sends people (《武汉市智能网联汽车发展促进条例》, 2025: the owner of a driverless vehicle in a crash stops it,
 * reports, and sends people).
 */
final class OperatorDuties {

  private static final AgentId SCENES = AgentId.of("scenes", "all");

  /** How far an officer sees along the road through the vehicle's cameras, m (assumption). */
  private static final double SEES_M = 30;

  /** How well a vehicle knows where it is, m (assumption). */
  private static final double PRECISION_M = 10;

  private static final String MEANS = "remote-officer";

  private final OperatorDesk desk;
  private final OperatorSpec.Emergencies spec;

  OperatorDuties(OperatorDesk desk) {
    this.desk = desk;
    spec = desk.spec().emergencies();
  }

  // stops ---------------------------------------------------------------------------------------

  /**
   * A vehicle has told of its stop.
   *
   * @return whether an officer has yet to be asked to look
   */
  boolean told(VehicleLetter.StopTold stop) {
    Emergency.Stop known = desk.emergency().stops().get(stop.vehicle());
    if (known == null) {
      desk.emergency(desk.emergency().with(Emergency.Stop.of(stop)));
      return !stop.asks() && isToBeReported(stop);
    }
    desk.emergency(desk.emergency().with(known.with(stop)));
    return false;
  }

  private static boolean isCrash(VehicleLetter.StopTold stop) {
    return stop.cause().equals(IcvFaults.COLLISION);
  }

  private boolean isToBeReported(VehicleLetter.StopTold stop) {
    return isCrash(stop)
        ? spec.police().isPresent() || spec.rescue().isPresent()
        : spec.police().isPresent() && !stop.aside();
  }

  /** An officer sees a vehicle, and what is around it if it stands. */
  void seen(String vehicle) {
    Emergency.Stop stop = desk.emergency().stops().get(vehicle);
    if (stop == null || stop.inquiry() > 0 || !isToBeReported(stop.told())) {
      return;
    }
    Emergency looking = desk.emergency().looking();
    int inquiry = looking.inquiries();
    desk.emergency(looking.with(stop.lookedAt(inquiry)));
    desk.out()
        .post(
            SCENES,
            new SceneLetter.LookAsked(
                inquiry, stop.told().road(), stop.told().positionM(), SEES_M));
  }

  /** What the officer sees; he reports it, and sends people to a driverless vehicle's crash. */
  void looked(SceneLetter.Looked looked) {
    Optional<Emergency.Stop> found =
        desk.emergency().stops().values().stream()
            .filter(stop -> stop.inquiry() == looked.inquiry())
            .findFirst();
    if (found.isEmpty()) {
      return; // it has driven on
    }
    Emergency.Stop stop = found.get();
    SceneLetter.Sight sight = sight(stop.told(), looked.sights());
    desk.emergency(desk.emergency().with(stop.reported(spec.police().isPresent())));
    spec.police()
        .ifPresent(
            centre ->
                desk.out()
                    .postAfter(spec.reportDelay(), centre, report(sight, stop.told().sinceTick())));
    if (isCrash(stop.told()) && spec.driverless()) {
      wantCrew(stop.told().vehicle());
    }
  }

  private IncidentLetter.Reported report(SceneLetter.Sight sight, long sinceTick) {
    return new IncidentLetter.Reported(sight, desk.spec().id(), MEANS, PRECISION_M, sinceTick);
  }

  /** What the officer sees that the vehicle is in; else the vehicle, as it tells of itself. */
  private SceneLetter.Sight sight(VehicleLetter.StopTold stop, List<SceneLetter.Sight> sights) {
    Optional<SceneLetter.Sight> scene =
        sights.stream().filter(seen -> seen.vehicles().contains(stop.vehicle())).findFirst();
    Facts own =
        Facts.of(
            SceneFacts.ICV, true,
            SceneFacts.OPERATOR, desk.spec().id().value(),
            SceneFacts.RIDERS, stop.riders(),
            SceneFacts.CAUSE, stop.cause());
    SceneKind kind = isCrash(stop) ? SceneKind.COLLISION : SceneKind.VEHICLE_STALLED;
    return new SceneLetter.Sight(
        scene.map(SceneLetter.Sight::scene).orElse(0),
        scene.map(SceneLetter.Sight::kind).orElse(kind.written()),
        stop.road(),
        stop.aside() ? -1 : stop.lane(),
        stop.positionM(),
        scene.map(SceneLetter.Sight::vehicles).orElse(List.of(stop.vehicle())),
        scene.map(SceneLetter.Sight::facts).orElse(Facts.empty()).and(own));
  }

  /** A vehicle goes on, or is gone. */
  void over(String vehicle) {
    Emergency.Stop stop = desk.emergency().stops().get(vehicle);
    if (stop == null) {
      return;
    }
    desk.emergency(desk.emergency().without(vehicle));
    var gone = new IncidentLetter.ReportedGone(sight(stop.told(), List.of()), desk.spec().id());
    if (stop.reported()) {
      spec.police().ifPresent(centre -> desk.out().postAfter(spec.reportDelay(), centre, gone));
    }
    if (stop.crewWanted()) {
      spec.rescue().ifPresent(rescue -> desk.out().post(rescue, gone));
    }
    for (Emergency.Promise promise : stop.promised()) {
      answer(promise.commander(), promise.incident(), vehicle, promise.measure(), "done");
    }
  }

  /**
   * A centre asks whether a vehicle of this fleet stands at a place. As long as the back end works
   * the operator knows of all of them.
   */
  void checkAsked(IncidentLetter.CheckAsked asked, AgentId centre) {
    List<SceneLetter.Sight> sights =
        desk.emergency().stops().values().stream()
            .map(Emergency.Stop::told)
            .filter(stop -> stop.road().equals(asked.road()))
            .filter(stop -> Math.abs(stop.positionM() - asked.positionM()) <= asked.withinM())
            .map(stop -> sight(stop, List.of()))
            .toList();
    boolean conclusive = !desk.emergency().isCutOff();
    desk.out()
        .postAfter(
            spec.reportDelay(),
            centre,
            new IncidentLetter.Checked(asked.inquiry(), MEANS, conclusive, sights));
  }

  // crews ---------------------------------------------------------------------------------------

  /** A crew must go to a vehicle; asked for once for each stop. */
  void wantCrew(String vehicle) {
    Emergency.Stop stop = desk.emergency().stops().get(vehicle);
    if (stop == null || stop.crewWanted()) {
      return;
    }
    VehicleLetter.StopTold told = stop.told();
    desk.emergency(desk.emergency().with(stop.withCrewWanted()));
    desk.out()
        .record(
            EventType.CREW_WANTED,
            Facts.of("vehicle", vehicle, "road", told.road(), "cause", told.cause()));
    spec.rescue()
        .ifPresent(
            rescue -> desk.out().post(rescue, report(sight(told, List.of()), told.sinceTick())));
  }

  /** Whether a crew was asked for because nobody can restart a vehicle from afar. */
  boolean waitsForCrew(String vehicle) {
    Emergency.Stop stop = desk.emergency().stops().get(vehicle);
    return stop != null && stop.crewWanted();
  }

  /** A centre asks for a crew: that needs no link to the vehicle. */
  void crewAsked(IncidentLetter.OperatorAsked asked, AgentId commander) {
    boolean goes =
        spec.rescue().isPresent() && desk.emergency().stops().containsKey(asked.vehicle());
    if (goes) {
      wantCrew(asked.vehicle());
      Emergency.Stop stop = Objects.requireNonNull(desk.emergency().stops().get(asked.vehicle()));
      var promise = new Emergency.Promise(commander, asked.incident(), asked.measure());
      desk.emergency(desk.emergency().with(stop.with(promise)));
    }
    answer(
        commander,
        asked.incident(),
        asked.vehicle(),
        asked.measure(),
        goes ? "under-way" : "refused");
  }

  /** A crew has not got a vehicle going: those to whom it was promised must help themselves. */
  void helpedInVain(String vehicle) {
    Emergency.Stop stop = desk.emergency().stops().get(vehicle);
    if (stop == null) {
      return;
    }
    desk.emergency(desk.emergency().with(stop.withoutPromises()));
    for (Emergency.Promise promise : stop.promised()) {
      answer(promise.commander(), promise.incident(), vehicle, promise.measure(), "failed");
    }
  }

  /** What has come of a measure that a centre has asked for. */
  void answer(AgentId commander, int incident, String vehicle, String measure, String outcome) {
    desk.out()
        .post(commander, new IncidentLetter.OperatorAnswered(incident, vehicle, measure, outcome));
  }

  // geofences -----------------------------------------------------------------------------------

  /** A centre closes roads: the vehicles hear of it as soon as they can be reached. */
  void passOn(VehicleLetter letter) {
    if (!desk.emergency().isCutOff()) {
      for (String vehicle : desk.spec().vehicles()) {
        desk.out().postAfter(spec.geofenceDelay(), AgentId.vehicle(vehicle), letter);
      }
    }
  }
}
