package io.testroad.cli;

import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.policy.Moment;
import io.testroad.policy.Obligation;
import io.testroad.policy.Policy;
import io.testroad.record.EventLogReader.Logged;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Which events led to which, among those that have to do with one another. */
final class EventLinks {

  /** What an event follows on, about the same vehicle or operator: the latest of these. */
  private static final Map<EventType, Set<EventType>> FOLLOWS =
      Map.ofEntries(
          Map.entry(EventType.CORRECTION_OVERDUE, Set.of(EventType.CORRECTION_ORDERED)),
          Map.entry(EventType.CORRECTION_ACCEPTED, Set.of(EventType.CORRECTION_ORDERED)),
          Map.entry(EventType.APPEAL_DECIDED, Set.of(EventType.APPEAL_FILED)),
          Map.entry(
              EventType.APPEAL_FILED,
              Set.of(EventType.PERMIT_SUSPENDED, EventType.PERMIT_WITHDRAWN)),
          Map.entry(EventType.RESPONSIBILITY_DETERMINED, Set.of(EventType.ACCIDENT_FILED)),
          Map.entry(EventType.VEHICLE_RELEASED, Set.of(EventType.VEHICLE_DETAINED)),
          Map.entry(EventType.RESTRICTION_LIFTED, Set.of(EventType.RESTRICTION_ORDERED)),
          Map.entry(
              EventType.PERMIT_REINSTATED,
              Set.of(EventType.PERMIT_SUSPENDED, EventType.APPEAL_DECIDED)),
          Map.entry(EventType.PLATE_VOIDED, Set.of(EventType.PERMIT_WITHDRAWN)),
          Map.entry(EventType.PLATE_VOIDING_PUBLISHED, Set.of(EventType.PERMIT_WITHDRAWN)));

  /** What is judged when something of a type happens. */
  private static final Map<EventType, Moment> JUDGED =
      Map.of(
          EventType.RESPONSIBILITY_DETERMINED, Moment.ACCIDENT_DETERMINED,
          EventType.ACCIDENT_FILED, Moment.ACCIDENT_REPORTED,
          EventType.OBLIGATION_OVERDUE, Moment.OBLIGATION_DUE,
          EventType.OBLIGATION_DONE, Moment.OBLIGATION_DUE,
          EventType.PLATE_CHECKED, Moment.PLATE_CHECKED,
          EventType.VIOLATION_RECORDED, Moment.VIOLATION_COUNTED,
          EventType.OPERATOR_INSPECTED, Moment.OPERATOR_INSPECTED,
          EventType.DECLARATION_ENDED, Moment.PERMIT_ENDED);

  /** Decisions to which the bureaus gave their opinions. */
  private static final Set<EventType> DECISIONS =
      Set.of(
          EventType.APPLICATION_REFUSED,
          EventType.DECLARATION_CONFIRMED,
          EventType.CHANGE_CONFIRMED,
          EventType.VEHICLES_ADDED);

  private final List<Logged> near;
  private final Policy policy;
  private final String vehicle;

  /**
   * The links among events.
   *
   * @param near those that may have to do with the one that is to be explained
   * @param vehicle whom that is about; empty when it is about no vehicle
   */
  EventLinks(List<Logged> near, Policy policy, String vehicle) {
    this.near = near;
    this.policy = policy;
    this.vehicle = vehicle;
  }

  /** The vehicle that an event is about; empty when it is about none. */
  static String vehicle(Event event) {
    return event.subject().startsWith("vehicle:")
        ? EventSentences.nameOf(event.subject())
        : Links.text(event, "vehicle");
  }

  /** What an event rests on: rulings, and what they or it follow on. */
  List<Logged> causesOf(Logged effect) {
    Event event = effect.event();
    List<Logged> causes = new ArrayList<>();
    if (Links.isRuling(event)) {
      occasion(effect).ifPresent(causes::add);
      return causes;
    }
    if (event.type() == EventType.APPEAL_DECIDED) {
      causes.addAll(rulings(effect, Moment.APPEAL_FILED));
    }
    if (event.type() == EventType.ACCIDENT_FILED) {
      causes.addAll(collision(effect));
    }
    if (event.type() == EventType.OBLIGATION_STARTED) {
      causes.addAll(beginning(effect));
    }
    for (String rule : Links.rules(event)) {
      byRule(effect, rule).ifPresent(causes::add);
    }
    if (DECISIONS.contains(event.type()) && !Links.text(event, "kind").equals("plate")) {
      causes.addAll(opinions(effect));
    }
    if (event.type() == EventType.OBLIGATION_OVERDUE || event.type() == EventType.OBLIGATION_DONE) {
      latest(effect, each -> startsWhat(each, event)).ifPresent(causes::add);
    }
    Set<EventType> before = FOLLOWS.getOrDefault(event.type(), Set.of());
    latest(effect, each -> before.contains(each.type()) && precedes(each, event))
        .ifPresent(causes::add);
    if (causes.isEmpty() && Links.text(event, "cause").equals("rule")) {
      latest(
              effect,
              each ->
                  Links.isBroken(each)
                      && each.tick() == event.tick()
                      && each.subject().equals(event.subject()))
          .ifPresent(causes::add);
    }
    return causes;
  }

  /** Of two events about the same, whether they agree in rule, accident and obligation. */
  private static boolean precedes(Event before, Event event) {
    for (String attribute : List.of("rule", "accident", "scope", "plate")) {
      String value = Links.text(before, attribute);
      String other = Links.text(event, attribute);
      if (!value.isEmpty() && !other.isEmpty() && !value.equals(other)) {
        return false;
      }
    }
    return Links.meet(before, event);
  }

  /** What the moment was at which a ruling was given, where that is an event. */
  private Optional<Logged> occasion(Logged ruling) {
    Event event = ruling.event();
    Optional<Moment> moment = Moment.find(Links.text(event, "on"));
    if (moment.isEmpty()) {
      return Optional.empty();
    }
    if (moment.get() == Moment.VIOLATION_COUNTED) {
      String own = vehicle(event).isEmpty() ? vehicle : vehicle(event);
      return latest(
          ruling,
          each ->
              each.type() == EventType.VIOLATION_RECORDED
                  && (own.isEmpty() || Links.text(each, "vehicle").equals(own)));
    }
    if (moment.get() == Moment.APPEAL_FILED) {
      return latest(
          ruling, each -> each.type() == EventType.APPEAL_FILED && Links.meet(each, event));
    }
    return latest(
        ruling,
        each ->
            JUDGED.get(each.type()) == moment.get()
                && each.tick() == event.tick()
                && Links.meet(each, event)
                && isOfObligation(event, Links.text(each, "obligation")));
  }

  /** The latest ruling that a rule was broken, of whom or of whose vehicle an event is about. */
  private Optional<Logged> byRule(Logged effect, String rule) {
    Event event = effect.event();
    Predicate<Event> broken = each -> Links.isBroken(each) && Links.text(each, "rule").equals(rule);
    return latest(
            effect,
            broken.and(each -> Links.meet(each, event) || each.subject().startsWith("authority:")))
        .or(() -> latest(effect, broken.and(each -> Links.sameFleet(each, event))));
  }

  /** What the bureaus said of an application since it was filed. */
  private List<Logged> opinions(Logged decision) {
    String applicant = Links.text(decision.event(), "applicant");
    Predicate<Event> ofApplicant = each -> Links.text(each, "applicant").equals(applicant);
    long filed =
        latest(
                decision,
                ofApplicant.and(
                    each ->
                        each.type() == EventType.APPLICATION_FILED
                            && !Links.text(each, "kind").equals("plate")))
            .map(Logged::line)
            .orElse(0L);
    Set<String> authorities = new TreeSet<>();
    near.forEach(
        each -> {
          if (each.event().type() == EventType.OPINION_GIVEN && ofApplicant.test(each.event())) {
            authorities.add(each.event().subject());
          }
        });
    List<Logged> opinions = new ArrayList<>();
    for (String authority : authorities) {
      latest(
              decision,
              ofApplicant.and(
                  each ->
                      each.type() == EventType.OPINION_GIVEN && each.subject().equals(authority)))
          .filter(opinion -> opinion.line() > filed)
          .ifPresent(opinions::add);
    }
    return opinions;
  }

  private static boolean startsWhat(Event start, Event end) {
    return start.type() == EventType.OBLIGATION_STARTED
        && start.tick() < end.tick()
        && List.of("obligation", "operator", "vehicle").stream()
            .allMatch(name -> Links.text(start, name).equals(Links.text(end, name)));
  }

  /** What began the clock of an obligation: rulings of its moment, or else what happened then. */
  private List<Logged> beginning(Logged start) {
    Event event = start.event();
    Optional<Obligation> obligation = policy.findObligation(Links.text(event, "obligation"));
    if (obligation.isPresent()) {
      List<Logged> happened =
          near.stream()
              .filter(each -> each.event().tick() == event.tick())
              .filter(each -> JUDGED.get(each.event().type()) == obligation.get().on())
              .filter(each -> Links.meet(each.event(), event))
              .toList();
      return happened.isEmpty() ? rulings(start, obligation.get().on()) : happened;
    }
    return List.of();
  }

  /** How a vehicle came to the accident that is taken on file, and what was judged then. */
  private List<Logged> collision(Logged filed) {
    Event event = filed.event();
    Optional<Logged> happened =
        latest(
            filed,
            each ->
                (each.type() == EventType.COLLISION
                        || (each.type() == EventType.OCCURRENCE
                            && Links.text(each, "kind").equals("collision")))
                    && Links.meet(each, event));
    List<Logged> causes = new ArrayList<>();
    happened.ifPresent(causes::add);
    Optional<Logged> ruling =
        latest(
            filed,
            each ->
                Links.isRuling(each)
                    && isOn(each, Moment.COLLISION_OCCURRED)
                    && Links.meet(each, event));
    ruling.ifPresent(
        last ->
            near.stream()
                .filter(each -> each.event().tick() == last.event().tick())
                .filter(each -> Links.isBroken(each.event()))
                .filter(each -> isOn(each.event(), Moment.COLLISION_OCCURRED))
                .filter(each -> Links.meet(each.event(), event))
                .forEach(causes::add));
    return causes;
  }

  private static boolean isOn(Event ruling, Moment moment) {
    return Links.text(ruling, "on").equals(moment.written());
  }

  /** Whether a ruling is about an obligation; about any when there is no name. */
  private static boolean isOfObligation(Event ruling, String obligation) {
    String facts = Links.text(ruling, "facts");
    return obligation.isEmpty()
        || !facts.contains("obligation.name=")
        || facts.contains("obligation.name='" + obligation + "'");
  }

  private List<Logged> rulings(Logged about, Moment moment) {
    Event event = about.event();
    return near.stream()
        .filter(each -> each.event().tick() == event.tick())
        .filter(each -> Links.isRuling(each.event()) && isOn(each.event(), moment))
        .filter(each -> isOfObligation(each.event(), Links.text(event, "obligation")))
        .filter(each -> Links.meet(each.event(), event))
        .toList();
  }

  /** What was judged because an event happened. */
  List<Logged> judged(Logged event) {
    Moment moment = JUDGED.get(event.event().type());
    return moment == null ? List.of() : rulings(event, moment);
  }

  /** The rulings of the same moment, on whom an event is about or by the one who acts in it. */
  List<Logged> sameMoment(Logged event) {
    String subject = event.event().subject();
    return near.stream()
        .filter(
            each ->
                Links.isRuling(each.event())
                    && each.line() != event.line()
                    && each.event().tick() == event.event().tick()
                    && (each.event().subject().equals(subject)
                        || (Links.text(each.event(), "by").equals(subject)
                            && Links.meet(each.event(), event.event()))))
        .toList();
  }

  /** The last such event that is not later; in its own tick events stand in order of subject. */
  private Optional<Logged> latest(Logged effect, Predicate<Event> wanted) {
    return near.stream()
        .filter(each -> each.event().tick() <= effect.event().tick())
        .filter(each -> each.line() != effect.line() && wanted.test(each.event()))
        .max(
            Comparator.comparing((Logged each) -> each.event().tick())
                .thenComparing(each -> each.line() < effect.line())
                .thenComparing(Logged::line));
  }

  /** What a broken ruling led to, until the same rule is broken by the same again. */
  List<Logged> followers(Logged ruling) {
    Event broken = ruling.event();
    String rule = Links.text(broken, "rule");
    long until =
        near.stream()
            .filter(each -> each.line() > ruling.line() && each.event().tick() > broken.tick())
            .map(Logged::event)
            .filter(each -> Links.isBroken(each) && Links.text(each, "rule").equals(rule))
            .filter(each -> each.subject().equals(broken.subject()))
            .mapToLong(Event::tick)
            .min()
            .orElse(Long.MAX_VALUE);
    return near.stream()
        .filter(each -> each.event().tick() >= broken.tick() && each.event().tick() < until)
        .filter(each -> !Links.isRuling(each.event()) && Links.rules(each.event()).contains(rule))
        .filter(
            each ->
                Links.meet(each.event(), broken)
                    || Links.sameFleet(each.event(), broken)
                    || broken.subject().startsWith("authority:"))
        .toList();
  }
}
