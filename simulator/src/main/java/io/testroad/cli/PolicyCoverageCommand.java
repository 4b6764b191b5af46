package io.testroad.cli;

import io.testroad.actors.ActorRuntime;
import io.testroad.actors.RunObserver;
import io.testroad.actors.RunOptions;
import io.testroad.actors.RunStatus;
import io.testroad.actors.Simulation;
import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.policy.Policy;
import io.testroad.policy.Rule;
import io.testroad.record.EventLogReader;
import io.testroad.record.RunDirectory;
import io.testroad.scenario.Scenario;
import io.testroad.scenario.ScenarioReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code policy coverage}. */
@Command(
    name = "coverage",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs scenarios and tells which rules they exercise: how often each was kept and how often"
          + " broken. A rule is covered when both happened. A rule that a pack puts in the place of"
          + " an inherited one counts by itself.",
      "Exits with 0; with 1 when --require-all or --min asks for more; with 2 when something can't"
          + " be read, and then nothing is run. Nothing is written."
    },
    footer = {
      "",
      "Examples:",
      "  testroad policy coverage",
      "  testroad policy coverage scenarios/quickstart.yaml runs/quickstart-1 --lang zh",
      "  testroad policy coverage scenarios/rules --require-all --format json"
    })
final class PolicyCoverageCommand implements Callable<Integer> {

  private static final Path SCENARIOS = Path.of("scenarios", "rules");
  private static final int DEEPEST = 8;
  private static final int LOOK_AT_BYTES = 1 << 16;
  private static final Pattern SCENARIO_KEY =
      Pattern.compile("^\\s*[{]?\\s*\"?testroad\"?\\s*:", Pattern.MULTILINE);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description =
          "Scenarios, folders that are searched for scenarios, or directories of finished runs;"
              + " scenarios/rules unless told.")
  private List<Path> paths = List.of();

  @Option(
      names = "--packs",
      paramLabel = "DIR|FILE",
      arity = "1..*",
      description = "The packs whose rules are to be covered; scenarios/policies unless told.")
  private List<Path> packs = List.of();

  @Option(names = "--require-all", description = "Exit with 1 when a rule is not covered.")
  private boolean requireAll;

  @Option(
      names = "--min",
      paramLabel = "PERCENT",
      converter = Values.Percent.class,
      description = "Exit with 1 when fewer rules are covered.")
  private double min;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = Values.Threads.class,
      description = "Threads of each run; as many as cores unless told.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Mixin private Telling telling = new Telling();

  /** What {@code --format json} prints. */
  record Coverage(
      int rules,
      int kept,
      int broken,
      int covered,
      double percent,
      int scenarios,
      int runs,
      long otherRulings,
      List<RuleCount> uncovered,
      List<RuleCount> byRule) {}

  /** A rule with how often it was kept and broken. */
  record RuleCount(String pack, String rule, String on, long kept, long broken) {
    boolean covered() {
      return kept > 0 && broken > 0;
    }
  }

  /** What is counted: scenarios to be run, and runs. */
  private record Sources(Map<Path, Scenario> scenarios, List<RunDirectory> runs) {}

  @Override
  public Integer call() {
    Findings findings = new Findings();
    Map<Path, Policy> policies = PackFiles.read(PackFiles.list(packs, findings), findings);
    Sources sources = sources(findings);
    if (findings.hasErrors()) {
      return Refused.print(spec, telling.json(), findings);
    }
    RuleTally tally = new RuleTally();
    for (RunDirectory run : sources.runs()) {
      EventLogReader.read(run.events(), logged -> tally.add(logged.event()), findings);
    }
    if (findings.hasErrors()) {
      return Refused.print(spec, telling.json(), findings);
    }
    if (!telling.json()) {
      Printer.print(findings, spec.commandLine().getErr());
    }
    if (!run(sources.scenarios(), tally)) {
      return ExitCode.INTERRUPTED;
    }
    Coverage coverage = coverage(PackFiles.rules(policies.values()), tally, sources);
    if (telling.json()) {
      Printer.printJson(coverage, spec.commandLine().getOut());
    } else {
      print(coverage);
    }
    boolean tooFew = (requireAll && !coverage.uncovered().isEmpty()) || coverage.percent() < min;
    return tooFew ? ExitCode.EXPECTATION_FAILED : ExitCode.OK;
  }

  private Sources sources(Findings findings) {
    Map<Path, Scenario> scenarios = new TreeMap<>();
    List<RunDirectory> runs = new ArrayList<>();
    for (Path path : paths.isEmpty() ? List.of(SCENARIOS) : paths) {
      if (Files.isRegularFile(path.resolve("manifest.json"))) {
        RunDirectory.open(path, findings).ifPresent(runs::add);
        continue;
      }
      for (Path file : files(path, findings)) {
        ScenarioReader.read(file, List.of(), OptionalLong.empty(), findings)
            .ifPresent(scenario -> scenarios.put(file, scenario));
      }
    }
    return new Sources(scenarios, runs);
  }

  private List<Path> files(Path path, Findings findings) {
    Position position = Position.of(path.toString());
    if (!Files.exists(path)) {
      findings.error(
          "missing-file",
          position,
          "There is no such file or folder.",
          paths.isEmpty() ? "Name scenarios, folders of scenarios, or runs." : "");
      return List.of();
    }
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> tree = Files.walk(path, DEEPEST)) {
      List<Path> found = tree.filter(PolicyCoverageCommand::isScenario).sorted().toList();
      if (found.isEmpty()) {
        findings.error(
            "no-scenarios",
            position,
            "There is no scenario in the folder.",
            "Scenarios are YAML files with the key 'testroad'.");
      }
      return found;
    } catch (IOException | java.io.UncheckedIOException e) {
      findings.error("unreadable", position, "The folder can't be read.", "");
      return List.of();
    }
  }

  private static boolean isScenario(Path file) {
    String name = file.toString();
    boolean resolved = name.endsWith("scenario.resolved.yaml"); // belongs to a run
    if (resolved || !(name.endsWith(".yaml") || name.endsWith(".yml"))) {
      return false;
    }
    try (java.io.InputStream in = Files.newInputStream(file)) {
      String beginning =
          new String(in.readNBytes(LOOK_AT_BYTES), java.nio.charset.StandardCharsets.UTF_8);
      return SCENARIO_KEY.matcher(beginning).find();
    } catch (IOException e) {
      return false;
    }
  }

  /** Runs scenarios one after another; false when it was interrupted. */
  private boolean run(Map<Path, Scenario> scenarios, RuleTally tally) {
    int done = 0;
    try (TaskProgress progress = TaskProgress.of(telling.words().say("coverage.task"));
        Interruption interruption = new Interruption()) {
      for (Scenario scenario : scenarios.values()) {
        double begun = (double) done / scenarios.size();
        double each = 1.0 / scenarios.size();
        RunObserver observer =
            (tick, vehicles) ->
                progress.accept(
                    begun + each * Math.min(1, tick / (double) Math.max(1, scenario.lastTick())));
        RunOptions options = new RunOptions(threads, Duration.ZERO);
        try (Simulation simulation =
            Simulation.start(ActorRuntime.starting(threads), scenario, options, tally, observer)) {
          interruption.handle(simulation::interrupt, () -> {});
          if (simulation.await() != RunStatus.COMPLETED) {
            return false;
          }
        }
        done++;
      }
    }
    return true;
  }

  private static Coverage coverage(
      Map<PackFiles.RuleKey, Rule> rules, RuleTally tally, Sources sources) {
    List<RuleCount> all = new ArrayList<>();
    SortedMap<PackFiles.RuleKey, RuleTally.Count> counts = new TreeMap<>(tally.counts());
    rules.forEach(
        (key, rule) -> {
          RuleTally.Count count =
              Optional.ofNullable(counts.remove(key)).orElse(RuleTally.Count.NONE);
          all.add(
              new RuleCount(
                  key.pack(), key.rule(), rule.on().written(), count.kept(), count.broken()));
        });
    long others = counts.values().stream().mapToLong(count -> count.kept() + count.broken()).sum();
    int covered = (int) all.stream().filter(RuleCount::covered).count();
    double percent = all.isEmpty() ? 100 : Math.floor(1000.0 * covered / all.size()) / 10;
    return new Coverage(
        all.size(),
        (int) all.stream().filter(count -> count.kept() > 0).count(),
        (int) all.stream().filter(count -> count.broken() > 0).count(),
        covered,
        percent,
        sources.scenarios().size(),
        sources.runs().size(),
        others,
        all.stream().filter(count -> !count.covered()).toList(),
        all);
  }

  private void print(Coverage coverage) {
    PrintWriter out = spec.commandLine().getOut();
    Words words = telling.words();
    Columns columns = new Columns();
    columns.row(
        " ",
        words.say("head.pack"),
        words.say("head.rule"),
        words.say("head.moment"),
        words.say("head.kept"),
        words.say("head.broken"));
    for (RuleCount count : coverage.byRule()) {
      columns.row(
          count.covered() ? " " : "!",
          count.pack(),
          count.rule(),
          count.on(),
          Long.toString(count.kept()),
          Long.toString(count.broken()));
    }
    columns.lines().forEach(out::println);
    out.println(words.say("coverage.ran", coverage.scenarios(), coverage.runs()));
    if (coverage.otherRulings() > 0) {
      out.println(words.say("coverage.others", coverage.otherRulings()));
    }
    out.println(
        words.say(
            "coverage.summary",
            coverage.covered(),
            coverage.rules(),
            Double.toString(coverage.percent()),
            coverage.kept(),
            coverage.broken()));
    if (coverage.percent() < min) {
      out.println(
          words.say("coverage.too-few", Double.toString(coverage.percent()), Double.toString(min)));
    }
  }
}
