package io.testroad.policy;

/**
 * A number, text, date or list that rules read as {@code parameters.<name>}.
 *
 * @param name lower camel case
 * @param type the type of its value
 * @param value {@code String}, {@code Long}, {@code Double}, {@code Boolean}, {@code Instant} or a
 *     list of strings
 * @param unit its unit, empty when it has none
 * @param meaning what it says, in English
 * @param source where the value comes from
 */
public record Parameter(
    String name, FactType type, Object value, String unit, String meaning, Source source) {

  /** The source of a value that was put in the place of a pack's. */
  static final Source CHANGED = new Source("this run", "", Grade.ASSUMPTION, "set for this run");

  /**
   * This parameter with a value set for a run.
   *
   * @throws IllegalArgumentException when the value is of another type
   */
  Parameter withValue(Object changed) {
    Object fitting =
        type.fit(changed)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "parameter " + name + " must be a " + type + ", not " + changed));
    return new Parameter(name, type, fitting, unit, meaning, CHANGED);
  }
}
