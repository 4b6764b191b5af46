package io.testroad.actors;

/**
 * A fault of the program itself during a run: names who failed, at which tick, on which message.
 */
public final class SimulationFault extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 400;

  /** A fault of a part of the run. */
  public SimulationFault(String who, long tick, String message, Throwable cause) {
    super(
        who + " failed at tick " + tick + " on " + shortened(message) + ": " + cause.getMessage(),
        cause);
  }

  private static String shortened(String message) {
    return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
  }
}
