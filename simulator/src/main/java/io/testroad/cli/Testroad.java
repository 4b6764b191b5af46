package io.testroad.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;

/** The command {@code testroad}, which holds all others. */
@Command(
    name = "testroad",
    mixinStandardHelpOptions = true,
    versionProvider = Testroad.Version.class,
    description =
        "Simulates what happens on public roads that are open to intelligent connected vehicles.",
    subcommands = {
      RunCommand.class,
      ValidateCommand.class,
      LedgerCommand.class,
      SqlCommand.class,
      ExplainCommand.class,
      PolicyCommand.class,
      NetworkCommand.class,
      DemandCommand.class,
      BenchCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  testroad run scenarios/quickstart.yaml",
      "  testroad validate scenarios/*.yaml scenarios/policies/*.yaml",
      "  testroad ledger runs/six-months-of-permits-1 --at '30 days'",
      "  testroad explain runs/quickstart-1 pilot-2",
      "  testroad policy list",
      "  testroad network info scenarios/networks/district.net.xml",
      "",
      "Exit codes: 0 all held, 1 an expectation failed, 2 bad input or usage,",
      "3 the program's own fault, 130 interrupted."
    })
final class Testroad {

  /** Carries out one command and returns its {@link ExitCode}; never throws, never exits. */
  static int execute(PrintWriter out, PrintWriter err, String... args) {
    CommandLine line = new CommandLine(new Testroad());
    line.setOut(out);
    line.setErr(err);
    line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    line.setExecutionStrategy(UsageFaults::check);
    line.setParameterExceptionHandler((fault, arguments) -> UsageFaults.report(fault));
    line.setExecutionExceptionHandler(
        (fault, command, parsed) -> OwnFault.report(fault, null, command.getErr()));
    collectErrors(line);
    return line.execute(args);
  }

  private static void collectErrors(CommandLine line) {
    line.getCommandSpec().parser().collectErrors(true);
    line.getSubcommands().values().forEach(Testroad::collectErrors);
  }

  /** The version the build wrote down. */
  static String version() {
    Properties properties = new Properties();
    try (InputStream in = Testroad.class.getResourceAsStream("version.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      // An unreadable resource leaves the version unknown.
      return "unknown";
    }
    return properties.getProperty("version", "unknown");
  }

  /** What {@code --version} prints. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "testroad " + version() + " (Java " + Runtime.version() + ")",
      };
    }
  }
}
