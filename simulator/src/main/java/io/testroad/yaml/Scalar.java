package io.testroad.yaml;

import io.testroad.finding.Position;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A single value, kept as text. What it may stand for besides text follows YAML 1.2's core schema:
 * {@code yes}, {@code on} and {@code 0o7} are text.
 */
public final class Scalar implements Node {

  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,19}");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,4})?");
  private static final int MAX_SHOWN = 60;

  private final String text;
  private final boolean plain;
  private final Position position;
  private final @Nullable ScalarSource source;

  Scalar(String text, boolean plain, Position position, @Nullable ScalarSource source) {
    this.text = text;
    this.plain = plain;
    this.position = position;
    this.source = source;
  }

  /** A value as if written in quotes. */
  public static Scalar quoted(String text, Position position) {
    return new Scalar(text, false, position, null);
  }

  /** A value as if written without quotes, on one line. */
  public static Scalar plain(String text, Position position) {
    return new Scalar(text, true, position, null);
  }

  /** The value with quotes, escapes and folded lines resolved. */
  public String text() {
    return text;
  }

  /** Whether it was written without quotes, so that it may be a number, a boolean or null. */
  public boolean plain() {
    return plain;
  }

  @Override
  public Position position() {
    return position;
  }

  /**
   * Where a character of the text was written, however it was quoted or folded.
   *
   * @param offset index into {@link #text}, its length included
   */
  public Position positionAt(int offset) {
    return source == null ? position : source.locate(text, position, offset);
  }

  /** Whether it is null: empty, {@code ~} or {@code null} without quotes. */
  public boolean isNull() {
    return plain && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
  }

  /** The boolean it stands for, {@code true} or {@code false} without quotes. */
  public Optional<Boolean> findBoolean() {
    if (plain && (text.equals("true") || text.equals("True") || text.equals("TRUE"))) {
      return Optional.of(true);
    }
    return plain && (text.equals("false") || text.equals("False") || text.equals("FALSE"))
        ? Optional.of(false)
        : Optional.empty();
  }

  /** The whole number it stands for, decimal, within 64 bits, without quotes. */
  public Optional<Long> findLong() {
    if (!plain || !WHOLE.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException beyond64Bits) {
      return Optional.empty();
    }
  }

  /** The finite number it stands for, without quotes. */
  public Optional<Double> findDouble() {
    if (!plain || text.length() > MAX_SHOWN || !NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    double value = Double.parseDouble(text);
    return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
  }

  @Override
  public String described() {
    if (isNull()) {
      return "nothing";
    }
    String shown = text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "…" : text;
    return "the value '" + shown.replace("\n", "\\n") + "'";
  }

  @Override
  public String toString() {
    return text;
  }
}
