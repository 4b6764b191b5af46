package io.testroad.policy;

import io.testroad.engine.Facts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A policy pack, those it extends included: parameters and rules. Immutable and thread-safe. */
public final class Policy implements RuleBook {

  private final String id;
  private final Label name;
  private final SortedMap<String, Parameter> parameters;
  private final GivenFacts given;
  private final List<CompiledObligation> obligations;
  private final List<CompiledRule> rules;
  private final Map<Moment, List<CompiledRule>> byMoment = new EnumMap<>(Moment.class);
  private final Map<Moment, SortedSet<String>> factsRead = new EnumMap<>(Moment.class);

  Policy(
      String id,
      Label name,
      SortedMap<String, Parameter> parameters,
      GivenFacts given,
      List<CompiledObligation> obligations,
      List<CompiledRule> rules) {
    this.id = id;
    this.name = name;
    this.parameters = Collections.unmodifiableSortedMap(parameters);
    this.given = given;
    this.obligations = List.copyOf(obligations);
    this.rules = List.copyOf(rules);
    for (CompiledRule rule : rules) {
      byMoment.computeIfAbsent(rule.rule().on(), m -> new ArrayList<>()).add(rule);
      factsOf(rule.rule().on()).addAll(rule.facts());
    }
    for (CompiledObligation compiled : obligations) {
      SortedSet<String> read = factsOf(compiled.obligation().on());
      compiled.guard().ifPresent(guard -> guard.facts().forEach(fact -> read.add(fact.name())));
    }
  }

  private SortedSet<String> factsOf(Moment moment) {
    return factsRead.computeIfAbsent(moment, m -> new TreeSet<>());
  }

  /** A policy without rules: everything is allowed. */
  public static Policy none() {
    return new Policy(
        "none",
        new Label("No policy", "无规则"),
        new TreeMap<>(),
        GivenFacts.NONE,
        List.of(),
        List.of());
  }

  /** The pack's id. */
  public String id() {
    return id;
  }

  /** The pack's name. */
  public Label name() {
    return name;
  }

  /** The parameters by name, those of the packs it extends included. */
  public SortedMap<String, Parameter> parameters() {
    return parameters;
  }

  /** The rules in order of id, those of the packs it extends included. */
  public List<Rule> rules() {
    return rules.stream().map(CompiledRule::rule).toList();
  }

  /** The facts that it declares and a scenario gives. */
  public GivenFacts given() {
    return given;
  }

  /** What somebody must do within a term, in order of name. */
  public List<Obligation> obligations() {
    return obligations.stream().map(CompiledObligation::obligation).toList();
  }

  /** A fact that rules may read: of the program's vocabulary, or declared by the pack. */
  public Optional<Fact> findFact(String fact) {
    return Optional.ofNullable(given.byName().get(fact)).or(() -> Vocabulary.find(fact));
  }

  /** What somebody must do, by its name. */
  public Optional<Obligation> findObligation(String obligation) {
    return obligations().stream().filter(each -> each.name().equals(obligation)).findFirst();
  }

  /** The rules that say what follows when an obligation was done, or its term is over. */
  public List<Rule> judging(String obligation) {
    return rules.stream().filter(rule -> rule.judges(obligation)).map(CompiledRule::rule).toList();
  }

  /** The rule of an id. */
  public Optional<Rule> findRule(String rule) {
    return rules.stream().map(CompiledRule::rule).filter(r -> r.id().equals(rule)).findFirst();
  }

  /**
   * What would have made a rule say something else.
   *
   * @param recorded the facts and parameters of a ruling, as it recorded them
   * @return empty when there is no such rule, or it reads what isn't recorded
   */
  public Optional<WhatIf> whatIf(String rule, Facts recorded) {
    return rules.stream()
        .filter(each -> each.rule().id().equals(rule))
        .findFirst()
        .flatMap(
            each -> {
              SortedMap<String, FactType> reads = new TreeMap<>();
              each.readFacts().forEach(fact -> reads.put(fact.name(), fact.type()));
              each.parameters()
                  .forEach(
                      name -> {
                        Parameter parameter = parameters.get(name);
                        if (parameter != null) {
                          reads.put(CelLanguage.PARAMETERS + name, parameter.type());
                        }
                      });
              return WhatIf.of(each, reads, recorded);
            });
  }

  /**
   * This policy with another value for a parameter.
   *
   * @param value of the parameter's type; a whole number is taken for a double
   * @throws IllegalArgumentException when there is no such parameter, or its type is another
   */
  public Policy withParameter(String parameter, Object value) {
    Parameter old = parameters.get(parameter);
    if (old == null) {
      throw new IllegalArgumentException("no parameter " + parameter + " in " + id);
    }
    SortedMap<String, Parameter> changed = new TreeMap<>(parameters);
    changed.put(parameter, old.withValue(value));
    return new Policy(id, name, changed, given, obligations, rules);
  }

  @Override
  public List<Ruling> rule(Moment moment, Facts facts) {
    List<Ruling> rulings = new ArrayList<>();
    for (CompiledRule rule : byMoment.getOrDefault(moment, List.of())) {
      rule.rule(facts, parameters).ifPresent(rulings::add);
    }
    return rulings;
  }

  @Override
  public List<Obligation> obligations(Moment moment, Facts facts) {
    List<Obligation> beginning = new ArrayList<>();
    for (CompiledObligation compiled : obligations) {
      if (compiled.obligation().on() == moment && compiled.begins(facts, parameters)) {
        beginning.add(compiled.obligation());
      }
    }
    return beginning;
  }

  @Override
  public boolean concerns(Moment moment) {
    return factsRead.containsKey(moment);
  }

  @Override
  public SortedSet<String> factsRead(Moment moment) {
    return Collections.unmodifiableSortedSet(
        factsRead.getOrDefault(moment, Collections.emptySortedSet()));
  }

  @Override
  public Policy checkedBy(String authority) {
    List<CompiledRule> checked =
        rules.stream().filter(rule -> rule.rule().checkedBy().equals(authority)).toList();
    return new Policy(id, name, parameters, given, obligations, checked);
  }
}
