package io.testroad.network;

/** The words of a text that blanks part, one after the other. */
final class Words {

  private final String text;
  private int start;
  private int end;

  /** Stands before the first word. */
  Words(String text) {
    this.text = text;
  }

  /** Goes on to the next word; false when there is none. */
  boolean next() {
    start = end;
    while (start < text.length() && text.charAt(start) <= ' ') {
      start++;
    }
    end = start;
    while (end < text.length() && text.charAt(end) > ' ') {
      end++;
    }
    return start < end;
  }

  /** The word at which it stands. */
  String word() {
    return text.substring(start, end);
  }
}
