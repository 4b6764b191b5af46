package io.testroad.record;

import io.testroad.engine.Clock;
import io.testroad.network.Lane;
import io.testroad.network.Network;
import io.testroad.traffic.Sample;
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
 * The rows of a trajectory file on their way: gathered in a DuckDB table, which is written out as a
 * part of the file whenever it is full. Used by one thread.
 */
final class TrajectoryTable implements Closeable {

  /** Rows of a part: four of DuckDB's row groups. */
  private static final int PART_ROWS = 4 * 122_880;

  private static final String CREATE =
      """
      CREATE OR REPLACE TABLE trajectories (
        tick BIGINT, time_s DOUBLE, vehicle VARCHAR, road VARCHAR, lane INTEGER,
        position_m DOUBLE, speed_mps DOUBLE, accel_mps2 DOUBLE, x DOUBLE, y DOUBLE)
      """;

  private final Path file;
  private final Path unfinished;
  private final Clock clock;
  private final Network network;
  private final LanePoint point;
  private final ParquetConcatenation whole;
  private final DuckDBConnection database;
  private DuckDBAppender rows;
  private int rowCount;

  /**
   * Opens the database; the first in a Java machine unpacks DuckDB's library, about 0.4 s.
   *
   * @param file the Parquet file to be
   * @param unfinished a directory for what is not finished
   */
  TrajectoryTable(Path file, Path unfinished, Clock clock, Network network)
      throws IOException, SQLException {
    this.file = file;
    this.unfinished = unfinished;
    this.clock = clock;
    this.network = network;
    point = new LanePoint(network);
    Files.createDirectories(unfinished);
    whole = new ParquetConcatenation(unfinished.resolve("trajectories.parquet"));
    database = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
    execute("SET threads = 1"); // keeps the order of rows
    execute("SET memory_limit = '256MB'");
    execute("SET temp_directory = " + quoted(unfinished.resolve("spill")));
    execute(CREATE);
    rows = database.createAppender("trajectories");
  }

  /** Appends all vehicles at a tick. */
  void append(long tick, String[] names, Sample sample) throws IOException, SQLException {
    double timeS = clock.secondsAt(tick);
    for (int i = 0; i < sample.size(); i++) {
      Lane lane = network.lanes().get(sample.lane()[i]);
      double positionM = sample.positionM()[i];
      point.moveTo(lane.index(), positionM);
      rows.beginRow();
      rows.append(tick).append(timeS).append(names[i]);
      rows.append(network.edgeOf(lane).id()).append(lane.indexOnEdge());
      rows.append(positionM).append(sample.speedMps()[i]).append(sample.accelMps2()[i]);
      rows.append(point.x()).append(point.y());
      rows.endRow();
      rowCount++;
      if (rowCount == PART_ROWS) {
        writePart();
      }
    }
  }

  private void writePart() throws IOException, SQLException {
    rows.close();
    Path part = unfinished.resolve("part.parquet");
    execute("COPY trajectories TO " + quoted(part) + " (FORMAT parquet, COMPRESSION zstd)");
    whole.add(part);
    Files.delete(part);
    execute(CREATE);
    rows = database.createAppender("trajectories");
    rowCount = 0;
  }

  /** Writes what is left and puts the whole file in its place. */
  void finish() throws IOException, SQLException {
    if (rowCount > 0 || whole.isEmpty()) {
      writePart();
    }
    whole.close();
    Files.move(
        unfinished.resolve("trajectories.parquet"), file, StandardCopyOption.REPLACE_EXISTING);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String quoted(Path path) {
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
