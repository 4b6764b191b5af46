package io.testroad.incident;

import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.protocol.SceneFacts;
import io.testroad.protocol.SceneLetter.Sight;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** Brings what a centre knows of an incident and of itself into the words its plans read. */
final class CentreFacts {

  /** Night, for the plans (assumption: as for plates, from 19:00 to 07:00, whatever the season). */
  private static final LocalTime DAY_BEGINS = LocalTime.of(7, 0);

  private static final LocalTime DAY_ENDS = LocalTime.of(19, 0);

  /** Facts of a scene that plans read under other names. */
  private static final List<Map.Entry<String, String>> SAME =
      List.of(
          Map.entry(SceneFacts.SEVERITY, PlanFacts.HARM),
          Map.entry(SceneFacts.INJURED, PlanFacts.INJURED),
          Map.entry(SceneFacts.DEAD, PlanFacts.DEAD),
          Map.entry(SceneFacts.TRAPPED, PlanFacts.TRAPPED),
          Map.entry(SceneFacts.FIRE, PlanFacts.FIRE),
          Map.entry(SceneFacts.SUBSTANCE, PlanFacts.SUBSTANCE),
          Map.entry(SceneFacts.LITRES, PlanFacts.LITRES),
          Map.entry(SceneFacts.ICV, PlanFacts.ICV),
          Map.entry(SceneFacts.CAN_MOVE, PlanFacts.CAN_MOVE),
          Map.entry(SceneFacts.OTHER_KIND, PlanFacts.OTHER_KIND),
          Map.entry(SceneFacts.RIDERS, PlanFacts.RIDERS),
          Map.entry(SceneFacts.CAUSE, PlanFacts.CAUSE));

  private final RoadsAround roads;

  CentreFacts(RoadsAround roads) {
    this.roads = roads;
  }

  /** What is known of an incident and of the centre now. */
  Facts of(Desk desk, Picture picture) {
    return scene(picture.belief().sight())
        .and(place(desk, picture.belief()))
        .and(course(desk, picture))
        .and(centre(desk));
  }

  private static Facts scene(Sight sight) {
    Facts facts = Facts.of(PlanFacts.KIND, sight.kind());
    for (Map.Entry<String, String> same : SAME) {
      Object value = sight.facts().find(same.getKey());
      if (value != null) {
        facts = facts.with(same.getValue(), value);
      }
    }
    return facts;
  }

  private Facts place(Desk desk, Belief belief) {
    String road = belief.sight().road();
    return Facts.of(
        PlanFacts.BLOCKED_LANES, belief.blockedLanes().size(),
        PlanFacts.LANES, roads.lanes(road),
        PlanFacts.EXPRESSWAY, roads.isExpressway(road),
        PlanFacts.SPEED_LIMIT, roads.speedLimitMps(road),
        PlanFacts.ZONE, desk.spec().surroundings().zones().getOrDefault(road, ""));
  }

  private static Facts course(Desk desk, Picture picture) {
    LocalTime time = desk.turn().now().toLocalTime();
    return Facts.of(
        PlanFacts.VEHICLES, picture.belief().sight().vehicles().size(),
        PlanFacts.WAITS, desk.secondsSince(picture.course().reportedTick()),
        PlanFacts.REPORTS, picture.belief().count(),
        PlanFacts.VERIFIED, picture.course().isVerified(),
        PlanFacts.UNITS_SENT, picture.units().size(),
        PlanFacts.UNITS_THERE, picture.unitsThere(),
        PlanFacts.NIGHT, time.isBefore(DAY_BEGINS) || !time.isBefore(DAY_ENDS));
  }

  private static Facts centre(Desk desk) {
    CentreState state = desk.state();
    return Facts.of(
        PlanFacts.LEVEL, desk.spec().level().written(),
        PlanFacts.FREE_UNITS, freeUnits(state),
        PlanFacts.OPEN, open(desk.self(), state),
        PlanFacts.QUEUE, queue(state));
  }

  /** Units that may be sent. */
  static long freeUnits(CentreState state) {
    return state.posts().values().stream()
        .filter(
            post ->
                post.engagement() == UnitView.Engagement.FREE
                    || post.engagement() == UnitView.Engagement.HOMEWARD)
        .count();
  }

  /** Incidents that are open and that a centre commands. */
  static long open(AgentId centre, CentreState state) {
    return state.pictures().values().stream()
        .filter(each -> each.commander().equals(centre))
        .count();
  }

  /** Incidents that wait for a unit. */
  static long queue(CentreState state) {
    return state.pictures().values().stream().filter(each -> !each.wants().isEmpty()).count();
  }

  /** Incidents of which nobody knows yet whether they are true. */
  static long unverified(CentreState state) {
    return state.pictures().values().stream().filter(each -> !each.course().isVerified()).count();
  }
}
