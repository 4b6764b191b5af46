package io.testroad.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Writes docs/policy-reference.md when run with -Dtestroad.writeDocs=true; checks it otherwise. */
class PolicyReferenceTest {

  private static final Path PAGE = Path.of("..", "docs", "policy-reference.md");

  private final StringBuilder page = new StringBuilder();

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

  private String write() {
    line("# Policy packs: reference");
    line("");
    line("*Written by `PolicyReferenceTest`; don't edit.*");
    line("");
    line("A pack is a YAML file: see `scenarios/schema/policy.schema.json` for its shape. A rule");
    line("is evaluated `on` a moment; where its guard `applies` is true and what it `require`s is");
    line("false, the consequences under `otherwise` follow. Expressions are");
    line("[CEL](https://cel.dev) over the facts below and over `parameters.<name>`.");
    line("A pack that `extends` another inherits its parameters and rules, takes the place of");
    line("those of the same name, and leaves out rules listed under `without`.");
    line("");
    moments();
    facts();
    functions();
    parameters();
    consequences();
    grades();
    pack("cn-national.yaml");
    pack("cn-wuhan.yaml");
    return page.toString();
  }

  private void moments() {
    heading("Moments");
    row("moment", "when");
    row("---", "---");
    for (Moment moment : Moment.values()) {
      row(code(moment.written()), moment.meaning());
    }
    line("");
  }

  private void facts() {
    heading("Facts");
    line("A fact that may be absent reads as an empty text or list, 0, false or 1970 then.");
    line("");
    row("fact", "type", "meaning", "values", "may be absent", "moments");
    row("---", "---", "---", "---", "---", "---");
    for (Fact fact : Vocabulary.facts()) {
      String unit = fact.unit().isEmpty() ? "" : " (" + fact.unit() + ")";
      row(
          code(fact.name()),
          fact.type().written() + unit,
          fact.meaning(),
          codes(fact.values()),
          fact.absent() == null ? "" : "yes",
          moments(fact));
    }
    line("");
  }

  private static String moments(Fact fact) {
    return fact.moments().size() == Moment.values().length
        ? "all"
        : codes(fact.moments().stream().sorted().map(Moment::written).toList());
  }

  private void functions() {
    heading("Operators and functions");
    line("`&&` `||` `!` `?:` `==` `!=` `<` `<=` `>` `>=` `+` `-` `*` `/` `%` `in`,");
    line("`list.all(x, …)` and `list.exists(x, …)`. Whole numbers and doubles can be compared;");
    line("to compute with both, write `double(n)`.");
    line("");
    row("function", "result", "meaning");
    row("---", "---", "---");
    CelLanguage.OVERLOADS.stream()
        .filter(overload -> !overload.meaning().isEmpty())
        .forEach(o -> row(code(signature(o)), type(o.result()), o.meaning()));
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

  private void parameters() {
    heading("Parameters");
    line("A parameter has a `value`, a `unit`, a `meaning` and a `source`. A whole number is an");
    line("int, but a double where its unit can be divided:");
    line(codes(ParameterReader.DIVISIBLE) + ".");
    line("A point in time is written in ISO 8601 with its offset, without quotes.");
    line("");
  }

  private void consequences() {
    heading("Consequences");
    row("consequence", "meaning");
    row("---", "---");
    ConsequenceReader.KINDS.forEach((kind, meaning) -> row(code(kind), meaning));
    line("");
    row("instruction", "meaning");
    row("---", "---");
    for (Instruction instruction : Instruction.values()) {
      row(code(instruction.written()), instruction.meaning());
    }
    line("");
    line("Addressees of violations: " + codes(ConsequenceReader.ADDRESSEES) + ".");
    line("Those who can be notified: " + codes(ConsequenceReader.NOTIFIED) + ".");
    line("");
  }

  private void grades() {
    heading("Grades of sources");
    row("grade", "meaning");
    row("---", "---");
    for (Grade grade : Grade.values()) {
      row(code(grade.written()), grade.meaning());
    }
    line("");
  }

  private void pack(String file) {
    Policy policy = PacksTest.read(file);
    heading("Pack `" + policy.id() + "`: " + policy.name().en() + " (" + policy.name().zh() + ")");
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
    row("parameter", "value", "meaning", "source", "grade");
    row("---", "---", "---", "---", "---");
    for (Parameter parameter : policy.parameters().values()) {
      row(
          code(parameter.name()),
          parameter.value() + " " + parameter.unit(),
          parameter.meaning(),
          source(parameter.source()),
          parameter.source().grade().written());
    }
    line("");
  }

  private static String source(Source source) {
    String article = source.article().isEmpty() ? "" : ", " + source.article();
    String note = source.note().isEmpty() ? "" : ". " + source.note();
    return source.instrument() + article + note;
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
