package io.testroad.incident;

import java.time.Duration;
import java.util.Optional;

/** A measure a plan takes besides sending units. */
public sealed interface Measure {

  /** Its name in plans, kebab-case. */
  String written();

  /** Lanes are closed: those that are blocked, or the whole road. */
  record CloseLanes(boolean wholeRoad) implements Measure {
    @Override
    public String written() {
      return "close-lanes";
    }
  }

  /** The limit is lowered on the roads up to a distance upstream. */
  record LimitSpeed(double speedMps, double upstreamM) implements Measure {
    @Override
    public String written() {
      return "limit-speed";
    }
  }

  /**
   * A message sign, or a warning sign, at a distance upstream.
   *
   * @param compliance the share of drivers who follow it, 0 to 1
   */
  record Sign(double upstreamM, double compliance) implements Measure {
    @Override
    public String written() {
      return "sign";
    }
  }

  /** A message to all connected vehicles within a radius; the share that follows it, 0 to 1. */
  record Broadcast(double radiusM, double compliance) implements Measure {
    @Override
    public String written() {
      return "v2x";
    }
  }

  /** Drivers are told to go another way; the share that does, 0 to 1. */
  record Divert(double compliance) implements Measure {
    @Override
    public String written() {
      return "divert";
    }
  }

  /** Units on their way may ask signals for green. */
  record PreEmption() implements Measure {
    @Override
    public String written() {
      return "pre-emption";
    }
  }

  /** Operators keep their vehicles out of, and get them out of, a circle. */
  record Geofence(double radiusM, Duration lasts) implements Measure {
    @Override
    public String written() {
      return "geofence";
    }
  }

  /** A minor case is settled by video or telephone, without a unit; how long that takes. */
  record Video(Duration takes) implements Measure {
    @Override
    public String written() {
      return "video";
    }
  }

  /**
   * The operator of the vehicle is asked for an emergency measure.
   *
   * @param within how soon it must answer; empty: whenever
   */
  record AskOperator(OperatorMeasure measure, Optional<Duration> within) implements Measure {
    @Override
    public String written() {
      return "ask-operator";
    }
  }
}
