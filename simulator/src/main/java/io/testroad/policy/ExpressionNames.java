package io.testroad.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Walks a parsed expression and checks the facts, parameters and values it names. */
final class ExpressionNames {

  /** The fact by which rules pick out obligations. */
  static final String OBLIGATION = "obligation.name";

  private final CelAbstractSyntaxTree tree;
  private final Scalar written;
  private final FactScope scope;
  private final SortedMap<String, Parameter> allParameters;
  private final Set<String> faulty;
  private final Findings findings;
  private final Set<String> facts = new TreeSet<>();
  private final Set<String> parameters = new TreeSet<>();
  private final Map<String, CelExpr> obligations = new TreeMap<>();
  private boolean sound = true;

  ExpressionNames(
      CelAbstractSyntaxTree tree,
      Scalar written,
      FactScope scope,
      SortedMap<String, Parameter> allParameters,
      Set<String> faulty,
      Findings findings) {
    this.tree = tree;
    this.written = written;
    this.scope = scope;
    this.allParameters = allParameters;
    this.faulty = faulty;
    this.findings = findings;
  }

  /** The facts it names, sorted. */
  Set<String> facts() {
    return facts;
  }

  /** The parameters it names, sorted. */
  Set<String> parameters() {
    return parameters;
  }

  /** The names of obligations it picks out, sorted. */
  Set<String> obligations() {
    return obligations.keySet();
  }

  /** Reports the obligations it names that aren't among the known. */
  void unknownObligations(Set<String> known) {
    obligations.forEach(
        (name, expr) -> {
          if (!known.contains(name) && !faulty.contains(OBLIGATION + ' ' + name)) {
            findings.error(
                "unknown-obligation",
                position(expr),
                "There is no obligation '" + name + "'.",
                findings.isFull() ? "" : MappingReader.meant(name, known));
          }
        });
  }

  /** Whether all names are known. */
  boolean check() {
    walk(tree.getExpr(), Set.of());
    return sound;
  }

  private void walk(CelExpr expr, Set<String> locals) {
    switch (expr.getKind()) {
      case IDENT, SELECT -> name(expr, locals);
      case CALL -> {
        expr.call().target().ifPresent(target -> walk(target, locals));
        expr.call().args().forEach(arg -> walk(arg, locals));
        values(expr.call());
      }
      case LIST -> expr.list().elements().forEach(element -> walk(element, locals));
      case COMPREHENSION -> comprehension(expr.comprehension(), locals);
      default -> {} // constants; maps and structs fail the type check
    }
  }

  private void comprehension(CelExpr.CelComprehension loop, Set<String> locals) {
    walk(loop.iterRange(), locals);
    Set<String> inner = new TreeSet<>(locals);
    inner.add(loop.iterVar());
    inner.add(loop.accuVar());
    walk(loop.accuInit(), inner);
    walk(loop.loopCondition(), inner);
    walk(loop.loopStep(), inner);
    walk(loop.result(), inner);
  }

  private void name(CelExpr expr, Set<String> locals) {
    Optional<String> dotted = dotted(expr);
    if (dotted.isEmpty()) {
      if (expr.getKind() == Kind.SELECT) {
        walk(expr.select().operand(), locals);
      }
      return;
    }
    String name = dotted.get();
    if (locals.contains(name)) {
      return;
    }
    if (name.startsWith(CelLanguage.PARAMETERS)) {
      parameter(name.substring(CelLanguage.PARAMETERS.length()), expr);
    } else {
      fact(name, expr);
    }
  }

  private void parameter(String name, CelExpr expr) {
    if (allParameters.containsKey(name)) {
      parameters.add(name);
    } else if (faulty.contains(name)) {
      sound = false;
    } else {
      String message = "There is no parameter '" + name + "'.";
      fault("unknown-parameter", expr, message, name, allParameters.keySet());
    }
  }

  private void fact(String name, CelExpr expr) {
    if (faulty.contains(name)) {
      sound = false;
      return;
    }
    Optional<Fact> fact = scope.find(name);
    Set<String> here = scope.here();
    if (fact.isEmpty()) {
      Set<String> near = Findings.nearest(name, here).isPresent() ? here : scope.all().keySet();
      fault("unknown-fact", expr, "There is no fact '" + name + "'.", name, near);
    } else if (!here.contains(name)) {
      String when =
          fact.get().moments().stream()
              .sorted()
              .map(Moment::written)
              .collect(Collectors.joining(", "));
      sound = false;
      findings.error(
          "fact-not-available",
          position(expr),
          "The fact '" + name + "' isn't known on " + scope.where() + ".",
          "It is known on " + when + ".");
    } else {
      facts.add(name);
    }
  }

  /** Compares the texts a fact is compared with to those it can take. */
  private void values(CelExpr.CelCall call) {
    if (call.args().size() != 2 || !Set.of("_==_", "_!=_", "@in").contains(call.function())) {
      return;
    }
    CelExpr left = call.args().get(0);
    CelExpr right = call.args().get(1);
    if (!call.function().equals("_!=_")) {
      obligation(left, right);
      obligation(right, left);
    }
    allowed(left).ifPresent(values -> values(right, values));
    allowed(right).ifPresent(values -> values(left, values));
    allowed(left).ifPresent(values -> ofParameter(right, values));
    allowed(right).ifPresent(values -> ofParameter(left, values));
  }

  private void obligation(CelExpr fact, CelExpr value) {
    if (dotted(fact).filter(OBLIGATION::equals).isEmpty()) {
      return;
    }
    if (value.getKind() == Kind.LIST) {
      value.list().elements().forEach(element -> obligation(fact, element));
    } else if (isText(value)) {
      obligations.putIfAbsent(value.constant().stringValue(), value);
    }
  }

  private static boolean isText(CelExpr expr) {
    return expr.getKind() == Kind.CONSTANT
        && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE;
  }

  private void values(CelExpr expr, List<String> allowed) {
    if (expr.getKind() == Kind.LIST) {
      expr.list().elements().forEach(element -> values(element, allowed));
    } else if (isText(expr) && !allowed.contains(expr.constant().stringValue())) {
      String value = expr.constant().stringValue();
      String message = "The fact is never '" + value + "'.";
      fault("unknown-value", expr, message, value, new TreeSet<>(allowed));
    }
  }

  /** The texts of a parameter that a fact is compared with. */
  private void ofParameter(CelExpr expr, List<String> allowed) {
    Optional<Parameter> parameter =
        dotted(expr)
            .filter(name -> name.startsWith(CelLanguage.PARAMETERS))
            .map(name -> allParameters.get(name.substring(CelLanguage.PARAMETERS.length())));
    if (parameter.isEmpty()) {
      return;
    }
    Object value = parameter.get().value();
    for (Object item : value instanceof List<?> list ? list : List.of(value)) {
      if (item instanceof String text && !allowed.contains(text)) {
        String name = parameter.get().name();
        String message =
            "The parameter '" + name + "' holds '" + text + "', which the fact never is.";
        fault("unknown-value", expr, message, text, new TreeSet<>(allowed));
      }
    }
  }

  private Optional<List<String>> allowed(CelExpr expr) {
    return dotted(expr).flatMap(scope::find).map(Fact::values).filter(values -> !values.isEmpty());
  }

  /** The dotted name of a chain of selections that begins with an identifier. */
  static Optional<String> dotted(CelExpr expr) {
    if (expr.getKind() == Kind.IDENT) {
      return Optional.of(expr.ident().name());
    }
    return (expr.getKind() == Kind.SELECT && !expr.select().testOnly())
        ? dotted(expr.select().operand()).map(operand -> operand + "." + expr.select().field())
        : Optional.empty();
  }

  private void fault(
      String code, CelExpr expr, String message, String name, Set<String> candidates) {
    sound = false;
    String remedy =
        findings.isFull()
            ? ""
            : Findings.nearest(name, candidates)
                .map(nearest -> "Did you mean '" + nearest + "'?")
                .orElse("");
    findings.error(code, position(expr), message, remedy);
  }

  private Position position(CelExpr expr) {
    CelExpr first = expr;
    while (first.getKind() == Kind.SELECT) {
      first = first.select().operand();
    }
    int codePoint = tree.getSource().getPositionsMap().getOrDefault(first.id(), 0);
    String text = written.text();
    int end = Math.min(codePoint, text.codePointCount(0, text.length()));
    return written.positionAt(text.offsetByCodePoints(0, end));
  }
}
