package io.testroad.policy;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.yaml.Mapping;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import io.testroad.yaml.Scalar;
import io.testroad.yaml.Sequence;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads parameters, and the values a run puts in their place.
 *
 * <p>Errors: {@code policy-name}, {@code policy-source-article}, {@code policy-too-large}, {@code
 * unknown-parameter}, and those of {@link MappingReader}.
 */
public final class ParameterReader {

  /** Units that can be divided: a whole number of them is read as a double. */
  static final List<String> DIVISIBLE =
      List.of("ms", "s", "min", "h", "m", "km", "km/h", "m/s", "CNY", "years", "%");

  /** How many characters a value may have. */
  static final int MAX_TEXT = 1_000;

  /** What names of parameters and facts look like. */
  static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");

  private final Findings findings;
  private final Set<String> faulty = new TreeSet<>();
  private final SortedMap<String, Position> declared = new TreeMap<>();

  /** A reader that records what is wrong. */
  public ParameterReader(Findings findings) {
    this.findings = findings;
  }

  /** A pack's parameters, on top of those it inherits. */
  public SortedMap<String, Parameter> read(
      MappingReader pack, SortedMap<String, Parameter> inherited) {
    SortedMap<String, Parameter> parameters = new TreeMap<>(inherited);
    Optional<MappingReader> section = pack.findMapping("parameters");
    if (section.isPresent()) {
      for (Mapping.Entry entry : section.get().mapping().entries()) {
        Optional<Parameter> base = Optional.ofNullable(inherited.get(entry.key()));
        declared.put(entry.key(), entry.keyPosition());
        parameter(entry, base)
            .ifPresentOrElse(p -> parameters.put(p.name(), p), () -> faulty.add(entry.key()));
      }
    }
    return parameters;
  }

  /** Where the pack's own parameters are written. */
  public SortedMap<String, Position> declared() {
    return declared;
  }

  /** The names of the parameters in which an error was found. */
  public Set<String> faulty() {
    return faulty;
  }

  private Optional<Parameter> parameter(Mapping.Entry entry, Optional<Parameter> base) {
    if (!isName(entry, "parameter", "plateMaxMonths")) {
      return Optional.empty();
    }
    Optional<MappingReader> reader = MappingReader.of(entry.value(), "a parameter", findings);
    return reader.flatMap(parameter -> parameter(entry.key(), parameter, base));
  }

  private Optional<Parameter> parameter(
      String name, MappingReader reader, Optional<Parameter> base) {
    Optional<Node> written = reader.require("value");
    String unit = reader.findText("unit").or(() -> base.map(Parameter::unit)).orElse("");
    Optional<String> meaning =
        base.isPresent()
            ? reader.findText("meaning").or(() -> base.map(Parameter::meaning))
            : reader.requireText("meaning");
    Optional<Source> source = SourceReader.read(reader, findings);
    reader.finish();
    Optional<Object> value = written.flatMap(this::value);
    if (value.isEmpty() || meaning.isEmpty() || source.isEmpty()) {
      return Optional.empty();
    }
    FactType type = base.map(Parameter::type).orElseGet(() -> type(value.get(), unit));
    return fit(name, type, value.get(), written.get())
        .map(fit -> new Parameter(name, type, fit, unit, meaning.get(), source.get()));
  }

  /** A fact that a pack declares; empty when an error was found. */
  Optional<Fact> given(Mapping.Entry entry, Optional<Fact> base) {
    if (!isName(entry, "fact", "warningSignM")) {
      return Optional.empty();
    }
    Optional<MappingReader> read = MappingReader.of(entry.value(), "a fact", findings);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    MappingReader reader = read.get();
    Optional<Node> written = reader.require("value");
    String unit = reader.findText("unit").or(() -> base.map(Fact::unit)).orElse("");
    Optional<String> meaning =
        base.isPresent()
            ? reader.findText("meaning").or(() -> base.map(Fact::meaning))
            : reader.requireText("meaning");
    List<String> values = new ArrayList<>();
    reader.list("values").forEach(item -> text(item).ifPresent(values::add));
    reader.finish();
    Optional<Object> value = written.flatMap(this::value);
    if (value.isEmpty() || meaning.isEmpty()) {
      return Optional.empty();
    }
    FactType type = base.map(Fact::type).orElseGet(() -> type(value.get(), unit));
    List<String> allowed = values.isEmpty() ? base.map(Fact::values).orElse(List.of()) : values;
    return fit(entry.key(), type, value.get(), written.get())
        .filter(fit -> isAllowed(entry.key(), fit, allowed, written.get()))
        .map(fit -> GivenFacts.fact(entry.key(), type, unit, meaning.get(), allowed, fit));
  }

  /** The value that a scenario gives a declared fact; empty when an error was found. */
  Optional<Object> valueOf(Fact fact, Node written) {
    String name = fact.name().substring(GivenFacts.PREFIX.length());
    return value(written)
        .flatMap(value -> fit(name, fact.type(), value, written))
        .filter(value -> isAllowed(name, value, fact.values(), written));
  }

  private boolean isAllowed(String name, Object value, List<String> allowed, Node written) {
    List<?> texts = value instanceof List<?> list ? list : List.of(value);
    if (allowed.isEmpty() || allowed.containsAll(texts)) {
      return true;
    }
    findings.error(
        "unknown-value",
        written.position(),
        "The fact '" + name + "' can't be " + written.described() + ".",
        "It is one of " + String.join(", ", allowed) + ".");
    return false;
  }

  private boolean isName(Mapping.Entry entry, String what, String example) {
    if (NAME.matcher(entry.key()).matches()) {
      return true;
    }
    findings.error(
        "policy-name",
        entry.keyPosition(),
        "'" + entry.key() + "' can't name a " + what + ".",
        "Use lower camel case, for instance " + example + ".");
    return false;
  }

  /** A parameter with the value that a run gives it; empty when an error was found. */
  public Optional<Parameter> override(Parameter parameter, Node written) {
    return value(written)
        .flatMap(value -> fit(parameter.name(), parameter.type(), value, written))
        .map(parameter::withValue);
  }

  /** Reports a value for a parameter that isn't there. */
  public void unknown(String name, Node written, Set<String> known) {
    findings.error(
        "unknown-parameter",
        written.position(),
        "The policy has no parameter '" + name + "'.",
        MappingReader.meant(name, known));
  }

  private boolean isShort(Object value, Node written) {
    if (value instanceof String text && text.length() > MAX_TEXT) {
      findings.error(
          "policy-too-large",
          written.position(),
          "A text of " + text.length() + " characters is no value.",
          "It can have " + MAX_TEXT + ".");
      return false;
    }
    return !(value instanceof List<?> list) || list.stream().allMatch(t -> isShort(t, written));
  }

  private Optional<Object> fit(String name, FactType type, Object value, Node written) {
    Optional<Object> fit = type.fit(value);
    if (fit.isEmpty()) {
      findings.error(
          "wrong-type",
          written.position(),
          "The value of '" + name + "' must be a " + type + ", not " + written.described() + ".",
          "");
    }
    return fit;
  }

  private static FactType type(Object value, String unit) {
    if (value instanceof Long) {
      return DIVISIBLE.contains(unit) ? FactType.DOUBLE : FactType.INT;
    }
    for (FactType type : FactType.values()) {
      if (type != FactType.INT && type.fit(value).isPresent()) {
        return type;
      }
    }
    throw new IllegalArgumentException("no type for " + value);
  }

  private Optional<Object> value(Node node) {
    if (node instanceof Scalar scalar && !scalar.isNull()) {
      return Optional.of(value(scalar)).filter(value -> isShort(value, node));
    }
    if (node instanceof Sequence sequence) {
      List<String> texts = new ArrayList<>();
      sequence.items().forEach(item -> text(item).ifPresent(texts::add));
      return texts.size() == sequence.items().size() && isShort(texts, node)
          ? Optional.of(texts)
          : Optional.empty();
    }
    findings.error(
        "wrong-type",
        node.position(),
        "A parameter's value can't be " + node.described() + ".",
        "Write a number, a text, true or false, a point in time, or a list of texts.");
    return Optional.empty();
  }

  private Optional<String> text(Node item) {
    if (item instanceof Scalar scalar) {
      return Optional.of(scalar.text());
    }
    findings.error(
        "wrong-type", item.position(), "A list's item can't be " + item.described() + ".", "");
    return Optional.empty();
  }

  private static Object value(Scalar scalar) {
    return scalar
        .findBoolean()
        .<Object>map(b -> b)
        .or(() -> scalar.findLong())
        .or(() -> scalar.findDouble())
        .or(() -> instant(scalar))
        .orElseGet(scalar::text);
  }

  private static Optional<Object> instant(Scalar scalar) {
    if (!scalar.plain()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(scalar.text()).toInstant());
    } catch (DateTimeException noTimestamp) {
      return Optional.empty();
    }
  }
}
