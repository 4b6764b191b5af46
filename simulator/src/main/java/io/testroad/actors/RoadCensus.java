package io.testroad.actors;

import io.testroad.engine.Clock;
import io.testroad.engine.Percept;
import io.testroad.engine.RoadDecision;
import io.testroad.traffic.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Puts together what regions have counted on the roads: one tally a scene, and one survey of travel
 * times. A scene with nobody on its roads is told of once.
 *
 * <p>Counting does not keep the clock from jumping, but where somebody was on the roads last time,
 * or a road was slow, it stops at the next count, so that nobody goes on with old figures.
 */
final class RoadCensus {

  private static final long SECOND_MS = 1000;

  private final long tickMillis;
  private final SortedSet<Integer> busyScenes = new TreeSet<>();
  private boolean someSlow;
  private long surveyEveryMs;
  private SortedMap<Integer, Percept.Tally> tallies = new TreeMap<>();
  private List<Percept.TravelTimes> surveys = new ArrayList<>();

  RoadCensus(long tickMillis) {
    this.tickMillis = tickMillis;
  }

  /** Takes note of what is decided about counts. */
  void note(RoadDecision decision) {
    if (decision instanceof RoadDecision.Count count && count.roads().isEmpty()) {
      busyScenes.remove(count.scene());
    } else if (decision instanceof RoadDecision.Survey survey) {
      surveyEveryMs = Math.round(survey.everyS() * SECOND_MS);
      someSlow &= surveyEveryMs > 0;
    }
  }

  /** Takes in what all regions report of a tick, in whatever order. */
  void take(long tick, List<StepResult> results) {
    tallies = new TreeMap<>();
    surveys = new ArrayList<>();
    SortedMap<String, Double> seconds = new TreeMap<>();
    boolean surveyed = false;
    for (StepResult result : results) {
      for (Percept counted : result.counts()) {
        if (counted instanceof Percept.Tally tally) {
          tallies.merge(tally.scene(), tally, RoadCensus::sum);
        } else if (counted instanceof Percept.TravelTimes times) {
          seconds.putAll(times.seconds());
          surveyed = true;
        }
      }
    }
    if (begins(tick, SECOND_MS)) {
      List<Integer> left = busyScenes.stream().filter(s -> !tallies.containsKey(s)).toList();
      busyScenes.clear();
      busyScenes.addAll(tallies.keySet());
      left.forEach(scene -> tallies.put(scene, new Percept.Tally(scene, 0, 0, 0)));
    }
    if (surveyed) {
      someSlow = !seconds.isEmpty();
      surveys.add(new Percept.TravelTimes(seconds));
    }
  }

  private static Percept.Tally sum(Percept.Tally a, Percept.Tally b) {
    return new Percept.Tally(
        a.scene(),
        a.vehicles() + b.vehicles(),
        a.standing() + b.standing(),
        a.lostMs() + b.lostMs());
  }

  private boolean begins(long tick, long intervalMs) {
    return Math.floorDiv(tick * tickMillis, intervalMs)
        != Math.floorDiv((tick - 1) * tickMillis, intervalMs);
  }

  /** The tick's tallies, by scene. */
  List<Percept.Tally> tallies() {
    return List.copyOf(tallies.values());
  }

  /** The tick's survey, if there was one. */
  List<Percept.TravelTimes> surveys() {
    return surveys;
  }

  /** The tick after one at which a count must be made; {@link Clock#NEVER} if none is owed. */
  long nextDue(long tick) {
    long due = busyScenes.isEmpty() ? Clock.NEVER : nextBeginning(tick, SECOND_MS);
    return someSlow ? Math.min(due, nextBeginning(tick, surveyEveryMs)) : due;
  }

  private long nextBeginning(long tick, long intervalMs) {
    long at = (Math.floorDiv(tick * tickMillis, intervalMs) + 1) * intervalMs;
    return (at + tickMillis - 1) / tickMillis;
  }
}
