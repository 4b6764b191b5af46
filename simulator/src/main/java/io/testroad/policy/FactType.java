package io.testroad.policy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

  /** A value as one of this type, whole numbers widened; empty when it is of another. */
  Optional<Object> fit(Object value) {
    Object wide = value instanceof Integer whole ? Long.valueOf(whole.longValue()) : value;
    if (this == DOUBLE && wide instanceof Long whole) {
      return Optional.of(whole.doubleValue());
    }
    boolean fits =
        switch (this) {
          case STRING -> wide instanceof String;
          case INT -> wide instanceof Long;
          case DOUBLE -> wide instanceof Double;
          case BOOL -> wide instanceof Boolean;
          case TIMESTAMP -> wide instanceof Instant;
          case STRING_LIST -> wide instanceof List<?>;
        };
    return fits ? Optional.of(wide) : Optional.empty();
  }

  @Override
  public String toString() {
    return written();
  }
}
