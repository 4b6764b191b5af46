package io.testroad.scenario;

import io.testroad.engine.AgentId;
import io.testroad.finding.Position;
import io.testroad.protocol.VehicleLetter;
import io.testroad.scenario.ActionReader.Action;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Scalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads outages: what fails for many ICVs at once. */
final class OutageReader {

  private final Reading reading;
  private final Cast cast;

  OutageReader(Reading reading, Cast cast) {
    this.reading = reading;
    this.cast = cast;
  }

  /** An outage; to the vehicles that may be concerned, and their operators. */
  Optional<Action> read(MappingReader reader) {
    Optional<String> what = reader.requireChoice("what", VehicleMaker.same(SetbackForms.OUTAGES));
    Optional<Scalar> named = reader.findScalar("name");
    boolean goodName =
        named.isEmpty()
            || Names.check(named.get().text(), named.get().position(), reading.findings());
    SortedMap<String, SortedSet<String>> concerned = vehicles(reader, fleets(reader));
    Optional<Scalar> zone = reader.findScalar("zone");
    boolean there =
        zone.isEmpty() || ZonesReader.find(cast.zones(), zone.get(), reading).isPresent();
    String software = reader.findText("software").orElse("");
    double share = reader.findDouble("share", 0, 1).orElse(1.0);
    Duration within = reading.spans().get(reader, "within");
    Duration lasts = reading.spans().get(reader, "lasts");
    checkLength(within, lasts, reader.position());
    boolean restart =
        reader
            .findChoice("needs", VehicleMaker.same(SetbackForms.NEEDS))
            .filter("remote-restart"::equals)
            .isPresent();
    double crews = reader.findDouble("needs-crew", 0, 1).orElse(0.0);
    if (what.isEmpty() || !goodName || !there || concerned.isEmpty()) {
      return Optional.empty();
    }
    String name = named.map(Scalar::text).orElse(what.get());
    List<Addressed> letters = new ArrayList<>();
    concerned.forEach(
        (fleet, vehicles) -> {
          var outage =
              new VehicleLetter.OutageBegins(
                  name,
                  what.get(),
                  software,
                  zone.map(Scalar::text).orElse(""),
                  share,
                  within.toMillis() / 1000.0,
                  lasts.toMillis() / 1000.0,
                  restart,
                  crews,
                  vehicles.size());
          vehicles.forEach(v -> letters.add(new Addressed(AgentId.vehicle(v), outage)));
          letters.add(new Addressed(AgentId.of("operator", fleet), outage));
        });
    return Optional.of(new Action(List.of(), letters));
  }

  private void checkLength(Duration within, Duration lasts, Position position) {
    if (lasts.isZero() || within.compareTo(lasts) > 0) {
      reading
          .findings()
          .error(
              "out-of-range",
              position,
              "The outage is over before it has struck.",
              "'lasts' counts from its beginning and must not be less than 'within'.");
    }
  }

  private Set<String> fleets(MappingReader reader) {
    List<Scalar> written = Names.texts(reader, "fleets", reading.findings());
    Set<String> fleets = new TreeSet<>();
    for (Scalar name : written) {
      if (cast.fleets().containsKey(name.text())) {
        fleets.add(name.text());
      } else {
        unknown("unknown-fleet", "fleet", name, cast.fleets().keySet());
      }
    }
    return written.isEmpty() ? cast.fleets().keySet() : fleets;
  }

  private void unknown(String code, String what, Scalar written, Set<String> all) {
    reading
        .findings()
        .error(
            code,
            written.position(),
            "There is no " + what + " '" + written.text() + "'.",
            MappingReader.meant(written.text(), all));
  }

  /** The vehicles by fleet; fleets without any are left out. */
  private SortedMap<String, SortedSet<String>> vehicles(MappingReader reader, Set<String> fleets) {
    List<Scalar> written = Names.texts(reader, "vehicles", reading.findings());
    SortedMap<String, SortedSet<String>> chosen = new TreeMap<>();
    for (Scalar pattern : written) {
      Glob glob = new Glob(pattern.text());
      boolean any = false;
      for (String fleet : fleets) {
        for (String vehicle : cast.fleets().getOrDefault(fleet, List.of())) {
          if (glob.matches(vehicle)) {
            chosen.computeIfAbsent(fleet, f -> new TreeSet<>()).add(vehicle);
            any = true;
          }
        }
      }
      if (!any) {
        unknown("unknown-vehicle", "ICV", pattern, cast.icvClasses().keySet());
      }
    }
    if (written.isEmpty()) {
      fleets.forEach(
          fleet -> chosen.put(fleet, new TreeSet<>(cast.fleets().getOrDefault(fleet, List.of()))));
    }
    return chosen;
  }
}
