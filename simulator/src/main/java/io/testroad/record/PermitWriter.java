package io.testroad.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * Writes changes of state as a Parquet file (zstd), in order. The columns are those of {@link
 * PermitRow}, in lower case with underscores; documents and states in their written form; instants
 * as TIMESTAMP WITH TIME ZONE.
 *
 * <p>Without a row there is no file. It is unfinished until {@link #close}. Not thread-safe.
 */
public final class PermitWriter implements Closeable {

  private static final int BATCH_ROWS = 8192;

  private static final String COLUMNS =
      """
      seq BIGINT, tick BIGINT, time TIMESTAMPTZ, document VARCHAR, number VARCHAR,
      vehicle VARCHAR, operator VARCHAR, state VARCHAR, previous VARCHAR,
      valid_from TIMESTAMPTZ, valid_until TIMESTAMPTZ, rule VARCHAR, detail VARCHAR
      """;

  private final Path file;
  private final Path unfinished;
  private final List<PermitRow> due = new ArrayList<>();
  private @Nullable ParquetTable table;

  /**
   * A writer to a new file; touches nothing yet.
   *
   * @param unfinished a directory for what is not finished; made and deleted
   */
  public PermitWriter(Path file, Path unfinished) {
    this.file = file;
    this.unfinished = unfinished;
  }

  /**
   * Takes rows.
   *
   * @throws IOException when they can't be kept
   */
  public void write(List<PermitRow> rows) throws IOException {
    due.addAll(rows);
    if (due.size() >= BATCH_ROWS) {
      flush();
    }
  }

  private void flush() throws IOException {
    try {
      if (table == null) {
        table = new ParquetTable(file, unfinished, COLUMNS);
      }
      for (PermitRow row : due) {
        append(table, row);
      }
      due.clear();
    } catch (SQLException | LinkageError e) {
      throw new IOException("the permits can't be written: " + e.getMessage(), e);
    }
  }

  private static void append(ParquetTable table, PermitRow row) throws IOException, SQLException {
    DuckDBAppender to = table.beginRow();
    to.append(row.seq()).append(row.tick());
    append(to, row.time());
    to.append(row.document().written()).append(row.number());
    append(to, row.vehicle());
    append(to, row.operator());
    to.append(row.state().written());
    PermitRow.State previous = row.previous();
    append(to, previous == null ? null : previous.written());
    append(to, row.validFrom());
    append(to, row.validUntil());
    append(to, row.rule());
    append(to, row.detail());
    table.endRow();
  }

  private static void append(DuckDBAppender to, @Nullable String text) throws SQLException {
    if (text == null) {
      to.appendNull();
    } else {
      to.append(text);
    }
  }

  private static void append(DuckDBAppender to, @Nullable Instant instant) throws SQLException {
    if (instant == null) {
      to.appendNull();
    } else {
      to.append(instant.atOffset(ZoneOffset.UTC));
    }
  }

  /**
   * Finishes the file.
   *
   * @throws IOException when it can't be written
   */
  @Override
  public void close() throws IOException {
    try {
      if (!due.isEmpty()) {
        flush();
      }
      if (table != null) {
        table.finish();
      }
    } catch (SQLException e) {
      throw new IOException("the permits can't be written: " + e.getMessage(), e);
    } finally {
      if (table != null) {
        table.close();
      }
    }
  }
}
