package io.testroad.yaml;

import io.testroad.finding.Position;

/**
 * The characters a scalar was written with: walks them beside the value to tell where a character
 * of the value stands in the file.
 *
 * @param document the whole document
 * @param codePoint index of the scalar's first code point in the document
 */
record ScalarSource(String document, int codePoint) {

  /** Where the character at an offset of the value was written. */
  Position locate(String value, Position start, int offset) {
    Walk walk = new Walk(document.offsetByCodePoints(0, codePoint), start);
    walk.enter();
    int end = Math.min(offset, value.length());
    for (int i = 0; i < end; i++) {
      walk.pass(value.charAt(i));
    }
    if (end < value.length()) {
      walk.settle(value.charAt(end));
    }
    return new Position(start.file(), walk.line, walk.column);
  }

  private final class Walk {
    private int at;
    private int line;
    private int column;
    private char quote;
    private int indent;

    Walk(int at, Position start) {
      this.at = at;
      this.line = start.line();
      this.column = start.column();
    }

    /** Goes past the opening quote, or the header of a block. */
    void enter() {
      char first = peek();
      if (first == '\'' || first == '"') {
        quote = first;
        step();
      } else if (first == '|' || first == '>') {
        quote = first;
        skipLine();
        indent = leadingSpaces();
        skipSpaces(indent);
      }
    }

    private void skipLine() {
      while (at < document.length() && peek() != '\n') {
        step();
      }
      step();
    }

    private int leadingSpaces() {
      int spaces = 0;
      int i = at;
      while (i < document.length() && (document.charAt(i) == ' ' || document.charAt(i) == '\n')) {
        spaces = document.charAt(i) == '\n' ? 0 : spaces + 1;
        i++;
      }
      return spaces;
    }

    private void skipSpaces(int most) {
      for (int i = 0; i < most && peek() == ' '; i++) {
        step();
      }
    }

    /** Goes past what stands for one character of the value. */
    void pass(char wanted) {
      settle(wanted);
      char here = peek();
      if (quote == '"' && here == '\\') {
        int length = escapeLength();
        for (int i = 0; i < length; i++) {
          step();
        }
      } else if (quote == '\'' && here == '\'') {
        step();
        step();
      } else {
        step();
      }
    }

    /** Goes past line breaks, and white space around them, that folding took away. */
    void settle(char wanted) {
      if (quote == '|' || quote == '>') {
        skipIndent();
        return;
      }
      boolean blank = wanted == ' ' || wanted == '\n';
      while (!blank && Character.isWhitespace(peek())) {
        step();
      }
    }

    private void skipIndent() {
      if (column == 1) {
        skipSpaces(indent);
      }
    }

    private int escapeLength() {
      char kind = at + 1 < document.length() ? document.charAt(at + 1) : 0;
      return switch (kind) {
        case 'x' -> 4;
        case 'u' -> 6;
        case 'U' -> 10;
        default -> 2;
      };
    }

    private char peek() {
      return at < document.length() ? document.charAt(at) : 0;
    }

    private void step() {
      if (peek() == '\n') {
        line++;
        column = 1;
      } else if (!Character.isLowSurrogate(peek())) {
        column++;
      }
      at++;
    }
  }
}
