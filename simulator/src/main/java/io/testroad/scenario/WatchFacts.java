package io.testroad.scenario;

import static io.testroad.policy.FactType.BOOL;
import static io.testroad.policy.FactType.DOUBLE;
import static io.testroad.policy.FactType.INT;
import static io.testroad.policy.FactType.STRING;
import static io.testroad.policy.FactType.STRING_LIST;
import static io.testroad.policy.FactType.TIMESTAMP;

import io.testroad.engine.EventType;
import io.testroad.policy.Fact;
import io.testroad.policy.FactLanguage;
import io.testroad.policy.FactType;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The facts that expectations and conditions may name: what agents publish, and events. */
final class WatchFacts {

  private static final Map<String, FactType> ATTRIBUTE_TYPES =
      Map.ofEntries(
          Map.entry("seed", INT),
          Map.entry("vehicles", INT),
          Map.entry("takeovers", INT),
          Map.entry("accident", INT),
          Map.entry("amountCny", DOUBLE),
          Map.entry("hours", DOUBLE),
          Map.entry("automatedHours", DOUBLE),
          Map.entry("km", DOUBLE),
          Map.entry("automatedKm", DOUBLE),
          Map.entry("automatedS", DOUBLE),
          Map.entry("automatedM", DOUBLE),
          Map.entry("due", TIMESTAMP),
          Map.entry("lane", INT),
          Map.entry("incident", INT),
          Map.entry("positionM", DOUBLE),
          Map.entry("lengthM", DOUBLE),
          Map.entry("durationS", DOUBLE),
          Map.entry("distanceM", DOUBLE),
          Map.entry("speedMps", DOUBLE),
          Map.entry("otherSpeedMps", DOUBLE),
          Map.entry("angleDeg", DOUBLE),
          Map.entry("closingSpeedMps", DOUBLE),
          Map.entry("deltaVMps", DOUBLE),
          Map.entry("otherDeltaVMps", DOUBLE),
          Map.entry("deathProbability", DOUBLE),
          Map.entry("otherDeathProbability", DOUBLE),
          Map.entry("ttcS", DOUBLE),
          Map.entry("petS", DOUBLE),
          Map.entry("dracMps2", DOUBLE),
          Map.entry("tetS", DOUBLE),
          Map.entry("titS2", DOUBLE),
          Map.entry("decelerationMps2", DOUBLE),
          Map.entry("speedLimitMps", DOUBLE),
          Map.entry("leadS", DOUBLE),
          Map.entry("waitedS", DOUBLE),
          Map.entry("sessionS", DOUBLE),
          Map.entry("queue", INT),
          Map.entry("riders", INT),
          Map.entry("afterS", DOUBLE),
          Map.entry("preS", DOUBLE),
          Map.entry("postS", DOUBLE),
          Map.entry("dutyS", DOUBLE),
          Map.entry("latencyS", DOUBLE),
          Map.entry("priority", INT),
          Map.entry("waiting", INT),
          Map.entry("workS", DOUBLE),
          Map.entry("dueS", DOUBLE),
          Map.entry("costCny", DOUBLE),
          Map.entry("expectedS", DOUBLE),
          Map.entry("scene", INT),
          Map.entry("primary", INT),
          Map.entry("open", INT),
          Map.entry("share", DOUBLE),
          Map.entry("laneMinutes", DOUBLE),
          Map.entry("delayVehicleHours", DOUBLE),
          Map.entry("maxStanding", INT),
          Map.entry("riderMinutes", DOUBLE),
          Map.entry("idleCo2Kg", DOUBLE),
          Map.entry("declared", BOOL),
          Map.entry("validFrom", TIMESTAMP),
          Map.entry("validUntil", TIMESTAMP),
          Map.entry("until", TIMESTAMP),
          Map.entry("reasons", STRING_LIST));

  /** The language of expectations and conditions. */
  static final FactLanguage LANGUAGE = FactLanguage.of(new WatchFacts().all().values());

  private final SortedMap<String, Fact> facts = new TreeMap<>();

  private WatchFacts() {}

  private SortedMap<String, Fact> all() {
    fact("now", TIMESTAMP, "the time");
    vehicle();
    papers();
    others();
    events();
    return facts;
  }

  private void vehicle() {
    fact("vehicle.name", STRING, "an ICV's name");
    fact(
        "vehicle.mode",
        STRING,
        "who drives",
        "manual",
        "automated",
        "takeover-requested",
        "minimal-risk",
        "stopped");
    fact("vehicle.moving", BOOL, "whether it moves");
    fact("vehicle.onRoad", BOOL, "whether it is on the road at all");
    fact("vehicle.road", STRING, "the road it is on, empty before its first trip");
    fact("vehicle.aside", BOOL, "whether it stands out of the traffic");
    fact("vehicle.speedMps", DOUBLE, "its speed, m/s");
    fact("vehicle.fault", STRING, "the cause of its fault, empty when it has none");
    fact("vehicle.riders", INT, "people on board who aren't test staff");
    fact("vehicle.ridersStuck", BOOL, "whether they can't go on");
    fact("vehicle.inDeclaredRoads", BOOL, "whether its road is declared");
    fact("vehicle.hazardLights", BOOL, "whether the hazard lights are on");
  }

  private void papers() {
    fact("vehicle.adsLevel", INT, "level of driving automation, SAE J3016");
    fact(
        "vehicle.stage",
        STRING,
        "the stage it is admitted to",
        FleetForms.STAGES.toArray(String[]::new));
    fact("vehicle.plated", BOOL, "whether it carries a temporary plate, valid or not");
    fact("vehicle.plate.number", STRING, "the plate's number, empty without one");
    fact("vehicle.plate.validUntil", TIMESTAMP, "the plate's last instant; 1970 without one");
    fact(
        "vehicle.permit.status",
        STRING,
        "the state of its permit",
        "none",
        "valid",
        "suspended",
        "withdrawn");
    fact("vehicle.permit.validUntil", TIMESTAMP, "the permit's last instant");
    fact("vehicle.insurance.validUntil", TIMESTAMP, "the insurance's last instant");
    fact("vehicle.insurance.sumCny", DOUBLE, "the sum insured, CNY");
    fact("vehicle.detained", BOOL, "whether the police hold it");
  }

  private void others() {
    fact("operator.name", STRING, "a fleet's name");
    fact("operator.busySeats", INT, "remote operators at work");
    fact("operator.queue", INT, "vehicles that wait for a remote operator");
    fact("operator.waitS", DOUBLE, "how long the one has waited that has waited longest, s");
    fact("operator.longestWaitS", DOUBLE, "the longest wait of those who no longer wait, s");
    fact("operator.stops", INT, "vehicles that stand and can't go on, and have told of it");
    fact("operator.applications", INT, "how many applications it has filed");
    fact("authority.name", STRING, "an authority's name");
    fact("authority.platesIssued", INT, "how many plates it has issued");
    fact("authority.refusals", INT, "how many applications it has refused");
    fact("signal.id", STRING, "a signal's id");
    fact("signal.program", STRING, "the program that runs, or would if the signal worked");
    fact("signal.failure", STRING, "how it fails, empty when it works", "", "off", "flashing");
    fact("sensor.name", STRING, "the name of a sensor, of a checkpoint, or of the platform");
    fact("sensor.occurrences", INT, "how many occurrences it could have noticed");
    fact("sensor.noticed", INT, "how many of them it has reported");
    fact("sensor.falseAlarms", INT, "how many reports were of nothing");
    fact("sensor.works", BOOL, "whether it works");
    fact("callers.calls", INT, "calls that were made to the police's hotline");
    fact("callers.answered", INT, "calls that were answered");
    fact("callers.waiting", INT, "callers who wait for a line");
    fact("callers.abandoned", INT, "callers who hung up before they were answered");
    fact("unit.name", STRING, "a response unit's name");
    fact("unit.kind", STRING, "what it is, as units' kinds are written");
    fact(
        "unit.phase",
        STRING,
        "what it is doing",
        "at-station",
        "patrolling",
        "turning-out",
        "driving",
        "walking",
        "walking-back",
        "flying",
        "on-scene",
        "returning",
        "out-of-service");
    fact("unit.road", STRING, "the road it is on or stands by");
    fact("unit.incident", INT, "the number of the incident it was sent to, 0 when none");
    fact("centre.name", STRING, "the command centre's name");
    fact("centre.freeUnits", INT, "units that are free");
    fact("centre.queue", INT, "incidents that wait for a unit");
    fact("centre.unverified", INT, "incidents of which nobody knows yet whether they are true");
    fact("incident.open", INT, "incidents that are not closed");
    fact("incident.total", INT, "incidents so far");
    scenes();
  }

  private void scenes() {
    fact("scenes.open", INT, "what is really there: scenes that aren't over");
    fact("scenes.total", INT, "scenes so far");
    fact("scenes.blockedLanes", INT, "lanes that scenes block");
    fact("scenes.stuckRiders", INT, "riders whose vehicles can't go on");
    fact("scenes.unitsThere", INT, "units that are at a scene");
  }

  private void events() {
    String[] types =
        Arrays.stream(EventType.values()).map(EventType::written).toArray(String[]::new);
    fact("event.type", STRING, "the event's type", types);
    fact("event.subject", STRING, "whom it is about, for instance vehicle:pilot-3");
    SortedMap<String, TreeSet<String>> attributes = new TreeMap<>();
    for (EventType type : EventType.values()) {
      for (String attribute : type.attributes()) {
        String name = attribute.replace("?", "");
        attributes.computeIfAbsent(name, n -> new TreeSet<>()).add(type.written());
      }
    }
    attributes.forEach(
        (name, in) ->
            fact(
                "event." + name,
                ATTRIBUTE_TYPES.getOrDefault(name, STRING),
                "attribute of " + String.join(", ", in)));
  }

  private void fact(String name, FactType type, String meaning, String... values) {
    facts.put(name, FactLanguage.fact(name, type, meaning, values));
  }
}
