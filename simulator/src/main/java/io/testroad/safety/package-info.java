/**
 * Surrogate measures of safety and severity: how near a collision was, how hard one is, and what it
 * does to people. Pure functions of speeds, gaps and masses, and small accumulators.
 */
@NullMarked
package io.testroad.safety;

import org.jspecify.annotations.NullMarked;
