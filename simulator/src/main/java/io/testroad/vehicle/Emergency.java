package io.testroad.vehicle;

import io.testroad.engine.AgentId;
import io.testroad.protocol.VehicleLetter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is wrong with a fleet's vehicles, as its operator knows.
 *
 * @param outages the outages that go on, by name
 * @param stops the vehicles that stand and can't go on, by name
 * @param inquiries how often a remote officer has looked at a place
 */
public record Emergency(
    SortedMap<String, Outage> outages, SortedMap<String, Stop> stops, int inquiries) {

  static final Emergency NONE = new Emergency(new TreeMap<>(), new TreeMap<>(), 0);

  public Emergency {
    outages = Collections.unmodifiableSortedMap(new TreeMap<>(outages));
    stops = Collections.unmodifiableSortedMap(new TreeMap<>(stops));
  }

  /**
   * An outage.
   *
   * @param kind as {@link VehicleLetter.OutageBegins} has it
   * @param beganTick when it began
   */
  public record Outage(String kind, long beganTick) {}

  /**
   * A vehicle that stands.
   *
   * @param told what it has told
   * @param inquiry the number under which an officer looks at it; 0: nobody has looked
   * @param reported whether the police have been told
   * @param crewWanted whether a crew has been asked for
   * @param promised for whose incidents a crew was promised, who are told when it goes on
   */
  public record Stop(
      VehicleLetter.StopTold told,
      int inquiry,
      boolean reported,
      boolean crewWanted,
      List<Promise> promised) {

    public Stop {
      promised = List.copyOf(promised);
    }

    /** A stop of which nobody else knows yet. */
    static Stop of(VehicleLetter.StopTold told) {
      return new Stop(told, 0, false, false, List.of());
    }

    Stop with(VehicleLetter.StopTold again) {
      return new Stop(again, inquiry, reported, crewWanted, promised);
    }

    Stop lookedAt(int newInquiry) {
      return new Stop(told, newInquiry, reported, crewWanted, promised);
    }

    Stop reported(boolean toPolice) {
      return new Stop(told, inquiry, toPolice, crewWanted, promised);
    }

    Stop withCrewWanted() {
      return new Stop(told, inquiry, reported, true, promised);
    }

    Stop with(Promise promise) {
      List<Promise> all = new ArrayList<>(promised);
      all.add(promise);
      return new Stop(told, inquiry, reported, crewWanted, all);
    }

    Stop withoutPromises() {
      return new Stop(told, inquiry, reported, crewWanted, List.of());
    }
  }

  /**
   * A crew was promised.
   *
   * @param commander who asked for it, a centre's id
   * @param incident the incident's number there
   * @param measure as it was asked for
   */
  public record Promise(AgentId commander, int incident, String measure) {}

  /** Whether vehicles can't be reached. */
  boolean isCutOff() {
    return outages.values().stream().anyMatch(outage -> outage.kind().equals("back-end"));
  }

  Emergency with(SortedMap<String, Outage> newOutages) {
    return new Emergency(newOutages, stops, inquiries);
  }

  Emergency with(Stop stop) {
    SortedMap<String, Stop> all = new TreeMap<>(stops);
    all.put(stop.told().vehicle(), stop);
    return new Emergency(outages, all, inquiries);
  }

  Emergency without(String vehicle) {
    SortedMap<String, Stop> all = new TreeMap<>(stops);
    all.remove(vehicle);
    return new Emergency(outages, all, inquiries);
  }

  Emergency looking() {
    return new Emergency(outages, stops, inquiries + 1);
  }
}
