package io.testroad.policy;

import dev.cel.common.ast.CelExpr;

/** What the macros {@code list.all(x, …)} and {@code list.exists(x, …)} were expanded to. */
final class Loop {

  private Loop() {}

  /** Whether it is {@code all}; otherwise it is {@code exists}. */
  static boolean isAll(CelExpr.CelComprehension loop) {
    return loop.loopStep().getKind() == CelExpr.ExprKind.Kind.CALL
        && loop.loopStep().call().function().equals("_&&_");
  }

  /** What is asked of each item: the step is {@code accumulator && …} or {@code … || …}. */
  static CelExpr predicate(CelExpr.CelComprehension loop) {
    return loop.loopStep().call().args().get(1);
  }
}
