package io.testroad.cli;

import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Events as sentences of the resource bundle {@code events}.
 *
 * <p>A sentence holds places: <code>{road}</code> is the attribute of that name, <code>{subject}
 * </code> whom the event is about, <code>{name}</code> the subject without its kind. A part in
 * square brackets is left out when one of its places has nothing to hold.
 */
final class EventSentences {

  private static final Pattern PART = Pattern.compile("\\[([^\\]]*)\\]");
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)\\}");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter DATE_AND_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private final Words words;
  private final Clock clock;
  private final boolean withDates;
  private final Function<String, Optional<String>> titleOfRule;
  private final RecordedReasons reasons;

  /**
   * Sentences about a run.
   *
   * @param lastTick the run's last tick: times are given with their dates when the run spans
   *     several
   * @param titleOfRule a rule's title in the language, by its id
   */
  EventSentences(
      Words words, Clock clock, long lastTick, Function<String, Optional<String>> titleOfRule) {
    this.words = words;
    this.clock = clock;
    this.titleOfRule = titleOfRule;
    reasons = new RecordedReasons(words);
    withDates = !clock.dateTimeOf(0).toLocalDate().equals(clock.dateTimeOf(lastTick).toLocalDate());
  }

  /** The time of a tick, with its date when the run spans several. */
  String time(long tick) {
    return clock.dateTimeOf(tick).format(withDates ? DATE_AND_TIME : TIME);
  }

  /** The date and time of a tick. */
  String dateAndTime(long tick) {
    return clock.dateTimeOf(tick).format(DATE_AND_TIME);
  }

  /** The sentence for an event. */
  String of(Event event) {
    String pattern = words.sentence(event.type().written());
    Matcher parts = PART.matcher(pattern);
    StringBuilder sentence = new StringBuilder();
    while (parts.find()) {
      parts.appendReplacement(
          sentence, Matcher.quoteReplacement(fill(parts.group(1), event).orElse("")));
    }
    parts.appendTail(sentence);
    String text = sentence.toString();
    String filled = fill(text, event).orElse(text);
    if (pattern.startsWith("{decidedBy}") || pattern.startsWith("{source}")) {
      return Character.toUpperCase(filled.charAt(0)) + filled.substring(1);
    }
    return pattern.startsWith("{") && !pattern.startsWith("{applicant}") ? begun(filled) : filled;
  }

  /** A text with its places filled; empty when one has nothing to hold. */
  private Optional<String> fill(String text, Event event) {
    Matcher places = PLACE.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (places.find()) {
      Optional<String> value = value(places.group(1), event);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      places.appendReplacement(filled, Matcher.quoteReplacement(value.get()));
    }
    places.appendTail(filled);
    return Optional.of(filled.toString());
  }

  /** A sentence that begins with an article in words; names stay as they are. */
  private static String begun(String sentence) {
    return sentence.startsWith("the ") ? "T" + sentence.substring(1) : sentence;
  }

  private Optional<String> value(String place, Event event) {
    if (place.equals("subject")) {
      return Optional.of(subject(event.subject()));
    }
    if (place.equals("name")) {
      return Optional.of(nameOf(event.subject()));
    }
    Object value = event.attributes().find(place);
    if (value == null || value.equals("")) {
      return Optional.empty();
    }
    String rule = String.valueOf(event.attributes().find("rule"));
    return Optional.of(
        place.equals("reason") ? reason(value.toString(), rule) : written(place, value));
  }

  /** The value of an attribute in words. */
  String written(String name, Object value) {
    if (value instanceof Double number) {
      return measure(name, number);
    }
    if (value instanceof Instant instant) {
      return OffsetDateTime.ofInstant(instant, clock.offset()).format(DATE_AND_TIME);
    }
    if (value instanceof List<?> list) {
      return words.list(
          list.stream().map(item -> reason(item.toString())).collect(Collectors.toList()));
    }
    String text = value.toString();
    if (name.equals("rule")) {
      return titleOfRule.apply(text).map(title -> words.say("quoted", title)).orElse(text);
    }
    return switch (name) {
      case "tasks", "kinds" -> listed("task", text);
      case "facts" -> reasons.facts(text, this::agent);
      case "scope" -> scope(text);
      case "change" -> change(text);
      default -> isAgent(text) ? subject(text) : words.term(name, text);
    };
  }

  /** Whether a text names an agent by its id. */
  private boolean isAgent(String text) {
    int colon = text.indexOf(':');
    return colon > 0 && text.indexOf(' ') < 0 && words.has("term.kind-" + text.substring(0, colon));
  }

  private String agent(String text) {
    return isAgent(text) ? subject(text) : text;
  }

  private String listed(String kind, String text) {
    return words.list(
        Arrays.stream(text.split(", ?")).map(each -> words.term(kind, each)).toList());
  }

  /** What was known when somebody decided something; empty when the event doesn't say. */
  Optional<String> known(Event event) {
    return event.attributes().find("known") instanceof String known && !known.isEmpty()
        ? Optional.of(reasons.known(known, this::agent))
        : Optional.empty();
  }

  /** Whose permits are restricted, and to what, as it goes on record. */
  private String scope(String recorded) {
    int colon = recorded.indexOf(": ");
    return colon < 0
        ? words.term("scope", recorded)
        : words.list(
            List.of(
                words.term("scope", recorded.substring(0, colon)),
                words.term("limit", recorded.substring(colon + 2))));
  }

  /** What changes, and to what. */
  private String change(String recorded) {
    int space = recorded.indexOf(' ');
    return space < 0
        ? words.term(recorded)
        : words.say(
            "subject", words.term(recorded.substring(0, space)), recorded.substring(space + 1));
  }

  /** A refusal's reason as it was recorded: the pack's English words, then the rule in brackets. */
  String reason(String recorded) {
    int bracket = recorded.lastIndexOf(" (");
    return bracket < 0 || !recorded.endsWith(")")
        ? reason(recorded, "")
        : reason(
            recorded.substring(0, bracket), recorded.substring(bracket + 2, recorded.length() - 1));
  }

  /** A reason in words; where the language isn't that of the packs, the rule's title stands in. */
  private String reason(String text, String rule) {
    Optional<String> told = reasons.told(text);
    if (told.isPresent()) {
      return told.get();
    }
    boolean foreign = !words.locale().equals(Language.EN.locale());
    String own = text.endsWith(".") ? text.substring(0, text.length() - 1) : words.term(text);
    return foreign ? titleOfRule.apply(rule).orElse(own) : own;
  }

  private String measure(String name, double value) {
    if (name.endsWith("Mps")) {
      return Math.round(value * 3.6) + " km/h";
    }
    if (name.endsWith("Cny")) {
      return words.say("money", value);
    }
    if (name.equals("delayVehicleHours") || name.endsWith("Minutes") || name.endsWith("Kg")) {
      return Double.toString(IncidentFigures.tenths(value));
    }
    if (name.endsWith("ours")) {
      return Math.round(value * 10) / 10.0 + " h";
    }
    if (name.equals("km") || name.endsWith("Km")) {
      return Math.round(value * 10) / 10.0 + " km";
    }
    if (name.endsWith("Mps2")) {
      return Math.round(value * 10) / 10.0 + " m/s²";
    }
    if (name.endsWith("M")) {
      return Math.round(value) + " m";
    }
    if (name.equals("share")) {
      return Math.round(value * 100) + " %";
    }
    return name.endsWith("S") ? words.duration(value) : Double.toString(value);
  }

  /** An agent or thing in words: {@code vehicle:pilot-3} becomes {@code vehicle pilot-3}. */
  String subject(String subject) {
    int colon = subject.indexOf(':');
    if (subject.startsWith("authority:") && words.has("party." + nameOf(subject))) {
      return words.say("party." + nameOf(subject));
    }
    return colon <= 0
        ? subject
        : words.say("subject", words.term("kind-" + subject.substring(0, colon)), nameOf(subject));
  }

  /** The name without its kind. */
  static String nameOf(String subject) {
    return subject.substring(subject.indexOf(':') + 1);
  }

  /** Counts by written word, as a list in words. */
  String counts(Map<String, Long> counts) {
    return counts("", counts);
  }

  /** Counts by written word of a kind, as a list in words. */
  String counts(String kind, Map<String, Long> counts) {
    return words.list(
        counts.entrySet().stream()
            .map(entry -> words.say("count-of", words.term(kind, entry.getKey()), entry.getValue()))
            .toList());
  }
}
