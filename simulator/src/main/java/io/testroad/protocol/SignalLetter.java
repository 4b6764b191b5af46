package io.testroad.protocol;

/** Letters to intersections. */
public sealed interface SignalLetter extends Correspondence {

  /** A timer of the intersection's own, or an order: run a program from now on. */
  record ProgramDue(String program) implements SignalLetter {}

  /** The signal fails: {@code off} (dark) or {@code flashing}. */
  record SignalFails(String mode) implements SignalLetter {}

  /** The signal works again. */
  record SignalMended() implements SignalLetter {}
}
