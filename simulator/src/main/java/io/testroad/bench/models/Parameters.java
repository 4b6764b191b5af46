package io.testroad.bench.models;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.units.Dimension;
import io.testroad.units.Quantity;
import io.testroad.yaml.Mapping;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import io.testroad.yaml.Scalar;
import io.testroad.yaml.Setting;
import io.testroad.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of the worlds in which models are measured: sets of named numbers, in SI units.
 * What is not set is as published.
 */
public final class Parameters {

  private static final String PUBLISHED = "parameters.yaml";
  private static final double LARGEST = 1e6;

  /** Keys whose values are quantities; others are pure numbers. */
  private static final Map<String, Dimension> DIMENSIONS =
      Map.ofEntries(
          Map.entry("v0", Dimension.SPEED),
          Map.entry("speed", Dimension.SPEED),
          Map.entry("tau", Dimension.DURATION),
          Map.entry("a", Dimension.ACCELERATION),
          Map.entry("b", Dimension.ACCELERATION),
          Map.entry("s0", Dimension.DISTANCE),
          Map.entry("length", Dimension.DISTANCE),
          Map.entry("circumference", Dimension.DISTANCE),
          Map.entry("kick", Dimension.DISTANCE),
          Map.entry("step", Dimension.DURATION),
          Map.entry("cycle", Dimension.DURATION),
          Map.entry("green", Dimension.DURATION),
          Map.entry("yellow", Dimension.DURATION),
          Map.entry("red", Dimension.DURATION),
          Map.entry("service", Dimension.DURATION),
          Map.entry("critical-gap", Dimension.DURATION),
          Map.entry("follow-up", Dimension.DURATION),
          Map.entry("capacity", Dimension.RATE),
          Map.entry("safe-deceleration", Dimension.ACCELERATION));

  private final Map<String, Map<String, Double>> values;
  private final Map<String, Map<String, Double>> published;

  private Parameters(
      Map<String, Map<String, Double>> values, Map<String, Map<String, Double>> published) {
    this.values = values;
    this.published = published;
  }

  /** The published parameters. */
  public static Parameters published() {
    Findings findings = new Findings();
    Map<String, Map<String, Double>> sets = publishedSets(findings);
    if (findings.hasErrors()) {
      throw new IllegalStateException(findings.list().toString());
    }
    return new Parameters(sets, sets);
  }

  /**
   * The published parameters with those of a file and of settings in their place.
   *
   * @param file a mapping of sets, or null
   * @param settings each {@code set.key=value}; a number in SI units, or a quantity
   * @return empty when an error was recorded: {@code unknown-key}, {@code wrong-type}, {@code
   *     out-of-range}, and those of {@link YamlReader}, {@link Setting} and {@link Quantity}
   */
  public static Optional<Parameters> read(
      @Nullable Path file, List<String> settings, Findings findings) {
    int before = findings.errors();
    Node tree = new Mapping(List.of(), Position.of("--set"));
    if (file != null) {
      tree = YamlReader.read(file, findings).orElse(tree);
    }
    for (String text : settings) {
      Node old = tree;
      tree =
          Setting.parse(text, findings)
              .flatMap(setting -> setting.applyTo(old, findings))
              .orElse(old);
    }
    Map<String, Map<String, Double>> sets = publishedSets(findings);
    Map<String, Map<String, Double>> changed = new LinkedHashMap<>();
    sets.forEach((name, set) -> changed.put(name, new LinkedHashMap<>(set)));
    MappingReader.of(tree, "the file of parameters", findings)
        .ifPresent(reader -> overlay(reader, changed, findings));
    return findings.errors() > before
        ? Optional.empty()
        : Optional.of(new Parameters(changed, sets));
  }

  private static void overlay(
      MappingReader tree, Map<String, Map<String, Double>> sets, Findings findings) {
    sets.forEach(
        (name, set) ->
            tree.findMapping(name)
                .ifPresent(
                    reader -> {
                      set.replaceAll((key, old) -> value(reader, key, findings).orElse(old));
                      reader.finish();
                    }));
    tree.finish();
  }

  private static OptionalDouble value(MappingReader reader, String key, Findings findings) {
    Optional<Scalar> scalar = reader.findScalar(key);
    if (scalar.isEmpty()) {
      return OptionalDouble.empty();
    }
    Dimension dimension = DIMENSIONS.get(key);
    OptionalDouble value =
        dimension != null && scalar.get().findDouble().isEmpty()
            ? Quantity.parse(dimension, scalar.get().text(), scalar.get().position(), findings)
            : number(reader, key);
    if (value.isPresent() && !isPossible(key, value.getAsDouble())) {
      findings.error(
          "out-of-range",
          scalar.get().position(),
          "'" + key + "' is " + scalar.get().text() + ".",
          "It must be more than 0 and less than " + LARGEST + ".");
    }
    return value;
  }

  private static OptionalDouble number(MappingReader reader, String key) {
    Optional<Double> number = reader.findDouble(key, -LARGEST, LARGEST);
    return number.isPresent() ? OptionalDouble.of(number.get()) : OptionalDouble.empty();
  }

  private static boolean isPossible(String key, double value) {
    return value < LARGEST && (!DIMENSIONS.containsKey(key) || value > 0);
  }

  private static Map<String, Map<String, Double>> publishedSets(Findings findings) {
    Node tree = YamlReader.parse(publishedText(), PUBLISHED, findings).orElseThrow();
    Map<String, Map<String, Double>> sets = new LinkedHashMap<>();
    MappingReader reader = MappingReader.of(tree, PUBLISHED, findings).orElseThrow();
    for (Mapping.Entry entry : ((Mapping) tree).entries()) {
      MappingReader set = reader.requireMapping(entry.key()).orElseThrow();
      Map<String, Double> numbers = new LinkedHashMap<>();
      for (Mapping.Entry each : set.mapping().entries()) {
        numbers.put(each.key(), value(set, each.key(), findings).orElseThrow());
      }
      sets.put(entry.key(), numbers);
    }
    return sets;
  }

  /** The published parameters as the text of a file that may be changed and given back. */
  public static String publishedText() {
    try (InputStream in = Parameters.class.getResourceAsStream(PUBLISHED)) {
      return new String(
          Objects.requireNonNull(in, PUBLISHED).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A number of a set. */
  double get(String set, String key) {
    return Objects.requireNonNull(
        Objects.requireNonNull(values.get(set), set).get(key), () -> set + "." + key);
  }

  /** Whether sets are as published. */
  boolean arePublished(String... sets) {
    for (String set : sets) {
      if (!Objects.equals(values.get(set), published.get(set))) {
        return false;
      }
    }
    return true;
  }

  /** The vehicles of a set. */
  CarSet cars(String set) {
    return new CarSet(
        get(set, "v0"),
        get(set, "tau"),
        get(set, "a"),
        get(set, "b"),
        get(set, "s0"),
        get(set, "length"));
  }
}
