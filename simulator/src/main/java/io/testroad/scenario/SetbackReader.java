package io.testroad.scenario;

import io.testroad.network.Zone;
import io.testroad.units.Dimension;
import io.testroad.vehicle.DrawnTime;
import io.testroad.vehicle.Fallback;
import io.testroad.vehicle.Fallback.Rates;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Scalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what goes wrong with a fleet's vehicles, and what they do then. */
final class SetbackReader {

  private static final double MOST_PER_1000_KM = 1_000_000;
  private static final double M_PER_1000_KM = 1_000_000;
  private static final double S_PER_H = 3600;

  private final Reading reading;
  private final SortedMap<String, Zone> zones;
  private final PositiveQuantities positive;

  SetbackReader(Reading reading, SortedMap<String, Zone> zones) {
    this.reading = reading;
    this.zones = zones;
    positive = new PositiveQuantities(reading.findings());
  }

  /**
   * What a fleet's vehicles do.
   *
   * @param type their vehicle type
   */
  Fallback read(MappingReader fleet, String type) {
    SortedMap<String, Double> rates = new TreeMap<>();
    Optional<MappingReader> faults = fleet.findMapping("faults");
    Set<String> shadow = faults.map(r -> shadow(r, fleet)).orElse(Set.of());
    Duration shadowLasts = faults.map(r -> span(r, "positioning-lasts")).orElse(Duration.ZERO);
    faults.ifPresent(r -> faults(r, rates));
    Optional<MappingReader> assistance = fleet.findMapping("assistance");
    Optional<Duration> patience = assistance.flatMap(r -> reading.spans().find(r, "patience"));
    assistance.ifPresent(r -> assistance(r, rates));
    return new Fallback(
        takeover(fleet.findMapping("safety-driver")),
        fleet.findMapping("minimal-risk").map(this::manoeuvre).orElse(Fallback.PLAIN.manoeuvre()),
        new Rates(rates, shadow, shadowLasts),
        fleet.findMapping("losses").map(r -> losses(r, type)).orElse(Fallback.PLAIN.losses()),
        help(fleet, patience));
  }

  /** A duration of a tick at the least. */
  private Duration span(MappingReader reader, String key) {
    Duration tick = Duration.ofMillis(reading.clock().tickMillis());
    Duration span = reading.spans().get(reader, key);
    return span.compareTo(tick) < 0 ? tick : span;
  }

  private Fallback.Takeover takeover(Optional<MappingReader> driver) {
    Optional<Duration> mean = driver.flatMap(r -> reading.spans().find(r, "reaction"));
    Optional<Duration> deviation =
        driver.flatMap(r -> reading.spans().find(r, "reaction-deviation"));
    boolean late = driver.flatMap(r -> r.findBoolean("late")).orElse(false);
    double sigma =
        mean.filter(m -> m.toMillis() > 0)
            .flatMap(m -> deviation.map(d -> DrawnTime.sigma(m, d)))
            .orElse(DrawnTime.USUAL_SIGMA);
    return new Fallback.Takeover(sigma, late);
  }

  // rates ---------------------------------------------------------------------------------------

  private static void faults(MappingReader reader, SortedMap<String, Double> rates) {
    put(reader, "takeovers", Rates.TAKEOVER, M_PER_1000_KM, rates);
    put(reader, "stalls", Rates.STALL, M_PER_1000_KM, rates);
    put(reader, "sensor-degraded", Rates.SENSOR_DEGRADED, M_PER_1000_KM, rates);
    put(reader, "sensor-lost", Rates.SENSOR, M_PER_1000_KM, rates);
    put(reader, "positioning-lost", Rates.POSITIONING, M_PER_1000_KM, rates);
    reader.finish();
  }

  private static void assistance(MappingReader reader, SortedMap<String, Double> rates) {
    put(reader, "per-1000-km", Rates.ASSISTANCE, M_PER_1000_KM, rates);
    put(reader, "per-hour", Rates.ASSISTANCE_BY_TIME, S_PER_H, rates);
    reader.finish();
  }

  private static void put(
      MappingReader reader, String key, String kind, double per, SortedMap<String, Double> rates) {
    double rate = reader.findDouble(key, 0, MOST_PER_1000_KM).orElse(0.0);
    if (rate > 0) {
      rates.put(kind, rate / per);
    }
  }

  private Set<String> shadow(MappingReader faults, MappingReader fleet) {
    return faults
        .findScalar("positioning-zone")
        .flatMap(written -> ZonesReader.find(zones, written, reading))
        .or(() -> fleet.findText("zone").map(name -> zones.get(name)))
        .map(Zone::roads)
        .orElse(Set.of());
  }

  // what it does --------------------------------------------------------------------------------

  private Fallback.Manoeuvre manoeuvre(MappingReader reader) {
    String kind =
        reader
            .findChoice("stops", VehicleMaker.same(SetbackForms.STOPS))
            .orElse(Fallback.Manoeuvre.ASIDE);
    List<Scalar> written = Names.texts(reader, "safe-places", reading.findings());
    List<String> places = new ArrayList<>();
    reading.roads().match(written).forEach(edge -> places.add(reading.roads().id(edge)));
    if (kind.equals(Fallback.Manoeuvre.SAFE_PLACE) && written.isEmpty()) {
      reading
          .findings()
          .error(
              "no-safe-place",
              reader.position(),
              "The vehicles are to stop at safe places, and there are none.",
              "Name roads as 'safe-places', or let them stop at the shoulder.");
    }
    var manoeuvre =
        new Fallback.Manoeuvre(
            kind,
            reading.spans().get(reader, "patience"),
            places,
            reader.findQuantity("within", Dimension.DISTANCE).orElse(0),
            positive.read(reader, "speed", Dimension.SPEED, 1));
    reader.finish();
    return manoeuvre;
  }

  private Fallback.Losses losses(MappingReader reader, String type) {
    Optional<Scalar> without = reader.findScalar("v2x-fallback-type");
    without.ifPresent(id -> reading.types().find(id.text(), id.position()));
    var losses =
        new Fallback.Losses(
            positive.read(reader, "degraded-speed", Dimension.SPEED, 1),
            span(reader, "dead-reckoning"),
            reader
                .findChoice("on-back-end-loss", VehicleMaker.same(SetbackForms.ON_LOSS))
                .filter("minimal-risk"::equals)
                .isPresent(),
            type,
            without.map(Scalar::text).orElse(""));
    reader.finish();
    return losses;
  }

  private Fallback.Help help(MappingReader fleet, Optional<Duration> patience) {
    Optional<MappingReader> restart = fleet.findMapping("restart");
    Optional<MappingReader> courtesy = fleet.findMapping("courtesy");
    double crewShare = restart.flatMap(r -> r.findDouble("needs-crew", 0, 1)).orElse(0.0);
    Duration pause = courtesy.map(r -> span(r, "pause")).orElse(Duration.ZERO);
    restart.ifPresent(r -> r.find("per-minute")); // which the seats' reader reads
    restart.ifPresent(MappingReader::finish);
    courtesy.ifPresent(MappingReader::finish);
    return new Fallback.Help(
        patience, restart.isPresent(), crewShare, courtesy.isPresent(), pause, false);
  }
}
