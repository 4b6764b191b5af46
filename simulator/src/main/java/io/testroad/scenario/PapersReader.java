package io.testroad.scenario;

import io.testroad.units.Dimension;
import io.testroad.vehicle.IcvSpec;
import io.testroad.yaml.MappingReader;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Optional;

/** Reads a fleet's papers. */
final class PapersReader {

  private final Reading reading;
  private final String platePrefix;

  PapersReader(Reading reading, String platePrefix) {
    this.reading = reading;
    this.platePrefix = platePrefix;
  }

  Papers read(MappingReader fleet) {
    Optional<MappingReader> permit = fleet.findMapping("permit");
    Optional<MappingReader> plate = permit.flatMap(p -> p.findMapping("plate"));
    String painted = plate.flatMap(p -> p.findText("painted")).orElse("");
    Optional<Instant> plateUntil = plate.map(this::plate);
    Optional<Instant> permitUntil =
        permit.flatMap(p -> p.findMapping("declaration")).flatMap(this::declaration);
    permit.ifPresent(MappingReader::finish);
    return new Papers(
        plateUntil, platePrefix, painted, permitUntil, insurance(fleet), recorder(fleet));
  }

  private Instant plate(MappingReader reader) {
    OffsetDateTime start = reading.spans().start();
    Instant issued = reading.spans().findDate(reader, "issued").orElse(start.toInstant());
    Optional<Period> valid = reader.findPeriod("valid");
    Optional<Instant> until = reading.spans().findDate(reader, "until");
    if (valid.isPresent() && until.isPresent()) {
      reading
          .findings()
          .error(
              "plate-validity",
              reader.position(),
              "A plate has both 'valid' and 'until'.",
              "Keep one of the two.");
    }
    reader.finish();
    return until.orElseGet(
        () ->
            issued.atOffset(start.getOffset()).plus(valid.orElse(Period.ofMonths(6))).toInstant());
  }

  private Optional<Instant> declaration(MappingReader reader) {
    Optional<Instant> until = reading.spans().findMoment(reader, "until");
    reader.finish();
    return until;
  }

  private IcvSpec.Insurance insurance(MappingReader fleet) {
    Optional<MappingReader> reader = fleet.findMapping("insurance");
    Instant until =
        reader.flatMap(r -> reading.spans().findMoment(r, "until")).orElse(Instant.EPOCH);
    double sum =
        reader.map(r -> r.findQuantity("sum", Dimension.MONEY)).map(s -> s.orElse(0)).orElse(0.0);
    reader.ifPresent(MappingReader::finish);
    return new IcvSpec.Insurance(until, sum);
  }

  private IcvSpec.Recorder recorder(MappingReader fleet) {
    Optional<MappingReader> reader = fleet.findMapping("recorder");
    boolean on = reader.flatMap(r -> r.findBoolean("on")).orElse(true);
    double before = seconds(reader, "before");
    double after = seconds(reader, "after");
    reader.ifPresent(MappingReader::finish);
    return new IcvSpec.Recorder(on, before, after);
  }

  private double seconds(Optional<MappingReader> reader, String key) {
    return reader.flatMap(r -> reading.spans().find(r, key)).map(Duration::toMillis).orElse(0L)
        / 1000.0;
  }
}
