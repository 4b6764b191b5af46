package io.testroad.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The schema that editors use names the same words as the reader. */
class PolicySchemaTest {

  private final JsonNode schema = read();

  private static JsonNode read() {
    try {
      Path file = Path.of("..", "scenarios", "schema", "policy.schema.json");
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void namesTheMoments() {
    assertThat(words("/$defs/rule/properties/on/enum"))
        .isEqualTo(Arrays.stream(Moment.values()).map(Moment::written).toList());
  }

  @Test
  void namesTheGrades() {
    assertThat(words("/$defs/source/properties/grade/enum"))
        .isEqualTo(Arrays.stream(Grade.values()).map(Grade::written).toList());
  }

  @Test
  void namesTheConsequences() {
    JsonNode kinds = schema.at("/$defs/consequence/oneOf");
    assertThat(
            StreamSupport.stream(kinds.spliterator(), false)
                .map(kind -> kind.at("/properties").fieldNames().next()))
        .containsExactlyElementsOf(ConsequenceReader.KINDS.keySet());
    assertThat(words("/$defs/consequence/oneOf/3/properties/instruct/enum"))
        .isEqualTo(Arrays.stream(Instruction.values()).map(Instruction::written).toList());
    assertThat(words("/$defs/consequence/oneOf/2/properties/violation/properties/addressee/enum"))
        .isEqualTo(ConsequenceReader.ADDRESSEES);
    assertThat(words("/$defs/consequence/oneOf/6/properties/notify/enum"))
        .isEqualTo(ConsequenceReader.NOTIFIED);
  }

  @Test
  void hasTheSamePatternForIds() {
    assertThat(schema.at("/properties/id/pattern").asText())
        .isEqualTo("^" + RuleReader.ID.pattern() + "$");
  }

  private List<String> words(String pointer) {
    return StreamSupport.stream(schema.at(pointer).spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }
}
