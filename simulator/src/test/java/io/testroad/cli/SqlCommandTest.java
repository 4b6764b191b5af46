package io.testroad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlCommandTest {

  @TempDir Path folder;

  private String run = "";

  @BeforeEach
  void run() throws Exception {
    // Brackets and stars are part of the name, not a pattern.
    run = PapersRun.in(folder.resolve("it's [1] *")).toString();
  }

  private static String answer(String... words) {
    Terminal told =
        Terminal.run(
            Stream.concat(Stream.of("sql", "--lang", "en"), Stream.of(words))
                .toArray(String[]::new));
    assertThat(told.err()).isEmpty();
    assertThat(told.exitCode()).isZero();
    return told.out();
  }

  @Test
  void aTableStandsInColumns() {
    assertThat(
            answer(
                run,
                "SELECT number, state, tick, '北京' AS city FROM permits WHERE document = 'plate'"
                    + " AND vehicle = 'pilot-1' ORDER BY seq"))
        .isEqualTo(
            """
            number  state        tick  city
            A-1     valid           0  北京
            A-1     returned  4320000  北京
            B-1     valid     4320000  北京
            3 rows.
            """);
    assertThat(answer(run, "FROM events WHERE false")).endsWith("No row.\n");
  }

  @Test
  void eventsCarryTimesNamesAndTheRestAsJson() throws Exception {
    JsonNode told =
        new ObjectMapper()
            .readTree(
                answer(
                    run,
                    "--format",
                    "json",
                    "SELECT time, type, vehicle, rule, attributes->>'until' AS until,"
                        + " date_trunc('day', time) AS day FROM events WHERE rule = 'speed'"));
    assertThat(told.get("cut").asBoolean()).isFalse();
    assertThat(told.get("columns").get(0).get("type").asText())
        .isEqualTo("TIMESTAMP WITH TIME ZONE");
    assertThat(told.get("rows")).hasSize(1);
    JsonNode row = told.get("rows").get(0);
    assertThat(row.get("time").asText()).isEqualTo("2025-02-25T09:00:00.000+08:00");
    assertThat(row.get("day").asText()).isEqualTo("2025-02-25T00:00:00.000+08:00");
    assertThat(row.get("type").asText()).isEqualTo("permit-suspended");
    assertThat(row.get("until").asText()).isEqualTo("2025-03-04T09:00:00.000+08:00");
  }

  @Test
  void severalRunsHaveAColumnOfTheirNames() throws Exception {
    String other = PapersRun.without(folder.resolve("other")).toString();
    assertThat(
            answer(
                run,
                other,
                "SELECT value FROM metrics WHERE name = 'permits.plates.issued' ORDER BY run",
                "--format",
                "csv"))
        .isEqualTo("value\n4.0\n0.0\n");
    assertThat(answer(run, other, "SELECT DISTINCT run FROM permits", "--format", "csv"))
        .isEqualTo("run\n" + run + "\n");
  }

  @Test
  void moreRowsThanAllowedAreCutAndThatIsSaid() {
    Terminal told =
        Terminal.run("sql", run, "FROM permits", "--limit", "2", "--format", "csv", "--lang", "en");
    assertThat(told.exitCode()).isZero();
    assertThat(told.out().lines()).hasSize(3);
    assertThat(told.err()).isEqualTo("Only the first 2 rows are printed; --limit allows more.\n");
  }

  @Test
  void withoutAQueryTheViewsAreListed() {
    assertThat(answer(run))
        .contains("events: every event", "permits: every change", "metrics: the run in figures")
        .contains(
            "incidents: every incident", "scenes: every scene", "  delay_vehicle_hours  DOUBLE")
        .contains("  valid_until  TIMESTAMP WITH TIME ZONE", "Queries, for instance:")
        .doesNotContain("trajectories");
    for (String line : answer(run).lines().filter(text -> text.startsWith("  SELECT")).toList()) {
      assertThat(answer(run, line)).doesNotContain("No row");
    }
    assertThat(Terminal.run("sql", run, "--lang", "zh").out()).contains("运行指标");
  }

  @Test
  void aFaultyQueryIsAFindingWithItsPlace() {
    Map<String, String> faults = new HashMap<>();
    faults.put("SELECT * FORM events", "query:1:15: error [faulty-query] Parser Error: syntax");
    faults.put("SELECT\n  nope FROM events", "query:2:3: error [faulty-query] Binder Error: ");
    faults.put("SELECT * FROM event", "query:1:15: error [faulty-query] Catalog Error: ");
    faults.put("SELECT CAST(type AS INT) FROM events", "error [faulty-query] Conversion Error: ");
    faults.put(" ", "error [not-a-select]");
    faults.forEach(
        (query, fault) -> {
          Terminal told = Terminal.run("sql", run, query);
          assertThat(told.exitCode()).as(query).isEqualTo(2);
          assertThat(told.out()).as(query).isEmpty();
          assertThat(told.err()).contains(fault);
        });
    assertThat(Terminal.run("sql", folder.resolve("none").toString(), "SELECT 1").err())
        .contains("[not-a-run-directory]");
    assertThat(Terminal.run("sql", run, "selec").err()).contains("[not-a-run-directory]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY (SELECT 1) TO 'OUT'",
        "COPY (SELECT 1) TO 'EVENTS' (use_tmp_file false)",
        "SELECT 1; COPY (SELECT 1) TO 'EVENTS' (use_tmp_file false)",
        "EXPLAIN ANALYZE COPY (SELECT 1) TO 'EVENTS' (use_tmp_file false)",
        "SELECT * FROM query('COPY (SELECT 1) TO ''EVENTS'' (use_tmp_file false)')",
        "WITH a AS (COPY (SELECT 1) TO 'EVENTS') SELECT * FROM a",
        "EXPORT DATABASE 'OUT'",
        "ATTACH 'OUT' AS other",
        "CREATE TABLE t AS SELECT 1",
        "DROP VIEW events",
        "INSERT INTO metrics VALUES ('a', 1, 'a')",
        "SET enable_external_access = true",
        "PRAGMA enable_profiling",
        "INSTALL httpfs",
        "LOAD 'OUT'",
        "CALL pragma_version()",
        "SELECT * FROM 'SECRET'",
        "SELECT * FROM read_text('SECRET')",
        "SELECT * FROM read_csv('SECRET')",
        "SELECT * FROM read_text('RUN/../secret.csv')",
        "SELECT * FROM read_text('RUN/manifest.json')",
        "SELECT * FROM read_text('RUN/*')",
        "SELECT * FROM glob('/*')",
        "SELECT * FROM read_csv('https://example.com/a.csv')",
        "SELECT * FROM sniff_csv('SECRET')",
        "SELECT getenv('HOME')",
      })
  void nothingIsWrittenAndNoOtherFileRead(String query) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.csv"), "word\nswordfish\n");
    Path out = folder.resolve("out");
    Path events = Path.of(run, "events.jsonl");
    byte[] before = Files.readAllBytes(events);
    List<String> files = names(folder);
    Terminal told =
        Terminal.run(
            "sql",
            run,
            query
                .replace("OUT", quoted(out))
                .replace("EVENTS", quoted(events))
                .replace("SECRET", quoted(secret))
                .replace("RUN", run.replace("'", "''")));
    assertThat(told.exitCode()).isEqualTo(2);
    assertThat(told.out()).isEmpty();
    assertThat(told.err()).contains("query").doesNotContain("swordfish", "our fault");
    assertThat(Files.readAllBytes(events)).isEqualTo(before);
    assertThat(names(folder)).isEqualTo(files);
  }

  private static String quoted(Path path) throws Exception {
    Path folder = path.getParent().toRealPath();
    return folder.resolve(path.getFileName()).toString().replace("'", "''");
  }

  private static List<String> names(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).sorted().toList();
    }
  }
}
