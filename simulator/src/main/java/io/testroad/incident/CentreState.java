package io.testroad.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a command centre knows.
 *
 * @param opened how many incidents it has ever opened
 * @param incidents those that are open, by number
 * @param units where each unit is, by name
 * @param geofences the emergency geofences in force, by name
 */
public record CentreState(
    int opened,
    SortedMap<Integer, Incident> incidents,
    SortedMap<String, Post> units,
    SortedMap<String, Geofence> geofences) {

  public CentreState {
    incidents = Collections.unmodifiableSortedMap(new TreeMap<>(incidents));
    units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
    geofences = Collections.unmodifiableSortedMap(new TreeMap<>(geofences));
  }

  /** How far an incident has come. */
  public enum Stage {
    REPORTED,
    VERIFIED,
    DISPATCHED,
    ON_SCENE
  }

  /**
   * An open incident.
   *
   * @param number its number
   * @param kind vehicle-stalled or collision
   * @param road where
   * @param lane on which lane, counted from the right
   * @param positionM where along the road, m
   * @param vehicles the vehicles that stand there
   * @param reportedTick when the first report came
   * @param dispatchedTick when a unit was sent, or -1
   * @param stage how far it has come
   * @param unit the unit that is on it, or empty
   */
  public record Incident(
      int number,
      String kind,
      String road,
      int lane,
      double positionM,
      List<String> vehicles,
      long reportedTick,
      long dispatchedTick,
      Stage stage,
      String unit) {

    public Incident {
      vehicles = List.copyOf(vehicles);
    }

    Incident with(Stage newStage) {
      return new Incident(
          number,
          kind,
          road,
          lane,
          positionM,
          vehicles,
          reportedTick,
          dispatchedTick,
          newStage,
          unit);
    }

    Incident with(String vehicle) {
      List<String> more = new ArrayList<>(vehicles);
      more.add(vehicle);
      return new Incident(
          number, kind, road, lane, positionM, more, reportedTick, dispatchedTick, stage, unit);
    }

    Incident without(String vehicle) {
      List<String> fewer = new ArrayList<>(vehicles);
      fewer.remove(vehicle);
      return new Incident(
          number, kind, road, lane, positionM, fewer, reportedTick, dispatchedTick, stage, unit);
    }

    Incident dispatched(String sent, long tick) {
      return new Incident(
          number,
          kind,
          road,
          lane,
          positionM,
          vehicles,
          reportedTick,
          tick,
          Stage.DISPATCHED,
          sent);
    }
  }

  /**
   * Where a unit is.
   *
   * @param road the road it stands by
   * @param busy whether it is on an incident
   */
  public record Post(String road, boolean busy) {}

  /**
   * An emergency geofence.
   *
   * @param zone the name of the zone it closes
   * @param until its last instant
   */
  public record Geofence(String zone, Instant until) {}

  CentreState with(String name, Geofence geofence) {
    TreeMap<String, Geofence> changed = new TreeMap<>(geofences);
    changed.put(name, geofence);
    return new CentreState(opened, incidents, units, changed);
  }

  CentreState withoutGeofence(String name) {
    TreeMap<String, Geofence> changed = new TreeMap<>(geofences);
    changed.remove(name);
    return new CentreState(opened, incidents, units, changed);
  }

  CentreState with(Incident incident) {
    TreeMap<Integer, Incident> changed = new TreeMap<>(incidents);
    changed.put(incident.number(), incident);
    return new CentreState(Math.max(opened, incident.number()), changed, units, geofences);
  }

  CentreState without(int number) {
    TreeMap<Integer, Incident> changed = new TreeMap<>(incidents);
    changed.remove(number);
    return new CentreState(opened, changed, units, geofences);
  }

  CentreState with(String unit, Post post) {
    TreeMap<String, Post> changed = new TreeMap<>(units);
    changed.put(unit, post);
    return new CentreState(opened, incidents, changed, geofences);
  }
}
