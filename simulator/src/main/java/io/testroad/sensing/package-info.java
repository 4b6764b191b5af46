/** The supervision platform and roadside sensors: pure decision logic. */
@NullMarked
package io.testroad.sensing;

import org.jspecify.annotations.NullMarked;
