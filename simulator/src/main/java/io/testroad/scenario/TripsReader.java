package io.testroad.scenario;

import io.testroad.network.VehicleClass;
import io.testroad.protocol.VehicleLetter;
import io.testroad.vehicle.OperatorSpec;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import io.testroad.yaml.Scalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/** Reads trips: those of a fleet's timetable, and single ones of the script. */
final class TripsReader {

  private static final int MOST_TRIPS = 1_000_000;

  private final Reading reading;
  private final List<String> names;
  private final VehicleClass vehicleClass;
  private final List<OperatorSpec.TimetabledTrip> timetable = new ArrayList<>();

  TripsReader(Reading reading, List<String> names, VehicleClass vehicleClass) {
    this.reading = reading;
    this.names = names;
    this.vehicleClass = vehicleClass;
  }

  /** The timetable, in order of time. */
  List<OperatorSpec.TimetabledTrip> read(MappingReader fleet) {
    for (Node node : fleet.list("trips")) {
      MappingReader.of(node, FleetForms.TRIP.what(), reading.findings()).ifPresent(this::trip);
    }
    timetable.sort(Comparator.comparing(OperatorSpec.TimetabledTrip::after));
    return timetable;
  }

  private void trip(MappingReader reader) {
    List<String> vehicles = vehicles(reader.findScalar("vehicle"));
    Duration at = reading.spans().get(reader, "at");
    Duration apart = reading.spans().get(reader, "apart");
    Optional<Duration> every = reading.spans().find(reader, "every");
    Optional<Long> count = reader.findLong("count", 1, MOST_TRIPS);
    Optional<VehicleLetter.SetOut> order = order(reader);
    reader.finish();
    reading.checkBeforeEnd(at, reader.position());
    if (every.isPresent() && every.get().isZero()) {
      reading.findings().error("out-of-range", reader.position(), "'every' can't be nothing.", "");
    } else if (order.isPresent()) {
      long times =
          every.isEmpty() ? 1 : Math.min(count.orElse((long) MOST_TRIPS), until(at, every.get()));
      if (times * vehicles.size() + timetable.size() > MOST_TRIPS) {
        reading
            .findings()
            .error(
                "too-many-trips",
                reader.position(),
                "The timetable holds more than " + MOST_TRIPS + " trips.",
                "Lengthen 'every' or lower 'count'.");
        return;
      }
      add(vehicles, at, apart, every.orElse(Duration.ZERO), times, order.get());
    }
  }

  /** How often a trip begins until the end of the run. */
  private long until(Duration at, Duration every) {
    long left = reading.end().map(end -> end.minus(at).toMillis()).orElse(Long.MAX_VALUE);
    return left < 0 ? 0 : left / every.toMillis() + 1;
  }

  private void add(
      List<String> vehicles,
      Duration at,
      Duration apart,
      Duration every,
      long times,
      VehicleLetter.SetOut order) {
    for (int k = 0; k < times; k++) {
      Duration first = at.plus(every.multipliedBy(k));
      for (int i = 0; i < vehicles.size(); i++) {
        Duration after = first.plus(apart.multipliedBy(i));
        timetable.add(new OperatorSpec.TimetabledTrip(after, vehicles.get(i), order));
      }
    }
  }

  private List<String> vehicles(Optional<Scalar> written) {
    String pattern = written.map(Scalar::text).orElse("all");
    if (pattern.equals("all")) {
      return names;
    }
    Glob glob = new Glob(pattern);
    List<String> matching = names.stream().filter(glob::matches).toList();
    if (matching.isEmpty() && !names.isEmpty()) {
      reading
          .findings()
          .error(
              "unknown-vehicle",
              written.orElseThrow().position(),
              "The fleet has no vehicle '" + pattern + "'.",
              MappingReader.meant(
                  glob.bare(), new TreeSet<>(names.subList(0, Math.min(20, names.size())))));
    }
    return matching;
  }

  /** The order that a trip's keys from, to, via, purpose and passengers give. */
  Optional<VehicleLetter.SetOut> order(MappingReader reader) {
    List<Optional<Scalar>> written = new ArrayList<>();
    written.add(reader.requireScalar("from"));
    Names.texts(reader, "via", reading.findings()).forEach(v -> written.add(Optional.of(v)));
    written.add(reader.requireScalar("to"));
    String purpose =
        reader.findChoice("purpose", VehicleMaker.same(FleetForms.PURPOSES)).orElse("test");
    int passengers = reader.findLong("passengers", 0, 1000).orElse(0L).intValue();
    String cargo = reader.findChoice("cargo", VehicleMaker.same(FleetForms.CARGOES)).orElse("none");
    List<Integer> stops = new ArrayList<>();
    for (Optional<Scalar> road : written) {
      OptionalInt edge = road.isEmpty() ? OptionalInt.empty() : reading.roads().find(road.get());
      edge.ifPresent(stops::add);
    }
    if (stops.size() < written.size()) {
      return Optional.empty();
    }
    return reading
        .roads()
        .route(stops, vehicleClass, reader.position())
        .map(roads -> new VehicleLetter.SetOut(roads, purpose, passengers, cargo));
  }
}
