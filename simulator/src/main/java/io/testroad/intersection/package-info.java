/** Intersections: pure decision logic. */
@NullMarked
package io.testroad.intersection;

import org.jspecify.annotations.NullMarked;
