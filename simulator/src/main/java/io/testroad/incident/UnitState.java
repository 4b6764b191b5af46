package io.testroad.incident;

import com.fasterxml.jackson.annotation.JsonValue;
import io.testroad.protocol.IncidentLetter;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a response unit knows.
 *
 * @param phase what it does
 * @param order what it was sent to do, or null
 * @param sentTick when it was sent
 * @param serial how often it has turned out or flown; timers of earlier times don't count
 * @param place where it is
 * @param flight where it flies; null when it doesn't
 * @param job the piece of work it is at, or null
 * @param jobs how many pieces of work it has begun
 * @param walk what it has to do with its feet
 * @param slowS how long it takes along roads that are slow, s, by road, as it was told last
 */
public record UnitState(
    Phase phase,
    IncidentLetter.@Nullable UnitSent order,
    long sentTick,
    int serial,
    Place place,
    @Nullable Flight flight,
    @Nullable Job job,
    int jobs,
    Walk walk,
    SortedMap<String, Double> slowS) {

  /** What a unit does. Written in kebab-case. */
  public enum Phase {
    AT_STATION,
    PATROLLING,
    TURNING_OUT,
    DRIVING,
    /** It has left its vehicle in a jam and goes on to the scene on foot. */
    WALKING,
    /** On foot back to its vehicle. */
    WALKING_BACK,
    FLYING,
    ON_SCENE,
    RETURNING,
    /** It has been in a collision itself, or there is no way on. */
    OUT_OF_SERVICE;

    @JsonValue
    String written() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Where it is.
   *
   * @param road the road it is on, or stands by
   * @param positionM where on it, m
   * @param onRoad whether its vehicle is in the traffic
   * @param ahead the roads that follow on its way
   * @param asked the signal it has asked for green, or empty
   */
  public record Place(
      String road, double positionM, boolean onRoad, List<String> ahead, String asked) {
    public Place {
      ahead = List.copyOf(ahead);
    }

    Place at(double newPositionM) {
      return new Place(road, newPositionM, onRoad, ahead, asked);
    }

    Place on(String newRoad) {
      int at = ahead.indexOf(newRoad);
      List<String> left = at < 0 ? List.of() : ahead.subList(at + 1, ahead.size());
      return new Place(newRoad, 0, true, left, asked);
    }

    Place along(List<String> way, boolean nowOnRoad) {
      return new Place(road, positionM, nowOnRoad, way, asked);
    }

    Place off() {
      return new Place(road, positionM, false, List.of(), "");
    }

    Place asking(String signal) {
      return new Place(road, positionM, onRoad, ahead, signal);
    }
  }

  /**
   * A flight.
   *
   * @param fromX easting where it began, m
   * @param fromY northing where it began, m
   * @param toX easting where it ends, m
   * @param toY northing where it ends, m
   * @param beginTick when it began
   * @param endTick when it ends
   */
  public record Flight(
      double fromX, double fromY, double toX, double toY, long beginTick, long endTick) {

    /** Where it is at a tick. */
    double[] at(long tick) {
      double share =
          endTick <= beginTick
              ? 1
              : Math.max(0, Math.min(1, (tick - beginTick) / (double) (endTick - beginTick)));
      return new double[] {fromX + share * (toX - fromX), fromY + share * (toY - fromY)};
    }
  }

  /**
   * A piece of work.
   *
   * @param scene the scene's number
   * @param task what
   * @param item on what
   * @param beganTick since when
   */
  public record Job(int scene, String task, String item, long beganTick) {}

  /**
   * Standing in traffic, and going on from there on foot.
   *
   * @param stoodS how long it has stood on its way to the scene, s
   * @param lastsS how long it walks between its vehicle and the scene, s; 0: its vehicle is there
   * @param road the road of the scene it walks to; empty when its vehicle is there
   * @param positionM where on that road, m
   * @param beganTick when it set off on foot
   */
  public record Walk(double stoodS, double lastsS, String road, double positionM, long beganTick) {

    /** It has not stood yet, and its vehicle is where it is. */
    static final Walk NONE = new Walk(0, 0, "", 0, 0);

    Walk standing(double seconds) {
      return new Walk(stoodS + seconds, lastsS, road, positionM, beganTick);
    }

    Walk to(IncidentLetter.UnitSent order, double seconds) {
      return new Walk(stoodS, seconds, order.road(), order.positionM(), beganTick);
    }

    Walk since(long tick) {
      return new Walk(stoodS, lastsS, road, positionM, tick);
    }
  }

  UnitState in(Phase newPhase) {
    return new UnitState(newPhase, order, sentTick, serial, place, flight, job, jobs, walk, slowS);
  }

  UnitState with(IncidentLetter.@Nullable UnitSent newOrder, long tick) {
    return new UnitState(phase, newOrder, tick, serial, place, flight, job, jobs, walk, slowS);
  }

  UnitState with(Place newPlace) {
    return new UnitState(phase, order, sentTick, serial, newPlace, flight, job, jobs, walk, slowS);
  }

  UnitState withNextSerial() {
    return new UnitState(phase, order, sentTick, serial + 1, place, flight, job, jobs, walk, slowS);
  }

  UnitState with(@Nullable Flight newFlight) {
    return new UnitState(phase, order, sentTick, serial, place, newFlight, job, jobs, walk, slowS);
  }

  UnitState begins(Job newJob) {
    return new UnitState(
        phase, order, sentTick, serial, place, flight, newJob, jobs + 1, walk, slowS);
  }

  UnitState withoutJob() {
    return new UnitState(phase, order, sentTick, serial, place, flight, null, jobs, walk, slowS);
  }

  UnitState with(Walk newWalk) {
    return new UnitState(phase, order, sentTick, serial, place, flight, job, jobs, newWalk, slowS);
  }

  UnitState knowing(SortedMap<String, Double> newSlowS) {
    return new UnitState(phase, order, sentTick, serial, place, flight, job, jobs, walk, newSlowS);
  }
}
