package io.testroad.incident;

import io.testroad.protocol.IncidentLetter;
import org.jspecify.annotations.Nullable;

/**
 * What a response unit knows.
 *
 * @param order what it was sent to do, or null
 * @param phase idle, turning-out, driving or working
 * @param jobs how many orders it has had
 */
public record UnitState(IncidentLetter.@Nullable UnitSent order, String phase, int jobs) {}
