package io.testroad.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * How many plates there are in each state. Every plate that was ever issued, or carried when the
 * run began, is in exactly one: {@code issued = valid + expired + withdrawn + returned}.
 *
 * @param issued all plates
 * @param valid those that hold
 * @param expired those that came to their end
 * @param withdrawn those that were declared void
 * @param returned those that were given back or replaced
 */
@JsonPropertyOrder({"issued", "valid", "expired", "withdrawn", "returned"})
public record PlateCounts(long issued, long valid, long expired, long withdrawn, long returned) {

  /** No plates. */
  public static final PlateCounts NONE = new PlateCounts(0, 0, 0, 0, 0);

  /**
   * Checks that they add up.
   *
   * @throws IllegalArgumentException when they don't
   */
  public PlateCounts {
    boolean negative = valid < 0 || expired < 0 || withdrawn < 0 || returned < 0;
    if (negative || issued != valid + expired + withdrawn + returned) {
      throw new IllegalArgumentException(
          String.format(
              "plates don't add up: %d issued, %d valid + %d expired + %d withdrawn + %d returned",
              issued, valid, expired, withdrawn, returned));
    }
  }

  /** The counts after a row about a plate; rows about other documents change nothing. */
  public PlateCounts after(PermitRow row) {
    if (row.document() != PermitRow.Document.PLATE) {
      return this;
    }
    return switch (row.state()) {
      case VALID -> new PlateCounts(issued + 1, valid + 1, expired, withdrawn, returned);
      case EXPIRED -> new PlateCounts(issued, valid - 1, expired + 1, withdrawn, returned);
      case WITHDRAWN -> new PlateCounts(issued, valid - 1, expired, withdrawn + 1, returned);
      case RETURNED -> new PlateCounts(issued, valid - 1, expired, withdrawn, returned + 1);
      default -> throw new IllegalArgumentException("a plate is never " + row.state().written());
    };
  }
}
