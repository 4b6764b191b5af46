package io.testroad.record;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes events as JSON lines: {@code tick}, {@code time}, {@code type}, {@code subject}, then the
 * attributes in the order of {@link EventType#attributes}, then any others by name.
 *
 * <p>An attribute that bears the name of one of the four is written as {@code attribute.<name>}.
 * Doubles always have a decimal point ({@link NumberText#shortest}), integers never; those that are
 * not finite become strings. Instants are written with the scenario's offset.
 *
 * <p>Whole lines reach the file, once a simulated minute at the latest, so that it can be read
 * after the program was killed.
 */
public final class EventLogWriter implements Closeable {

  private static final Set<String> OWN_KEYS = Set.of("tick", "time", "type", "subject");
  private static final int KEPT_BYTES = 1 << 16;

  private final Clock clock;
  private final OutputStream file;
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream(2 * KEPT_BYTES);
  private final JsonGenerator json;
  private final long ticksAMinute;
  private long flushFrom;

  /**
   * A writer to a new file.
   *
   * @throws IOException when the file can't be made
   */
  public EventLogWriter(Path path, Clock clock) throws IOException {
    this.clock = clock;
    file = Files.newOutputStream(path);
    json = new JsonFactory().createGenerator(lines, JsonEncoding.UTF8);
    json.setPrettyPrinter(new MinimalPrettyPrinter(""));
    ticksAMinute = Math.max(1, 60_000 / clock.tickMillis());
    flushFrom = ticksAMinute;
  }

  /** Writes the events of a tick; without any it only lets the simulated time pass. */
  public void write(long tick, List<Event> events) throws IOException {
    for (Event event : events) {
      write(event);
    }
    if (tick >= flushFrom || lines.size() >= KEPT_BYTES) {
      flush();
      flushFrom = Math.max(flushFrom, (tick / ticksAMinute + 1) * ticksAMinute);
    }
  }

  private void write(Event event) throws IOException {
    json.writeStartObject();
    json.writeNumberField("tick", event.tick());
    json.writeStringField("time", TimeText.of(clock.dateTimeOf(event.tick())));
    json.writeStringField("type", event.type().written());
    json.writeStringField("subject", event.subject());
    Map<String, Object> rest = new TreeMap<>(event.attributes().asMap());
    for (String listed : event.type().attributes()) {
      String name = listed.endsWith("?") ? listed.substring(0, listed.length() - 1) : listed;
      Object value = rest.remove(name);
      if (value != null) {
        attribute(name, value);
      }
    }
    for (Map.Entry<String, Object> other : rest.entrySet()) {
      attribute(other.getKey(), other.getValue());
    }
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
  }

  private void attribute(String name, Object value) throws IOException {
    json.writeFieldName(OWN_KEYS.contains(name) ? "attribute." + name : name);
    if (value instanceof Double real) {
      String text = NumberText.shortest(real);
      if (Double.isFinite(real)) {
        json.writeNumber(text);
      } else {
        json.writeString(text);
      }
    } else if (value instanceof Long integer) {
      json.writeNumber(integer);
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Instant instant) {
      json.writeString(TimeText.of(instant, clock.offset()));
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object item : list) {
        json.writeString(item.toString());
      }
      json.writeEndArray();
    } else {
      json.writeString(value.toString());
    }
  }

  private void flush() throws IOException {
    lines.writeTo(file);
    lines.reset();
  }

  @Override
  public void close() throws IOException {
    try (file) {
      flush();
    }
  }
}
