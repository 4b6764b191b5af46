package io.testroad.scenario;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.yaml.Mapping;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import io.testroad.yaml.NodePath;
import io.testroad.yaml.Scalar;
import io.testroad.yaml.Setting;
import io.testroad.yaml.YamlReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads scenario files.
 *
 * <p>Errors: those of {@link YamlReader}, {@link MappingReader}, {@link
 * io.testroad.policy.PolicyReader}, {@link io.testroad.policy.FactLanguage} and of the readers of
 * networks and demand, and {@code bad-name}, {@code base-cycle}, {@code base-elsewhere}, {@code
 * bad-path}, {@code duplicate-name}, {@code expectation-verb}, {@code expression-mixes-agents},
 * {@code flow-without-end}, {@code incident-needs}, {@code missing-duration}, {@code missing-file},
 * {@code missing-network}, {@code missing-policy}, {@code no-road-matches}, {@code no-route},
 * {@code not-a-rate}, {@code not-a-time}, {@code one-action}, {@code plate-validity}, {@code
 * script-time}, {@code several-sumo}, {@code too-many-departures}, {@code too-many-trips}, {@code
 * unknown-lane}, {@code unknown-program}, {@code unknown-road}, {@code unknown-sensor}, {@code
 * unknown-signal}, {@code unknown-traffic}, {@code unknown-type}, {@code unknown-vehicle}, {@code
 * unknown-zone}, {@code until-empty-with-fleets}. Warnings: {@code after-the-end}.
 */
public final class ScenarioReader {

  private ScenarioReader() {}

  /**
   * The scenario in a file.
   *
   * @param sets settings that replace what the file says, {@code path=value}
   * @param seed replaces the file's
   * @return empty when an error was found; all faults are in the findings
   */
  public static Optional<Scenario> read(
      Path file, List<String> sets, OptionalLong seed, Findings findings) {
    int before = findings.errors();
    InputFiles files = new InputFiles(file, findings);
    ScenarioBase base = new ScenarioBase(files, findings);
    Optional<Node> root = YamlReader.read(file, findings).flatMap(base::complete);
    for (String set : sets) {
      Optional<Setting> setting = Setting.parse(set, findings);
      root = root.flatMap(r -> setting.flatMap(s -> s.applyTo(r, findings)));
    }
    if (seed.isPresent() && root.orElse(null) instanceof Mapping) {
      root = root.flatMap(r -> with(r, "seed", Long.toString(seed.getAsLong()), findings));
    }
    if (root.isEmpty()) {
      return Optional.empty();
    }
    Optional<Scenario> scenario = new ScenarioAssembly(file, files, findings).read(root.get());
    return findings.errors() > before ? Optional.empty() : scenario;
  }

  /** A tree with a plain value for a key. */
  static Optional<Node> with(Node root, String key, String value, Findings findings) {
    Position position = root.position();
    return NodePath.parse(key, position, findings)
        .flatMap(path -> root.with(path, Scalar.plain(value, position), findings));
  }
}
