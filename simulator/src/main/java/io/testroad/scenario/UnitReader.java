package io.testroad.scenario;

import io.testroad.engine.AgentId;
import io.testroad.incident.UnitKind;
import io.testroad.incident.UnitSpec;
import io.testroad.incident.WorkTime;
import io.testroad.network.VehicleClass;
import io.testroad.units.Dimension;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import io.testroad.yaml.Scalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the units of command centres. */
final class UnitReader {

  private static final int MOST = 1000;
  private static final double LEAST_SHAPE = 0.1;
  private static final double GREATEST_SHAPE = 100;

  private final Reading reading;
  private final List<RegisteredVehicle> vehicles = new ArrayList<>();

  UnitReader(Reading reading) {
    this.reading = reading;
  }

  /** The vehicles of all units read, in order; drones fly and are none. */
  List<RegisteredVehicle> vehicles() {
    return vehicles;
  }

  /** The units of a centre. */
  List<UnitSpec> read(MappingReader centre, AgentId id) {
    List<UnitSpec> units = new ArrayList<>();
    for (Node node : centre.list("units")) {
      MappingReader.of(node, CentreForms.UNIT.what(), reading.findings())
          .ifPresent(reader -> units.addAll(units(reader, id)));
    }
    return units;
  }

  private List<UnitSpec> units(MappingReader reader, AgentId centre) {
    Optional<String> name = Names.require(reader, "name", reading.findings());
    UnitKind kind =
        reader
            .findChoice("kind", VehicleMaker.same(CentreForms.UNIT_KINDS))
            .flatMap(UnitKind::find)
            .orElse(UnitKind.TOW_TRUCK);
    Optional<Long> count = reader.findLong("count", 1, MOST);
    Optional<Scalar> station = reader.requireScalar("station");
    OptionalInt road =
        station.isPresent() ? reading.roads().find(station.get()) : OptionalInt.empty();
    double atM = at(reader, road);
    int ring =
        reader
            .findChoice("ring", VehicleMaker.same(List.of("0", "1", "3", "5")))
            .map(Integer::parseInt)
            .orElse(0);
    Duration turnout = reading.spans().get(reader, "turnout");
    Optional<WorkTime> work = work(reader);
    List<String> patrol = patrol(reader, kind);
    Optional<Scalar> type = reader.findScalar("type");
    reader.finish();
    type.ifPresent(id -> reading.types().find(id.text(), id.position()));
    List<UnitSpec> units = new ArrayList<>();
    if (name.isEmpty() || station.isEmpty()) {
      return units;
    }
    for (String each : names(name.get(), count)) {
      if (reading.vehicles().take(each, Reading.UNIT, reader.position())) {
        if (!kind.flies()) {
          vehicles.add(
              new RegisteredVehicle(each, type.map(Scalar::text).orElse(kind.vehicleType())));
        }
        units.add(
            new UnitSpec(
                each, kind, station.get().text(), atM, centre, ring, turnout, work, patrol));
      }
    }
    return units;
  }

  private static List<String> names(String name, Optional<Long> count) {
    if (count.isEmpty()) {
      return List.of(name);
    }
    List<String> names = new ArrayList<>();
    for (long i = 1; i <= count.get(); i++) {
      names.add(name + "-" + i);
    }
    return names;
  }

  private double at(MappingReader reader, OptionalInt road) {
    double atM = reader.findQuantity("at", Dimension.DISTANCE).orElse(0);
    double lengthM =
        road.isPresent() ? reading.roads().lengthM(road.getAsInt()) : Double.POSITIVE_INFINITY;
    if (atM > lengthM) {
      reading
          .findings()
          .error(
              "out-of-range",
              reader.find("at").orElseThrow().position(),
              "The station's road is only " + Math.round(lengthM) + " m long.",
              "Give a place on it.");
    }
    return Math.min(atM, lengthM);
  }

  private Optional<WorkTime> work(MappingReader reader) {
    Optional<Duration> mean = reading.spans().find(reader, "work").map(this::atLeastATick);
    Optional<Duration> deviation = reading.spans().find(reader, "work-deviation");
    String family =
        reader
            .findChoice("work-family", VehicleMaker.same(CentreForms.FAMILIES))
            .orElse("log-normal");
    double shape = reader.findDouble("work-shape", LEAST_SHAPE, GREATEST_SHAPE).orElse(2.0);
    return mean.map(
        work -> {
          double seconds = work.toMillis() / 1000.0;
          return switch (family) {
            case "log-normal" -> WorkTime.logNormal(work, deviation.orElse(work.dividedBy(5)));
            case "log-logistic" -> new WorkTime(family, seconds, shape);
            case "weibull" -> new WorkTime(family, shape, seconds);
            default -> new WorkTime(family, seconds, 0);
          };
        });
  }

  private Duration atLeastATick(Duration duration) {
    Duration tick = Duration.ofMillis(reading.clock().tickMillis());
    return duration.compareTo(tick) < 0 ? tick : duration;
  }

  /** The roads of a round, which must be connected. */
  private List<String> patrol(MappingReader reader, UnitKind kind) {
    List<Scalar> written = Names.texts(reader, "patrol", reading.findings());
    List<Integer> edges = new ArrayList<>();
    for (Scalar each : written) {
      reading.roads().find(each).ifPresent(edges::add);
    }
    if (!written.isEmpty() && kind.flies()) {
      reading
          .findings()
          .error("bad-patrol", written.get(0).position(), "A drone has no round.", "Leave it out.");
    }
    for (int i = 0; edges.size() == written.size() && i < edges.size(); i++) {
      int next = edges.get((i + 1) % edges.size());
      if (!reading.roads().connects(edges.get(i), next, VehicleClass.EMERGENCY)) {
        reading
            .findings()
            .error(
                "bad-patrol",
                written.get(i).position(),
                "The road '"
                    + written.get(i).text()
                    + "' doesn't lead to '"
                    + reading.roads().id(next)
                    + "'.",
                "Each road of a round leads to the next, the last to the first.");
      }
    }
    return edges.stream().map(reading.roads()::id).toList();
  }
}
