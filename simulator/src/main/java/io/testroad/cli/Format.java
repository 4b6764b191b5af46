package io.testroad.cli;

import java.util.Locale;

/** How a command prints its result. */
enum Format {
  /** Sentences and tables for people. */
  TEXT,
  /** One JSON object. */
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
