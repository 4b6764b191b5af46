package io.testroad.network;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import java.util.LinkedHashMap;
import java.util.Map;

/** Warnings that would come again and again: each is recorded once, with its count. */
public final class CountedWarnings {

  private static final class Kind {
    private final String code;
    private final Position first;
    private final String message;
    private final String remedy;
    private int count;

    Kind(String code, Position first, String message, String remedy) {
      this.code = code;
      this.first = first;
      this.message = message;
      this.remedy = remedy;
    }
  }

  private final Map<String, Kind> kinds = new LinkedHashMap<>();

  /**
   * Counts a warning; those with one message are of one kind.
   *
   * @param message without the full stop
   */
  public void count(String code, Position position, String message, String remedy) {
    kinds.computeIfAbsent(message, key -> new Kind(code, position, message, remedy)).count++;
  }

  /** Counts a warning at an element. */
  public void count(String code, XmlElement element, String message, String remedy) {
    Kind kind = kinds.get(message);
    if (kind == null) {
      count(code, element.position(), message, remedy);
    } else {
      kind.count++;
    }
  }

  /** Records one warning a kind, where it was met first. */
  public void report(Findings findings) {
    for (Kind kind : kinds.values()) {
      String times = kind.count == 1 ? "." : "; it is there " + kind.count + " times.";
      findings.warning(kind.code, kind.first, kind.message + times, kind.remedy);
    }
  }
}
