package io.testroad.protocol;

/** Letters to intersections. */
public sealed interface SignalLetter extends Correspondence {

  /** A timer of the intersection's own, or an order: run a program from now on. */
  record ProgramDue(String program) implements SignalLetter {}

  /** The signal fails: {@code off} (dark) or {@code flashing}. */
  record SignalFails(String mode) implements SignalLetter {}

  /** The signal works again. */
  record SignalMended() implements SignalLetter {}

  /**
   * A unit under way with blue light comes to the signal and wants green.
   *
   * @param unit its name
   * @param road the road on which it comes, which leads to the signal
   */
  record PreEmptionAsked(String unit, String road) implements SignalLetter {}

  /** A unit that has asked for green has passed, or comes no more. */
  record PreEmptionOver(String unit) implements SignalLetter {}

  /** A timer of the intersection's own: a unit has had green for as long as it may. */
  record PreEmptionLapses(int serial) implements SignalLetter {}
}
