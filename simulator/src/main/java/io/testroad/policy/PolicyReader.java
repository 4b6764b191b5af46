package io.testroad.policy;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.yaml.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/**
 * Reads policy packs from YAML files.
 *
 * <p>Errors: those of {@link io.testroad.yaml.YamlReader} and {@link
 * io.testroad.yaml.MappingReader}, and {@code duplicate-rule}, {@code fact-not-available}, {@code
 * policy-consequence}, {@code policy-extends}, {@code policy-extends-cycle}, {@code policy-name},
 * {@code policy-no-consequence}, {@code policy-syntax}, {@code policy-type-error}, {@code
 * unknown-fact}, {@code unknown-parameter}, {@code unknown-rule}. Warnings: {@code
 * policy-nothing-to-refuse}, {@code unused-parameter}.
 */
public final class PolicyReader {

  /** CEL's classes are loaded beside the reading of the first pack; no decision hangs on it. */
  private static final class Language {
    static final CompletableFuture<Void> LOADED = CompletableFuture.runAsync(CelLanguage::load);
  }

  private PolicyReader() {}

  /**
   * The policy in a file, with the packs it extends.
   *
   * @return empty when an error was found; all of a pack's faults are in the findings
   */
  public static Optional<Policy> read(Path file, Findings findings) {
    return read(file, Map.of(), findings);
  }

  /**
   * The policy in a file, with the packs it extends and other values for some of its parameters.
   *
   * @param overrides values by parameter name; faults in them are found where they were written
   * @return empty when an error was found; all of a pack's faults are in the findings
   */
  public static Optional<Policy> read(Path file, Map<String, Node> overrides, Findings findings) {
    int before = findings.errors();
    CompletableFuture<Void> language = Language.LOADED;
    Optional<Pack> read = new PackReader(findings).read(file);
    language.join();
    if (read.isEmpty()) {
      return Optional.empty();
    }
    Pack pack = read.get();
    SortedMap<String, Parameter> parameters = override(pack.parameters(), overrides, findings);
    List<CompiledRule> rules = compile(pack, findings);
    if (findings.errors() > before) {
      return Optional.empty();
    }
    warnOfUnused(file, pack, rules, findings);
    return Optional.of(new Policy(pack.id(), pack.name(), parameters, rules));
  }

  private static List<CompiledRule> compile(Pack pack, Findings findings) {
    ExpressionReader expressions =
        new ExpressionReader(pack.parameters().values(), pack.faulty(), findings);
    List<CompiledRule> rules = new ArrayList<>();
    pack.rules().values().forEach(rule -> rule.compile(expressions).ifPresent(rules::add));
    return rules;
  }

  private static SortedMap<String, Parameter> override(
      SortedMap<String, Parameter> parameters, Map<String, Node> overrides, Findings findings) {
    SortedMap<String, Parameter> changed = new TreeMap<>(parameters);
    ParameterReader reader = new ParameterReader(findings);
    new TreeMap<>(overrides)
        .forEach(
            (name, value) -> {
              Parameter parameter = parameters.get(name);
              if (parameter == null) {
                reader.unknown(name, value, parameters.keySet());
              } else {
                reader.override(parameter, value).ifPresent(p -> changed.put(name, p));
              }
            });
    return changed;
  }

  private static void warnOfUnused(
      Path file, Pack pack, List<CompiledRule> rules, Findings findings) {
    Set<String> unused = new TreeSet<>(pack.parameters().keySet());
    rules.forEach(rule -> unused.removeAll(rule.parameters()));
    for (String parameter : unused) {
      findings.warning(
          "unused-parameter",
          Position.of(file.toString()),
          "No rule reads the parameter '" + parameter + "'.",
          "");
    }
  }
}
