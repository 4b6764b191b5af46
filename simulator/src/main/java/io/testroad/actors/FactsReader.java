package io.testroad.actors;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.testroad.engine.Facts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads facts that have crossed the network.
 *
 * <p>By hand, for Akka's Jackson reads maps and lists of unknown content as Scala's.
 */
final class FactsReader extends StdDeserializer<Facts> {

  private static final long serialVersionUID = 1L;

  FactsReader() {
    super(Facts.class);
  }

  @Override
  public Facts deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    JsonNode written = context.readTree(parser);
    Map<String, Object> values = new TreeMap<>();
    written.fields().forEachRemaining(fact -> values.put(fact.getKey(), value(fact.getValue())));
    return Facts.from(values);
  }

  private static Object value(JsonNode written) {
    if (written.isIntegralNumber()) {
      return written.longValue();
    }
    if (written.isNumber()) {
      return written.doubleValue();
    }
    if (written.isBoolean()) {
      return written.booleanValue();
    }
    if (written.isArray()) {
      List<String> items = new ArrayList<>();
      written.forEach(item -> items.add(item.textValue()));
      return items;
    }
    if (written.isObject()) { // an instant, or a number that JSON doesn't have
      Map<String, String> marked = new TreeMap<>();
      written
          .fields()
          .forEachRemaining(mark -> marked.put(mark.getKey(), mark.getValue().asText()));
      return marked;
    }
    return written.textValue();
  }
}
