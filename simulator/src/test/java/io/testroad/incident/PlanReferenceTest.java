package io.testroad.incident;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.testroad.finding.Findings;
import io.testroad.policy.Fact;
import io.testroad.policy.Parameter;
import io.testroad.policy.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Writes docs/plan-reference.md when run with -Dtestroad.writeDocs=true; checks it otherwise. */
class PlanReferenceTest {

  private static final Path PAGE = Path.of("..", "docs", "plan-reference.md");

  private static final String OPENING =
      """
      # Plan books: reference

      *Written by `PlanReferenceTest`; don't edit.*

      A plan book says what a command centre does about which incident: a YAML file, without
      anchors, aliases and tags. An incident is put into the first class of `severity` that
      holds, which gives its priority and the lowest centre that may command it; then the
      first of the `plans` that holds is followed. As the centre learns more, both are asked
      again. Conditions are [CEL](https://cel.dev) over *facts*, what the centre believes, not
      what is really there, and *parameters*; operators and functions are those of
      [policy packs](policy-reference.md#operators-and-functions).

      A book `extends` another: parameters, classes and plans of an inherited name take the
      place of the inherited one, others come before all that is inherited, and `without`
      leaves out. A quantity or a share is written, or taken from a parameter:
      `within: 5 min`, `within: { parameter: firstUnit }`. Editors complete books with
      `scenarios/schema/plan.schema.json`; `./testroad validate FILE` reports every fault at
      once. The grades of sources are those of
      [policy packs](policy-reference.md#grades-of-sources).

      """;

  private final StringBuilder page = new StringBuilder();
  private final JsonNode schema = PlanSchemaTest.read();

  @Test
  void thePageIsUpToDate() throws IOException {
    String written = write();
    if (Boolean.getBoolean("testroad.writeDocs")) {
      Files.writeString(PAGE, written);
    }
    assertThat(Files.readString(PAGE))
        .as("run this test with -Dtestroad.writeDocs=true to write the page anew")
        .isEqualTo(written);
  }

  private String write() {
    page.append(OPENING);
    keys("The file", schema);
    keys("severity", schema.at("/$defs/severity"));
    keys("plans", schema.at("/$defs/plan"));
    keys("send", schema.at("/$defs/sending"));
    kinds();
    measures();
    keys("escalate", schema.at("/$defs/escalation"));
    keys("reports", schema.at("/$defs/report"));
    facts();
    findings();
    bounds();
    PlanSchemaTest.books().forEach(this::book);
    return page.toString().stripTrailing() + "\n";
  }

  private void keys(String heading, JsonNode form) {
    heading(heading);
    List<String> required = new ArrayList<>();
    form.path("required").forEach(key -> required.add(key.asText()));
    row("key", "needed", "meaning");
    row("---", "---", "---");
    form.path("properties")
        .properties()
        .forEach(
            key ->
                row(
                    code(key.getKey()),
                    required.contains(key.getKey()) ? "yes" : "",
                    key.getValue().path("description").asText()));
    line("");
  }

  private void kinds() {
    heading("Units and tasks");
    row("kind", "tasks", "vehicle");
    row("---", "---", "---");
    for (UnitKind kind : UnitKind.values()) {
      row(
          code(kind.written()),
          kind.tasks().stream().map(task -> code(task.written())).collect(Collectors.joining(" ")),
          code(kind.vehicleType()));
    }
    line("");
    line("Whoever is there can `observe`.");
    line("");
  }

  private void measures() {
    heading("measures");
    line("An item has one measure, and a `when` if need be.");
    line("");
    row("measure", "example", "meaning");
    row("---", "---", "---");
    measure("close-lanes: blocked", "lanes are closed: those that are `blocked`, or the `road`");
    measure("limit-speed: { speed: 60 km/h, upstream: 1 km }", "a lower limit up to there");
    measure(
        "sign: { upstream: 150 m, compliance: 0.6 }",
        "a warning or message sign; the share of drivers who follow it");
    measure("v2x: { radius: 500 m, compliance: 0.9 }", "a message to connected vehicles");
    measure("divert: { compliance: 0.15 }", "the share of drivers who take another way");
    measure("pre-emption: true", "units on their way ask signals for green");
    measure("geofence: { radius: 300 m, lasts: 2 min }", "operators keep their vehicles out");
    measure("video: { takes: 5 min }", "a minor case is settled without a unit");
    measure(
        "ask-operator: { measure: restart, within: 30 s }",
        "the operator is asked to "
            + MeasureForm.OPERATOR.keySet().stream()
                .map(PlanReferenceTest::code)
                .collect(Collectors.joining(", "))
            + "; or short `ask-operator: restart`");
    line("");
  }

  private void measure(String example, String meaning) {
    String name = example.substring(0, example.indexOf(':'));
    assertThat(MeasureForm.names()).contains(name);
    row(code(name), code(example), meaning);
  }

  private void facts() {
    heading("Facts");
    line("What nobody has told the centre yet reads as `0`, `false` or an empty text.");
    line("");
    row("fact", "type", "meaning", "values");
    row("---", "---", "---", "---");
    for (Fact fact : PlanFacts.table().values()) {
      row(
          code(fact.name()),
          fact.type().written(),
          fact.meaning(),
          fact.values().stream()
              .filter(value -> !value.isEmpty())
              .map(PlanReferenceTest::code)
              .collect(Collectors.joining(" ")));
    }
    line("");
  }

  private void findings() {
    heading("Findings");
    line("Besides those of YAML and of quantities, as for");
    line("[policy packs](policy-reference.md#findings):");
    line("");
    row("code", "meaning");
    row("---", "---");
    PlanFindings.ALL.forEach(bad -> row(code(bad.code().replace("*", "")), bad.meaning()));
    row(code("plan-too-large"), "the book is beyond the bounds");
    line("");
  }

  private void bounds() {
    heading("Bounds");
    row("of", "at most");
    row("---", "---");
    row("a file", (PlanFileReader.MAX_BYTES >> 20) + " MiB");
    row("books that extend one another in a row", String.valueOf(PlanFileReader.MAX_CHAIN));
    row("plans, and classes, those inherited included", String.valueOf(PlanFileReader.MAX_PLANS));
    row("parameters", String.valueOf(PlanFileReader.MAX_PARAMETERS));
    row("a count of units", String.valueOf(PlanNumber.MAX));
    line("");
  }

  private void book(Path file) {
    PlanBook book = PlanReader.read(file, new Findings()).orElseThrow();
    heading("Book `" + book.id() + "`: " + book.label().en() + " (" + book.label().zh() + ")");
    row("class", "when", "priority", "level");
    row("---", "---", "---", "---");
    for (SeverityClass each : book.severities()) {
      row(
          code(each.name()),
          condition(each.when()),
          String.valueOf(each.priority()),
          each.level().written());
    }
    line("");
    row("plan", "for people", "when", "procedure", "sends", "source", "grade");
    row("---", "---", "---", "---", "---", "---", "---");
    book.plans().forEach(this::plan);
    line("");
    row("parameter", "value", "meaning", "source", "grade");
    row("---", "---", "---", "---", "---");
    for (Parameter parameter : book.parameters().values()) {
      row(
          code(parameter.name()),
          parameter.value() + " " + parameter.unit(),
          parameter.meaning(),
          source(parameter.source()),
          parameter.source().grade().written());
    }
    line("");
  }

  private void plan(Plan plan) {
    String procedure =
        plan.otherProcedure().expression().isEmpty()
            ? plan.procedure().written()
            : plan.procedure().written()
                + ", "
                + plan.procedure().other().written()
                + " where "
                + condition(plan.otherProcedure());
    row(
        code(plan.id()),
        plan.label().en() + " · " + plan.label().zh(),
        condition(plan.when()),
        procedure,
        plan.sendings().stream()
            .map(each -> each.task().written())
            .distinct()
            .collect(Collectors.joining(", ")),
        source(plan.source()),
        plan.source().grade().written());
  }

  private static String condition(PlanCondition condition) {
    return condition
        .expression()
        .map(written -> code(written.text().replace("|", "\\|")))
        .orElse("");
  }

  private static String source(Source source) {
    return Arrays.asList(source.instrument(), source.article(), source.note()).stream()
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private void heading(String text) {
    line("## " + text);
    line("");
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", cells).strip() + " |");
  }

  private void line(String text) {
    page.append(text).append('\n');
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
