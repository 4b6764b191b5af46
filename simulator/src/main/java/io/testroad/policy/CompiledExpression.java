package io.testroad.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelEvaluationExceptionBuilder;
import dev.cel.runtime.CelRuntime;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An expression that was checked; its program is made when it is first evaluated. Thread-safe. */
final class CompiledExpression {

  private final Expression expression;
  private final CelAbstractSyntaxTree checked;
  private volatile CelRuntime.@Nullable Program program;

  private final Set<String> obligations;

  CompiledExpression(
      Expression expression, CelAbstractSyntaxTree checked, Set<String> obligations) {
    this.expression = expression;
    this.obligations = obligations;
    this.checked = checked;
  }

  Expression expression() {
    return expression;
  }

  /** The names of the obligations that it is about; none when it may be about any. */
  Set<String> obligations() {
    return obligations;
  }

  /** The checked tree. */
  CelAbstractSyntaxTree tree() {
    return checked;
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
    try {
      return ready.eval(CountedList.of(values));
    } catch (CountedList.Exhausted e) {
      throw tooLong(e);
    } catch (CelEvaluationException e) {
      boolean exhausted =
          e.getErrorCode() == CelErrorCode.ITERATION_BUDGET_EXCEEDED
              || e.getCause() instanceof CountedList.Exhausted;
      throw exhausted ? tooLong(e) : e;
    }
  }

  private static CelEvaluationException tooLong(Throwable cause) {
    return CelEvaluationExceptionBuilder.newBuilder("it takes too long").setCause(cause).build();
  }
}
