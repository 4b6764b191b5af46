package io.testroad.engine;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Named plain values, sorted by name: an event's attributes, the facts a rule saw, what an agent
 * lets others observe.
 *
 * <p>Values are {@code String}, {@code Long}, {@code Double}, {@code Boolean}, {@link Instant} or
 * lists of strings; names are dotted lower camel case, for instance {@code
 * vehicle.plate.validUntil}. Immutable.
 */
public final class Facts {

  private static final String INSTANT = "instant";
  private static final String NUMBER = "number";
  private static final Facts EMPTY = new Facts(new TreeMap<>());

  private final SortedMap<String, Object> values;

  private Facts(SortedMap<String, Object> values) {
    this.values = Collections.unmodifiableSortedMap(values);
  }

  /** No facts. */
  public static Facts empty() {
    return EMPTY;
  }

  /**
   * Facts from names and values in turn.
   *
   * @throws IllegalArgumentException when a name is no string or a value is of another type
   */
  public static Facts of(Object... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("names and values must come in pairs");
    }
    SortedMap<String, Object> values = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (!(namesAndValues[i] instanceof String name)) {
        throw new IllegalArgumentException("a fact's name must be a string");
      }
      values.put(name, plain(name, namesAndValues[i + 1]));
    }
    return new Facts(values);
  }

  /** Facts from a map. */
  @JsonCreator
  public static Facts from(Map<String, Object> map) {
    SortedMap<String, Object> values = new TreeMap<>();
    map.forEach((name, value) -> values.put(name, plain(name, value)));
    return new Facts(values);
  }

  private static Object plain(String name, Object value) {
    if (value instanceof Map<?, ?> instant && instant.get(INSTANT) instanceof String text) {
      return Instant.parse(text);
    }
    if (value instanceof Map<?, ?> number && number.get(NUMBER) instanceof String text) {
      return Double.valueOf(text);
    }
    if (value instanceof Integer i) {
      return i.longValue();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Object::toString).toList();
    }
    if (value instanceof String
        || value instanceof Long
        || value instanceof Double
        || value instanceof Boolean
        || value instanceof Instant) {
      return value;
    }
    throw new IllegalArgumentException("fact " + name + " can't be a " + value.getClass());
  }

  /** These facts and others; the others win where names meet. */
  public Facts and(Facts others) {
    if (others.values.isEmpty()) {
      return this;
    }
    SortedMap<String, Object> merged = new TreeMap<>(values);
    merged.putAll(others.values);
    return new Facts(merged);
  }

  /** These facts and one more. */
  public Facts with(String name, Object value) {
    return and(Facts.of(name, value));
  }

  /** The value of a fact, or null when it isn't there. */
  public @Nullable Object find(String name) {
    return values.get(name);
  }

  /**
   * The value of a fact that must be a string.
   *
   * @throws IllegalArgumentException when it is missing or not a string
   */
  public String getString(String name) {
    if (values.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("no string fact " + name + " in " + values);
  }

  /** The names, sorted. */
  public Set<String> names() {
    return values.keySet();
  }

  /** The facts as an unmodifiable map, sorted by name. */
  public SortedMap<String, Object> asMap() {
    return values;
  }

  /**
   * The form in which facts cross the network: as the map, with instants, and numbers that JSON
   * doesn't have, marked as such.
   */
  @JsonValue
  SortedMap<String, Object> wire() {
    SortedMap<String, Object> wire = new TreeMap<>(values);
    wire.replaceAll((name, value) -> wire(value));
    return wire;
  }

  private static Object wire(Object value) {
    if (value instanceof Instant instant) {
      return Map.of(INSTANT, instant.toString());
    }
    return value instanceof Double number && !Double.isFinite(number)
        ? Map.of(NUMBER, number.toString())
        : value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Facts facts && facts.values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
