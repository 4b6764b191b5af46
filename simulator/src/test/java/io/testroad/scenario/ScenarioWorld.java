package io.testroad.scenario;

import io.testroad.finding.Finding;
import io.testroad.finding.Findings;
import io.testroad.network.GridNetwork;
import io.testroad.network.Network;
import io.testroad.network.SumoNetworkWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A folder with a small network and a policy, in which scenarios of text blocks are read. */
final class ScenarioWorld {

  /** The beginning of a sound scenario without fleets. */
  static final String HEAD =
      """
      testroad: 1
      network: net.xml
      policy: policy.yaml
      start: 2025-03-03T10:00:00+08:00
      duration: 10 min
      """;

  /** A sound scenario with a fleet of two. */
  static final String FLEET =
      HEAD
          + """
          zones:
            all: { roads: "*" }
          fleets:
            pilot: { vehicles: 2, zone: all }
          """;

  private static final String POLICY =
      """
      testroad-policy: 1
      id: tiny
      name: { en: Tiny, zh: 小 }
      parameters:
        most:
          value: 3
          meaning: a number
          source: { instrument: none, article: "1", grade: assumption }
      rules:
        - id: tiny-rule
          title: { en: A rule, zh: 规则 }
          source: { instrument: none, article: "1", grade: assumption }
          on: trip-requested
          require: vehicle.passengers <= parameters.most
          otherwise:
            - refuse: Too many.
      """;

  private final Path folder;

  ScenarioWorld(Path folder, Network network) {
    this.folder = folder;
    write("policy.yaml", POLICY);
    try {
      SumoNetworkWriter.write(network, folder.resolve("net.xml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<Scenario> read(String text, Findings findings, String... sets) {
    Path file = write("scenario.yaml", text);
    return ScenarioReader.read(file, List.of(sets), OptionalLong.empty(), findings);
  }

  /** A scenario that must be sound. */
  Scenario read(String text, String... sets) {
    Findings findings = new Findings();
    Optional<Scenario> scenario = read(text, findings, sets);
    if (!findings.list().isEmpty() || scenario.isEmpty()) {
      throw new AssertionError(findings.list());
    }
    return scenario.get();
  }

  /** The findings of a text, each as {@code line:column code message remedy}. */
  List<String> findings(String text) {
    Findings findings = new Findings();
    read(text, findings);
    return findings.list().stream().map(ScenarioWorld::shown).toList();
  }

  private static String shown(Finding finding) {
    return finding.position().line()
        + ":"
        + finding.position().column()
        + " "
        + finding.code()
        + " "
        + finding.message()
        + (finding.remedy().isEmpty() ? "" : " " + finding.remedy());
  }

  /** Nine crossings, the middle one with a signal. */
  static Network grid() {
    return new GridNetwork(3, 3, 200, 2, 13.89, true).generate();
  }
}
