/**
 * The actor shells: a director that keeps the tick, traffic regions, and the hosts of agents.
 *
 * <p>Actors here turn messages into calls of pure code and results into messages; they decide
 * nothing themselves. Every message implements {@link io.testroad.actors.Wire} and could cross a
 * network.
 */
@NullMarked
package io.testroad.actors;

import org.jspecify.annotations.NullMarked;
