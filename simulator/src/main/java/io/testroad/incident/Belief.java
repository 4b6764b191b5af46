package io.testroad.incident;

import io.testroad.engine.Clock;
import io.testroad.engine.Facts;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.SceneFacts;
import io.testroad.protocol.SceneKind;
import io.testroad.protocol.SceneLetter.Sight;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a centre believes of an incident, and who told it of each fact. Immutable.
 *
 * @param sight what is believed to be there; its scene is for the account only
 * @param precisionM how wrong the place may be, m
 * @param told who told it last of each fact that counts: by the facts' names, and {@link #KIND} and
 *     {@link #PLACE}
 * @param reports how many reports came by which means
 */
public record Belief(
    Sight sight,
    double precisionM,
    SortedMap<String, Told> told,
    SortedMap<String, Integer> reports) {

  /** What the incident is taken for, among those told. */
  static final String KIND = "kind";

  /** Where it is taken to be, among those told. */
  static final String PLACE = "road";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  public Belief {
    told = Collections.unmodifiableSortedMap(new TreeMap<>(told));
    reports = Collections.unmodifiableSortedMap(new TreeMap<>(reports));
  }

  /**
   * Who told something.
   *
   * @param source an agent's id
   * @param means see {@link Means}
   * @param tick when the centre learned of it
   */
  public record Told(String source, String means, long tick) {}

  /** What is believed after a first report. */
  static Belief of(IncidentLetter.Reported report, long tick) {
    Sight nothing = new Sight(report.seen().scene(), "", "", -1, 0, List.of(), Facts.empty());
    return new Belief(nothing, report.precisionM(), new TreeMap<>(), new TreeMap<>())
        .and(report.seen(), report.precisionM(), teller(report, tick))
        .counting(report.means());
  }

  /** What is believed after another report. */
  Belief and(IncidentLetter.Reported report, long tick) {
    return and(report.seen(), report.precisionM(), teller(report, tick)).counting(report.means());
  }

  private static Told teller(IncidentLetter.Reported report, long tick) {
    return new Told(report.source().value(), report.means(), tick);
  }

  private Belief counting(String means) {
    SortedMap<String, Integer> more = new TreeMap<>(reports);
    more.merge(means, 1, Integer::sum);
    return new Belief(sight, precisionM, told, more);
  }

  /** After these vehicles stand, which is nothing new. */
  private static final List<String> STAND_AFTER =
      List.of(
          SceneKind.COLLISION.written(),
          SceneKind.FIRE.written(),
          SceneKind.HAZMAT_SPILL.written());

  /** What is believed after somebody has told what he sees. */
  Belief and(Sight seen, double seenPrecisionM, Told teller) {
    SortedMap<String, Told> tellers = new TreeMap<>(told);
    boolean vague = sight.kind().equals(SceneKind.CONGESTION.written());
    boolean kindCounts = sight.kind().isEmpty() || !isConsequence(seen.kind(), teller);
    String kind = sight.kind();
    if (kindCounts && (vague || counts(KIND, teller))) {
      kind = seen.kind();
      tellers.put(KIND, teller);
    }
    boolean placed = counts(PLACE, teller);
    if (placed) {
      tellers.put(PLACE, teller);
    }
    Facts facts = sight.facts();
    for (Map.Entry<String, Object> fact : seen.facts().asMap().entrySet()) {
      if (counts(fact.getKey(), teller)) {
        facts = facts.with(fact.getKey(), fact.getValue());
        tellers.put(fact.getKey(), teller);
      }
    }
    Sight believed =
        new Sight(
            sight.scene() == 0 ? seen.scene() : sight.scene(),
            kind,
            placed ? seen.road() : sight.road(),
            placed ? seen.lane() : sight.lane(),
            placed ? seen.positionM() : sight.positionM(),
            vehicles(seen, teller),
            facts);
    return new Belief(believed, placed ? seenPrecisionM : precisionM, tellers, reports);
  }

  /**
   * Whether what somebody sees may only follow from what is believed: traffic stands because of it,
   * and so do the vehicles that have crashed or burn.
   */
  private boolean isConsequence(String seen, Told teller) {
    boolean stands = seen.equals(SceneKind.VEHICLE_STALLED.written());
    return seen.equals(SceneKind.CONGESTION.written())
        || (stands && STAND_AFTER.contains(sight.kind()) && !Means.seesAll(teller.means()));
  }

  private boolean counts(String what, Told teller) {
    Told before = told.get(what);
    return before == null || Means.rank(teller.means()) >= Means.rank(before.means());
  }

  private List<String> vehicles(Sight seen, Told teller) {
    if (Means.seesAll(teller.means()) && !seen.vehicles().isEmpty()) {
      return seen.vehicles();
    }
    TreeSet<String> all = new TreeSet<>(sight.vehicles());
    all.addAll(seen.vehicles());
    return List.copyOf(all);
  }

  /** What is believed once a fact is told. */
  Belief with(String fact, Object value, Told teller) {
    Sight seen =
        new Sight(
            sight.scene(),
            sight.kind(),
            sight.road(),
            sight.lane(),
            sight.positionM(),
            sight.vehicles(),
            sight.facts().with(fact, value));
    SortedMap<String, Told> tellers = new TreeMap<>(told);
    tellers.put(fact, teller);
    return new Belief(seen, precisionM, tellers, reports);
  }

  /** What is believed once some vehicles have left. */
  Belief without(List<String> vehicles) {
    List<String> left = new ArrayList<>(sight.vehicles());
    left.removeAll(vehicles);
    Sight seen =
        new Sight(
            sight.scene(),
            sight.kind(),
            sight.road(),
            sight.lane(),
            sight.positionM(),
            left,
            sight.facts());
    return new Belief(seen, precisionM, told, reports);
  }

  /** How many reports came. */
  int count() {
    return reports.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The lanes that are taken to be blocked, from the right; ascending. */
  List<Integer> blockedLanes() {
    if (sight.facts().find(SceneFacts.BLOCKED) instanceof List<?> lanes) {
      return lanes.stream().map(lane -> Integer.parseInt(lane.toString())).sorted().toList();
    }
    return sight.lane() < 0 ? List.of() : List.of(sight.lane());
  }

  /** A whole number that is believed; 0 when nobody has told it. */
  long number(String fact) {
    return sight.facts().find(fact) instanceof Long value ? value : 0;
  }

  /** A text that is believed; empty when nobody has told it. */
  String text(String fact) {
    return sight.facts().find(fact) instanceof String value ? value : "";
  }

  /**
   * What is known, for the record: what each has told, with the time at which it became known, in
   * the order of that.
   */
  String known(Clock clock) {
    SortedMap<Long, SortedMap<String, StringJoiner>> byTeller = new TreeMap<>();
    told.forEach(
        (what, teller) ->
            byTeller
                .computeIfAbsent(teller.tick(), tick -> new TreeMap<>())
                .computeIfAbsent(teller.source(), source -> new StringJoiner(" "))
                .add(value(what)));
    StringJoiner all = new StringJoiner("; ");
    byTeller.forEach(
        (tick, tellers) ->
            tellers.forEach(
                (source, facts) ->
                    all.add(
                        facts + " (" + source + " " + clock.dateTimeOf(tick).format(TIME) + ")")));
    return all.toString();
  }

  private String value(String what) {
    return switch (what) {
      case KIND -> "kind=" + sight.kind();
      case PLACE -> "road=" + sight.road();
      default -> what.replace("scene.", "") + "=" + sight.facts().find(what);
    };
  }
}
