package io.testroad.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.testroad.finding.Finding;
import io.testroad.finding.Findings;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** What commands have in common in printing: findings and JSON. */
final class Printer {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .defaultPrettyPrinter(
              new DefaultPrettyPrinter(
                      Separators.createDefaultInstance()
                          .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                  .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                  .withArrayIndenter(new DefaultIndenter("  ", "\n")))
          .build();

  private Printer() {}

  /** A finding as JSON has it. */
  record FindingEntry(
      String severity,
      String code,
      String file,
      int line,
      int column,
      String message,
      String remedy) {

    static List<FindingEntry> list(Findings findings) {
      return findings.list().stream().map(FindingEntry::of).toList();
    }

    private static FindingEntry of(Finding finding) {
      return new FindingEntry(
          finding.severity().name().toLowerCase(Locale.ROOT),
          finding.code(),
          finding.position().file(),
          finding.position().line(),
          finding.position().column(),
          finding.message(),
          finding.remedy());
    }
  }

  /** Prints findings, one a line, in order of position. */
  static void print(Findings findings, PrintWriter to) {
    findings.list().forEach(finding -> to.println(singleLine(finding.toString())));
    if (findings.leftOut() > 0) {
      to.println("… and " + findings.leftOut() + " more.");
    }
  }

  /** What {@code --format json} prints when the input is bad. */
  record Refusal(int errors, List<FindingEntry> findings) {}

  /** Prints findings that leave nothing to be done; returns the exit code. */
  static int refuse(Findings findings, boolean json, PrintWriter out, PrintWriter err) {
    if (json) {
      printJson(new Refusal(findings.errors(), FindingEntry.list(findings)), out);
    } else {
      print(findings, err);
    }
    return ExitCode.BAD_INPUT;
  }

  private static String singleLine(String text) {
    return text.replace("\n", "\\n").replace("\r", "\\r");
  }

  /** How many errors and warnings there are, in words. */
  static String counts(Findings findings) {
    return counts(findings.errors(), warnings(findings));
  }

  /** How many warnings there are, those left out included. */
  static int warnings(Findings findings) {
    return findings.list().size() + findings.leftOut() - findings.errors();
  }

  /** How many errors and warnings there are, in words. */
  static String counts(int errors, int warnings) {
    return count(errors, "error") + ", " + count(warnings, "warning");
  }

  private static String count(int number, String noun) {
    return (number == 0 ? "no" : Integer.toString(number)) + " " + noun + (number == 1 ? "" : "s");
  }

  /** Prints a value as one JSON object. */
  static void printJson(Object value, PrintWriter to) {
    to.println(json(value));
  }

  /** A value as the text of one JSON object. */
  static String json(Object value) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of plain values is JSON", e);
    }
  }
}
