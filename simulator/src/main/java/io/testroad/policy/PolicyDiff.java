package io.testroad.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How one policy differs from another, packs that they extend included.
 *
 * @param parameters parameters that differ, by name
 * @param facts facts that packs declare and that differ, by full name
 * @param obligations obligations that differ, by name
 * @param rules rules that differ, by id
 * @param moments moments at which one has rules and the other none
 */
public record PolicyDiff(
    List<ParameterChange> parameters,
    List<FactChange> facts,
    List<ObligationChange> obligations,
    List<RuleChange> rules,
    List<MomentChange> moments) {

  /** What became of a thing. */
  public enum Kind {
    /** Only the second has it. */
    ADDED,
    /** Only the first has it. */
    REMOVED,
    /** Both have it, and it differs. */
    CHANGED
  }

  /**
   * A parameter that differs.
   *
   * @param before empty when it was added
   * @param after empty when it was removed
   */
  public record ParameterChange(
      String name, Kind kind, Optional<Parameter> before, Optional<Parameter> after) {

    /** What differs: {@code value}, {@code unit}, {@code meaning}, {@code source}. */
    public List<String> parts() {
      List<String> parts = new ArrayList<>();
      if (before.isPresent() && after.isPresent()) {
        Parameter a = before.get();
        Parameter b = after.get();
        add(parts, "value", a.value(), b.value());
        add(parts, "unit", a.unit(), b.unit());
        add(parts, "meaning", a.meaning(), b.meaning());
        add(parts, "source", a.source(), b.source());
      }
      return parts;
    }
  }

  /**
   * A fact that differs.
   *
   * @param before empty when it was added
   * @param after empty when it was removed
   */
  public record FactChange(String name, Kind kind, Optional<Fact> before, Optional<Fact> after) {

    /** What differs, each part with what it was and is, as text. */
    public SortedMap<String, Part> parts() {
      return differing(before.map(FactChange::texts), after.map(FactChange::texts));
    }

    private static SortedMap<String, String> texts(Fact fact) {
      return new TreeMap<>(
          Map.of(
              "type", fact.type().written(),
              "value", String.valueOf(fact.absent()),
              "unit", fact.unit(),
              "meaning", fact.meaning(),
              "values", String.join(", ", fact.values())));
    }
  }

  /**
   * An obligation that differs.
   *
   * @param before empty when it was added
   * @param after empty when it was removed
   */
  public record ObligationChange(
      String name, Kind kind, Optional<Obligation> before, Optional<Obligation> after) {

    /** What differs, each part with what it was and is, as text. */
    public SortedMap<String, Part> parts() {
      return differing(before.map(ObligationChange::texts), after.map(ObligationChange::texts));
    }

    private static SortedMap<String, String> texts(Obligation obligation) {
      return new TreeMap<>(
          Map.of(
              "on", obligation.on().written(),
              "applies", obligation.applies().map(Expression::text).orElse(""),
              "by", obligation.by(),
              "to", obligation.to(),
              "within", obligation.within().toString(),
              "repeats", Boolean.toString(obligation.repeats()),
              "pack", obligation.pack()));
    }
  }

  /**
   * A rule that differs.
   *
   * @param before empty when it was added
   * @param after empty when it was removed
   */
  public record RuleChange(String id, Kind kind, Optional<Rule> before, Optional<Rule> after) {

    /** What differs, each part with what it was and is, as text. */
    public SortedMap<String, Part> parts() {
      return differing(before.map(RuleChange::texts), after.map(RuleChange::texts));
    }

    private static SortedMap<String, String> texts(Rule rule) {
      return new TreeMap<>(
          Map.of(
              "title", rule.title().en() + " · " + rule.title().zh(),
              "source", text(rule.source()),
              "on", rule.on().written(),
              "applies", rule.applies().map(Expression::text).orElse(""),
              "require", rule.require().text(),
              "otherwise", rule.otherwise().toString(),
              "pack", rule.pack()));
    }
  }

  /** What a part was and is. */
  public record Part(String before, String after) {}

  /** The parts that two have in common and that differ; none when one is missing. */
  private static SortedMap<String, Part> differing(
      Optional<SortedMap<String, String>> before, Optional<SortedMap<String, String>> after) {
    SortedMap<String, Part> parts = new TreeMap<>();
    if (before.isPresent() && after.isPresent()) {
      before
          .get()
          .forEach(
              (part, text) -> {
                String other = Objects.requireNonNull(after.get().get(part));
                if (!text.equals(other)) {
                  parts.put(part, new Part(text, other));
                }
              });
    }
    return parts;
  }

  /** A moment at which only one has rules. */
  public record MomentChange(Moment moment, Kind kind) {}

  /** The differences from one policy to another. */
  public static PolicyDiff of(Policy before, Policy after) {
    List<ParameterChange> parameters = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(before.parameters().keySet());
    names.addAll(after.parameters().keySet());
    for (String name : names) {
      Optional<Parameter> a = Optional.ofNullable(before.parameters().get(name));
      Optional<Parameter> b = Optional.ofNullable(after.parameters().get(name));
      if (!a.equals(b)) {
        parameters.add(new ParameterChange(name, kind(a, b), a, b));
      }
    }
    List<RuleChange> rules = new ArrayList<>();
    TreeSet<String> ids = new TreeSet<>();
    before.rules().forEach(rule -> ids.add(rule.id()));
    after.rules().forEach(rule -> ids.add(rule.id()));
    for (String id : ids) {
      Optional<Rule> a = before.findRule(id);
      Optional<Rule> b = after.findRule(id);
      RuleChange change = new RuleChange(id, kind(a, b), a, b);
      if (change.kind() != Kind.CHANGED || !change.parts().isEmpty()) {
        rules.add(change);
      }
    }
    return new PolicyDiff(
        parameters,
        facts(before, after),
        obligations(before, after),
        rules,
        moments(before, after));
  }

  private static List<FactChange> facts(Policy before, Policy after) {
    List<FactChange> facts = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(before.given().byName().keySet());
    names.addAll(after.given().byName().keySet());
    for (String name : names) {
      Optional<Fact> a = Optional.ofNullable(before.given().byName().get(name));
      Optional<Fact> b = Optional.ofNullable(after.given().byName().get(name));
      FactChange change = new FactChange(name, kind(a, b), a, b);
      if (change.kind() != Kind.CHANGED || !change.parts().isEmpty()) {
        facts.add(change);
      }
    }
    return facts;
  }

  private static List<ObligationChange> obligations(Policy before, Policy after) {
    List<ObligationChange> obligations = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>();
    before.obligations().forEach(each -> names.add(each.name()));
    after.obligations().forEach(each -> names.add(each.name()));
    for (String name : names) {
      Optional<Obligation> a = before.findObligation(name);
      Optional<Obligation> b = after.findObligation(name);
      ObligationChange change = new ObligationChange(name, kind(a, b), a, b);
      if (change.kind() != Kind.CHANGED || !change.parts().isEmpty()) {
        obligations.add(change);
      }
    }
    return obligations;
  }

  private static List<MomentChange> moments(Policy before, Policy after) {
    List<MomentChange> moments = new ArrayList<>();
    for (Moment moment : Moment.values()) {
      boolean first = before.rules().stream().anyMatch(rule -> rule.on() == moment);
      boolean second = after.rules().stream().anyMatch(rule -> rule.on() == moment);
      if (first != second) {
        moments.add(new MomentChange(moment, second ? Kind.ADDED : Kind.REMOVED));
      }
    }
    return moments;
  }

  /** Whether there is no difference. */
  public boolean isEmpty() {
    return parameters.isEmpty()
        && facts.isEmpty()
        && obligations.isEmpty()
        && rules.isEmpty()
        && moments.isEmpty();
  }

  private static Kind kind(Optional<?> before, Optional<?> after) {
    if (before.isEmpty()) {
      return Kind.ADDED;
    }
    return after.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
  }

  private static void add(List<String> parts, String name, Object before, Object after) {
    if (!before.equals(after)) {
      parts.add(name);
    }
  }

  private static String text(Source source) {
    return source.instrument()
        + (source.article().isEmpty() ? "" : ", " + source.article())
        + " ("
        + source.grade()
        + ")"
        + (source.note().isEmpty() ? "" : ": " + source.note());
  }
}
