package io.testroad.incident;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.policy.Label;
import io.testroad.policy.Parameter;
import io.testroad.policy.ParameterReader;
import io.testroad.policy.SourceReader;
import io.testroad.yaml.Mapping;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import io.testroad.yaml.Scalar;
import io.testroad.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a plan file and, before it, those it extends. */
final class PlanFileReader {

  /** The version of the format. */
  static final long VERSION = 1;

  /** How many files may extend one another in a row. */
  static final int MAX_CHAIN = 16;

  /** How large a file may be. */
  static final int MAX_BYTES = 4 << 20;

  /** How many plans a book may have, those it inherits included; classes of severity as well. */
  static final int MAX_PLANS = 500;

  /** How many parameters it may have. */
  static final int MAX_PARAMETERS = 1_000;

  private static final Label MISSING = new Label("", "");

  private final Findings findings;
  private final List<Path> chain = new ArrayList<>();

  PlanFileReader(Findings findings) {
    this.findings = findings;
  }

  /** What is written in a file; empty when it can't be read at all. */
  Optional<PlanFile> read(Path file) {
    chain.add(file.toAbsolutePath().normalize());
    if (!isSmall(file)) {
      return Optional.empty();
    }
    return YamlReader.read(file, findings)
        .flatMap(root -> MappingReader.of(root, "a plan book", findings))
        .flatMap(reader -> book(file, reader));
  }

  private Optional<PlanFile> book(Path file, MappingReader reader) {
    if (reader.require("testroad-plan").isPresent()) {
      reader.findLong("testroad-plan", VERSION, VERSION);
    }
    Optional<Scalar> name = SourceReader.id(reader, "name", "plan book", findings);
    Optional<Label> label = SourceReader.label(reader, "label");
    Optional<Scalar> extended = reader.findScalar("extends");
    Optional<PlanFile> base = extended.flatMap(path -> base(file, path));
    ParameterReader parameterReader = new ParameterReader(findings);
    SortedMap<String, Parameter> none = new TreeMap<>();
    SortedMap<String, Parameter> parameters =
        parameterReader.read(reader, base.map(PlanFile::parameters).orElse(none));
    Set<String> faulty = new TreeSet<>(base.map(PlanFile::faulty).orElse(Set.of()));
    faulty.addAll(parameterReader.faulty());
    Map<String, Node> inheritedClasses =
        new LinkedHashMap<>(base.map(PlanFile::severities).orElse(Map.of()));
    Map<String, Node> inheritedPlans =
        new LinkedHashMap<>(base.map(PlanFile::plans).orElse(Map.of()));
    boolean unread = extended.isPresent() && base.isEmpty();
    for (Node item : reader.list("without")) {
      leaveOut(item, inheritedClasses, inheritedPlans, unread);
    }
    Map<String, Node> severities = merged(own(reader, "severity", "name"), inheritedClasses);
    Map<String, Node> plans = merged(own(reader, "plans", "id"), inheritedPlans);
    reader.finish();
    tooMany(file, parameters.size(), MAX_PARAMETERS, "parameters");
    tooMany(file, severities.size(), MAX_PLANS, "classes of severity");
    tooMany(file, plans.size(), MAX_PLANS, "plans");
    if (unread) {
      return Optional.empty(); // what is missing would be reported as unknown
    }
    return Optional.of(
        new PlanFile(
            name.map(Scalar::text).orElse(""),
            label.orElse(MISSING),
            parameters,
            parameterReader.declared(),
            faulty,
            severities,
            plans));
  }

  /** A file's own items by name; those without a proper one under a name of their own. */
  private Map<String, Node> own(MappingReader reader, String list, String key) {
    Map<String, Node> own = new LinkedHashMap<>();
    for (Node item : reader.list(list)) {
      String name = nameOf(item, key);
      String place = name.isEmpty() ? "#" + own.size() : name;
      Node first = own.putIfAbsent(place, item);
      if (first != null) {
        findings.error(
            "duplicate-plan",
            item.position(),
            "'" + name + "' stands in line " + first.position().line() + " already.",
            "Give each a " + key + " of its own.");
      }
    }
    return own;
  }

  private static String nameOf(Node item, String key) {
    if (item instanceof Mapping mapping) {
      for (Mapping.Entry entry : mapping.entries()) {
        if (entry.key().equals(key) && entry.value() instanceof Scalar name) {
          return name.text();
        }
      }
    }
    return "";
  }

  /** Own items that are new before those inherited; others in the place of the inherited one. */
  private static Map<String, Node> merged(Map<String, Node> own, Map<String, Node> inherited) {
    Map<String, Node> merged = new LinkedHashMap<>();
    own.forEach(
        (name, item) -> {
          if (!inherited.containsKey(name)) {
            merged.put(name, item);
          }
        });
    inherited.forEach((name, item) -> merged.put(name, own.getOrDefault(name, item)));
    return merged;
  }

  private void leaveOut(
      Node item, Map<String, Node> severities, Map<String, Node> plans, boolean unread) {
    String name = item instanceof Scalar scalar ? scalar.text() : "";
    boolean severity = severities.remove(name) != null;
    boolean plan = plans.remove(name) != null;
    if (!severity && !plan && !unread) {
      Set<String> known = new TreeSet<>(severities.keySet());
      known.addAll(plans.keySet());
      findings.error(
          "unknown-plan",
          item.position(),
          "No plan or class of severity '" + name + "' is inherited.",
          MappingReader.meant(name, known));
    }
  }

  private void tooMany(Path file, int count, int most, String what) {
    if (count > most) {
      findings.error(
          "plan-too-large",
          Position.of(file.toString()),
          "The book has " + count + " " + what + ", those it inherits included.",
          "It can have " + most + ".");
    }
  }

  private boolean isSmall(Path file) {
    try {
      if (Files.size(file) <= MAX_BYTES) {
        return true;
      }
    } catch (IOException e) {
      return true; // what is wrong with it is found as it is read
    }
    findings.error(
        "file-too-large",
        Position.of(file.toString()),
        "The plan file is larger than " + (MAX_BYTES >> 20) + " MiB.",
        "Make several files of it that extend one another.");
    return false;
  }

  private Optional<PlanFile> base(Path file, Scalar written) {
    Path base;
    try {
      base = Path.of(written.text());
    } catch (InvalidPathException e) {
      return refuse("plan-extends", written.position(), "This can't be a path.");
    }
    if (base.isAbsolute() || written.text().isBlank()) {
      return refuse(
          "plan-extends", written.position(), "A book is extended by its path from this file.");
    }
    Path resolved = file.resolveSibling(base).normalize();
    if (chain.contains(resolved.toAbsolutePath().normalize())) {
      return refuse(
          "plan-extends-cycle", written.position(), "The book extends itself by way of this.");
    }
    if (chain.size() >= MAX_CHAIN) {
      return refuse(
          "plan-extends", written.position(), "More than " + MAX_CHAIN + " books in a chain.");
    }
    int before = findings.errors();
    Optional<PlanFile> read = read(resolved);
    if (read.isEmpty() && findings.errors() > before) {
      refuse("plan-extends", written.position(), "The book extended here has errors.");
    }
    return read;
  }

  private Optional<PlanFile> refuse(String code, Position position, String message) {
    findings.error(code, position, message, "");
    return Optional.empty();
  }
}
