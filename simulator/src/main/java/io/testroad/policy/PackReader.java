package io.testroad.policy;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import io.testroad.yaml.Scalar;
import io.testroad.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a pack's file and, before it, those it extends. */
final class PackReader {

  /** The version of the format. */
  static final long VERSION = 1;

  /** How many packs may extend one another in a row. */
  static final int MAX_CHAIN = 16;

  /** How large a pack's file may be. */
  static final int MAX_BYTES = 4 << 20;

  /** How many rules a pack may have, those it inherits included. */
  static final int MAX_RULES = 5_000;

  /** How many parameters it may have. */
  static final int MAX_PARAMETERS = 1_000;

  /** How many facts it may declare. */
  static final int MAX_FACTS = 1_000;

  /** How many obligations it may have. */
  static final int MAX_OBLIGATIONS = 1_000;

  private final Findings findings;
  private final List<Path> chain = new ArrayList<>();

  PackReader(Findings findings) {
    this.findings = findings;
  }

  /** The pack of a file; empty when it can't be read at all. */
  Optional<Pack> read(Path file) {
    chain.add(file.toAbsolutePath().normalize());
    if (!isSmall(file)) {
      return Optional.empty();
    }
    return YamlReader.read(file, findings)
        .flatMap(root -> MappingReader.of(root, "a policy pack", findings))
        .flatMap(reader -> pack(file, reader));
  }

  private Optional<Pack> pack(Path file, MappingReader reader) {
    if (reader.require("testroad-policy").isPresent()) {
      reader.findLong("testroad-policy", VERSION, VERSION);
    }
    Optional<Scalar> id = RuleReader.id(reader, "policy", findings);
    Optional<Label> name = SourceReader.label(reader, "name");
    Optional<Scalar> extended = reader.findScalar("extends");
    Optional<Pack> base = extended.flatMap(path -> base(file, path));
    ParameterReader parameterReader = new ParameterReader(findings);
    SortedMap<String, Parameter> noParameters = new TreeMap<>();
    SortedMap<String, Parameter> parameters =
        parameterReader.read(reader, base.map(Pack::parameters).orElse(noParameters));
    Set<String> faulty = new TreeSet<>(base.map(Pack::faulty).orElse(Set.of()));
    faulty.addAll(parameterReader.faulty());
    GivenFacts given =
        GivenFacts.read(reader, base.map(Pack::given).orElse(GivenFacts.NONE), faulty, findings);
    SortedMap<String, ObligationReader.Raw> inheritedObligations =
        new TreeMap<>(base.map(Pack::obligations).orElse(new TreeMap<>()));
    SortedMap<String, RawRule> inheritedRules =
        new TreeMap<>(base.map(Pack::rules).orElse(new TreeMap<>()));
    for (Node item : reader.list("without")) {
      leaveOut(item, inheritedRules, inheritedObligations, extended.isPresent() && base.isEmpty());
    }
    String pack = id.map(Scalar::text).orElse("");
    SortedMap<String, ObligationReader.Raw> obligations =
        new ObligationReader(pack, faulty, findings).read(reader, inheritedObligations);
    SortedMap<String, RawRule> rules = new RuleReader(pack, findings).read(reader, inheritedRules);
    reader.finish();
    tooMany(file, parameters.size(), MAX_PARAMETERS, "parameters");
    tooMany(file, given.byName().size(), MAX_FACTS, "facts");
    tooMany(file, obligations.size(), MAX_OBLIGATIONS, "obligations");
    tooMany(file, rules.size(), MAX_RULES, "rules");
    if (extended.isPresent() && base.isEmpty()) {
      return Optional.empty(); // what is missing would be reported as unknown
    }
    return id.flatMap(
        i ->
            name.map(
                n ->
                    new Pack(
                        i.text(),
                        n,
                        parameters,
                        parameterReader.declared(),
                        faulty,
                        given,
                        obligations,
                        rules)));
  }

  private void leaveOut(
      Node item,
      SortedMap<String, RawRule> rules,
      SortedMap<String, ObligationReader.Raw> obligations,
      boolean unread) {
    String name = item instanceof Scalar scalar ? scalar.text() : "";
    boolean rule = rules.remove(name) != null;
    boolean obligation = obligations.remove(name) != null;
    if (!rule && !obligation && !unread) {
      Set<String> known = new TreeSet<>(rules.keySet());
      known.addAll(obligations.keySet());
      findings.error(
          "unknown-rule",
          item.position(),
          "No rule or obligation '" + name + "' is inherited.",
          Findings.nearest(name, known)
              .map(nearest -> "Did you mean '" + nearest + "'?")
              .orElse(""));
    }
  }

  private void tooMany(Path file, int count, int most, String what) {
    if (count > most) {
      findings.error(
          "policy-too-large",
          Position.of(file.toString()),
          "The pack has " + count + " " + what + ", those it inherits included.",
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
        "The pack is larger than " + (MAX_BYTES >> 20) + " MiB.",
        "Make several packs of it that extend one another.");
    return false;
  }

  private Optional<Pack> base(Path file, Scalar written) {
    Path base;
    try {
      base = Path.of(written.text());
    } catch (InvalidPathException e) {
      return refuse("policy-extends", written.position(), "This can't be a path.");
    }
    if (base.isAbsolute() || written.text().isBlank()) {
      return refuse(
          "policy-extends", written.position(), "A pack is extended by its path from this file.");
    }
    Path resolved = file.resolveSibling(base).normalize();
    if (chain.contains(resolved.toAbsolutePath().normalize())) {
      return refuse(
          "policy-extends-cycle", written.position(), "The pack extends itself by way of this.");
    }
    if (chain.size() >= MAX_CHAIN) {
      return refuse(
          "policy-extends", written.position(), "More than " + MAX_CHAIN + " packs in a chain.");
    }
    int before = findings.errors();
    Optional<Pack> read = read(resolved);
    if (read.isEmpty() && findings.errors() > before) {
      refuse("policy-extends", written.position(), "The pack extended here has errors.");
    }
    return read;
  }

  private Optional<Pack> refuse(String code, Position position, String message) {
    findings.error(code, position, message, "");
    return Optional.empty();
  }
}
