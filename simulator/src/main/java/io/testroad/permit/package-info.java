/** The authorities that confirm declarations, issue plates and sanction: pure decision logic. */
@NullMarked
package io.testroad.permit;

import org.jspecify.annotations.NullMarked;
