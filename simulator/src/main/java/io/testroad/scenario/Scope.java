package io.testroad.scenario;

import io.testroad.policy.FactExpression;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an expression is evaluated for: each event, each agent of a kind, or the scenario as a
 * whole.
 *
 * <p>The facts of the centre ({@code incident.…}, {@code centre.…}) and of what is really there
 * ({@code scenes.…}), and {@code now}, belong to the whole and may stand beside all others. An
 * expression over events may name one kind of agent too: the one the event is about.
 *
 * @param ofEvents whether it is evaluated for each event
 * @param agents the kind of agents it names, a fact's first word: vehicle, unit, operator, …
 * @param ofWhole whether it names facts of the centre
 * @param ofTime whether it names {@code now}
 */
record Scope(boolean ofEvents, Optional<String> agents, boolean ofWhole, boolean ofTime) {

  /** The kinds of agents that an expression names. */
  static Set<String> kinds(FactExpression expression) {
    Set<String> kinds = new TreeSet<>();
    for (String fact : expression.facts()) {
      kinds.add(kind(fact));
    }
    kinds.removeAll(Set.of("now", "event", "incident", "centre", "scenes"));
    return kinds;
  }

  static Scope of(FactExpression expression) {
    Set<String> facts = expression.facts();
    return new Scope(
        facts.stream().anyMatch(fact -> kind(fact).equals("event")),
        kinds(expression).stream().findFirst(),
        facts.stream().anyMatch(fact -> isOfWhole(fact)),
        facts.contains("now"));
  }

  static boolean isOfWhole(String fact) {
    return Set.of("incident", "centre", "scenes").contains(kind(fact));
  }

  /** A fact's first word. */
  static String kind(String fact) {
    int dot = fact.indexOf('.');
    return dot < 0 ? fact : fact.substring(0, dot);
  }
}
