package io.testroad.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.testroad.finding.Finding;
import io.testroad.finding.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema that editors use names the same keys and words as the readers. */
class PolicySchemaTest {

  /** A key that no reader knows, and that is near to none. */
  private static final String NO_KEY = "zzzzzzzzzzzzzzzzzzzzzzzz";

  private static final Pattern KNOWN = Pattern.compile("Use one of (.*)\\.");
  private static final Pattern NEEDED = Pattern.compile(".* needs the key '([^']*)'\\.");

  private final JsonNode schema = read();

  @TempDir Path dir;

  /** The schema as published. */
  static JsonNode read() {
    try {
      Path file = Path.of("..", "scenarios", "schema", "policy.schema.json");
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** All packs that come with the program. */
  static List<Path> packs() {
    try (Stream<Path> files = Files.list(Path.of("..", "scenarios", "policies"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("packs")
  void thePacksFitTheSchema(Path pack) throws IOException {
    assertThat(new SchemaCheck(schema).faults(new YAMLMapper().readTree(pack.toFile()))).isEmpty();
  }

  /** Each mapping of a pack: how it is written with a key that isn't there, and its schema. */
  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "# | | ",
        "name: # | /$defs/label | ",
        "parameters: { a: # } | /$defs/parameter | meaning",
        "parameters: { a: { source: # } } | /$defs/source | ",
        "facts: { a: # } | /$defs/fact | meaning",
        "obligations: { a: # } | /$defs/obligation | ",
        "obligations: { a: { within: # } } | /$defs/term/anyOf/1 | ",
        "rules: [ # ] | /$defs/rule | ",
        "violation: # | 2/properties/violation | ",
        "suspend: # | 4/properties/suspend | ",
        "fine: # | 7/properties/fine | ",
        "detain: # | 8/properties/detain | ",
        "correct: # | 9/properties/correct | ",
        "restrict: # | 10/properties/restrict | ",
        "bar: # | 11/properties/bar | "
      })
  void hasTheKeysOfTheReader(String written, String pointer, String inherited) throws IOException {
    boolean consequence = pointer != null && !pointer.startsWith("/");
    String text =
        consequence ? "rules: [ { on: speed-seen, otherwise: [ { " + written + " } ] } ]" : written;
    JsonNode form =
        pointer == null
            ? schema
            : schema.at(consequence ? "/$defs/consequence/oneOf/" + pointer : pointer);
    Set<String> keys = new TreeSet<>();
    form.path("properties").fieldNames().forEachRemaining(keys::add);
    String filling = written.startsWith("restrict") ? "to: speed, " : "";
    assertThat(known(text.replace("#", "{ " + filling + NO_KEY + ": 1 }"))).isEqualTo(keys);
    Set<String> needed = new TreeSet<>();
    form.path("required").forEach(key -> needed.add(key.asText()));
    if (inherited != null) {
      needed.add(inherited); // unless the pack extends one that says it
    }
    if (written.startsWith("restrict")) {
      needed.remove("to");
      needed.add("speed");
    }
    assertThat(needed(text.replace("#", "{ " + filling + NO_KEY + ": 1 }"), needed.size()))
        .isEqualTo(needed);
  }

  private Set<String> known(String text) throws IOException {
    return findings(text).stream()
        .filter(finding -> finding.message().contains("has no key '" + NO_KEY + "'"))
        .map(finding -> KNOWN.matcher(finding.remedy()))
        .filter(Matcher::matches)
        .findFirst()
        .map(matcher -> (Set<String>) new TreeSet<>(List.of(matcher.group(1).split(", "))))
        .orElseThrow();
  }

  /** The keys that the mapping at the place of the unknown key needs. */
  private Set<String> needed(String text, int count) throws IOException {
    List<Finding> all = findings(text);
    Finding unknown =
        all.stream().filter(f -> f.message().contains(NO_KEY)).findFirst().orElseThrow();
    String owner = unknown.message().substring(0, unknown.message().indexOf(" has no key"));
    Set<String> needed = new TreeSet<>();
    for (Finding finding : all) {
      Matcher matcher = NEEDED.matcher(finding.message());
      if (matcher.matches() && finding.message().startsWith(owner)) {
        needed.add(matcher.group(1));
      }
    }
    assertThat(needed).hasSize(count);
    return needed;
  }

  private List<Finding> findings(String text) throws IOException {
    Findings findings = new Findings();
    Path file = dir.resolve("p.yaml");
    Files.writeString(file, text.startsWith("{") ? text : text + "\n");
    PolicyReader.read(file, findings);
    return findings.list();
  }

  @Test
  void namesTheMoments() {
    List<String> moments = Arrays.stream(Moment.values()).map(Moment::written).toList();
    assertThat(words("/$defs/rule/properties/on/enum")).isEqualTo(moments);
    assertThat(words("/$defs/obligation/properties/on/enum")).isEqualTo(moments);
  }

  @Test
  void namesTheGrades() {
    assertThat(words("/$defs/source/properties/grade/enum"))
        .isEqualTo(Arrays.stream(Grade.values()).map(Grade::written).toList());
  }

  @Test
  void namesThoseWhoActAndThoseWhoCheck() {
    assertThat(words("/$defs/obligation/properties/by/enum")).isEqualTo(Obligation.PERFORMERS);
    assertThat(words("/$defs/obligation/properties/to/enum")).isEqualTo(Obligation.AUTHORITIES);
    assertThat(words("/$defs/rule/properties/checked-by/enum")).isEqualTo(Obligation.AUTHORITIES);
  }

  @Test
  void namesTheConsequences() {
    JsonNode kinds = schema.at("/$defs/consequence/oneOf");
    assertThat(
            StreamSupport.stream(kinds.spliterator(), false)
                .map(kind -> kind.at("/properties").fieldNames().next()))
        .containsExactlyElementsOf(ConsequenceReader.KINDS.keySet());
    assertThat(consequence("instruct/enum"))
        .isEqualTo(Arrays.stream(Instruction.values()).map(Instruction::written).toList());
    assertThat(consequence("notify/enum")).isEqualTo(ConsequenceReader.NOTIFIED);
    assertThat(consequence("violation/properties/addressee/enum"))
        .isEqualTo(ConsequenceReader.ADDRESSEES);
    assertThat(consequence("fine/properties/addressee/enum"))
        .isEqualTo(ConsequenceReader.ADDRESSEES);
    assertThat(consequence("detain/properties/until/enum"))
        .isEqualTo(written(Consequence.Until.values()));
    assertThat(consequence("restrict/properties/to/enum"))
        .isEqualTo(written(Consequence.Limit.values()));
    assertThat(consequence("restrict/properties/scope/enum"))
        .isEqualTo(written(Consequence.Scope.values()));
    assertThat(consequence("suspend/properties/scope/enum"))
        .isEqualTo(written(Consequence.Scope.values()));
  }

  private List<String> consequence(String pointer) {
    List<String> kinds = List.copyOf(ConsequenceReader.KINDS.keySet());
    int kind = kinds.indexOf(pointer.substring(0, pointer.indexOf('/')));
    return words("/$defs/consequence/oneOf/" + kind + "/properties/" + pointer);
  }

  private static List<String> written(Object[] values) {
    return Arrays.stream(values).map(Object::toString).toList();
  }

  @Test
  void hasTheSameBounds() {
    assertThat(schema.at("/properties/id/pattern").asText())
        .isEqualTo("^" + RuleReader.ID.pattern() + "$");
    assertThat(schema.at("/properties/id/maxLength").asInt()).isEqualTo(RuleReader.MAX_ID);
    assertThat(schema.at("/properties/rules/maxItems").asInt()).isEqualTo(PackReader.MAX_RULES);
    assertThat(schema.at("/properties/parameters/maxProperties").asInt())
        .isEqualTo(PackReader.MAX_PARAMETERS);
    assertThat(schema.at("/properties/facts/maxProperties").asInt())
        .isEqualTo(PackReader.MAX_FACTS);
    assertThat(schema.at("/properties/obligations/maxProperties").asInt())
        .isEqualTo(PackReader.MAX_OBLIGATIONS);
    assertThat(schema.at("/properties/parameters/propertyNames/pattern").asText())
        .isEqualTo("^" + ParameterReader.NAME.pattern() + "$");
    assertThat(schema.at("/$defs/parameter/properties/value/anyOf/1/maxLength").asInt())
        .isEqualTo(ParameterReader.MAX_TEXT);
  }

  private List<String> words(String pointer) {
    return StreamSupport.stream(schema.at(pointer).spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }
}
