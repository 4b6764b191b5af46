package io.testroad.incident;

import io.testroad.engine.AgentId;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.SceneFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How incidents end: dismissed, or cleared and closed, or left open when the run ends. */
final class Ending {

  static final String FALSE_ALARM = "false-alarm";
  static final String OBSTACLE_GONE = "obstacle-gone";
  static final String NOTHING_FOUND = "nothing-found";

  /** A settlement by video is among what was asked of others. */
  static final String VIDEO = "video";

  static final String SETTLED = "settled";

  /** That the relief fund is to be notified, with the number of injured, is among it, too. */
  private static final String FUND_DUE = "fund";

  /** How long an incident that was closed is remembered, s (assumption). */
  private static final double REMEMBERED_S = 600;

  /** What it costs to save one injured person beyond what insurance covers, CNY (assumption). */
  private static final double RESCUE_CNY = 20_000;

  private static final AgentId FUND = AgentId.of("fund", "relief");

  private final Measures measures;

  Ending(Measures measures) {
    this.measures = measures;
  }

  /** A report was wrong, or what it was about is gone: units are called back, measures lifted. */
  void dismiss(Desk desk, Picture picture, String reason, String means) {
    Facts facts = Facts.of("reason", reason).and(desk.by());
    desk.record(
        EventType.INCIDENT_DISMISSED,
        picture.number(),
        means.isEmpty() ? facts : facts.with("means", means));
    Picture alone = picture;
    for (String unit : picture.units().keySet()) {
      alone = callBack(desk, alone, unit, reason);
    }
    measures.liftAll(desk, alone);
    if (reason.equals(OBSTACLE_GONE)) {
      remember(desk, alone);
    }
    leave(desk, alone);
  }

  /** Calls a unit back that is on its way, or lets one go that is there; the picture without it. */
  Picture callBack(Desk desk, Picture picture, String unit, String reason) {
    Assigned assigned = picture.units().get(unit);
    if (assigned == null || assigned.phase() == Assigned.Phase.DONE) {
      return picture;
    }
    if (assigned.phase() == Assigned.Phase.SENT) {
      desk.decided(EventType.UNIT_RECALLED, picture, Facts.of("unit", unit, "reason", reason));
      desk.post(AgentId.vehicle(unit), new IncidentLetter.UnitRecalled(picture.number(), reason));
      return picture.without(unit);
    }
    desk.record(
        EventType.UNIT_RELEASED, picture.number(), Facts.of("unit", unit, "reason", reason));
    return picture.with(unit, assigned.in(Assigned.Phase.DONE));
  }

  /** Clears and closes an incident where nothing stands in the way; whether it is still open. */
  boolean look(Desk desk, Picture picture, Assessment assessed) {
    Picture looked = picture;
    if (!looked.course().isCleared() && isFree(looked)) {
      looked = looked.with(looked.course().cleared(desk.tick()));
      measures.liftAll(desk, looked);
      desk.record(
          EventType.ROADWAY_CLEARED,
          looked.number(),
          Facts.of("afterS", desk.secondsSince(looked.course().reportedTick())).and(desk.by()));
      desk.note(looked);
    }
    if (!looked.course().isCleared() || looked.hasActiveUnits() || !looked.wants().isEmpty()) {
      return true;
    }
    close(desk, looked, assessed);
    return false;
  }

  private static boolean isFree(Picture picture) {
    if (!picture.course().isVerified()) {
      return false;
    }
    if (picture.course().gone()) {
      return true;
    }
    boolean worked =
        picture.units().values().stream()
            .anyMatch(unit -> unit.phase() == Assigned.Phase.DONE && !unit.kind().flies());
    boolean settled = SETTLED.equals(picture.dealings().operators().get(VIDEO));
    return (worked || settled) && !picture.hasActiveUnits() && picture.wants().isEmpty();
  }

  private void close(Desk desk, Picture picture, Assessment assessed) {
    Picture filed = ReportClocks.end(desk, picture, assessed);
    desk.record(
        EventType.INCIDENT_CLOSED,
        picture.number(),
        Facts.of("afterS", desk.secondsSince(picture.course().reportedTick())).and(desk.by()));
    String saved = picture.dealings().operators().get(FUND_DUE);
    if (saved != null) {
      notifyFund(desk, picture, Long.parseLong(saved));
    }
    remember(desk, filed);
    leave(desk, filed);
  }

  /**
   * Remembers that the relief fund is to be notified when all is over, and of how many injured:
   * those who are treated aren't there any more then.
   */
  static Picture noteFund(Picture picture, Assessment assessed) {
    boolean due =
        assessed.plan().map(plan -> plan.fund().holds(assessed.situation())).orElse(false);
    if (!due) {
      return picture;
    }
    long before = Long.parseLong(picture.dealings().operators().getOrDefault(FUND_DUE, "0"));
    long saved = Math.max(before, picture.belief().number(SceneFacts.INJURED));
    return picture.with(picture.dealings().withOperator(FUND_DUE, Long.toString(saved)));
  }

  private static void notifyFund(Desk desk, Picture picture, long saved) {
    String cause = picture.belief().text(SceneFacts.CAUSE);
    String ground = cause.equals("hit-and-run") ? cause : "above-cover";
    desk.post(
        FUND,
        new IncidentLetter.FundNotified(
            picture.number(), Math.max(1, saved) * RESCUE_CNY, 1, ground, ""));
  }

  private static void remember(Desk desk, Picture picture) {
    for (Map.Entry<Integer, CentreState.Closed> old :
        List.copyOf(desk.closed().entries().entrySet())) {
      if (desk.secondsSince(old.getValue().tick()) > REMEMBERED_S) {
        desk.closed().remove(old.getKey());
      }
    }
    desk.closed().put(picture.number(), new CentreState.Closed(picture.belief(), desk.tick()));
  }

  private static void leave(Desk desk, Picture picture) {
    SortedMap<String, AgentId> told = new TreeMap<>();
    picture.dealings().supporters().forEach(each -> told.put(each, new AgentId(each)));
    if (!picture.origin().equals(desk.self())) {
      told.put(picture.origin().value(), picture.origin());
    }
    told.values()
        .forEach(
            centre ->
                desk.post(
                    centre,
                    new IncidentLetter.IncidentTold(
                        picture.number(),
                        picture.belief().sight(),
                        picture.ruling().severity(),
                        picture.ruling().plan(),
                        false,
                        HandOver.CLOSED,
                        Facts.empty())));
    desk.drop(picture.number());
  }

  // the end of the run --------------------------------------------------------------------------

  /** Puts on record what is still open, and why. */
  static void leftOpen(Desk desk) {
    for (Picture picture : desk.pictures().entries().values()) {
      if (desk.commands(picture)) {
        desk.record(
            EventType.INCIDENT_LEFT_OPEN,
            picture.number(),
            Facts.of("stage", picture.course().stage().written(), "reason", reason(desk, picture))
                .and(desk.by()));
      }
    }
  }

  private static String reason(Desk desk, Picture picture) {
    if (!picture.wants().isEmpty()) {
      String key = picture.wants().firstKey();
      Want want = java.util.Objects.requireNonNull(picture.wants().get(key));
      return "waits for "
          + want.task().written()
          + ": "
          + Queue.before(desk.state(), picture, key)
          + " before it";
    }
    List<String> busy = new ArrayList<>();
    picture
        .units()
        .forEach(
            (name, unit) -> {
              if (unit.phase() != Assigned.Phase.DONE) {
                boolean there = unit.phase() == Assigned.Phase.THERE;
                busy.add(name + (there ? " at work" : " on its way"));
              }
            });
    if (!busy.isEmpty()) {
      return String.join(", ", busy);
    }
    return picture.course().isVerified()
        ? "waits until it is gone"
        : "waits for verification by " + picture.checking().means();
  }
}
