package io.testroad.network;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The element at which {@link XmlInput} stands.
 *
 * <p>Errors: an attribute that is missing or can't be read is recorded as a finding and makes the
 * element unsound; a stand-in value is returned, so that its other faults are found too.
 */
public final class XmlElement {

  private final XmlSource source;
  private final String file;
  private final Findings findings;
  private int line;
  private int column;
  private boolean sound = true;

  XmlElement(XmlSource source, String file, Findings findings) {
    this.source = source;
    this.file = file;
    this.findings = findings;
  }

  void moveTo(int newLine, int newColumn) {
    line = newLine;
    column = newColumn;
    sound = true;
  }

  /** The element's name. */
  public String name() {
    return source.name();
  }

  /** Line at which it begins. */
  public int line() {
    return line;
  }

  /** Column at which it begins. */
  public int column() {
    return column;
  }

  /** Where it begins. */
  public Position position() {
    return new Position(file, line, column);
  }

  /** Whether no fault was found in it so far. */
  public boolean sound() {
    return sound;
  }

  /** Whether it has an attribute. */
  public boolean has(String attribute) {
    return value(attribute) != null;
  }

  /** An attribute's text, or a default. */
  public String text(String attribute, String otherwise) {
    String value = value(attribute);
    return value == null ? otherwise : value;
  }

  /** An attribute's text that must be there; empty when it isn't. */
  public String requireText(String attribute) {
    String value = value(attribute);
    if (value == null) {
      missing(attribute);
      return "";
    }
    return value;
  }

  /** An id that must be there and not be empty. */
  public String requireId() {
    String id = requireText("id");
    if (id.isEmpty() && has("id")) {
      fault("missing-attribute", "<" + name() + "> has an empty 'id'.", "Give it an id.");
    }
    return id;
  }

  /** A finite number, or a default when the attribute is missing. */
  public double number(String attribute, double otherwise) {
    String value = value(attribute);
    return value == null ? otherwise : toNumber(attribute, value);
  }

  /** A finite number that must be there; 0 when it isn't. */
  public double requireNumber(String attribute) {
    String value = value(attribute);
    if (value == null) {
      missing(attribute);
      return 0;
    }
    return toNumber(attribute, value);
  }

  /** A number above zero, or a default when the attribute is missing. */
  public double positive(String attribute, double otherwise) {
    double number = number(attribute, otherwise);
    if (number <= 0 && has(attribute) && sound) {
      outOfRange(attribute, "above 0");
      return otherwise;
    }
    return number;
  }

  /** A number of at least zero, or a default when the attribute is missing. */
  public double notNegative(String attribute, double otherwise) {
    double number = number(attribute, otherwise);
    if (number < 0 && has(attribute)) {
      outOfRange(attribute, "at least 0");
      return otherwise;
    }
    return number;
  }

  /** A whole number, or a default when the attribute is missing. */
  public int integer(String attribute, int otherwise) {
    String value = value(attribute);
    return value == null ? otherwise : toInteger(attribute, value);
  }

  /** A whole number that must be there; 0 when it isn't. */
  public int requireInteger(String attribute) {
    String value = value(attribute);
    if (value == null) {
      missing(attribute);
      return 0;
    }
    return toInteger(attribute, value);
  }

  /** SUMO's boolean, or a default when the attribute is missing. */
  public boolean flag(String attribute, boolean otherwise) {
    String value = value(attribute);
    if (value == null) {
      return otherwise;
    }
    return switch (value) {
      case "1", "true", "yes", "on", "x", "t", "True" -> true;
      case "0", "false", "no", "off", "-", "f", "False" -> false;
      default -> {
        fault(
            "bad-choice",
            quote(attribute, value) + " is neither true nor false.",
            "Write true or false.");
        yield otherwise;
      }
    };
  }

  /** A time in ms, given as seconds or as {@code h:m:s}, or a default when it is missing. */
  public long timeMs(String attribute, long otherwise) {
    String value = value(attribute);
    if (value == null) {
      return otherwise;
    }
    double seconds = Decimals.parseSeconds(value);
    if (Double.isNaN(seconds)) {
      fault(
          "bad-time",
          quote(attribute, value) + " is not a time.",
          "Write seconds, for instance 12.5, or h:m:s.");
      return otherwise;
    }
    return Math.round(seconds * 1000);
  }

  /** A time in ms that must be there; 0 when it isn't. */
  public long requireTimeMs(String attribute) {
    if (!has(attribute)) {
      missing(attribute);
      return 0;
    }
    return timeMs(attribute, 0);
  }

  /** A polyline that must be there; null when it isn't or can't be read. */
  public @Nullable Shape requireShape(String attribute) {
    String value = value(attribute);
    if (value == null) {
      missing(attribute);
      return null;
    }
    Shape shape = Decimals.parseShape(value);
    if (shape == null) {
      fault(
          "bad-shape",
          quote(attribute, value) + " is not a polyline.",
          "Write points as x,y with blanks between them.");
    }
    return shape;
  }

  /** Records an error at the element and makes it unsound. */
  public void fault(String code, String message, String remedy) {
    sound = false;
    findings.error(code, position(), message, remedy);
  }

  /** Records a warning at the element. */
  public void doubt(String code, String message, String remedy) {
    findings.warning(code, position(), message, remedy);
  }

  /** Records that an attribute's word is none of those known. */
  public void badChoice(String attribute, String value, Collection<String> choices) {
    List<String> known = choices.stream().filter(word -> !word.isEmpty()).sorted().toList();
    String remedy =
        Findings.nearest(value, known)
            .map(word -> "Did you mean '" + word + "'?")
            .orElse("Use one of " + String.join(", ", known) + ".");
    fault("bad-choice", quote(attribute, value) + " is not known.", remedy);
  }

  private void missing(String attribute) {
    fault(
        "missing-attribute",
        "<" + name() + "> lacks the attribute '" + attribute + "'.",
        "Add " + attribute + "=\"…\".");
  }

  private void outOfRange(String attribute, String range) {
    fault(
        "out-of-range",
        quote(attribute, text(attribute, "")) + " must be " + range + ".",
        "Correct the value.");
  }

  private double toNumber(String attribute, String value) {
    double number = Decimals.parse(value, 0, value.length());
    if (Double.isNaN(number)) {
      fault("bad-number", quote(attribute, value) + " is not a number.", "Write a decimal number.");
      return 0;
    }
    return number;
  }

  private int toInteger(String attribute, String value) {
    double number = toNumber(attribute, value);
    if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
      fault("bad-number", quote(attribute, value) + " is not a whole number.", "");
      return 0;
    }
    return (int) number;
  }

  private String quote(String attribute, String value) {
    String shown = value.length() > 60 ? value.substring(0, 60) + "…" : value;
    return "<" + name() + " " + attribute + "=\"" + shown + "\">";
  }

  private @Nullable String value(String attribute) {
    return source.value(attribute);
  }
}
