package io.testroad.cli;

import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.policy.FactsText;
import io.testroad.record.EventLogReader.Logged;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Tells of vehicles, operators, authorities, and whatever else events are about. */
final class SubjectAccount {

  private static final double ORDERED_WITHIN_S = 2;
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_-]+");
  private static final Pattern PAPERS =
      Pattern.compile("vehicle\\.(plate|permit|insurance)\\..*|vehicle\\.(plated|stage)");

  /** What comes too often to be told one by one. */
  private static final Set<EventType> COUNTED =
      Set.of(
          EventType.VEHICLE_ENTERED_ROAD,
          EventType.CONFLICT,
          EventType.HARD_BRAKING,
          EventType.DUTY_DAY,
          EventType.SHIFT_DRIVEN,
          EventType.OCCURRENCE,
          EventType.TRIP_ACCOUNTED);

  private final AccountWriter writer;
  private final RunIndex index;
  private final Words words;
  private final String subject;
  private final String kind;
  private final String name;
  private final AccountWriter.Shelf history;
  private final SortedMap<EventType, Long> counted = new TreeMap<>();
  private final SortedMap<String, Paper> papers = new TreeMap<>();
  private final PermitStory story;
  private final List<Logged> restrictions = new ArrayList<>();
  private final List<Event> broken = new ArrayList<>();
  private long rulings;
  private long brokenRulings;

  /**
   * An account of somebody or something.
   *
   * @param subject as {@code kind:name}
   */
  SubjectAccount(AccountWriter writer, RunIndex index, String subject) {
    this.writer = writer;
    this.index = index;
    this.words = writer.words();
    this.subject = subject;
    kind = subject.substring(0, Math.max(0, subject.indexOf(':')));
    name = EventSentences.nameOf(subject);
    history = writer.shelf();
    story = new PermitStory(writer);
  }

  /** What a ruling saw last of a paper. */
  private record Paper(Object value, long tick) {}

  /** The account. */
  Account tell() {
    writer.run().each(lines(), this::read);
    switch (kind) {
      case "vehicle" -> {
        papers();
        restrictions.stream().filter(this::isOnIt).forEach(story::add);
        story.tellOfOne();
      }
      case "operator" -> story.tellOfMany();
      default -> {}
    }
    writer.section("history", history);
    counts();
    if (kind.equals("operator")) {
      new RunAccount(writer, index).vehicles(vehicle -> Links.isOf(vehicle, name));
    }
    return writer.account(kind, subject, writer.sentences().subject(subject));
  }

  /** Which lines of the log can speak of it, as they are written. */
  private Predicate<String> lines() {
    if (!PLAIN_NAME.matcher(name).matches()) {
      return line -> true;
    }
    String fleet = Links.fleetOf(name);
    return fleet.isEmpty() || !kind.equals("vehicle")
        ? line -> line.contains(name)
        : line ->
            line.contains(name)
                || (line.contains(fleet)
                    && (line.contains("\"declaration-confirmed\"")
                        || line.contains("\"restriction-")));
  }

  private void read(Logged logged) {
    Event event = logged.event();
    if (kind.equals("vehicle") && isOfItsFleet(logged)) {
      return;
    }
    if (!isAbout(event)) {
      return;
    }
    if (Links.isRuling(event)) {
      ruling(logged);
      return;
    }
    boolean ofPermits = !kind.equals("authority") && PermitStory.concerns(event.type());
    if (ofPermits) {
      story.add(logged);
    }
    if (COUNTED.contains(event.type())) {
      counted.merge(event.type(), 1L, Long::sum);
    } else if (!ofPermits || !kind.equals("operator")) {
      history.add(logged);
    }
  }

  private void ruling(Logged logged) {
    Event event = logged.event();
    rulings++;
    if (kind.equals("vehicle")) {
      papersSeen(event);
    }
    if (Links.isBroken(event)) {
      brokenRulings++;
      history.add(logged);
      if (kind.equals("vehicle")) {
        broken.add(event);
      }
    }
  }

  private boolean isAbout(Event event) {
    if (Links.of(event).contains(subject)) {
      return true;
    }
    return kind.equals("operator")
        && (Links.isBroken(event) || PermitStory.concerns(event.type()))
        && Links.isOf(EventLinks.vehicle(event), name);
  }

  /** Keeps what the operator's declarations and restrictions mean for a vehicle. */
  private boolean isOfItsFleet(Logged logged) {
    Event event = logged.event();
    String fleet = Links.fleetOf(name);
    if (event.type() == EventType.DECLARATION_CONFIRMED
        && Links.text(event, "applicant").equals(fleet)) {
      story.add(logged);
      return true;
    }
    boolean restriction =
        (event.type() == EventType.RESTRICTION_ORDERED
                || event.type() == EventType.RESTRICTION_LIFTED)
            && event.subject().equals("operator:" + fleet);
    if (restriction) {
      restrictions.add(logged);
    }
    return restriction;
  }

  /** Whether a restriction of the fleet holds for this vehicle: for one of its own ruling. */
  private boolean isOnIt(Logged restriction) {
    Event event = restriction.event();
    if (Links.text(event, "scope").startsWith("fleet")) {
      return true;
    }
    double tickS = writer.run().clock().tickSeconds();
    return broken.stream()
        .filter(ruling -> Links.text(ruling, "rule").equals(Links.text(event, "rule")))
        .anyMatch(
            ruling ->
                event.type() == EventType.RESTRICTION_LIFTED
                    ? ruling.tick() <= event.tick()
                    : Math.abs(event.tick() - ruling.tick()) * tickS <= ORDERED_WITHIN_S);
  }

  private void papersSeen(Event ruling) {
    Facts facts = FactsText.parse(Links.text(ruling, "facts")).orElse(Facts.empty());
    facts
        .asMap()
        .forEach(
            (fact, value) -> {
              if (PAPERS.matcher(fact).matches()) {
                papers.put(fact, new Paper(value, ruling.tick()));
              }
            });
  }

  private void papers() {
    List<String> lines = new ArrayList<>();
    papers.forEach(
        (fact, paper) ->
            lines.add(
                words.say(
                    "explain.paper",
                    fact,
                    writer.told().value(fact, paper.value()),
                    writer.told().meaning(fact),
                    writer.sentences().time(paper.tick()))));
    if (lines.isEmpty()) {
      lines.add(words.say("explain.no-papers"));
    }
    writer.section("papers", AccountWriter.lines(lines));
  }

  private void counts() {
    List<String> counts = new ArrayList<>();
    if (!counted.isEmpty()) {
      List<String> each = new ArrayList<>();
      counted.forEach(
          (type, times) ->
              each.add(words.say("count-of", words.say("counted." + type.written()), times)));
      counts.add(words.say("explain.counted", words.list(each)));
    }
    counts.add(words.say("explain.rulings-count", rulings, brokenRulings));
    writer.section("rulings-on-it", AccountWriter.lines(counts));
  }
}
