package io.testroad.policy;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.Map;
import java.util.stream.Collectors;

/** Parts of expressions as text again: brackets around every operation inside another. */
final class ExpressionText {

  private static final Map<String, String> OPERATORS =
      Map.ofEntries(
          Map.entry("_&&_", "&&"),
          Map.entry("_||_", "||"),
          Map.entry("_==_", "=="),
          Map.entry("_!=_", "!="),
          Map.entry("_<_", "<"),
          Map.entry("_<=_", "<="),
          Map.entry("_>_", ">"),
          Map.entry("_>=_", ">="),
          Map.entry("_+_", "+"),
          Map.entry("_-_", "-"),
          Map.entry("_*_", "*"),
          Map.entry("_/_", "/"),
          Map.entry("_%_", "%"),
          Map.entry("@in", "in"));

  private ExpressionText() {}

  /** The text of a part. */
  static String of(CelExpr expr) {
    return switch (expr.getKind()) {
      case CONSTANT -> constant(expr.constant());
      case IDENT -> expr.ident().name();
      case SELECT -> of(expr.select().operand()) + "." + expr.select().field();
      case CALL -> call(expr.call());
      case LIST ->
          expr.list().elements().stream()
              .map(ExpressionText::of)
              .collect(Collectors.joining(", ", "[", "]"));
      case COMPREHENSION -> comprehension(expr.comprehension());
      default -> "…";
    };
  }

  private static String call(CelExpr.CelCall call) {
    String operator = OPERATORS.get(call.function());
    if (operator != null && call.args().size() == 2) {
      return inner(call.args().get(0)) + " " + operator + " " + inner(call.args().get(1));
    }
    if (call.function().equals("!_") || call.function().equals("-_")) {
      return call.function().charAt(0) + inner(call.args().get(0));
    }
    if (call.function().equals("_?_:_")) {
      return inner(call.args().get(0))
          + " ? "
          + inner(call.args().get(1))
          + " : "
          + inner(call.args().get(2));
    }
    String target = call.target().map(t -> inner(t) + ".").orElse("");
    return call.args().stream()
        .map(ExpressionText::of)
        .collect(Collectors.joining(", ", target + call.function() + "(", ")"));
  }

  private static String inner(CelExpr expr) {
    boolean operation =
        expr.getKind() == CelExpr.ExprKind.Kind.CALL
            && (OPERATORS.containsKey(expr.call().function())
                || expr.call().function().equals("_?_:_"));
    return operation ? "(" + of(expr) + ")" : of(expr);
  }

  /** The macros {@code all} and {@code exists}, the only ones there are. */
  private static String comprehension(CelExpr.CelComprehension loop) {
    boolean all = Loop.isAll(loop);
    return inner(loop.iterRange())
        + (all ? ".all(" : ".exists(")
        + loop.iterVar()
        + ", "
        + of(Loop.predicate(loop))
        + ")";
  }

  private static String constant(CelConstant constant) {
    return switch (constant.getKind()) {
      case STRING_VALUE -> "'" + constant.stringValue() + "'";
      case INT64_VALUE -> Long.toString(constant.int64Value());
      case DOUBLE_VALUE -> Double.toString(constant.doubleValue());
      case BOOLEAN_VALUE -> Boolean.toString(constant.booleanValue());
      default -> "…";
    };
  }
}
