package io.testroad.cli;

import io.testroad.finding.Findings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code explain}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Tells why things happened in a finished run: what a vehicle or an incident went through, who"
          + " kept and broke a rule, which rulings led to an event, which facts they saw, and what"
          + " would have changed them.",
      "What would have changed a ruling is computed from the rule's expression and tried on the"
          + " recorded facts."
    },
    footer = {
      "",
      "Examples:",
      "  testroad explain runs/quickstart-1",
      "  testroad explain runs/quickstart-1 pilot-2 --lang zh",
      "  testroad explain runs/quickstart-1 violations-suspend",
      "  testroad explain runs/quickstart-1 incident:1",
      "  testroad explain runs/quickstart-1 scene:1",
      "  testroad explain runs/quickstart-1 '#123' --format json"
    })
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "RUN", description = "The run directory.")
  private Path directory = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ENTITY|EVENT",
      description =
          "A vehicle, rule, operator, authority, incident or scene by its name, or kind:name; or a"
              + " line of events.jsonl as '#123' or event:123. Without it: an overview.")
  private @Nullable String entity;

  @Option(
      names = "--policy",
      paramLabel = "PACK",
      description = "The run's policy pack, when it is no longer where the run found it.")
  private @Nullable Path pack;

  @Option(names = "--all", description = "Long lists to their end.")
  private boolean all;

  @Mixin private Telling telling = new Telling();

  @Override
  public Integer call() {
    Findings findings = new Findings();
    Optional<RunLog> run = RunLog.open(directory, pack, findings);
    if (run.isEmpty()) {
      return Refused.print(spec, telling.json(), findings);
    }
    Explainer explainer = new Explainer(run.get(), telling.language(), all, findings);
    Optional<Account> account = explainer.tell(entity == null ? "" : entity.strip());
    if (account.isEmpty()) {
      return Refused.print(spec, telling.json(), findings);
    }
    if (telling.json()) {
      Printer.printJson(account.get(), spec.commandLine().getOut());
    } else {
      Printer.print(findings, spec.commandLine().getErr());
      print(account.get(), spec.commandLine().getOut());
    }
    return ExitCode.OK;
  }

  private void print(Account account, PrintWriter out) {
    Words words = telling.words();
    out.println(account.title());
    account.notes().forEach(note -> out.println("! " + note));
    for (Account.Section section : account.sections()) {
      out.println();
      out.println(section.title());
      for (Account.Item item : section.items()) {
        out.println("  " + item.sentence());
        item.further().forEach(line -> out.println("      " + line));
      }
      if (section.left() > 0) {
        out.println("  " + words.say("explain.more", section.left()));
      }
    }
    out.flush();
  }
}
