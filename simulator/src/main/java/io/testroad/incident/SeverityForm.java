package io.testroad.incident;

import io.testroad.policy.SourceReader;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import io.testroad.yaml.Scalar;
import java.util.Map;
import java.util.Optional;

/** Reads a class of severity. */
final class SeverityForm {

  /** The centres an incident may go to. */
  static final Map<String, CentreLevel> LEVELS =
      PlanWords.words(
          new CentreLevel[] {CentreLevel.DISTRICT, CentreLevel.CITY, CentreLevel.PROVINCE},
          CentreLevel::written);

  private final PlanWords words;

  SeverityForm(PlanWords words) {
    this.words = words;
  }

  /** The class; empty when an error was found. */
  Optional<SeverityClass> read(Node written) {
    Optional<MappingReader> mapping = words.mapping(written, "a class of severity");
    if (mapping.isEmpty()) {
      return Optional.empty();
    }
    MappingReader reader = mapping.get();
    Optional<Scalar> name = SourceReader.id(reader, "name", "class of severity", words.findings());
    PlanCondition when = words.condition(reader, "when", PlanCondition.ALWAYS);
    reader.require("priority");
    Optional<Long> priority = reader.findLong("priority", 1, 4);
    Optional<CentreLevel> level = reader.requireChoice("level", LEVELS);
    reader.finish();
    return name.isEmpty() || priority.isEmpty() || level.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SeverityClass(name.get().text(), when, priority.get().intValue(), level.get()));
  }
}
