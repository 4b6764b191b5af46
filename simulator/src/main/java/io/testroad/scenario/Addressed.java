package io.testroad.scenario;

import io.testroad.engine.AgentId;
import io.testroad.engine.Letter;

/**
 * A letter of the script; its sender is {@link AgentId#SCRIPT}.
 *
 * @param to the recipient
 * @param letter the content
 */
public record Addressed(AgentId to, Letter letter) {}
