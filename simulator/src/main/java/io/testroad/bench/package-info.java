/**
 * Measures the simulator: how fast it steps, and what comes of the traffic meanwhile.
 *
 * <p>The only package besides the command line that looks at the wall clock, the threads and the
 * memory of the machine; nothing here decides anything on the roads.
 */
@NullMarked
package io.testroad.bench;

import org.jspecify.annotations.NullMarked;
