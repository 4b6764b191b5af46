package io.testroad.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.testroad.scenario.ValueShape.Anything;
import io.testroad.scenario.ValueShape.Kind;
import io.testroad.scenario.ValueShape.ListOf;
import io.testroad.scenario.ValueShape.MapOf;
import io.testroad.scenario.ValueShape.OneOrMany;
import io.testroad.scenario.ValueShape.Part;
import io.testroad.scenario.ValueShape.Single;
import io.testroad.scenario.ValueShape.Variants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Writes scenarios/schema/scenario.schema.json when run with -Dtestroad.writeDocs=true; checks it
 * otherwise.
 */
class ScenarioSchemaTest {

  private static final Path FILE = Path.of("..", "scenarios", "schema", "scenario.schema.json");

  private final ObjectNode definitions = JsonNodeFactory.instance.objectNode();

  @Test
  void theSchemaIsUpToDate() throws IOException {
    String written = schema();
    if (Boolean.getBoolean("testroad.writeDocs")) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, written);
    }
    assertThat(Files.readString(FILE))
        .as("run this test with -Dtestroad.writeDocs=true to write the schema anew")
        .isEqualTo(written);
  }

  private String schema() throws JsonProcessingException {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "https://testroad.io/schema/scenario.schema.json");
    schema.put("title", "Testroad scenario");
    schema.setAll(object(ScenarioForms.ROOT));
    schema.set("$defs", definitions);
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter()
            .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));
    return new ObjectMapper().writer(printer).writeValueAsString(schema) + "\n";
  }

  private ObjectNode object(Form form) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("type", "object");
    object.put("description", form.meaning());
    object.put("additionalProperties", false);
    var required = JsonNodeFactory.instance.arrayNode();
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    for (Form.Key key : form.keys()) {
      ObjectNode property = shape(key.shape());
      String fallback = key.fallback();
      property.put(
          "description",
          fallback.isEmpty() || fallback.equals("{}") || fallback.equals("[]")
              ? key.meaning()
              : key.meaning() + "; default: " + fallback);
      properties.set(key.name(), property);
      if (key.required()) {
        required.add(key.name());
      }
    }
    if (!required.isEmpty()) {
      object.set("required", required);
    }
    object.set("properties", properties);
    return object;
  }

  private ObjectNode reference(Form form) {
    if (!definitions.has(form.name())) {
      definitions.putObject(form.name()); // keeps its place
      definitions.set(form.name(), object(form));
    }
    return JsonNodeFactory.instance.objectNode().put("$ref", "#/$defs/" + form.name());
  }

  private ObjectNode shape(ValueShape shape) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (shape instanceof Part part) {
      return reference(part.form());
    } else if (shape instanceof ListOf list) {
      node.put("type", "array").set("items", shape(list.item()));
    } else if (shape instanceof OneOrMany many) {
      var options = node.putArray("oneOf");
      options.add(shape(many.item()));
      options.addObject().put("type", "array").set("items", shape(many.item()));
    } else if (shape instanceof MapOf map) {
      node.put("type", "object");
      if (!(map.item() instanceof Anything)) {
        node.set("additionalProperties", shape(map.item()));
      }
    } else if (shape instanceof Variants variants) {
      var options = node.putArray("oneOf");
      variants.forms().forEach(form -> options.add(reference(form)));
    } else if (shape instanceof Single single) {
      return single(single);
    }
    return node;
  }

  private static ObjectNode single(Single single) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (!single.values().isEmpty()) {
      single.values().forEach(node.putArray("enum")::add);
      return node;
    }
    switch (single.kind()) {
      case INTEGER -> node.put("type", "integer");
      case NUMBER -> node.put("type", "number");
      case BOOLEAN -> node.put("type", "boolean");
      case LANE -> node.putArray("type").add("integer").add("string");
      default -> node.put("type", "string");
    }
    if (!single.kind().pattern().isEmpty() && single.kind() != Kind.INTEGER) {
      node.put("pattern", "^(" + single.kind().pattern() + ")$");
    }
    return node;
  }
}
