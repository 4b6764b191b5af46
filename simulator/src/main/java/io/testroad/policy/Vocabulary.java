package io.testroad.policy;

import io.testroad.engine.Facts;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The facts that rules may read, with their types and the moments at which each is known. */
public final class Vocabulary {

  private static final SortedMap<String, Fact> FACTS =
      Collections.unmodifiableSortedMap(VocabularyTable.create());

  private Vocabulary() {}

  /** All facts, by name. */
  public static Collection<Fact> facts() {
    return FACTS.values();
  }

  /** The names of all facts, sorted. */
  public static Set<String> names() {
    return FACTS.keySet();
  }

  /** The facts known at a moment, by name. */
  public static List<Fact> facts(Moment moment) {
    return FACTS.values().stream().filter(fact -> fact.moments().contains(moment)).toList();
  }

  /** All facts, those included that a pack declares, by name. */
  static SortedMap<String, Fact> with(GivenFacts given) {
    SortedMap<String, Fact> all = new TreeMap<>(FACTS);
    all.putAll(given.byName());
    return all;
  }

  /** The fact of a name. */
  public static Optional<Fact> find(String name) {
    return Optional.ofNullable(FACTS.get(name));
  }

  /**
   * The value of a fact among given ones, as its type says: a whole number given for a double comes
   * back as a double, and a fact that may be absent as its absent value.
   *
   * @throws IllegalArgumentException when it is missing or of another type
   */
  public static Object value(Fact fact, Facts given) {
    Object value = given.find(fact.name());
    if (value == null) {
      value = fact.absent();
    }
    if (value == null) {
      throw new IllegalArgumentException("no fact " + fact.name() + " in " + given);
    }
    return fitting(fact, value);
  }

  private static Object fitting(Fact fact, Object value) {
    return fact.type()
        .fit(value)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "fact " + fact.name() + " must be a " + fact.type() + ", not " + value));
  }
}
