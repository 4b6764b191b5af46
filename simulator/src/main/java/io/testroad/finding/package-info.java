/**
 * Findings about input: what is wrong, where, and how to mend it. Imports nothing of the program.
 */
@NullMarked
package io.testroad.finding;

import org.jspecify.annotations.NullMarked;
