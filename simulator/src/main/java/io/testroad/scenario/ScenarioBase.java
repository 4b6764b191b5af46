package io.testroad.scenario;

import io.testroad.finding.Findings;
import io.testroad.yaml.Mapping;
import io.testroad.yaml.Node;
import io.testroad.yaml.Scalar;
import io.testroad.yaml.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A scenario that rests on another of its folder, its base: whatever it says takes the place of
 * what the base says, mappings key by key, all else as a whole; a key without a value leaves out
 * what the base has.
 *
 * <p>Errors: {@code base-cycle}, {@code base-elsewhere}, and those of {@link InputFiles}.
 */
final class ScenarioBase {

  private static final String BASE = "base";
  private static final int DEEPEST = 4;

  private final InputFiles files;
  private final Findings findings;

  ScenarioBase(InputFiles files, Findings findings) {
    this.files = files;
    this.findings = findings;
  }

  /** The whole scenario; empty when a base is faulty. */
  Optional<Node> complete(Node written) {
    return complete(written, DEEPEST);
  }

  private Optional<Node> complete(Node written, int left) {
    if (!(written instanceof Mapping mapping)
        || !(mapping.find(BASE).orElse(null) instanceof Scalar name)) {
      return Optional.of(written);
    }
    if (left == 0) {
      findings.error(
          "base-cycle",
          name.position(),
          "Scenarios rest on one another in more than " + DEEPEST + " steps, or in a circle.",
          "Name the scenario at the bottom.");
      return Optional.empty();
    }
    return find(name)
        .flatMap(file -> YamlReader.read(file, findings))
        .flatMap(base -> complete(base, left - 1))
        .map(base -> over(base, without(mapping)));
  }

  private Optional<Path> find(Scalar name) {
    if (name.text().contains("/") || name.text().contains("\\")) {
      findings.error(
          "base-elsewhere",
          name.position(),
          "'" + name.text() + "' isn't a file's name.",
          "A base lies in the same folder, so that the paths in it hold for both.");
      return Optional.empty();
    }
    return files.find(name);
  }

  private static Mapping without(Mapping mapping) {
    return new Mapping(
        mapping.entries().stream().filter(entry -> !entry.key().equals(BASE)).toList(),
        mapping.position());
  }

  private static Node over(Node base, Node own) {
    if (!(base instanceof Mapping below) || !(own instanceof Mapping above)) {
      return own;
    }
    List<Mapping.Entry> entries = new ArrayList<>();
    for (Mapping.Entry entry : below.entries()) {
      Mapping.Entry kept =
          above.entries().stream()
              .filter(mine -> mine.key().equals(entry.key()))
              .findFirst()
              .map(
                  mine ->
                      new Mapping.Entry(
                          mine.key(), mine.keyPosition(), over(entry.value(), mine.value())))
              .orElse(entry);
      entries.add(kept);
    }
    for (Mapping.Entry entry : above.entries()) {
      if (below.find(entry.key()).isEmpty()) {
        entries.add(entry);
      }
    }
    return new Mapping(entries, above.position());
  }
}
