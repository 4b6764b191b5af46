package io.testroad.scenario;

import io.testroad.engine.AgentId;
import io.testroad.incident.QueueOrder;
import io.testroad.incident.UnitKind;
import io.testroad.incident.UnitSpec;
import io.testroad.incident.WorkTime;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Scalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the field crews of fleets, and makes the desks that command them. */
final class RescueReader {

  private static final long MOST_CREWS = 1000;

  /**
   * A fleet's rescue desk.
   *
   * @param id the agent's id
   * @param crews its crews, in order
   * @param order which vehicle a crew goes to
   */
  record Desk(AgentId id, List<UnitSpec> crews, QueueOrder order) {
    Desk {
      crews = List.copyOf(crews);
    }
  }

  private final Reading reading;
  private final List<Desk> desks = new ArrayList<>();
  private final List<RegisteredVehicle> vehicles = new ArrayList<>();

  RescueReader(Reading reading) {
    this.reading = reading;
  }

  /** The desks with their crews, in order of fleets. */
  List<Desk> desks() {
    return desks;
  }

  /** The crews' vehicles, in order. */
  List<RegisteredVehicle> vehicles() {
    return vehicles;
  }

  /** The desk of a fleet; empty when it has no crews, or they are faulty. */
  Optional<AgentId> read(String fleet, MappingReader reader) {
    return reader.findMapping("rescue").flatMap(section -> desk(fleet, section));
  }

  private Optional<AgentId> desk(String fleet, MappingReader reader) {
    reader.require("crews");
    int crews = reader.findLong("crews", 1, MOST_CREWS).orElse(0L).intValue();
    reader.require("stations");
    List<Scalar> stations = Names.texts(reader, "stations", reading.findings());
    boolean there =
        stations.stream().filter(road -> reading.roads().find(road).isEmpty()).count() == 0;
    Duration turnout = reading.spans().get(reader, "turnout");
    WorkTime work =
        WorkTime.logNormal(atLeastATick(reader), reading.spans().get(reader, "work-deviation"));
    QueueOrder order = CentresReader.queue(reader, QueueOrder.NEAREST);
    Optional<Scalar> type = reader.findScalar("type");
    type.ifPresent(id -> reading.types().find(id.text(), id.position()));
    if (crews == 0 || stations.isEmpty() || !there || type.isEmpty()) {
      reader.finish();
      return Optional.empty();
    }
    AgentId desk = AgentId.of("centre", fleet + "-rescue");
    List<UnitSpec> units = new ArrayList<>();
    for (int i = 0; i < crews; i++) {
      String name = fleet + "-crew-" + (i + 1);
      if (!reading.vehicles().take(name, Reading.UNIT, reader.position())) {
        break;
      }
      vehicles.add(new RegisteredVehicle(name, type.get().text()));
      String station = stations.get(i % stations.size()).text();
      units.add(
          new UnitSpec(
              name,
              UnitKind.FIELD_CREW,
              station,
              0,
              desk,
              0,
              turnout,
              Optional.of(work),
              List.of()));
    }
    reader.finish();
    desks.add(new Desk(desk, units, order));
    return Optional.of(desk);
  }

  private Duration atLeastATick(MappingReader reader) {
    Duration tick = Duration.ofMillis(reading.clock().tickMillis());
    Duration work = reading.spans().get(reader, "work");
    return work.compareTo(tick) < 0 ? tick : work;
  }
}
