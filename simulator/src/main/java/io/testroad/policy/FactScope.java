package io.testroad.policy;

import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * The facts that an expression may name.
 *
 * @param all facts by name, those included that are known elsewhere only
 * @param here names of the facts that are known where the expression is evaluated
 * @param where where that is, for messages
 */
record FactScope(SortedMap<String, Fact> all, Set<String> here, String where) {

  /** The facts of rules of a moment. */
  static FactScope of(Moment moment, SortedMap<String, Fact> all) {
    Set<String> here =
        all.values().stream()
            .filter(fact -> fact.moments().contains(moment))
            .map(Fact::name)
            .collect(Collectors.toCollection(java.util.TreeSet::new));
    return new FactScope(all, here, moment.toString());
  }

  Optional<Fact> find(String name) {
    return Optional.ofNullable(all.get(name));
  }
}
