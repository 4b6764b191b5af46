package io.testroad.actors;

import java.time.Duration;

/**
 * How to run a scenario; nothing here may change what happens in it.
 *
 * @param threads number of traffic regions and of threads for them, positive
 * @param sampling interval between samples of all vehicles; zero: none
 */
public record RunOptions(int threads, Duration sampling) {

  public RunOptions {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be positive, not " + threads);
    }
  }
}
