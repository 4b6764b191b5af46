package io.testroad.actors;

/** How a run ended. */
public enum RunStatus {
  /** It came to its end. */
  COMPLETED,
  /** It was interrupted. */
  INTERRUPTED
}
