package io.testroad.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The reader knows the keys of the forms, of which schema and reference are made, and no others.
 */
class ScenarioKeysTest {

  /** A key so far from all others that the remedy lists those that are known. */
  private static final String STRANGE = "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz";

  @TempDir Path folder;

  @Test
  void ofAllParts() {
    ScenarioWorld world = new ScenarioWorld(folder, ScenarioWorld.grid());
    check(world, ScenarioForms.ROOT, STRANGE + ": 1");
    check(world, ScenarioForms.ZONE, "zones: {a: {$, roads: '*'}}");
    check(world, TypeForms.TYPE, "types: {a: {$}}");
    for (Form form :
        List.of(TypeForms.LANE_CHANGE, TypeForms.PATH_ACC, TypeForms.CACC, TypeForms.RSS)) {
      check(world, form, "types: {a: {" + form.name() + ": {$}}}");
    }
    check(world, ScenarioForms.AUTHORITIES, "authorities: {$}");
    check(world, ScenarioForms.BUREAU, "authorities: {industry-bureau: {$}}");
    check(world, ScenarioForms.POLICE, "authorities: {traffic-police: {$}}");
    check(world, ScenarioForms.TRANSPORT, "authorities: {transport-bureau: {$}}");
    check(world, CentreForms.CENTRE, "centre: {$}");
    check(world, CentreForms.UNIT, "centre: {units: [{$, name: a, station: street-0-east-0}]}");
    check(world, SensingForms.PLATFORM, "platform: {$}");
    check(world, SensingForms.SENSOR, "sensors: [{$, name: a, roads: '*'}]");
    check(world, SensingForms.CALLERS, "callers: {$}");
    check(world, ScenarioForms.SIGNAL, "signals: {crossing-1-1: {$, plan: []}}");
    check(
        world,
        ScenarioForms.SWITCH,
        "signals: {crossing-1-1: {plan: [{$, at: 1 s, program: off}]}}");
    check(world, ScenarioForms.FLOW, "traffic: [{$, flow: f, from: '*', to: '*', rate: 1 veh/h}]");
    check(world, IncidentForms.SCENES, "scenes: {$}");
    check(world, IncidentForms.HAZARD, "hazards: [{$, kind: debris, rate: 1 per day, roads: '*'}]");
    check(world, ScenarioForms.WEATHER, "weather: [{$, at: 1 s, state: clear}]");
    check(world, ScenarioForms.EXPECT, "expect: [{$, name: a, always: incident.open < 1}]");
    for (Form form :
        List.of(
            FleetForms.OPERATOR,
            FleetForms.DRIVER,
            FleetForms.INSURANCE,
            FleetForms.RECORDER,
            FleetForms.PERMIT,
            FleetForms.APPLY,
            FleetForms.CONDUCT,
            FleetForms.DUTY,
            SetbackForms.FAULTS,
            SetbackForms.MINIMAL_RISK,
            SetbackForms.ASSISTANCE,
            SetbackForms.RESTART,
            SetbackForms.LOSSES,
            SetbackForms.COURTESY)) {
      check(world, form, "fleets: {f: {vehicles: 1, zone: all, " + form.name() + ": {$}}}");
    }
    check(
        world,
        FleetForms.ADVANCE,
        "fleets: {f: {vehicles: 1, zone: all, apply: {advance: [{$, stage: commercial}]}}}");
    check(
        world,
        FleetForms.RECOGNISED,
        "fleets: {f: {vehicles: 1, zone: all, apply: {recognised: {$, from: beijing}}}}");
    check(
        world,
        FleetForms.WINDOW,
        "fleets: {f: {vehicles: 1, zone: all, duty: {traffic-windows: [{$, at: 1 s, for: 1 s}]}}}");
    check(
        world,
        SetbackForms.RESCUE,
        "fleets: {f: {vehicles: 1, zone: all, rescue: {$, crews: 1, stations: street-0-east-0}}}");
    check(world, FleetForms.FLEET, "fleets: {f: {$, vehicles: 1, zone: all}}");
    check(world, FleetForms.PLATE, "fleets: {f: {vehicles: 1, zone: all, permit: {plate: {$}}}}");
    check(
        world,
        FleetForms.DECLARATION,
        "fleets: {f: {vehicles: 1, zone: all, permit: {declaration: {$}}}}");
    check(
        world,
        FleetForms.TRIP,
        "fleets: {f: {vehicles: 1, zone: all, trips: [{$, from: street-0-east-0,"
            + " to: street-0-east-1}]}}");
  }

  @Test
  void ofActions() {
    ScenarioWorld world = new ScenarioWorld(folder, ScenarioWorld.grid());
    for (Form form : ScriptForms.ACTIONS) {
      String keys =
          Stream.of(
                  "vehicle: pilot-1",
                  "road: street-0-east-0",
                  "lane: 0",
                  "signal: crossing-1-1",
                  "speed: network",
                  "program: off",
                  "from: street-0-east-0",
                  "to: street-0-east-1",
                  "roads: street-0-east-0",
                  "number: A1",
                  "name: fire",
                  "zone: all",
                  "fleet: pilot",
                  "sensor: supervision",
                  "kind: drivers",
                  "values: {}",
                  "what: v2x",
                  "vehicles: 1")
              .filter(k -> form.keys().stream().anyMatch(key -> isNeeded(form, key, k)))
              .map(
                  k -> form.name().equals("incident") && k.startsWith("kind:") ? "kind: debris" : k)
              .map(k -> form.name().equals("restrict") && k.startsWith("to:") ? "to: manual" : k)
              .reduce((a, b) -> a + ", " + b)
              .orElseThrow();
      check(
          world,
          form,
          "script: [{at: 1 s, " + form.name() + ": {$, " + keys + "}}]\n" + "platform: {}");
    }
  }

  private static boolean isNeeded(Form form, Form.Key key, String written) {
    boolean oneOfTwo =
        (form.name().equals("given") && key.name().equals("vehicle"))
            || (form.name().equals("geofence") && key.name().equals("zone"));
    return (key.required() || oneOfTwo) && written.startsWith(key.name() + ":");
  }

  private static void check(ScenarioWorld world, Form form, String part) {
    String head =
        switch (part.substring(0, part.indexOf(':'))) {
          case "fleets" -> ScenarioWorld.HEAD + "zones: { all: { roads: \"*\" } }\n";
          case "zones" -> ScenarioWorld.HEAD;
          default -> ScenarioWorld.FLEET;
        };
    String text = head + part.replace("$", STRANGE + ": 1") + "\n";
    List<String> findings = world.findings(text);
    assertThat(findings).as(form.name()).hasSize(1);
    String known = findings.get(0).replaceAll(".*Use one of (.*)\\.", "$1");
    assertThat(new TreeSet<>(Arrays.asList(known.split(", ", -1))))
        .as(form.name())
        .isEqualTo(new TreeSet<>(form.keys().stream().map(Form.Key::name).toList()));
  }
}
