package io.testroad.incident;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.policy.FactExpression;
import io.testroad.policy.FactLanguage;
import io.testroad.policy.FactNumber;
import io.testroad.policy.Parameter;
import io.testroad.units.Dimension;
import io.testroad.units.Quantity;
import io.testroad.yaml.Mapping;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import io.testroad.yaml.Scalar;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads what occurs all over in plans: conditions, numbers, quantities, words. */
final class PlanWords {

  private static final FactLanguage LANGUAGE = FactLanguage.of(PlanFacts.table().values());

  private final FactLanguage.Reader expressions;
  private final SortedMap<String, Parameter> parameters;
  private final Set<String> faulty;
  private final Set<String> used = new TreeSet<>();
  private final Findings findings;

  PlanWords(SortedMap<String, Parameter> parameters, Set<String> faulty, Findings findings) {
    this.parameters = parameters;
    this.faulty = faulty;
    this.findings = findings;
    expressions = LANGUAGE.reader(parameters.values(), faulty, findings);
  }

  /** What is wrong goes there. */
  Findings findings() {
    return findings;
  }

  /** Names of the parameters that were read. */
  Set<String> used() {
    return used;
  }

  /** A mapping's reader; empty when it is none, which is reported. */
  Optional<MappingReader> mapping(Node node, String what) {
    return MappingReader.of(node, what, findings);
  }

  /** The words of an enumeration by written form, in its order. */
  static <T> Map<String, T> words(T[] values, Function<T, String> written) {
    Map<String, T> words = new LinkedHashMap<>();
    Arrays.stream(values).forEach(value -> words.put(written.apply(value), value));
    return words;
  }

  /** The condition under a key; what holds without one is given. */
  PlanCondition condition(MappingReader owner, String key, PlanCondition otherwise) {
    return owner.findScalar(key).flatMap(this::condition).orElse(otherwise);
  }

  /** A condition as written; empty when an error was found. */
  Optional<PlanCondition> condition(Scalar written) {
    Optional<FactExpression> read = expressions.read(written);
    read.ifPresent(expression -> used.addAll(expression.parameters()));
    return read.map(PlanCondition::of);
  }

  /** A whole number, or an expression that yields one, under a key. */
  PlanNumber number(MappingReader owner, String key, int otherwise) {
    Optional<Scalar> written = owner.findScalar(key);
    if (written.isEmpty()) {
      return PlanNumber.of(otherwise);
    }
    if (written.get().findLong().isPresent()) {
      return PlanNumber.of(
          owner.findLong(key, 0, PlanNumber.MAX).map(Long::intValue).orElse(otherwise));
    }
    Optional<FactNumber> read = expressions.readNumber(written.get());
    read.ifPresent(expression -> used.addAll(expression.parameters()));
    return new PlanNumber(read, otherwise);
  }

  /** A share from 0 to 1, or a parameter that is one; empty when an error was found. */
  Optional<Double> share(MappingReader owner, String key) {
    Optional<Node> written = owner.require(key);
    if (written.isPresent() && written.get() instanceof Mapping) {
      return parameter(written.get())
          .filter(parameter -> isUnit(parameter, "", written.get().position()))
          .map(parameter -> ((Number) parameter.value()).doubleValue())
          .filter(value -> isShare(key, value, written.get().position()));
    }
    return owner.findDouble(key, 0, 1);
  }

  private boolean isShare(String key, double value, Position position) {
    if (value >= 0 && value <= 1) {
      return true;
    }
    findings.error(
        "out-of-range", position, "'" + key + "' is " + value + ".", "It must be from 0 to 1.");
    return false;
  }

  /** The duration that must be under a key; empty when an error was found. */
  Optional<Duration> duration(MappingReader owner, String key) {
    return owner.require(key).isEmpty() ? Optional.empty() : findDuration(owner, key);
  }

  /** The duration under a key, if any. */
  Optional<Duration> findDuration(MappingReader owner, String key) {
    OptionalDouble seconds = findQuantity(owner, key, Dimension.DURATION);
    return seconds.isEmpty()
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(Math.round(seconds.getAsDouble() * 1000)));
  }

  /** The quantity that must be under a key, in SI; empty when an error was found. */
  OptionalDouble quantity(MappingReader owner, String key, Dimension dimension) {
    return owner.require(key).isEmpty()
        ? OptionalDouble.empty()
        : findQuantity(owner, key, dimension);
  }

  /** A quantity, or {@code { parameter: name } } of a unit of the dimension. */
  private OptionalDouble findQuantity(MappingReader owner, String key, Dimension dimension) {
    Optional<Node> written = owner.find(key);
    if (written.isEmpty() || !(written.get() instanceof Mapping)) {
      return owner.findQuantity(key, dimension);
    }
    Optional<Parameter> parameter = parameter(written.get());
    if (parameter.isEmpty()) {
      return OptionalDouble.empty();
    }
    String text = parameter.get().value() + " " + parameter.get().unit();
    return Quantity.parse(dimension, text, written.get().position(), findings);
  }

  private boolean isUnit(Parameter parameter, String unit, Position position) {
    if (parameter.value() instanceof Number && parameter.unit().equals(unit)) {
      return true;
    }
    findings.error(
        "wrong-unit",
        position,
        "The parameter '" + parameter.name() + "' is no number without a unit.",
        "");
    return false;
  }

  private Optional<Parameter> parameter(Node node) {
    Optional<MappingReader> reader = mapping(node, "a value");
    if (reader.isEmpty()) {
      return Optional.empty();
    }
    Optional<Scalar> name = reader.get().requireScalar("parameter");
    reader.get().finish();
    if (name.isEmpty() || faulty.contains(name.get().text())) {
      return Optional.empty();
    }
    Parameter parameter = parameters.get(name.get().text());
    if (parameter == null) {
      findings.error(
          "unknown-parameter",
          name.get().position(),
          "There is no parameter '" + name.get() + "'.",
          MappingReader.meant(name.get().text(), parameters.keySet()));
      return Optional.empty();
    }
    used.add(parameter.name());
    return Optional.of(parameter);
  }
}
