package io.testroad.record;

import io.testroad.finding.Finding;
import io.testroad.finding.Position;
import io.testroad.finding.Severity;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Faults of queries as findings, in the file {@code query}. */
final class SqlFault {

  private static final String FILE = "query";
  private static final String REMEDY =
      "Without a query the command lists the views with their columns.";

  /** DuckDB quotes the line with a caret below; of a long line a part, with dots before it. */
  private static final Pattern PLACE =
      Pattern.compile("\\n+(LINE (\\d+): )(\\.\\.\\.)?[^\\n]*\\n( *)\\^", Pattern.DOTALL);

  private static final int MAX_LINES = 3;

  private SqlFault() {}

  /** What is no single SELECT. */
  static Finding notASelect() {
    return new Finding(
        Severity.ERROR,
        "not-a-select",
        Position.of(FILE),
        "A run is only read, by one query at a time.",
        "Write one SELECT, FROM, WITH, VALUES, DESCRIBE, SUMMARIZE or SHOW TABLES.");
  }

  /**
   * A fault at a place.
   *
   * @param offset the place, in characters from the beginning
   */
  static Finding at(String sql, int offset, String message) {
    String before = sql.substring(0, Math.min(Math.max(offset, 0), sql.length()));
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    int column = before.length() - (before.lastIndexOf('\n') + 1) + 1;
    return finding(new Position(FILE, line, column), "Parser Error: " + message);
  }

  /** A fault as DuckDB tells it. */
  static Finding of(String sql, String message) {
    Matcher place = PLACE.matcher(message);
    if (!place.find()) {
      return finding(Position.of(FILE), message);
    }
    int line = Integer.parseInt(place.group(2));
    int column = place.group(3) == null ? place.group(4).length() - place.group(1).length() + 1 : 0;
    boolean inQuery = line <= sql.lines().count();
    return finding(
        inQuery ? new Position(FILE, line, Math.max(column, 0)) : Position.of(FILE),
        message.substring(0, place.start()));
  }

  private static Finding finding(Position position, String message) {
    String text =
        message
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .limit(MAX_LINES)
            .collect(Collectors.joining(" "));
    return new Finding(
        Severity.ERROR,
        "faulty-query",
        position,
        text.matches(".*[.!?]") ? text : text + ".",
        REMEDY);
  }
}
