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
    String name, FactType type, Object value, String unit, String meaning, Source source) {}
