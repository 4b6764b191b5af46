package io.testroad.record;

import io.testroad.engine.Clock;
import io.testroad.network.Lane;
import io.testroad.network.Network;
import io.testroad.traffic.Sample;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;

/** The rows of a trajectory file on their way. Used by one thread. */
final class TrajectoryTable implements Closeable {

  private static final String COLUMNS =
      """
      tick BIGINT, time_s DOUBLE, vehicle VARCHAR, road VARCHAR, lane INTEGER,
      position_m DOUBLE, speed_mps DOUBLE, accel_mps2 DOUBLE, x DOUBLE, y DOUBLE
      """;

  private final Clock clock;
  private final Network network;
  private final LanePoint point;
  private final ParquetTable table;

  /**
   * Begins the file.
   *
   * @param file the Parquet file to be
   * @param unfinished a directory for what is not finished
   */
  TrajectoryTable(Path file, Path unfinished, Clock clock, Network network)
      throws IOException, SQLException {
    this.clock = clock;
    this.network = network;
    point = new LanePoint(network);
    table = new ParquetTable(file, unfinished, COLUMNS);
  }

  /** Appends all vehicles at a tick. */
  void append(long tick, String[] names, Sample sample) throws IOException, SQLException {
    double timeS = clock.secondsAt(tick);
    for (int i = 0; i < sample.size(); i++) {
      Lane lane = network.lanes().get(sample.lane()[i]);
      double positionM = sample.positionM()[i];
      point.moveTo(lane.index(), positionM);
      DuckDBAppender row = table.beginRow();
      row.append(tick).append(timeS).append(names[i]);
      row.append(network.edgeOf(lane).id()).append(lane.indexOnEdge());
      row.append(positionM).append(sample.speedMps()[i]).append(sample.accelMps2()[i]);
      row.append(point.x()).append(point.y());
      table.endRow();
    }
  }

  /** Writes what is left and puts the whole file in its place. */
  void finish() throws IOException, SQLException {
    table.finish();
  }

  /** Lets go of everything and deletes what is not finished. */
  @Override
  public void close() throws IOException {
    table.close();
  }
}
