package io.testroad.scenario;

import io.testroad.engine.AgentId;
import io.testroad.vehicle.DrawnTime;
import io.testroad.vehicle.OperatorSpec;
import io.testroad.yaml.Mapping;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Scalar;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads an operator's remote seats, and what it does when something goes wrong. */
final class SeatsReader {

  static final List<String> FAMILIES =
      List.of(DrawnTime.LOG_NORMAL, DrawnTime.EXPONENTIAL, DrawnTime.FIXED);

  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private final Reading reading;
  private Optional<Duration> reportDelay = Optional.empty();
  private Duration geofenceDelay = Duration.ZERO;

  SeatsReader(Reading reading) {
    this.reading = reading;
  }

  OperatorSpec.Remote read(MappingReader fleet, int vehicles) {
    Optional<MappingReader> section = fleet.findMapping("operator");
    if (section.isEmpty()) {
      return OperatorSpec.Remote.of(0, SHORTEST);
    }
    MappingReader reader = section.get();
    int each = reader.findLong("vehicles-per-seat", 1, 1000).orElse(1L).intValue();
    int seats =
        reader.findLong("seats", 0, 100_000).orElse((vehicles + each - 1L) / each).intValue();
    String family =
        reader.findChoice("time-family", VehicleMaker.same(FAMILIES)).orElse(DrawnTime.LOG_NORMAL);
    DrawnTime takeover = time(reader, "service-time", family);
    DrawnTime session = time(reader, "session-time", family);
    double restarts =
        fleet.findMapping("restart").flatMap(r -> r.findDouble("per-minute", 0, 600)).orElse(0.0);
    reportDelay = reading.spans().find(reader, "report-delay");
    geofenceDelay = reading.spans().get(reader, "geofence-delay");
    reader.finish();
    return new OperatorSpec.Remote(seats, takeover, session, restarts);
  }

  private DrawnTime time(MappingReader reader, String key, String family) {
    Duration written = reading.spans().get(reader, key);
    Duration mean = written.compareTo(SHORTEST) < 0 ? SHORTEST : written;
    return new DrawnTime(
        family, mean, family.equals(DrawnTime.LOG_NORMAL) ? DrawnTime.USUAL_SIGMA : 0);
  }

  /**
   * Whom the operator tells; after {@link #read}.
   *
   * @param rescue the desk of its own crews
   */
  OperatorSpec.Emergencies emergencies(
      MappingReader fleet, AgentId centre, Optional<AgentId> rescue) {
    boolean aboard =
        !(fleet.mapping().find("safety-driver").orElse(null) instanceof Mapping driver
            && driver.find("place").orElse(null) instanceof Scalar place
            && List.of("remote", "none").contains(place.text()));
    return new OperatorSpec.Emergencies(
        reportDelay.map(delay -> centre),
        reportDelay.orElse(Duration.ZERO),
        rescue,
        geofenceDelay,
        !aboard);
  }
}
