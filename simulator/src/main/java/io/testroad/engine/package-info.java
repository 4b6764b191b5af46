/**
 * Time, identifiers, mail, random streams, the contract of agents, and the vocabulary of events.
 *
 * <p>Everything here is plain data and pure functions: no actor, no wall clock, no thread.
 */
@NullMarked
package io.testroad.engine;

import org.jspecify.annotations.NullMarked;
