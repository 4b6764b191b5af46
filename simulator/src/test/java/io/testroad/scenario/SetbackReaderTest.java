package io.testroad.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.AgentId;
import io.testroad.incident.CentreLevel;
import io.testroad.incident.CentreSpec;
import io.testroad.incident.UnitKind;
import io.testroad.vehicle.DrawnTime;
import io.testroad.vehicle.Fallback;
import io.testroad.vehicle.OperatorSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong with fleets, as scenarios say it. */
class SetbackReaderTest {

  private static final String HEAD = ScenarioWorld.HEAD + "zones: { all: { roads: \"*\" } }\n";

  @TempDir Path folder;
  private ScenarioWorld world;

  @BeforeEach
  void build() {
    world = new ScenarioWorld(folder, ScenarioWorld.grid());
  }

  @Test
  void nothingGoesWrongWhereNothingIsSaid() {
    Scenario scenario = world.read(ScenarioWorld.FLEET);
    Fallback fallback = scenario.icvs().get(0).fallback();
    assertThat(fallback.takeover()).isEqualTo(Fallback.PLAIN.takeover());
    assertThat(fallback.manoeuvre().kind()).isEqualTo("aside");
    assertThat(fallback.rates().each()).isEmpty();
    assertThat(fallback.help()).isEqualTo(Fallback.PLAIN.telling(true).help());
    assertThat(scenario.operators().get(0).emergencies().police()).isEmpty();
    assertThat(scenario.centres()).hasSize(1);
  }

  @Test
  void readsAllOfAFleet() {
    Scenario scenario =
        world.read(
            HEAD
                + """
                fleets:
                  pilot:
                    vehicles: 2
                    zone: all
                    operator:
                      seats: 1
                      session-time: 60 s
                      time-family: exponential
                      report-delay: 45 s
                    safety-driver:
                      { place: remote, reaction: 6.06 s, reaction-deviation: 2.39 s, late: true }
                    faults: { stalls: 0.2, positioning-lost: 1, positioning-lasts: 40 s }
                    minimal-risk:
                      { stops: safe-place, safe-places: street-0-east-*, within: 2 km }
                    assistance: { per-1000-km: 125, per-hour: 2, patience: 20 s }
                    restart: { needs-crew: 0.1, per-minute: 6 }
                    losses: { on-back-end-loss: minimal-risk, v2x-fallback-type: taxi }
                    courtesy: { pause: 30 s }
                    rescue: { crews: 3, stations: [street-0-east-0, street-1-east-0] }
                """);
    Fallback fallback = scenario.icvs().get(1).fallback();
    assertThat(fallback.takeover().late()).isTrue();
    assertThat(fallback.takeover().sigma())
        .isCloseTo(0.380, org.assertj.core.data.Offset.offset(0.001));
    assertThat(fallback.manoeuvre().safePlaces())
        .containsExactly("street-0-east-0", "street-0-east-1");
    assertThat(fallback.manoeuvre().withinM()).isEqualTo(2000);
    assertThat(fallback.rates().each())
        .isEqualTo(
            Map.of(
                "assistance", 125 / 1e6,
                "assistance-by-time", 2 / 3600.0,
                "positioning", 1 / 1e6,
                "stall", 0.2 / 1e6));
    assertThat(fallback.rates().shadow()).contains("street-1-east-0");
    assertThat(fallback.losses())
        .isEqualTo(
            new Fallback.Losses(30 / 3.6, Duration.ofSeconds(10), true, "robotaxi-l4", "taxi"));
    assertThat(fallback.help())
        .isEqualTo(
            new Fallback.Help(
                Optional.of(Duration.ofSeconds(20)),
                true,
                0.1,
                true,
                Duration.ofSeconds(30),
                true));
    OperatorSpec operator = scenario.operators().get(0);
    assertThat(operator.remote())
        .isEqualTo(
            new OperatorSpec.Remote(
                1,
                new DrawnTime("exponential", Duration.ofSeconds(20), 0),
                new DrawnTime("exponential", Duration.ofSeconds(60), 0),
                6));
    assertThat(operator.emergencies())
        .isEqualTo(
            new OperatorSpec.Emergencies(
                Optional.of(AgentId.of("centre", "district")),
                Duration.ofSeconds(45),
                Optional.of(AgentId.of("centre", "pilot-rescue")),
                Duration.ofSeconds(10),
                true));
  }

  @Test
  void theCrewsHaveADesk() {
    Scenario scenario =
        world.read(
            HEAD
                + "fleets: {f: {vehicles: 1, zone: all, rescue: {crews: 3, stations:"
                + " [street-0-east-0, street-1-east-0]}}}\n");
    CentreSpec desk = scenario.centres().get(1);
    assertThat(desk.id()).isEqualTo(AgentId.of("centre", "f-rescue"));
    assertThat(desk.level()).isEqualTo(CentreLevel.OPERATOR);
    assertThat(desk.area()).isEqualTo(Set.of());
    assertThat(desk.units().stream().map(unit -> unit.name() + " " + unit.station()))
        .containsExactly(
            "f-crew-1 street-0-east-0", "f-crew-2 street-1-east-0", "f-crew-3 street-0-east-0");
    assertThat(desk.units()).allMatch(unit -> unit.kind() == UnitKind.FIELD_CREW);
    assertThat(scenario.vehicles()).contains(new RegisteredVehicle("f-crew-2", "crew-van"));
  }

  @Test
  void anOutageGoesToVehiclesAndTheirOperator() {
    Scenario scenario =
        world.read(
            ScenarioWorld.FLEET
                + "script: [{at: 1 s, outage: {what: back-end, name: cloud, vehicles: '*-2',"
                + " share: 0.5, within: 3 min, lasts: 1 h, needs: remote-restart,"
                + " needs-crew: 0.2}}]\n");
    List<String> letters =
        scenario.script().get(0).letters().stream().map(l -> l.to() + " " + l.letter()).toList();
    String outage =
        " OutageBegins[outage=cloud, kind=back-end, software=, zone=, share=0.5, withinS=180.0,"
            + " lastsS=3600.0, needsRestart=true, crewShare=0.2, vehicles=1]";
    assertThat(letters).containsExactly("vehicle:pilot-2" + outage, "operator:pilot" + outage);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "faults: {stalls: -1}|out-of-range 'stalls' is -1.0. It must be from 0.0 to 1000000.0.",
        "faults: {positioning-zone: al}|unknown-zone There is no zone 'al'. Did you mean 'all'?",
        "minimal-risk: {stops: safe-place}|no-safe-place The vehicles are to stop at safe places,"
            + " and there are none. Name roads as 'safe-places', or let them stop at the shoulder.",
        "minimal-risk: {stops: sholder}|unknown-value 'stops' can't be the value 'sholder'. Did you"
            + " mean 'shoulder'?",
        "restart: {needs-crew: 2}|out-of-range 'needs-crew' is 2.0. It must be from 0.0 to 1.0.",
        "losses: {v2x-fallback-type: taxy}|unknown-type There is no vehicle type 'taxy'. Did you"
            + " mean 'taxi'?",
        "rescue: {crews: 1, stations: street}|unknown-road The network has no road 'street'.",
        "rescue: {stations: street-0-east-0}|missing-key 'rescue' needs the key 'crews'.",
        "assistance: {patience: 20}|missing-unit The duration '20' has no unit. Use one of ms, s,"
            + " min, h, day, days."
      })
  void findingsOfFleets(String part, String found) {
    List<String> findings =
        world.findings(HEAD + "fleets: {f: {vehicles: 1, zone: all, " + part + "}}\n");
    assertThat(findings).singleElement().asString().endsWith(" " + found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "outage: {what: sensors}|unknown-value 'what' can't be the value 'sensors'. Did you mean"
            + " 'sensor'?",
        "outage: {what: v2x, fleets: pilt}|unknown-fleet There is no fleet 'pilt'. Did you mean"
            + " 'pilot'?",
        "outage: {what: v2x, vehicles: pilot-9}|unknown-vehicle There is no ICV 'pilot-9'. Did you"
            + " mean 'pilot-1'?",
        "outage: {what: v2x, lasts: 1 min, within: 2 min}|out-of-range The outage is over before it"
            + " has struck. 'lasts' counts from its beginning and must not be less than 'within'.",
        "geofence: {name: fire}|missing-key A geofence needs 'zone' or 'roads'."
      })
  void findingsOfActions(String action, String found) {
    List<String> findings =
        world.findings(ScenarioWorld.FLEET + "script: [{at: 1 s, " + action + "}]\n");
    assertThat(findings).singleElement().asString().endsWith(" " + found);
  }
}
