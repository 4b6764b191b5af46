/** The command centre and its units: pure decision logic. */
@NullMarked
package io.testroad.incident;

import org.jspecify.annotations.NullMarked;
