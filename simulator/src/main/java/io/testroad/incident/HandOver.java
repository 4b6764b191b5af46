package io.testroad.incident;

import io.testroad.engine.AgentId;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.incident.CentreState.InForce;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.Task;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Brings an incident to the centre above, which commands it from then on, with the units and the
 * measures there. The centre that has handed over passes on whatever still comes to it.
 */
final class HandOver {

  /** Why a centre is told of an incident that is over. */
  static final String CLOSED = "closed";

  private static final String SPLIT = "\t";
  private static final String COURSE = "incident.course";
  private static final String TOLD = "incident.told";
  private static final String REPORTS = "incident.reports";
  private static final String UNITS = "incident.units";
  private static final String MEASURES = "incident.measures";
  private static final String OPERATORS = "incident.operators";
  private static final String PROCEDURE = "incident.procedure";
  private static final String ORIGIN = "incident.origin";
  private static final String PRIORITY = "incident.priority";
  private static final String PRECISION = "incident.precisionM";

  private HandOver() {}

  /** Hands the command over to the centre above. */
  static void give(Desk desk, Picture picture, AgentId superior, CentreLevel level, String reason) {
    desk.decidedKnowing(
        EventType.INCIDENT_ESCALATED, picture, Facts.of("to", superior.value(), "reason", reason));
    desk.record(
        EventType.COMMAND_HANDED_OVER,
        picture.number(),
        Facts.of("to", superior.value(), "reason", reason).and(desk.by()));
    SortedMap<String, InForce> measures = Measures.give(desk, picture.number());
    desk.post(
        superior,
        new IncidentLetter.IncidentTold(
            picture.number(),
            picture.belief().sight(),
            picture.ruling().severity(),
            picture.ruling().plan(),
            true,
            reason,
            facts(picture, measures)));
    picture
        .units()
        .keySet()
        .forEach(
            unit -> {
              CentreState.Post post = desk.posts().find(unit);
              if (post != null && post.engagement() == UnitView.Engagement.UNDER_WAY) {
                desk.posts().put(unit, post.busy());
              }
            });
    desk.note(
        picture
            .with(picture.dealings().escalated(level.written()))
            .handedTo(superior)
            .withUnits(new TreeMap<>()));
    desk.moveQueue();
  }

  private static Facts facts(Picture picture, SortedMap<String, InForce> measures) {
    Picture.Course course = picture.course();
    return Facts.of(
        COURSE,
        List.of(
            course.reportedTick() + "",
            course.verifiedTick() + "",
            course.dispatchedTick() + "",
            course.arrivedTick() + "",
            course.clearedTick() + "",
            course.seen() + "",
            course.gone() + ""),
        TOLD,
        picture.belief().told().entrySet().stream()
            .map(each -> join(each.getKey(), told(each.getValue())))
            .toList(),
        REPORTS,
        picture.belief().reports().entrySet().stream()
            .map(each -> join(each.getKey(), each.getValue().toString()))
            .toList(),
        UNITS,
        picture.units().entrySet().stream()
            .map(each -> join(each.getKey(), unit(each.getValue())))
            .toList(),
        MEASURES,
        measures.entrySet().stream()
            .map(each -> join(each.getKey(), measure(each.getValue(), picture.number())))
            .toList(),
        OPERATORS,
        picture.dealings().operators().entrySet().stream()
            .map(each -> join(each.getKey(), each.getValue()))
            .toList(),
        PROCEDURE,
        picture.dealings().procedure(),
        ORIGIN,
        picture.origin().value(),
        PRIORITY,
        picture.ruling().priority(),
        PRECISION,
        picture.belief().precisionM());
  }

  private static String join(String... parts) {
    return String.join(SPLIT, parts);
  }

  private static String told(Belief.Told told) {
    return join(told.source(), told.means(), told.tick() + "");
  }

  private static String unit(Assigned unit) {
    String tasks = unit.tasks().stream().map(Task::written).collect(Collectors.joining(","));
    return join(
        unit.kind().written(),
        unit.centre().value(),
        unit.phase().name(),
        unit.sentTick() + "",
        tasks);
  }

  private static String measure(InForce measure, int number) {
    return join(
        measure.measure(),
        measure.road(),
        measure.lane() + "",
        measure.strength().get(number) + "");
  }

  /** Takes the command of an incident over from a centre below. */
  static void take(Desk desk, AgentId from, IncidentLetter.IncidentTold told) {
    Facts known = told.known();
    SortedMap<String, Belief.Told> tellers = new TreeMap<>();
    lines(known, TOLD)
        .forEach(
            each ->
                tellers.put(each[0], new Belief.Told(each[1], each[2], Long.parseLong(each[3]))));
    SortedMap<String, Integer> reports = new TreeMap<>();
    lines(known, REPORTS).forEach(each -> reports.put(each[0], Integer.parseInt(each[1])));
    SortedMap<String, Assigned> units = new TreeMap<>();
    lines(known, UNITS).forEach(each -> units.put(each[0], assigned(each)));
    SortedMap<String, String> operators = new TreeMap<>();
    lines(known, OPERATORS).forEach(each -> operators.put(each[0], each[1]));
    SortedMap<String, InForce> measures = new TreeMap<>();
    lines(known, MEASURES).forEach(each -> measures.put(each[0], measure(each, told.incident())));
    Measures.takeOver(desk, measures);
    Picture.Dealings dealings =
        new Picture.Dealings(
            operators,
            known.getString(PROCEDURE),
            new TreeMap<>(),
            List.of(),
            "",
            List.of(from.value()));
    int priority = Math.toIntExact((Long) java.util.Objects.requireNonNull(known.find(PRIORITY)));
    double precisionM = (Double) java.util.Objects.requireNonNull(known.find(PRECISION));
    desk.watch(told.incident());
    desk.keep(
        new Picture(
            told.incident(),
            desk.self(),
            new AgentId(known.getString(ORIGIN)),
            new Belief(told.believed(), precisionM, tellers, reports),
            course(known),
            new Picture.Ruling(told.believed().kind(), told.severity(), priority, told.plan()),
            Picture.Checking.NONE,
            units,
            new TreeMap<>(),
            dealings));
  }

  private static List<String[]> lines(Facts facts, String name) {
    return facts.find(name) instanceof List<?> lines
        ? lines.stream().map(line -> line.toString().split(SPLIT, -1)).toList()
        : List.of();
  }

  private static Assigned assigned(String[] line) {
    List<Task> tasks =
        Arrays.stream(line[5].split(",")).flatMap(task -> Task.find(task).stream()).toList();
    return new Assigned(
        UnitKind.find(line[1]).orElseThrow(),
        new AgentId(line[2]),
        tasks,
        Long.parseLong(line[4]),
        Assigned.Phase.valueOf(line[3]));
  }

  private static InForce measure(String[] line, int number) {
    SortedMap<Integer, Double> strength = new TreeMap<>();
    strength.put(number, Double.valueOf(line[4]));
    return new InForce(line[1], line[2], Integer.parseInt(line[3]), strength);
  }

  private static Picture.Course course(Facts known) {
    List<?> ticks = (List<?>) java.util.Objects.requireNonNull(known.find(COURSE));
    long[] at = new long[5];
    for (int i = 0; i < at.length; i++) {
      at[i] = Long.parseLong(ticks.get(i).toString());
    }
    return new Picture.Course(
        at[0],
        at[1],
        at[2],
        at[3],
        at[4],
        Boolean.parseBoolean(ticks.get(5).toString()),
        Boolean.parseBoolean(ticks.get(6).toString()));
  }

  /** An incident that this centre has handed over, or lent units to, is over. */
  static void over(Desk desk, int number) {
    for (String key : List.copyOf(desk.loans().entries().keySet())) {
      CentreState.Loan loan = desk.loans().find(key);
      if (loan != null && loan.incident() == number) {
        desk.loans().remove(key);
      }
    }
    Picture picture = desk.pictures().find(number);
    if (picture != null && !desk.commands(picture)) {
      desk.closed().put(number, new CentreState.Closed(picture.belief(), desk.tick()));
      desk.drop(number);
    }
  }
}
