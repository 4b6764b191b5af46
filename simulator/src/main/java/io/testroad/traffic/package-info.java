/**
 * The traffic kernel: vehicles as rows of columns, lanes that know their vehicles in order, and the
 * phases of a tick over a region of the network.
 *
 * <p>Every decision reads the state before its phase only, within a fixed look-ahead distance, so
 * that the result does not depend on how the network is cut into regions.
 */
@NullMarked
package io.testroad.traffic;

import org.jspecify.annotations.NullMarked;
