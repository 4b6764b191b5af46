package io.testroad.yaml;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * A document's characters for the parser, all at hand. The parser's own reader moves everything it
 * has read ahead at each step, which takes minutes for a word of some megabytes.
 */
final class DocumentStream extends StreamReader {

  private final String name;
  private final int[] codePoints;
  private int index;
  private int documentIndex;
  private int line;
  private int column;

  DocumentStream(String name, int[] codePoints) {
    super("");
    this.name = name;
    this.codePoints = codePoints;
  }

  @Override
  public Mark getMark() {
    return new Mark(name, index, line, column, codePoints, index);
  }

  @Override
  public void forward() {
    forward(1);
  }

  @Override
  public void forward(int length) {
    for (int i = 0; i < length && index < codePoints.length; i++) {
      int c = codePoints[index++];
      documentIndex++;
      if (c == '\n' || isRareBreak(c) || (c == '\r' && peek() != '\n')) {
        line++;
        column = 0;
      } else if (c != '\uFEFF') {
        column++;
      }
    }
  }

  private static boolean isRareBreak(int c) {
    return c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  @Override
  public int peek() {
    return peek(0);
  }

  @Override
  public int peek(int ahead) {
    return ahead < codePoints.length - index ? codePoints[index + ahead] : 0;
  }

  @Override
  public String prefix(int length) {
    return new String(codePoints, index, Math.min(length, codePoints.length - index));
  }

  @Override
  public String prefixForward(int length) {
    String prefix = prefix(length);
    index += length;
    documentIndex += length;
    column += length;
    return prefix;
  }

  @Override
  public int getColumn() {
    return column;
  }

  @Override
  public int getDocumentIndex() {
    return documentIndex;
  }

  @Override
  public void resetDocumentIndex() {
    documentIndex = 0;
  }

  @Override
  public int getIndex() {
    return index;
  }

  @Override
  public int getLine() {
    return line;
  }
}
