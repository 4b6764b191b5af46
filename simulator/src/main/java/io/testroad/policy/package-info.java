/**
 * Policy packs: what is allowed on public roads opened to intelligent connected vehicles.
 *
 * <p>A pack is data: parameters with units and sources, and rules in CEL over the facts of {@link
 * io.testroad.policy.Vocabulary}. Pure: reading a pack gives a {@link io.testroad.policy.RuleBook},
 * which answers from the facts alone.
 */
@NullMarked
package io.testroad.policy;

import org.jspecify.annotations.NullMarked;
