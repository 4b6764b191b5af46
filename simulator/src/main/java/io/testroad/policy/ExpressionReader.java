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
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks expressions as they are read: syntax, names, types.
 *
 * <p>Errors: {@code policy-syntax}, {@code policy-type-error}, {@code unknown-fact}, {@code
 * fact-not-available}, {@code unknown-parameter}, {@code unknown-value}.
 */
final class ExpressionReader {

  private final CelCompiler compiler;
  private final String codes;
  private final Set<String> parameters = new TreeSet<>();
  private final Set<String> faulty;
  private final Findings findings;

  /**
   * A reader of expressions.
   *
   * @param parameters the parameters they may name
   * @param faulty names of parameters in which an error was found: expressions that name them are
   *     left out without another
   */
  ExpressionReader(Collection<Parameter> parameters, Set<String> faulty, Findings findings) {
    this(CelLanguage.compiler(Vocabulary.facts(), parameters), "policy", faulty, findings);
    parameters.forEach(parameter -> this.parameters.add(parameter.name()));
  }

  private ExpressionReader(
      CelCompiler compiler, String codes, Set<String> faulty, Findings findings) {
    this.compiler = compiler;
    this.codes = codes;
    this.faulty = faulty;
    this.findings = findings;
  }

  /** A reader of expressions over other facts than those of rules; codes: expression-…. */
  static ExpressionReader over(Collection<Fact> facts, Findings findings) {
    return new ExpressionReader(
        CelLanguage.compiler(facts, Set.of()), "expression", Set.of(), findings);
  }

  /** The checked expression of a text, for rules of a moment; empty when an error was found. */
  Optional<CompiledExpression> read(Scalar written, Moment moment) {
    return read(written, FactScope.of(moment));
  }

  /** The checked expression of a text over the facts of a scope; empty when an error was found. */
  Optional<CompiledExpression> read(Scalar written, FactScope scope) {
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
    if (type.kind() != CelKind.BOOL) {
      String message = "The expression is a " + type.name() + ", not true or false.";
      findings.error(
          codes + "-type-error", written.positionAt(0), message, "Compare it with something.");
      return Optional.empty();
    }
    Expression expression = new Expression(written.text(), names.facts(), names.parameters());
    return Optional.of(new CompiledExpression(expression, tree(checked)));
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
