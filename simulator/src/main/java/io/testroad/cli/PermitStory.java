package io.testroad.cli;

import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.record.EventLogReader.Logged;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The life of permits in a run: applications and what became of them, stages, plates, obligations,
 * sanctions, accidents, appeals. Kept as large as what is shown of it.
 */
final class PermitStory {

  private static final Set<EventType> APPLICATIONS =
      EnumSet.of(
          EventType.APPLICATION_FILED,
          EventType.OPINION_GIVEN,
          EventType.APPLICATION_REFUSED,
          EventType.DECLARATION_CONFIRMED,
          EventType.DECLARATION_ENDED,
          EventType.CHANGE_CONFIRMED,
          EventType.VEHICLES_ADDED);
  private static final List<EventType> PLATES =
      List.of(
          EventType.PLATE_HELD,
          EventType.PLATE_ISSUED,
          EventType.PLATE_RENEWED,
          EventType.PLATE_EXPIRED,
          EventType.PLATE_RETURNED,
          EventType.PLATE_VOIDED);
  private static final Set<EventType> OBLIGATIONS =
      EnumSet.of(
          EventType.OBLIGATION_STARTED, EventType.OBLIGATION_DONE, EventType.OBLIGATION_OVERDUE);
  private static final List<EventType> SANCTIONS =
      List.of(
          EventType.VIOLATION_RECORDED,
          EventType.FINE_IMPOSED,
          EventType.VEHICLE_DETAINED,
          EventType.CORRECTION_ORDERED,
          EventType.CORRECTION_ACCEPTED,
          EventType.CORRECTION_OVERDUE,
          EventType.RESTRICTION_ORDERED,
          EventType.PERMIT_SUSPENDED,
          EventType.PERMIT_REINSTATED,
          EventType.PERMIT_WITHDRAWN,
          EventType.APPLICANT_BARRED);
  private static final Set<EventType> FURTHER =
      EnumSet.of(
          EventType.VEHICLE_RELEASED,
          EventType.RESTRICTION_LIFTED,
          EventType.PLATE_VOIDING_PUBLISHED);
  private static final Set<EventType> APPEALS =
      EnumSet.of(EventType.APPEAL_FILED, EventType.APPEAL_DECIDED);

  private final AccountWriter writer;
  private final Words words;
  private final EventSentences sentences;
  private final Map<EventType, Long> counts = new EnumMap<>(EventType.class);
  private final AccountWriter.Shelf applications;
  private final AccountWriter.Shelf plates;
  private final AccountWriter.Shelf sanctions;
  private final AccountWriter.Shelf accidents;
  private final AccountWriter.Shelf appeals;
  private final List<String> stages = new ArrayList<>();
  private final SortedMap<String, Owed> obligations = new TreeMap<>();
  private final SortedMap<String, Long> severities = new TreeMap<>();
  private final SortedMap<String, Long> responsibilities = new TreeMap<>();
  private final SortedMap<String, Long> checks = new TreeMap<>();
  private double finesCny;

  PermitStory(AccountWriter writer) {
    this.writer = writer;
    words = writer.words();
    sentences = writer.sentences();
    applications = writer.shelf();
    plates = writer.shelf();
    sanctions = writer.shelf();
    accidents = writer.shelf();
    appeals = writer.shelf();
  }

  /** How an obligation was kept. */
  private static final class Owed {
    private long begun;
    private long done;
    private long missed;
    private final Set<String> late = new TreeSet<>();
    private long missedTick;
    private long missedLine;
  }

  /** Whether events of a type are of a permit's life. */
  static boolean concerns(EventType type) {
    return APPLICATIONS.contains(type)
        || PLATES.contains(type)
        || OBLIGATIONS.contains(type)
        || SANCTIONS.contains(type)
        || FURTHER.contains(type)
        || APPEALS.contains(type)
        || type == EventType.ACCIDENT_FILED
        || type == EventType.RESPONSIBILITY_DETERMINED
        || type == EventType.PLATE_CHECKED;
  }

  /** Adds an event to the story, if it is one of a permit's life. */
  void add(Logged logged) {
    Event event = logged.event();
    EventType type = event.type();
    counts.merge(type, 1L, Long::sum);
    if (APPLICATIONS.contains(type)) {
      application(logged);
    } else if (PLATES.contains(type)) {
      plates.add(logged);
    } else if (OBLIGATIONS.contains(type)) {
      obligation(logged);
    } else if (APPEALS.contains(type)) {
      appeals.add(logged);
    } else if (type == EventType.ACCIDENT_FILED) {
      severities.merge(Links.text(event, "severity"), 1L, Long::sum);
    } else if (type == EventType.RESPONSIBILITY_DETERMINED) {
      responsibilities.merge(Links.text(event, "responsibility"), 1L, Long::sum);
      accidents.add(logged);
    } else if (type == EventType.PLATE_CHECKED) {
      checks.merge(Links.text(event, "found"), 1L, Long::sum);
    } else if (SANCTIONS.contains(type) || FURTHER.contains(type)) {
      if (event.attributes().find("amountCny") instanceof Number amount) {
        finesCny += amount.doubleValue();
      }
      if (type != EventType.VIOLATION_RECORDED) {
        sanctions.add(logged);
      }
    }
  }

  private void application(Logged logged) {
    Event event = logged.event();
    boolean plate = Links.text(event, "kind").equals("plate");
    if (!plate || event.type() == EventType.APPLICATION_REFUSED) {
      applications.add(logged);
    }
    if (event.type() == EventType.DECLARATION_CONFIRMED) {
      Object until = event.attributes().find("validUntil");
      stages.add(
          words.say(
              "explain.stage-line",
              words.term(Links.text(event, "stage")),
              words.term(Links.text(event, "crew")),
              sentences.time(event.tick()),
              until == null ? "" : sentences.written("validUntil", until)));
    }
  }

  private void obligation(Logged logged) {
    Event event = logged.event();
    Owed owed = obligations.computeIfAbsent(Links.text(event, "obligation"), name -> new Owed());
    switch (event.type()) {
      case OBLIGATION_STARTED -> owed.begun++;
      case OBLIGATION_DONE -> {
        if (!owed.late.remove(whose(event))) {
          owed.done++;
        }
      }
      default -> {
        owed.late.add(whose(event));
        if (owed.missed++ == 0) {
          owed.missedTick = event.tick();
          owed.missedLine = logged.line();
        }
      }
    }
  }

  private static String whose(Event obligation) {
    return Links.text(obligation, "operator") + " " + Links.text(obligation, "vehicle");
  }

  private long count(EventType type) {
    return counts.getOrDefault(type, 0L);
  }

  /** The whole story, many plates and sanctions counted. */
  void tellOfMany() {
    if (!applications.isEmpty()) {
      writer.section("applications", applications);
      stages();
    }
    List<String> lines = new ArrayList<>();
    PLATES.stream()
        .filter(type -> count(type) > 0)
        .forEach(type -> lines.add(counted("explain.plates-line", type)));
    section("plates", lines);
    obligations();
    section("sanctions", sanctionCounts());
    if (!sanctions.isEmpty()) {
      writer.section("sanctions-each", sanctions);
    }
    accidents();
    checks();
    if (!appeals.isEmpty()) {
      writer.section("appeals", appeals);
    }
  }

  /** The story of one vehicle. */
  void tellOfOne() {
    stages();
    if (!plates.isEmpty()) {
      writer.section("plates", plates);
    }
    if (!sanctions.isEmpty()) {
      writer.section("sanctions-each", sanctions);
    }
    checks();
    accidents();
    obligations();
    if (!appeals.isEmpty()) {
      writer.section("appeals", appeals);
    }
  }

  private void section(String key, List<String> lines) {
    if (!lines.isEmpty()) {
      writer.section(key, AccountWriter.lines(lines));
    }
  }

  private void stages() {
    section("stages", stages);
  }

  private String counted(String key, EventType type) {
    return words.say(key, words.say("topic." + type.written()), count(type));
  }

  private void obligations() {
    List<String> lines = new ArrayList<>();
    obligations.forEach(
        (name, owed) -> {
          String line =
              words.say("explain.obligation-line", name, owed.begun, owed.done, owed.missed);
          lines.add(
              owed.missed == 0
                  ? line
                  : words.say(
                      "explain.obligation-missed",
                      line,
                      sentences.time(owed.missedTick),
                      Long.toString(owed.missedLine)));
        });
    section("obligations", lines);
  }

  private List<String> sanctionCounts() {
    List<String> lines = new ArrayList<>();
    for (EventType type : SANCTIONS) {
      if (count(type) == 0) {
        continue;
      }
      lines.add(
          type == EventType.FINE_IMPOSED
              ? words.say(
                  "explain.fines-line",
                  words.say("topic." + type.written()),
                  count(type),
                  words.say("money", finesCny))
              : counted("explain.sanction-line", type));
    }
    return lines;
  }

  private void accidents() {
    if (severities.isEmpty() && responsibilities.isEmpty()) {
      return;
    }
    List<Account.Item> items = new ArrayList<>();
    if (!severities.isEmpty()) {
      items.add(Account.Item.of(sentences.counts("", severities)));
    }
    if (!responsibilities.isEmpty()) {
      items.add(
          Account.Item.of(
              words.say(
                  "permits.responsibility", sentences.counts("responsibility", responsibilities))));
    }
    accidents.kept().forEach(each -> items.add(writer.item(each)));
    writer.section("accidents", items);
  }

  private void checks() {
    List<String> lines = new ArrayList<>();
    checks.forEach(
        (found, times) ->
            lines.add(words.say("explain.check-line", words.term("found", found), times)));
    section("checks", lines);
  }
}
