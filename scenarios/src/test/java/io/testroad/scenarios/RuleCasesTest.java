package io.testroad.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.finding.Findings;
import io.testroad.policy.PolicyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule of every pack is kept and broken by somebody in the runs of its cases. */
class RuleCasesTest {

  private static final int LEAST_RULES = 120;

  private static Set<String> rules() throws IOException {
    Set<String> rules = new TreeSet<>();
    try (Stream<Path> packs = Files.list(Path.of("policies"))) {
      for (Path pack : packs.filter(file -> file.toString().endsWith(".yaml")).sorted().toList()) {
        Findings findings = new Findings();
        PolicyReader.read(pack, findings)
            .ifPresent(
                policy -> policy.rules().forEach(rule -> rules.add(rule.pack() + " " + rule.id())));
        assertThat(findings.list()).as("findings in %s", pack).isEmpty();
      }
    }
    return rules;
  }

  private static Set<String> ruled(String verdict) {
    return Shelf.namesIn("rules/").stream()
        .flatMap(name -> Shelf.run(name, 1).stream(EventType.RULING))
        .filter(event -> event.attributes().getString("verdict").equals(verdict))
        .map(RuleCasesTest::ruleOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String ruleOf(Event ruling) {
    return ruling.attributes().getString("pack") + " " + ruling.attributes().getString("rule");
  }

  @Test
  void everyRuleIsKeptAndBroken() throws IOException {
    Set<String> rules = rules();
    assertThat(rules).hasSizeGreaterThanOrEqualTo(LEAST_RULES);
    Set<String> neverKept = new TreeSet<>(rules);
    neverKept.removeAll(ruled("held"));
    assertThat(neverKept).as("rules that nobody keeps").isEmpty();
    Set<String> neverBroken = new TreeSet<>(rules);
    neverBroken.removeAll(ruled("broken"));
    assertThat(neverBroken).as("rules that nobody breaks").isEmpty();
  }
}
