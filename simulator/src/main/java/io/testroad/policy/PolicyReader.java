package io.testroad.policy;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.yaml.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Reads policy packs from YAML files.
 *
 * <p>Errors: those of {@link io.testroad.yaml.YamlReader} and {@link
 * io.testroad.yaml.MappingReader}, and {@code duplicate-rule}, {@code fact-not-available}, {@code
 * policy-consequence}, {@code policy-extends}, {@code policy-extends-cycle}, {@code policy-name},
 * {@code policy-no-consequence}, {@code policy-source-article}, {@code policy-syntax}, {@code
 * policy-too-large}, {@code policy-type-error}, {@code unknown-fact}, {@code unknown-obligation},
 * {@code unknown-parameter}, {@code unknown-rule}, {@code wrong-unit}. Warnings: {@code
 * obligation-without-rule}, {@code policy-nothing-to-refuse}, {@code unused-parameter}.
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
    ExpressionReader expressions =
        new ExpressionReader(parameters.values(), pack.given(), pack.faulty(), findings);
    List<CompiledRule> rules = new ArrayList<>();
    pack.rules().values().forEach(rule -> rule.compile(expressions).ifPresent(rules::add));
    List<CompiledObligation> obligations = new ArrayList<>();
    for (ObligationReader.Raw raw : pack.obligations().values()) {
      raw.compile(expressions, parameters, pack.faulty(), findings).ifPresent(obligations::add);
    }
    expressions.unknownObligations(pack.obligations().keySet());
    if (findings.errors() > before) {
      return Optional.empty();
    }
    warnOfUnused(pack, rules, obligations, findings);
    warnOfUnjudged(obligations, rules, findings);
    return Optional.of(
        new Policy(pack.id(), pack.name(), parameters, pack.given(), obligations, rules));
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
      Pack pack,
      List<CompiledRule> rules,
      List<CompiledObligation> obligations,
      Findings findings) {
    SortedMap<String, Position> unused = new TreeMap<>(pack.own());
    rules.forEach(rule -> unused.keySet().removeAll(rule.parameters()));
    obligations.forEach(obligation -> unused.keySet().removeAll(obligation.parameters()));
    pack.obligations().values().stream()
        .flatMap(raw -> raw.parameter().stream())
        .forEach(parameter -> unused.remove(parameter.text()));
    unused.forEach(
        (parameter, position) ->
            findings.warning(
                "unused-parameter",
                position,
                "No rule reads the parameter '" + parameter + "'.",
                ""));
  }

  private static void warnOfUnjudged(
      List<CompiledObligation> obligations, List<CompiledRule> rules, Findings findings) {
    for (CompiledObligation compiled : obligations) {
      Obligation obligation = compiled.obligation();
      if (rules.stream().noneMatch(rule -> rule.judges(obligation.name()))) {
        findings.warning(
            "obligation-without-rule",
            obligation.position(),
            "No rule looks whether '" + obligation.name() + "' was done in time.",
            "Write one on obligation-due that applies where obligation.name is '"
                + obligation.name()
                + "'.");
      }
    }
  }
}
