package io.testroad.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells in words what command centres put on record in short: why a unit was chosen, why an
 * incident is still open, and what was known.
 */
final class RecordedReasons {

  private static final Pattern CHOICE = Pattern.compile("([a-z-]+): (.*)");
  private static final Pattern CANDIDATE =
      Pattern.compile(
          "(\\S+) (\\d+) s (\\d+) m(?: ring (\\d+))?(?: called away from priority (\\d+))?");
  private static final Pattern MORE = Pattern.compile("\\+(\\d{1,9})");
  private static final Pattern WAITS = Pattern.compile("waits for (\\S+): (\\d+) before it");
  private static final Pattern UNVERIFIED = Pattern.compile("waits for verification by (\\S+)");
  private static final Pattern UNIT = Pattern.compile("(\\S+) (at work|on its way)");
  private static final Pattern NEEDED = Pattern.compile("needed more at incident (\\d+)");
  private static final String GONE = "waits until it is gone";
  private static final Pattern TOLD = Pattern.compile("(.*) \\((\\S+) (\\d\\d:\\d\\d:\\d\\d)\\)");
  private static final Pattern FACT = Pattern.compile("(\\w+)=(?:\\[([^\\]]*)\\]|(\\S*))|(\\S+)");

  private final Words words;

  RecordedReasons(Words words) {
    this.words = words;
  }

  /** A reason in words; empty when it is none of those in short. */
  Optional<String> told(String reason) {
    Matcher choice = CHOICE.matcher(reason);
    if (choice.matches() && words.has("term.dispatch-" + choice.group(1))) {
      return candidates(choice.group(1), choice.group(2));
    }
    Matcher needed = NEEDED.matcher(reason);
    if (needed.matches()) {
      return Optional.of(words.say("reason.needed-more", needed.group(1)));
    }
    return change(reason).or(() -> open(reason));
  }

  private Optional<String> candidates(String rule, String list) {
    List<String> told = new ArrayList<>();
    for (String each : list.split("; ", -1)) {
      Matcher candidate = CANDIDATE.matcher(each);
      Matcher more = MORE.matcher(each);
      if (candidate.matches()) {
        told.add(candidate(candidate));
      } else if (more.matches()) {
        told.add(words.say("reason.candidates-more", Integer.parseInt(more.group(1))));
      } else {
        return Optional.empty();
      }
    }
    String picked = told.remove(0);
    String head = words.say("reason.choice", words.term("dispatch", rule), picked);
    return Optional.of(
        told.isEmpty() ? head : head + words.say("reason.choice-before", words.list(told)));
  }

  private String candidate(Matcher matched) {
    String told =
        words.say(
            "reason.candidate",
            matched.group(1),
            words.duration(Double.parseDouble(matched.group(2))),
            matched.group(3));
    String ring = matched.group(4);
    String away = matched.group(5);
    if (ring != null && !ring.equals("0")) {
      told = words.say("reason.candidate-ring", told, ring);
    }
    return away == null ? told : words.say("reason.candidate-away", told, away);
  }

  private Optional<String> change(String reason) {
    int arrow = reason.indexOf(" → ");
    return arrow < 0
        ? Optional.empty()
        : Optional.of(
            words.term(reason.substring(0, arrow))
                + " → "
                + words.term(reason.substring(arrow + 3)));
  }

  private Optional<String> open(String reason) {
    Matcher waits = WAITS.matcher(reason);
    if (waits.matches()) {
      return Optional.of(
          words.say("reason.waits", words.term("task", waits.group(1)), waits.group(2)));
    }
    Matcher unverified = UNVERIFIED.matcher(reason);
    if (unverified.matches()) {
      return Optional.of(words.say("reason.unverified", words.term("means", unverified.group(1))));
    }
    if (reason.equals(GONE)) {
      return Optional.of(words.say("reason.until-gone"));
    }
    List<String> units = new ArrayList<>();
    for (String each : reason.split(", ", -1)) {
      Matcher unit = UNIT.matcher(each);
      if (!unit.matches()) {
        return Optional.empty();
      }
      units.add(
          words.say(
              unit.group(2).equals("at work") ? "reason.at-work" : "reason.on-its-way",
              unit.group(1)));
    }
    return Optional.of(words.list(units));
  }

  /**
   * What was known, in words: what each has told, and when.
   *
   * @param subjects tells an agent's id in words
   */
  String known(String recorded, UnaryOperator<String> subjects) {
    List<String> parts = new ArrayList<>();
    for (String part : recorded.split("; ", -1)) {
      Matcher told = TOLD.matcher(part);
      parts.add(
          told.matches()
              ? words.say(
                  "known.part",
                  facts(told.group(1), subjects),
                  subjects.apply(told.group(2)),
                  told.group(3))
              : facts(part, subjects));
    }
    return String.join(words.say("known.separator"), parts);
  }

  /** Facts as {@code name=value}, separated by spaces, in words. */
  String facts(String recorded, UnaryOperator<String> subjects) {
    List<String> facts = new ArrayList<>();
    Matcher fact = FACT.matcher(recorded);
    while (fact.find()) {
      if (fact.group(1) == null) {
        facts.add(name(fact.group(4)));
      } else {
        String value = fact.group(2) == null ? fact.group(3) : fact.group(2);
        facts.add(
            words.say(
                "known.fact",
                name(fact.group(1)),
                value.contains(":") ? subjects.apply(value) : words.term(value)));
      }
    }
    return words.list(facts);
  }

  private String name(String fact) {
    return words.has("known.fact." + fact) ? words.say("known.fact." + fact) : fact;
  }
}
