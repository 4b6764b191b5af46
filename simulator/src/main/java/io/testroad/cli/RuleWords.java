package io.testroad.cli;

import io.testroad.policy.Change;
import io.testroad.policy.Condition;
import io.testroad.policy.Consequence;
import io.testroad.policy.Fact;
import io.testroad.policy.Grade;
import io.testroad.policy.Label;
import io.testroad.policy.Moment;
import io.testroad.policy.Obligation;
import io.testroad.policy.Parameter;
import io.testroad.policy.Policy;
import io.testroad.policy.Relation;
import io.testroad.policy.Source;
import io.testroad.policy.Way;
import io.testroad.units.Term;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What rules are made of in words of a language: facts, values, sources, consequences, changes. */
final class RuleWords {

  private static final String PARAMETERS = "parameters.";
  private static final Pattern CALL = Pattern.compile("([a-z-]+)(?:\\((.*)\\))?", Pattern.DOTALL);
  private static final Pattern TERM = Pattern.compile("(\\d{1,6}) (.+)");
  private static final Pattern SPEED_LIMIT = Pattern.compile("speed (\\S+) m/s");
  private static final Pattern PARAMETER = Pattern.compile("\\bparameters\\.([a-z]\\w*)");
  private static final DateTimeFormatter FINE_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSSSSS", Locale.ROOT);
  private static final MathContext DIGITS = new MathContext(6);

  /** The units of terms, as keys of the bundle have them. */
  private static final Map<Term.Unit, String> TERMS =
      Map.of(
          Term.Unit.SECONDS, "s",
          Term.Unit.MINUTES, "min",
          Term.Unit.HOURS, "h",
          Term.Unit.DAYS, "days",
          Term.Unit.WORKING_DAYS, "working-days",
          Term.Unit.MONTHS, "months");

  private final Words words;
  private final Language language;
  private final Policy policy;
  private final ZoneOffset offset;
  private final @Nullable ResourceBundle vocabulary;

  /**
   * Words about a policy.
   *
   * @param offset from UTC in which instants are given
   */
  RuleWords(Language language, Policy policy, ZoneOffset offset) {
    this.words = Words.of(language);
    this.language = language;
    this.policy = policy;
    this.offset = offset;
    this.vocabulary = language == Language.EN ? null : vocabulary(language);
  }

  private static @Nullable ResourceBundle vocabulary(Language language) {
    try {
      return Words.bundle("vocabulary", language);
    } catch (MissingResourceException e) {
      return null; // then the English of the vocabulary stands in
    }
  }

  private Optional<String> translated(String key) {
    return vocabulary == null || !vocabulary.containsKey(key)
        ? Optional.empty()
        : Optional.of(vocabulary.getString(key));
  }

  Words words() {
    return words;
  }

  /** A text in the language. */
  String label(Label label) {
    return language == Language.ZH ? label.zh() : label.en();
  }

  /** The title of a rule; its id when the policy has none of that id. */
  String title(String rule) {
    return policy.findRule(rule).map(r -> label(r.title())).orElse(rule);
  }

  /** When a moment is. */
  String moment(Moment moment) {
    return translated("moment." + moment).orElseGet(moment::meaning);
  }

  /** What a grade means, a sentence. */
  String grade(Grade grade) {
    String key = "grade." + grade;
    return words.has(key) ? words.say(key) : grade.meaning();
  }

  /** A source with its article and grade. */
  String source(Source source) {
    return source(source.instrument(), source.article(), source.grade().written());
  }

  /** A source with its article and grade, as they go on record. */
  String source(String instrument, String article, String grade) {
    String key =
        article.isEmpty()
            ? "explain.source"
            : Character.isDigit(article.charAt(0))
                ? "explain.source-article"
                : "explain.source-part";
    return words.say(key, instrument, words.term("grade-" + grade), article);
  }

  /** What a fact or parameter says; empty when it is unknown. */
  String meaning(String name) {
    Optional<Parameter> parameter = parameter(name);
    return parameter.isPresent()
        ? parameter.get().meaning()
        : translated("fact." + name).or(() -> policy.findFact(name).map(Fact::meaning)).orElse("");
  }

  /** The unit of a fact or parameter; empty when it has none or is unknown. */
  String unit(String name) {
    return parameter(name)
        .map(Parameter::unit)
        .or(() -> policy.findFact(name).map(Fact::unit))
        .orElse("");
  }

  /** A unit in the language; itself when it has no word. */
  String unitWord(String unit) {
    return translated("unit." + key(unit)).orElse(unit);
  }

  /** A text as keys of bundles have it. */
  static String key(String text) {
    return text.replace(' ', '-').replace('/', '-');
  }

  private Optional<Parameter> parameter(String name) {
    return name.startsWith(PARAMETERS)
        ? Optional.ofNullable(policy.parameters().get(name.substring(PARAMETERS.length())))
        : Optional.empty();
  }

  /** The values that a fact can take, each with its word where it has one; none when it is open. */
  List<String> values(Fact fact) {
    return fact.values().stream()
        .map(
            value -> {
              String word = words.term(value);
              return value.isEmpty()
                  ? "''"
                  : word.equals(value) ? value : words.say("policy.word", value, word);
            })
        .toList();
  }

  /** What holds of a fact when nothing is said, with its unit. */
  String standing(Fact fact) {
    return fact.absent() == null ? "" : valueIn(fact.absent(), fact.unit());
  }

  /** A value of a fact or parameter with its unit. */
  String value(String name, Object value) {
    return withUnit(plain(value, RoundingMode.HALF_EVEN), value, unit(name));
  }

  /** A value with a unit. */
  String valueIn(Object value, String unit) {
    return withUnit(plain(value, RoundingMode.HALF_EVEN), value, unit);
  }

  private String withUnit(String text, Object value, String unit) {
    if (!(value instanceof Number number) || unit.isEmpty()) {
      return text;
    }
    String measured = text + " " + unitWord(unit);
    if (unit.equals("m/s")) {
      double kmh = number.doubleValue() * 3.6;
      return words.say("value.speed", measured, plain(kmh, RoundingMode.HALF_EVEN));
    }
    return unit.equals("s") && Math.abs(number.doubleValue()) >= 120
        ? words.say("value.time", measured, words.duration(number.doubleValue()))
        : measured;
  }

  private String plain(Object value, RoundingMode rounding) {
    if (value instanceof Double number && Double.isFinite(number)) {
      BigDecimal exact = new BigDecimal(number.toString());
      BigDecimal rounded =
          exact.precision() <= DIGITS.getPrecision()
              ? exact
              : exact.round(new MathContext(DIGITS.getPrecision(), rounding));
      BigDecimal shown = rounded.stripTrailingZeros();
      return Math.abs(number) < 1e15 ? shown.toPlainString() : shown.toString();
    }
    if (value instanceof Boolean truth) {
      return words.say(truth ? "value.true" : "value.false");
    }
    if (value instanceof Instant instant) {
      String fine = instant.atOffset(offset).format(FINE_TIME);
      return fine.replaceAll("\\.0+$", "").replaceAll("(\\.\\d*[1-9])0+$", "$1");
    }
    if (value instanceof List<?> list) {
      return list.stream()
          .map(item -> plain(item, rounding))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return value instanceof String text ? "'" + text + "'" : String.valueOf(value);
  }

  /** A term. */
  String term(Term term) {
    return words.say("term-of." + TERMS.get(term.unit()), term.amount());
  }

  /** An obligation in a sentence: when its clock begins, who owes what to whom within what term. */
  String obligation(Obligation obligation) {
    return words.say(
        obligation.repeats() ? "policy.owed-again" : "policy.owed",
        moment(obligation.on()),
        party(obligation.by()),
        party(obligation.to()),
        term(obligation.within()));
  }

  /** Somebody who has a part in things. */
  String party(String party) {
    return words.has("party." + party) ? words.say("party." + party) : words.term(party);
  }

  /** Consequences as they go on record, in words. */
  String consequences(String recorded) {
    List<String> told = new ArrayList<>();
    for (String each : recorded.split("; (?=[a-z-]+(?:\\(|$|;))", -1)) {
      told.add(consequence(each));
    }
    return String.join("; ", told);
  }

  /** A consequence in words. */
  String consequence(Consequence consequence) {
    return consequence(consequence.toString());
  }

  /** A consequence as it goes on record, in words; one of a kind without words as it is. */
  String consequence(String recorded) {
    Matcher call = CALL.matcher(recorded);
    if (!call.matches() || !words.has("then." + call.group(1))) {
      return recorded;
    }
    String kind = call.group(1);
    String inside = call.group(2) == null ? "" : call.group(2);
    String[] parts = inside.split(", ", -1);
    return switch (kind) {
      case "refuse", "warn" -> words.say("then." + kind, inside);
      case "suspend" ->
          words.say(
              parts[0].equals("0") ? "then.suspend-open" : "then.suspend",
              parts[0],
              word("scope.", parts.length > 1 ? parts[1] : "vehicle"));
      case "restrict" -> restriction(parts).orElse(recorded);
      case "detain" -> words.say("then.detain", words.term("until-" + inside));
      case "fine" -> words.say("then.fine", money(parts[0]), argument(parts[parts.length - 1]));
      case "correct" -> words.say("then.correct", written(inside).map(this::term).orElse(inside));
      default ->
          words.say("then." + kind, java.util.Arrays.stream(parts).map(this::argument).toArray());
    };
  }

  private Optional<String> restriction(String[] parts) {
    if (parts.length != 3) {
      return Optional.empty();
    }
    Matcher speed = SPEED_LIMIT.matcher(parts[1]);
    String limit =
        speed.matches()
            ? words.say("limit.speed", valueOf(speed.group(1), "m/s"))
            : word("limit.", parts[1]);
    return Optional.of(
        words.say(
            parts[2].equals("0") ? "then.restrict-open" : "then.restrict",
            parts[2],
            word("scope.", parts[0]),
            limit));
  }

  private String word(String kind, String written) {
    return words.has(kind + written) ? words.say(kind + written) : words.term(written);
  }

  private String money(String amount) {
    return valueOf(amount, "CNY");
  }

  private String valueOf(String number, String unit) {
    try {
      return valueIn(Double.valueOf(number), unit);
    } catch (NumberFormatException e) {
      return number + " " + unit;
    }
  }

  /** A term as it goes on record. */
  private static Optional<Term> written(String text) {
    Matcher term = TERM.matcher(text);
    return term.matches() && Term.inRange(Long.parseLong(term.group(1)))
        ? Term.Unit.find(term.group(2)).map(unit -> new Term(Long.parseLong(term.group(1)), unit))
        : Optional.empty();
  }

  private String argument(String word) {
    for (String kind : List.of("instruction.", "party.")) {
      if (words.has(kind + word)) {
        return words.say(kind + word);
      }
    }
    return words.term(word);
  }

  /** All changes of a way, joined. */
  String way(Way way) {
    return way.changes().stream()
        .map(this::change)
        .collect(Collectors.joining(words.say("list.and")));
  }

  /** One change: what a fact would have had to be, and what it was. */
  String change(Change change) {
    boolean open =
        change.value() instanceof Boolean
            && change.conditions().get(0).part().equals(change.fact());
    if (open && change.fact().contains(" ")) {
      return words.say(
          "explain.change-open", change.fact(), plain(change.value(), RoundingMode.HALF_EVEN));
    }
    String conditions =
        merged(change.conditions()).stream()
            .map(condition -> condition(change.fact(), condition))
            .collect(Collectors.joining(words.say("list.and")));
    return words.say(
        "explain.change", change.fact(), conditions, value(change.fact(), change.was()));
  }

  /** The conditions, with items to be held or lacked joined, and equal bounds made one. */
  private static List<Condition> merged(List<Condition> conditions) {
    Map<Relation, List<Object>> items = new LinkedHashMap<>();
    List<Condition> merged = new ArrayList<>();
    for (Condition condition : conditions) {
      if (condition.relation() == Relation.HOLDS || condition.relation() == Relation.LACKS) {
        items.computeIfAbsent(condition.relation(), r -> new ArrayList<>()).add(condition.bound());
      } else {
        merged.add(condition);
      }
    }
    items.forEach(
        (relation, bounds) ->
            merged.add(
                new Condition(
                    relation,
                    bounds.size() == 1 ? bounds.get(0) : List.copyOf(bounds),
                    conditions.get(0).part())));
    if (merged.size() == 2
        && merged.get(0).bound().equals(merged.get(1).bound())
        && merged.stream().anyMatch(c -> c.relation() == Relation.AT_LEAST)
        && merged.stream().anyMatch(c -> c.relation() == Relation.AT_MOST)) {
      return List.of(new Condition(Relation.EQUAL, merged.get(0).bound(), merged.get(0).part()));
    }
    return merged;
  }

  private String condition(String fact, Condition condition) {
    String relation = condition.relation().written();
    boolean time = condition.bound() instanceof Instant && words.has("cond.time." + relation);
    RoundingMode rounding =
        switch (condition.relation()) {
          case AT_LEAST, MORE_THAN -> RoundingMode.CEILING;
          case AT_MOST, LESS_THAN -> RoundingMode.FLOOR;
          default -> RoundingMode.HALF_EVEN;
        };
    String bound = withUnit(plain(condition.bound(), rounding), condition.bound(), unit(fact));
    String told = words.say((time ? "cond.time." : "cond.") + relation, bound);
    return demandedBy(fact, condition)
        .map(parameter -> words.say("explain.set-by", told, parameter))
        .orElse(told);
  }

  /** The parameters that set a bound, named when they are the only other thing in the part. */
  private Optional<String> demandedBy(String fact, Condition condition) {
    if (fact.startsWith(PARAMETERS)) {
      return Optional.empty();
    }
    Matcher names = PARAMETER.matcher(condition.part());
    return names.find() ? Optional.of(names.group(1)) : Optional.empty();
  }

  /**
   * Ways to another verdict as lines, the first a sentence.
   *
   * @param key of the sentence for one way; with {@code -any} that before several
   */
  List<String> ways(String key, List<Way> ways) {
    if (ways.size() == 1) {
      return List.of(words.say(key, way(ways.get(0))));
    }
    List<String> lines = new ArrayList<>();
    if (!ways.isEmpty()) {
      lines.add(words.say(key + "-any"));
      ways.forEach(way -> lines.add("  - " + way(way)));
    }
    return lines;
  }
}
