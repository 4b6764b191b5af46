package io.testroad.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The views over the files of runs, as statements of SQL. */
final class RunViews {

  /**
   * An event's columns; {@code attributes} holds what isn't common to all. A vehicle or operator is
   * the one an attribute names, or the subject.
   */
  private static final String EVENTS =
      """
      SELECT %s
        CAST(json->>'tick' AS BIGINT) AS tick,
        CAST(json->>'time' AS TIMESTAMPTZ) AS time,
        json->>'type' AS type,
        json->>'subject' AS subject,
        coalesce(json->>'vehicle', CASE WHEN starts_with(json->>'subject', 'vehicle:')
          THEN substr(json->>'subject', 9) END) AS vehicle,
        coalesce(json->>'operator', json->>'applicant', CASE
          WHEN starts_with(json->>'subject', 'operator:') THEN substr(json->>'subject', 10)
          WHEN starts_with(json->>'subject', 'fleet:') THEN substr(json->>'subject', 7)
          END) AS operator,
        json->>'plate' AS plate,
        json->>'rule' AS rule,
        json->>'road' AS road,
        json->>'incident' AS incident,
        json_merge_patch(json, '{"tick":null,"time":null,"type":null,"subject":null}')
          AS attributes
      FROM read_ndjson_objects(%s, ignore_errors = true) WHERE json IS NOT NULL
      """;

  private static final String PARQUET = "SELECT %s * FROM read_parquet(%s)\n";

  private final List<RunDirectory> runs;
  private final List<String> names = new ArrayList<>();
  private final List<String> statements = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();
  private final List<MetricRow> metricRows = new ArrayList<>();

  /** A row of metrics; the value is null when it is no number. */
  record MetricRow(String run, String name, @Nullable Double value, String text) {}

  /**
   * The views of runs.
   *
   * @throws IOException when a file can't be read
   */
  RunViews(List<RunDirectory> runs) throws IOException {
    this.runs = runs;
    view("events", EVENTS, runs.stream().map(RunDirectory::events).toList());
    view("permits", PARQUET, runs.stream().map(RunDirectory::permits).toList());
    view("trajectories", PARQUET, runs.stream().map(RunDirectory::trajectories).toList());
    metrics();
  }

  /** Their names, in order. */
  List<String> names() {
    return names;
  }

  /** What makes them. */
  List<String> statements() {
    return statements;
  }

  /** The rows of metrics. */
  List<MetricRow> metricRows() {
    return metricRows;
  }

  /** The files they read, as a list of SQL. */
  String allowedPaths() {
    return files.stream().map(ParquetTable::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private void view(String name, String select, List<Path> paths) throws IOException {
    List<String> selects = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      if (Files.isRegularFile(paths.get(i))) {
        Path file = paths.get(i).toRealPath();
        files.add(file);
        selects.add(String.format(select, runColumn(i), ParquetTable.quoted(file)));
      }
    }
    if (!selects.isEmpty()) {
      names.add(name);
      statements.add("CREATE VIEW " + name + " AS " + String.join("UNION ALL BY NAME ", selects));
    }
  }

  private String runColumn(int run) {
    return runs.size() == 1 ? "" : text(runs.get(run).path().toString()) + " AS run, ";
  }

  private static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Metrics by their dotted names: a table, for which {@link #metricRows} are the rows. */
  private void metrics() throws IOException {
    for (RunDirectory run : runs) {
      if (Files.isRegularFile(run.metrics())) {
        flatten("", new ObjectMapper().readTree(run.metrics().toFile()), run.path().toString());
      }
    }
    if (!metricRows.isEmpty()) {
      names.add("metrics");
      statements.add(
          "CREATE TABLE metrics ("
              + (runs.size() == 1 ? "" : "run VARCHAR, ")
              + "name VARCHAR, value DOUBLE, text VARCHAR)");
    }
  }

  private void flatten(String name, JsonNode node, String run) {
    String prefix = name.isEmpty() ? "" : name + ".";
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        flatten(prefix + field.getKey(), field.getValue(), run);
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        flatten(prefix + i, node.get(i), run);
      }
    } else if (!node.isNull()) {
      Double value = node.isNumber() ? Double.valueOf(node.asDouble()) : null;
      metricRows.add(new MetricRow(run, name, value, node.asText()));
    }
  }
}
