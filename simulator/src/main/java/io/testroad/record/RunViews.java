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

  /** Stands in the views' texts for {@link #METRICS}. */
  private static final String THE_METRICS = "@METRICS@";

  /** The incidents of metrics.json; times are seconds since the start of the run. */
  private static final String INCIDENTS =
      """
      SELECT %s
        i->>'incident' AS incident,
        CAST(i->>'scene' AS BIGINT) AS scene,
        i->>'kind' AS kind,
        i->>'road' AS road,
        i->>'severity' AS severity,
        i->>'plan' AS plan,
        CAST(i->>'priority' AS BIGINT) AS priority,
        i->>'decidedBy' AS decided_by,
        CAST(i->>'unitsSent' AS BIGINT) AS units_sent,
        i->>'means' AS means,
        CAST(i->>'reportsFused' AS BIGINT) AS reports_fused,
        i->>'leftOpen' AS left_open,
        CAST(i->>'$.at.occurredS' AS DOUBLE) AS occurred_s,
        CAST(i->>'$.at.reportedS' AS DOUBLE) AS reported_s,
        CAST(i->>'$.at.verifiedS' AS DOUBLE) AS verified_s,
        CAST(i->>'$.at.dismissedS' AS DOUBLE) AS dismissed_s,
        CAST(i->>'$.at.dispatchedS' AS DOUBLE) AS dispatched_s,
        CAST(i->>'$.at.arrivedS' AS DOUBLE) AS arrived_s,
        CAST(i->>'$.at.clearedS' AS DOUBLE) AS cleared_s,
        CAST(i->>'$.at.lastReleasedS' AS DOUBLE) AS last_released_s,
        CAST(i->>'$.at.closedS' AS DOUBLE) AS closed_s,
        CAST(i->>'$.at.recoveredS' AS DOUBLE) AS recovered_s
      FROM (SELECT unnest(json->'$.incidents[*]') AS i FROM @METRICS@)
      """;

  /** The scenes of metrics.json; times are seconds since the start of the run. */
  private static final String SCENES =
      """
      SELECT %s
        CAST(s->>'scene' AS BIGINT) AS scene,
        s->>'kind' AS kind,
        s->>'road' AS road,
        CAST(s->>'beganS' AS DOUBLE) AS began_s,
        CAST(s->>'clearedS' AS DOUBLE) AS cleared_s,
        CAST(s->>'recoveredS' AS DOUBLE) AS recovered_s,
        CAST(s->>'endedS' AS DOUBLE) AS ended_s,
        CAST(s->>'laneMinutes' AS DOUBLE) AS lane_minutes,
        CAST(s->>'delayVehicleHours' AS DOUBLE) AS delay_vehicle_hours,
        CAST(s->>'maxStanding' AS BIGINT) AS max_standing,
        CAST(s->>'riderMinutes' AS DOUBLE) AS rider_minutes,
        CAST(s->>'idleCo2Kg' AS DOUBLE) AS idle_co2_kg,
        CAST(s->>'secondaryOf' AS BIGINT) AS secondary_of,
        len(s->'$.incidents[*]') AS incidents
      FROM (SELECT unnest(json->'$.scenes[*]') AS s FROM @METRICS@)
      """;

  private static final String METRICS =
      "read_json_objects(%s, format = 'unstructured', maximum_object_size = 268435456)";

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
    List<Path> metrics = runs.stream().map(RunDirectory::metrics).toList();
    view("incidents", INCIDENTS.replace(THE_METRICS, METRICS), metrics);
    view("scenes", SCENES.replace(THE_METRICS, METRICS), metrics);
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
