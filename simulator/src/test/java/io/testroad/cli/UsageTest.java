package io.testroad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsageTest {

  @Test
  void everyCommandHelpsWithAnExample() {
    List<List<String>> commands =
        List.of(
            List.of(),
            List.of("run"),
            List.of("validate"),
            List.of("ledger"),
            List.of("sql"),
            List.of("network"),
            List.of("network", "info"),
            List.of("network", "generate"),
            List.of("network", "generate", "grid"),
            List.of("network", "generate", "ring"),
            List.of("network", "generate", "corridor"),
            List.of("network", "generate", "district"));
    for (List<String> command : commands) {
      String[] args = new String[command.size() + 1];
      command.toArray(args);
      args[command.size()] = "--help";
      Terminal terminal = Terminal.run(args);
      assertThat(terminal.exitCode()).as(command.toString()).isZero();
      assertThat(terminal.err()).isEmpty();
      assertThat(terminal.out())
          .as(command.toString())
          .startsWith("Usage: testroad")
          .contains("Example", "  testroad ");
    }
  }

  @Test
  void versionNamesTheProgramAndJava() {
    Terminal terminal = Terminal.run("--version");
    assertThat(terminal.exitCode()).isZero();
    assertThat(terminal.out()).startsWith("testroad ").contains("(Java ");
  }

  @Test
  void unknownCommandSuggestsTheNearest() {
    assertThat(Terminal.run("rum", "x.yaml", "--seed", "3"))
        .isEqualTo(
            new Terminal(
                2,
                "",
                """
                testroad: There is no command 'rum'. Did you mean 'run'?
                Try 'testroad --help'.
                """));
  }

  @Test
  void allFaultsOfUsageAreReportedAtOnce() {
    assertThat(
            Terminal.run(
                "run",
                "a",
                "b",
                "--sed",
                "3",
                "--threads",
                "0",
                "--format",
                "xml",
                "--sampling",
                "5"))
        .isEqualTo(
            new Terminal(
                2,
                "",
                """
                testroad run: Invalid value for option '--threads': '0' is not a whole number from 1 to 1024.
                testroad run: Invalid value for option '--format': 'xml' is none of text, json.
                testroad run: Invalid value for option '--sampling': The duration '5' has no unit. Use one of ms, s, min, h, day, days.
                testroad run: 'b' is one argument too many.
                testroad run: There is no option '--sed'. Did you mean '--seed'?
                Try 'testroad run --help'.
                """));
  }

  @Test
  void missingParametersAreNamed() {
    assertThat(Terminal.run("run").err()).contains("Missing required parameter: 'FILE'.");
    assertThat(Terminal.run("validate").exitCode()).isEqualTo(2);
    assertThat(Terminal.run("network").err()).contains("Name one of: generate, info.");
  }

  @Test
  void languageComesFromTheEnvironment() {
    assertThat(Language.of(Map.of())).isEqualTo(Language.EN);
    assertThat(Language.of(Map.of("LANG", "zh_CN.UTF-8"))).isEqualTo(Language.ZH);
    assertThat(Language.of(Map.of("LC_ALL", "C", "LANG", "zh_CN.UTF-8"))).isEqualTo(Language.EN);
  }
}
