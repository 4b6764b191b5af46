package io.testroad.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.testroad.traffic.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrajectoryWriterTest {

  @TempDir Path directory;

  private TrajectoryWriter writer() {
    return new TrajectoryWriter(
        file(),
        directory.resolve(".unfinished"),
        TinyWorld.CLOCK,
        TinyWorld.NETWORK,
        TinyWorld.NAMES);
  }

  private Path file() {
    return directory.resolve("it's.parquet");
  }

  private List<String> query(String sql) throws SQLException {
    String from = "'" + file().toString().replace("'", "''") + "'";
    List<String> lines = new ArrayList<>();
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(sql.replace("FILE", from))) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          line.append(i == 1 ? "" : " ").append(rows.getString(i));
        }
        lines.add(line.toString());
      }
    }
    return lines;
  }

  @Test
  void columnsAndRowsAreAsStated() throws Exception {
    try (TrajectoryWriter writer = writer()) {
      writer.write(0, TinyWorld.empty());
      writer.write(5, TinyWorld.sample());
      writer.write(10, TinyWorld.sample());
    }
    assertThat(query("SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM FILE)"))
        .containsExactly(
            "tick BIGINT",
            "time_s DOUBLE",
            "vehicle VARCHAR",
            "road VARCHAR",
            "lane INTEGER",
            "position_m DOUBLE",
            "speed_mps DOUBLE",
            "accel_mps2 DOUBLE",
            "x DOUBLE",
            "y DOUBLE");
    assertThat(query("SELECT * FROM FILE"))
        .containsExactly(
            "5 0.5 v0 a 1 25.0 13.888 0.5 25.0 -2.0",
            "5 0.5 v3 b 0 100.0 0.0 -2.25 120.0 30.0",
            "10 1.0 v0 a 1 25.0 13.888 0.5 25.0 -2.0",
            "10 1.0 v3 b 0 100.0 0.0 -2.25 120.0 30.0");
    assertThat(query("SELECT DISTINCT compression FROM parquet_metadata(FILE)"))
        .containsExactly("ZSTD");
    assertThat(directory).isDirectoryContaining(path -> path.equals(file()));
    assertThat(directory.resolve(".unfinished")).doesNotExist();
  }

  @Test
  void withoutASampleThereIsNoFile() throws Exception {
    writer().close();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void emptySamplesMakeAnEmptyTable() throws Exception {
    try (TrajectoryWriter writer = writer()) {
      writer.write(0, TinyWorld.empty());
    }
    assertThat(query("SELECT count(*), max(tick) FROM FILE")).containsExactly("0 null");
  }

  @Test
  void partsBecomeOneFileInOrder() throws Exception {
    int vehicles = 20_000;
    int ticks = 60;
    try (TrajectoryWriter writer = writer()) {
      for (int tick = 0; tick < ticks; tick++) {
        writer.write(tick, many(vehicles, tick));
      }
    }
    assertThat(
            query(
                "SELECT count(*), count(DISTINCT tick), count(DISTINCT vehicle),"
                    + " sum(lane), min(speed_mps), max(speed_mps) FROM FILE"))
        .containsExactly("1200000 60 20000 600000 0.0 20058.0");
    assertThat(
            query(
                "SELECT count(*) FROM (SELECT tick * 20000 + CAST(vehicle[2:] AS INTEGER) AS n,"
                    + " file_row_number AS r FROM read_parquet(FILE, file_row_number = true))"
                    + " WHERE n <> r"))
        .containsExactly("0");
    assertThat(query("SELECT vehicle, speed_mps FROM FILE WHERE tick = 59 AND vehicle = 'v19999'"))
        .containsExactly("v19999 20058.0");
    assertThat(query("SELECT num_rows, num_row_groups FROM parquet_file_metadata(FILE)"))
        .containsExactly("1200000 10");
  }

  private static Sample many(int vehicles, int tick) {
    Sample sample =
        new Sample(
            new int[vehicles],
            new int[vehicles],
            new double[vehicles],
            new double[vehicles],
            new double[vehicles]);
    Random random = new Random(tick);
    for (int i = 0; i < vehicles; i++) {
      sample.vehicle()[i] = i;
      sample.lane()[i] = i % 2;
      sample.positionM()[i] = 100 * random.nextDouble();
      sample.speedMps()[i] = i + tick;
    }
    return sample;
  }

  @Test
  void anInterruptedThreadStillFinishesTheFile() throws Exception {
    TrajectoryWriter writer = writer();
    writer.write(1, TinyWorld.sample());
    Thread.currentThread().interrupt();
    writer.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(query("SELECT count(*) FROM FILE")).containsExactly("2");
  }

  @Test
  void aDirectoryThatCannotBeMadeIsTold() throws Exception {
    Files.writeString(directory.resolve(".unfinished"), "a file");
    TrajectoryWriter writer = writer();
    writer.write(1, TinyWorld.sample());
    assertThatThrownBy(writer::close)
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the trajectories can't be written");
  }
}
