package io.testroad.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * A Parquet file (zstd) on its way: its rows are gathered in a DuckDB table, which is written out
 * as a part of the file whenever it is full. The rows keep their order; the bytes depend on the
 * rows only. Used by one thread.
 */
final class ParquetTable implements Closeable {

  /** Rows of a part: four of DuckDB's row groups. */
  private static final int PART_ROWS = 4 * 122_880;

  private final Path file;
  private final Path unfinished;
  private final String create;
  private final ParquetConcatenation whole;
  private final DuckDBConnection database;
  private DuckDBAppender rows;
  private int rowCount;

  /**
   * Opens the database; the first in a Java machine unpacks DuckDB's library, about 0.4 s.
   *
   * @param file the Parquet file to be
   * @param unfinished a directory for what is not finished; made and deleted
   * @param columns names and types, as between the brackets of CREATE TABLE
   */
  ParquetTable(Path file, Path unfinished, String columns) throws IOException, SQLException {
    this.file = file;
    this.unfinished = unfinished;
    create = "CREATE OR REPLACE TABLE gathered (" + columns + ")";
    Files.createDirectories(unfinished);
    whole = new ParquetConcatenation(unfinished.resolve("whole.parquet"));
    database = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
    execute("SET threads = 1"); // keeps the order of rows
    execute("SET memory_limit = '256MB'");
    execute("SET temp_directory = " + quoted(unfinished.resolve("spill")));
    execute(create);
    rows = database.createAppender("gathered");
  }

  /** Begins a row, whose values are then appended in order of the columns. */
  DuckDBAppender beginRow() throws SQLException {
    return rows.beginRow();
  }

  /** Ends a row. */
  void endRow() throws IOException, SQLException {
    rows.endRow();
    rowCount++;
    if (rowCount == PART_ROWS) {
      writePart();
    }
  }

  private void writePart() throws IOException, SQLException {
    rows.close();
    Path part = unfinished.resolve("part.parquet");
    execute("COPY gathered TO " + quoted(part) + " (FORMAT parquet, COMPRESSION zstd)");
    whole.add(part);
    Files.delete(part);
    execute(create);
    rows = database.createAppender("gathered");
    rowCount = 0;
  }

  /** Writes what is left and puts the whole file in its place. */
  void finish() throws IOException, SQLException {
    if (rowCount > 0 || whole.isEmpty()) {
      writePart();
    }
    whole.close();
    Files.move(unfinished.resolve("whole.parquet"), file, StandardCopyOption.REPLACE_EXISTING);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A path as a string of SQL. */
  static String quoted(Path path) {
    return "'" + path.toAbsolutePath().toString().replace("'", "''") + "'";
  }

  /** Lets go of everything and deletes what is not finished. */
  @Override
  public void close() throws IOException {
    try (whole) {
      rows.close();
      database.close();
    } catch (SQLException e) {
      throw new IOException(e);
    } finally {
      RunDirectory.delete(unfinished);
    }
  }
}
