/** Scenario files: what they say, and whether a run does what they expect. */
@NullMarked
package io.testroad.scenario;

import org.jspecify.annotations.NullMarked;
