package io.testroad;

import io.testroad.finding.Findings;
import io.testroad.policy.Policy;
import io.testroad.policy.PolicyReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Policy packs written in a test. */
public final class Pack {

  private static final String HEAD =
      """
      testroad-policy: 1
      id: town
      name: { en: The town's rules, zh: 小镇规则 }
      """;

  private Pack() {}

  /** A pack of parameters, facts, obligations and rules as YAML. */
  public static Policy of(String yaml) {
    try {
      Path file = Files.createTempFile("pack", ".yaml");
      try {
        Files.writeString(file, HEAD + yaml);
        return read(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A pack that is shipped. */
  public static Policy shipped(String id) {
    return read(Path.of("..", "scenarios", "policies", id + ".yaml"));
  }

  private static Policy read(Path file) {
    Findings findings = new Findings();
    var policy = PolicyReader.read(file, findings);
    if (findings.hasErrors()) {
      throw new AssertionError(findings.list().toString());
    }
    return policy.orElseThrow();
  }

  /** A rule as YAML, under the key {@code rules}. */
  public static String rule(String id, String on, String require, String otherwise) {
    return rule(id, on, "industry-bureau", require, otherwise);
  }

  /** A rule that an authority checks. */
  public static String rule(
      String id, String on, String checkedBy, String require, String otherwise) {
    String checked =
        on.equals("declaration-applied")
                || on.equals("change-declared")
                || on.equals("vehicles-added")
            ? "  checked-by: " + checkedBy + "\n"
            : "";
    return "- id: "
        + id
        + "\n  title: { en: Rule, zh: 规则 }\n"
        + "  source: { instrument: Town, article: \"1\", grade: assumption }\n"
        + "  on: "
        + on
        + "\n"
        + checked
        + "  require: \""
        + require
        + "\"\n  otherwise: ["
        + otherwise
        + "]\n";
  }
}
