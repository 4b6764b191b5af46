package io.testroad.cli;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.policy.Policy;
import io.testroad.policy.PolicyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds and reads the packs that commands are given. */
final class PackFiles {

  /** Where packs are when none is named. */
  static final Path FOLDER = Path.of("scenarios", "policies");

  private PackFiles() {}

  /**
   * The files that paths name: a folder stands for the packs in it. Errors: {@code missing-file},
   * {@code no-packs}.
   */
  static List<Path> list(List<Path> paths, Findings findings) {
    List<Path> files = new ArrayList<>();
    for (Path path : paths.isEmpty() ? List.of(FOLDER) : paths) {
      if (Files.isDirectory(path)) {
        List<Path> inside = inside(path);
        if (inside.isEmpty()) {
          findings.error(
              "no-packs",
              Position.of(path.toString()),
              "There is no policy pack in the folder.",
              "Name the packs, files that begin with 'testroad-policy: 1'.");
        }
        files.addAll(inside);
      } else if (Files.isRegularFile(path)) {
        files.add(path);
      } else {
        findings.error(
            "missing-file",
            Position.of(path.toString()),
            "There is no such file or folder.",
            paths.isEmpty() ? "Name the packs, or go to the folder that holds scenarios/." : "");
      }
    }
    return files.stream().distinct().toList();
  }

  private static List<Path> inside(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
          .filter(file -> InputKind.of(file) == InputKind.POLICY)
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** The policies of files, in their order; those with errors are left out, with findings. */
  static Map<Path, Policy> read(List<Path> files, Findings findings) {
    Map<Path, Policy> policies = new java.util.LinkedHashMap<>();
    files.forEach(
        file -> PolicyReader.read(file, findings).ifPresent(policy -> policies.put(file, policy)));
    return policies;
  }

  /** Rules by pack that holds them and id. */
  static Map<RuleKey, io.testroad.policy.Rule> rules(Iterable<Policy> policies) {
    Map<RuleKey, io.testroad.policy.Rule> rules = new TreeMap<>();
    policies.forEach(
        policy ->
            policy.rules().forEach(rule -> rules.put(new RuleKey(rule.pack(), rule.id()), rule)));
    return rules;
  }

  /**
   * What identifies a rule among packs.
   *
   * @param pack the id of the pack that holds it
   * @param rule its id
   */
  record RuleKey(String pack, String rule) implements Comparable<RuleKey> {
    @Override
    public int compareTo(RuleKey other) {
      int byPack = pack.compareTo(other.pack);
      return byPack != 0 ? byPack : rule.compareTo(other.rule);
    }
  }
}
