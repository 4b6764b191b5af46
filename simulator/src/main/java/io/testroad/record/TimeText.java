package io.testroad.record;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Writes dates and times: ISO 8601 with three to nine decimals of a second and an offset. */
public final class TimeText {

  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 3, 9, true)
          .appendPattern("XXXXX")
          .toFormatter(Locale.ROOT);

  private TimeText() {}

  /** A date and time, for instance {@code 2025-02-28T23:50:00.100+08:00}. */
  public static String of(OffsetDateTime time) {
    return FORMAT.format(time);
  }

  /** An instant as the clocks of an offset show it. */
  public static String of(Instant instant, ZoneOffset offset) {
    return FORMAT.format(instant.atOffset(offset));
  }
}
