package io.testroad.cli;

import io.testroad.finding.Findings;
import io.testroad.record.RunDatabase;
import io.testroad.record.RunDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code sql}. */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Asks runs in SQL (DuckDB's): views events, permits, trajectories, metrics, incidents, scenes."
          + " Nothing is changed and no other file is read.",
      "Without a query it lists the views with their columns and examples. With several runs each"
          + " view has a first column 'run'."
    },
    footer = {
      "",
      "Examples:",
      "  testroad sql runs/quickstart-1",
      "  testroad sql runs/quickstart-1 \"SELECT type, count(*) AS n FROM events GROUP BY type\"",
      "  testroad sql runs/a-1 runs/a-2 \"SELECT run, value FROM metrics WHERE name ="
          + " 'permits.plates.issued'\"",
      "  testroad sql runs/a-1 \"FROM permits WHERE vehicle = 'pilot-1'\" --format csv"
    })
final class SqlCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "RUN… [QUERY]",
      arity = "1..*",
      description = "Run directories, then the query.")
  private List<String> words = List.of();

  @Option(
      names = "--limit",
      paramLabel = "N",
      converter = Values.Rows.class,
      defaultValue = "1000",
      description = "How many rows are printed at most; ${DEFAULT-VALUE} unless told.")
  private int limit = 1000;

  @Option(
      names = "--format",
      paramLabel = "text|json|csv",
      converter = Values.TableFormatValue.class,
      defaultValue = "text",
      description = "How to print; text unless told.")
  private TableFormat format = TableFormat.TEXT;

  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      converter = Values.LanguageValue.class,
      description = "Language of what isn't data; from LC_ALL, LC_MESSAGES or LANG unless told.")
  private Language language = Language.of(System.getenv());

  @Override
  public Integer call() throws IOException {
    Findings findings = new Findings();
    String query = query();
    List<String> named = query == null ? words : words.subList(0, words.size() - 1);
    List<RunDirectory> runs = runs(named, findings);
    if (findings.hasErrors()) {
      return refuse(findings);
    }
    Optional<RunDatabase> opened = RunDatabase.open(runs, findings);
    if (opened.isEmpty()) {
      return refuse(findings);
    }
    try (RunDatabase database = opened.get()) {
      SqlOutput output = new SqlOutput(format, Words.of(language), out(), err());
      if (query == null) {
        output.views(database.views());
        return ExitCode.OK;
      }
      Optional<RunDatabase.Answer> answer = database.query(query, limit, findings);
      if (answer.isEmpty()) {
        return refuse(findings);
      }
      output.answer(answer.get());
      return ExitCode.OK;
    }
  }

  /** The last word, when it is no path and reads like a sentence; runs stand before it. */
  private @Nullable String query() {
    String last = words.get(words.size() - 1);
    boolean sentence = last.isBlank() || last.strip().matches("(?s).*[\\s;(].*");
    return words.size() > 1 && sentence && !exists(last) ? last : null;
  }

  private static boolean exists(String path) {
    try {
      return Files.exists(Path.of(path));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static List<RunDirectory> runs(List<String> named, Findings findings) {
    List<RunDirectory> runs = new ArrayList<>();
    for (String name : named) {
      RunInput.open(name, findings).ifPresent(runs::add);
    }
    return runs;
  }

  private int refuse(Findings findings) {
    return Printer.refuse(findings, format == TableFormat.JSON, out(), err());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
