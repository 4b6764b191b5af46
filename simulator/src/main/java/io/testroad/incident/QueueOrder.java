package io.testroad.incident;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who of those that wait for a unit, at the same priority, is served first. Kebab-case. */
public enum QueueOrder {
  /** Who was reported first. */
  FIRST_COME,
  /** Who is nearest, as the crow flies, to a free unit that can do what he waits for. */
  NEAREST;

  /** The written form. */
  @JsonValue
  public String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The order of a written form. */
  public static Optional<QueueOrder> find(String written) {
    return Arrays.stream(values()).filter(order -> order.written().equals(written)).findFirst();
  }
}
