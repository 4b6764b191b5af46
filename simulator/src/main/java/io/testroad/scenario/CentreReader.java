package io.testroad.scenario;

import io.testroad.engine.AgentId;
import io.testroad.incident.CentreSpec;
import io.testroad.incident.UnitKind;
import io.testroad.incident.UnitSpec;
import io.testroad.incident.WorkTime;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import io.testroad.yaml.Scalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the command centre with its units. */
final class CentreReader {

  private final Reading reading;
  private final List<RegisteredVehicle> vehicles = new ArrayList<>();
  private AgentId centre = AgentId.of("centre", "district");

  CentreReader(Reading reading) {
    this.reading = reading;
  }

  /** The centre. */
  CentreSpec readCentre(MappingReader root) {
    Optional<MappingReader> section = root.findMapping("centre");
    if (section.isEmpty()) {
      return new CentreSpec(centre.name(), "district", Set.of(), Optional.empty(), List.of());
    }
    MappingReader reader = section.get();
    Names.require(reader, "name", reading.findings())
        .ifPresent(name -> centre = AgentId.of("centre", name));
    reading.spans().get(reader, "verification");
    atLeastATick(reader, "retry");
    reader.findBoolean("close-lane");
    List<UnitSpec> units = new ArrayList<>();
    for (Node node : reader.list("units")) {
      MappingReader.of(node, ScenarioForms.UNIT.what(), reading.findings())
          .flatMap(this::unit)
          .ifPresent(units::add);
    }
    reader.finish();
    return new CentreSpec(centre.name(), "district", Set.of(), Optional.empty(), units);
  }

  private Duration atLeastATick(MappingReader reader, String key) {
    Duration duration = reading.spans().get(reader, key);
    Duration tick = Duration.ofMillis(reading.clock().tickMillis());
    return duration.compareTo(tick) < 0 ? tick : duration;
  }

  private Optional<UnitSpec> unit(MappingReader reader) {
    Optional<String> name = Names.require(reader, "name", reading.findings());
    reader.findText("capability");
    Optional<Scalar> station = reader.requireScalar("station");
    Duration turnout = reading.spans().get(reader, "turnout");
    Duration work = atLeastATick(reader, "work");
    Duration deviation = reading.spans().get(reader, "work-deviation");
    Optional<Scalar> type = reader.findScalar("type");
    reader.finish();
    station.ifPresent(road -> reading.roads().find(road));
    type.ifPresent(id -> reading.types().find(id.text(), id.position()));
    if (name.isEmpty() || station.isEmpty() || type.isEmpty()) {
      return Optional.empty();
    }
    if (!reading.vehicles().take(name.get(), Reading.UNIT, reader.position())) {
      return Optional.empty();
    }
    vehicles.add(new RegisteredVehicle(name.get(), type.get().text()));
    return Optional.of(
        new UnitSpec(
            name.get(),
            UnitKind.TOW_TRUCK,
            station.get().text(),
            0,
            centre,
            0,
            turnout,
            Optional.of(WorkTime.logNormal(work, deviation)),
            List.of()));
  }

  /** The units' vehicles, in order. */
  List<RegisteredVehicle> vehicles() {
    return vehicles;
  }
}
