package io.testroad.scenario;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.yaml.Mapping;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import io.testroad.yaml.Scalar;
import io.testroad.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Names that a scenario gives: their form, and that none comes twice. */
final class Names {

  /** What a name looks like. */
  static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

  private final Map<String, String> taken = new TreeMap<>();
  private final Findings findings;

  Names(Findings findings) {
    this.findings = findings;
  }

  /** Whether a key is a name; otherwise a finding {@code bad-name}. */
  static boolean check(Mapping.Entry entry, Findings findings) {
    return check(entry.key(), entry.keyPosition(), findings);
  }

  static boolean check(String name, Position position, Findings findings) {
    if (FORM.matcher(name).matches()) {
      return true;
    }
    findings.error(
        "bad-name",
        position,
        "'" + (name.length() > 70 ? name.substring(0, 70) + "…" : name) + "' can't be a name.",
        "Use letters, digits, '-', '_' and '.', 64 at most, a letter or digit first.");
    return false;
  }

  /** The name of a key that must be there, in good form. */
  static Optional<String> require(MappingReader reader, String key, Findings findings) {
    return reader
        .requireScalar(key)
        .filter(scalar -> check(scalar.text(), scalar.position(), findings))
        .map(Scalar::text);
  }

  /** Takes a name; whether it was free, otherwise a finding {@code duplicate-name}. */
  boolean take(String name, String what, Position position) {
    String first = taken.putIfAbsent(name, what);
    if (first == null) {
      return true;
    }
    findings.error(
        "duplicate-name",
        position,
        "The name '" + name + "' is that of " + first + " already.",
        "Give each its own name.");
    return false;
  }

  /** What bears a name. */
  Optional<String> find(String name) {
    return Optional.ofNullable(taken.get(name));
  }

  /** All names taken. */
  java.util.Set<String> all() {
    return taken.keySet();
  }

  /** The single values of a key that holds one or a list of them. */
  static List<Scalar> texts(MappingReader reader, String key, Findings findings) {
    Optional<Node> node = reader.find(key);
    if (node.isEmpty()) {
      return List.of();
    }
    List<Node> items =
        node.get() instanceof Sequence sequence ? sequence.items() : List.of(node.get());
    List<Scalar> texts = new ArrayList<>();
    for (Node item : items) {
      if (item instanceof Scalar scalar && !scalar.isNull()) {
        texts.add(scalar);
      } else {
        findings.error(
            "wrong-type",
            item.position(),
            "'" + key + "' can't hold " + item.described() + ".",
            "Write a name, or a list of names.");
      }
    }
    return texts;
  }
}
