package io.testroad.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import io.testroad.finding.Findings;
import io.testroad.units.Term;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import io.testroad.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes docs/policy-reference.md when run with -Dtestroad.writeDocs=true; checks it otherwise. */
class PolicyReferenceTest {

  private static final Path PAGE = Path.of("..", "docs", "policy-reference.md");
  private static final Path EXAMPLES =
      Path.of("src", "test", "resources", "io", "testroad", "policy");
  private static final Path SOURCES = Path.of("src", "main", "java", "io", "testroad");

  private final StringBuilder page = new StringBuilder();
  private final JsonNode schema = PolicySchemaTest.read();

  @TempDir Path dir;

  @Test
  void thePageIsUpToDate() throws IOException {
    String written = write();
    if (Boolean.getBoolean("testroad.writeDocs")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, written);
    }
    assertThat(Files.readString(PAGE))
        .as("run this test with -Dtestroad.writeDocs=true to write the page anew")
        .isEqualTo(written);
  }

  /** The page's examples are read as a city's own would be. */
  @Test
  void theExamplesAreSound() throws IOException {
    for (Path pack : PolicySchemaTest.packs()) {
      Files.copy(pack, dir.resolve(String.valueOf(pack.getFileName())));
    }
    Path pack = Files.copy(EXAMPLES.resolve("cn-example.yaml"), dir.resolve("cn-example.yaml"));
    assertThat(new SchemaCheck(schema).faults(new YAMLMapper().readTree(pack.toFile()))).isEmpty();
    Findings findings = new Findings();
    Node root =
        YamlReader.read(EXAMPLES.resolve("cn-example-scenario.yaml"), findings).orElseThrow();
    MappingReader scenario = MappingReader.of(root, "a scenario", findings).orElseThrow();
    Policy policy = PolicyReader.read(pack, values(scenario, "parameters"), findings).orElseThrow();
    policy.given().values(values(scenario, "given"), findings);
    MappingReader careless =
        scenario.requireMapping("fleets").flatMap(f -> f.findMapping("careless")).orElseThrow();
    policy.given().values(values(careless, "given"), findings);
    assertThat(findings.list()).isEmpty();
    assertThat(policy.obligations())
        .extracting(Obligation::name)
        .containsAll(values(careless.findMapping("conduct").orElseThrow(), "obligations").keySet());
    assertThat(policy.findRule("duty-hours")).isEmpty();
    assertThat(policy.parameters().get("arrivalMaxMin").value()).isEqualTo(30.0);
  }

  private static Map<String, Node> values(MappingReader reader, String key) {
    Map<String, Node> values = new LinkedHashMap<>();
    reader
        .requireMapping(key)
        .orElseThrow()
        .mapping()
        .entries()
        .forEach(entry -> values.put(entry.key(), entry.value()));
    return values;
  }

  /** What a reader of a pack's findings may meet is explained. */
  @Test
  void everyCodeIsExplained() throws IOException {
    Pattern code =
        Pattern.compile("(?:error|warning|refuse|fault|stop)\\(\\s*\"([a-z]+(?:-[a-z0-9]+)+)\"");
    Set<String> used = new TreeSet<>(Set.of("policy-syntax", "policy-type-error"));
    for (String folder : List.of("policy", "yaml", "units")) {
      try (Stream<Path> files = Files.list(SOURCES.resolve(folder))) {
        for (Path file : files.sorted().toList()) {
          code.matcher(Files.readString(file)).results().forEach(m -> used.add(m.group(1)));
        }
      }
    }
    assertThat(PackFindings.BY_CODE.keySet()).containsExactlyInAnyOrderElementsOf(used);
  }

  private String write() {
    line("# Policy packs: reference");
    line("");
    line("*Written by `PolicyReferenceTest`; don't edit.*");
    line("");
    line("A policy pack says what is allowed: a YAML file (JSON is YAML too), without anchors,");
    line(
        "aliases and tags. A *rule* is evaluated `on` a moment; where its guard `applies` is true");
    line("and what it `require`s is false, the consequences under `otherwise` follow. An");
    line("*obligation* gives somebody a term from a moment on. Both read *facts*, those the");
    line("simulation knows and those a scenario gives, and *parameters*. Expressions are");
    line(
        "[CEL](https://cel.dev). Where rules come from: [policy-sources.md](policy-sources.md) and");
    line("[policy-sources-abroad.md](policy-sources-abroad.md). Editors complete packs with");
    line("`scenarios/schema/policy.schema.json`.");
    line("");
    contents();
    ownPack();
    scenario();
    keys();
    moments();
    facts();
    functions();
    values();
    terms();
    consequences();
    grades();
    findings();
    bounds();
    line("# The packs");
    line("");
    PolicySchemaTest.packs().forEach(this::pack);
    return page.toString();
  }

  private void contents() {
    line("Contents: [a pack of one's own](#a-pack-of-ones-own) ·");
    line("[in a scenario](#in-a-scenario) · [keys](#keys) · [moments](#moments) ·");
    line("[facts](#facts) · [operators and functions](#operators-and-functions) ·");
    line("[values](#values-of-parameters-and-facts) · [terms](#terms) ·");
    line("[consequences](#consequences) · [grades](#grades-of-sources) · [findings](#findings) ·");
    line("[bounds](#bounds) · [the packs](#the-packs)");
    line("");
  }

  private void ownPack() {
    heading("A pack of one's own");
    line(
        "1. Put a file beside the packs, `scenarios/policies/cn-example.yaml`, and let it `extends`");
    line("   the one it builds on, or none.");
    line("2. Say what differs: other values of `parameters`, rules `without` which the city does,");
    line("   rules of its own; a rule of an inherited rule's id takes its place.");
    line(
        "3. What the program doesn't know of itself becomes a fact of the pack's own: its `value`");
    line("   is the lawful one, and a scenario says where it is otherwise.");
    line("4. What has a deadline becomes an obligation, with a rule on `obligation-due`.");
    line("5. Name the source of each rule and parameter with its grade. What wasn't seen is an");
    line("   `assumption`.");
    line("6. `./testroad validate SCENARIO`, with a scenario that uses the pack, reports every");
    line("   fault at once, with its line and column.");
    line("");
    line("A pack for a city that doesn't exist, with every section:");
    line("");
    code("yaml", text(EXAMPLES.resolve("cn-example.yaml")));
  }

  private void scenario() {
    heading("In a scenario");
    line("A scenario names its pack under `policy`, by the path from its own file. It can set");
    line(
        "`parameters` for the run, and facts that the pack declares under `given`: for all fleets,");
    line("and for one. A fleet meets its obligations in time unless it says otherwise: after how");
    line("long, or `never`. From the command line: `--set parameters.arrivalMaxMin=45`.");
    line("");
    code("yaml", text(EXAMPLES.resolve("cn-example-scenario.yaml")));
    line("All keys of scenarios: [scenario-reference.md](scenario-reference.md).");
    line("");
  }

  private void keys() {
    heading("Keys");
    form("pack", schema);
    for (String name : List.of("parameter", "fact", "obligation", "rule", "source", "label")) {
      form(name, schema.at("/$defs/" + name));
    }
  }

  private void form(String name, JsonNode form) {
    line("### " + name);
    line("");
    line(form.path("description").asText());
    line("");
    row("key", "value", "needed", "meaning", "example");
    row("---", "---", "---", "---", "---");
    Set<String> needed = new TreeSet<>();
    form.path("required").forEach(key -> needed.add(key.asText()));
    form.path("properties")
        .fields()
        .forEachRemaining(
            property ->
                row(
                    code(property.getKey()),
                    shape(property.getValue()),
                    needed.contains(property.getKey()) ? "yes" : "",
                    property.getValue().path("description").asText().replace("|", "\\|"),
                    example(property.getValue())));
    line("");
  }

  private String shape(JsonNode value) {
    if (value.has("$ref")) {
      String name = value.get("$ref").asText().replaceAll(".*/", "");
      return name.equals("term") ? "[term](#terms)" : "[" + name + "](#" + name + ")";
    }
    if (value.has("enum")) {
      List<String> words =
          StreamSupport.stream(value.get("enum").spliterator(), false)
              .map(JsonNode::asText)
              .toList();
      return words.size() > 8 ? "a [moment](#moments)" : codes(words);
    }
    if (value.has("const")) {
      return code(value.get("const").asText());
    }
    if (value.has("anyOf")) {
      return "[value](#values-of-parameters-and-facts)";
    }
    JsonNode type = value.path("type");
    if (type.isArray()) {
      return type.get(1).asText().equals("boolean") ? "expression" : "text";
    }
    return switch (type.asText()) {
      case "array" -> "list of " + items(value.path("items"));
      case "object" ->
          value.has("additionalProperties") && value.get("additionalProperties").isObject()
              ? "by name: " + shape(value.get("additionalProperties"))
              : "mapping";
      case "boolean" -> "true or false";
      case "integer" -> "whole number";
      default -> "text";
    };
  }

  private String items(JsonNode item) {
    return item.path("$ref").asText().endsWith("/consequence")
        ? "[consequences](#consequences)"
        : item.has("$ref") ? shape(item) + "s" : "texts";
  }

  private static String example(JsonNode value) {
    JsonNode example = value.path("examples").path(0);
    return example.isMissingNode() || isEmpty(example) ? "" : code(flow(example));
  }

  private static boolean isEmpty(JsonNode example) {
    return example.isContainerNode()
        && StreamSupport.stream(example.spliterator(), false)
            .allMatch(inner -> inner.isObject() && inner.isEmpty());
  }

  /** A value as YAML writes it on one line. */
  private static String flow(JsonNode value) {
    if (value.isObject()) {
      return value.properties().stream()
          .map(entry -> entry.getKey() + ": " + flow(entry.getValue()))
          .collect(Collectors.joining(", ", "{ ", " }"));
    }
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(PolicyReferenceTest::flow)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    boolean number = value.isTextual() && value.asText().matches("[0-9.]+");
    return number ? "\"" + value.asText() + "\"" : value.asText();
  }

  private void moments() {
    heading("Moments");
    line("When rules are evaluated, and the groups of facts known then; `all` are known always.");
    line(
        "A rule that refuses on `declaration-applied` to `plate-applied` or `appeal-filed` ends an");
    line("application, on `trip-requested` a trip, on `automation-requested` automated mode.");
    line("");
    row("moment", "when", "facts of the groups");
    row("---", "---", "---");
    for (Moment moment : Moment.values()) {
      List<String> groups =
          VocabularyTable.GROUPS.entrySet().stream()
              .filter(group -> !group.getKey().equals("all"))
              .filter(group -> group.getValue().contains(moment))
              .map(Map.Entry::getKey)
              .toList();
      row(code(moment.written()), moment.meaning(), String.join(", ", groups));
    }
    line("");
  }

  private void facts() {
    heading("Facts");
    line("`known` is a group of moments, as the table above has them, or the moments themselves.");
    line(
        "A fact that may be absent reads as the value given. Facts that a pack declares are read as");
    line("`given.<name>` and known always.");
    line("");
    row("fact", "type", "meaning", "values", "when absent", "known");
    row("---", "---", "---", "---", "---", "---");
    for (Fact fact : Vocabulary.facts()) {
      String unit = fact.unit().isEmpty() ? "" : " (" + fact.unit() + ")";
      row(
          code(fact.name()),
          fact.type().written() + unit,
          fact.meaning(),
          codes(fact.values().stream().filter(value -> !value.isEmpty()).toList()),
          fact.absent() == null ? "" : code(absent(fact.absent())),
          known(fact));
    }
    line("");
  }

  private static String absent(Object value) {
    return value instanceof String text ? "'" + text + "'" : value.toString();
  }

  private static String known(Fact fact) {
    return VocabularyTable.GROUPS.entrySet().stream()
        .filter(group -> group.getValue().equals(fact.moments()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(() -> codes(fact.moments().stream().sorted().map(Moment::written).toList()));
  }

  private void functions() {
    heading("Operators and functions");
    line("`&&` `||` `!` `?:` `==` `!=` `<` `<=` `>` `>=` `+` `-` `*` `/` `%` `in`,");
    line("`list.all(x, …)` and `list.exists(x, …)`. Whole numbers and doubles can be compared;");
    line("to compute with both, write `double(n)`. Texts stand in single or double quotes; an");
    line(
        "expression that begins with `!` or a quote, or holds `: ` or ` #`, is put in quotes as a");
    line("whole. Long expressions go over several lines after `>-`.");
    line("");
    row("function", "result", "meaning");
    row("---", "---", "---");
    CelLanguage.OVERLOADS.stream()
        .filter(overload -> !overload.meaning().isEmpty())
        .forEach(o -> row(code(signature(o)), type(o.result()), o.meaning()));
    line("");
    line("A rule whose expression can't be computed, or takes too long, counts as broken; nothing");
    line("follows but a warning that says so.");
    line("");
  }

  private static String signature(CelFunctions.Overload overload) {
    List<String> types = overload.parameters().stream().map(PolicyReferenceTest::type).toList();
    return overload.member()
        ? types.get(0) + "." + overload.function() + "(" + types.get(1) + ")"
        : overload.function() + "(" + String.join(", ", types) + ")";
  }

  private static String type(CelType type) {
    return switch (type.kind()) {
      case TIMESTAMP -> "timestamp";
      case DURATION -> "duration";
      case LIST -> "list";
      default -> type.kind() == CelKind.TYPE_PARAM ? "any" : type.name();
    };
  }

  private void values() {
    heading("Values of parameters and facts");
    line(
        "The type of a parameter, or of a fact that a pack declares, is that of its value; whoever");
    line("overrides it keeps to the type.");
    line("");
    row("value", "type", "example");
    row("---", "---", "---");
    row("whole number", "int; double where its unit can be divided", code("6"));
    row("number with a point", "double", code("0.5"));
    row("`true` or `false`", "bool", code("true"));
    row(
        "point in time with its offset, without quotes",
        "timestamp",
        code("2026-07-01T00:00:00+08:00"));
    row("list of texts", "list(string)", code("[motorcycle, low-speed]"));
    row("anything else", "string", code("engineer"));
    line("");
    line("Units that can be divided: " + codes(ParameterReader.DIVISIBLE) + ".");
    line("");
  }

  private void terms() {
    heading("Terms");
    line("A term is a whole number and a unit, or, for an obligation, a parameter of such a unit:");
    line("`within: 24 h`, `within: 5 working days`, `within: { parameter: reportDays }`.");
    line("");
    row("unit", "how it is counted");
    row("---", "---");
    for (Term.Unit unit : Term.Unit.values()) {
      row(code(unit.written()), counted(unit));
    }
    line("");
  }

  private static String counted(Term.Unit unit) {
    return switch (unit) {
      case SECONDS, MINUTES, HOURS -> "from moment to moment, whatever the day";
      case DAYS -> "calendar days, rest days included";
      case WORKING_DAYS -> "working days of the scenario's calendar; rest days don't count";
      case MONTHS -> "calendar months; from the 31st to the last day of a shorter month";
    };
  }

  private void consequences() {
    heading("Consequences");
    line("Each is an item of its own under `otherwise`, in the order in which they follow.");
    line("");
    row("consequence", "meaning", "example");
    row("---", "---", "---");
    for (JsonNode kind : schema.at("/$defs/consequence/oneOf")) {
      String name = kind.at("/properties").fieldNames().next();
      JsonNode example = kind.at("/properties/" + name + "/examples/0");
      row(
          code(name),
          String.valueOf(ConsequenceReader.KINDS.get(name)),
          code(name + ": " + flow(example)));
    }
    line("");
    for (JsonNode kind : schema.at("/$defs/consequence/oneOf")) {
      String name = kind.at("/properties").fieldNames().next();
      if (kind.at("/properties/" + name).has("properties")) {
        form(name, kind.at("/properties/" + name));
      }
    }
    line("### instruct");
    line("");
    row("instruction", "meaning");
    row("---", "---");
    for (Instruction instruction : Instruction.values()) {
      row(code(instruction.written()), instruction.meaning());
    }
    line("");
    line("Those who can be notified: " + codes(ConsequenceReader.NOTIFIED) + ".");
    line("");
  }

  private void grades() {
    heading("Grades of sources");
    row("grade", "meaning", "needs an article");
    row("---", "---", "---");
    for (Grade grade : Grade.values()) {
      boolean law = grade == Grade.PRIMARY || grade == Grade.SECONDARY;
      row(code(grade.written()), grade.meaning(), law ? "yes" : "");
    }
    line("");
  }

  private void findings() {
    heading("Findings");
    line("What is wrong with a pack is reported all at once, as");
    line(
        "`file:line:column: error [code] message remedy`. A pack with errors isn't used; one with");
    line("warnings is.");
    line("");
    row("code", "what it means", "remedy");
    row("---", "---", "---");
    PackFindings.BY_CODE.forEach((code, told) -> row(code(code), told.meaning(), told.remedy()));
    line("");
  }

  private void bounds() {
    heading("Bounds");
    row("of", "at most");
    row("---", "---");
    row("a pack's file", (PackReader.MAX_BYTES >> 20) + " MiB");
    row("packs that extend one another in a row", String.valueOf(PackReader.MAX_CHAIN));
    row("rules, those inherited included", String.valueOf(PackReader.MAX_RULES));
    row("parameters", String.valueOf(PackReader.MAX_PARAMETERS));
    row("facts declared", String.valueOf(PackReader.MAX_FACTS));
    row("obligations", String.valueOf(PackReader.MAX_OBLIGATIONS));
    row("levels of mappings and lists", String.valueOf(YamlReader.MAX_DEPTH));
    row("characters of an id", String.valueOf(RuleReader.MAX_ID));
    row("characters of a text as a value", String.valueOf(ParameterReader.MAX_TEXT));
    row("characters of an expression", String.valueOf(CelLanguage.MAX_LENGTH));
    row("levels of an expression", String.valueOf(CelLanguage.MAX_DEPTH));
    row("rounds of loops in one evaluation", String.valueOf(CelLanguage.MAX_ROUNDS));
    row("looks at items of lists in one evaluation", String.valueOf(CountedList.MAX_LOOKS));
    line("");
  }

  private void pack(Path file) {
    Policy policy = PacksTest.read(String.valueOf(file.getFileName()));
    JsonNode written = json(file);
    heading("Pack `" + policy.id() + "`: " + policy.name().en() + " (" + policy.name().zh() + ")");
    if (written.has("extends")) {
      line("Extends `" + written.get("extends").asText().replace(".yaml", "") + "`.");
      line("");
    }
    if (written.has("without")) {
      List<String> without = new java.util.ArrayList<>();
      written.get("without").forEach(name -> without.add(name.asText()));
      line("Without " + codes(without) + ".");
      line("");
    }
    rules(policy);
    packParameters(policy, written.path("parameters"));
    packFacts(policy, written.path("facts"));
    packObligations(policy);
  }

  private void rules(Policy policy) {
    row("rule", "on", "demands", "source", "grade", "otherwise");
    row("---", "---", "---", "---", "---", "---");
    for (Rule rule : policy.rules()) {
      if (rule.pack().equals(policy.id())) {
        row(
            code(rule.id()),
            code(rule.on().written()),
            rule.title().en() + " · " + rule.title().zh(),
            source(rule.source()),
            rule.source().grade().written(),
            rule.otherwise().stream().map(Object::toString).collect(Collectors.joining("; ")));
      }
    }
    line("");
  }

  private void packParameters(Policy policy, JsonNode own) {
    if (own.isEmpty()) {
      return;
    }
    row("parameter", "value", "meaning", "source", "grade");
    row("---", "---", "---", "---", "---");
    for (Parameter parameter : policy.parameters().values()) {
      if (own.has(parameter.name())) {
        row(
            code(parameter.name()),
            parameter.value() + " " + parameter.unit(),
            parameter.meaning(),
            source(parameter.source()),
            parameter.source().grade().written());
      }
    }
    line("");
  }

  private void packFacts(Policy policy, JsonNode own) {
    if (own.isEmpty()) {
      return;
    }
    row("fact", "value if not given", "meaning", "values");
    row("---", "---", "---", "---");
    for (Fact fact : policy.given().byName().values()) {
      if (own.has(fact.name().substring(GivenFacts.PREFIX.length()))) {
        row(
            code(fact.name()),
            fact.absent() + " " + fact.unit(),
            fact.meaning(),
            codes(fact.values()));
      }
    }
    line("");
  }

  private void packObligations(Policy policy) {
    List<Obligation> own =
        policy.obligations().stream().filter(o -> o.pack().equals(policy.id())).toList();
    if (own.isEmpty()) {
      return;
    }
    row("obligation", "on", "applies", "by", "to", "within", "repeats");
    row("---", "---", "---", "---", "---", "---", "---");
    for (Obligation obligation : own) {
      row(
          code(obligation.name()),
          code(obligation.on().written()),
          obligation
              .applies()
              .map(guard -> code(guard.text().replace("|", "\\|").replace('\n', ' ')))
              .orElse(""),
          obligation.by(),
          obligation.to(),
          obligation.within().toString(),
          obligation.repeats() ? "yes" : "");
    }
    line("");
  }

  private static String source(Source source) {
    String article = source.article().isEmpty() ? "" : ", " + source.article();
    String note = source.note().isEmpty() ? "" : ". " + source.note();
    return source.instrument() + article + note;
  }

  private static JsonNode json(Path file) {
    try {
      return new YAMLMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void code(String language, String text) {
    line("```" + language);
    page.append(text);
    line("```");
    line("");
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

  private static String codes(List<String> words) {
    return words.stream().map(PolicyReferenceTest::code).collect(Collectors.joining(" "));
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
