package io.testroad.incident;

import io.testroad.engine.AgentId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a scenario says of what can go wrong, and how it develops.
 *
 * @param watchers who may notice what is there
 * @param hazards what goes wrong at random
 * @param icvs the operator of each ICV, by its name
 * @param habits what else the scenario settles
 */
public record ScenesSpec(
    List<Watcher> watchers, List<Hazard> hazards, SortedMap<String, AgentId> icvs, Habits habits) {

  /** The agent's id. */
  public static final AgentId ID = AgentId.of("scenes", "all");

  /**
   * Somebody who may notice what is there.
   *
   * @param agent whom to tell
   * @param roads ids of the roads that it sees; empty: all
   * @param records whether it keeps a video that is evidence
   */
  public record Watcher(AgentId agent, Set<String> roads, boolean records) {
    public Watcher {
      roads = Collections.unmodifiableSet(new TreeSet<>(roads));
    }

    boolean sees(List<String> any) {
      return roads.isEmpty() || any.stream().anyMatch(roads::contains);
    }
  }

  /**
   * What a scenario settles about scenes in general.
   *
   * @param secondaryCrashes whether crashes in the queue are drawn
   * @param incidentScreen whether units put up a screen, so that nobody from the other direction
   *     looks
   * @param countedM how far back from a scene the traffic is counted, m
   * @param mostCounted scenes whose traffic is counted at a time; one that begins when there are so
   *     many has an account of lanes and riders only
   */
  public record Habits(
      boolean secondaryCrashes, boolean incidentScreen, double countedM, int mostCounted) {

    /** What holds where a scenario says nothing. */
    public static final Habits USUAL = new Habits(false, false, 3000, 200);
  }

  public ScenesSpec {
    watchers = List.copyOf(watchers);
    hazards = List.copyOf(hazards);
    icvs = Collections.unmodifiableSortedMap(new TreeMap<>(icvs));
  }

  /** Scenes that nobody sees, without hazards and ICVs. */
  public static ScenesSpec plain() {
    return new ScenesSpec(List.of(), List.of(), new TreeMap<>(), Habits.USUAL);
  }

  /** The agent's id. */
  public AgentId id() {
    return ID;
  }
}
