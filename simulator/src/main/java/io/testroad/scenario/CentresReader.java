package io.testroad.scenario;

import io.testroad.engine.AgentId;
import io.testroad.incident.CentreLevel;
import io.testroad.incident.CentreSpec;
import io.testroad.incident.DispatchRule;
import io.testroad.incident.DispatchSpec;
import io.testroad.incident.PlanBook;
import io.testroad.incident.PlanReader;
import io.testroad.incident.QueueOrder;
import io.testroad.incident.StandardPlans;
import io.testroad.network.Zone;
import io.testroad.sensing.SensorKind;
import io.testroad.sensing.SensorSpec;
import io.testroad.vehicle.OperatorSpec;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import io.testroad.yaml.Scalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the command centres with their units. */
final class CentresReader {

  private static final int MOST_HELD_BACK = 1000;
  private static final double DRONE_MPS = 15;

  private final Reading reading;
  private final InputFiles files;
  private final SortedMap<String, Zone> zones;
  private final UnitReader units;
  private final List<CentreSpec> centres = new ArrayList<>();
  private final List<Optional<Scalar>> superiors = new ArrayList<>();

  CentresReader(Reading reading, InputFiles files, SortedMap<String, Zone> zones) {
    this.reading = reading;
    this.files = files;
    this.zones = zones;
    units = new UnitReader(reading);
  }

  /** Reads the one centre, or the list of them; one without units where there is neither. */
  void read(MappingReader root) {
    Optional<MappingReader> one = root.findMapping("centre");
    List<Node> many = root.list("centres");
    if (one.isPresent() && !many.isEmpty()) {
      reading
          .findings()
          .error(
              "one-or-many",
              one.get().position(),
              "There is both 'centre' and 'centres'.",
              "Put all of them under 'centres'.");
    }
    Names names = new Names(reading.findings());
    one.ifPresent(reader -> centre(reader, names));
    for (Node node : many) {
      MappingReader.of(node, CentreForms.CENTRE.what(), reading.findings())
          .ifPresent(reader -> centre(reader, names));
    }
    if (centres.isEmpty()) {
      centres.add(
          new CentreSpec(
              "district",
              0,
              CentreLevel.DISTRICT,
              Set.of(),
              Optional.empty(),
              List.of(),
              StandardPlans.LISTENING,
              DispatchSpec.STANDARD,
              Duration.ofMinutes(1),
              CentreSpec.Surroundings.NONE));
      superiors.add(Optional.empty());
    }
    for (int i = 0; i < centres.size(); i++) {
      checkSuperior(i);
    }
  }

  /** Adds the rescue desks of fleets. */
  void add(List<RescueReader.Desk> desks) {
    for (RescueReader.Desk desk : desks) {
      centres.add(
          new CentreSpec(
              desk.id().name(),
              centres.size(),
              CentreLevel.OPERATOR,
              Set.of(),
              Optional.empty(),
              desk.crews(),
              StandardPlans.BOOK,
              DispatchSpec.STANDARD.withOrder(desk.order()),
              Duration.ofMinutes(1),
              CentreSpec.Surroundings.NONE));
    }
  }

  /** The vehicles of their units, in order. */
  List<RegisteredVehicle> vehicles() {
    return units.vehicles();
  }

  /** The centre that is told where nobody else is: the first of the lowest level. */
  AgentId main() {
    return centres.stream()
        .filter(centre -> centre.level() != CentreLevel.OPERATOR)
        .min(Comparator.comparing(CentreSpec::level).thenComparing(CentreSpec::index))
        .orElse(centres.get(0))
        .id();
  }

  /** The centres among those whom they can ask. */
  List<CentreSpec> centres(List<SensorSpec> sensors, List<OperatorSpec> operators) {
    SortedMap<String, List<AgentId>> cameras = new TreeMap<>();
    for (SensorSpec sensor : sensors) {
      if (sensor.kind() == SensorKind.CAMERA) {
        sensor
            .coverage()
            .lengthsM()
            .keySet()
            .forEach(
                road -> cameras.computeIfAbsent(road, r -> new ArrayList<>()).add(sensor.id()));
      }
    }
    SortedMap<String, String> zoneOf = new TreeMap<>();
    zones.forEach((name, zone) -> zone.roads().forEach(road -> zoneOf.putIfAbsent(road, name)));
    List<AgentId> asked = operators.stream().map(OperatorSpec::id).toList();
    return centres.stream()
        .map(
            centre ->
                centre.with(new CentreSpec.Surroundings(cameras, asked, zoneOf, others(centre))))
        .toList();
  }

  /** Which other centre of its level answers for roads that a centre doesn't answer for. */
  private SortedMap<String, AgentId> others(CentreSpec centre) {
    SortedMap<String, AgentId> others = new TreeMap<>();
    for (CentreSpec other : centres) {
      if (other.level() == centre.level() && other.index() != centre.index()) {
        other.area().stream()
            .filter(road -> !centre.area().contains(road))
            .forEach(road -> others.putIfAbsent(road, other.id()));
      }
    }
    return others;
  }

  // one centre ----------------------------------------------------------------------------------

  private void centre(MappingReader reader, Names names) {
    String name = Names.require(reader, "name", reading.findings()).orElse("?");
    CentreLevel level =
        reader
            .findChoice("level", VehicleMaker.same(CentreForms.LEVELS))
            .map(word -> CentreLevel.values()[CentreForms.LEVELS.indexOf(word)])
            .orElse(CentreLevel.DISTRICT);
    Set<String> area =
        reader
            .findScalar("area")
            .flatMap(written -> ZonesReader.find(zones, written, reading))
            .map(Zone::roads)
            .orElse(Set.of());
    Optional<Scalar> superior = reader.findScalar("reports-to");
    PlanBook plans =
        reader
            .findScalar("plans")
            .flatMap(files::find)
            .flatMap(file -> PlanReader.read(file, reading.findings()))
            .orElse(StandardPlans.BOOK);
    DispatchSpec dispatch =
        reader.findMapping("dispatch").map(this::dispatch).orElse(DispatchSpec.STANDARD);
    Duration checking = reading.spans().get(reader, "verification");
    AgentId id = AgentId.of("centre", name);
    var read =
        new CentreSpec(
            name,
            centres.size(),
            level,
            area,
            superior.map(written -> AgentId.of("centre", written.text())),
            units.read(reader, id),
            plans,
            dispatch,
            checking,
            CentreSpec.Surroundings.NONE);
    reader.finish();
    if (names.take(name, "a centre", reader.position())) {
      centres.add(read);
      superiors.add(superior);
    }
  }

  private DispatchSpec dispatch(MappingReader reader) {
    DispatchRule rule =
        reader
            .findChoice("policy", VehicleMaker.same(CentreForms.RULES))
            .flatMap(DispatchRule::find)
            .orElse(DispatchRule.NEAREST_TIME);
    QueueOrder order = queue(reader, QueueOrder.FIRST_COME);
    int reserve = reader.findLong("reserve", 0, MOST_HELD_BACK).orElse(0L).intValue();
    Optional<Duration> gain = reading.spans().find(reader, "pre-empt");
    boolean droneFirst = reader.findBoolean("drone-first").orElse(false);
    boolean joint = reader.findBoolean("joint").orElse(true);
    Duration reach = reading.spans().get(reader, "reach");
    reader.finish();
    return new DispatchSpec(
        rule, order, reserve, gain, droneFirst, joint, DRONE_MPS, Duration.ZERO, reach);
  }

  /** Who is served first; as usual where nothing is said. */
  static QueueOrder queue(MappingReader reader, QueueOrder usual) {
    return reader
        .findChoice("queue", VehicleMaker.same(CentreForms.ORDERS))
        .flatMap(QueueOrder::find)
        .orElse(usual);
  }

  /** The centre above must be there, and answer for more. */
  private void checkSuperior(int index) {
    Optional<Scalar> written = superiors.get(index);
    if (written.isEmpty()) {
      return;
    }
    CentreSpec centre = centres.get(index);
    Optional<CentreSpec> superior =
        centres.stream().filter(each -> each.name().equals(written.get().text())).findFirst();
    if (superior.isEmpty()) {
      Set<String> names = new java.util.TreeSet<>();
      centres.forEach(each -> names.add(each.name()));
      reading
          .findings()
          .error(
              "unknown-centre",
              written.get().position(),
              "There is no centre '" + written.get().text() + "'.",
              MappingReader.meant(written.get().text(), names));
    } else if (superior.get().level().compareTo(centre.level()) <= 0) {
      reading
          .findings()
          .error(
              "bad-superior",
              written.get().position(),
              "The centre '" + superior.get().name() + "' isn't above '" + centre.name() + "'.",
              "Levels from the lowest: " + String.join(", ", CentreForms.LEVELS) + ".");
    }
  }
}
