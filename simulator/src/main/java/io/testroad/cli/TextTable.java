package io.testroad.cli;

import java.io.PrintWriter;
import java.util.List;

/** Prints rows as columns that stand under one another, Chinese characters counted as two wide. */
final class TextTable {

  /** The width from which a cell is cut. */
  static final int MAX_WIDTH = 60;

  /**
   * First and last of the wide characters that texts here hold. Source: Unicode Standard Annex 11.
   */
  private static final int[] WIDE = {
    0x1100, 0x115f, 0x2e80, 0xa4cf, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe30, 0xfe4f, 0xff00, 0xff60,
    0xffe0, 0xffe6, 0x1f300, 0x1faff, 0x20000, 0x3fffd
  };

  private TextTable() {}

  /**
   * Prints a table.
   *
   * @param indent what stands before each line
   * @param rows as many cells each as there are heads
   * @param numbers which columns stand to the right
   */
  static void print(
      String indent,
      List<String> heads,
      List<List<String>> rows,
      List<Boolean> numbers,
      PrintWriter out) {
    int[] widths = new int[heads.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = width(cut(heads.get(i)));
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], width(cut(row.get(i))));
      }
    }
    out.println(line(indent, heads, widths, numbers));
    rows.forEach(row -> out.println(line(indent, row, widths, numbers)));
  }

  private static String line(
      String indent, List<String> cells, int[] widths, List<Boolean> numbers) {
    StringBuilder line = new StringBuilder(indent);
    for (int i = 0; i < widths.length; i++) {
      String cell = cut(cells.get(i));
      String padding = " ".repeat(widths[i] - width(cell));
      line.append(i == 0 ? "" : "  ");
      line.append(numbers.get(i) ? padding + cell : cell + padding);
    }
    return line.toString().stripTrailing();
  }

  /** A cell's text on one line, not wider than allowed. */
  private static String cut(String text) {
    String line = text.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t");
    if (width(line) <= MAX_WIDTH) {
      return line;
    }
    int end = 0;
    for (int used = 0; used < MAX_WIDTH - 2; end += Character.charCount(line.codePointAt(end))) {
      used += width(line.codePointAt(end));
    }
    return line.substring(0, end) + "…";
  }

  /** How many columns of a terminal a text takes. */
  static int width(String text) {
    return text.codePoints().map(TextTable::width).sum();
  }

  private static int width(int codePoint) {
    for (int i = 0; i < WIDE.length; i += 2) {
      if (codePoint >= WIDE[i] && codePoint <= WIDE[i + 1]) {
        return 2;
      }
    }
    return 1;
  }
}
