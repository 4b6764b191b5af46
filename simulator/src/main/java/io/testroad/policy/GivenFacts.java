package io.testroad.policy;

import io.testroad.engine.Facts;
import io.testroad.finding.Findings;
import io.testroad.yaml.Mapping;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The facts that a pack declares and a scenario gives, beside those the program knows of itself:
 * evidence that is handed in, how an operator, a driver or the police behave.
 *
 * <p>Rules read them as {@code given.<name>} at every moment. Each has a value that holds where a
 * scenario says nothing.
 *
 * @param byName each fact by its full name; {@link Fact#absent} is what holds if nothing is given
 */
public record GivenFacts(SortedMap<String, Fact> byName) {

  /** What their names begin with. */
  public static final String PREFIX = "given.";

  /** No such facts. */
  public static final GivenFacts NONE = new GivenFacts(new TreeMap<>());

  public GivenFacts {
    byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
  }

  /** Reads a pack's section {@code facts}, on top of what it inherits. */
  static GivenFacts read(
      MappingReader pack, GivenFacts inherited, Set<String> faulty, Findings findings) {
    SortedMap<String, Fact> all = new TreeMap<>(inherited.byName);
    ParameterReader values = new ParameterReader(findings);
    Optional<MappingReader> section = pack.findMapping("facts");
    if (section.isPresent()) {
      for (Mapping.Entry entry : section.get().mapping().entries()) {
        Optional<Fact> base = Optional.ofNullable(inherited.byName.get(PREFIX + entry.key()));
        values
            .given(entry, base)
            .ifPresentOrElse(
                fact -> all.put(fact.name(), fact), () -> faulty.add(PREFIX + entry.key()));
      }
    }
    return new GivenFacts(all);
  }

  /** A fact of that kind. */
  static Fact fact(
      String name,
      FactType type,
      String unit,
      String meaning,
      java.util.List<String> values,
      Object value) {
    return new Fact(PREFIX + name, type, unit, meaning, values, value, EnumSet.allOf(Moment.class));
  }

  /**
   * Values that a scenario gives.
   *
   * <p>Errors: {@code unknown-fact}, {@code wrong-type}, {@code unknown-value}.
   *
   * @param written by name, without the prefix
   * @return the values by full name; those with an error are left out
   */
  public Facts values(Map<String, Node> written, Findings findings) {
    ParameterReader reader = new ParameterReader(findings);
    SortedMap<String, Object> values = new TreeMap<>();
    new TreeMap<>(written)
        .forEach(
            (name, node) -> {
              Fact fact = byName.get(PREFIX + name);
              if (fact == null) {
                Set<String> known = new java.util.TreeSet<>();
                byName.keySet().forEach(full -> known.add(full.substring(PREFIX.length())));
                findings.error(
                    "unknown-fact",
                    node.position(),
                    "The policy declares no fact '" + name + "'.",
                    MappingReader.meant(name, known));
              } else {
                reader.valueOf(fact, node).ifPresent(value -> values.put(fact.name(), value));
              }
            });
    return Facts.from(values);
  }
}
