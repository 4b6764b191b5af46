package io.testroad.scenario;

import io.testroad.engine.AgentId;
import io.testroad.engine.Letter;
import io.testroad.engine.RoadDecision;
import io.testroad.network.Signal;
import io.testroad.network.VehicleClass;
import io.testroad.protocol.PermitLetter;
import io.testroad.protocol.SensingLetter;
import io.testroad.protocol.SignalLetter;
import io.testroad.protocol.VehicleLetter;
import io.testroad.units.Dimension;
import io.testroad.units.Quantity;
import io.testroad.vehicle.OperatorSpec;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Scalar;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the actions of the script. */
final class ActionReader {

  /** Braking of a background vehicle that fails, m/s² (assumption: as an ICV's firm halt). */
  private static final double HALT_MPS2 = 4;

  /** By how much a declaration is to be prolonged if nothing else is said. */
  private static final Period LONGER = Period.ofMonths(6);

  /** What one action does. */
  record Action(List<RoadDecision> decisions, List<Addressed> letters) {
    static Action of(RoadDecision decision) {
      return new Action(List.of(decision), List.of());
    }

    static Action of(AgentId to, Letter letter) {
      return toAll(List.of(to), letter);
    }

    /** A letter to several. */
    static Action toAll(List<AgentId> recipients, Letter letter) {
      return new Action(
          List.of(), recipients.stream().map(to -> new Addressed(to, letter)).toList());
    }
  }

  private final Reading reading;
  private final Map<String, VehicleClass> icvClasses;
  private final List<OperatorSpec> operators;
  private final List<AgentId> sensors;
  private final CaseReader cases;
  private final Map<String, Function<MappingReader, Optional<Action>>> readers;

  /** A reader of actions. */
  ActionReader(Reading reading, Cast cast) {
    this.reading = reading;
    icvClasses = cast.icvClasses();
    operators = cast.operators();
    sensors = cast.sensors();
    cases = new CaseReader(reading, cast);
    OutageReader outages = new OutageReader(reading, cast);
    MishapReader mishaps = new MishapReader(reading, this::vehicle);
    readers =
        Map.ofEntries(
            Map.entry("stall", this::stall),
            Map.entry("mend", this::mend),
            Map.entry("close-lane", r -> lane(r, RoadDecision.CloseLane::new)),
            Map.entry("open-lane", r -> lane(r, RoadDecision.OpenLane::new)),
            Map.entry("limit-speed", this::limitSpeed),
            Map.entry("set-program", this::setProgram),
            Map.entry("fail-signal", this::failSignal),
            Map.entry("mend-signal", this::mendSignal),
            Map.entry("fail-sensor", this::failSensor),
            Map.entry("mend-sensor", this::mendSensor),
            Map.entry("set-out", this::setOut),
            Map.entry("reroute", this::reroute),
            Map.entry("declare-change", this::declareChange),
            Map.entry("add-vehicles", this::addVehicles),
            Map.entry("inspect", this::inspect),
            Map.entry("remove", this::remove),
            Map.entry("upload-fails", cases::uploadFails),
            Map.entry("mend-upload", cases::mendUpload),
            Map.entry("forge-plate", cases::forgePlate),
            Map.entry("map-error", cases::mapError),
            Map.entry("crash", cases::crash),
            Map.entry("given", cases::given),
            Map.entry("restrict", cases::restrict),
            Map.entry("change", cases::change),
            Map.entry("geofence", cases::geofence),
            Map.entry("lift-geofence", cases::liftGeofence),
            Map.entry("incident", new IncidentActionReader(reading)::read),
            Map.entry("outage", outages::read),
            Map.entry("distract", mishaps::distract),
            Map.entry("cut-in", mishaps::cutIn));
  }

  /** The one action among a mapping's keys; empty when there is none, or it is faulty. */
  Optional<Action> read(MappingReader entry) {
    List<Form> there = ScriptForms.ACTIONS.stream().filter(form -> entry.has(form.name())).toList();
    if (there.isEmpty() && hasOtherKey(entry)) {
      return Optional.empty(); // the unknown key is reported as such
    }
    if (there.size() != 1) {
      reading
          .findings()
          .error(
              "one-action",
              entry.position(),
              "An entry of the script needs one action, and this has " + there.size() + ".",
              "The actions are "
                  + ScriptForms.ACTIONS.stream().map(Form::name).collect(Collectors.joining(", "))
                  + ".");
      return Optional.empty();
    }
    Form form = there.get(0);
    Optional<MappingReader> reader =
        MappingReader.of(entry.require(form.name()).orElseThrow(), form.what(), reading.findings());
    Optional<Action> action =
        reader.flatMap(java.util.Objects.requireNonNull(readers.get(form.name())));
    reader.ifPresent(MappingReader::finish);
    return action;
  }

  private static boolean hasOtherKey(MappingReader entry) {
    return entry.mapping().entries().stream().anyMatch(e -> !e.key().equals("at"));
  }

  private Optional<String> vehicle(MappingReader reader) {
    Optional<Scalar> written = reader.requireScalar("vehicle");
    if (written.isPresent() && reading.vehicles().find(written.get().text()).isEmpty()) {
      unknownVehicle(written.get(), "There is no vehicle", reading.vehicles().all());
      return Optional.empty();
    }
    return written.map(Scalar::text);
  }

  private void unknownVehicle(Scalar written, String message, Set<String> known) {
    reading
        .findings()
        .error(
            "unknown-vehicle",
            written.position(),
            message + " '" + written.text() + "'.",
            io.testroad.finding.Findings.nearest(written.text(), known)
                .map(near -> "Did you mean '" + near + "'?")
                .orElse(""));
  }

  /** The operator of a fleet that must exist. */
  private Optional<OperatorSpec> operator(MappingReader reader) {
    Optional<Scalar> written = reader.requireScalar("fleet");
    Optional<OperatorSpec> found =
        written.flatMap(
            name -> operators.stream().filter(o -> o.fleet().equals(name.text())).findFirst());
    if (written.isPresent() && found.isEmpty()) {
      Set<String> fleets = new TreeSet<>();
      operators.forEach(operator -> fleets.add(operator.fleet()));
      reading
          .findings()
          .error(
              "unknown-fleet",
              written.get().position(),
              "There is no fleet '" + written.get().text() + "'.",
              MappingReader.meant(written.get().text(), fleets));
    }
    return found;
  }

  private Optional<Action> declareChange(MappingReader reader) {
    Optional<OperatorSpec> operator = operator(reader);
    Optional<String> kind = reader.requireChoice("kind", VehicleMaker.same(ScriptForms.CHANGES));
    Optional<Scalar> value = reader.findScalar("value");
    if (kind.filter("roads"::equals).isPresent() && operator.isPresent()) {
      Set<String> zones = operator.get().grounds().keySet();
      if (value.isEmpty() || !zones.contains(value.get().text())) {
        String word = value.map(Scalar::text).orElse("");
        reading
            .findings()
            .error(
                "unknown-zone",
                value.map(Scalar::position).orElse(reader.position()),
                "There is no zone '" + word + "'.",
                MappingReader.meant(word, zones));
        return Optional.empty();
      }
    }
    Optional<String> word =
        kind.filter("period"::equals).isPresent()
            ? Optional.of(reader.findPeriod("value").orElse(LONGER).toString())
            : value.map(Scalar::text);
    return operator.flatMap(
        o -> kind.map(k -> Action.of(o.id(), new VehicleLetter.ChangeWanted(k, word.orElse("")))));
  }

  private Optional<Action> addVehicles(MappingReader reader) {
    Optional<OperatorSpec> operator = operator(reader);
    reader.require("vehicles");
    int count = reader.findLong("vehicles", 1, 100_000).orElse(1L).intValue();
    boolean identical = reader.findBoolean("identical").orElse(true);
    return operator.map(
        o -> {
          int first = o.campaign().map(OperatorSpec.Campaign::first).orElse(o.vehicles().size());
          int last = Math.min(o.vehicles().size(), first + count);
          return Action.of(
              o.id(),
              new VehicleLetter.AdditionWanted(o.vehicles().subList(first, last), identical));
        });
  }

  private Optional<Action> inspect(MappingReader reader) {
    return operator(reader).map(o -> Action.of(o.id(), new PermitLetter.InspectionDue()));
  }

  private Optional<Action> stall(MappingReader reader) {
    Optional<String> vehicle = vehicle(reader);
    String cause = reader.findText("cause").orElse("");
    boolean canMove = reader.findBoolean("can-move").orElse(false);
    return vehicle.map(
        v ->
            icvClasses.containsKey(v)
                ? Action.of(AgentId.vehicle(v), new VehicleLetter.FaultArises(cause, canMove))
                : Action.of(new RoadDecision.Halt(v, HALT_MPS2, canMove)));
  }

  private Optional<Action> mend(MappingReader reader) {
    return vehicle(reader)
        .map(
            v ->
                icvClasses.containsKey(v)
                    ? Action.of(AgentId.vehicle(v), new VehicleLetter.FaultMended())
                    : Action.of(new RoadDecision.Resume(v)));
  }

  private Optional<Action> remove(MappingReader reader) {
    return vehicle(reader).map(v -> Action.of(new RoadDecision.Remove(v)));
  }

  private interface LaneDecision {
    RoadDecision of(String road, int lane);
  }

  private Optional<Action> lane(MappingReader reader, LaneDecision decision) {
    Optional<Scalar> road = reader.requireScalar("road");
    Optional<Scalar> lane = reader.findScalar("lane").filter(l -> !l.text().equals("all"));
    OptionalInt edge = road.isEmpty() ? OptionalInt.empty() : reading.roads().find(road.get());
    if (edge.isEmpty()) {
      return Optional.empty();
    }
    int last = reading.roads().laneCount(edge.getAsInt()) - 1;
    if (lane.isPresent() && lane.get().findLong().filter(l -> l >= 0 && l <= last).isEmpty()) {
      reading
          .findings()
          .error(
              "unknown-lane",
              lane.get().position(),
              "The road has no lane '" + lane.get().text() + "'.",
              "Its lanes are 0, the rightmost, to " + last + "; or write all.");
      return Optional.empty();
    }
    int index = lane.flatMap(Scalar::findLong).orElse(-1L).intValue();
    return Optional.of(Action.of(decision.of(road.orElseThrow().text(), index)));
  }

  private Optional<Action> limitSpeed(MappingReader reader) {
    Optional<Scalar> road = reader.requireScalar("road");
    Optional<Scalar> speed = reader.requireScalar("speed");
    boolean there = road.isPresent() && reading.roads().find(road.get()).isPresent();
    if (speed.isEmpty()) {
      return Optional.empty();
    }
    OptionalDouble mps =
        speed.get().text().equals("network")
            ? OptionalDouble.of(Double.NaN)
            : Quantity.parse(
                Dimension.SPEED, speed.get().text(), speed.get().position(), reading.findings());
    if (mps.isPresent() && mps.getAsDouble() == 0) {
      reading
          .findings()
          .error("out-of-range", speed.get().position(), "The limit is 0.", "Close the road.");
      return Optional.empty();
    }
    return there && mps.isPresent()
        ? Optional.of(
            Action.of(new RoadDecision.LimitSpeed(road.orElseThrow().text(), mps.getAsDouble())))
        : Optional.empty();
  }

  private Optional<Signal> signal(MappingReader reader) {
    return reader.requireScalar("signal").flatMap(reading.roads()::findSignal);
  }

  private static AgentId agent(Signal signal) {
    return AgentId.of("signal", signal.id());
  }

  private Optional<Action> setProgram(MappingReader reader) {
    Optional<Signal> signal = signal(reader);
    Optional<Scalar> program = reader.requireScalar("program");
    if (signal.isEmpty() || program.isEmpty()) {
      return Optional.empty();
    }
    SignalsReader.checkProgram(signal.get(), program.get(), reading);
    return Optional.of(
        Action.of(agent(signal.get()), new SignalLetter.ProgramDue(program.get().text())));
  }

  private Optional<Action> failSignal(MappingReader reader) {
    Optional<String> mode =
        reader.findChoice("mode", VehicleMaker.same(List.of("off", "flashing")));
    return signal(reader)
        .flatMap(s -> mode.map(m -> Action.of(agent(s), new SignalLetter.SignalFails(m))));
  }

  private Optional<Action> mendSignal(MappingReader reader) {
    return signal(reader).map(s -> Action.of(agent(s), new SignalLetter.SignalMended()));
  }

  private Optional<Action> failSensor(MappingReader reader) {
    String cause = reader.findText("cause").orElse("");
    return sensor(reader).map(id -> Action.of(id, new SensingLetter.SensorFails(cause)));
  }

  private Optional<Action> mendSensor(MappingReader reader) {
    return sensor(reader).map(id -> Action.of(id, new SensingLetter.SensorMended()));
  }

  /** A sensor, or the platform, that must exist. */
  private Optional<AgentId> sensor(MappingReader reader) {
    Optional<Scalar> written = reader.requireScalar("sensor");
    Optional<AgentId> found =
        written.flatMap(
            name -> sensors.stream().filter(id -> id.name().equals(name.text())).findFirst());
    if (written.isPresent() && found.isEmpty()) {
      Set<String> known = new TreeSet<>();
      sensors.forEach(id -> known.add(id.name()));
      reading
          .findings()
          .error(
              "unknown-sensor",
              written.get().position(),
              "There is no sensor '" + written.get().text() + "' that can fail.",
              MappingReader.meant(written.get().text(), known));
    }
    return found;
  }

  private Optional<Action> setOut(MappingReader reader) {
    Optional<String> vehicle = vehicle(reader);
    if (vehicle.isPresent() && !icvClasses.containsKey(vehicle.get())) {
      Scalar written = reader.requireScalar("vehicle").orElseThrow();
      unknownVehicle(written, "Only ICVs are ordered on trips, not", icvClasses.keySet());
      vehicle = Optional.empty();
    }
    VehicleClass vehicleClass =
        vehicle
            .map(v -> icvClasses.getOrDefault(v, VehicleClass.PASSENGER))
            .orElse(VehicleClass.PASSENGER);
    Optional<VehicleLetter.SetOut> order =
        new TripsReader(reading, List.of(), vehicleClass).order(reader);
    Optional<String> known = vehicle;
    return order.flatMap(o -> known.map(v -> Action.of(AgentId.vehicle(v), o)));
  }

  private Optional<Action> reroute(MappingReader reader) {
    Optional<String> vehicle = vehicle(reader);
    reader.require("roads");
    List<Scalar> written = Names.texts(reader, "roads", reading.findings());
    List<Integer> edges = new ArrayList<>();
    written.forEach(road -> reading.roads().find(road).ifPresent(edges::add));
    if (vehicle.isEmpty() || edges.isEmpty() || edges.size() < written.size()) {
      return Optional.empty();
    }
    VehicleClass vehicleClass = icvClasses.getOrDefault(vehicle.get(), VehicleClass.PASSENGER);
    for (int i = 1; i < edges.size(); i++) {
      if (!reading.roads().connects(edges.get(i - 1), edges.get(i), vehicleClass)) {
        reading
            .findings()
            .error(
                "no-route",
                written.get(i).position(),
                "No lane leads from '"
                    + written.get(i - 1).text()
                    + "' to '"
                    + written.get(i).text()
                    + "'.",
                "Name every road of the route.");
        return Optional.empty();
      }
    }
    List<String> roads = written.stream().map(Scalar::text).toList();
    return Optional.of(Action.of(new RoadDecision.Reroute(vehicle.get(), roads, Double.NaN)));
  }
}
