package io.testroad.policy;

import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationException;
import io.testroad.engine.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * What would have made a rule say something else about the facts it saw.
 *
 * <p>The answers are computed: the parts of the rule's expressions that decide are solved for the
 * facts in them, and each answer is tried by evaluating the rule again. An answer changes as little
 * as is needed; facts are thought to be independent of one another.
 */
public final class WhatIf {

  private final CompiledRule rule;
  private final Map<String, Object> values;
  private final Map<String, List<String>> known = new HashMap<>();

  private WhatIf(CompiledRule rule, Map<String, Object> values) {
    this.rule = rule;
    this.values = values;
    rule.readFacts().forEach(fact -> known.put(fact.name(), fact.values()));
  }

  /** What a rule says. */
  public enum Verdict {
    /** What it requires is so. */
    HELD,
    /** What it requires isn't so. */
    BROKEN,
    /** Its guard is false. */
    SILENT
  }

  /** What may be thought to be otherwise. */
  public enum Over {
    /** The facts, under the same policy. */
    FACTS,
    /** The policy's parameters, with the same facts. */
    PARAMETERS
  }

  /**
   * The question for a rule.
   *
   * @param reads the types of the facts and parameters that it reads, by full name
   * @param recorded facts and parameters as a ruling recorded them
   * @return empty when a value that the rule reads is missing or of another type
   */
  static Optional<WhatIf> of(CompiledRule rule, SortedMap<String, FactType> reads, Facts recorded) {
    Map<String, Object> values = new HashMap<>();
    for (Map.Entry<String, FactType> read : reads.entrySet()) {
      Object value = recorded.find(read.getKey());
      if (value == null || read.getValue().fit(value).isEmpty()) {
        return Optional.empty();
      }
      values.put(read.getKey(), read.getValue().fit(value).orElseThrow());
    }
    return Optional.of(new WhatIf(rule, values));
  }

  /** The texts that a variable can be, or hold; none when that is open. */
  List<String> known(String variable) {
    return known.getOrDefault(variable, List.of());
  }

  /** What the rule says about the facts as they were; empty when it can't be evaluated. */
  public Optional<Verdict> verdict() {
    return verdict(Map.of());
  }

  /** What the rule says when some values are others. */
  Optional<Verdict> verdict(Map<String, Object> changed) {
    Map<String, Object> all = new HashMap<>(values);
    all.putAll(changed);
    try {
      if (rule.guard().isPresent() && !rule.guard().get().holds(all)) {
        return Optional.of(Verdict.SILENT);
      }
      return Optional.of(rule.demand().holds(all) ? Verdict.HELD : Verdict.BROKEN);
    } catch (CelEvaluationException e) {
      return Optional.empty();
    }
  }

  /**
   * The ways in which the rule would have said something, the nearest first; none when it says so
   * anyhow or when nothing would make it.
   */
  public List<Way> ways(Verdict wanted, Over over) {
    if (verdict().filter(wanted::equals).isPresent()) {
      return List.of();
    }
    Predicate<String> parameter = name -> name.startsWith(CelLanguage.PARAMETERS);
    Need need = need(wanted, over == Over.PARAMETERS ? parameter : parameter.negate());
    return new WayFinder(this, values, wanted).ways(need);
  }

  private Need need(Verdict wanted, Predicate<String> changeable) {
    List<Need> needs = new ArrayList<>();
    rule.guard()
        .ifPresent(guard -> needs.add(towards(guard, wanted != Verdict.SILENT, changeable)));
    if (wanted == Verdict.SILENT) {
      return needs.isEmpty() ? Need.NEVER : needs.get(0);
    }
    needs.add(towards(rule.demand(), wanted == Verdict.HELD, changeable));
    return Need.all(needs);
  }

  private Need towards(CompiledExpression expression, boolean truth, Predicate<String> changeable) {
    NeedFinder finder =
        new NeedFinder(new PartValues(expression.tree(), values), changeable, this::known);
    CelExpr whole = expression.tree().getExpr();
    return Need.all(
        List.of(finder.towards(whole, truth, Map.of()), finder.keep(whole, truth, Map.of())));
  }
}
