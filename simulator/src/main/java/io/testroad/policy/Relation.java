package io.testroad.policy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a value would have to stand to another. */
public enum Relation {
  /** Not less, not earlier. */
  AT_LEAST,
  /** Not more, not later. */
  AT_MOST,
  /** More, later. */
  MORE_THAN,
  /** Less, earlier. */
  LESS_THAN,
  /** The same. */
  EQUAL,
  /** Anything else. */
  OTHER_THAN,
  /** One of the items of a list. */
  ONE_OF,
  /** None of the items of a list. */
  NONE_OF,
  /** A list that holds an item. */
  HOLDS,
  /** A list that doesn't hold an item. */
  LACKS,
  /** A text with a part anywhere. */
  CONTAINS,
  /** A text without a part. */
  CONTAINS_NOT,
  /** A text with a beginning. */
  STARTS_WITH,
  /** A text with another beginning. */
  STARTS_NOT_WITH,
  /** A text with an end. */
  ENDS_WITH,
  /** A text with another end. */
  ENDS_NOT_WITH;

  /** The written form, kebab-case. */
  @JsonValue
  public String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What holds when this doesn't. */
  Relation negated() {
    return switch (this) {
      case AT_LEAST -> LESS_THAN;
      case AT_MOST -> MORE_THAN;
      case MORE_THAN -> AT_MOST;
      case LESS_THAN -> AT_LEAST;
      case EQUAL -> OTHER_THAN;
      case OTHER_THAN -> EQUAL;
      case ONE_OF -> NONE_OF;
      case NONE_OF -> ONE_OF;
      case HOLDS -> LACKS;
      case LACKS -> HOLDS;
      case CONTAINS -> CONTAINS_NOT;
      case CONTAINS_NOT -> CONTAINS;
      case STARTS_WITH -> STARTS_NOT_WITH;
      case STARTS_NOT_WITH -> STARTS_WITH;
      case ENDS_WITH -> ENDS_NOT_WITH;
      case ENDS_NOT_WITH -> ENDS_WITH;
    };
  }

  /** The relation with its sides exchanged, or with both sides negated. */
  Relation turned() {
    return switch (this) {
      case AT_LEAST -> AT_MOST;
      case AT_MOST -> AT_LEAST;
      case MORE_THAN -> LESS_THAN;
      case LESS_THAN -> MORE_THAN;
      default -> this;
    };
  }

  @Override
  public String toString() {
    return written();
  }
}
