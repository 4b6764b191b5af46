package io.testroad.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * SQL over what runs left behind: views {@code events}, {@code permits}, {@code trajectories} and
 * {@code metrics}, where the files are there. With several runs each has a first column {@code
 * run}, the run's directory as it was named.
 *
 * <p>Nothing can be changed and no other file be read: only a single SELECT is carried out, in a
 * database in memory that may open the runs' own files alone and whose configuration is locked.
 * DuckDB would write to the files it may open; therefore its parser is asked first whether the text
 * is a SELECT.
 *
 * <p>Times are shown, and days begin, at the offset of the first run's start if that is whole
 * hours, otherwise in UTC. Not thread-safe.
 */
public final class RunDatabase implements Closeable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_QUERY = 100_000;

  private final DuckDBConnection database;
  private final Path spill;
  private final ZoneOffset offset;
  private final List<View> views = new ArrayList<>();

  private RunDatabase(DuckDBConnection database, Path spill, ZoneOffset offset) {
    this.database = database;
    this.spill = spill;
    this.offset = offset;
  }

  /** A column: its name and DuckDB's type. */
  public record Column(String name, String type) {}

  /** A view with its columns. */
  public record View(String name, List<Column> columns) {}

  /**
   * What was answered.
   *
   * @param columns the columns
   * @param rows values in order of the columns: numbers, truths, null, everything else as text
   * @param cut whether there were more rows
   */
  public record Answer(List<Column> columns, List<List<@Nullable Object>> rows, boolean cut) {}

  /**
   * Opens the views.
   *
   * @return empty when a run can't be read; then an error was recorded: {@code run-unreadable}
   */
  public static Optional<RunDatabase> open(List<RunDirectory> runs, Findings findings) {
    String run = "";
    try {
      for (RunDirectory directory : runs) {
        run = directory.path().toString();
        directory.readManifest();
      }
      return Optional.of(opened(runs));
    } catch (IOException | SQLException | DateTimeException e) {
      findings.error(
          "run-unreadable",
          Position.of(run),
          "The run can't be read: " + firstLine(e) + ".",
          "Run the scenario again.");
      return Optional.empty();
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
  }

  private static RunDatabase opened(List<RunDirectory> runs) throws IOException, SQLException {
    Properties properties = new Properties();
    properties.setProperty("jdbc_stream_results", "true");
    DuckDBConnection connection =
        (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", properties);
    Path spill = Files.createTempDirectory("testroad-sql-");
    RunDatabase opened = new RunDatabase(connection, spill, offset(runs.get(0)));
    try {
      opened.prepare(runs);
      return opened;
    } catch (IOException | SQLException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private static ZoneOffset offset(RunDirectory run) throws IOException {
    ZoneOffset offset = OffsetDateTime.parse(run.readManifest().start()).getOffset();
    int seconds = offset.getTotalSeconds();
    boolean named = seconds % 3600 == 0 && seconds >= -12 * 3600 && seconds <= 14 * 3600;
    return named ? offset : ZoneOffset.UTC;
  }

  private void prepare(List<RunDirectory> runs) throws IOException, SQLException {
    // Zones of that name count westwards.
    execute("SET TimeZone = 'Etc/GMT" + signed(-offset.getTotalSeconds() / 3600) + "'");
    execute("SET temp_directory = " + ParquetTable.quoted(spill));
    execute("SET autoinstall_known_extensions = false");
    execute("SET autoload_known_extensions = false");
    RunViews made = new RunViews(runs);
    execute("SET allowed_paths = " + made.allowedPaths());
    for (String statement : made.statements()) {
      execute(statement);
    }
    if (!made.metricRows().isEmpty()) {
      append(made.metricRows(), runs.size() > 1);
    }
    execute("SET enable_external_access = false");
    execute("SET lock_configuration = true");
    for (String view : made.names()) {
      views.add(new View(view, columns(view)));
    }
  }

  private void append(List<RunViews.MetricRow> metrics, boolean withRun) throws SQLException {
    try (DuckDBAppender rows = database.createAppender("metrics")) {
      for (RunViews.MetricRow metric : metrics) {
        rows.beginRow();
        if (withRun) {
          rows.append(metric.run());
        }
        rows.append(metric.name());
        if (metric.value() == null) {
          rows.appendNull();
        } else {
          rows.append(metric.value());
        }
        rows.append(metric.text());
        rows.endRow();
      }
    }
  }

  private static String signed(int number) {
    return number < 0 ? Integer.toString(number) : "+" + number;
  }

  private List<Column> columns(String view) throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery("DESCRIBE " + view)) {
      while (rows.next()) {
        columns.add(new Column(rows.getString(1), rows.getString(2)));
      }
    }
    return columns;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The views, in order. */
  public List<View> views() {
    return Collections.unmodifiableList(views);
  }

  /** Where times are shown. */
  public ZoneOffset offset() {
    return offset;
  }

  /**
   * Carries out a query.
   *
   * @param limit how many rows are returned at most
   * @return empty when there is no answer; then an error was recorded: {@code faulty-query}, {@code
   *     not-a-select}
   */
  public Optional<Answer> query(String sql, int limit, Findings findings) {
    try {
      if (!isSelect(sql, findings)) {
        return Optional.empty();
      }
      try (Statement statement = database.createStatement();
          ResultSet rows = statement.executeQuery(sql)) {
        return Optional.of(answer(rows, limit));
      }
    } catch (SQLException e) {
      findings.add(SqlFault.of(sql, String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  /** Whether DuckDB's parser takes a text for one SELECT, and nothing else. */
  private boolean isSelect(String sql, Findings findings) throws SQLException {
    if (sql.length() > MAX_QUERY || sql.indexOf('\0') >= 0) {
      findings.add(SqlFault.notASelect());
      return false;
    }
    JsonNode parsed = parse(sql);
    if (parsed.path("error").asBoolean()) {
      findings.add(
          parsed.has("position")
              ? SqlFault.at(
                  sql, parsed.path("position").asInt(), parsed.path("error_message").asText())
              : SqlFault.notASelect());
      return false;
    }
    if (parsed.path("statements").size() != 1) {
      findings.add(SqlFault.notASelect());
      return false;
    }
    return true;
  }

  private JsonNode parse(String sql) throws SQLException {
    try (PreparedStatement parse =
        database.prepareStatement("SELECT json_serialize_sql(CAST(? AS VARCHAR))::VARCHAR")) {
      parse.setString(1, sql);
      try (ResultSet result = parse.executeQuery()) {
        result.next();
        return JSON.readTree(result.getString(1));
      }
    } catch (IOException e) {
      throw new SQLException(e);
    }
  }

  private Answer answer(ResultSet rows, int limit) throws SQLException {
    ResultSetMetaData meta = rows.getMetaData();
    List<Column> columns = new ArrayList<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      columns.add(new Column(meta.getColumnLabel(i), meta.getColumnTypeName(i)));
    }
    List<List<@Nullable Object>> kept = new ArrayList<>();
    while (rows.next()) {
      if (kept.size() == limit) {
        return new Answer(columns, kept, true);
      }
      List<@Nullable Object> row = new ArrayList<>();
      for (int i = 1; i <= columns.size(); i++) {
        row.add(plain(rows.getObject(i)));
      }
      kept.add(row);
    }
    return new Answer(columns, kept, false);
  }

  private @Nullable Object plain(@Nullable Object value) {
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return value;
    }
    if (value instanceof OffsetDateTime time) {
      return TimeText.of(time.withOffsetSameInstant(offset));
    }
    return value.toString();
  }

  @Override
  public void close() throws IOException {
    try {
      database.close();
    } catch (SQLException e) {
      throw new IOException(e);
    } finally {
      RunDirectory.delete(spill);
    }
  }
}
