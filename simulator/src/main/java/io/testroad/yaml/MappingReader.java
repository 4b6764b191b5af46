package io.testroad.yaml;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.units.Dimension;
import io.testroad.units.Quantity;
import java.time.Period;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes a mapping's values key by key and reports what is wrong with them; {@link #finish} reports
 * the keys that nobody asked for.
 *
 * <p>A key whose value is null counts as not there. Errors: {@code missing-key}, {@code
 * unknown-key}, {@code wrong-type}, {@code out-of-range}, {@code unknown-value}, and those of
 * {@link Quantity}. Not thread-safe.
 */
public final class MappingReader {

  private final Mapping mapping;
  private final String what;
  private final Findings findings;
  private final Map<String, Node> values = new HashMap<>();
  private final Set<String> known = new LinkedHashSet<>();

  private MappingReader(Mapping mapping, String what, Findings findings) {
    this.mapping = mapping;
    this.what = what;
    this.findings = findings;
    mapping.entries().forEach(entry -> values.put(entry.key(), entry.value()));
  }

  /**
   * A reader of a node that must be a mapping.
   *
   * @param what what it is, for messages, with its article: {@code a rule}
   */
  public static Optional<MappingReader> of(Node node, String what, Findings findings) {
    if (node instanceof Mapping mapping) {
      return Optional.of(new MappingReader(mapping, what, findings));
    }
    wrongType(node, capital(what) + " must be a mapping", findings);
    return Optional.empty();
  }

  /** The mapping itself. */
  public Mapping mapping() {
    return mapping;
  }

  /** Where the mapping begins. */
  public Position position() {
    return mapping.position();
  }

  /** The value of a key that may miss. */
  public Optional<Node> find(String key) {
    known.add(key);
    Node value = values.get(key);
    return value == null || (value instanceof Scalar scalar && scalar.isNull())
        ? Optional.empty()
        : Optional.of(value);
  }

  /** The value of a key that must be there. */
  public Optional<Node> require(String key) {
    Optional<Node> value = find(key);
    if (value.isEmpty()) {
      findings.error(
          "missing-key", position(), capital(what) + " needs the key '" + key + "'.", "");
    }
    return value;
  }

  /** Whether a key has a value. */
  public boolean has(String key) {
    return find(key).isPresent();
  }

  /** The single value of a key that may miss. */
  public Optional<Scalar> findScalar(String key) {
    return find(key).flatMap(node -> scalar(node, key));
  }

  /** The single value of a key that must be there. */
  public Optional<Scalar> requireScalar(String key) {
    return require(key).flatMap(node -> scalar(node, key));
  }

  private Optional<Scalar> scalar(Node node, String key) {
    if (node instanceof Scalar scalar) {
      return Optional.of(scalar);
    }
    wrongType(node, "'" + key + "' must be a single value", findings);
    return Optional.empty();
  }

  /** The text of a key that may miss. */
  public Optional<String> findText(String key) {
    return findScalar(key).map(Scalar::text);
  }

  /** The text of a key that must be there. */
  public Optional<String> requireText(String key) {
    return requireScalar(key).map(Scalar::text);
  }

  /** The boolean of a key that may miss. */
  public Optional<Boolean> findBoolean(String key) {
    return findScalar(key)
        .flatMap(scalar -> expect(scalar, scalar.findBoolean(), key, "true or false"));
  }

  /** The whole number of a key that may miss, within a range. */
  public Optional<Long> findLong(String key, long min, long max) {
    return findScalar(key)
        .flatMap(scalar -> expect(scalar, scalar.findLong(), key, "a whole number"))
        .filter(number -> inRange(key, number, min, max));
  }

  /** The number of a key that may miss, within a range. */
  public Optional<Double> findDouble(String key, double min, double max) {
    return findScalar(key)
        .flatMap(scalar -> expect(scalar, scalar.findDouble(), key, "a number"))
        .filter(number -> inRange(key, number, min, max));
  }

  /** The quantity of a key that may miss, in the SI unit of its dimension. */
  public OptionalDouble findQuantity(String key, Dimension dimension) {
    Optional<Scalar> scalar = findScalar(key);
    return scalar.isEmpty()
        ? OptionalDouble.empty()
        : Quantity.parse(dimension, scalar.get().text(), scalar.get().position(), findings);
  }

  /** The calendar period of a key that may miss. */
  public Optional<Period> findPeriod(String key) {
    return findScalar(key)
        .flatMap(scalar -> Quantity.parsePeriod(scalar.text(), scalar.position(), findings));
  }

  /** The mapping of a key that may miss. */
  public Optional<MappingReader> findMapping(String key) {
    return find(key).flatMap(node -> of(node, "'" + key + "'", findings));
  }

  /** The mapping of a key that must be there. */
  public Optional<MappingReader> requireMapping(String key) {
    return require(key).flatMap(node -> of(node, "'" + key + "'", findings));
  }

  /** The items of a key's list; none when the key misses. */
  public List<Node> list(String key) {
    Optional<Node> node = find(key);
    if (node.isEmpty()) {
      return List.of();
    }
    if (node.get() instanceof Sequence sequence) {
      return sequence.items();
    }
    wrongType(node.get(), "'" + key + "' must be a list", findings);
    return List.of();
  }

  /** What a key's value names among choices. */
  public <T> Optional<T> findChoice(String key, Map<String, T> choices) {
    return findScalar(key).flatMap(scalar -> choice(scalar, key, choices));
  }

  /** What the value of a key that must be there names among choices. */
  public <T> Optional<T> requireChoice(String key, Map<String, T> choices) {
    return requireScalar(key).flatMap(scalar -> choice(scalar, key, choices));
  }

  private <T> Optional<T> choice(Scalar scalar, String key, Map<String, T> choices) {
    T choice = choices.get(scalar.text());
    if (choice == null) {
      findings.error(
          "unknown-value",
          scalar.position(),
          "'" + key + "' can't be " + scalar.described() + ".",
          meant(scalar.text(), choices.keySet()));
    }
    return Optional.ofNullable(choice);
  }

  /** Reports the keys that were never asked for. */
  public void finish() {
    for (Mapping.Entry entry : mapping.entries()) {
      if (!known.contains(entry.key())) {
        findings.error(
            "unknown-key",
            entry.keyPosition(),
            capital(what) + " has no key '" + entry.key() + "'.",
            meant(entry.key(), known));
      }
    }
  }

  /** The remedy for a word that is none of the allowed: the nearest one, or all. */
  public static String meant(String word, Set<String> allowed) {
    return Findings.nearest(word, allowed)
        .map(nearest -> "Did you mean '" + nearest + "'?")
        .orElseGet(
            () ->
                allowed.isEmpty()
                    ? ""
                    : "Use one of " + String.join(", ", new TreeSet<>(allowed)) + ".");
  }

  private <T> Optional<T> expect(Scalar scalar, Optional<T> value, String key, String form) {
    if (value.isEmpty()) {
      wrongType(scalar, "'" + key + "' must be " + form, findings);
    }
    return value;
  }

  private boolean inRange(String key, Number number, Number min, Number max) {
    double value = number.doubleValue();
    if (value >= min.doubleValue() && value <= max.doubleValue()) {
      return true;
    }
    findings.error(
        "out-of-range",
        values.getOrDefault(key, mapping).position(),
        "'" + key + "' is " + number + ".",
        "It must be from " + min + " to " + max + ".");
    return false;
  }

  private static void wrongType(Node node, String demand, Findings findings) {
    findings.error("wrong-type", node.position(), demand + ", not " + node.described() + ".", "");
  }

  private static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
