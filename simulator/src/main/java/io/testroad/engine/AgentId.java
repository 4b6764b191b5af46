package io.testroad.engine;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The stable name of an agent: its kind, a colon, and its name, for instance {@code
 * vehicle:pilot-3}.
 *
 * <p>Order: by {@link #value}, the order in which everything addressed to agents is sorted.
 */
public record AgentId(@JsonValue String value) implements Comparable<AgentId> {

  /** The roads themselves: the sender of percepts. */
  public static final AgentId ROADS = new AgentId("roads:all");

  /** The scenario's script: the sender of scripted letters. */
  public static final AgentId SCRIPT = new AgentId("script:scenario");

  @JsonCreator
  public AgentId {
    if (value.indexOf(':') <= 0) {
      throw new IllegalArgumentException("agent id needs kind:name, not " + value);
    }
  }

  /** The id of an agent of a kind. */
  public static AgentId of(String kind, String name) {
    return new AgentId(kind + ":" + name);
  }

  /** The id of the vehicle agent of that name. */
  public static AgentId vehicle(String name) {
    return of("vehicle", name);
  }

  /** The part before the colon. */
  public String kind() {
    return value.substring(0, value.indexOf(':'));
  }

  /** The part after the colon. */
  public String name() {
    return value.substring(value.indexOf(':') + 1);
  }

  @Override
  public int compareTo(AgentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
