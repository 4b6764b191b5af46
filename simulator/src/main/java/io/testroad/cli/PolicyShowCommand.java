package io.testroad.cli;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.policy.Expression;
import io.testroad.policy.Fact;
import io.testroad.policy.GivenFacts;
import io.testroad.policy.Obligation;
import io.testroad.policy.PackChain;
import io.testroad.policy.PackFile;
import io.testroad.policy.Parameter;
import io.testroad.policy.Policy;
import io.testroad.policy.PolicyReader;
import io.testroad.policy.Rule;
import io.testroad.policy.Source;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code policy show}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Tells all about one rule, parameter, declared fact or obligation of a pack: title, source and"
          + " its grade, moment, what it demands of which facts, parameters, consequences, and the"
          + " pack that holds it.",
      "Without a name it tells about the pack: the packs it extends, its parameters, the facts it"
          + " declares, its obligations, its rules."
    },
    footer = {
      "",
      "Examples:",
      "  testroad policy show scenarios/policies/cn-wuhan.yaml",
      "  testroad policy show scenarios/policies/cn-wuhan.yaml demonstration-experience",
      "  testroad policy show scenarios/policies/cn-national.yaml plateMaxMonths --lang zh",
      "  testroad policy show scenarios/policies/cn-national.yaml given.canCompensate",
      "  testroad policy show scenarios/policies/cn-national.yaml periodic-report"
    })
final class PolicyShowCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "PACK", description = "The pack.")
  private Path file = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NAME",
      description =
          "A rule's id, or the name of a parameter, of a declared fact or of an obligation; the whole"
              + " pack unless told.")
  private @Nullable String name;

  @Mixin private Telling telling = new Telling();

  /** A pack in JSON. */
  record PackView(
      String id,
      String nameEn,
      String nameZh,
      List<FileEntry> chain,
      List<ParameterView> parameters,
      List<DeclaredView> facts,
      List<ObligationView> obligations,
      List<PolicyListCommand.RuleEntry> rules) {}

  /** A file of the pack in JSON. */
  record FileEntry(
      String id,
      String file,
      int parameters,
      int facts,
      int obligations,
      int rules,
      List<String> without) {}

  /** A source in JSON. */
  record SourceView(
      String instrument, String article, String grade, String gradeMeaning, String note) {
    static SourceView of(Source source) {
      return new SourceView(
          source.instrument(),
          source.article(),
          source.grade().written(),
          source.grade().meaning(),
          source.note());
    }
  }

  /** A parameter in JSON. */
  record ParameterView(
      String name,
      String type,
      Object value,
      String unit,
      String meaning,
      SourceView source,
      String pack,
      List<String> readBy) {}

  /** A declared fact in JSON. */
  record DeclaredView(
      String name,
      String type,
      @Nullable Object value,
      String unit,
      String meaning,
      List<String> values,
      String pack,
      List<String> readBy) {}

  /** An obligation in JSON. */
  record ObligationView(
      String name,
      String on,
      String onMeaning,
      @Nullable String applies,
      String by,
      String to,
      String within,
      boolean repeats,
      String pack,
      List<String> judgedBy,
      String position) {}

  /** A fact in JSON. */
  record FactView(String name, String unit, String meaning) {}

  /** A rule in JSON. */
  record RuleView(
      String id,
      String titleEn,
      String titleZh,
      SourceView source,
      String on,
      String onMeaning,
      @Nullable String applies,
      String require,
      List<FactView> facts,
      List<ParameterView> parameters,
      List<String> otherwise,
      String pack,
      String position) {}

  @Override
  public Integer call() {
    Findings findings = new Findings();
    Optional<Policy> policy = PolicyReader.read(file, findings);
    if (policy.isEmpty()) {
      return Refused.print(spec, telling.json(), findings);
    }
    View view = new View(policy.get(), PackChain.of(file));
    if (name == null) {
      view.pack();
      return ExitCode.OK;
    }
    Optional<Rule> rule = policy.get().findRule(name);
    Parameter parameter = policy.get().parameters().get(name.replaceFirst("^parameters\\.", ""));
    Optional<Fact> fact =
        Optional.ofNullable(policy.get().given().byName().get(name))
            .or(
                () ->
                    Optional.ofNullable(
                        policy.get().given().byName().get(GivenFacts.PREFIX + name)));
    Optional<Obligation> obligation = policy.get().findObligation(name);
    if (rule.isPresent()) {
      view.rule(rule.get());
    } else if (parameter != null) {
      view.parameter(parameter);
    } else if (obligation.isPresent()) {
      view.obligation(obligation.get());
    } else if (fact.isPresent()) {
      view.declared(fact.get());
    } else {
      Set<String> known = new TreeSet<>(policy.get().parameters().keySet());
      policy.get().rules().forEach(each -> known.add(each.id()));
      policy.get().obligations().forEach(each -> known.add(each.name()));
      known.addAll(policy.get().given().byName().keySet());
      findings.error(
          "unknown-rule",
          Position.of(file.toString()),
          "The pack has no rule, parameter, fact or obligation '" + name + "'.",
          Findings.nearest(name, known)
              .map(nearest -> "Did you mean '" + nearest + "'?")
              .orElse("'testroad policy show " + file + "' lists what it has."));
      return Refused.print(spec, telling.json(), findings);
    }
    return ExitCode.OK;
  }

  /** What is shown of one policy. */
  private final class View {
    private final Policy policy;
    private final List<PackFile> chain;
    private final RuleWords told;
    private final Words words;
    private final PrintWriter out = spec.commandLine().getOut();

    View(Policy policy, List<PackFile> chain) {
      this.policy = policy;
      this.chain = chain;
      told = new RuleWords(telling.language(), policy, ZoneOffset.ofHours(8));
      words = told.words();
    }

    private void row(String head, String text) {
      String label = words.say("head." + head);
      out.println("  " + label + " ".repeat(Math.max(1, 15 - Columns.width(label))) + text);
    }

    private void further(String text) {
      out.println(" ".repeat(17) + text);
    }

    private void rows(String head, List<String> texts) {
      for (int i = 0; i < texts.size(); i++) {
        if (i == 0) {
          row(head, texts.get(i));
        } else {
          further(texts.get(i));
        }
      }
    }

    void pack() {
      if (telling.json()) {
        Printer.printJson(
            new PackView(
                policy.id(),
                policy.name().en(),
                policy.name().zh(),
                chain.stream()
                    .map(
                        f ->
                            new FileEntry(
                                f.id(),
                                f.file().toString(),
                                f.parameters().size(),
                                f.facts().size(),
                                f.obligations().size(),
                                f.rules().size(),
                                f.without()))
                    .toList(),
                policy.parameters().values().stream().map(this::view).toList(),
                policy.given().byName().values().stream().map(this::view).toList(),
                policy.obligations().stream().map(this::view).toList(),
                policy.rules().stream().map(PolicyListCommand.RuleEntry::of).toList()),
            out);
        return;
      }
      out.println(policy.id() + ": " + policy.name().en() + " · " + policy.name().zh());
      rows(
          "extends",
          chain.stream().skip(1).map(pack -> pack.id() + " (" + pack.file() + ")").toList());
      chain.stream()
          .filter(pack -> !pack.without().isEmpty())
          .forEach(
              pack ->
                  further(
                      pack.id() + " " + words.say("policy.without", words.list(pack.without()))));
      out.println();
      out.println(words.say("head.parameters"));
      Columns parameters = new Columns();
      policy
          .parameters()
          .values()
          .forEach(
              p ->
                  parameters.row(
                      p.name(),
                      told.valueIn(p.value(), p.unit()),
                      p.source().grade().written(),
                      holder(p.name()),
                      p.meaning()));
      parameters.lines().forEach(line -> out.println("  " + line));
      facts();
      obligations();
      out.println();
      out.println(words.say("head.rules"));
      Columns rules = new Columns();
      policy
          .rules()
          .forEach(
              r ->
                  rules.row(
                      r.id(),
                      r.on().written(),
                      r.source().grade().written(),
                      r.pack(),
                      told.label(r.title())));
      rules.lines().forEach(line -> out.println("  " + line));
    }

    private void facts() {
      if (policy.given().byName().isEmpty()) {
        return;
      }
      out.println();
      out.println(words.say("head.declared"));
      Columns facts = new Columns();
      policy
          .given()
          .byName()
          .values()
          .forEach(
              fact ->
                  facts.row(
                      fact.name(), told.standing(fact), holder(fact), told.meaning(fact.name())));
      facts.lines().forEach(line -> out.println("  " + line));
    }

    private void obligations() {
      if (policy.obligations().isEmpty()) {
        return;
      }
      out.println();
      out.println(words.say("head.obligations"));
      Columns obligations = new Columns();
      policy
          .obligations()
          .forEach(each -> obligations.row(each.name(), each.pack(), told.obligation(each)));
      obligations.lines().forEach(line -> out.println("  " + line));
    }

    void declared(Fact fact) {
      if (telling.json()) {
        Printer.printJson(view(fact), out);
        return;
      }
      out.println(fact.name());
      row("meaning", told.meaning(fact.name()));
      row("type", words.say("type." + RuleWords.key(fact.type().name())));
      if (!fact.unit().isEmpty()) {
        row("unit", told.unitWord(fact.unit()));
      }
      if (!fact.values().isEmpty()) {
        row("values", words.list(told.values(fact)));
      }
      row("unless", told.standing(fact));
      List<String> readers = readers(fact);
      row("read-by", readers.isEmpty() ? words.say("policy.nobody") : words.list(readers));
      row("pack", holder(fact));
    }

    void obligation(Obligation obligation) {
      if (telling.json()) {
        Printer.printJson(view(obligation), out);
        return;
      }
      out.println(obligation.name());
      row("moment", words.say("policy.moment", obligation.on(), told.moment(obligation.on())));
      row("applies", obligation.applies().map(Expression::text).orElse(words.say("head.unset")));
      row("by", told.party(obligation.by()));
      row("to", told.party(obligation.to()));
      row("within", told.term(obligation.within()));
      row("repeats", words.say(obligation.repeats() ? "policy.repeats" : "policy.does-not-repeat"));
      List<String> judges = judges(obligation);
      row("judged-by", judges.isEmpty() ? words.say("policy.nobody") : words.list(judges));
      row("pack", obligation.pack());
      row("written", obligation.position().toString());
    }

    private List<String> judges(Obligation obligation) {
      return policy.judging(obligation.name()).stream().map(Rule::id).toList();
    }

    /** The rules and the obligations that read a fact. */
    private List<String> readers(Fact fact) {
      List<String> readers = new ArrayList<>();
      policy.rules().stream()
          .filter(rule -> facts(rule).contains(fact.name()))
          .forEach(rule -> readers.add(rule.id()));
      policy.obligations().stream()
          .filter(each -> each.applies().filter(g -> g.facts().contains(fact.name())).isPresent())
          .forEach(each -> readers.add(each.name()));
      return readers;
    }

    /** The pack that declares a fact, or gives it another value. */
    private String holder(Fact fact) {
      return chain.stream()
          .filter(pack -> pack.facts().containsKey(fact.name()))
          .map(PackFile::id)
          .findFirst()
          .orElse(policy.id());
    }

    private DeclaredView view(Fact fact) {
      return new DeclaredView(
          fact.name(),
          fact.type().written(),
          fact.absent() instanceof java.time.Instant instant ? instant.toString() : fact.absent(),
          fact.unit(),
          fact.meaning(),
          fact.values(),
          holder(fact),
          readers(fact));
    }

    private ObligationView view(Obligation obligation) {
      return new ObligationView(
          obligation.name(),
          obligation.on().written(),
          obligation.on().meaning(),
          obligation.applies().map(Expression::text).orElse(null),
          obligation.by(),
          obligation.to(),
          obligation.within().toString(),
          obligation.repeats(),
          obligation.pack(),
          judges(obligation),
          obligation.position().toString());
    }

    void rule(Rule rule) {
      if (telling.json()) {
        Printer.printJson(view(rule), out);
        return;
      }
      out.println(rule.id());
      row("title", rule.title().en());
      further(rule.title().zh());
      source(rule.source());
      row("moment", words.say("policy.moment", rule.on(), told.moment(rule.on())));
      row("applies", rule.applies().map(Expression::text).orElse(words.say("head.unset")));
      row("require", rule.require().text());
      rows("facts", facts(rule).stream().map(this::fact).toList());
      rows(
          "parameters",
          parameters(rule).stream()
              .map(
                  p ->
                      words.say("policy.parameter", p.name(), told.valueIn(p.value(), p.unit()))
                          + "  "
                          + p.meaning()
                          + " – "
                          + told.source(p.source()))
              .toList());
      rows("otherwise", rule.otherwise().stream().map(told::consequence).toList());
      row("pack", overridden(rule));
      row("written", rule.position().toString());
    }

    private void source(Source source) {
      row(
          "source",
          source.instrument() + (source.article().isEmpty() ? "" : ", " + source.article()));
      row("grade", source.grade() + ": " + told.grade(source.grade()));
      if (!source.note().isEmpty()) {
        row("note", source.note());
      }
    }

    private String overridden(Rule rule) {
      List<String> others =
          chain.stream()
              .filter(pack -> pack.rules().containsKey(rule.id()) && !pack.id().equals(rule.pack()))
              .map(PackFile::id)
              .toList();
      return others.isEmpty()
          ? rule.pack()
          : words.say("policy.overrides", rule.pack(), words.list(others));
    }

    private String fact(String fact) {
      String unit = told.unit(fact);
      return fact
          + (unit.isEmpty() ? "" : " (" + told.unitWord(unit) + ")")
          + "  "
          + told.meaning(fact);
    }

    private Set<String> facts(Rule rule) {
      Set<String> facts = new TreeSet<>(rule.require().facts());
      rule.applies().ifPresent(guard -> facts.addAll(guard.facts()));
      return facts;
    }

    private List<Parameter> parameters(Rule rule) {
      Set<String> names = new TreeSet<>(rule.require().parameters());
      rule.applies().ifPresent(guard -> names.addAll(guard.parameters()));
      List<Parameter> parameters = new ArrayList<>();
      names.forEach(
          each -> Optional.ofNullable(policy.parameters().get(each)).ifPresent(parameters::add));
      return parameters;
    }

    void parameter(Parameter parameter) {
      if (telling.json()) {
        Printer.printJson(view(parameter), out);
        return;
      }
      out.println(parameter.name());
      row("value", told.valueIn(parameter.value(), parameter.unit()));
      row("meaning", parameter.meaning());
      source(parameter.source());
      List<String> readers = readers(parameter);
      row("read-by", readers.isEmpty() ? words.say("policy.nobody") : words.list(readers));
      row("pack", holder(parameter.name()));
    }

    private List<String> readers(Parameter parameter) {
      return policy.rules().stream()
          .filter(rule -> parameters(rule).contains(parameter))
          .map(Rule::id)
          .toList();
    }

    /** The pack that gives a parameter its value. */
    private String holder(String parameter) {
      return chain.stream()
          .filter(pack -> pack.parameters().containsKey(parameter))
          .map(PackFile::id)
          .findFirst()
          .orElse(policy.id());
    }

    private ParameterView view(Parameter parameter) {
      return new ParameterView(
          parameter.name(),
          parameter.type().written(),
          parameter.value() instanceof java.time.Instant instant
              ? instant.toString()
              : parameter.value(),
          parameter.unit(),
          parameter.meaning(),
          SourceView.of(parameter.source()),
          holder(parameter.name()),
          readers(parameter));
    }

    private RuleView view(Rule rule) {
      return new RuleView(
          rule.id(),
          rule.title().en(),
          rule.title().zh(),
          SourceView.of(rule.source()),
          rule.on().written(),
          told.moment(rule.on()),
          rule.applies().map(Expression::text).orElse(null),
          rule.require().text(),
          facts(rule).stream()
              .map(fact -> new FactView(fact, told.unit(fact), told.meaning(fact)))
              .toList(),
          parameters(rule).stream().map(this::view).toList(),
          rule.otherwise().stream().map(Object::toString).toList(),
          rule.pack(),
          rule.position().toString());
    }
  }
}
