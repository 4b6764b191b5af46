package io.testroad.cli;

import io.testroad.finding.Findings;
import io.testroad.record.PermitHistory;
import io.testroad.record.PermitRow;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code ledger}. */
@Command(
    name = "ledger",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Says what state every plate and permit of a run was in at an instant, and how many: issued"
          + " = valid + expired + withdrawn + returned.",
      "With --plate or --vehicle it tells the whole history until then."
    },
    footer = {
      "",
      "Examples:",
      "  testroad ledger runs/six-months-of-permits-1",
      "  testroad ledger runs/six-months-of-permits-1 --at '30 days' --lang zh",
      "  testroad ledger runs/six-months-of-permits-1 --at 2025-07-08T09:30:00+08:00",
      "  testroad ledger runs/six-months-of-permits-1 --vehicle pilot-2",
      "  testroad ledger runs/six-months-of-permits-1 --operator pilot --csv pilot.csv"
    })
final class LedgerCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "RUN", description = "The run directory.")
  private String run = "";

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description =
          "A date and time with its offset, or the time since the start, for instance '30 days';"
              + " the end of the run unless told.")
  private @Nullable String at;

  @Option(names = "--plate", paramLabel = "NUMBER", description = "Only the plate of that number.")
  private @Nullable String plate;

  @Option(names = "--vehicle", paramLabel = "NAME", description = "Only that vehicle's papers.")
  private @Nullable String vehicle;

  @Option(
      names = "--operator",
      paramLabel = "NAME",
      description = "Only papers of that operator and its vehicles.")
  private @Nullable String operator;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Also write what is listed as comma-separated values.")
  private @Nullable Path csv;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      converter = Values.FormatValue.class,
      defaultValue = "text",
      description = "How to print; text unless told.")
  private Format format = Format.TEXT;

  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      converter = Values.LanguageValue.class,
      description = "Language of the text; from LC_ALL, LC_MESSAGES or LANG unless told.")
  private Language language = Language.of(System.getenv());

  @Override
  public Integer call() throws IOException {
    Findings findings = new Findings();
    if (csv != null) {
      OutputFile.check(csv, findings);
    }
    Optional<LedgerInput> read = LedgerInput.read(run, findings);
    if (read.isEmpty()) {
      return refuse(findings);
    }
    LedgerInput ledger = read.get();
    LedgerSelection selection = new LedgerSelection(plate, vehicle, operator);
    Optional<Instant> instant = ledger.instant(at, findings);
    PermitHistory concerned = selection.of(ledger.history(), findings);
    if (instant.isEmpty() || findings.hasErrors()) {
      return refuse(findings);
    }
    PermitHistory history = concerned.until(instant.get());
    List<PermitRow> listed = selection.wantsHistory() ? history.rows() : history.states();
    if (csv != null) {
      writeCsv(csv, listed, ledger.clock().offset());
    }
    if (format == Format.JSON) {
      Printer.printJson(
          LedgerReport.of(ledger, instant.get(), history, selection.wantsHistory()), out());
    } else {
      LedgerText text = new LedgerText(Words.of(language), ledger, out());
      text.head(instant.get(), history);
      if (selection.wantsHistory()) {
        text.history(listed);
      } else {
        text.states(listed);
      }
    }
    out().flush();
    return ExitCode.OK;
  }

  private static void writeCsv(Path file, List<PermitRow> rows, ZoneOffset offset)
      throws IOException {
    StringBuilder text =
        new StringBuilder(
            "tick,time,document,number,vehicle,operator,state,previous,valid_from,valid_until,rule,"
                + "detail\n");
    for (PermitRow row : rows) {
      LedgerReport.Entry entry = LedgerReport.Entry.of(row, offset);
      text.append(
          CsvText.line(
              Arrays.asList(
                  entry.tick(),
                  entry.time(),
                  entry.document(),
                  entry.number(),
                  entry.vehicle(),
                  entry.operator(),
                  entry.state(),
                  entry.previous(),
                  entry.validFrom(),
                  entry.validUntil(),
                  entry.rule(),
                  entry.detail())));
    }
    Files.writeString(file, text);
  }

  private int refuse(Findings findings) {
    return Printer.refuse(findings, format == Format.JSON, out(), err());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
