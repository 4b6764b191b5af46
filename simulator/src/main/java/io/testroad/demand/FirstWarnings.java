package io.testroad.demand;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import java.util.LinkedHashMap;
import java.util.Map;

/** Records warnings about single vehicles: the first few of each code; then their number. */
final class FirstWarnings {

  /** How many of a code are recorded by themselves. */
  static final int SHOWN = 3;

  private static final class Rest {
    private int count;
    private Position first = Position.of("");
  }

  private final Findings findings;
  private final Map<String, Rest> rests = new LinkedHashMap<>();

  FirstWarnings(Findings findings) {
    this.findings = findings;
  }

  /** A warning. */
  void add(String code, Position position, String message, String remedy) {
    Rest rest = rests.computeIfAbsent(code, key -> new Rest());
    rest.count++;
    if (rest.count <= SHOWN) {
      findings.warning(code, position, message, remedy);
    } else if (rest.count == SHOWN + 1) {
      rest.first = position;
    }
  }

  /** Records how many more there were of each code. */
  void report() {
    rests.forEach(
        (code, rest) -> {
          if (rest.count > SHOWN) {
            findings.warning(
                code,
                rest.first,
                "The same happens " + (rest.count - SHOWN) + " more times, first here.",
                "");
          }
        });
  }
}
