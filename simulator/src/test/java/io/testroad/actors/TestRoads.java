package io.testroad.actors;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.finding.Findings;
import io.testroad.network.GridNetwork;
import io.testroad.network.SumoNetworkWriter;
import io.testroad.scenario.Scenario;
import io.testroad.scenario.ScenarioReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Small scenarios on a grid of four avenues and three streets. */
final class TestRoads {

  /** Nobody on the road, ever. */
  static final String EMPTY =
      """
      testroad: 1
      name: Empty
      network: town.net.xml
      start: 2025-03-03T10:00:00+08:00
      duration: 60 s
      """;

  /** Traffic, three ICVs of which one stalls, a command centre, a camera, a failing signal. */
  static final String TOWN =
      """
      testroad: 1
      name: Town
      network: town.net.xml
      policy: policy.yaml
      start: 2025-03-03T10:00:00+08:00
      duration: 3 min
      seed: 7
      zones: { town: { roads: [street-*] } }
      fleets:
        pilot:
          vehicles: 3
          zone: town
          permit: { plate: { issued: 2025-01-15 }, declaration: { until: 2026-07-15 } }
          trips:
            - { at: 2 s, apart: 5 s, from: street-1-east-0, via: avenue-1-north-1, to: street-2-east-2 }
      centre:
        verification: 5 s
        units:
          - { name: tow-1, station: street-1-east-0, turnout: 5 s, work: 10 s, work-deviation: 2 s }
      sensors:
        - { name: camera-1, roads: [street-*, avenue-*], latency: 5 s }
      traffic:
        - { flow: east, from: street-1-east-0, to: street-1-east-2, rate: 600 veh/h }
        - { flow: north, from: avenue-1-north-0, to: street-2-east-2, rate: 600 veh/h }
        - { flow: south, from: avenue-2-south-1, to: street-0-west-0, rate: 600 veh/h }
      script:
        - { at: 12 s, stall: { vehicle: pilot-1, cause: sensor-fault } }
        - { at: 30 s, fail-signal: { signal: crossing-1-1, mode: flashing } }
        - { when: incident.open > 0, do: { limit-speed: { road: street-1-east-1, speed: 20 km/h } } }
      expect:
        - { name: the lane is opened, eventually: event.type == 'lane-reopened' }
      """;

  private static final String POLICY =
      """
      testroad-policy: 1
      id: town
      name: { en: Town, zh: 小镇 }
      parameters:
        slowMps:
          value: 9.0
          unit: m/s
          meaning: the speed at which automation ends
          source: { instrument: this test, grade: assumption }
      rules:
        - id: slow
          title: { en: Slow, zh: 慢 }
          source: { instrument: this test, article: "1", grade: assumption }
          on: speed-seen
          require: vehicle.speedMps <= parameters.slowMps
          otherwise: [ { instruct: stop-automation } ]
      """;

  private TestRoads() {}

  /** The scenario of a text, with settings as the command line takes them. */
  static Scenario scenario(String text, String... sets) {
    return scenarioUnder(POLICY, text, sets);
  }

  /** The same under a policy of one's own, which is {@code policy.yaml}. */
  static Scenario scenarioUnder(String rules, String text, String... sets) {
    try {
      Path folder = Files.createTempDirectory("testroad");
      Path network = folder.resolve("town.net.xml");
      Path policy = folder.resolve("policy.yaml");
      Path file = folder.resolve("town.yaml");
      SumoNetworkWriter.write(new GridNetwork(4, 3, 150, 2, 13.9, true).generate(), network);
      Files.writeString(policy, rules);
      Files.writeString(file, text);
      Scenario scenario = read(file, List.of(sets));
      for (Path written : List.of(network, policy, file, folder)) {
        Files.delete(written);
      }
      return scenario;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Scenario read(Path file, List<String> sets) {
    Findings findings = new Findings();
    Optional<Scenario> scenario = ScenarioReader.read(file, sets, OptionalLong.empty(), findings);
    assertThat(findings.list()).isEmpty();
    return scenario.orElseThrow();
  }

  /** The plan of a run with nothing sampled. */
  static ScenarioPlan plan(Scenario scenario, int threads) {
    return ScenarioPlan.of(scenario, new RunOptions(threads, Duration.ZERO));
  }
}
