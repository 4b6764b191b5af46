package io.testroad.policy;

import io.testroad.yaml.Scalar;
import java.util.List;
import java.util.Optional;

/** A rule whose expressions have not been checked yet. */
record RawRule(
    Scalar id,
    String pack,
    Label title,
    Source source,
    Moment on,
    Optional<Scalar> applies,
    Scalar require,
    List<Consequence> otherwise) {

  /** The rule with its expressions checked; empty when an error was found. */
  Optional<CompiledRule> compile(ExpressionReader expressions) {
    Optional<CompiledExpression> guard = applies.flatMap(text -> expressions.read(text, on));
    Optional<CompiledExpression> demand = expressions.read(require, on);
    if (demand.isEmpty() || guard.isPresent() != applies.isPresent()) {
      return Optional.empty();
    }
    Rule rule =
        new Rule(
            id.text(),
            pack,
            title,
            source,
            on,
            guard.map(CompiledExpression::expression),
            demand.get().expression(),
            otherwise,
            id.position());
    return Optional.of(new CompiledRule(rule, guard, demand.get()));
  }
}
