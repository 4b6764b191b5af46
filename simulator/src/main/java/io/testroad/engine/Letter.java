package io.testroad.engine;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * The content of a mail: an immutable record of plain values that could cross a network.
 *
 * <p>Each package of agents declares its letters as records in one sealed interface that extends
 * this one; the simple class name of the record is its wire name and must be unique.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "letter")
public interface Letter {

  /** The letter's kind: the second key, after the recipient, by which an inbox is sorted. */
  default String kind() {
    return getClass().getSimpleName();
  }
}
