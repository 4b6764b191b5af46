package io.testroad.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One bad file for each finding. */
class ScenarioFindingsTest {

  @TempDir Path folder;
  private ScenarioWorld world;

  @BeforeEach
  void build() {
    world = new ScenarioWorld(folder, ScenarioWorld.grid());
  }

  /** A part to put behind a sound scenario with a fleet, and what is found, the place left out. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "wether: []|unknown-key A scenario has no key 'wether'. Did you mean 'weather'?",
        "weather: [{at: 1 min, state: rainy}]|unknown-value 'state' can't be the value 'rainy'."
            + " Did you mean 'rain'?",
        "weather: [{at: 1 km, state: rain}]|wrong-unit The duration '1 km' has the unit 'km'. Use"
            + " one of ms, s, min, h, day, days.",
        "weather: [{at: 1, state: rain}]|missing-unit The duration '1' has no unit. Use one of ms,"
            + " s, min, h, day, days.",
        "weather: [{at: 1e9 days, state: rain}]|out-of-range The duration '1e9 days' is longer than"
            + " a century.",
        "weather: {}|wrong-type 'weather' must be a list, not a mapping.",
        "sensors: [{name: a, roads: '*', hits: {debri: 1}}]|unknown-key 'hits' has no key 'debri'."
            + " Did you mean 'debris'?",
        "sensors: [{name: a, roads: '*', kind: loop, hits: {fire: 1}}]|unknown-key 'hits' has no"
            + " key 'fire'. Use one of congestion.",
        "sensors: [{name: a, roads: '*', hits: {debris: 2}}]|out-of-range 'debris' is 2.0. It must"
            + " be from 0.0 to 1.0.",
        "sensors: [{name: a, roads: '*', false-alarms: -1}]|out-of-range 'false-alarms' is -1.0. It"
            + " must be from 0.0 to 10000.0.",
        "sensors: [{name: supervision, roads: '*'}]|duplicate-name The name 'supervision' is that of"
            + " the platform already. Give each its own name.",
        "sensors: [{name: a, roads: '*', kind: lop}]|unknown-value 'kind' can't be the value 'lop'."
            + " Did you mean 'loop'?",
        "callers: {lines: 0}|out-of-range 'lines' is 0. It must be from 1 to 10000.",
        "callers: {first: 10 ms}|out-of-range 'first' is shorter than a second. People don't call"
            + " that often.",
        "callers: {growth: 5 km}|wrong-unit The duration '5 km' has the unit 'km'. Use one of ms, s,"
            + " min, h, day, days.",
        "script: [{at: 1 s, fail-sensor: {sensor: supervison}}]|unknown-sensor There is no sensor"
            + " 'supervison' that can fail. Did you mean 'supervision'?",
        "traffic: [{routes: morning.xml}]|missing-file There is no file 'morning.xml'. Paths count"
            + " from the folder of the scenario.",
        "traffic: [{routes: polic.yaml}]|missing-file There is no file 'polic.yaml'. Did you mean"
            + " 'policy.yaml'?",
        "traffic: [{road: x}]|unknown-traffic Traffic is a flow, a route file or a SUMO"
            + " configuration. Begin it with one of the keys flow, routes, sumo.",
        "traffic: [{flow: f, from: stret-0-east-0, to: '*', rate: 60 veh/h}]|unknown-road The"
            + " network has no road 'stret-0-east-0'. Did you mean 'street-0-east-0'?",
        "traffic: [{flow: f, from: 'x*', to: '*', rate: 60 veh/h}]|no-road-matches The network has"
            + " no road like 'x*'.",
        "traffic: [{flow: f, from: street-0-east-0, to: street-0-east-0, rate: 1 veh/s}]|no-route"
            + " No way leads from where the flow comes from to where it goes to. Check the roads'"
            + " directions and permissions.",
        "traffic: [{flow: f, from: '*', to: '*', rate: 60 veh/h, type: truk}]|unknown-type There is"
            + " no vehicle type 'truk'. Did you mean 'truck'?",
        "traffic: [{flow: f, from: '*', to: '*', rate: 600000 veh/s, end: 1 h}]|too-many-departures"
            + " The background traffic has too many vehicles. Lower the rates, or shorten the run.",
        "signals: {crossing-1-2: {plan: []}}|unknown-signal The network has no signal"
            + " 'crossing-1-2'. Did you mean 'crossing-1-1'?",
        "signals: {crossing-1-1: {plan: [{at: 1 s, program: '1'}]}}|unknown-program The signal"
            + " 'crossing-1-1' has no program '1'. Did you mean '0'?",
        "script: [{at: 1 s, stal: {vehicle: pilot-1}}]|unknown-key An entry of the script has"
            + " no key 'stal'. Did you mean 'stall'?",
        "script: [{at: 1 s}]|one-action An entry of the script needs one action, and this has 0. The"
            + " actions are stall, mend, close-lane, open-lane, limit-speed, set-program,"
            + " fail-signal, mend-signal, fail-sensor, mend-sensor, set-out, reroute,"
            + " declare-change, add-vehicles, inspect,"
            + " remove, upload-fails, mend-upload, forge-plate, map-error, crash, given, restrict,"
            + " change,"
            + " geofence, lift-geofence, outage, incident, distract, cut-in.",
        "script: [{at: 1 s, distract: {vehicle: pilot-3}}]|unknown-vehicle There is no vehicle"
            + " 'pilot-3'. Did you mean 'pilot-1'?",
        "script: [{at: 1 s, cut-in: {vehicle: pilot-1}}]|missing-key 'cut-in' needs the key"
            + " 'lane'.",
        "script: [{at: 1 s, incident: {kind: debri, road: street-0-east-0}}]|unknown-value 'kind'"
            + " can't be the value 'debri'. Did you mean 'debris'?",
        "script: [{at: 1 s, incident: {kind: debris, road: street-0-east-0, lane: 2}}]|unknown-lane"
            + " The road has no lane '2'. Its lanes are 0, the rightmost, to 1; or write all, or"
            + " shoulder.",
        "script: [{at: 1 s, incident: {kind: deadlock, road: street-0-east-0, vehicles: pilot-1}}]"
            + "|incident-needs An incident of the kind deadlock needs two vehicles. Name them with"
            + " 'vehicles'.",
        "script: [{at: 1 s, incident: {kind: signal-failure, road: street-0-east-0}}]"
            + "|incident-needs An incident of the kind signal-failure needs a signal. Name it with"
            + " 'signal'.",
        "script: [{at: 1 s, incident: {kind: runaway-vehicle, road: street-0-east-0, vehicles:"
            + " pilot-1, ramp: street-2-east-0}}]|no-route No lane leads from 'street-0-east-0' to"
            + " 'street-2-east-0'. The ramp must begin where the road ends.",
        "script: [{at: 1 s, incident: {kind: fire, road: street-0-east-0, vehicles: pilot-3}}]"
            + "|unknown-vehicle There is no vehicle 'pilot-3'. Did you mean 'pilot-1'?",
        "script: [{at: 1 s, incident: {kind: fog, road: street-0-east-0, visibility: 0 m}}]"
            + "|out-of-range 'visibility' is not above 0, or too large. It can be up to 10000.0 m.",
        "hazards: [{kind: debris, rate: 5, roads: '*'}]|not-a-rate How often something happens"
            + " can't be read from the value '5'. Write for instance '0.5 per hour' or '3 per day',"
            + " 3600 per hour at most.",
        "hazards: [{kind: deadlock, rate: 5 per day, roads: '*'}]|unknown-value 'kind' can't be the"
            + " value 'deadlock'. Use one of collision, congestion, debris, fire, flood, fog,"
            + " forged-plate, hazmat-spill, unplated-vehicle, vehicle-stalled.",
        "scenes: {count-upstream: 200 km}|out-of-range 'count-upstream' is farther than 100 km.",
        "script: [{at: 1 s, crash: {vehicle: pilot-3}}]|unknown-vehicle There is no ICV 'pilot-3'."
            + " Did you mean 'pilot-1'?",
        "script: [{at: 1 s, map-error: {vehicle: pilot-1, road: street}}]|unknown-road The network"
            + " has no road 'street'.",
        "script: [{at: 1 s, change: {fleet: pilt, kind: drivers}}]|unknown-fleet There is no fleet"
            + " 'pilt'. Did you mean 'pilot'?",
        "script: [{at: 1 s, change: {fleet: pilot, kind: software}}]|missing-key 'change' needs"
            + " the key 'value'.",
        "script: [{at: 1 s, change: {fleet: pilot, kind: roads, value: al}}]|unknown-zone There is"
            + " no zone 'al'. Did you mean 'all'?",
        "script: [{at: 1 s, geofence: {name: fire, zone: al}}]|unknown-zone There is no zone 'al'."
            + " Did you mean 'all'?",
        "script: [{at: 1 s, given: {values: {}}}]|fleet-or-vehicle Facts are given to a fleet or"
            + " to a vehicle. Write one of 'fleet' and 'vehicle'.",
        "script: [{at: 1 s, given: {fleet: pilot, values: {sign: 1}}}]|unknown-fact The policy"
            + " declares no fact 'sign'.",
        "script: [{mend: {vehicle: pilot-1}}]|script-time An entry of the script needs either 'at'"
            + " or 'when'. Write 'at: 4 min' and an action, or 'when: <condition>' and 'do:"
            + " {<action>}'.",
        "script: [{at: 1 s, mend: {vehicle: pilot-3}}]|unknown-vehicle There is no vehicle"
            + " 'pilot-3'. Did you mean 'pilot-1'?",
        "script: [{at: 1 s, close-lane: {road: street-0-east-0, lane: 2}}]|unknown-lane The road"
            + " has no lane '2'. Its lanes are 0, the rightmost, to 1; or write all.",
        "script: [{at: 1 s, reroute: {vehicle: pilot-1, roads: [street-0-east-0,"
            + " street-2-east-0]}}]|no-route No lane leads from 'street-0-east-0' to"
            + " 'street-2-east-0'. Name every road of the route.",
        "script: [{at: 1 h, mend: {vehicle: pilot-1}}]|after-the-end This is to happen after the"
            + " end of the run.",
        "script: [{when: incident.opn > 0, do: {mend: {vehicle: pilot-1}}}]|unknown-fact There is"
            + " no fact 'incident.opn'. Did you mean 'incident.open'?",
        "expect: [{name: a, always: incident.open}]|expression-type-error The expression is a int,"
            + " not true or false. Compare it with something.",
        "expect: [{name: a, always: incident.open > 'x'}]|expression-type-error '>' can't be"
            + " applied to int and string.",
        "expect: [{name: a, always: incident.open >}]|expression-syntax The expression ends too"
            + " early.",
        "expect: [{name: a, never: event.type == 'lane-close'}]|unknown-value The fact is never"
            + " 'lane-close'. Did you mean 'lane-closed'?",
        "expect: [{name: a, never: vehicle.moving && signal.failure == 'off'}]"
            + "|expression-mixes-agents The expression names facts of signal and vehicle. Name"
            + " facts of one kind of agent, besides those of events and of the centre.",
        "expect: [{name: a}]|expectation-verb An expectation needs one of always, never and"
            + " eventually, and this has 0.",
        "expect: [{name: a, always: incident.open < 2, within: 2 s}]|expectation-verb 'within' and"
            + " 'whenever' go with 'eventually', not with 'always'.",
        "expect: [{name: a, always: incident.open < 2}, {name: a, always: incident.open < 3}]"
            + "|duplicate-name The name 'a' is that of an expectation already. Give each its own"
            + " name.",
        "centre: {units: [{name: pilot-1, station: street-0-east-0}]}|duplicate-name The name"
            + " 'pilot-1' is that of a unit already. Give each its own name.",
        "types: {'a b': {}}|bad-name 'a b' can't be a name. Use letters, digits, '-', '_' and '.',"
            + " 64 at most, a letter or digit first.",
        "types: {van: {length: 0 m}}|out-of-range 'length' is not above 0, or too large.",
        "types: {van: {action-step: 11 s}}|out-of-range 'action-step' is below 0, or too large. It"
            + " must be from 0 s to 10 s.",
        "types: {van: {model: gipps}}|unknown-value 'model' can't be the value 'gipps'. Use one of"
            + " acc, cacc, idm, iidm, krauss, path-acc.",
        "types: {van: {rss: {response: 0 s}}}|out-of-range 'response' is not above 0, or too"
            + " large.",
        "types: {van: {lane-change: {politeness: 2}}}|out-of-range 'politeness' is 2.0. It must be"
            + " from 0.0 to 1.0.",
        "parameters: {mos: 4}|unknown-parameter The policy has no parameter 'mos'. Did you mean"
            + " 'most'?",
        "tick: 0 s|out-of-range A tick lasts from 1 ms to 10 s. Use 100 ms.",
      })
  void ofFurtherParts(String part, String found) {
    List<String> findings = world.findings(ScenarioWorld.FLEET + part + "\n");
    assertThat(findings).singleElement().asString().endsWith(" " + found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "zone: al|unknown-zone There is no zone 'al'. Did you mean 'all'?",
        "zone: all, type: robotaxi-14|unknown-type There is no vehicle type 'robotaxi-14'. Did you mean"
            + " 'robotaxi-l4'?",
        "zone: all, ads-level: 6|out-of-range 'ads-level' is 6. It must be from 2 to 5.",
        "zone: all, permit: {plate: {valid: 6 months, until: 2025-04-01}}|plate-validity A plate"
            + " has both 'valid' and 'until'. Keep one of the two.",
        "zone: all, permit: {plate: {issued: yesterday}}|not-a-time A date and time can't be read"
            + " from the value 'yesterday'. Write it with its offset, for instance"
            + " 2025-02-28T23:50:00+08:00.",
        "zone: all, apply: {documents: [plans]}|unknown-value 'documents' can't hold the value"
            + " 'plans'. Did you mean 'plan'?",
        "zone: all, trips: [{vehicle: pilot-9, from: street-0-east-0, to: street-0-east-1}]"
            + "|unknown-vehicle The fleet has no vehicle 'pilot-9'. Did you mean 'pilot-1'?",
        "zone: all, trips: [{every: 1 ms, from: street-0-east-0, to: street-0-east-1}]"
            + "|too-many-trips The timetable holds more than 1000000 trips. Lengthen 'every' or"
            + " lower 'count'.",
        "zone: all, trips: [{from: street-0-east-0}]|missing-key A trip needs the key 'to'.",
      })
  void ofFleets(String keys, String found) {
    String text =
        ScenarioWorld.HEAD
            + "zones: { all: { roads: \"*\" } }\nfleets: { pilot: { vehicles: 2, "
            + keys
            + " } }\n";
    assertThat(world.findings(text)).singleElement().asString().endsWith(" " + found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "network: net.xml|network: nett.xml|3:10 missing-file There is no file 'nett.xml'. Did you"
            + " mean 'net.xml'?",
        "network: net.xml||1:1 missing-network The scenario names no network. Add 'network: <path>'"
            + " or traffic with a SUMO configuration.",
        "policy: policy.yaml||1:1 missing-policy The scenario has fleets and no policy. Add"
            + " 'policy: <path>'.",
        "duration: 10 min||1:1 missing-duration The scenario doesn't say how long it lasts. Add"
            + " 'duration: 20 min'.",
        "duration: 10 min|duration: until-empty|5:11 until-empty-with-fleets A scenario with fleets"
            + " can't last until the roads are empty. Say how long, for instance 'duration: 20"
            + " min'.",
        "start: 2025-03-03T10:00:00+08:00|start: 2025-03-03|4:8 not-a-time A date and time can't be"
            + " read from the value '2025-03-03'. Write it with its offset, for instance"
            + " 2025-02-28T23:50:00+08:00.",
        "testroad: 1|testroad: 2|1:11 out-of-range 'testroad' is 2. It must be from 1 to 1.",
        "vehicles: 2|vehicles: *two|9:22 yaml-anchor The alias '*two' is not allowed. Write the"
            + " value out, or put the text in quotes if a star was meant.",
      })
  void ofTheHead(String part, String instead, String found) {
    String text = ScenarioWorld.FLEET.replace(part, instead == null ? "# " : instead);
    String place = found.startsWith("3:10") ? found.replace("3:10", "2:10") : found;
    assertThat(world.findings(text)).containsExactly(place);
  }

  @Test
  void flowsNeedAnEndWhenTheRunHasNone() {
    String text =
        ScenarioWorld.HEAD.replace("10 min", "until-empty")
            + "traffic: [{flow: f, from: '*', to: '*', rate: 60 veh/h}]\n";
    assertThat(world.findings(text)).singleElement().asString().startsWith("6:11 flow-without-end");
  }

  @Test
  void truncatedFilesAreRefused() {
    assertThat(world.findings("testroad: 1\nzones: {a: ["))
        .singleElement()
        .asString()
        .contains("yaml-syntax");
    assertThat(world.findings("")).singleElement().asString().contains("yaml-empty");
    assertThat(world.findings("- 1"))
        .singleElement()
        .asString()
        .contains("wrong-type A scenario must be a mapping");
  }

  @Test
  void allFaultsOfAFileAreFoundAtOnce() {
    String text =
        ScenarioWorld.FLEET + "weather: [{at: 1 km, state: rainy}]\nseeed: 3\nexpect: [{}]\n";
    assertThat(world.findings(text))
        .extracting(line -> line.split(" ", 3)[1])
        .containsExactly(
            "wrong-unit", "unknown-value", "unknown-key", "missing-key", "expectation-verb");
  }

  @Test
  void policyFindingsKeepTheirOwnPlace() {
    world.write("policy.yaml", "testroad-policy: 1\nid: x\nname: { en: a, zh: b }\nruls: []\n");
    assertThat(world.findings(ScenarioWorld.HEAD))
        .singleElement()
        .asString()
        .startsWith("4:1 unknown-key");
  }
}
