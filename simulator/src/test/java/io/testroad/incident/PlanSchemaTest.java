package io.testroad.incident;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.testroad.finding.Finding;
import io.testroad.finding.Findings;
import io.testroad.policy.SchemaCheck;
import io.testroad.protocol.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema that editors use names the same keys and words as the readers. */
class PlanSchemaTest {

  private static final String NO_KEY = "zzzzzzzzzzzzzzzzzzzzzzzz";
  private static final Pattern KNOWN = Pattern.compile("Use one of (.*)\\.");

  private final JsonNode schema = read();

  @TempDir Path directory;

  /** The schema as published. */
  static JsonNode read() {
    try {
      Path file = Path.of("..", "scenarios", "schema", "plan.schema.json");
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** All books that come with the program. */
  static List<Path> books() {
    try (Stream<Path> files = Files.list(Path.of("..", "scenarios", "plans"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("books")
  void theBooksFitTheSchema(Path book) throws IOException {
    assertThat(new SchemaCheck(schema).faults(new YAMLMapper().readTree(book.toFile()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "# | ''",
        "severity: [ # ] | /$defs/severity",
        "plans: [ # ] | /$defs/plan",
        "plans: [ { send: [ # ] } ] | /$defs/sending",
        "plans: [ { procedure: # } ] | /$defs/plan/properties/procedure/anyOf/1",
        "plans: [ { escalate: [ # ] } ] | /$defs/escalation",
        "plans: [ { reports: [ # ] } ] | /$defs/report",
        "plans: [ { fund: # } ] | /$defs/plan/properties/fund",
        "plans: [ { stand-down: # } ] | /$defs/plan/properties/stand-down",
        "plans: [ { measures: [ { limit-speed: # } ] } ] | /$defs/measure/oneOf/1/properties/limit-speed",
        "plans: [ { measures: [ { sign: # } ] } ] | /$defs/measure/oneOf/2/properties/sign",
        "plans: [ { measures: [ { v2x: # } ] } ] | /$defs/measure/oneOf/3/properties/v2x",
        "plans: [ { measures: [ { divert: # } ] } ] | /$defs/measure/oneOf/4/properties/divert",
        "plans: [ { measures: [ { geofence: # } ] } ] | /$defs/measure/oneOf/6/properties/geofence",
        "plans: [ { measures: [ { video: # } ] } ] | /$defs/measure/oneOf/7/properties/video",
        "plans: [ { measures: [ { ask-operator: # } ] } ]"
            + " | /$defs/measure/oneOf/8/properties/ask-operator/anyOf/1"
      })
  void hasTheKeysOfTheReader(String written, String pointer) throws IOException {
    Set<String> keys = new TreeSet<>();
    schema.at(pointer).path("properties").fieldNames().forEachRemaining(keys::add);
    assertThat(keys).isNotEmpty();
    assertThat(known(written.replace("#", "{ " + NO_KEY + ": 1 }"))).isEqualTo(keys);
  }

  @Test
  void hasTheMeasuresOfTheReader() throws IOException {
    List<String> names = new ArrayList<>();
    schema
        .at("/$defs/measure/oneOf")
        .forEach(form -> names.add(form.path("properties").fieldNames().next()));
    assertThat(names).isEqualTo(MeasureForm.names());
    Set<String> known = known("plans: [ { measures: [ { " + NO_KEY + ": 1 } ] } ]");
    Set<String> keys = new TreeSet<>(names);
    keys.add("when");
    assertThat(known).isEqualTo(keys);
  }

  @Test
  void namesTasksKindsAndWords() {
    assertThat(words("/$defs/sending/properties/task/enum"))
        .isEqualTo(Arrays.stream(Task.values()).map(Task::written).toList());
    assertThat(words("/$defs/sending/properties/kinds/items/enum"))
        .isEqualTo(Arrays.stream(UnitKind.values()).map(UnitKind::written).toList());
    assertThat(words("/$defs/plan/properties/verify/items/enum"))
        .isEqualTo(List.copyOf(PlanForm.VERIFICATIONS.keySet()));
    assertThat(words("/$defs/plan/properties/procedure/anyOf/0/enum"))
        .isEqualTo(List.copyOf(PlanForm.PROCEDURES.keySet()));
    assertThat(words("/$defs/report/properties/to/enum"))
        .isEqualTo(List.copyOf(PlanForm.RECIPIENTS.keySet()));
    assertThat(words("/$defs/report/properties/report/enum"))
        .isEqualTo(List.copyOf(PlanForm.STAGES.keySet()));
    assertThat(words("/$defs/escalation/properties/to/enum"))
        .isEqualTo(List.copyOf(SeverityForm.LEVELS.keySet()));
    assertThat(words("/$defs/measure/oneOf/0/properties/close-lanes/enum"))
        .isEqualTo(List.copyOf(MeasureForm.EXTENTS.keySet()));
    assertThat(words("/$defs/measure/oneOf/8/properties/ask-operator/anyOf/0/enum"))
        .isEqualTo(List.copyOf(MeasureForm.OPERATOR.keySet()));
  }

  private List<String> words(String pointer) {
    List<String> words = new ArrayList<>();
    schema.at(pointer).forEach(word -> words.add(word.asText()));
    return words;
  }

  private Set<String> known(String text) throws IOException {
    Findings findings = new Findings();
    PlanReader.read(Files.writeString(directory.resolve("p.yaml"), text + "\n"), findings);
    return findings.list().stream()
        .filter(finding -> finding.message().contains("has no key '" + NO_KEY + "'"))
        .map(Finding::remedy)
        .map(KNOWN::matcher)
        .filter(Matcher::matches)
        .findFirst()
        .map(matcher -> (Set<String>) new TreeSet<>(List.of(matcher.group(1).split(", "))))
        .orElseThrow();
  }
}
