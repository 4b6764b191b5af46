package io.testroad.scenario;

import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.policy.Consequence;
import io.testroad.protocol.PermitLetter;
import io.testroad.protocol.VehicleLetter;
import io.testroad.scenario.ActionReader.Action;
import io.testroad.units.Dimension;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Scalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Reads the actions of the script that make cases for rules: crashes, changes that nobody declared,
 * forged plates, emergency geofences.
 */
final class CaseReader {

  /** Stands for the rule where an authority acts of its own accord. */
  private static final String ORDER = "order";

  private final Reading reading;
  private final Cast cast;

  CaseReader(Reading reading, Cast cast) {
    this.reading = reading;
    this.cast = cast;
  }

  // whom ----------------------------------------------------------------------------------------

  private Optional<AgentId> icv(MappingReader reader) {
    return reader.requireScalar("vehicle").flatMap(this::icv);
  }

  private Optional<AgentId> icv(Scalar written) {
    Set<String> icvs = cast.icvClasses().keySet();
    return known("unknown-vehicle", "ICV", written, icvs).map(AgentId::vehicle);
  }

  private Optional<String> fleet(Scalar written) {
    return known("unknown-fleet", "fleet", written, cast.fleets().keySet());
  }

  private Optional<String> known(String code, String what, Scalar written, Set<String> all) {
    if (all.contains(written.text())) {
      return Optional.of(written.text());
    }
    reading
        .findings()
        .error(
            code,
            written.position(),
            "There is no " + what + " '" + written.text() + "'.",
            MappingReader.meant(written.text(), all));
    return Optional.empty();
  }

  private List<AgentId> vehiclesOf(String fleet) {
    return cast.fleets().getOrDefault(fleet, List.of()).stream().map(AgentId::vehicle).toList();
  }

  // one vehicle ---------------------------------------------------------------------------------

  Optional<Action> uploadFails(MappingReader reader) {
    String cause = reader.findText("cause").orElse("");
    return icv(reader).map(to -> Action.of(to, new VehicleLetter.UploadFails(cause)));
  }

  Optional<Action> mendUpload(MappingReader reader) {
    return icv(reader).map(to -> Action.of(to, new VehicleLetter.UploadMended()));
  }

  Optional<Action> forgePlate(MappingReader reader) {
    Optional<String> number = reader.requireText("number");
    return icv(reader)
        .flatMap(to -> number.map(n -> Action.of(to, new VehicleLetter.PlateForged(n))));
  }

  Optional<Action> mapError(MappingReader reader) {
    Optional<Scalar> road = reader.requireScalar("road");
    boolean there = road.isPresent() && reading.roads().find(road.get()).isPresent();
    return icv(reader)
        .filter(to -> there)
        .map(to -> Action.of(to, new VehicleLetter.MapErrs(road.orElseThrow().text())));
  }

  Optional<Action> crash(MappingReader reader) {
    Optional<AgentId> vehicle = icv(reader);
    Facts facts =
        Facts.of(
            "collision.severity", word(reader, "severity", CaseForms.SEVERITIES),
            "collision.kind", word(reader, "kind", CaseForms.KINDS),
            "collision.otherKind", word(reader, "other", CaseForms.OTHERS),
            "collision.canMove", reader.findBoolean("can-move").orElse(true));
    Optional<Boolean> automated = reader.findBoolean("automated");
    if (automated.isPresent()) {
      facts = facts.with("collision.automated", automated.get());
    }
    facts = measured(reader, "speed", Dimension.SPEED, "collision.speedMps", facts);
    facts = measured(reader, "closing", Dimension.SPEED, "collision.closingMps", facts);
    facts = measured(reader, "ttc", Dimension.DURATION, "collision.ttcS", facts);
    String responsibility = word(reader, "responsibility", CaseForms.RESPONSIBILITIES);
    var crash = new VehicleLetter.CrashScripted(facts, responsibility);
    return vehicle.map(to -> Action.of(to, crash));
  }

  private static String word(MappingReader reader, String key, List<String> words) {
    return reader.findChoice(key, VehicleMaker.same(words)).orElse(words.get(0));
  }

  private static Facts measured(
      MappingReader reader, String key, Dimension dimension, String fact, Facts facts) {
    OptionalDouble value = reader.findQuantity(key, dimension);
    return value.isPresent() ? facts.with(fact, value.getAsDouble()) : facts;
  }

  /** What the police order of their own accord; to them, as if a rule had asked for it. */
  Optional<Action> restrict(MappingReader reader) {
    Optional<String> vehicle =
        reader.requireScalar("vehicle").flatMap(this::icv).map(AgentId::name);
    Optional<String> to = reader.requireChoice("to", VehicleMaker.same(CaseForms.LIMITS));
    double speedMps = reader.findQuantity("speed", Dimension.SPEED).orElse(0);
    Optional<Scalar> road = reader.findScalar("road");
    boolean there = road.isEmpty() || reading.roads().find(road.get()).isPresent();
    int days = reader.findLong("days", 0, 36_500).orElse(0L).intValue();
    if (vehicle.isEmpty() || to.isEmpty() || !there) {
      return Optional.empty();
    }
    Consequence.Limit limit = limit(to.get());
    var order =
        new PermitLetter.BreachReported(
            vehicle.get(),
            AgentId.of("operator", fleetOf(vehicle.get())),
            "",
            road.map(Scalar::text).orElse(""),
            ORDER,
            List.of(
                new Consequence.Restrict(
                    Consequence.Scope.VEHICLE,
                    limit,
                    limit == Consequence.Limit.SPEED ? speedMps : 0,
                    days)),
            Facts.empty());
    return Optional.of(Action.of(AuthoritiesReader.POLICE, order));
  }

  private static Consequence.Limit limit(String written) {
    return switch (written) {
      case "speed" -> Consequence.Limit.SPEED;
      case "clear-weather" -> Consequence.Limit.CLEAR_WEATHER;
      case "other-roads" -> Consequence.Limit.OTHER_ROADS;
      default -> Consequence.Limit.MANUAL;
    };
  }

  private String fleetOf(String vehicle) {
    return cast.fleets().entrySet().stream()
        .filter(fleet -> fleet.getValue().contains(vehicle))
        .map(java.util.Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  // fleets --------------------------------------------------------------------------------------

  /** Facts for a vehicle, or for a fleet's vehicles and its operator. */
  Optional<Action> given(MappingReader reader) {
    Optional<Scalar> fleet = reader.findScalar("fleet");
    Optional<Scalar> vehicle = reader.findScalar("vehicle");
    Optional<Facts> values =
        reader.requireMapping("values").map(section -> reading.given(section.mapping()));
    if (fleet.isPresent() == vehicle.isPresent()) {
      reading
          .findings()
          .error(
              "fleet-or-vehicle",
              reader.position(),
              "Facts are given to a fleet or to a vehicle.",
              "Write one of 'fleet' and 'vehicle'.");
      return Optional.empty();
    }
    List<AgentId> recipients = new ArrayList<>();
    vehicle.flatMap(this::icv).ifPresent(recipients::add);
    fleet
        .flatMap(this::fleet)
        .ifPresent(
            name -> {
              recipients.addAll(vehiclesOf(name));
              recipients.add(AgentId.of("operator", name));
            });
    return recipients.isEmpty()
        ? Optional.empty()
        : values.map(facts -> Action.toAll(recipients, new VehicleLetter.FactsGiven(facts)));
  }

  /** A change that the operator doesn't declare. */
  Optional<Action> change(MappingReader reader) {
    Optional<String> fleet = reader.requireScalar("fleet").flatMap(this::fleet);
    Optional<String> kind = reader.requireChoice("kind", VehicleMaker.same(CaseForms.CHANGES));
    Optional<Scalar> value = reader.findScalar("value");
    if (fleet.isEmpty() || kind.isEmpty() || !isSound(kind.get(), value, reader)) {
      return Optional.empty();
    }
    var change = new VehicleLetter.ChangeMade(kind.get(), value.map(Scalar::text).orElse(""));
    return Optional.of(Action.toAll(vehiclesOf(fleet.get()), change));
  }

  private boolean isSound(String kind, Optional<Scalar> value, MappingReader reader) {
    if (kind.equals("drivers")) {
      return true;
    }
    if (value.isEmpty()) {
      reader.requireScalar("value");
      return false;
    }
    return kind.equals("software")
        || ZonesReader.find(cast.zones(), value.get(), reading).isPresent();
  }

  // geofences -----------------------------------------------------------------------------------

  Optional<Action> geofence(MappingReader reader) {
    Optional<String> name = Names.require(reader, "name", reading.findings());
    Optional<Scalar> zone = reader.findScalar("zone");
    List<String> roads = roads(reader);
    boolean there =
        zone.isEmpty()
            ? !roads.isEmpty()
            : ZonesReader.find(cast.zones(), zone.get(), reading).isPresent();
    if (zone.isEmpty() && Names.texts(reader, "roads", reading.findings()).isEmpty()) {
      reading
          .findings()
          .error("missing-key", reader.position(), "A geofence needs 'zone' or 'roads'.", "");
    }
    Duration lasts = reading.spans().get(reader, "for");
    Duration leave = reading.spans().get(reader, "leave-within");
    if (name.isEmpty() || !there) {
      return Optional.empty();
    }
    return Optional.of(
        Action.toAll(
            vehiclesAndCentre(),
            new VehicleLetter.GeofenceOrdered(
                name.get(),
                zone.map(Scalar::text).orElse(""),
                roads,
                lasts.toMillis() / 1000.0,
                leave.toMillis() / 1000.0)));
  }

  private List<String> roads(MappingReader reader) {
    return reading.roads().match(Names.texts(reader, "roads", reading.findings())).stream()
        .map(reading.roads()::id)
        .sorted()
        .toList();
  }

  Optional<Action> liftGeofence(MappingReader reader) {
    return Names.require(reader, "name", reading.findings())
        .map(name -> Action.toAll(vehiclesAndCentre(), new VehicleLetter.GeofenceLifted(name)));
  }

  private List<AgentId> vehiclesAndCentre() {
    List<AgentId> recipients = new ArrayList<>(cast.icvs());
    recipients.add(cast.centre());
    return recipients;
  }
}
