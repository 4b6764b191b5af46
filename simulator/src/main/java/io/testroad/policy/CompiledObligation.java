package io.testroad.policy;

import io.testroad.engine.Facts;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** An obligation with its guard ready to be evaluated. Thread-safe. */
record CompiledObligation(Obligation obligation, Optional<Reading> guard) {

  /** The names of the parameters that its guard reads. */
  Set<String> parameters() {
    return guard.map(g -> g.expression().expression().parameters()).orElse(Set.of());
  }

  /** Whether its clock begins to run; not where the guard can't be computed. */
  boolean begins(Facts given, SortedMap<String, Parameter> values) {
    return guard.isEmpty() || guard.get().holds(given, values).orElse(false);
  }
}
