package io.testroad.incident;

import io.testroad.engine.AgentId;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a scenario says of a command centre.
 *
 * @param name its name
 * @param index its place among the scenario's centres, from 0: incidents are numbered from there
 * @param level for how much it answers
 * @param area the roads it answers for; empty: all that no other centre of its level answers for
 * @param superior whom it reports to and asks for support
 * @param units the units it commands, in order
 * @param plans the plans it works by
 * @param dispatch how it chooses units
 * @param checking how long it waits for an answer until it tries the next means of verification
 * @param surroundings whom it can ask, and what it knows of the roads
 */
public record CentreSpec(
    String name,
    int index,
    CentreLevel level,
    Set<String> area,
    Optional<AgentId> superior,
    List<UnitSpec> units,
    PlanBook plans,
    DispatchSpec dispatch,
    Duration checking,
    Surroundings surroundings) {

  /** How many incidents a centre may number before it meets the numbers of the next. */
  static final int NUMBERS = 100_000;

  public CentreSpec {
    area = Collections.unmodifiableSet(new TreeSet<>(area));
    units = List.copyOf(units);
  }

  /**
   * Whom a centre can ask, and what it knows of the roads.
   *
   * @param cameras the cameras that cover a road, agents {@code sensor:<name>}, by road
   * @param operators the operators of fleets, agents {@code operator:<fleet>}
   * @param zones the name of the zone a road lies in, by road
   * @param others the centre that answers for a road, where that is another one, by road
   */
  public record Surroundings(
      SortedMap<String, List<AgentId>> cameras,
      List<AgentId> operators,
      SortedMap<String, String> zones,
      SortedMap<String, AgentId> others) {

    /** Nobody to ask, no zones, no other centre. */
    public static final Surroundings NONE =
        new Surroundings(new TreeMap<>(), List.of(), new TreeMap<>(), new TreeMap<>());

    public Surroundings {
      cameras = Collections.unmodifiableSortedMap(new TreeMap<>(cameras));
      operators = List.copyOf(operators);
      zones = Collections.unmodifiableSortedMap(new TreeMap<>(zones));
      others = Collections.unmodifiableSortedMap(new TreeMap<>(others));
    }
  }

  /** The agent's id. */
  public AgentId id() {
    return AgentId.of("centre", name);
  }

  /** The same in other surroundings. */
  public CentreSpec with(Surroundings others) {
    return new CentreSpec(
        name, index, level, area, superior, units, plans, dispatch, checking, others);
  }

  /** Whether one of its units could do something, were it free. */
  boolean hasUnitFor(Want want) {
    return units.stream().anyMatch(unit -> want.isServedBy(unit.kind()));
  }
}
