package io.testroad.scenario;

import io.testroad.engine.Clock;
import io.testroad.engine.Facts;
import io.testroad.finding.Findings;
import io.testroad.policy.GivenFacts;
import io.testroad.yaml.Mapping;
import io.testroad.yaml.Node;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the readers of a scenario's parts share.
 *
 * @param clock turns durations into ticks
 * @param spans reads durations and points in time
 * @param end how long the run lasts; empty when it lasts until the roads are empty
 * @param seed of all that is random
 * @param roads roads and signals
 * @param types vehicle types
 * @param vehicles the names of all vehicles
 * @param declared the facts that the policy declares and a scenario gives
 * @param findings what is wrong
 */
record Reading(
    Clock clock,
    Spans spans,
    Optional<Duration> end,
    long seed,
    Roads roads,
    TypeTable types,
    Names vehicles,
    GivenFacts declared,
    Findings findings) {

  static final String ICV = "an ICV";
  static final String UNIT = "a unit";
  static final String BACKGROUND = "a background vehicle";

  /** The same over other roads. */
  Reading with(Roads others) {
    return new Reading(clock, spans, end, seed, others, types, vehicles, declared, findings);
  }

  /** Values of facts that the policy declares, by full name. */
  Facts given(Mapping written) {
    Map<String, Node> values = new TreeMap<>();
    written.entries().forEach(entry -> values.put(entry.key(), entry.value()));
    return declared.values(values, findings);
  }

  /** Warns of what is to happen after the run's end. */
  void checkBeforeEnd(Duration at, io.testroad.finding.Position position) {
    if (end.isPresent() && !end.get().isZero() && at.compareTo(end.get()) > 0) {
      findings.warning(
          "after-the-end", position, "This is to happen after the end of the run.", "");
    }
  }
}
