package io.testroad.incident;

import com.fasterxml.jackson.annotation.JsonValue;
import io.testroad.engine.AgentId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One incident as a centre sees it. Immutable.
 *
 * @param number its number, unique over all centres
 * @param commander who commands it: this centre, or the one it was handed over to
 * @param origin the centre that opened it
 * @param belief what is believed to be there
 * @param course when what has come about
 * @param ruling what it was classified as, and under which plan
 * @param checking how the report is being made sure of
 * @param units the units that were sent and not called back, by name
 * @param wants the units that are missing, by task and place in the plan
 * @param dealings what was asked of and told to others
 */
public record Picture(
    int number,
    AgentId commander,
    AgentId origin,
    Belief belief,
    Course course,
    Ruling ruling,
    Checking checking,
    SortedMap<String, Assigned> units,
    SortedMap<String, Want> wants,
    Dealings dealings) {

  public Picture {
    units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
    wants = Collections.unmodifiableSortedMap(new TreeMap<>(wants));
  }

  /** How far an incident has come. Written in kebab-case. */
  public enum Stage {
    REPORTED,
    VERIFIED,
    DISPATCHED,
    ON_SCENE,
    CLEARED;

    /** The written form. */
    @JsonValue
    public String written() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * When what has come about; {@link #NOT_YET} where it hasn't.
   *
   * @param reportedTick the first report came
   * @param verifiedTick it was known to be true
   * @param dispatchedTick the first unit was sent
   * @param arrivedTick the first unit was there
   * @param clearedTick the roadway was free
   * @param seen whether a unit has found something there
   * @param gone whether what stood there has left
   */
  public record Course(
      long reportedTick,
      long verifiedTick,
      long dispatchedTick,
      long arrivedTick,
      long clearedTick,
      boolean seen,
      boolean gone) {

    static final long NOT_YET = -1;

    static Course reported(long tick) {
      return new Course(tick, NOT_YET, NOT_YET, NOT_YET, NOT_YET, false, false);
    }

    Course verified(long tick) {
      return new Course(reportedTick, tick, dispatchedTick, arrivedTick, clearedTick, seen, gone);
    }

    Course dispatched(long tick) {
      long first = dispatchedTick == NOT_YET ? tick : dispatchedTick;
      return new Course(reportedTick, verifiedTick, first, arrivedTick, clearedTick, seen, gone);
    }

    Course arrived(long tick) {
      long first = arrivedTick == NOT_YET ? tick : arrivedTick;
      return new Course(reportedTick, verifiedTick, dispatchedTick, first, clearedTick, seen, gone);
    }

    Course cleared(long tick) {
      return new Course(reportedTick, verifiedTick, dispatchedTick, arrivedTick, tick, seen, gone);
    }

    Course withSeen() {
      return new Course(
          reportedTick, verifiedTick, dispatchedTick, arrivedTick, clearedTick, true, gone);
    }

    Course withGone() {
      return new Course(
          reportedTick, verifiedTick, dispatchedTick, arrivedTick, clearedTick, seen, true);
    }

    boolean isVerified() {
      return verifiedTick != NOT_YET;
    }

    boolean isCleared() {
      return clearedTick != NOT_YET;
    }

    Stage stage() {
      if (isCleared()) {
        return Stage.CLEARED;
      } else if (arrivedTick != NOT_YET) {
        return Stage.ON_SCENE;
      } else if (dispatchedTick != NOT_YET && isVerified()) {
        return Stage.DISPATCHED;
      }
      return isVerified() ? Stage.VERIFIED : Stage.REPORTED;
    }
  }

  /**
   * What an incident was last classified as.
   *
   * @param kind what it is taken for; empty as long as it isn't classified
   * @param severity the class of severity
   * @param priority 1 (life) to 4
   * @param plan the plan's id, or {@link #NO_PLAN}
   */
  public record Ruling(String kind, String severity, int priority, String plan) {
    static final String NO_PLAN = "none";
    static final Ruling NONE = new Ruling("", "", 4, NO_PLAN);

    boolean isMade() {
      return !kind.isEmpty();
    }
  }

  /**
   * How a report is being made sure of.
   *
   * @param step index in the plan's list of the means that is being tried; -1 before the first, as
   *     many as there are after the last
   * @param serial counts the means tried, so that timers of earlier ones don't count
   * @param means the means that is being tried, or empty
   * @param by who looks: an agent's id, or empty
   */
  public record Checking(int step, int serial, String means, String by) {
    static final Checking NONE = new Checking(-1, 0, "", "");

    Checking next(int newStep, String newMeans, String newBy) {
      return new Checking(newStep, serial + 1, newMeans, newBy);
    }
  }

  /**
   * What a centre has asked of and told to others about an incident.
   *
   * @param operators what came of each measure asked of operators, by vehicle and measure; {@code
   *     asked} until it is answered; and what else is to be remembered, by name
   * @param procedure the procedure ordered, or empty
   * @param reports when each report was last filed, by recipient and stage, tick
   * @param overdue reports on record as overdue, by recipient and stage
   * @param escalatedTo the level it was last brought to, or empty
   * @param supporters whom it has asked for units, agent ids
   */
  public record Dealings(
      SortedMap<String, String> operators,
      String procedure,
      SortedMap<String, Long> reports,
      List<String> overdue,
      String escalatedTo,
      List<String> supporters) {

    static final Dealings NONE =
        new Dealings(new TreeMap<>(), "", new TreeMap<>(), List.of(), "", List.of());

    public Dealings {
      operators = Collections.unmodifiableSortedMap(new TreeMap<>(operators));
      reports = Collections.unmodifiableSortedMap(new TreeMap<>(reports));
      overdue = List.copyOf(overdue);
      supporters = List.copyOf(supporters);
    }

    Dealings withOperator(String asked, String outcome) {
      SortedMap<String, String> changed = new TreeMap<>(operators);
      changed.put(asked, outcome);
      return new Dealings(changed, procedure, reports, overdue, escalatedTo, supporters);
    }

    Dealings withProcedure(String ordered) {
      return new Dealings(operators, ordered, reports, overdue, escalatedTo, supporters);
    }

    Dealings filed(String report, long tick) {
      SortedMap<String, Long> changed = new TreeMap<>(reports);
      changed.put(report, tick);
      return new Dealings(operators, procedure, changed, overdue, escalatedTo, supporters);
    }

    Dealings withOverdue(String report) {
      return new Dealings(
          operators, procedure, reports, plus(overdue, report), escalatedTo, supporters);
    }

    Dealings escalated(String level) {
      return new Dealings(operators, procedure, reports, overdue, level, supporters);
    }

    Dealings withSupporter(String supporter) {
      return supporters.contains(supporter)
          ? this
          : new Dealings(
              operators, procedure, reports, overdue, escalatedTo, plus(supporters, supporter));
    }

    private static List<String> plus(List<String> list, String more) {
      return java.util.stream.Stream.concat(list.stream(), java.util.stream.Stream.of(more))
          .toList();
    }
  }

  Picture with(Belief newBelief) {
    return new Picture(
        number, commander, origin, newBelief, course, ruling, checking, units, wants, dealings);
  }

  Picture with(Course newCourse) {
    return new Picture(
        number, commander, origin, belief, newCourse, ruling, checking, units, wants, dealings);
  }

  Picture with(Ruling newRuling) {
    return new Picture(
        number, commander, origin, belief, course, newRuling, checking, units, wants, dealings);
  }

  Picture with(Checking newChecking) {
    return new Picture(
        number, commander, origin, belief, course, ruling, newChecking, units, wants, dealings);
  }

  Picture with(Dealings newDealings) {
    return new Picture(
        number, commander, origin, belief, course, ruling, checking, units, wants, newDealings);
  }

  Picture with(String unit, Assigned assigned) {
    SortedMap<String, Assigned> changed = new TreeMap<>(units);
    changed.put(unit, assigned);
    return withUnits(changed);
  }

  Picture without(String unit) {
    SortedMap<String, Assigned> changed = new TreeMap<>(units);
    changed.remove(unit);
    return withUnits(changed);
  }

  Picture withUnits(SortedMap<String, Assigned> newUnits) {
    return new Picture(
        number, commander, origin, belief, course, ruling, checking, newUnits, wants, dealings);
  }

  Picture withWants(SortedMap<String, Want> newWants) {
    return new Picture(
        number, commander, origin, belief, course, ruling, checking, units, newWants, dealings);
  }

  Picture with(String key, Want want) {
    SortedMap<String, Want> changed = new TreeMap<>(wants);
    if (want.count() > 0) {
      changed.put(key, want);
    } else {
      changed.remove(key);
    }
    return withWants(changed);
  }

  /** The same, commanded by somebody else from now on. */
  Picture handedTo(AgentId newCommander) {
    return new Picture(
        number,
        newCommander,
        origin,
        belief,
        course,
        ruling,
        checking,
        units,
        new TreeMap<>(),
        dealings);
  }

  /** Whether a unit is on its way or there. */
  boolean hasActiveUnits() {
    return units.values().stream().anyMatch(unit -> unit.phase() != Assigned.Phase.DONE);
  }

  /** Units on the scene. */
  long unitsThere() {
    return units.values().stream().filter(unit -> unit.phase() == Assigned.Phase.THERE).count();
  }
}
