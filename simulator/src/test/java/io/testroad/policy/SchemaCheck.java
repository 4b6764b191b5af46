package io.testroad.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** As much of JSON Schema as the schema of packs uses. */
public final class SchemaCheck {

  private final JsonNode root;

  /** A check against a schema. */
  public SchemaCheck(JsonNode root) {
    this.root = root;
  }

  /** What is wrong with a value; empty when it fits. */
  public List<String> faults(JsonNode value) {
    List<String> faults = new ArrayList<>();
    check(root, value, "", faults);
    return faults;
  }

  private boolean fits(JsonNode schema, JsonNode value) {
    List<String> faults = new ArrayList<>();
    check(schema, value, "", faults);
    return faults.isEmpty();
  }

  private void check(JsonNode schema, JsonNode value, String path, List<String> faults) {
    if (schema.has("$ref")) {
      check(root.at(schema.get("$ref").asText().substring(1)), value, path, faults);
    }
    demand(!schema.has("type") || isOfType(schema.get("type"), value), path + ": type", faults);
    demand(!schema.has("const") || schema.get("const").equals(value), path + ": constant", faults);
    demand(!schema.has("enum") || holds(schema.get("enum"), value), path + ": " + value, faults);
    long fitting = schema.has("oneOf") ? fitting(schema.get("oneOf"), value) : 1;
    demand(fitting == 1, path + ": one of, not " + fitting, faults);
    demand(!schema.has("anyOf") || fitting(schema.get("anyOf"), value) > 0, path + ": any", faults);
    if (schema.has("if") && fits(schema.get("if"), value)) {
      check(schema.get("then"), value, path, faults);
    }
    if (value.isTextual()) {
      text(schema, value.asText(), path, faults);
    } else if (value.isNumber()) {
      demand(
          value.asDouble() >= schema.path("minimum").asDouble(Double.NEGATIVE_INFINITY)
              && value.asDouble() <= schema.path("maximum").asDouble(Double.POSITIVE_INFINITY),
          path + ": range",
          faults);
    } else if (value.isArray()) {
      demand(value.size() >= schema.path("minItems").asInt(0), path + ": too few", faults);
      if (schema.has("items")) {
        for (int i = 0; i < value.size(); i++) {
          check(schema.get("items"), value.get(i), path + "/" + i, faults);
        }
      }
    } else if (value.isObject()) {
      object(schema, value, path, faults);
    }
  }

  private static void text(JsonNode schema, String text, String path, List<String> faults) {
    demand(
        text.length() >= schema.path("minLength").asInt(0)
            && text.length() <= schema.path("maxLength").asInt(Integer.MAX_VALUE),
        path + ": length",
        faults);
    demand(
        !schema.has("pattern") || Pattern.matches(schema.get("pattern").asText(), text),
        path + ": pattern",
        faults);
  }

  private void object(JsonNode schema, JsonNode value, String path, List<String> faults) {
    for (JsonNode key : schema.path("required")) {
      demand(value.has(key.asText()), path + ": needs " + key.asText(), faults);
    }
    value
        .fields()
        .forEachRemaining(
            entry -> {
              String below = path + "/" + entry.getKey();
              JsonNode property = schema.path("properties").path(entry.getKey());
              JsonNode others = schema.path("additionalProperties");
              if (!property.isMissingNode()) {
                check(property, entry.getValue(), below, faults);
              } else if (others.isObject()) {
                check(others, entry.getValue(), below, faults);
              } else {
                demand(!others.isBoolean() || others.asBoolean(), below + ": unknown", faults);
              }
              if (schema.has("propertyNames")) {
                text(schema.get("propertyNames"), entry.getKey(), below, faults);
              }
            });
  }

  private long fitting(JsonNode options, JsonNode value) {
    return StreamSupport.stream(options.spliterator(), false).filter(o -> fits(o, value)).count();
  }

  private static boolean holds(JsonNode values, JsonNode value) {
    return StreamSupport.stream(values.spliterator(), false).anyMatch(value::equals);
  }

  private static boolean isOfType(JsonNode type, JsonNode value) {
    if (type.isArray()) {
      return StreamSupport.stream(type.spliterator(), false).anyMatch(t -> isOfType(t, value));
    }
    return switch (type.asText()) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      default -> throw new IllegalArgumentException(type.asText());
    };
  }

  private static void demand(boolean fits, String fault, List<String> faults) {
    if (!fits) {
      faults.add(fault);
    }
  }
}
