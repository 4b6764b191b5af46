/** Quantities with units and identifiers; imports nothing of the program. */
@NullMarked
package io.testroad.units;

import org.jspecify.annotations.NullMarked;
