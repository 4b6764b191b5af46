package io.testroad.traffic;

/**
 * The lesser and the greater of two numbers, by a branch. {@link Math#min(double, double)} is
 * compiled to a chain of instructions that each wait for the one before, because it minds signed
 * zeros and what is not a number; a driver's next speed takes a dozen of them, and which number is
 * the lesser can mostly be foretold.
 */
final class Bounds {

  private Bounds() {}

  /** The lesser of two numbers; the second where they can't be compared. */
  static double least(double a, double b) {
    return a < b ? a : b;
  }

  /** The greater of two numbers; the second where they can't be compared. */
  static double most(double a, double b) {
    return a > b ? a : b;
  }
}
