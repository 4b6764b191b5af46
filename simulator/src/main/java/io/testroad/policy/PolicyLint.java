package io.testroad.policy;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Looks for what is allowed in a pack and yet probably not meant. Only what a pack's own file says
 * is looked at, not what it inherits.
 *
 * <p>Warnings: {@code lint-untranslated}, {@code lint-no-article}, {@code lint-same-rule}, {@code
 * lint-always}, {@code lint-no-unit}, {@code lint-unit-mismatch}, {@code lint-same-value}, {@code
 * lint-magic-number}.
 */
public final class PolicyLint {

  private static final Pattern CJK = Pattern.compile("\\p{IsHan}");
  private static final Pattern LATIN = Pattern.compile("[A-Za-z]");
  private static final Pattern LARGE_NUMBER = Pattern.compile("(?<![\\w.'])\\d{3,}(?:\\.\\d+)?");
  private static final Pattern LITERAL_TIME = Pattern.compile("timestamp\\('");

  /** What names end in, and the units that fit. */
  private static final Map<String, List<String>> SUFFIXES =
      Map.ofEntries(
          Map.entry("Ms", List.of("ms")),
          Map.entry("S", List.of("s")),
          Map.entry("Seconds", List.of("s")),
          Map.entry("Minutes", List.of("min")),
          Map.entry("Hours", List.of("h")),
          Map.entry("WorkingDays", List.of("working days")),
          Map.entry("Days", List.of("days")),
          Map.entry("Months", List.of("months")),
          Map.entry("Years", List.of("years")),
          Map.entry("M", List.of("m")),
          Map.entry("Km", List.of("km")),
          Map.entry("Kmh", List.of("km/h")),
          Map.entry("Mps", List.of("m/s")),
          Map.entry("Cny", List.of("CNY")),
          Map.entry("Percent", List.of("%")));

  private final Policy policy;
  private final PackFile own;
  private final Findings findings;

  private PolicyLint(Policy policy, PackFile own, Findings findings) {
    this.policy = policy;
    this.own = own;
    this.findings = findings;
  }

  /**
   * Reads a pack and records its faults and what is doubtful in it.
   *
   * @return the policy; empty when an error was found
   */
  public static Optional<Policy> check(Path file, Findings findings) {
    Optional<Policy> policy = PolicyReader.read(file, findings);
    List<PackFile> chain = PackChain.of(file);
    if (policy.isPresent() && !chain.isEmpty()) {
      new PolicyLint(policy.get(), chain.get(0), findings).check(chain);
    }
    return policy;
  }

  private void check(List<PackFile> chain) {
    label(policy.name(), Position.of(own.file().toString()), "The pack's name");
    List<Rule> rules =
        policy.rules().stream().filter(rule -> own.rules().containsKey(rule.id())).toList();
    rules.forEach(this::rule);
    repeated(rules);
    own.parameters()
        .forEach(
            (name, position) ->
                Optional.ofNullable(policy.parameters().get(name))
                    .ifPresent(parameter -> parameter(parameter, position)));
    if (chain.size() > 1) {
      PolicyReader.read(chain.get(1).file(), new Findings()).ifPresent(this::inherited);
    }
  }

  private void rule(Rule rule) {
    label(rule.title(), rule.position(), "The title of '" + rule.id() + "'");
    source(rule.source(), rule.position(), "The rule '" + rule.id() + "'");
    if (rule.require().facts().isEmpty()) {
      warn(
          "lint-always",
          rule.position(),
          "What '" + rule.id() + "' requires depends on no fact.",
          "Name a fact of the moment in 'require'.");
    }
    if (LARGE_NUMBER.matcher(rule.require().text()).find()
        || LITERAL_TIME.matcher(rule.require().text()).find()) {
      warn(
          "lint-magic-number",
          rule.position(),
          "'" + rule.id() + "' has a number of its own in its expression.",
          "Make it a parameter, with unit and source, so that a scenario can replace it.");
    }
  }

  private void source(Source source, Position position, String what) {
    if (source.grade() == Grade.DRAFT && source.article().isBlank() && source.note().isBlank()) {
      warn(
          "lint-no-article",
          position,
          what + " rests on a draft and names no article.",
          "Say which part of which draft was seen.");
    }
  }

  private void label(Label label, Position position, String what) {
    if (!CJK.matcher(label.zh()).find()) {
      warn(
          "lint-untranslated",
          position,
          what + " has no Chinese character in Chinese: '" + label.zh() + "'.",
          "Translate 'zh'.");
    }
    if (CJK.matcher(label.en()).find() || !LATIN.matcher(label.en()).find()) {
      warn(
          "lint-untranslated",
          position,
          what + " isn't English in English: '" + label.en() + "'.",
          "Translate 'en'.");
    }
  }

  /** Rules of a moment that demand the same under the same guard: often a copy left unchanged. */
  private void repeated(List<Rule> rules) {
    Map<String, Rule> seen = new HashMap<>();
    for (Rule rule : rules) {
      String key =
          rule.on()
              + "|"
              + rule.applies().map(Expression::text).map(PolicyLint::plain).orElse("")
              + "|"
              + plain(rule.require().text());
      Rule first = seen.putIfAbsent(key, rule);
      if (first != null && first.source().instrument().equals(rule.source().instrument())) {
        warn(
            "lint-same-rule",
            rule.position(),
            "'" + rule.id() + "' demands at the same moment what '" + first.id() + "' does.",
            "Join the consequences in one rule, or change the expression.");
      }
    }
  }

  private static String plain(String expression) {
    return expression.replaceAll("\\s+", " ").strip();
  }

  private void parameter(Parameter parameter, Position position) {
    source(parameter.source(), position, "The parameter '" + parameter.name() + "'");
    Optional<String> suffix =
        SUFFIXES.keySet().stream()
            .filter(ending -> parameter.name().matches(".*[a-z0-9]" + ending))
            .max(Comparator.comparingInt(String::length));
    boolean number = parameter.type() == FactType.INT || parameter.type() == FactType.DOUBLE;
    if (suffix.isEmpty() || !number) {
      return;
    }
    List<String> units = SUFFIXES.getOrDefault(suffix.get(), List.of());
    if (parameter.unit().isBlank()) {
      warn(
          "lint-no-unit",
          position,
          "'" + parameter.name() + "' has no unit, and its name ends in '" + suffix.get() + "'.",
          "Add 'unit: " + units.get(0) + "', if that is meant.");
    } else if (!units.contains(parameter.unit())) {
      warn(
          "lint-unit-mismatch",
          position,
          "'"
              + parameter.name()
              + "' is in "
              + parameter.unit()
              + ", and its name ends in '"
              + suffix.get()
              + "'.",
          "Rename it, or give it in " + units.get(0) + ".");
    }
  }

  /** Values and rules that are written again just as they are inherited. */
  private void inherited(Policy base) {
    own.parameters()
        .forEach(
            (name, position) -> {
              Parameter inherited = base.parameters().get(name);
              Parameter here = policy.parameters().get(name);
              if (inherited != null
                  && here != null
                  && inherited.value().equals(here.value())
                  && inherited.source().equals(here.source())) {
                warn(
                    "lint-same-value",
                    position,
                    "'" + name + "' has the value and the source it inherits.",
                    "Leave it out.");
              }
            });
  }

  private void warn(String code, Position position, String message, String remedy) {
    findings.warning(code, position, message, remedy);
  }
}
