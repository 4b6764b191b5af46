package io.testroad.yaml;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import java.util.Optional;

/**
 * A value given on the command line for a path: {@code --set fleets.pilot.vehicles=3}.
 *
 * @param path where
 * @param value what, read as YAML
 */
public record Setting(NodePath path, Node value) {

  /**
   * The setting of {@code path=value}.
   *
   * @return empty when an error was found: {@code set-path}, or those of {@link YamlReader}
   */
  public static Optional<Setting> parse(String text, Findings findings) {
    int equals = text.indexOf('=');
    String name = "--set " + text.lines().findFirst().orElse("");
    Position position = Position.of(name);
    if (equals <= 0) {
      findings.error(
          "set-path", position, "'" + text + "' sets nothing.", "Write path=value, 'seed=7'.");
      return Optional.empty();
    }
    String written = text.substring(equals + 1);
    return NodePath.parse(text.substring(0, equals).strip(), position, findings)
        .flatMap(path -> value(written, name, findings).map(value -> new Setting(path, value)));
  }

  private static Optional<Node> value(String text, String name, Findings findings) {
    return text.isBlank()
        ? Optional.of(Scalar.plain("", Position.of(name)))
        : YamlReader.parse(text, name, findings);
  }

  /** A tree with this value in its place; empty, with a finding, when the path doesn't fit. */
  public Optional<Node> applyTo(Node root, Findings findings) {
    return root.with(path, value, findings);
  }
}
