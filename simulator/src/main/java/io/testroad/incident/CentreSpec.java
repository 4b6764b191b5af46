package io.testroad.incident;

import io.testroad.engine.AgentId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a scenario says of a command centre.
 *
 * @param name its name
 * @param level district, city, province, or operator for a fleet's own rescue desk
 * @param area the roads it answers for; empty: all that no other centre of its level answers for
 * @param superior whom it reports to and asks for support
 * @param units the units it commands, in order
 */
public record CentreSpec(
    String name, String level, Set<String> area, Optional<AgentId> superior, List<UnitSpec> units) {

  public CentreSpec {
    area = Collections.unmodifiableSet(new TreeSet<>(area));
    units = List.copyOf(units);
  }

  /** The agent's id. */
  public AgentId id() {
    return AgentId.of("centre", name);
  }
}
