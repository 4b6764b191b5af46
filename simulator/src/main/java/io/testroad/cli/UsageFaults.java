package io.testroad.cli;

import io.testroad.finding.Findings;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports all faults of a command's usage at once, each with the nearest thing that is known. */
final class UsageFaults {

  private UsageFaults() {}

  /** Runs the command when its usage is right; otherwise reports what is wrong. */
  static int check(ParseResult parsed) {
    Integer help = CommandLine.executeHelpRequest(parsed);
    if (help != null) {
      return help;
    }
    ParseResult last = parsed;
    Set<String> faults = new LinkedHashSet<>(faultsOf(parsed));
    while (last.hasSubcommand()) {
      last = last.subcommand();
      faults.addAll(faultsOf(last));
    }
    CommandLine command = last.commandSpec().commandLine();
    if (faults.isEmpty() && !(command.getCommand() instanceof Callable)) {
      faults.add(
          "Nothing to do. Name one of: "
              + String.join(", ", new TreeSet<>(command.getSubcommands().keySet()))
              + ".");
    }
    return faults.isEmpty() ? new CommandLine.RunLast().execute(parsed) : print(command, faults);
  }

  /** Reports a fault that picocli could not collect. */
  static int report(ParameterException fault) {
    return print(fault.getCommandLine(), List.of(sentence(String.valueOf(fault.getMessage()))));
  }

  /** Prints faults of a command that is otherwise well used. */
  static int print(CommandLine command, Collection<String> faults) {
    String name = command.getCommandSpec().qualifiedName();
    PrintWriter err = command.getErr();
    faults.forEach(fault -> err.println(name + ": " + fault));
    err.println("Try '" + name + " --help'.");
    return ExitCode.BAD_INPUT;
  }

  private static List<String> faultsOf(ParseResult parsed) {
    List<String> faults = new ArrayList<>();
    for (Exception error : parsed.errors()) {
      if (error instanceof UnmatchedArgumentException unmatched) {
        faults.addAll(unknown(unmatched));
      } else {
        faults.add(sentence(String.valueOf(error.getMessage())));
      }
    }
    return faults;
  }

  private static List<String> unknown(UnmatchedArgumentException error) {
    CommandLine command = error.getCommandLine();
    List<String> words = error.getUnmatched();
    if (!command.getSubcommands().isEmpty() && !words.get(0).startsWith("-")) {
      return List.of(unknown("command", words.get(0), command.getSubcommands().keySet()));
    }
    List<String> faults = new ArrayList<>();
    boolean afterOption = false;
    for (String word : words) {
      boolean option = word.startsWith("-");
      if (option) {
        String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        faults.add(unknown("option", name, command.getCommandSpec().optionsMap().keySet()));
      } else if (!afterOption) {
        faults.add("'" + word + "' is one argument too many.");
      }
      afterOption = option;
    }
    return faults;
  }

  private static String unknown(String kind, String word, Collection<String> known) {
    String fault = "There is no " + kind + " '" + word + "'.";
    return Findings.nearest(word, known)
        .map(nearest -> fault + " Did you mean '" + nearest + "'?")
        .orElse(
            kind.equals("command")
                ? fault + " Known are " + String.join(", ", new TreeSet<>(known)) + "."
                : fault);
  }

  private static String sentence(String message) {
    return message.endsWith(".") ? message : message + ".";
  }
}
