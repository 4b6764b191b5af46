package io.testroad.policy;

import java.util.Locale;

/** The types of facts and parameters. */
public enum FactType {
  /** Text. */
  STRING,
  /** A whole number, {@code Long} in {@link io.testroad.engine.Facts}. */
  INT,
  /** A number; a whole number is taken too. */
  DOUBLE,
  /** True or false. */
  BOOL,
  /** A point in time. */
  TIMESTAMP,
  /** A list of texts. */
  STRING_LIST;

  /** The type as CEL writes it. */
  public String written() {
    return this == STRING_LIST ? "list(string)" : name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return written();
  }
}
