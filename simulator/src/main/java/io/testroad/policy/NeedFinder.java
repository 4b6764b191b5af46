package io.testroad.policy;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds what would have to be so that an expression is true or false, from its smallest parts that
 * decide: comparisons, memberships, facts that are true or false.
 *
 * <p>A comparison is solved for every variable in it, one at a time, with the others as they were.
 * What can't be solved stays open and is named as it is written.
 */
final class NeedFinder {

  private static final Map<String, Relation> COMPARISONS =
      Map.of(
          "_<_", Relation.LESS_THAN,
          "_<=_", Relation.AT_MOST,
          "_>_", Relation.MORE_THAN,
          "_>=_", Relation.AT_LEAST,
          "_==_", Relation.EQUAL,
          "_!=_", Relation.OTHER_THAN);

  private static final Map<String, Relation> TEXTS =
      Map.of(
          "contains", Relation.CONTAINS,
          "startsWith", Relation.STARTS_WITH,
          "endsWith", Relation.ENDS_WITH);

  private final PartValues values;
  private final Predicate<String> changeable;
  private final Function<String, List<String>> known;

  /**
   * A finder.
   *
   * @param changeable which variables may be thought to be others
   * @param known the texts that a variable can be, or hold; none when that is open
   */
  NeedFinder(
      PartValues values, Predicate<String> changeable, Function<String, List<String>> known) {
    this.values = values;
    this.changeable = changeable;
    this.known = known;
  }

  /** What is needed for a part to be true, or false. */
  Need towards(CelExpr part, boolean wanted, Map<String, Object> locals) {
    Optional<Object> value = values.of(part, locals);
    if (value.isPresent() && value.get().equals(wanted)) {
      return Need.DONE;
    }
    Optional<String> variable = variable(part, locals);
    if (variable.isPresent()) {
      return one(variable.get(), Relation.EQUAL, wanted, part);
    }
    return switch (part.getKind()) {
      case CALL -> call(part, wanted, locals);
      case COMPREHENSION -> loop(part, wanted, locals);
      default -> Need.NEVER; // a constant
    };
  }

  private Need call(CelExpr part, boolean wanted, Map<String, Object> locals) {
    CelExpr.CelCall call = part.call();
    List<CelExpr> args = call.args();
    String function = call.function();
    if (function.equals("_&&_") || function.equals("_||_")) {
      List<Need> needs = args.stream().map(arg -> towards(arg, wanted, locals)).toList();
      if (function.equals("_&&_") != wanted) {
        return Need.any(needs);
      }
      List<Need> all = new ArrayList<>(needs);
      args.forEach(arg -> all.add(keep(arg, wanted, locals)));
      return Need.all(all);
    }
    if (function.equals("!_")) {
      return towards(args.get(0), !wanted, locals);
    }
    if (function.equals("_?_:_")) {
      return choice(args, wanted, locals);
    }
    Relation comparison = COMPARISONS.get(function);
    if (comparison != null) {
      return orOpen(
          comparison(part, wanted ? comparison : comparison.negated(), locals), part, wanted);
    }
    if (function.equals("@in")) {
      return orOpen(membership(part, wanted, locals), part, wanted);
    }
    Relation text = TEXTS.get(function);
    if (text != null && call.target().isPresent()) {
      return orOpen(text(part, wanted ? text : text.negated(), locals), part, wanted);
    }
    return orOpen(Need.NEVER, part, wanted);
  }

  /**
   * What a part that is true, or false, needs to stay so, as far as each piece of it hangs on one
   * variable: so that a change made for another part doesn't undo this one.
   */
  Need keep(CelExpr part, boolean wanted, Map<String, Object> locals) {
    Optional<Object> value = values.of(part, locals);
    if (value.isEmpty() || !value.get().equals(wanted)) {
      return Need.DONE;
    }
    Optional<String> variable = variable(part, locals);
    if (variable.isPresent()) {
      return ifOne(one(variable.get(), Relation.EQUAL, wanted, part));
    }
    if (part.getKind() != Kind.CALL) {
      return Need.DONE;
    }
    String function = part.call().function();
    List<CelExpr> args = part.call().args();
    if (function.equals("!_")) {
      return keep(args.get(0), !wanted, locals);
    }
    if (function.equals(wanted ? "_&&_" : "_||_")) {
      return Need.all(args.stream().map(arg -> keep(arg, wanted, locals)).toList());
    }
    Relation comparison = COMPARISONS.get(function);
    if (comparison != null) {
      return ifOne(comparison(part, wanted ? comparison : comparison.negated(), locals));
    }
    return function.equals("@in") ? ifOne(membership(part, wanted, locals)) : Need.DONE;
  }

  private static Need ifOne(Need need) {
    return need instanceof Need.One ? need : Need.DONE;
  }

  /** What can't be traced to variables stays open, when it depends on any that may change. */
  private Need orOpen(Need need, CelExpr part, boolean wanted) {
    return need.equals(Need.NEVER) && names(part).stream().anyMatch(changeable)
        ? new Need.Open(ExpressionText.of(part), wanted)
        : need;
  }

  private Need choice(List<CelExpr> args, boolean wanted, Map<String, Object> locals) {
    boolean first = values.of(args.get(0), locals).map(Boolean.TRUE::equals).orElse(false);
    CelExpr taken = args.get(first ? 1 : 2);
    CelExpr other = args.get(first ? 2 : 1);
    return Need.any(
        List.of(
            towards(taken, wanted, locals),
            Need.all(
                List.of(towards(args.get(0), !first, locals), towards(other, wanted, locals)))));
  }

  private Need comparison(CelExpr part, Relation relation, Map<String, Object> locals) {
    CelExpr left = part.call().args().get(0);
    CelExpr right = part.call().args().get(1);
    List<Need> ways = new ArrayList<>();
    values
        .of(right, locals)
        .ifPresent(bound -> ways.add(solve(left, relation, bound, part, locals)));
    values
        .of(left, locals)
        .ifPresent(bound -> ways.add(solve(right, relation.turned(), bound, part, locals)));
    return Need.any(ways);
  }

  /** What is needed for a side of a comparison to stand so to a value. */
  private Need solve(
      CelExpr side, Relation relation, Object bound, CelExpr part, Map<String, Object> locals) {
    Optional<String> variable = variable(side, locals);
    if (variable.isPresent()) {
      return one(variable.get(), relation, bound, part);
    }
    if (side.getKind() == Kind.COMPREHENSION || isLogic(side)) {
      return bound instanceof Boolean truth
          ? towards(side, truth == (relation == Relation.EQUAL), locals)
          : Need.NEVER;
    }
    if (side.getKind() != Kind.CALL) {
      return Need.NEVER;
    }
    String function = side.call().function();
    List<CelExpr> args = side.call().args();
    return switch (function) {
      case "_?_:_" -> {
        boolean first = values.of(args.get(0), locals).map(Boolean.TRUE::equals).orElse(false);
        yield solve(args.get(first ? 1 : 2), relation, bound, part, locals);
      }
      case "earlier", "later" -> {
        List<Need> needs =
            args.stream().map(arg -> solveUnlessSo(arg, relation, bound, part, locals)).toList();
        boolean up = relation == Relation.AT_LEAST || relation == Relation.MORE_THAN;
        yield up == function.equals("earlier") ? Need.all(needs) : Need.any(needs);
      }
      case "size" ->
          args.size() == 1 && new Condition(relation, bound, "").isMetBy(0L)
              ? emptied(args.get(0), part, locals)
              : Need.NEVER;
      default -> inverted(side.call(), relation, bound, part, locals);
    };
  }

  /** What is needed for a list to hold nothing. */
  private Need emptied(CelExpr list, CelExpr part, Map<String, Object> locals) {
    Optional<String> variable = variable(list, locals);
    return variable.isPresent() && values.of(list, locals).orElse(null) instanceof List<?> items
        ? Need.all(
            items.stream().map(item -> one(variable.get(), Relation.LACKS, item, part)).toList())
        : Need.NEVER;
  }

  private Need solveUnlessSo(
      CelExpr side, Relation relation, Object bound, CelExpr part, Map<String, Object> locals) {
    boolean so =
        values.of(side, locals).filter(new Condition(relation, bound, "")::isMetBy).isPresent();
    return so ? Need.DONE : solve(side, relation, bound, part, locals);
  }

  private Need inverted(
      CelExpr.CelCall call,
      Relation relation,
      Object bound,
      CelExpr part,
      Map<String, Object> locals) {
    List<Need> ways = new ArrayList<>();
    int arguments = call.args().size();
    for (int i = 0; i < arguments; i++) {
      CelExpr arg = call.args().get(i);
      Optional<Object> now = values.of(arg, locals);
      Optional<Object> other = values.of(call.args().get(arguments - 1 - i), locals);
      if (now.isPresent() && other.isPresent()) {
        Inverse.of(call.function(), i, now.get(), other.get(), relation, bound)
            .ifPresent(x -> ways.add(solve(arg, x.relation(), x.bound(), part, locals)));
      }
    }
    return Need.any(ways);
  }

  private Need membership(CelExpr part, boolean wanted, Map<String, Object> locals) {
    CelExpr element = part.call().args().get(0);
    CelExpr list = part.call().args().get(1);
    Optional<Object> item = values.of(element, locals);
    List<Need> ways = new ArrayList<>();
    if (values.of(list, locals).orElse(null) instanceof List<?> items) {
      Optional<String> variable = variable(element, locals);
      if (variable.isPresent()) {
        Relation relation = wanted ? Relation.ONE_OF : Relation.NONE_OF;
        ways.add(one(variable.get(), relation, List.copyOf(items), part));
      }
    }
    Optional<String> holder = variable(list, locals);
    if (holder.isPresent() && item.isPresent()) {
      ways.add(one(holder.get(), wanted ? Relation.HOLDS : Relation.LACKS, item.get(), part));
    }
    if (list.getKind() == Kind.LIST && item.isPresent()) {
      Relation relation = wanted ? Relation.EQUAL : Relation.OTHER_THAN;
      List<Need> needs =
          list.list().elements().stream()
              .map(each -> solveUnlessSo(each, relation, item.get(), part, locals))
              .toList();
      ways.add(wanted ? Need.any(needs) : Need.all(needs));
    }
    return Need.any(ways);
  }

  private Need text(CelExpr part, Relation relation, Map<String, Object> locals) {
    Optional<String> variable = variable(part.call().target().orElseThrow(), locals);
    Optional<Object> sought = values.of(part.call().args().get(0), locals);
    return variable.isPresent() && sought.isPresent()
        ? one(variable.get(), relation, sought.get(), part)
        : Need.NEVER;
  }

  private Need loop(CelExpr part, boolean wanted, Map<String, Object> locals) {
    CelExpr.CelComprehension loop = part.comprehension();
    CelExpr predicate = Loop.predicate(loop);
    List<?> items =
        values.of(loop.iterRange(), locals).orElse(null) instanceof List<?> l ? l : List.of();
    Optional<String> list = variable(loop.iterRange(), locals);
    List<Need> needs = new ArrayList<>();
    for (Object item : items) {
      Need ofItem = towards(predicate, wanted, with(locals, loop.iterVar(), item));
      if (list.isPresent() && Loop.isAll(loop) == wanted) {
        // without the item nothing is asked of it
        Need gone = one(list.get(), Relation.LACKS, item, part);
        ofItem = ofItem.equals(Need.DONE) ? ofItem : Need.any(List.of(ofItem, gone));
      }
      needs.add(ofItem);
    }
    if (Loop.isAll(loop) == wanted) {
      return orOpen(Need.all(needs), part, wanted);
    }
    list.ifPresent(
        name ->
            candidates(name, predicate, locals).stream()
                .filter(c -> isSo(predicate, wanted, with(locals, loop.iterVar(), c)))
                .forEach(c -> needs.add(one(name, Relation.HOLDS, c, part))));
    return orOpen(Need.any(needs), part, wanted);
  }

  private boolean isSo(CelExpr part, boolean wanted, Map<String, Object> locals) {
    return values.of(part, locals).filter(value -> value.equals(wanted)).isPresent();
  }

  /** What a list might hold: what it is known to hold at times, and the texts the part names. */
  private Set<Object> candidates(String list, CelExpr predicate, Map<String, Object> locals) {
    Set<Object> found = new LinkedHashSet<>();
    gather(predicate, locals, found);
    found.addAll(known.apply(list));
    return found;
  }

  private void gather(CelExpr part, Map<String, Object> locals, Set<Object> into) {
    Optional<Object> value = variable(part, locals).flatMap(values::variable);
    if (value.isPresent()) {
      into.addAll(value.get() instanceof List<?> items ? items : List.of(value.get()));
    } else if (part.getKind() == Kind.CONSTANT) {
      values.of(part, locals).ifPresent(into::add);
    }
    children(part).forEach(child -> gather(child, locals, into));
    into.removeIf(item -> !(item instanceof String));
  }

  /** What is needed for a variable to stand so to a value, in the variable's own type. */
  private Need one(String variable, Relation relation, Object bound, CelExpr part) {
    Object was = values.variable(variable).orElse(null);
    if (was == null || !changeable.test(variable)) {
      return Need.NEVER;
    }
    String text = ExpressionText.of(part);
    if (was instanceof Long && bound instanceof Number number) {
      return whole(variable, relation, number, text);
    }
    if (was instanceof Boolean && bound instanceof Boolean truth) {
      Condition condition =
          new Condition(Relation.EQUAL, truth == (relation == Relation.EQUAL), text);
      return new Need.One(variable, condition);
    }
    Object fitting = was instanceof Double && bound instanceof Long l ? l.doubleValue() : bound;
    boolean list = bound instanceof List<?> || was instanceof List<?>;
    return list || fitting.getClass() == was.getClass()
        ? new Need.One(variable, new Condition(relation, fitting, text))
        : Need.NEVER;
  }

  private static Need whole(String variable, Relation relation, Number bound, String text) {
    double exact = bound.doubleValue();
    if (!(Math.abs(exact) < 1e15)) {
      return Need.NEVER;
    }
    long below = (long) Math.floor(exact);
    long above = (long) Math.ceil(exact);
    return switch (relation) {
      case AT_LEAST -> new Need.One(variable, new Condition(relation, above, text));
      case AT_MOST -> new Need.One(variable, new Condition(relation, below, text));
      case MORE_THAN -> new Need.One(variable, new Condition(Relation.AT_LEAST, below + 1, text));
      case LESS_THAN -> new Need.One(variable, new Condition(Relation.AT_MOST, above - 1, text));
      case EQUAL, OTHER_THAN ->
          below == above
              ? new Need.One(variable, new Condition(relation, below, text))
              : Need.NEVER;
      default -> Need.NEVER;
    };
  }

  /** The variable a part is, locals of loops left out. */
  private Optional<String> variable(CelExpr part, Map<String, Object> locals) {
    return ExpressionNames.dotted(part)
        .filter(name -> !locals.containsKey(name) && values.variable(name).isPresent());
  }

  private Set<String> names(CelExpr part) {
    Set<String> names = new LinkedHashSet<>();
    variable(part, Map.of())
        .ifPresentOrElse(names::add, () -> children(part).forEach(c -> names.addAll(names(c))));
    return names;
  }

  private static List<CelExpr> children(CelExpr part) {
    return switch (part.getKind()) {
      case SELECT -> List.of(part.select().operand());
      case CALL -> {
        List<CelExpr> children = new ArrayList<>(part.call().args());
        part.call().target().ifPresent(children::add);
        yield children;
      }
      case LIST -> part.list().elements();
      case COMPREHENSION ->
          List.of(part.comprehension().iterRange(), Loop.predicate(part.comprehension()));
      default -> List.of();
    };
  }

  private static boolean isLogic(CelExpr part) {
    if (part.getKind() != Kind.CALL) {
      return false;
    }
    String function = part.call().function();
    return Set.of("_&&_", "_||_", "!_", "@in").contains(function)
        || COMPARISONS.containsKey(function)
        || TEXTS.containsKey(function);
  }

  private static Map<String, Object> with(Map<String, Object> locals, String name, Object value) {
    Map<String, Object> more = new HashMap<>(locals);
    more.put(name, value);
    return more;
  }
}
