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
    String checkedBy,
    Optional<Scalar> applies,
    Scalar require,
    List<Consequence> otherwise) {

  /** The rule with its expressions checked; empty when an error was found. */
  Optional<CompiledRule> compile(ExpressionReader expressions) {
    Optional<Reading> guard =
        applies.flatMap(text -> expressions.read(text, on)).map(expressions::reading);
    Optional<Reading> demand = expressions.read(require, on).map(expressions::reading);
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
            checkedBy,
            guard.map(g -> g.expression().expression()),
            demand.get().expression().expression(),
            otherwise,
            id.position());
    return Optional.of(new CompiledRule(rule, guard, demand.get()));
  }
}
