package io.testroad.policy;

import io.testroad.engine.Facts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A policy pack, those it extends included: parameters and rules. Immutable and thread-safe. */
public final class Policy implements RuleBook {

  private final String id;
  private final Label name;
  private final SortedMap<String, Parameter> parameters;
  private final List<CompiledRule> rules;
  private final Map<Moment, List<CompiledRule>> byMoment = new EnumMap<>(Moment.class);

  Policy(String id, Label name, SortedMap<String, Parameter> parameters, List<CompiledRule> rules) {
    this.id = id;
    this.name = name;
    this.parameters = Collections.unmodifiableSortedMap(parameters);
    this.rules = List.copyOf(rules);
    for (CompiledRule rule : rules) {
      byMoment.computeIfAbsent(rule.rule().on(), m -> new ArrayList<>()).add(rule);
    }
  }

  /** A policy without rules: everything is allowed. */
  public static Policy none() {
    return new Policy("none", new Label("No policy", "无规则"), new TreeMap<>(), List.of());
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

  /** The rule of an id. */
  public Optional<Rule> findRule(String rule) {
    return rules.stream().map(CompiledRule::rule).filter(r -> r.id().equals(rule)).findFirst();
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
    return new Policy(id, name, changed, rules);
  }

  @Override
  public List<Ruling> rule(Moment moment, Facts facts) {
    List<Ruling> rulings = new ArrayList<>();
    for (CompiledRule rule : byMoment.getOrDefault(moment, List.of())) {
      rule.rule(facts, parameters).ifPresent(rulings::add);
    }
    return rulings;
  }
}
