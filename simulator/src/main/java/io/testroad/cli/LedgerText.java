package io.testroad.cli;

import io.testroad.record.PermitHistory;
import io.testroad.record.PermitRow;
import io.testroad.record.PlateCounts;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells a ledger in words. */
final class LedgerText {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private static final List<String> COLUMNS =
      List.of("document", "number", "vehicle", "operator", "state", "since", "until", "rule");

  private final Words words;
  private final LedgerInput ledger;
  private final PrintWriter out;

  LedgerText(Words words, LedgerInput ledger, PrintWriter out) {
    this.words = words;
    this.ledger = ledger;
    this.out = out;
  }

  /** Prints of when it is, and the totals. */
  void head(Instant at, PermitHistory history) {
    out.println(
        at.equals(Instant.MAX)
            ? words.say("ledger.title-open", ledger.scenario())
            : words.say("ledger.title", ledger.scenario(), time(at)));
    PlateCounts plates = history.plates();
    out.println(
        words.say(
            "ledger.plates",
            plates.issued(),
            plates.valid(),
            plates.expired(),
            plates.withdrawn(),
            plates.returned()));
    Map<String, Long> permits = LedgerReport.permits(history);
    if (!permits.isEmpty()) {
      out.println(
          words.say(
              "ledger.permits",
              permits.values().stream().mapToLong(Long::longValue).sum(),
              permits.getOrDefault("valid", 0L),
              permits.getOrDefault("suspended", 0L),
              permits.getOrDefault("withdrawn", 0L)));
    }
    out.println();
  }

  /** Prints states as a table. */
  void states(List<PermitRow> states) {
    if (states.isEmpty()) {
      out.println(words.say("ledger.nothing"));
      return;
    }
    TextTable.print(
        "",
        COLUMNS.stream().map(column -> words.say("ledger.column." + column)).toList(),
        states.stream().map(this::cells).toList(),
        Collections.nCopies(COLUMNS.size(), false),
        out);
  }

  private List<String> cells(PermitRow row) {
    String detail = row.detail();
    String number = row.number();
    return List.of(
        words.say("ledger.document." + row.document().written()),
        detail == null ? number : words.say("ledger.of", number, words.term(detail)),
        Objects.requireNonNullElse(row.vehicle(), ""),
        Objects.requireNonNullElse(row.operator(), ""),
        words.say("ledger.state." + row.state().written()),
        time(row.time()),
        row.validUntil() == null ? "" : time(row.validUntil()),
        Objects.requireNonNullElse(row.rule(), ""));
  }

  /** Prints a history as sentences. */
  void history(List<PermitRow> rows) {
    if (rows.isEmpty()) {
      out.println(words.say("ledger.nothing"));
    }
    rows.forEach(row -> out.println("  " + time(row.time()) + "  " + sentence(row)));
  }

  private String sentence(PermitRow row) {
    boolean again =
        row.document() == PermitRow.Document.PERMIT
            && row.state() == PermitRow.State.VALID
            && row.previous() != null;
    String key =
        "ledger."
            + row.document().written()
            + "."
            + row.state().written()
            + (again ? "-again" : "");
    String detail = row.detail();
    return words.say(
            key,
            row.number(),
            Objects.requireNonNullElse(row.vehicle(), ""),
            detail == null ? "" : words.term(detail))
        + (beginsToHold(row) ? part("ledger.from", row.validFrom()) : "")
        + (holdsUntil(row) ? part("ledger.until", row.validUntil()) : "")
        + (row.rule() == null ? "" : words.say("ledger.rule", row.rule()))
        + words.say("ledger.stop");
  }

  private static boolean beginsToHold(PermitRow row) {
    return row.state() == PermitRow.State.VALID;
  }

  private static boolean holdsUntil(PermitRow row) {
    return switch (row.state()) {
      case VALID, SUSPENDED, CONFIRMED, ORDERED -> true;
      default -> false;
    };
  }

  private String part(String key, @Nullable Instant instant) {
    return instant == null ? "" : words.say(key, time(instant));
  }

  private String time(Instant instant) {
    return instant.atOffset(ledger.clock().offset()).format(TIME);
  }
}
