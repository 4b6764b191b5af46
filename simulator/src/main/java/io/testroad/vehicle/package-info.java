/** Intelligent connected vehicles and those who operate them: pure decision logic. */
@NullMarked
package io.testroad.vehicle;

import org.jspecify.annotations.NullMarked;
