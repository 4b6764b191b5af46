package io.testroad.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.demand.AccGains;
import io.testroad.demand.Automation;
import io.testroad.demand.CaccGains;
import io.testroad.demand.Departure;
import io.testroad.demand.MobilParameters;
import io.testroad.demand.RssEnvelope;
import io.testroad.demand.VehicleType;
import io.testroad.demand.VehicleType.LaneChange;
import io.testroad.demand.VehicleType.LaneChangeModel;
import io.testroad.engine.AgentId;
import io.testroad.engine.Clock;
import io.testroad.engine.RoadDecision;
import io.testroad.network.VehicleClass;
import io.testroad.protocol.SignalLetter;
import io.testroad.protocol.VehicleLetter;
import io.testroad.sensing.CheckpointSpec;
import io.testroad.sensing.Detection;
import io.testroad.units.Term;
import io.testroad.vehicle.IcvSpec;
import io.testroad.vehicle.OperatorSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioReaderTest {

  @TempDir Path folder;
  private ScenarioWorld world;

  @BeforeEach
  void build() {
    world = new ScenarioWorld(folder, ScenarioWorld.grid());
  }

  @Test
  void readsTheHead() {
    Scenario scenario = world.read(ScenarioWorld.HEAD + "name: N\nseed: 9\ntick: 500 ms\n");
    assertThat(scenario.name()).isEqualTo("N");
    assertThat(scenario.seed()).isEqualTo(9);
    assertThat(scenario.clock().start()).isEqualTo(Instant.parse("2025-03-03T02:00:00Z"));
    assertThat(scenario.clock().tickMillis()).isEqualTo(500);
    assertThat(scenario.lastTick()).isEqualTo(1200);
    assertThat(scenario.untilEmpty()).isFalse();
    assertThat(scenario.policy().id()).isEqualTo("tiny");
    assertThat(scenario.inputs())
        .containsExactly(
            folder.resolve("scenario.yaml"),
            folder.resolve("net.xml"),
            folder.resolve("policy.yaml"));
  }

  @Test
  void defaultsSayWhatTheFileDoesNot() {
    Scenario scenario = world.read(ScenarioWorld.FLEET);
    assertThat(scenario.name()).isEqualTo("scenario");
    assertThat(scenario.clock().tickMillis()).isEqualTo(100);
    IcvSpec icv = scenario.icvs().get(1);
    assertThat(icv.name()).isEqualTo("pilot-2");
    assertThat(icv.plate()).isEmpty();
    assertThat(icv.permitUntil()).isEmpty();
    assertThat(icv.insurance().validUntil()).isEqualTo(Instant.parse("2026-03-03T02:00:00Z"));
    assertThat(icv.recorder()).isEqualTo(new IcvSpec.Recorder(true, 90, 30));
    assertThat(icv.driver().lead()).isEqualTo(Duration.ofSeconds(10));
    assertThat(scenario.operators().get(0).remote().seats()).isEqualTo(1); // 2 over 3, rounded up
    assertThat(scenario.authorities().get(1).platePrefix()).isEqualTo("鄂A试");
    assertThat(scenario.centres().get(0).id()).isEqualTo(AgentId.of("centre", "district"));
    assertThat(scenario.platform().id()).isEqualTo(AgentId.of("platform", "supervision"));
    assertThat(scenario.vehicles())
        .containsExactly(
            new RegisteredVehicle("pilot-1", "robotaxi-l4"),
            new RegisteredVehicle("pilot-2", "robotaxi-l4"));
  }

  @Test
  void settingsReplaceWhatTheFileSays() {
    Scenario scenario = world.read(ScenarioWorld.FLEET, "fleets.pilot.vehicles=3", "seed=5");
    assertThat(scenario.icvs()).hasSize(3);
    assertThat(scenario.seed()).isEqualTo(5);
    assertThat(scenario.resolved().print()).contains("seed: 5");
  }

  @Test
  void readsPlatesAndDeclarations() {
    Scenario scenario =
        world.read(
            ScenarioWorld.HEAD
                + """
                zones: { all: { roads: "*" } }
                fleets:
                  a:
                    vehicles: 1
                    zone: all
                    permit: { plate: { issued: 2024-09-01, valid: 6 months } }
                """);
    IcvSpec icv = scenario.icvs().get(0);
    assertThat(icv.plate())
        .contains(new IcvSpec.Plate("鄂A试-a-1", Instant.parse("2025-02-28T16:00:00Z")));
    assertThat(icv.permitUntil()).contains(Instant.parse("2026-09-03T02:00:00Z"));
  }

  @Test
  void readsTripsOfSeveralVehicles() {
    Scenario scenario =
        world.read(
            ScenarioWorld.FLEET.replace(
                "zone: all }",
                "zone: all, trips: [{at: 10 s, apart: 5 s, every: 4 min, from: street-0-east-0,"
                    + " to: street-0-east-1, purpose: passengers, passengers: 2}] }"));
    var timetable = scenario.operators().get(0).timetable();
    assertThat(timetable)
        .extracting(trip -> trip.after().toSeconds() + " " + trip.vehicle())
        .containsExactly(
            "10 pilot-1", "15 pilot-2", "250 pilot-1", "255 pilot-2", "490 pilot-1", "495 pilot-2");
    assertThat(timetable.get(0).order())
        .isEqualTo(
            new VehicleLetter.SetOut(
                List.of("street-0-east-0", "street-0-east-1"), "passengers", 2, "none"));
  }

  @Test
  void readsApplications() {
    Scenario scenario =
        world.read(
            ScenarioWorld.FLEET.replace(
                "zone: all }", "zone: all, apply: { at: 1 h, renew-before: 10 days } }"),
            "duration=2 days");
    var campaign = scenario.operators().get(0).campaign().orElseThrow();
    assertThat(campaign.stages())
        .containsExactly(
            new OperatorSpec.StageStep(
                "road-test",
                "on-board",
                "all",
                Optional.of(Duration.ofHours(1)),
                Period.ofMonths(18)));
    assertThat(campaign.renewalLead()).contains(Duration.ofDays(10));
    assertThat(campaign.brought()).isEqualTo(new OperatorSpec.Brought(0, 0, 0, 0, false));
    assertThat(campaign.request().find("request.vehicleClass")).isEqualTo("passenger");
    assertThat(campaign.request().find("request.insuranceCny")).isEqualTo(5e6);
  }

  @Test
  void readsFlows() {
    String text =
        ScenarioWorld.HEAD
            + """
            types: { van2: { class: delivery, length: 7 m } }
            traffic:
              - { flow: f, from: street-0-east-0, to: [street-2-*], rate: 1800 veh/h, type: van2 }
            """;
    Scenario scenario = world.read(text);
    List<Departure> departures = scenario.demand().departures();
    assertThat(departures.size()).isBetween(240, 360); // 300 expected, four deviations of 17
    assertThat(departures).isSortedAccordingTo((a, b) -> Long.compare(a.departMs(), b.departMs()));
    assertThat(departures.get(0).vehicle()).isEqualTo("f.0");
    assertThat(departures.get(departures.size() - 1).departMs()).isLessThan(600_000);
    var type = scenario.demand().types().get(departures.get(0).type());
    assertThat(type.id()).isEqualTo("van2");
    assertThat(type.lengthM()).isEqualTo(7);
    assertThat(type.vehicleClass()).isEqualTo(VehicleClass.DELIVERY);
    assertThat(world.read(text).demand().departures().get(7).departMs())
        .isEqualTo(departures.get(7).departMs());
    assertThat(world.read(text, "seed=2").demand().departures().get(7).departMs())
        .isNotEqualTo(departures.get(7).departMs());
  }

  @Test
  void readsHowATypeIsControlled() {
    String text =
        ScenarioWorld.HEAD
            + """
            types:
              car:
                model: cacc
                headway: 0.6 s
                action-step: 0.4 s
                coolness: 0.5
                lane-change:
                  { model: mobil, strategic: 2, cooperative: 0.5, speed-gain: 0, keep-right: 3,
                    assertive: 1.5, politeness: 0.1, threshold: 0.3, safe-deceleration: 3 m/s2,
                    bias: 0.4 }
                path-acc: { gap: 0.2, closing-rate: 0.7 }
                cacc: { gap-rate: 0.0125, fallback-headway: 1.4 s }
                rss: { on: true, response: 0.5 s, brake-max: 9 m/s2, lateral-margin: 0.2 m }
              plain: {}
            traffic:
              - { flow: f, from: street-0-east-0, to: [street-2-*], rate: 1800 veh/h, type: car }
              - { flow: g, from: street-0-east-0, to: [street-2-*], rate: 1800 veh/h, type: plain }
            """;
    var types = world.read(text).demand().types();
    var car = types.get(0);
    assertThat(car.model()).isEqualTo(VehicleType.Model.CACC);
    assertThat(car.tauS()).isEqualTo(0.6);
    assertThat(car.actionStepS()).isEqualTo(0.4);
    assertThat(car.laneChange())
        .isEqualTo(
            new LaneChange(
                LaneChangeModel.MOBIL, 2, 0.5, 0, 3, 1.5, new MobilParameters(0.1, 0.3, 3, 0.4)));
    assertThat(car.automation())
        .isEqualTo(
            new Automation(
                0.5,
                new AccGains(0.4, 0.2, 0.07, 0.04, 0.7, 0.8, 0.23),
                new CaccGains(0.4, 0.45, 0.0125, 0.005, 0.05, 0.45, 0.05, 1.4),
                new RssEnvelope(true, 0.5, 2, 3.5, 4, 9, 3, 0.2, 0.8, 0.2)));
    assertThat(types.get(1).automation()).isEqualTo(Automation.DEFAULT);
    assertThat(types.get(1).laneChange()).isEqualTo(LaneChange.DEFAULT);
  }

  @Test
  void readsRouteFilesUntilTheRoadsAreEmpty() {
    world.write(
        "r.rou.xml",
        """
        <routes>
          <vehicle id="v" depart="3"><route edges="street-0-east-0 street-0-east-1"/></vehicle>
        </routes>
        """);
    Scenario scenario =
        world.read("testroad: 1\nnetwork: net.xml\ntraffic: [{routes: r.rou.xml}]\n");
    assertThat(scenario.untilEmpty()).isTrue();
    assertThat(scenario.lastTick()).isEqualTo(Clock.NEVER);
    assertThat(scenario.demand().departures().get(0).departMs()).isEqualTo(3000);
    assertThat(scenario.policy().rules()).isEmpty();
  }

  @Test
  void readsSumoConfigurations() {
    world.write(
        "r.rou.xml",
        """
        <routes>
          <vehicle id="early" depart="3"><route edges="street-0-east-0"/></vehicle>
          <vehicle id="v" depart="13"><route edges="street-0-east-0"/></vehicle>
        </routes>
        """);
    world.write(
        "run.sumocfg",
        """
        <configuration>
          <input><net-file value="net.xml"/><route-files value="r.rou.xml"/></input>
          <time><begin value="10"/><end value="110"/></time>
        </configuration>
        """);
    Scenario scenario = world.read("testroad: 1\ntraffic: [{sumo: run.sumocfg}]\n");
    assertThat(scenario.clock().tickMillis()).isEqualTo(1000);
    assertThat(scenario.lastTick()).isEqualTo(100);
    assertThat(scenario.demand().departures()).extracting(Departure::vehicle).containsExactly("v");
    assertThat(scenario.demand().departures().get(0).departMs()).isEqualTo(3000);
  }

  @Test
  void readsTheScript() {
    Scenario scenario =
        world.read(
            ScenarioWorld.FLEET
                + """
                traffic: [{flow: f, from: street-0-east-0, to: street-0-east-1, rate: 60 veh/h}]
                weather: [{at: 30 s, state: heavy-rain}]
                script:
                  - { at: 30 s, stall: { vehicle: pilot-1, cause: flat-tyre, can-move: true } }
                  - { at: 31 s, stall: { vehicle: f.0 } }
                  - { at: 31 s, close-lane: { road: street-0-east-1, lane: 1 } }
                  - { at: 32 s, open-lane: { road: street-0-east-1 } }
                  - { at: 33 s, limit-speed: { road: street-0-east-1, speed: 36 km/h } }
                  - { at: 34 s, set-program: { signal: crossing-1-1, program: flashing } }
                  - { at: 35 s, fail-signal: { signal: crossing-1-1 } }
                  - { at: 36 s, mend-signal: { signal: crossing-1-1 } }
                  - { at: 37 s, set-out: { vehicle: pilot-2, from: street-0-east-0, to: street-0-east-1 } }
                  - { at: 38 s, reroute: { vehicle: f.0, roads: [street-0-east-0, street-0-east-1] } }
                  - { at: 39 s, remove: { vehicle: f.0 } }
                  - { at: 40 s, mend: { vehicle: pilot-1 } }
                  - { when: incident.open > 0, do: { mend: { vehicle: f.0 } } }
                """);
    List<Scripted> script = scenario.script();
    assertThat(script).hasSize(11);
    assertThat(script.get(0).tick()).isEqualTo(300);
    assertThat(script.get(0).decisions()).containsExactly(new RoadDecision.SetWeather(0.8, 1.3));
    assertThat(script.get(0).letters())
        .containsExactly(
            new Addressed(
                AgentId.vehicle("pilot-1"), new VehicleLetter.WeatherTurned("heavy-rain")),
            new Addressed(
                AgentId.vehicle("pilot-2"), new VehicleLetter.WeatherTurned("heavy-rain")),
            new Addressed(
                AgentId.vehicle("pilot-1"), new VehicleLetter.FaultArises("flat-tyre", true)));
    assertThat(script.get(0).events()).hasSize(1);
    assertThat(script.get(1).decisions())
        .containsExactly(
            new RoadDecision.Halt("f.0", 4, false),
            new RoadDecision.CloseLane("street-0-east-1", 1));
    assertThat(script.get(2).decisions())
        .containsExactly(new RoadDecision.OpenLane("street-0-east-1", -1));
    assertThat(script.get(3).decisions())
        .containsExactly(new RoadDecision.LimitSpeed("street-0-east-1", 10));
    assertThat(script.get(4).letters())
        .containsExactly(
            new Addressed(
                AgentId.of("signal", "crossing-1-1"), new SignalLetter.ProgramDue("flashing")));
    assertThat(script.get(5).letters().get(0).letter())
        .isEqualTo(new SignalLetter.SignalFails("off"));
    assertThat(script.get(6).letters().get(0).letter()).isEqualTo(new SignalLetter.SignalMended());
    assertThat(script.get(7).letters().get(0).letter()).isInstanceOf(VehicleLetter.SetOut.class);
    assertThat(script.get(8).decisions().get(0)).isInstanceOf(RoadDecision.Reroute.class);
    assertThat(script.get(9).decisions()).containsExactly(new RoadDecision.Remove("f.0"));
    assertThat(script.get(10).letters().get(0).letter()).isEqualTo(new VehicleLetter.FaultMended());
    assertThat(scenario.conditionals().get(0).decisions())
        .containsExactly(new RoadDecision.Resume("f.0"));
  }

  @Test
  void readsCentreSensorsAndSignals() {
    Scenario scenario =
        world.read(
            ScenarioWorld.HEAD
                + """
                centre:
                  name: city
                  units: [{ name: tow, station: street-0-east-0, work: 4 min }]
                platform: { latency: 1 s }
                sensors: [{ name: cam, roads: [street-0-*], probability: 0.5 }]
                signals: { crossing-1-1: { plan: [{ at: 2 min, program: off }] } }
                authorities: { traffic-police: { plate-time: 2 h } }
                """);
    var centre = scenario.centres().get(0);
    assertThat(centre.units().get(0).work().orElseThrow().a()).isEqualTo(240);
    assertThat(centre.units().get(0).centre()).isEqualTo(AgentId.of("centre", "city"));
    assertThat(scenario.vehicles()).containsExactly(new RegisteredVehicle("tow", "tow-truck"));
    assertThat(scenario.demand().types())
        .singleElement()
        .satisfies(t -> assertThat(t.vehicleClass()).isEqualTo(VehicleClass.EMERGENCY));
    assertThat(scenario.platform().latency().toSeconds()).isEqualTo(1);
    var camera = scenario.sensors().get(0);
    assertThat(camera.roads()).hasSize(4);
    assertThat(camera.detections())
        .containsEntry("debris", new Detection(0.5, Duration.ofSeconds(30)));
    assertThat(scenario.signals().get(0).plan().get(0).program()).isEqualTo("off");
    assertThat(scenario.authorities().get(1).times().plate())
        .isEqualTo(new Term(2, Term.Unit.HOURS));
  }

  @Test
  void readsExpectations() {
    Scenario scenario =
        world.read(
            ScenarioWorld.HEAD
                + """
                expect:
                  - { name: a, always: incident.open < 2 }
                  - name: b
                    whenever: event.type == 'incident-verified'
                    eventually: event.type == 'unit-dispatched'
                    within: 60 s
                """);
    Expectation b = scenario.expectations().get(1);
    assertThat(b.kind()).isEqualTo(Expectation.Kind.EVENTUALLY);
    assertThat(b.withinTicks()).hasValue(600);
    assertThat(b.whenever()).map(Object::toString).contains("event.type == 'incident-verified'");
    assertThat(scenario.expectations().get(0).whenever()).isEqualTo(Optional.empty());
  }

  @Test
  void parametersReachThePolicy() {
    Scenario scenario = world.read(ScenarioWorld.HEAD + "parameters: { most: 7 }\n");
    assertThat(scenario.policy().parameters().get("most").value()).isEqualTo(7L);
  }

  @Test
  void readsWhatMakesCases() {
    Scenario scenario =
        world.read(
            ScenarioWorld.FLEET
                + """
                script:
                  - { at: 1 s, upload-fails: { vehicle: pilot-1 } }
                  - { at: 2 s, mend-upload: { vehicle: pilot-1 } }
                  - { at: 3 s, forge-plate: { vehicle: pilot-2, number: A12345 } }
                  - { at: 4 s, map-error: { vehicle: pilot-2, road: street-0-east-0 } }
                  - { at: 5 s, crash: { vehicle: pilot-1, severity: death, speed: 36 km/h } }
                  - { at: 6 s, change: { fleet: pilot, kind: software, value: "2.0" } }
                  - { at: 7 s, geofence: { name: fire, zone: all, for: 1 h, leave-within: 5 min } }
                  - { at: 8 s, lift-geofence: { name: fire } }
                """);
    assertThat(scenario.script().stream().map(Scripted::letters))
        .map(letters -> letters.get(0).to() + " " + letters.get(0).letter() + " " + letters.size())
        .containsExactly(
            "vehicle:pilot-1 UploadFails[cause=link-lost] 1",
            "vehicle:pilot-1 UploadMended[] 1",
            "vehicle:pilot-2 PlateForged[number=A12345] 1",
            "vehicle:pilot-2 MapErrs[road=street-0-east-0] 1",
            "vehicle:pilot-1 CrashScripted[facts={collision.canMove=true, collision.kind=rear-end,"
                + " collision.otherKind=vehicle, collision.severity=death,"
                + " collision.speedMps=10.0}, responsibility=full] 1",
            "vehicle:pilot-1 ChangeMade[kind=software, value=2.0] 2",
            "vehicle:pilot-1 GeofenceOrdered[geofence=fire, zone=all, roads=[], lastsS=3600.0,"
                + " leaveWithinS=300.0] 3",
            "vehicle:pilot-1 GeofenceLifted[geofence=fire] 3");
  }

  @Test
  void readsCheckpointsAndHours() {
    Scenario scenario =
        world.read(
            ScenarioWorld.HEAD
                + """
                zones:
                  all: { roads: "*", hours: [09:00-17:00, 19:00-07:00] }
                fleets:
                  pilot:
                    vehicles: 1
                    zone: all
                    crew: remote
                    software: "2.1"
                    seats: 6
                    permit: { plate: { painted: A12345 } }
                sensors:
                  - { name: eye, roads: street-0-east-0 }
                  - { name: gate, kind: checkpoint, roads: street-0-east-0 }
                """);
    assertThat(scenario.sensors()).hasSize(1);
    assertThat(scenario.checkpoints())
        .containsExactly(
            new CheckpointSpec(
                AgentId.of("checkpoint", "gate"),
                java.util.Set.of("street-0-east-0"),
                new CheckpointSpec.Plates(0.9, 0.8, 0.5, "鄂A试"),
                new CheckpointSpec.Suspicion(0.95, 0.0001, Duration.ofSeconds(1)),
                AgentId.of("authority", "traffic-police"),
                AgentId.of("centre", "district")));
    var icv = scenario.icvs().get(0);
    assertThat(icv.painted()).isEqualTo("A12345");
    assertThat(icv.crew()).isEqualTo("remote");
    assertThat(icv.make().seats()).isEqualTo(6);
    assertThat(icv.make().software()).isEqualTo("2.1");
    assertThat(icv.zone().isOpenAt(java.time.LocalTime.of(8, 0))).isFalse();
    assertThat(icv.zone().isOpenAt(java.time.LocalTime.of(16, 59))).isTrue();
    assertThat(icv.zone().isOpenAt(java.time.LocalTime.of(3, 0))).isTrue();
  }
}
