package io.testroad.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The values of parts of a checked expression. */
final class PartValues {

  private final CelAbstractSyntaxTree tree;
  private final Map<String, Object> values;
  private final Map<Long, CelRuntime.Program> programs = new HashMap<>();

  /**
   * The parts of an expression.
   *
   * @param values of facts and parameters, by full name
   */
  PartValues(CelAbstractSyntaxTree tree, Map<String, Object> values) {
    this.tree = tree;
    this.values = values;
  }

  /** The value of a variable; null when there is none of that name. */
  Optional<Object> variable(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** All variables by name. */
  Map<String, Object> variables() {
    return values;
  }

  /**
   * The value of a part.
   *
   * @param locals values of the variables of the loops around it
   * @return empty when it can't be computed
   */
  Optional<Object> of(CelExpr part, Map<String, Object> locals) {
    Map<String, Object> all = new HashMap<>(values);
    all.putAll(locals);
    try {
      return Optional.of(programs.computeIfAbsent(part.id(), id -> program(part)).eval(all));
    } catch (CelEvaluationException e) {
      return Optional.empty();
    }
  }

  private CelRuntime.Program program(CelExpr part) {
    return CelLanguage.program(
        CelAbstractSyntaxTree.newCheckedAst(
            part, tree.getSource(), tree.getReferenceMap(), tree.getTypeMap()));
  }
}
