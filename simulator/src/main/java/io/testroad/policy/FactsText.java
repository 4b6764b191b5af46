package io.testroad.policy;

import io.testroad.engine.Facts;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The line on which a ruling's facts go on record, and its reading: {@code name=value} separated by
 * spaces, strings in single quotes with {@code \} before a quote and a {@code \}, lists in square
 * brackets. Reading is the exact inverse of writing, types included.
 */
public final class FactsText {

  private static final Pattern NAME = Pattern.compile("[^ ='\\[\\],]+");
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");

  private final String text;
  private int at;

  private FactsText(String text) {
    this.text = text;
  }

  /** Facts on one line, sorted by name. */
  public static String write(Facts facts) {
    return Ruling.text(facts);
  }

  /** The facts of such a line; empty when it is none that could have been written. */
  public static Optional<Facts> parse(String line) {
    try {
      return Optional.of(new FactsText(line).facts()).filter(facts -> write(facts).equals(line));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private Facts facts() {
    SortedMap<String, Object> values = new TreeMap<>();
    while (at < text.length()) {
      if (!values.isEmpty()) {
        expect(' ');
      }
      int end = text.indexOf('=', at);
      String name = text.substring(at, Math.max(at, end));
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException("no name at " + at);
      }
      at = end + 1;
      if (values.put(name, value()) != null) {
        throw new IllegalArgumentException("two values for " + name);
      }
    }
    return Facts.from(values);
  }

  private Object value() {
    if (next('\'')) {
      return string();
    }
    if (next('[')) {
      return list();
    }
    int end = text.indexOf(' ', at);
    String word = text.substring(at, end < 0 ? text.length() : end);
    at += word.length();
    return plain(word);
  }

  private static Object plain(String word) {
    if (word.equals("true") || word.equals("false")) {
      return Boolean.valueOf(word);
    }
    if (WHOLE.matcher(word).matches()) {
      return Long.valueOf(word);
    }
    return word.endsWith("Z") ? Instant.parse(word) : (Object) Double.valueOf(word);
  }

  private List<String> list() {
    List<String> items = new ArrayList<>();
    while (!next(']')) {
      if (!items.isEmpty()) {
        expect(',');
      }
      expect('\'');
      items.add(string());
    }
    return items;
  }

  /** The rest of a string whose opening quote was read. */
  private String string() {
    StringBuilder string = new StringBuilder();
    while (!next('\'')) {
      next('\\');
      if (at >= text.length()) {
        throw new IllegalArgumentException("a string without an end");
      }
      string.append(text.charAt(at));
      at++;
    }
    return string.toString();
  }

  private void expect(char expected) {
    if (!next(expected)) {
      throw new IllegalArgumentException("no " + expected + " at " + at);
    }
  }

  private boolean next(char wanted) {
    if (at < text.length() && text.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }
}
