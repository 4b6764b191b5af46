package io.testroad.record;

import static io.testroad.record.TinyWorld.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PermitWriterTest {

  private static final List<EventType> BEGINS =
      List.of(EventType.PLATE_HELD, EventType.PLATE_ISSUED, EventType.PLATE_RENEWED);
  private static final List<EventType> ENDS =
      List.of(EventType.PLATE_EXPIRED, EventType.PLATE_RETURNED, EventType.PLATE_VOIDED);
  private static final List<EventType> PERMITS =
      List.of(EventType.PERMIT_SUSPENDED, EventType.PERMIT_REINSTATED, EventType.PERMIT_WITHDRAWN);

  /** One happening of a random course: after a pause, to one of three vehicles. */
  record Step(int pause, int what, int vehicle, int plate) {}

  @Provide
  Arbitrary<List<Step>> courses() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 8),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 3))
        .as(Step::new)
        .list()
        .ofMaxSize(60);
  }

  /** The events of a course; plates that nobody had don't end. */
  private static List<Event> events(List<Step> course) {
    List<Event> events = new ArrayList<>();
    Map<String, String> plates = new HashMap<>();
    long tick = 0;
    for (Step step : course) {
      tick += step.pause();
      String vehicle = "v" + step.vehicle();
      String plate = "P" + step.plate();
      if (step.what() < 3) {
        plates.put(plate + vehicle, plate);
        events.add(about(tick, BEGINS.get(step.what()), vehicle, plate));
      } else if (step.what() < 6) {
        if (plates.containsKey(plate + vehicle)) {
          events.add(about(tick, ENDS.get(step.what() - 3), vehicle, plate));
        }
      } else {
        events.add(about(tick, PERMITS.get(step.what() - 6), vehicle, plate));
      }
    }
    return events;
  }

  private static Event about(long tick, EventType type, String vehicle, String plate) {
    return event(tick, type, "authority:police", "vehicle", vehicle, "plate", plate, "rule", "r");
  }

  private static PermitLedger ledger() {
    return new PermitLedger(TinyWorld.CLOCK, vehicle -> Optional.of("o" + vehicle));
  }

  /** The books after every event, told as the query tells them, by tick. */
  private static Map<Long, String> replay(List<Event> events, List<PermitRow> rows) {
    PermitLedger ledger = ledger();
    Map<Long, String> states = new TreeMap<>();
    Map<String, String> latest = new TreeMap<>();
    for (Event event : events) {
      List<PermitRow> changes = ledger.take(List.of(event));
      changes.forEach(
          row ->
              latest.put(
                  row.document().written() + " " + row.number() + " " + row.vehicle(),
                  row.state().written()));
      rows.addAll(changes);
      PlateCounts plates = ledger.plates();
      states.put(
          event.tick(),
          latest
              + String.format(
                  " %d %d %d %d %d",
                  plates.issued(),
                  plates.valid(),
                  plates.expired(),
                  plates.withdrawn(),
                  plates.returned()));
    }
    return states;
  }

  private static String asked(Statement statement, Path file, long tick) throws Exception {
    String time = TinyWorld.CLOCK.instantOf(tick).toString();
    String upTo =
        " FROM " + ParquetTable.quoted(file) + " WHERE time <= TIMESTAMPTZ '" + time + "'";
    Map<String, String> latest = new TreeMap<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT document || ' ' || number || ' ' || vehicle, arg_max(state, seq)"
                + upTo
                + " GROUP BY document, number, vehicle")) {
      while (rows.next()) {
        latest.put(rows.getString(1), rows.getString(2));
      }
    }
    try (ResultSet row =
        statement.executeQuery(
            "SELECT format('{} {} {} {} {}', count(*) FILTER (previous IS NULL),"
                + " count(*) FILTER (previous IS NULL) - count(*) FILTER (previous = 'valid'),"
                + " count(*) FILTER (state = 'expired'), count(*) FILTER (state = 'withdrawn'),"
                + " count(*) FILTER (state = 'returned'))"
                + upTo
                + " AND document = 'plate'")) {
      row.next();
      return latest + " " + row.getString(1);
    }
  }

  @Property(tries = 40)
  void theStateAtAnyInstantIsThatOfTheBooks(@ForAll("courses") List<Step> course) throws Exception {
    List<Event> events = events(course);
    List<PermitRow> rows = new ArrayList<>();
    Map<Long, String> states = replay(events, rows);
    Path folder = Files.createTempDirectory("permits");
    Path file = folder.resolve("it's.parquet");
    try (PermitWriter writer = new PermitWriter(file, folder.resolve("unfinished"))) {
      writer.write(rows);
    }
    if (rows.isEmpty()) {
      assertThat(folder).isEmptyDirectory();
    } else {
      assertThat(PermitReader.read(file)).isEqualTo(rows);
      assertThat(rows).isSortedAccordingTo(Comparator.comparingLong(PermitRow::tick));
      try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
          Statement statement = database.createStatement()) {
        for (Map.Entry<Long, String> state : states.entrySet()) {
          assertThat(asked(statement, file, state.getKey())).isEqualTo(state.getValue());
        }
      }
    }
    RunDirectory.delete(folder);
  }

  @TempDir Path temp;

  private Path written(String name, int count) throws IOException {
    Path file = temp.resolve(name);
    try (PermitWriter writer = new PermitWriter(file, temp.resolve("." + name))) {
      for (int i = 0; i < count; i++) {
        writer.write(
            List.of(
                new PermitRow(
                    i,
                    i,
                    TinyWorld.CLOCK.instantOf(i),
                    PermitRow.Document.PLATE,
                    "鄂A试" + i,
                    "v" + i % 3000,
                    i % 2 == 0 ? null : "pilot",
                    PermitRow.State.VALID,
                    null,
                    null,
                    Instant.EPOCH.plusSeconds(i),
                    null,
                    null)));
      }
    }
    return file;
  }

  @Test
  void manyRowsKeepTheirOrderAndGiveTheSameBytes() throws Exception {
    Path one = written("one.parquet", 20_000);
    assertThat(one).hasSameBinaryContentAs(written("two.parquet", 20_000));
    List<PermitRow> rows = PermitReader.read(one);
    assertThat(rows).hasSize(20_000);
    assertThat(rows.get(12_345).number()).isEqualTo("鄂A试12345");
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT string_agg(column_name || ' ' || column_type, ', ') FROM"
                    + " (DESCRIBE SELECT * FROM "
                    + ParquetTable.quoted(one)
                    + ")")) {
      result.next();
      assertThat(result.getString(1))
          .isEqualTo(
              "seq BIGINT, tick BIGINT, time TIMESTAMP WITH TIME ZONE, document VARCHAR,"
                  + " number VARCHAR, vehicle VARCHAR, operator VARCHAR, state VARCHAR,"
                  + " previous VARCHAR, valid_from TIMESTAMP WITH TIME ZONE,"
                  + " valid_until TIMESTAMP WITH TIME ZONE, rule VARCHAR, detail VARCHAR");
    }
  }

  @Test
  void anotherFileIsNotRead() throws Exception {
    Path file = Files.writeString(temp.resolve("permits.parquet"), "no parquet at all");
    assertThatThrownBy(() -> PermitReader.read(file)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> PermitReader.read(temp.resolve("none")))
        .isInstanceOf(IOException.class);
  }
}
