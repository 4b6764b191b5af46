package io.testroad.cli;

import java.util.Locale;

/** How a command prints a table. */
enum TableFormat {
  /** Columns for people. */
  TEXT,
  /** One JSON object. */
  JSON,
  /** Comma-separated values with a line of heads. */
  CSV;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
