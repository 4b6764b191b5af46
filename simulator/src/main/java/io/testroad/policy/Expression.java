package io.testroad.policy;

import java.util.Set;

/**
 * A CEL expression that says true or false.
 *
 * @param text as written
 * @param facts the names of the facts it reads, {@code parameters.} ones left out
 * @param parameters the names of the parameters it reads, without {@code parameters.}
 */
public record Expression(String text, Set<String> facts, Set<String> parameters) {}
