package io.testroad.scenario;

import io.testroad.policy.Policy;
import io.testroad.policy.Rule;
import io.testroad.yaml.Mapping;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads which rulings a scenario says will be given. */
final class RulingsReader {

  private final Reading reading;
  private final Set<String> rules = new TreeSet<>();
  private final Set<String> subjects = new TreeSet<>();

  /**
   * A reader.
   *
   * @param fleets the names of the fleets
   */
  RulingsReader(Reading reading, Policy policy, List<String> fleets) {
    this.reading = reading;
    policy.rules().stream().map(Rule::id).forEach(rules::add);
    subjects.addAll(fleets);
    subjects.addAll(reading.vehicles().all());
  }

  List<RulingCase> read(MappingReader root) {
    List<RulingCase> cases = new ArrayList<>();
    root.findMapping("rulings")
        .ifPresent(
            section -> {
              for (Mapping.Entry entry : section.mapping().entries()) {
                MappingReader.of(entry.value(), ScenarioForms.RULING.what(), reading.findings())
                    .ifPresent(reader -> rule(entry, reader, cases));
              }
            });
    return cases;
  }

  private void rule(Mapping.Entry entry, MappingReader reader, List<RulingCase> cases) {
    if (!rules.contains(entry.key())) {
      reading
          .findings()
          .error(
              "unknown-rule",
              entry.keyPosition(),
              "The policy has no rule '" + entry.key() + "'.",
              MappingReader.meant(entry.key(), rules));
    }
    add(entry.key(), true, Names.texts(reader, "kept", reading.findings()), cases);
    add(entry.key(), false, Names.texts(reader, "broken", reading.findings()), cases);
    reader.finish();
  }

  private void add(String rule, boolean held, List<Scalar> by, List<RulingCase> cases) {
    for (Scalar written : by) {
      Glob glob = new Glob(written.text());
      if (subjects.stream().noneMatch(glob::matches)) {
        reading
            .findings()
            .error(
                "unknown-vehicle",
                written.position(),
                "There is no fleet or vehicle '" + written.text() + "'.",
                MappingReader.meant(glob.bare(), subjects));
      }
      cases.add(new RulingCase(rule, held, written.text()));
    }
  }
}
