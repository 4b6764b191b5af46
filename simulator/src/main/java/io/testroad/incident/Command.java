package io.testroad.incident;

import io.testroad.engine.AgentId;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.SceneLetter;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Decides about an incident as its plan says for what is known now: looks at it again whenever the
 * picture changes, and does what is different from what was done before. Looking twice at the same
 * picture does nothing the second time.
 */
final class Command {

  /** What a timer of an escalation is about. */
  private static final String ESCALATION = "escalation";

  private final CentreSpec spec;
  private final CentreFacts facts;
  private final Verifying verifying;
  private final Measures measures;
  private final Ending ending;

  Command(
      CentreSpec spec, CentreFacts facts, Verifying verifying, Measures measures, Ending ending) {
    this.spec = spec;
    this.facts = facts;
    this.verifying = verifying;
    this.measures = measures;
    this.ending = ending;
  }

  private Assessment assess(Desk desk, Picture picture) {
    return Assessment.of(spec.plans(), facts, desk, picture);
  }

  /** Looks at an incident, if this centre commands it. */
  void look(Desk desk, int number) {
    Picture picture = desk.pictures().find(number);
    if (picture == null || !desk.commands(picture)) {
      return;
    }
    Picture known = picture;
    if (!known.course().isVerified()) {
      known = suspected(desk, known);
    }
    if (known.course().isVerified()) {
      verified(desk, known);
    } else {
      desk.note(known);
    }
  }

  /** What is only reported is classified for now, and made sure of. */
  private Picture suspected(Desk desk, Picture picture) {
    Assessment assessed = assess(desk, picture);
    Picture ruled = picture.with(assessed.ruling(""));
    if (picture.checking().step() < 0) {
      ReportClocks.start(desk, ruled, assessed);
    }
    Picture looked = verifying.look(desk, ruled, assessed);
    return looked.course().isVerified() ? looked : ReportClocks.look(desk, looked, assessed);
  }

  private void verified(Desk desk, Picture picture) {
    Assessment assessed = assess(desk, picture);
    Picture ruled = Ending.noteFund(rule(desk, picture, assessed), assessed);
    if (escalates(desk, ruled, assessed)) {
      return;
    }
    Picture dealt = deal(desk, ruled, assessed);
    Picture manned = man(desk, dealt, assessed);
    if (!manned.course().isCleared()) {
      measures.apply(desk, manned, planned(assessed));
    }
    Picture filed = ReportClocks.look(desk, manned, assessed);
    desk.note(filed);
    ending.look(desk, filed, assessed);
  }

  private static List<Measure> planned(Assessment assessed) {
    return assessed.plan().map(plan -> plan.measures(assessed.situation())).orElse(List.of());
  }

  // classification ------------------------------------------------------------------------------

  private Picture rule(Desk desk, Picture picture, Assessment assessed) {
    Picture.Ruling before = picture.ruling();
    Picture.Ruling now = assessed.ruling(picture.belief().sight().kind());
    if (now.equals(before)) {
      return picture;
    }
    Picture ruled = picture.with(now);
    if (before.isMade()) {
      desk.decidedKnowing(
          EventType.INCIDENT_RECLASSIFIED,
          ruled,
          classified(now).with("reason", difference(before, now)));
    } else {
      desk.decidedKnowing(
          EventType.INCIDENT_VERIFIED,
          ruled,
          classified(now).with("means", picture.checking().means()));
    }
    if (!before.isMade() || !before.plan().equals(now.plan())) {
      ReportClocks.start(desk, ruled, assessed);
      startEscalation(desk, ruled, assessed);
    }
    if (before.priority() != now.priority()) {
      desk.moveQueue();
    }
    return ruled;
  }

  private static Facts classified(Picture.Ruling ruling) {
    return Facts.of(
        "kind", ruling.kind(), "severity", ruling.severity(), "priority", ruling.priority());
  }

  private static String difference(Picture.Ruling before, Picture.Ruling now) {
    if (!before.kind().equals(now.kind())) {
      return before.kind() + " → " + now.kind();
    }
    return before.severity().equals(now.severity())
        ? before.plan() + " → " + now.plan()
        : before.severity() + " → " + now.severity();
  }

  // escalation ----------------------------------------------------------------------------------

  private static void startEscalation(Desk desk, Picture picture, Assessment assessed) {
    double since = desk.secondsSince(picture.course().reportedTick());
    assessed.plan().map(Plan::escalationTimes).orElse(List.of()).stream()
        .mapToDouble(Assessment::seconds)
        .filter(after -> after > since)
        .forEach(after -> desk.review(picture.number(), ESCALATION, 0, after - since));
  }

  /** Whether the command goes to the centre above. */
  private boolean escalates(Desk desk, Picture picture, Assessment assessed) {
    double since = desk.secondsSince(picture.course().reportedTick());
    Optional<CentreLevel> level = assessed.commandedBy(spec.level(), Desk.millis(since));
    Optional<AgentId> superior = spec.superior();
    if (level.isEmpty() || superior.isEmpty() || picture.course().isCleared()) {
      return false;
    }
    boolean bySeverity = assessed.severity().level().compareTo(spec.level()) > 0;
    String reason =
        bySeverity ? "severity " + assessed.severity().name() : "after " + Math.round(since) + " s";
    HandOver.give(desk, picture, superior.get(), level.get(), reason);
    return true;
  }

  // operators, procedure, video -----------------------------------------------------------------

  private static Picture deal(Desk desk, Picture picture, Assessment assessed) {
    if (assessed.plan().isEmpty() || picture.course().isCleared()) {
      return picture;
    }
    Picture dealt = procedure(desk, picture, assessed.plan().get(), assessed);
    for (Measure measure : planned(assessed)) {
      if (measure instanceof Measure.AskOperator ask) {
        dealt = Operators.ask(desk, dealt, ask.measure(), ask.within());
      } else if (measure instanceof Measure.Video video
          && !dealt.dealings().operators().containsKey(Ending.VIDEO)) {
        desk.decidedKnowing(
            EventType.MEASURE_TAKEN,
            dealt,
            Facts.of("measure", video.written(), "what", dealt.belief().sight().road()));
        desk.review(dealt.number(), Ending.VIDEO, 0, Assessment.seconds(video.takes()));
        dealt = dealt.with(dealt.dealings().withOperator(Ending.VIDEO, Operators.ASKED));
      }
    }
    return dealt;
  }

  private static Picture procedure(Desk desk, Picture picture, Plan plan, Assessment assessed) {
    String procedure = plan.procedure(assessed.situation()).written();
    if (procedure.equals(picture.dealings().procedure())) {
      return picture;
    }
    desk.post(
        ScenesSpec.ID,
        new SceneLetter.ProcedureOrdered(
            picture.number(),
            picture.belief().sight().road(),
            picture.belief().sight().positionM(),
            procedure));
    return picture.with(picture.dealings().withProcedure(procedure));
  }

  // units ---------------------------------------------------------------------------------------

  /** Wants the units that are missing, and calls those back that nobody needs. */
  private Picture man(Desk desk, Picture picture, Assessment assessed) {
    List<Needs.Line> lines = assessed.lines(picture, spec.dispatch().joint());
    Needs needs = Needs.of(lines, picture.units());
    Picture manned = picture.withUnits(needs.units());
    String reason = picture.course().gone() ? Ending.OBSTACLE_GONE : notNeeded(lines);
    for (String unit : needs.surplus()) {
      manned = ending.callBack(desk, manned, unit, reason);
    }
    SortedMap<String, Want> wants = new TreeMap<>();
    needs
        .missing()
        .forEach(
            (key, line) -> {
              Want before = picture.wants().get(key);
              wants.put(
                  key,
                  before == null
                      ? new Want(
                          line.task(),
                          line.kinds(),
                          line.count(),
                          line.withinS(),
                          desk.tick(),
                          false,
                          false)
                      : before.of(line.count()));
            });
    if (!wants.equals(picture.wants())) {
      desk.moveQueue();
    }
    return manned.withWants(wants);
  }

  private static String notNeeded(List<Needs.Line> lines) {
    return lines.isEmpty() ? "stand-down" : "not-needed";
  }

  // timers --------------------------------------------------------------------------------------

  /** Nobody has answered a question about a report in time. */
  void due(Desk desk, Picture picture, IncidentLetter.VerificationDue due) {
    desk.keep(verifying.due(desk, picture, assess(desk, picture), due));
  }

  /** A timer of an incident's. */
  void due(Desk desk, Picture picture, IncidentLetter.ReviewDue due) {
    if (due.what().startsWith(Support.LONG_WAIT)) {
      desk.keep(Support.ask(desk, picture, due.what().substring(Support.LONG_WAIT.length())));
    } else if (due.what().startsWith(Operators.ANSWER)) {
      desk.keep(Operators.late(picture, due.what()));
    } else if (due.what().equals(Ending.VIDEO)) {
      desk.keep(picture.with(picture.dealings().withOperator(Ending.VIDEO, Ending.SETTLED)));
    } else {
      desk.keep(picture);
      if (due.what().equals(Desk.CLOCK)) {
        desk.watch(picture.number());
      }
    }
  }

  /** A camera or an operator couldn't tell; the next means is tried. */
  void inconclusive(Desk desk, Picture picture) {
    if (!picture.course().isVerified()) {
      desk.keep(verifying.next(desk, picture, assess(desk, picture)));
    }
  }
}
