package io.testroad.incident;

import io.testroad.engine.AgentId;
import io.testroad.protocol.Task;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a command centre knows.
 *
 * @param opened how many incidents it has opened
 * @param pictures the incidents that are open, by number; those it has handed over too
 * @param closed incidents closed not long ago, so that a late report of one opens none
 * @param posts where each of its units is believed to be, by name
 * @param loans units that others have asked for and wait for, by incident, asker and task
 * @param measures the measures in force, by what they are and where
 * @param geofences the emergency geofences in force that the script has ordered, by name
 * @param slowS how long it takes along roads that are slow, s, by road
 */
public record CentreState(
    int opened,
    SortedMap<Integer, Picture> pictures,
    SortedMap<Integer, Closed> closed,
    SortedMap<String, Post> posts,
    SortedMap<String, Loan> loans,
    SortedMap<String, InForce> measures,
    SortedMap<String, Geofence> geofences,
    SortedMap<String, Double> slowS) {

  public CentreState {
    pictures = Collections.unmodifiableSortedMap(pictures);
    closed = Collections.unmodifiableSortedMap(closed);
    posts = Collections.unmodifiableSortedMap(posts);
    loans = Collections.unmodifiableSortedMap(loans);
    measures = Collections.unmodifiableSortedMap(measures);
    geofences = Collections.unmodifiableSortedMap(geofences);
    slowS = Collections.unmodifiableSortedMap(slowS);
  }

  /** Nothing but where the units stand. */
  static CentreState of(CentreSpec spec) {
    SortedMap<String, Post> posts = new TreeMap<>();
    spec.units().forEach(unit -> posts.put(unit.name(), Post.atStation(unit)));
    return new CentreState(
        0,
        new TreeMap<>(),
        new TreeMap<>(),
        posts,
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>());
  }

  /**
   * An incident that was closed.
   *
   * @param belief what was believed to be there
   * @param tick when it was closed
   */
  public record Closed(Belief belief, long tick) {}

  /**
   * Where a unit is believed to be.
   *
   * @param road id of the road
   * @param positionM where along it, m
   * @param engagement what it is doing
   * @param priority of the incident it is on its way to, else 0
   * @param sentTick when it was sent last
   * @param homeTick when it will be at its station, if it isn't sent before
   */
  public record Post(
      String road,
      double positionM,
      UnitView.Engagement engagement,
      int priority,
      long sentTick,
      long homeTick) {

    /** At its station. */
    static Post atStation(UnitSpec unit) {
      return new Post(unit.station(), unit.stationM(), UnitView.Engagement.FREE, 0, -1, 0);
    }

    Post engaged(UnitView.Engagement newEngagement, int newPriority, long tick) {
      return new Post(road, positionM, newEngagement, newPriority, tick, homeTick);
    }

    /** The unit has told where it is. */
    Post at(String newRoad, double newPositionM) {
      return new Post(newRoad, newPositionM, engagement, priority, sentTick, homeTick);
    }

    Post busy() {
      return new Post(road, positionM, UnitView.Engagement.BUSY, 0, sentTick, homeTick);
    }
  }

  /**
   * A unit that another centre asked for.
   *
   * @param incident the incident's number
   * @param commander who asked, and would command it
   * @param road where
   * @param positionM where along the road, m
   * @param task what it is to do
   * @param priority of the incident
   * @param plan the plan it would be sent under
   * @param reportedTick when the incident was reported first
   * @param known what the asker knows, in words
   */
  public record Loan(
      int incident,
      AgentId commander,
      String road,
      double positionM,
      Task task,
      int priority,
      String plan,
      long reportedTick,
      String known) {}

  /**
   * A measure in force.
   *
   * @param measure what it is, as plans name it
   * @param road where
   * @param lane the lane, or -1
   * @param strength by which incident to which extent: a speed in m/s, a share of drivers; else 1
   */
  public record InForce(
      String measure, String road, int lane, SortedMap<Integer, Double> strength) {
    public InForce {
      strength = Collections.unmodifiableSortedMap(new TreeMap<>(strength));
    }
  }

  /**
   * An emergency geofence.
   *
   * @param zone the name of the zone it closes
   * @param until its last instant
   */
  public record Geofence(String zone, Instant until) {}
}
