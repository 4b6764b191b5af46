package io.testroad.record;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One change of state of a document: a row of {@code permits.parquet}.
 *
 * @param seq number of the row, 0 first
 * @param tick when
 * @param time the same as an instant
 * @param document what kind of document
 * @param number the plate's number; of other documents the name of the vehicle or operator
 * @param vehicle the vehicle; null when it is about an operator
 * @param operator who runs the vehicle; null when unknown
 * @param state what it is from now on
 * @param previous what it was; null when there was none
 * @param validFrom first instant of its validity; null when not stated
 * @param validUntil last instant of its validity, or of a suspension or restriction; null when not
 *     stated
 * @param rule the rule that caused it; null when none did
 * @param detail the stage of a declaration, the scope of a restriction; null otherwise
 */
public record PermitRow(
    long seq,
    long tick,
    Instant time,
    Document document,
    String number,
    @Nullable String vehicle,
    @Nullable String operator,
    State state,
    @Nullable State previous,
    @Nullable Instant validFrom,
    @Nullable Instant validUntil,
    @Nullable String rule,
    @Nullable String detail) {

  /** What has states. */
  public enum Document {
    /** A temporary plate (临时行驶车号牌). */
    PLATE,
    /** A vehicle's permission to drive under the rules. */
    PERMIT,
    /** A safety self-declaration (安全性自我声明). */
    DECLARATION,
    /** A restriction of an operator's vehicles. */
    RESTRICTION,
    /** A vehicle's detention (扣留). */
    DETENTION;

    /** The written form, lower case. */
    public String written() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The states of all kinds of documents. */
  public enum State {
    /** A plate or permit holds. */
    VALID,
    /** A plate came to its end. */
    EXPIRED,
    /** A plate is void, a permit taken away. */
    WITHDRAWN,
    /** A plate was given back, or replaced by another. */
    RETURNED,
    /** A permit doesn't hold for a while. */
    SUSPENDED,
    /** A declaration was confirmed. */
    CONFIRMED,
    /** A declaration came to its end. */
    ENDED,
    /** A restriction holds. */
    ORDERED,
    /** A restriction holds no more. */
    LIFTED,
    /** A vehicle is detained. */
    DETAINED,
    /** A vehicle was released. */
    RELEASED;

    /** The written form, lower case. */
    public String written() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What tells a document from all others of a run: its last row up to an instant is its state
   * then.
   */
  public record Key(
      Document document, String number, @Nullable String vehicle, @Nullable String detail) {}

  /** The document it is about. */
  public Key key() {
    return new Key(document, number, vehicle, detail);
  }
}
