package io.testroad.scenario;

import io.testroad.engine.Event;
import java.util.Map;

/**
 * That an expression was found true or false of something.
 *
 * @param tick when
 * @param subject of whom or what: an agent's id, an event's subject, or the scenario
 * @param incident the incident it is about, empty when none
 * @param vehicle the vehicle it is about, empty when none
 * @param holds whether it is true
 * @param values what it read
 */
record Sighting(
    long tick,
    String subject,
    String incident,
    String vehicle,
    boolean holds,
    Map<String, Object> values) {

  static Sighting of(Event event, boolean holds, Map<String, Object> values) {
    Object incident = event.attributes().find("incident");
    return new Sighting(
        event.tick(),
        event.subject(),
        incident == null ? "" : incident.toString(),
        WatchedFacts.nameOf("vehicle", event),
        holds,
        values);
  }

  static Sighting of(
      long tick, String kind, String name, boolean holds, Map<String, Object> values) {
    return new Sighting(
        tick, kind + ":" + name, "", kind.equals("vehicle") ? name : "", holds, values);
  }

  /** Whether it can answer a trigger: where both name an incident or a vehicle, the same. */
  boolean answers(Sighting trigger) {
    return same(incident, trigger.incident) && same(vehicle, trigger.vehicle);
  }

  private static boolean same(String a, String b) {
    return a.isEmpty() || b.isEmpty() || a.equals(b);
  }
}
