package io.testroad.scenario;

/**
 * An expectation that a run did not meet.
 *
 * @param expectation its name
 * @param tick when it was certain
 * @param subject whom it failed for: an agent's id, an event's subject, or the scenario
 * @param reason what happened, one sentence
 * @param values the facts the expression read, with their values
 */
public record ExpectationFailure(
    String expectation, long tick, String subject, String reason, String values) {}
