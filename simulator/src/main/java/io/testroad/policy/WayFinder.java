package io.testroad.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Turns what is needed for a verdict into ways to it, and tries each. */
final class WayFinder {

  private static final int MOST_WAYS = 128;
  private static final int ROUNDING_STEPS = 4;

  private final WhatIf rule;
  private final Map<String, Object> values;
  private final WhatIf.Verdict wanted;

  WayFinder(WhatIf rule, Map<String, Object> values, WhatIf.Verdict wanted) {
    this.rule = rule;
    this.values = values;
    this.wanted = wanted;
  }

  /** The ways, the nearest first; those that can't be tried only when there is no other. */
  List<Way> ways(Need need) {
    Set<Way> found = new LinkedHashSet<>();
    for (List<Need> needs : alternatives(need)) {
      way(needs).ifPresent(found::add);
    }
    boolean sure = found.stream().anyMatch(Way::tried);
    return found.stream()
        .filter(way -> way.tried() || !sure)
        .filter(way -> found.stream().noneMatch(other -> isMore(way, other)))
        .sorted(Way.ORDER)
        .toList();
  }

  /** Whether a way changes all that another does and more. */
  private static boolean isMore(Way way, Way other) {
    return other.tried()
        && way.changes().size() > other.changes().size()
        && way.changes().containsAll(other.changes());
  }

  /** The needs in disjunctive form: each list is enough. */
  private static List<List<Need>> alternatives(Need need) {
    if (need instanceof Need.Any any) {
      List<List<Need>> all = new ArrayList<>();
      any.needs().forEach(each -> all.addAll(alternatives(each)));
      return all.size() > MOST_WAYS ? all.subList(0, MOST_WAYS) : all;
    }
    if (!(need instanceof Need.All all)) {
      return List.of(List.of(need));
    }
    List<List<Need>> product = List.of(List.of());
    for (Need each : all.needs()) {
      List<List<Need>> longer = new ArrayList<>();
      for (List<Need> begun : product) {
        for (List<Need> more : alternatives(each)) {
          if (longer.size() < MOST_WAYS) {
            List<Need> joined = new ArrayList<>(begun);
            joined.addAll(more);
            longer.add(joined);
          }
        }
      }
      product = longer;
    }
    return product;
  }

  private Optional<Way> way(List<Need> needs) {
    Map<String, Set<Condition>> conditions = new TreeMap<>();
    List<Change> open = new ArrayList<>();
    for (Need need : needs) {
      if (need instanceof Need.One one) {
        conditions.computeIfAbsent(one.variable(), v -> new LinkedHashSet<>()).add(one.condition());
      } else if (need instanceof Need.Open part) {
        Condition condition = new Condition(Relation.EQUAL, part.wanted(), part.part());
        open.add(new Change(part.part(), !part.wanted(), List.of(condition), part.wanted()));
      }
    }
    List<Change> changes = new ArrayList<>();
    for (Map.Entry<String, Set<Condition>> each : conditions.entrySet()) {
      Optional<Change> change = change(each.getKey(), List.copyOf(each.getValue()));
      if (change.isEmpty()) {
        return Optional.empty(); // its conditions contradict one another
      }
      if (!change.get().value().equals(change.get().was())) {
        changes.add(change.get());
      }
    }
    if (!open.isEmpty()) {
      changes.addAll(open);
      return Optional.of(new Way(changes, false));
    }
    return tried(changes).map(this::onlyNeeded).map(needed -> new Way(needed, true));
  }

  private Optional<Change> change(String variable, List<Condition> conditions) {
    Object was = values.get(variable);
    return was == null
        ? Optional.empty()
        : NearestValue.of(was, conditions, rule.known(variable))
            .map(value -> new Change(variable, was, strongest(conditions), value));
  }

  /** Of several bounds on the same side those that count. */
  private static List<Condition> strongest(List<Condition> conditions) {
    return conditions.stream()
        .filter(
            condition ->
                conditions.stream()
                    .noneMatch(other -> !other.equals(condition) && implies(other, condition)))
        .toList();
  }

  private static boolean implies(Condition strong, Condition weak) {
    boolean sameSide =
        switch (weak.relation()) {
          case AT_LEAST, MORE_THAN ->
              strong.relation() == Relation.AT_LEAST || strong.relation() == Relation.MORE_THAN;
          case AT_MOST, LESS_THAN ->
              strong.relation() == Relation.AT_MOST || strong.relation() == Relation.LESS_THAN;
          default -> false;
        };
    return sameSide && weak.isMetBy(strong.bound()) && !strong.bound().equals(weak.bound());
  }

  /** The changes when they give the verdict, numbers moved a little further where rounding asks. */
  private Optional<List<Change>> tried(List<Change> changes) {
    List<Change> trial = changes;
    for (int step = 0; step <= ROUNDING_STEPS; step++) {
      if (gives(trial)) {
        return Optional.of(trial);
      }
      if (trial.stream().noneMatch(change -> change.value() instanceof Double)) {
        break;
      }
      trial = trial.stream().map(WayFinder::further).toList();
    }
    return Optional.empty();
  }

  private boolean gives(List<Change> changes) {
    Map<String, Object> changed = new HashMap<>();
    changes.forEach(change -> changed.put(change.fact(), change.value()));
    return rule.verdict(changed).filter(wanted::equals).isPresent();
  }

  private static Change further(Change change) {
    if (!(change.value() instanceof Double number)) {
      return change;
    }
    boolean up =
        change.conditions().stream()
            .anyMatch(c -> c.relation() == Relation.AT_LEAST || c.relation() == Relation.MORE_THAN);
    double moved = up ? Math.nextUp(number) : Math.nextDown(number);
    return new Change(change.fact(), change.was(), change.conditions(), moved);
  }

  /** The changes without those the verdict doesn't hang on. */
  private List<Change> onlyNeeded(List<Change> changes) {
    Map<String, Change> kept = new LinkedHashMap<>();
    changes.forEach(change -> kept.put(change.fact(), change));
    int before;
    do { // what was needed beside another may be needed no more without it
      before = kept.size();
      for (Change change : changes) {
        if (kept.remove(change.fact()) != null && !gives(List.copyOf(kept.values()))) {
          kept.put(change.fact(), change);
        }
      }
    } while (kept.size() < before);
    return changes.stream().filter(change -> kept.containsKey(change.fact())).toList();
  }
}
