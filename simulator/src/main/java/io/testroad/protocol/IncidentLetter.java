package io.testroad.protocol;

import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/** Letters about what the command centres know, decide and order, and how it is carried out. */
public sealed interface IncidentLetter extends Correspondence {

  /**
   * Something happened on the road; from the roads to the scenes, and from a vehicle that tells the
   * platform of itself.
   *
   * @param occurrence kebab-case: vehicle-stalled, collision
   * @param vehicle the vehicle's name
   */
  record RoadOccurrence(String occurrence, String road, int lane, double positionM, String vehicle)
      implements IncidentLetter {}

  /** The vehicle went on by itself, or was taken away. */
  record ObstacleGone(String vehicle) implements IncidentLetter {}

  // intelligence --------------------------------------------------------------------------------

  /** A timer of a sensor's own: it has worked out what it saw. */
  record DetectionReady(SceneLetter.Sight seen, long occurredTick) implements IncidentLetter {}

  /** A timer of a sensor's own: it takes something for an incident that is none. */
  record FalseAlarmDue(int number) implements IncidentLetter {}

  /**
   * A report to a command centre.
   *
   * @param seen what is reported, as the source took it: place and kind may be wrong
   * @param source who reports, an agent id
   * @param means how: camera, loop, roadside-unit, telemetry, remote-officer, caller, patrol,
   *     checkpoint, unit, drone, centre
   * @param precisionM how wrong the place may be, m
   * @param occurredTick when it happened, as far as the source knows
   */
  record Reported(
      SceneLetter.Sight seen, AgentId source, String means, double precisionM, long occurredTick)
      implements IncidentLetter {}

  /** What was reported isn't there any more, as the source sees it. */
  record ReportedGone(SceneLetter.Sight seen, AgentId source) implements IncidentLetter {}

  /**
   * A report about an incident that another centre commands; from the centre that knows which one
   * is meant to the commander.
   *
   * @param incident the incident's number
   * @param told a {@link Reported} or {@link ReportedGone}
   */
  record PassedOn(int incident, IncidentLetter told) implements IncidentLetter {}

  /**
   * A centre asks a camera, or another source that can look, whether a report is true.
   *
   * @param inquiry the incident's number
   */
  record CheckAsked(int inquiry, String road, double positionM, double withinM)
      implements IncidentLetter {}

  /**
   * The answer.
   *
   * @param conclusive whether nothing seen means that nothing is there
   */
  record Checked(int inquiry, String means, boolean conclusive, List<SceneLetter.Sight> sights)
      implements IncidentLetter {
    public Checked {
      sights = List.copyOf(sights);
    }
  }

  /** A timer of the centre's own: nobody has confirmed the report until now. */
  record VerificationDue(int incident, int serial) implements IncidentLetter {}

  // command -------------------------------------------------------------------------------------

  /** A timer of the centre's own: looks at an incident again, whatever is open about it. */
  record ReviewDue(int incident, String what, int serial) implements IncidentLetter {}

  /**
   * A unit is sent; it may be on its way to or from another incident.
   *
   * @param incident the number its commander knows the incident by
   * @param commander who commands it there, a centre's id
   * @param road the road of the incident
   * @param positionM where on it, m
   * @param tasks what it is to do there, in order; what it finds beyond that it reports
   * @param plan the plan it is sent under
   * @param preEmption whether it may ask signals for green
   * @param slowS how long it takes along roads that are slow, s, by road, as the centre that sends
   *     it knows
   */
  record UnitSent(
      int incident,
      AgentId commander,
      String road,
      double positionM,
      List<String> tasks,
      String plan,
      boolean preEmption,
      SortedMap<String, Double> slowS)
      implements IncidentLetter {
    public UnitSent {
      tasks = List.copyOf(tasks);
      slowS = Collections.unmodifiableSortedMap(slowS);
    }
  }

  /**
   * How traffic is now; from its centre to a unit that is under way.
   *
   * @param slowS how long it takes along roads that are slow, s, by road
   */
  record TrafficTold(SortedMap<String, Double> slowS) implements IncidentLetter {
    public TrafficTold {
      slowS = Collections.unmodifiableSortedMap(slowS);
    }
  }

  /** A unit isn't needed any more, or elsewhere more; it goes home, or where it is sent next. */
  record UnitRecalled(int incident, String reason) implements IncidentLetter {}

  /** An emergency measure an operator is asked to take for a vehicle of its. */
  record OperatorAsked(int incident, String vehicle, String measure) implements IncidentLetter {}

  /**
   * What has come of it.
   *
   * @param measure restart, move-aside, unlock-doors or send-crew
   * @param outcome done, refused, or under-way; a crew that was under way is done when the vehicle
   *     goes on
   */
  record OperatorAnswered(int incident, String vehicle, String measure, String outcome)
      implements IncidentLetter {}

  /**
   * A centre asks the one above for units it hasn't got.
   *
   * @param commander who asks, and would command the unit
   * @param known what it knows of the incident, the facts {@code incident.…}
   */
  record SupportAsked(
      int incident,
      AgentId commander,
      String road,
      double positionM,
      String task,
      int priority,
      String plan,
      Facts known)
      implements IncidentLetter {}

  /** The centre above has sent one of its units, or none is to be had anywhere. */
  record SupportAnswered(int incident, String task, String unit) implements IncidentLetter {}

  /**
   * A centre tells the one above, or below, of an incident; or hands the command over.
   *
   * @param incident the sender's number
   * @param takeOver whether the recipient is in command from now on
   */
  record IncidentTold(
      int incident,
      SceneLetter.Sight believed,
      String severity,
      String plan,
      boolean takeOver,
      String reason,
      Facts known)
      implements IncidentLetter {}

  /** The last order of a run's time: whatever is open is put on record with its reason. */
  record RunEnding() implements IncidentLetter {}

  // action --------------------------------------------------------------------------------------

  /** A timer of the unit's own: it has got going. */
  record TurnedOut(int order) implements IncidentLetter {}

  /** A timer of the unit's own: it has flown there. */
  record FlownThere(int order) implements IncidentLetter {}

  /** A timer of the unit's own: it has walked there, or back to its vehicle. */
  record WalkedThere(int order) implements IncidentLetter {}

  /** A unit is on the scene; to its commander. */
  record UnitOnScene(int incident, String unit) implements IncidentLetter {}

  /** What a unit found; to its commander. Nothing is there when the list is empty. */
  record UnitFound(int incident, String unit, List<SceneLetter.Sight> sights)
      implements IncidentLetter {
    public UnitFound {
      sights = List.copyOf(sights);
    }
  }

  /** A timer of the unit's own: its piece of work is done. */
  record WorkFinished(int order, String task, String item) implements IncidentLetter {}

  /** A unit has done a piece of work; to its commander. */
  record TaskReported(int incident, String unit, String task, String item, Facts found)
      implements IncidentLetter {}

  /** A unit has nothing more to do on the scene; to its commander. */
  record UnitDone(int incident, String unit) implements IncidentLetter {}

  /** A unit is free for the next order; to the centre it belongs to. */
  record UnitFree(String unit, String road, double positionM) implements IncidentLetter {}

  /** A unit can't get there; to its commander and the centre it belongs to. */
  record UnitStuck(int incident, String unit, String road, String cause)
      implements IncidentLetter {}

  // afterwards ----------------------------------------------------------------------------------

  /**
   * Police tell the relief fund of somebody whose rescue nobody can pay.
   *
   * @param costCny what the rescue cost, CNY
   * @param rescueDay the last day of rescue, from 1
   * @param ground why the fund is to pay, kebab-case: hit-and-run, no-cover, above-cover
   * @param lateReason why rescue went on beyond the time that is paid for; empty without a reason
   */
  record FundNotified(int incident, double costCny, int rescueDay, String ground, String lateReason)
      implements IncidentLetter {}

  /** A timer of the fund's own: the review is over, or the payment due. */
  record FundDue(int fundCase, String step) implements IncidentLetter {}
}
