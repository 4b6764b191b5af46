package io.testroad.record;

import io.testroad.engine.Event;
import org.jspecify.annotations.Nullable;

/** Reads the attributes of events, of which one may be missing. */
final class EventAttributes {

  private EventAttributes() {}

  /** An attribute as text; null when it is missing or empty. */
  static @Nullable String text(Event event, String name) {
    Object value = event.attributes().find(name);
    return value == null || value.equals("") ? null : value.toString();
  }

  /** A whole number; -1 when it is missing or none. */
  static long whole(Event event, String name) {
    return event.attributes().find(name) instanceof Number value ? value.longValue() : -1;
  }

  /** A number; 0 when it is missing or none. */
  static double real(Event event, String name) {
    return event.attributes().find(name) instanceof Number value ? value.doubleValue() : 0;
  }

  /** Seconds as whole milliseconds, so that sums don't depend on their order. */
  static long millis(Event event, String name) {
    return Math.round(real(event, name) * 1000);
  }
}
