package io.testroad.yaml;

import io.testroad.finding.Position;

/**
 * A single value, kept as text.
 *
 * @param text the value with quotes and escapes resolved
 * @param plain whether it was written without quotes, so that it may be a number, a boolean or null
 * @param position where it begins
 */
public record Scalar(String text, boolean plain, Position position) implements Node {}
