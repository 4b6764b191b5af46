package io.testroad.scenario;

import io.testroad.policy.Obligation;
import io.testroad.policy.Policy;
import io.testroad.units.Term;
import io.testroad.vehicle.OperatorSpec;
import io.testroad.yaml.Mapping;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Scalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads how a fleet's operator keeps to what it owes. */
final class ConductReader {

  private static final String NEVER = "never";

  /** What stands for the corrections that authorities order. */
  private static final String CORRECTION = "correction";

  private final Reading reading;
  private final Set<String> obligations = new TreeSet<>();

  ConductReader(Reading reading, Policy policy) {
    this.reading = reading;
    obligations.add(CORRECTION);
    policy.obligations().stream().map(Obligation::name).forEach(obligations::add);
  }

  OperatorSpec.Conduct read(MappingReader fleet) {
    Optional<MappingReader> section = fleet.findMapping("conduct");
    if (section.isEmpty()) {
      return new OperatorSpec.Conduct(new TreeMap<>(), List.of(), Optional.empty(), true, true, 0);
    }
    MappingReader reader = section.get();
    SortedMap<String, Optional<Term>> punctuality = new TreeMap<>();
    reader
        .findMapping("obligations")
        .ifPresent(map -> map.mapping().entries().forEach(entry -> punctual(entry, punctuality)));
    List<Duration> inspections = new ArrayList<>();
    for (Scalar written : Names.texts(reader, "inspected", reading.findings())) {
      Spans.duration(written, reading.findings()).ifPresent(inspections::add);
    }
    Optional<Term> appeals = reading.spans().findTerm(reader, "appeals");
    boolean heeds = reader.findBoolean("heeds-refusals").orElse(true);
    boolean restarts = reader.findBoolean("restarts-count").orElse(true);
    int tries = reader.findLong("tries", 0, 1000).orElse(0L).intValue();
    reader.finish();
    return new OperatorSpec.Conduct(punctuality, inspections, appeals, heeds, restarts, tries);
  }

  private void punctual(Mapping.Entry entry, SortedMap<String, Optional<Term>> punctuality) {
    if (!obligations.contains(entry.key())) {
      reading
          .findings()
          .error(
              "unknown-obligation",
              entry.keyPosition(),
              "The policy has no obligation '" + entry.key() + "'.",
              MappingReader.meant(entry.key(), obligations));
    } else if (!(entry.value() instanceof Scalar written)) {
      reading
          .findings()
          .error(
              "wrong-type",
              entry.value().position(),
              "A term can't be " + entry.value().described() + ".",
              "Write for instance '30 h' or 'never'.");
    } else if (written.text().equals(NEVER)) {
      punctuality.put(entry.key(), Optional.empty());
    } else {
      reading.spans().term(written).ifPresent(t -> punctuality.put(entry.key(), Optional.of(t)));
    }
  }
}
