package io.testroad.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads event logs that {@link EventLogWriter} wrote, event by event, so that they may be long.
 *
 * <p>A text that has the form of a point in time is read as one; a number that isn't finite stays a
 * text. Warnings: {@code event-log-line} for a line that is no event, for instance the last of a
 * run that was killed; such lines are left out. Errors: {@code event-log-missing}.
 */
public final class EventLogReader {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final long LAST_TICK = 1_000_000_000_000L; // no calendar is as long
  private static final String ESCAPED = "attribute.";
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3,9}([+-]\\d{2}:\\d{2}|Z)");

  private EventLogReader() {}

  /**
   * An event and the line it stands in.
   *
   * @param line from 1
   */
  public record Logged(long line, Event event) {}

  /**
   * Hands every event of a log to a reader, in order.
   *
   * @return whether the log could be read to its end
   */
  public static boolean read(Path log, Consumer<Logged> reader, Findings findings) {
    return read(log, text -> true, reader, findings);
  }

  /**
   * Hands the events of some lines to a reader, in order: quicker than to read all.
   *
   * @param wanted whether a line, as it is written, is to be read
   * @return whether the log could be read to its end
   */
  public static boolean read(
      Path log, Predicate<String> wanted, Consumer<Logged> reader, Findings findings) {
    long line = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(log),
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)))) {
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        line++;
        if (!wanted.test(text)) {
          continue;
        }
        Optional<Event> event = event(text);
        if (event.isPresent()) {
          reader.accept(new Logged(line, event.get()));
        } else if (!text.isBlank()) {
          findings.warning(
              "event-log-line",
              new Position(log.toString(), (int) Math.min(line, Integer.MAX_VALUE), 1),
              "The line is no event of this program's version.",
              "It is left out.");
        }
      }
      return true;
    } catch (IOException e) {
      findings.error(
          "event-log-missing",
          Position.of(log.toString()),
          "The run's events can't be read.",
          "Name a run directory with its events.jsonl.");
      return false;
    }
  }

  /** The event of a line; empty when it is none. */
  static Optional<Event> event(String line) {
    long tick = -1;
    String type = "";
    @Nullable String subject = null;
    SortedMap<String, Object> values = new TreeMap<>();
    try (JsonParser parser = FACTORY.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        switch (name) {
          case "tick" -> tick = token == JsonToken.VALUE_NUMBER_INT ? parser.getLongValue() : -1;
          case "type" -> type = parser.getText();
          case "subject" -> subject = token == JsonToken.VALUE_STRING ? parser.getText() : null;
          case "time" -> parser.skipChildren();
          default ->
              values.put(
                  name.startsWith(ESCAPED) ? name.substring(ESCAPED.length()) : name,
                  value(parser, token));
        }
      }
      if (parser.currentToken() != JsonToken.END_OBJECT
          || tick < 0
          || tick > LAST_TICK
          || subject == null) {
        return Optional.empty();
      }
      long at = tick;
      String about = subject;
      return EventType.find(type).map(t -> new Event(at, t, about, Facts.from(values)));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Object value(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case START_ARRAY -> {
        List<String> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          if (parser.currentToken() == null) {
            throw new IOException("the array has no end");
          }
          items.add(plain(parser));
        }
        yield items;
      }
      case VALUE_STRING -> text(parser.getText());
      default -> plain(parser);
    };
  }

  /** A value as text; of an object nothing. */
  private static String plain(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token.isStructStart()) {
      parser.skipChildren();
      return "";
    }
    return parser.getText();
  }

  /** Whether it is worth a closer look. */
  private static boolean mayBeTime(String text) {
    return text.length() >= 24 && text.charAt(4) == '-' && text.charAt(10) == 'T';
  }

  private static Object text(String text) {
    if (mayBeTime(text) && TIME.matcher(text).matches()) {
      try {
        return OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeException e) {
        return text;
      }
    }
    return text;
  }
}
