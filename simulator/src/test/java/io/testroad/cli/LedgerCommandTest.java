package io.testroad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerCommandTest {

  @TempDir Path folder;

  private String run = "";

  @BeforeEach
  void run() throws Exception {
    run = PapersRun.in(folder.resolve("run")).toString();
  }

  private String ledger(String... options) {
    Terminal told =
        Terminal.run(
            Stream.concat(Stream.of("ledger", run, "--lang", "en"), Stream.of(options))
                .toArray(String[]::new));
    assertThat(told.err()).isEmpty();
    assertThat(told.exitCode()).isZero();
    return told.out();
  }

  @Test
  void theEndOfTheRunUnlessToldOtherwise() {
    assertThat(ledger())
        .isEqualTo(
            """
            Ledger of “Papers” at 2025-04-11 09:00:00
            Plates: 4 issued = 1 valid + 1 expired + 1 withdrawn + 1 returned
            Permits: 3 = 2 valid + 0 suspended + 1 withdrawn

            document  number   vehicle  operator  state      since                until                rule
            plate     A-1      pilot-1  pilot     returned   2025-02-20 09:00:00  2025-03-02 09:00:00
            plate     A-2      pilot-2  pilot     expired    2025-03-12 09:00:00  2025-03-12 09:00:00
            plate     B-1      pilot-1  pilot     valid      2025-02-20 09:00:00  2025-05-21 09:00:00
            plate     B-3      pilot-3  pilot     withdrawn  2025-03-03 09:00:00  2025-04-01 09:00:00  crash
            permit    pilot-1  pilot-1  pilot     valid      2025-01-01 09:00:00
            permit    pilot-2  pilot-2  pilot     valid      2025-01-01 09:00:00
            permit    pilot-3  pilot-3  pilot     withdrawn  2025-03-02 09:00:00                       crash
            """);
  }

  @Test
  void anInstantMayBeWrittenInThreeWays() {
    String plates = "Plates: 3 issued = 3 valid + 0 expired + 0 withdrawn + 0 returned";
    assertThat(ledger("--at", "2025-02-01T10:00:00+09:00"))
        .contains("at 2025-02-01 09:00:00", plates);
    assertThat(ledger("--at", "31 days")).contains("at 2025-02-01 09:00:00", plates);
    assertThat(ledger("--at", "1 month")).contains("at 2025-02-01 09:00:00", plates);
    assertThat(ledger("--at", "864000 s")).contains(plates);
    assertThat(ledger("--at", "863999 s")).contains("Plates: 2 issued = 2 valid");
  }

  @Test
  void aVehiclesHistoryIsTold() {
    assertThat(ledger("--vehicle", "pilot-3"))
        .isEqualTo(
            """
            Ledger of “Papers” at 2025-04-11 09:00:00
            Plates: 1 issued = 0 valid + 0 expired + 1 withdrawn + 0 returned
            Permits: 1 = 0 valid + 0 suspended + 1 withdrawn

              2025-01-11 09:00:00  Vehicle pilot-3 has the temporary plate B-3, from 2025-01-10 09:00:00, until 2025-04-01 09:00:00.
              2025-01-11 09:00:00  The permit of vehicle pilot-3 holds.
              2025-02-25 09:00:00  The permit of vehicle pilot-3 is suspended, until 2025-03-04 09:00:00 (rule speed).
              2025-03-02 09:00:00  The permit of vehicle pilot-3 is withdrawn (rule crash).
              2025-03-03 09:00:00  The temporary plate B-3 of vehicle pilot-3 is void (rule crash).
            """);
    assertThat(ledger("--plate", "A-1", "--at", "1 day"))
        .contains("Plates: 1 issued = 1 valid")
        .endsWith("Vehicle pilot-1 has the temporary plate A-1, until 2025-03-02 09:00:00.\n");
  }

  @Test
  void itSpeaksChinese() {
    Terminal told = Terminal.run("ledger", run, "--plate", "B-3", "--lang", "zh");
    assertThat(told.out())
        .isEqualTo(
            """
            “Papers”台账,截至 2025-04-11 09:00:00
            号牌:核发 1 = 有效 0 + 到期 0 + 作废 1 + 交回 0

              2025-01-11 09:00:00  车辆 pilot-3 持有临时行驶车号牌 B-3,自 2025-01-10 09:00:00 起,至 2025-04-01 09:00:00 止。
              2025-03-03 09:00:00  车辆 pilot-3 的临时行驶车号牌 B-3 作废(规则 crash)。
            """);
  }

  @Test
  void jsonAndCsvHoldTheSame() throws Exception {
    Path csv = folder.resolve("papers.csv");
    JsonNode told =
        new ObjectMapper()
            .readTree(
                ledger(
                    "--operator",
                    "pilot",
                    "--at",
                    "50 days",
                    "--format",
                    "json",
                    "--csv",
                    csv.toString()));
    assertThat(told.get("at").asText()).isEqualTo("2025-02-20T09:00:00.000+08:00");
    assertThat(told.get("plates").get("returned").asInt()).isEqualTo(1);
    assertThat(told.get("permits").get("valid").asInt()).isEqualTo(3);
    assertThat(told.get("states")).hasSize(7);
    assertThat(told.get("history").isNull()).isTrue();
    assertThat(Files.readAllLines(csv))
        .hasSize(8)
        .contains(
            "tick,time,document,number,vehicle,operator,state,previous,valid_from,valid_until,rule,"
                + "detail",
            "4320000,2025-02-20T09:00:00.000+08:00,plate,A-1,pilot-1,pilot,returned,valid,,"
                + "2025-03-02T09:00:00.000+08:00,,");
  }

  @Test
  void allThatIsWrongIsSaid() {
    Terminal told =
        Terminal.run(
            "ledger",
            run,
            "--at",
            "tomorrow",
            "--vehicle",
            "pilot-9",
            "--plate",
            "Z",
            "--csv",
            folder.resolve("no-folder/x.csv").toString());
    assertThat(told.exitCode()).isEqualTo(2);
    assertThat(told.out()).isEmpty();
    assertThat(told.err())
        .contains("--at: error [not-an-instant] 'tomorrow'", "for instance '30 days'")
        .contains("--vehicle: error [no-such-vehicle]", "Did you mean 'pilot-1'?")
        .contains("--plate: error [no-such-plate]")
        .contains("x.csv: error [output-unwritable]");
    assertThat(Terminal.run("ledger", run, "--at", "200 days").err())
        .contains(
            "[instant-outside-run]",
            "from 2025-01-01T09:00:00.000+08:00 until 2025-04-11T09:00:00.000+08:00");
    Terminal json = Terminal.run("ledger", folder.toString(), "--format", "json");
    assertThat(json.exitCode()).isEqualTo(2);
    assertThat(json.out()).contains("not-a-run-directory");
  }

  @Test
  void aRunWithoutPapersHasAnEmptyLedgerAKilledOneHasNone() throws Exception {
    Path quiet = PapersRun.without(folder.resolve("quiet"));
    Terminal told = Terminal.run("ledger", quiet.toString(), "--lang", "en");
    assertThat(told.exitCode()).isZero();
    assertThat(told.out()).contains("0 issued = 0 valid").contains("Nothing had happened");
    Files.delete(quiet.resolve("metrics.json"));
    Terminal killed = Terminal.run("ledger", quiet.toString());
    assertThat(killed.exitCode()).isEqualTo(2);
    assertThat(killed.err()).contains("[no-ledger]");
  }

  @Test
  void aDamagedLedgerIsAFinding() throws Exception {
    Files.writeString(Path.of(run, "permits.parquet"), "no parquet");
    Terminal told = Terminal.run("ledger", run);
    assertThat(told.exitCode()).isEqualTo(2);
    assertThat(told.err()).contains("[ledger-unreadable]");
  }
}
