package io.testroad.cli;

import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.record.EventLogReader.Logged;
import io.testroad.record.Metrics;
import io.testroad.record.SceneMetrics;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Tells of an incident, or of a scene, from T0 to T7: what really happened, and what was known and
 * decided, in order; then what it comes to.
 */
final class IncidentAccount {

  private static final double LED_TO_WITHIN_S = 300;

  /** Sets lines below a sentence behind its step. */
  private static final String BELOW = "    ";

  /** What leads to a scene, or to a report where no scene is on record. */
  private static final Set<EventType> HAPPENINGS =
      EnumSet.of(
          EventType.VEHICLE_STALLED,
          EventType.COLLISION,
          EventType.MODE_CHANGED,
          EventType.TAKEOVER_UNANSWERED,
          EventType.RECORDER_SECURED);

  /** What happens to the vehicles of a scene while it lasts. */
  private static final Set<EventType> MEANWHILE =
      EnumSet.of(
          EventType.RIDERS_STUCK,
          EventType.RIDERS_FREED,
          EventType.ASSISTANCE_ASKED,
          EventType.ASSISTANCE_BEGUN,
          EventType.ASSISTANCE_DONE,
          EventType.CREW_WANTED,
          EventType.RESTART_DONE,
          EventType.VEHICLE_RECOVERED,
          EventType.VEHICLE_REMOVED);

  private final AccountWriter writer;
  private final Words words;
  private final String subject;
  private final String kind;
  private final List<Metrics.Incident> incidents;
  private final List<SceneMetrics> scenes;
  private final Set<String> incidentIds = new TreeSet<>();
  private final Set<String> sceneNumbers = new TreeSet<>();
  private final Set<String> vehicles = new TreeSet<>();
  private final Set<String> callers = new HashSet<>();
  private final long beganTick;
  private final long overTick;
  private final AccountWriter.Shelf history;

  /**
   * An account.
   *
   * @param subject {@code incident:} or {@code scene:} and its number
   */
  IncidentAccount(AccountWriter writer, RunIndex index, String subject) {
    this.writer = writer;
    this.words = writer.words();
    this.subject = subject;
    kind = subject.substring(0, subject.indexOf(':'));
    String name = EventSentences.nameOf(subject);
    boolean isScene = kind.equals("scene");
    incidents =
        index.book().incidents().stream()
            .filter(each -> (isScene ? number(each.scene()) : each.incident()).equals(name))
            .toList();
    scenes =
        index.book().scenes().stream()
            .filter(
                each ->
                    isScene
                        ? number(each.scene()).equals(name)
                        : incidents.stream()
                            .anyMatch(one -> number(one.scene()).equals(number(each.scene()))))
            .toList();
    incidents.forEach(each -> incidentIds.add(each.incident()));
    scenes.forEach(each -> sceneNumbers.add(number(each.scene())));
    List<Event> first = new ArrayList<>();
    sceneNumbers.forEach(each -> index.sceneBegan(each).ifPresent(first::add));
    incidentIds.forEach(
        each -> Optional.ofNullable(index.incidents().get(each)).ifPresent(first::add));
    first.forEach(this::named);
    beganTick = first.stream().mapToLong(Event::tick).min().orElse(0);
    overTick = over();
    history = writer.shelf();
  }

  private static String number(@Nullable Object number) {
    return String.valueOf(number);
  }

  private void named(Event event) {
    for (String attribute : List.of("vehicles", "vehicle")) {
      for (String vehicle : Links.text(event, attribute).split(",", -1)) {
        if (!vehicle.isBlank()) {
          vehicles.add("vehicle:" + vehicle.strip());
        }
      }
    }
  }

  /** When all is over; the end of time when something isn't. */
  private long over() {
    List<Double> ends = new ArrayList<>();
    scenes.forEach(each -> ends.add(each.endedS()));
    incidents.forEach(
        each ->
            ends.add(each.at().closedS() == null ? each.at().dismissedS() : each.at().closedS()));
    OptionalDouble last =
        ends.contains(null)
            ? OptionalDouble.empty()
            : DoubleStream.of(ends.stream().mapToDouble(Double::doubleValue).toArray()).max();
    return last.isPresent() ? tickAt(last.getAsDouble()) : Long.MAX_VALUE;
  }

  private long tickAt(double seconds) {
    return Math.round(seconds / writer.run().clock().tickSeconds());
  }

  /** The account. */
  Account tell() {
    writer.run().each(line -> true, this::read);
    Marks marks = new Marks();
    writer.section(
        "steps",
        history.kept().stream().map(logged -> step(logged, marks)).toList(),
        history.left());
    writer.section("measures", AccountWriter.lines(measures()));
    return writer.account(kind, subject, writer.sentences().subject(subject));
  }

  private void read(Logged logged) {
    if (isAbout(logged.event())) {
      history.add(logged);
    }
  }

  private boolean isAbout(Event event) {
    String incident = Links.text(event, "incident");
    if (!incident.isEmpty() && !incident.equals(Links.NONE)) {
      return incidentIds.contains(incident);
    }
    if (event.subject().equals(subject)
        || sceneNumbers.contains(Links.text(event, "scene"))
        || sceneNumbers.contains(Links.text(event, "primary"))) {
      if (event.type() == EventType.CALL_MADE) {
        callers.add(Links.text(event, "caller"));
      }
      return true;
    }
    return callers.contains(Links.text(event, "caller")) || isOfVehicle(event);
  }

  private boolean isOfVehicle(Event event) {
    boolean itself = vehicles.contains(event.subject());
    if (MEANWHILE.contains(event.type())) {
      return (itself || vehicles.contains("vehicle:" + Links.text(event, "vehicle")))
          && event.tick() >= beganTick
          && event.tick() <= overTick;
    }
    double beforeS = (beganTick - event.tick()) * writer.run().clock().tickSeconds();
    return itself
        && beforeS >= 0
        && beforeS <= LED_TO_WITHIN_S
        && (Links.isBroken(event) || (HAPPENINGS.contains(event.type()) && !isOrdinary(event)));
  }

  /** Whether a vehicle only goes on, by hand or by itself. */
  private static boolean isOrdinary(Event event) {
    String to = Links.text(event, "to");
    return event.type() == EventType.MODE_CHANGED
        && (to.equals("manual") || to.equals("automated"));
  }

  /** Which steps have been marked; each is once for an incident. */
  private static final class Marks {
    private final Set<String> marked = new HashSet<>();

    boolean first(String step, String of) {
      return marked.add(step + " " + of);
    }
  }

  private Account.Item step(Logged logged, Marks marks) {
    Account.Item item = writer.item(logged);
    return new Account.Item(
        item.line(),
        item.tick(),
        item.time(),
        item.type(),
        item.subject(),
        item.attributes(),
        mark(logged.event(), marks) + "  " + item.sentence(),
        item.ruling(),
        item.further().stream().map(line -> BELOW + line).toList());
  }

  private String mark(Event event, Marks marks) {
    String step = IncidentLines.STEPS.getOrDefault(event.type(), "  ");
    String incident = Links.text(event, "incident");
    boolean occurrence =
        event.type() == EventType.VEHICLE_STALLED || event.type() == EventType.COLLISION;
    if (occurrence && scenes.isEmpty()) {
      return marks.first("T0", "") ? "T0" : "  ";
    }
    boolean marked =
        switch (event.type()) {
          case SCENE_BEGAN, SCENE_RECOVERED -> sceneNumbers.contains(Links.text(event, "scene"));
          case UNIT_RELEASED -> isLastReleased(event, incident);
          default -> !step.isBlank() && marks.first(step, incident);
        };
    return marked ? step : "  ";
  }

  private boolean isLastReleased(Event event, String incident) {
    return incidents.stream()
        .filter(each -> each.incident().equals(incident))
        .map(each -> each.at().lastReleasedS())
        .anyMatch(last -> last != null && tickAt(last) == event.tick());
  }

  private List<String> measures() {
    IncidentFigures figures = new IncidentFigures(words);
    List<String> lines = new ArrayList<>();
    for (Metrics.Incident incident : incidents) {
      String prefix =
          kind.equals("scene")
              ? words.say(
                  "explain.of-incident",
                  writer.sentences().subject("incident:" + incident.incident()))
              : "";
      Optional<SceneMetrics> scene =
          scenes.stream()
              .filter(each -> number(each.scene()).equals(number(incident.scene())))
              .findFirst();
      figures.intervals(incident, scene).forEach(each -> lines.add(prefix + each));
      lines.add(prefix + command(incident));
      if (incident.leftOpen() != null) {
        lines.add(
            prefix
                + words.say("explain.left-open", writer.sentences().reason(incident.leftOpen())));
      }
      if (scene.isEmpty()) {
        lines.add(prefix + words.say("explain.no-scene"));
      }
    }
    for (SceneMetrics scene : scenes) {
      lines.add(figures.account(scene));
      if (scene.secondaryOf() != null) {
        lines.add(words.say("explain.secondary-of", number(scene.secondaryOf())));
      }
      if (scene.incidents().isEmpty()) {
        lines.add(words.say("explain.never-found"));
      }
    }
    return lines;
  }

  private String command(Metrics.Incident incident) {
    String by = incident.decidedBy();
    return words.say(
        "explain.command",
        by == null ? words.term("nobody") : writer.sentences().subject(by),
        incident.plan() == null ? words.term("none") : incident.plan(),
        number(incident.priority() == null ? "–" : incident.priority()),
        incident.unitsSent(),
        words.term("means", String.valueOf(incident.means())),
        incident.reportsFused());
  }
}
