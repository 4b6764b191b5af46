package io.testroad.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Changes of state in their order, as {@link PermitReader} reads them, and what follows of them.
 */
public record PermitHistory(List<PermitRow> rows) {

  private static final Comparator<PermitRow> BY_DOCUMENT =
      Comparator.comparing(PermitRow::document)
          .thenComparing(PermitRow::number)
          .thenComparing(row -> text(row.vehicle()))
          .thenComparing(row -> text(row.detail()));

  public PermitHistory {
    rows = List.copyOf(rows);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** What had happened at an instant, that instant included. */
  public PermitHistory until(Instant instant) {
    return where(row -> !row.time().isAfter(instant));
  }

  /** What meets a condition; all rows of a document should, or none. */
  public PermitHistory where(Predicate<PermitRow> condition) {
    return new PermitHistory(rows.stream().filter(condition).toList());
  }

  /** The last row of each document: its state. By kind of document, then number. */
  public List<PermitRow> states() {
    Map<PermitRow.Key, PermitRow> latest = new LinkedHashMap<>();
    rows.forEach(row -> latest.put(row.key(), row));
    List<PermitRow> states = new ArrayList<>(latest.values());
    states.sort(BY_DOCUMENT);
    return states;
  }

  /** How many plates there are in each state. */
  public PlateCounts plates() {
    PlateCounts counts = PlateCounts.NONE;
    for (PermitRow row : rows) {
      counts = counts.after(row);
    }
    return counts;
  }
}
