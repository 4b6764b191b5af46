package io.testroad.incident;

import java.time.Duration;

/**
 * When an incident goes to a higher centre.
 *
 * @param after how long after it was reported at the soonest
 * @param when whether it goes then
 * @param to to which
 */
public record Escalation(Duration after, PlanCondition when, CentreLevel to) {}
