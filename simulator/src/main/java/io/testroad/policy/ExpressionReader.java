package io.testroad.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.compiler.CelCompiler;
import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.yaml.Scalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Checks expressions as they are read: syntax, names, types.
 *
 * <p>Errors: {@code policy-syntax}, {@code policy-type-error}, {@code unknown-fact}, {@code
 * fact-not-available}, {@code unknown-parameter}, {@code unknown-value}.
 */
final class ExpressionReader {

  private final CelCompiler compiler;
  private final SortedMap<String, Fact> facts;
  private final String codes;
  private final SortedMap<String, Parameter> parameters = new TreeMap<>();
  private final Set<String> faulty;
  private final Findings findings;
  private final List<ExpressionNames> aboutObligations = new ArrayList<>();

  /**
   * A reader of expressions.
   *
   * @param parameters the parameters they may name
   * @param given the facts that the pack declares
   * @param faulty names of parameters in which an error was found: expressions that name them are
   *     left out without another
   */
  ExpressionReader(
      Collection<Parameter> parameters, GivenFacts given, Set<String> faulty, Findings findings) {
    this(
        CelLanguage.compiler(Vocabulary.with(given).values(), parameters),
        Vocabulary.with(given),
        "policy",
        faulty,
        findings);
    parameters.forEach(parameter -> this.parameters.put(parameter.name(), parameter));
  }

  private ExpressionReader(
      CelCompiler compiler,
      SortedMap<String, Fact> facts,
      String codes,
      Set<String> faulty,
      Findings findings) {
    this.compiler = compiler;
    this.facts = facts;
    this.codes = codes;
    this.faulty = faulty;
    this.findings = findings;
  }

  /** A reader of expressions over other facts than those of rules; codes: expression-…. */
  static ExpressionReader over(Collection<Fact> facts, Findings findings) {
    SortedMap<String, Fact> byName = new TreeMap<>();
    facts.forEach(fact -> byName.put(fact.name(), fact));
    return new ExpressionReader(
        CelLanguage.compiler(facts, Set.of()), byName, "expression", Set.of(), findings);
  }

  /** A reader of expressions over other facts than those of rules, and parameters. */
  static ExpressionReader over(
      Collection<Fact> facts,
      Collection<Parameter> parameters,
      Set<String> faulty,
      Findings findings) {
    SortedMap<String, Fact> byName = new TreeMap<>();
    facts.forEach(fact -> byName.put(fact.name(), fact));
    ExpressionReader reader =
        new ExpressionReader(
            CelLanguage.compiler(facts, parameters), byName, "expression", faulty, findings);
    parameters.forEach(parameter -> reader.parameters.put(parameter.name(), parameter));
    return reader;
  }

  /** The checked expression of a text, for rules of a moment; empty when an error was found. */
  Optional<CompiledExpression> read(Scalar written, Moment moment) {
    return read(written, FactScope.of(moment, facts));
  }

  /** An expression with the facts it reads. */
  Reading reading(CompiledExpression expression) {
    return new Reading(
        expression, expression.expression().facts().stream().map(this::fact).toList());
  }

  private Fact fact(String name) {
    return java.util.Objects.requireNonNull(facts.get(name));
  }

  /** The checked expression of a text over the facts of a scope; empty when an error was found. */
  Optional<CompiledExpression> read(Scalar written, FactScope scope) {
    return read(
        written, scope, Set.of(CelKind.BOOL), "true or false", "Compare it with something.");
  }

  /** The same for an expression that yields a number. */
  Optional<CompiledExpression> readNumber(Scalar written, FactScope scope) {
    return read(written, scope, Set.of(CelKind.INT, CelKind.DOUBLE), "a number", "");
  }

  private Optional<CompiledExpression> read(
      Scalar written, FactScope scope, Set<CelKind> kinds, String wanted, String remedy) {
    CelValidationResult parsed = compiler.parse(written.text());
    if (parsed.hasError()) {
      report(written, parsed, codes + "-syntax");
      return Optional.empty();
    }
    CelAbstractSyntaxTree tree = tree(parsed);
    ExpressionNames names = new ExpressionNames(tree, written, scope, parameters, faulty, findings);
    if (!names.check()) {
      return Optional.empty();
    }
    CelValidationResult checked = compiler.check(tree);
    if (checked.hasError()) {
      report(written, checked, codes + "-type-error");
      return Optional.empty();
    }
    CelType type = tree(checked).getResultType();
    if (!kinds.contains(type.kind())) {
      String message = "The expression is a " + type.name() + ", not " + wanted + ".";
      findings.error(codes + "-type-error", written.positionAt(0), message, remedy);
      return Optional.empty();
    }
    Expression expression = new Expression(written.text(), names.facts(), names.parameters());
    if (!names.obligations().isEmpty()) {
      aboutObligations.add(names);
    }
    return Optional.of(new CompiledExpression(expression, tree(checked), names.obligations()));
  }

  /** Reports the obligations that were named in expressions but aren't there. */
  void unknownObligations(Set<String> known) {
    aboutObligations.forEach(names -> names.unknownObligations(known));
  }

  private static CelAbstractSyntaxTree tree(CelValidationResult result) {
    try {
      return result.getAst();
    } catch (CelValidationException e) {
      throw new IllegalStateException("a result without errors has a tree", e);
    }
  }

  private void report(Scalar written, CelValidationResult result, String code) {
    for (CelIssue issue : result.getErrors()) {
      CelIssueText text = new CelIssueText(issue.getMessage());
      findings.error(code, position(written, issue), text.message(), text.remedy());
    }
  }

  private static Position position(Scalar written, CelIssue issue) {
    CelSourceLocation at = issue.getSourceLocation();
    String text = written.text();
    int offset = 0;
    for (int line = 1; line < at.getLine(); line++) {
      offset = text.indexOf('\n', offset) + 1;
    }
    int codePoints = text.codePointCount(offset, text.length());
    int column = Math.max(0, Math.min(at.getColumn(), codePoints));
    return written.positionAt(text.offsetByCodePoints(offset, column));
  }
}
