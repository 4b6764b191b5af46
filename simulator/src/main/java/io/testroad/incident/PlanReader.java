package io.testroad.incident;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.policy.Parameter;
import io.testroad.policy.ParameterReader;
import io.testroad.yaml.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads plan books from YAML files.
 *
 * <p>Errors: those of {@link io.testroad.yaml.YamlReader} and {@link
 * io.testroad.yaml.MappingReader}, of parameters and sources as in policy packs, of expressions
 * ({@code expression-syntax}, {@code expression-type-error}, {@code unknown-fact}, {@code
 * unknown-parameter}, {@code unknown-value}), and {@code duplicate-plan}, {@code plan-extends},
 * {@code plan-extends-cycle}, {@code plan-kind}, {@code plan-measure}, {@code plan-too-large},
 * {@code unknown-plan}, {@code wrong-unit}. Warnings: {@code plan-never}, {@code unused-parameter}.
 */
public final class PlanReader {

  private PlanReader() {}

  /**
   * The plan book in a file, with those it extends.
   *
   * @return empty when an error was found; all of its faults are in the findings
   */
  public static Optional<PlanBook> read(Path file, Findings findings) {
    return read(file, Map.of(), findings);
  }

  /**
   * The plan book in a file, with those it extends and other values for some of its parameters.
   *
   * @param overrides values by parameter name; faults in them are found where they were written
   * @return empty when an error was found; all of its faults are in the findings
   */
  public static Optional<PlanBook> read(Path file, Map<String, Node> overrides, Findings findings) {
    int before = findings.errors();
    Optional<PlanFile> read = new PlanFileReader(findings).read(file);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    PlanFile written = read.get();
    SortedMap<String, Parameter> parameters = override(written.parameters(), overrides, findings);
    PlanWords words = new PlanWords(parameters, written.faulty(), findings);
    List<SeverityClass> severities = new ArrayList<>();
    written
        .severities()
        .forEach((name, form) -> new SeverityForm(words).read(form).ifPresent(severities::add));
    List<Plan> plans = new ArrayList<>();
    written.plans().forEach((id, form) -> new PlanForm(words).read(form).ifPresent(plans::add));
    if (findings.errors() > before) {
      return Optional.empty();
    }
    warnOfUnused(written, words, findings);
    warnOfNever(written, plans, findings);
    return Optional.of(
        new PlanBook(written.name(), written.label(), parameters, severities, plans));
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

  private static void warnOfUnused(PlanFile written, PlanWords words, Findings findings) {
    SortedMap<String, Position> unused = new TreeMap<>(written.own());
    unused.keySet().removeAll(words.used());
    unused.forEach(
        (parameter, position) ->
            findings.warning(
                "unused-parameter",
                position,
                "No plan reads the parameter '" + parameter + "'.",
                ""));
  }

  private static void warnOfNever(PlanFile written, List<Plan> plans, Findings findings) {
    boolean always = false;
    for (Plan plan : plans) {
      Node form = written.plans().get(plan.id());
      if (always && form != null) {
        findings.warning(
            "plan-never",
            form.position(),
            "The plan '" + plan.id() + "' is never followed: one before it always applies.",
            "Put the one without 'when' last.");
      }
      always |= plan.when().expression().isEmpty();
    }
  }
}
