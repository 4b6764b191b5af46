package io.testroad.cli;

import io.testroad.record.RunDatabase;
import io.testroad.record.RunDatabase.Answer;
import io.testroad.record.RunDatabase.Column;
import io.testroad.record.RunDatabase.View;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Prints what {@link RunDatabase} answers. */
final class SqlOutput {

  /** A query for each view that shows what it is good for. */
  private static final Map<String, String> EXAMPLES =
      Map.of(
          "events",
          "SELECT type, count(*) AS n FROM events GROUP BY type ORDER BY n DESC, type",
          "permits",
          "SELECT date_trunc('month', time) AS month, state, count(*) AS n FROM permits"
              + " WHERE document = 'plate' GROUP BY ALL ORDER BY ALL",
          "trajectories",
          "SELECT vehicle, 3.6 * max(speed_mps) AS km_h FROM trajectories GROUP BY vehicle"
              + " ORDER BY km_h DESC LIMIT 10",
          "metrics",
          "SELECT name, value FROM metrics WHERE name LIKE 'vehicles.%'",
          "incidents",
          "SELECT count(*) AS n, avg(cleared_s - reported_s) AS mean_rct_s FROM incidents",
          "scenes",
          "SELECT count(*) AS n, sum(lane_minutes) AS lane_minutes FROM scenes");

  private final TableFormat format;
  private final Words words;
  private final PrintWriter out;
  private final PrintWriter err;

  SqlOutput(TableFormat format, Words words, PrintWriter out, PrintWriter err) {
    this.format = format;
    this.words = words;
    this.out = out;
    this.err = err;
  }

  /** What {@code --format json} prints of a view. */
  record ViewEntry(String name, List<Column> columns, String example) {}

  /** What {@code --format json} prints without a query. */
  record Views(List<ViewEntry> views) {}

  /** What {@code --format json} prints of an answer. */
  record Rows(List<Column> columns, List<Map<String, @Nullable Object>> rows, boolean cut) {}

  /** Prints the views. */
  void views(List<View> views) {
    switch (format) {
      case JSON ->
          Printer.printJson(
              new Views(
                  views.stream()
                      .map(view -> new ViewEntry(view.name(), view.columns(), example(view)))
                      .toList()),
              out);
      case CSV -> {
        out.print(CsvText.line(List.of("view", "column", "type")));
        for (View view : views) {
          view.columns()
              .forEach(
                  column ->
                      out.print(CsvText.line(List.of(view.name(), column.name(), column.type()))));
        }
      }
      case TEXT -> viewsAsText(views);
    }
    out.flush();
  }

  private void viewsAsText(List<View> views) {
    for (View view : views) {
      out.println(words.say("sql.view", view.name(), words.say("sql.view." + view.name())));
      TextTable.print(
          "  ",
          List.of(words.say("sql.column"), words.say("sql.type")),
          view.columns().stream().map(column -> List.of(column.name(), column.type())).toList(),
          List.of(false, false),
          out);
      out.println();
    }
    out.println(words.say("sql.examples"));
    views.forEach(view -> out.println("  " + example(view)));
  }

  private static String example(View view) {
    return Objects.requireNonNull(EXAMPLES.get(view.name()));
  }

  /** Prints an answer. */
  void answer(Answer answer) {
    List<Column> columns = named(answer.columns());
    switch (format) {
      case JSON -> Printer.printJson(new Rows(columns, rows(columns, answer), answer.cut()), out);
      case CSV -> {
        out.print(CsvText.line(columns.stream().map(Column::name).toList()));
        answer.rows().forEach(row -> out.print(CsvText.line(row)));
      }
      case TEXT -> asText(columns, answer);
    }
    out.flush();
    if (answer.cut() && format != TableFormat.JSON) {
      err.println(words.say("sql.cut", answer.rows().size()));
    }
  }

  private void asText(List<Column> columns, Answer answer) {
    List<List<String>> rows = new ArrayList<>();
    for (List<@Nullable Object> row : answer.rows()) {
      rows.add(row.stream().map(value -> value == null ? "" : value.toString()).toList());
    }
    List<Boolean> numbers = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      numbers.add(answer.rows().stream().anyMatch(row -> row.get(column) instanceof Number));
    }
    TextTable.print("", columns.stream().map(Column::name).toList(), rows, numbers, out);
    out.println(words.say("sql.rows", rows.size()));
  }

  /** The columns with names that differ: a second {@code tick} becomes {@code tick_2}. */
  private static List<Column> named(List<Column> columns) {
    Map<String, Integer> seen = new LinkedHashMap<>();
    List<Column> named = new ArrayList<>();
    for (Column column : columns) {
      int times = seen.merge(column.name(), 1, Integer::sum);
      named.add(times == 1 ? column : new Column(column.name() + "_" + times, column.type()));
    }
    return named;
  }

  private static List<Map<String, @Nullable Object>> rows(List<Column> columns, Answer answer) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (List<@Nullable Object> row : answer.rows()) {
      Map<String, @Nullable Object> named = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        named.put(columns.get(i).name(), row.get(i));
      }
      rows.add(named);
    }
    return rows;
  }
}
