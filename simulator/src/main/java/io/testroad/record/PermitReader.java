package io.testroad.record;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what {@link PermitWriter} wrote. */
public final class PermitReader {

  private PermitReader() {}

  /**
   * The rows of a file, in order.
   *
   * @throws IOException when it isn't there or is another thing
   */
  public static List<PermitRow> read(Path file) throws IOException {
    String sql = "SELECT * FROM read_parquet(" + ParquetTable.quoted(file) + ") ORDER BY seq";
    List<PermitRow> rows = new ArrayList<>();
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(row(result));
      }
      return rows;
    } catch (SQLException | IllegalArgumentException e) {
      throw new IOException(String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
    }
  }

  private static PermitRow row(ResultSet result) throws SQLException {
    String previous = result.getString("previous");
    return new PermitRow(
        result.getLong("seq"),
        result.getLong("tick"),
        result.getObject("time", OffsetDateTime.class).toInstant(),
        PermitRow.Document.valueOf(result.getString("document").toUpperCase(Locale.ROOT)),
        result.getString("number"),
        result.getString("vehicle"),
        result.getString("operator"),
        state(result.getString("state")),
        previous == null ? null : state(previous),
        instant(result, "valid_from"),
        instant(result, "valid_until"),
        result.getString("rule"),
        result.getString("detail"));
  }

  private static PermitRow.State state(String written) {
    return PermitRow.State.valueOf(written.toUpperCase(Locale.ROOT));
  }

  private static @Nullable Instant instant(ResultSet result, String column) throws SQLException {
    OffsetDateTime time = result.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
