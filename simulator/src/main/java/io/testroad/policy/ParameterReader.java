package io.testroad.policy;

import io.testroad.finding.Findings;
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

/** Reads parameters, and the values a run puts in their place. */
final class ParameterReader {

  /** Units that can be divided: a whole number of them is read as a double. */
  static final List<String> DIVISIBLE =
      List.of("ms", "s", "min", "h", "m", "km", "km/h", "m/s", "CNY", "years", "%");

  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");

  private final Findings findings;
  private final Set<String> faulty = new TreeSet<>();

  ParameterReader(Findings findings) {
    this.findings = findings;
  }

  /** A pack's parameters, on top of those it inherits. */
  SortedMap<String, Parameter> read(MappingReader pack, SortedMap<String, Parameter> inherited) {
    SortedMap<String, Parameter> parameters = new TreeMap<>(inherited);
    Optional<MappingReader> section = pack.findMapping("parameters");
    if (section.isPresent()) {
      for (Mapping.Entry entry : section.get().mapping().entries()) {
        Optional<Parameter> base = Optional.ofNullable(inherited.get(entry.key()));
        parameter(entry, base)
            .ifPresentOrElse(p -> parameters.put(p.name(), p), () -> faulty.add(entry.key()));
      }
    }
    return parameters;
  }

  /** The names of the parameters in which an error was found. */
  Set<String> faulty() {
    return faulty;
  }

  private Optional<Parameter> parameter(Mapping.Entry entry, Optional<Parameter> base) {
    if (!NAME.matcher(entry.key()).matches()) {
      findings.error(
          "policy-name",
          entry.keyPosition(),
          "'" + entry.key() + "' can't name a parameter.",
          "Use lower camel case, for instance plateMaxMonths.");
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

  /** A parameter with the value that a run gives it; empty when an error was found. */
  Optional<Parameter> override(Parameter parameter, Node written) {
    return value(written)
        .flatMap(value -> fit(parameter.name(), parameter.type(), value, written))
        .map(parameter::withValue);
  }

  /** Reports a value for a parameter that isn't there. */
  void unknown(String name, Node written, Set<String> known) {
    findings.error(
        "unknown-parameter",
        written.position(),
        "The policy has no parameter '" + name + "'.",
        MappingReader.meant(name, known));
  }

  private Optional<Object> fit(String name, FactType type, Object value, Node written) {
    Optional<Object> fit = type.fit(value);
    if (fit.isEmpty()) {
      findings.error(
          "wrong-type",
          written.position(),
          "The parameter '" + name + "' must be a " + type + ", not " + written.described() + ".",
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
      return Optional.of(value(scalar));
    }
    if (node instanceof Sequence sequence) {
      List<String> texts = new ArrayList<>();
      sequence.items().forEach(item -> text(item).ifPresent(texts::add));
      return texts.size() == sequence.items().size() ? Optional.of(texts) : Optional.empty();
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
