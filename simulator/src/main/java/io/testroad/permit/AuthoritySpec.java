package io.testroad.permit;

import io.testroad.engine.AgentId;
import io.testroad.engine.WorkingCalendar;
import io.testroad.units.Term;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a scenario says of an authority.
 *
 * @param name its name: {@link #INDUSTRY}, {@link #POLICE} or {@link #TRANSPORT}
 * @param times how long its work takes
 * @param platePrefix the letters before the number on its plates
 * @param calendar when it works
 * @param joint who confirms declarations together, the one that leads included
 * @param plates the plates that vehicles have at the start, by number
 * @param punctuality how long each operator's obligations take whoever else must fulfil them, by
 *     operator's name, then by obligation; an empty term stands for never
 */
public record AuthoritySpec(
    String name,
    Times times,
    String platePrefix,
    WorkingCalendar calendar,
    List<AgentId> joint,
    SortedMap<String, HeldPlate> plates,
    SortedMap<String, SortedMap<String, Optional<Term>>> punctuality) {

  /** The bureau that leads the confirmation of declarations. */
  public static final String INDUSTRY = "industry-bureau";

  /** Those who issue plates and keep the vehicles' records. */
  public static final String POLICE = "traffic-police";

  /** Who keeps the vehicles' records: the police. */
  static final AgentId KEEPER = AgentId.of("authority", POLICE);

  /** Those who look after transport services. */
  public static final String TRANSPORT = "transport-bureau";

  public AuthoritySpec {
    joint = List.copyOf(joint);
    plates = Collections.unmodifiableSortedMap(new TreeMap<>(plates));
    punctuality = Collections.unmodifiableSortedMap(new TreeMap<>(punctuality));
  }

  /**
   * How long work takes.
   *
   * @param declaration its part in a declaration, a change or an addition
   * @param plate a temporary plate (机动车登记规定 art. 48 and 92: one working day)
   * @param determination from an accident to the determination of responsibility
   * @param appeal an appeal
   */
  public record Times(Term declaration, Term plate, Term determination, Term appeal) {}

  /**
   * A plate that a vehicle has at the start.
   *
   * @param operator its operator's name
   */
  public record HeldPlate(String vehicle, String operator, Instant validUntil) {}

  /** Whether it keeps the vehicles' records and deals with breaches. */
  boolean keepsRecords() {
    return id().equals(KEEPER);
  }

  /** The agent's id. */
  public AgentId id() {
    return AgentId.of("authority", name);
  }
}
