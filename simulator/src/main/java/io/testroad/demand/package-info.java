/**
 * Who wants to drive where, when and in what: vehicle types, departures, stops; readers of SUMO's
 * route and additional files.
 */
@NullMarked
package io.testroad.demand;

import org.jspecify.annotations.NullMarked;
