package io.testroad.policy;

import io.testroad.finding.Findings;
import io.testroad.yaml.Scalar;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The language of rules over another table of facts.
 *
 * <p>Errors: {@code expression-syntax}, {@code expression-type-error}, {@code unknown-fact}, {@code
 * unknown-value}.
 */
public final class FactLanguage {

  private final SortedMap<String, Fact> facts;
  private final FactScope scope;

  private FactLanguage(SortedMap<String, Fact> facts, FactScope scope) {
    this.facts = facts;
    this.scope = scope;
  }

  /** The language over some facts; the moments they name don't matter. */
  public static FactLanguage of(Collection<Fact> facts) {
    SortedMap<String, Fact> byName = new TreeMap<>();
    facts.forEach(fact -> byName.put(fact.name(), fact));
    return new FactLanguage(byName, new FactScope(byName, byName.keySet(), "here"));
  }

  /** The facts by name. */
  public SortedMap<String, Fact> facts() {
    return Collections.unmodifiableSortedMap(facts);
  }

  /** A reader of expressions in this language that records what is wrong with them. */
  public Reader reader(Findings findings) {
    return new Reader(ExpressionReader.over(facts.values(), findings), scope);
  }

  /**
   * A reader of expressions that may name parameters too.
   *
   * @param parameters those there are
   * @param faulty names of parameters in which an error was found: expressions that name them are
   *     left out without another
   */
  public Reader reader(Collection<Parameter> parameters, Set<String> faulty, Findings findings) {
    return new Reader(ExpressionReader.over(facts.values(), parameters, faulty, findings), scope);
  }

  /** Reads expressions. */
  public static final class Reader {
    private final ExpressionReader expressions;
    private final FactScope scope;

    private Reader(ExpressionReader expressions, FactScope scope) {
      this.expressions = expressions;
      this.scope = scope;
    }

    /** The checked expression of a text; empty when an error was found. */
    public Optional<FactExpression> read(Scalar written) {
      return expressions.read(written, scope).map(FactExpression::new);
    }

    /** The checked expression of a text that yields a number; empty when an error was found. */
    public Optional<FactNumber> readNumber(Scalar written) {
      return expressions.readNumber(written, scope).map(FactNumber::new);
    }
  }

  /** A fact for such a table. */
  public static Fact fact(String name, FactType type, String meaning, String... values) {
    return new Fact(name, type, "", meaning, java.util.List.of(values), null, Set.of());
  }
}
