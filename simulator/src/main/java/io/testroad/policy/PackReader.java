package io.testroad.policy;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Scalar;
import io.testroad.yaml.YamlReader;
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

  private static final int MAX_CHAIN = 16;

  private final Findings findings;
  private final List<Path> chain = new ArrayList<>();

  PackReader(Findings findings) {
    this.findings = findings;
  }

  /** The pack of a file; empty when it can't be read at all. */
  Optional<Pack> read(Path file) {
    chain.add(file.toAbsolutePath().normalize());
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
    SortedMap<String, RawRule> noRules = new TreeMap<>();
    SortedMap<String, RawRule> rules =
        new RuleReader(id.map(Scalar::text).orElse(""), findings)
            .read(reader, base.map(Pack::rules).orElse(noRules));
    reader.finish();
    if (extended.isPresent() && base.isEmpty()) {
      return Optional.empty(); // what is missing would be reported as unknown
    }
    return id.flatMap(i -> name.map(n -> new Pack(i.text(), n, parameters, faulty, rules)));
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
