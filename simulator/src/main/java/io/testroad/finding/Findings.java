package io.testroad.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Collects the findings of a reading, so that all of a file's faults are reported at once.
 *
 * <p>Bounded: after {@link #LIMIT} findings further ones are counted, not kept. Not thread-safe.
 */
public final class Findings {

  /** How many findings are kept. */
  public static final int LIMIT = 200;

  private final List<Finding> kept = new ArrayList<>();
  private int errors;
  private int leftOut;

  /** Records an error. */
  public void error(String code, Position position, String message, String remedy) {
    add(new Finding(Severity.ERROR, code, position, message, remedy));
  }

  /** Records a warning. */
  public void warning(String code, Position position, String message, String remedy) {
    add(new Finding(Severity.WARNING, code, position, message, remedy));
  }

  /** Records a finding. */
  public void add(Finding finding) {
    if (finding.severity() == Severity.ERROR) {
      errors++;
    }
    if (kept.size() < LIMIT) {
      kept.add(finding);
    } else {
      leftOut++;
    }
  }

  /** Whether any error was recorded. */
  public boolean hasErrors() {
    return errors > 0;
  }

  /** How many errors were recorded, those left out included. */
  public int errors() {
    return errors;
  }

  /** Whether further findings would be counted only: nobody reads their words. */
  public boolean isFull() {
    return kept.size() >= LIMIT;
  }

  /** How many findings were counted but not kept. */
  public int leftOut() {
    return leftOut;
  }

  /** The findings kept, in order of position. */
  public List<Finding> list() {
    List<Finding> sorted = new ArrayList<>(kept);
    sorted.sort(Comparator.comparing(Finding::position));
    return sorted;
  }

  /**
   * The candidate nearest to a misspelt word by edit distance, when it is near enough to be meant.
   *
   * @return empty when no candidate is within a third of the word's length (at least two edits)
   */
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    List<String> sorted = new ArrayList<>(candidates);
    Collections.sort(sorted);
    String best = null;
    int bestDistance = Math.max(2, word.length() / 3) + 1;
    for (String candidate : sorted) {
      if (Math.abs(candidate.length() - word.length()) >= bestDistance) {
        continue;
      }
      int distance = editDistance(word, candidate, bestDistance);
      if (distance < bestDistance) {
        bestDistance = distance;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The edit distance of two words, or any number from the limit on if it isn't below that. */
  private static int editDistance(String a, String b, int limit) {
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitute = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(substitute, Math.min(previous[j], current[j - 1]) + 1);
        least = Math.min(least, current[j]);
      }
      if (least >= limit) {
        return least;
      }
      int[] swap = previous;
      previous = current;
      current = swap;
    }
    return previous[b.length()];
  }
}
