package io.testroad.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An expression that was checked; its program is made when it is first evaluated. Thread-safe. */
final class CompiledExpression {

  private final Expression expression;
  private final CelAbstractSyntaxTree checked;
  private volatile CelRuntime.@Nullable Program program;

  CompiledExpression(Expression expression, CelAbstractSyntaxTree checked) {
    this.expression = expression;
    this.checked = checked;
  }

  Expression expression() {
    return expression;
  }

  /**
   * Whether it is true of these values.
   *
   * @throws CelEvaluationException when it can't be computed, for instance on a division by zero
   */
  boolean holds(Map<String, Object> values) throws CelEvaluationException {
    return (Boolean) value(values);
  }

  /** Whether it is true of these values, or what CEL makes of it when some are missing. */
  Object value(Map<String, Object> values) throws CelEvaluationException {
    CelRuntime.Program ready = program;
    if (ready == null) {
      ready = CelLanguage.program(checked);
      program = ready;
    }
    return ready.eval(values);
  }
}
