package io.testroad.finding;

/**
 * A place in an input file.
 *
 * @param file the file's path as the user gave it
 * @param line 1-based line, or 0 when the finding concerns the file as a whole
 * @param column 1-based column, or 0 when unknown
 */
public record Position(String file, int line, int column) implements Comparable<Position> {

  /** The file as a whole. */
  public static Position of(String file) {
    return new Position(file, 0, 0);
  }

  @Override
  public int compareTo(Position other) {
    int byFile = file.compareTo(other.file);
    if (byFile != 0) {
      return byFile;
    }
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  /** Compiler style: {@code file:line:column}, without the parts that are unknown. */
  @Override
  public String toString() {
    if (line == 0) {
      return file;
    }
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
