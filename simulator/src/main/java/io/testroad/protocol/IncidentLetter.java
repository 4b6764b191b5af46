package io.testroad.protocol;

import io.testroad.engine.AgentId;
import java.util.List;

/** Letters about what goes wrong on the road, and how it is handled. */
public sealed interface IncidentLetter extends Correspondence {

  /**
   * Something happened where a sensor could see it; from the roads.
   *
   * @param occurrence kebab-case: vehicle-stalled, collision
   * @param vehicle the vehicle's name
   */
  record RoadOccurrence(String occurrence, String road, int lane, double positionM, String vehicle)
      implements IncidentLetter {}

  /** A timer of a sensor's or the platform's own: it has worked out what it saw. */
  record DetectionReady(RoadOccurrence seen, long occurredTick) implements IncidentLetter {}

  /**
   * A report to the command centre.
   *
   * @param source who reports, an agent id
   * @param occurredTick when it happened, as far as the source knows
   */
  record IncidentReported(RoadOccurrence occurrence, AgentId source, long occurredTick)
      implements IncidentLetter {}

  /** A timer of the centre's own: the report has been checked. */
  record VerificationDone(int incident) implements IncidentLetter {}

  /** A timer of the centre's own: looks again for a unit. */
  record DispatchRetry(int incident) implements IncidentLetter {}

  /**
   * A unit is sent.
   *
   * @param roads the way, from where the unit is to the road of the incident
   * @param positionM where on the last road it is to stop, m
   * @param task kebab-case: what it is to do there
   */
  record UnitSent(int incident, List<String> roads, double positionM, String task)
      implements IncidentLetter {
    public UnitSent {
      roads = List.copyOf(roads);
    }
  }

  /** A timer of the unit's own: it has got going. */
  record TurnedOut(int incident) implements IncidentLetter {}

  /** The unit is on the scene. */
  record UnitOnScene(int incident) implements IncidentLetter {}

  /** A timer of the unit's own: its work is done. */
  record WorkFinished(int incident) implements IncidentLetter {}

  /** The unit has done its work; it stands at the road it worked on. */
  record SceneCleared(int incident, String road) implements IncidentLetter {}

  /** The vehicle went on by itself. */
  record ObstacleGone(String vehicle) implements IncidentLetter {}
}
