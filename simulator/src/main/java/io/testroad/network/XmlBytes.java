package io.testroad.network;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A window that slides over the bytes of a file, with the line and the column of where it stands.
 *
 * <p>Bytes from {@link #mark} on stay; offsets from the mark stay valid while the window slides.
 */
final class XmlBytes {

  private static final int CHUNK = 1 << 16;

  private final InputStream input;
  private byte[] bytes = new byte[4 * CHUNK];
  private int at;
  private int end;
  private int mark;
  private int line = 1;
  private int lineStart;

  XmlBytes(InputStream input) {
    this.input = input;
  }

  /** The byte where it stands, 0 to 255; -1 at the end of the file. */
  int peek() throws IOException {
    return at < end || fill() ? bytes[at] & 0xff : -1;
  }

  /** The byte some places on; -1 behind the end of the file. */
  int peek(int ahead) throws IOException {
    while (end - at <= ahead) {
      if (!fill()) {
        return -1;
      }
    }
    return bytes[at + ahead] & 0xff;
  }

  /** Goes on by some bytes that are neither ends of lines nor parts of longer characters. */
  void skip(int count) {
    at += count;
  }

  /** Keeps what comes from here on. */
  void mark() {
    mark = at;
  }

  /** How far it stands behind the mark. */
  int sinceMark() {
    return at - mark;
  }

  /** The bytes; what is marked begins at {@link #markedFrom}. Valid until the next read. */
  byte[] array() {
    return bytes;
  }

  int markedFrom() {
    return mark;
  }

  int line() {
    return line;
  }

  /** Column, 1 for the first character of a line, counted in UTF-16 units. */
  int column() {
    return at - lineStart + 1;
  }

  /**
   * Goes on behind blanks and ends of lines.
   *
   * @return the byte that follows, -1 at the end of the file
   */
  int skipBlanks() throws IOException {
    while (true) {
      int c = peek();
      if (c == ' ' || c == '\t') {
        at++;
      } else if (c != '\n' && c != '\r') {
        return c;
      } else if (!skipLineEnd()) {
        return c;
      }
    }
  }

  /** Goes over a line feed, alone or behind a carriage return; false for a lone one of these. */
  boolean skipLineEnd() throws IOException {
    if (bytes[at] == '\r' && peek(1) != '\n') {
      return false;
    }
    at += bytes[at] == '\r' ? 2 : 1;
    line++;
    lineStart = at;
    return true;
  }

  /** Goes over a byte of a character beyond ASCII. */
  void skipPartOfCharacter() {
    int c = bytes[at++] & 0xff;
    if (c < 0xc0) {
      lineStart++; // continues a character
    } else if (c >= 0xf0) {
      lineStart--; // begins one of two UTF-16 units
    }
  }

  /** Goes on to the first byte whose kind lacks a flag, or to the end of the file. */
  int skipWhile(byte[] kinds, int flag) throws IOException {
    do {
      byte[] window = bytes;
      int limit = end;
      int i = at;
      while (i < limit && (kinds[window[i] & 0xff] & flag) != 0) {
        i++;
      }
      at = i;
    } while (at == end && fill());
    return at < end ? bytes[at] & 0xff : -1;
  }

  private boolean fill() throws IOException {
    if (mark > 0 && end + CHUNK > bytes.length) {
      System.arraycopy(bytes, mark, bytes, 0, end - mark);
      at -= mark;
      end -= mark;
      lineStart -= mark;
      mark = 0;
    }
    if (end + CHUNK > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    int count = input.read(bytes, end, bytes.length - end);
    if (count <= 0) {
      return false;
    }
    end += count;
    return true;
  }
}
