package io.testroad.yaml;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A way from a tree's root to one of its parts: {@code script[0].at}. A key that holds a dot or a
 * bracket is written in quotes: {@code zones."a.b".roads}.
 *
 * @param steps keys ({@code String}) and indices ({@code Integer}) in turn
 * @param text as written
 */
public record NodePath(List<Object> steps, String text) {

  private static final Pattern STEP =
      Pattern.compile("\\[(\\d{1,7})\\]|\\.?\"([^\"]*)\"|\\.?([^.\\[\\]\"=]+)");
  private static final int MAX_STEPS = YamlReader.MAX_DEPTH;

  public NodePath {
    steps = List.copyOf(steps);
  }

  /**
   * The path of a text.
   *
   * @return empty, with a finding {@code set-path}, when it isn't one
   */
  public static Optional<NodePath> parse(String text, Position position, Findings findings) {
    List<Object> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(text);
    int at = 0;
    while (at < text.length() && steps.size() < MAX_STEPS) {
      matcher.region(at, text.length());
      if (!startsStep(text.charAt(at), steps.isEmpty()) || !matcher.lookingAt()) {
        break;
      }
      steps.add(step(matcher));
      at = matcher.end();
    }
    if (steps.isEmpty() || at < text.length()) {
      findings.error(
          "set-path",
          position,
          "'" + text + "' is no path.",
          "Write keys with dots and list indices in brackets, for instance 'script[0].at'.");
      return Optional.empty();
    }
    return Optional.of(new NodePath(steps, text));
  }

  private static boolean startsStep(char c, boolean first) {
    return c == '[' || first != (c == '.');
  }

  private static Object step(Matcher matcher) {
    if (matcher.group(1) != null) {
      return Integer.valueOf(matcher.group(1));
    }
    return matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
  }

  @Override
  public String toString() {
    return text;
  }
}
