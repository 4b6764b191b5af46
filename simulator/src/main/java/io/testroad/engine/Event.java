package io.testroad.engine;

/**
 * One entry of the event log.
 *
 * @param tick when
 * @param type what
 * @param subject whom it is about: an {@link AgentId}'s value, or {@code kind:name} of a thing on
 *     the road
 * @param attributes the particulars, as {@link EventType#attributes} names them
 */
public record Event(long tick, EventType type, String subject, Facts attributes) {}
