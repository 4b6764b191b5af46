package io.testroad.scenario;

import io.testroad.engine.RandomStream;
import io.testroad.finding.Findings;
import io.testroad.network.VehicleClass;
import io.testroad.network.Zone;
import io.testroad.protocol.VehicleLetter;
import io.testroad.units.Dimension;
import io.testroad.vehicle.CalendarDuty;
import io.testroad.yaml.Mapping;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import io.testroad.yaml.Scalar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a fleet's duty by the calendar. */
final class DutyReader {

  private static final Pattern TIME = Pattern.compile("([0-2]?[0-9]):([0-5][0-9])");
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final int MOST_ORDERS = 200;
  private static final int MOST_PASSENGERS = 1000;
  private static final double KM = 1000;

  private static final SortedMap<String, Double> SEVERITIES =
      new TreeMap<>(
          Map.of(
              "property-damage", 0.9,
              "slight-injury", 0.09,
              "serious-injury", 0.009,
              "death", 0.001));
  private static final SortedMap<String, Double> RESPONSIBILITIES =
      new TreeMap<>(
          Map.of("none", 0.75, "secondary", 0.1, "equal", 0.05, "main", 0.05, "full", 0.05));

  private final Reading reading;
  private final Zone zone;
  private final VehicleClass vehicleClass;

  DutyReader(Reading reading, Zone zone, VehicleClass vehicleClass) {
    this.reading = reading;
    this.zone = zone;
    this.vehicleClass = vehicleClass;
  }

  Optional<CalendarDuty> read(MappingReader fleet, String name, int vehicles) {
    return fleet.findMapping("duty").map(reader -> duty(reader, name, vehicles));
  }

  private CalendarDuty duty(MappingReader reader, String name, int vehicles) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    boolean working = false;
    for (Scalar written : Names.texts(reader, "days", reading.findings())) {
      working |= written.text().equals("working");
      days.addAll(days(written));
    }
    LocalTime begins =
        reader
            .findScalar("begins")
            .flatMap(written -> timeOfDay(written, reading.findings()))
            .orElse(LocalTime.of(9, 0));
    Duration lasts = reading.spans().get(reader, "lasts");
    if (lasts.isZero() || lasts.compareTo(LONGEST) >= 0) {
      reading
          .findings()
          .error("out-of-range", reader.position(), "A shift lasts less than a day.", "Use 8 h.");
      lasts = Duration.ofHours(8);
    }
    double speed = Math.max(0.1, reader.findQuantity("speed", Dimension.SPEED).orElse(1));
    double deviation = reader.findQuantity("speed-deviation", Dimension.SPEED).orElse(0);
    double availability = share(reader, "availability");
    double automated = share(reader, "automated-share");
    CalendarDuty.Rates rates = rates(reader);
    int passengers = reader.findLong("passengers", 0, 1000).orElse(0L).intValue();
    boolean perVehicle =
        reader
            .findChoice("record", VehicleMaker.same(List.of("days", "shifts")))
            .filter("shifts"::equals)
            .isPresent();
    List<CalendarDuty.TrafficWindow> windows = windows(reader, name, vehicles);
    reader.finish();
    return new CalendarDuty(
        days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days,
        working,
        begins,
        lasts,
        availability,
        new CalendarDuty.Speed(speed, deviation),
        automated,
        rates,
        passengers,
        perVehicle,
        windows);
  }

  private Set<DayOfWeek> days(Scalar written) {
    if (!FleetForms.DAYS.contains(written.text())) {
      reading
          .findings()
          .error(
              "unknown-value",
              written.position(),
              "'days' can't be " + written.described() + ".",
              MappingReader.meant(written.text(), new TreeSet<>(FleetForms.DAYS)));
      return Set.of();
    }
    int index = FleetForms.DAYS.indexOf(written.text()) - 1;
    return index < 1 ? EnumSet.allOf(DayOfWeek.class) : Set.of(DayOfWeek.of(index));
  }

  private static double share(MappingReader reader, String key) {
    return reader.findDouble(key, 0, 1).orElse(1.0);
  }

  private CalendarDuty.Rates rates(MappingReader reader) {
    return new CalendarDuty.Rates(
        rate(reader, "takeovers"),
        rate(reader, "violations"),
        rate(reader, "collisions"),
        rate(reader, "faults"),
        rate(reader, "strays"),
        shares(reader, "severities", SEVERITIES),
        shares(reader, "responsibilities", RESPONSIBILITIES));
  }

  private static double rate(MappingReader reader, String key) {
    return reader.findDouble(key, 0, 1_000_000).orElse(0.0) / KM;
  }

  private SortedMap<String, Double> shares(
      MappingReader reader, String key, SortedMap<String, Double> otherwise) {
    Optional<MappingReader> section = reader.findMapping(key);
    if (section.isEmpty()) {
      return otherwise;
    }
    SortedMap<String, Double> shares = new TreeMap<>();
    for (Mapping.Entry entry : section.get().mapping().entries()) {
      if (!otherwise.containsKey(entry.key())) {
        reading
            .findings()
            .error(
                "unknown-key",
                entry.keyPosition(),
                "'" + key + "' has no '" + entry.key() + "'.",
                MappingReader.meant(entry.key(), otherwise.keySet()));
      } else {
        section.get().findDouble(entry.key(), 0, 1).ifPresent(s -> shares.put(entry.key(), s));
      }
    }
    double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    if (StrictMath.abs(sum - 1) > 1e-9) {
      reading
          .findings()
          .error(
              "out-of-range",
              section.get().position(),
              "The shares of '" + key + "' add up to " + sum + ", not to 1.",
              "");
    }
    return shares;
  }

  // traffic windows -----------------------------------------------------------------------------

  private List<CalendarDuty.TrafficWindow> windows(
      MappingReader reader, String fleet, int vehicles) {
    List<CalendarDuty.TrafficWindow> windows = new ArrayList<>();
    for (Node node : reader.list("traffic-windows")) {
      MappingReader.of(node, FleetForms.WINDOW.what(), reading.findings())
          .ifPresent(window -> windows.add(window(window, fleet, vehicles)));
    }
    return windows;
  }

  private CalendarDuty.TrafficWindow window(MappingReader reader, String fleet, int all) {
    Duration at = reading.spans().require(reader, "at");
    Duration length = reading.spans().require(reader, "for");
    reading.checkBeforeEnd(at, reader.position());
    int vehicles = reader.findLong("vehicles", 1, 100_000).orElse((long) all).intValue();
    String purpose =
        reader.findChoice("purpose", VehicleMaker.same(FleetForms.PURPOSES)).orElse("test");
    int passengers = reader.findLong("passengers", 0, MOST_PASSENGERS).orElse(0L).intValue();
    reader.finish();
    return new CalendarDuty.TrafficWindow(at, length, vehicles, orders(fleet, purpose, passengers));
  }

  /** Trips between roads of the zone drawn from the fleet's stream, each wholly in the zone. */
  private List<VehicleLetter.SetOut> orders(String fleet, String purpose, int passengers) {
    List<VehicleLetter.SetOut> orders = new ArrayList<>();
    List<String> roads = List.copyOf(zone.roads());
    if (roads.isEmpty()) {
      return orders;
    }
    RandomStream stream = RandomStream.of(reading.seed(), "window-trips", fleet);
    for (int i = 0; i < 10 * MOST_ORDERS && orders.size() < MOST_ORDERS; i++) {
      OptionalInt from = reading.roads().indexOf(roads.get(pick(stream, 2L * i, roads)));
      OptionalInt to = reading.roads().indexOf(roads.get(pick(stream, 2L * i + 1, roads)));
      if (from.isPresent() && to.isPresent()) {
        reading
            .roads()
            .way(from.getAsInt(), to.getAsInt(), vehicleClass)
            .map(way -> java.util.Arrays.stream(way).mapToObj(reading.roads()::id).toList())
            .filter(way -> way.size() > 1 && zone.roads().containsAll(way))
            .ifPresent(
                way -> orders.add(new VehicleLetter.SetOut(way, purpose, passengers, "none")));
      }
    }
    return orders;
  }

  private static int pick(RandomStream stream, long counter, List<String> roads) {
    return (int) (stream.uniform(counter) * roads.size());
  }

  /** A time of day, h:mm; otherwise a finding {@code not-a-time}. */
  static Optional<LocalTime> timeOfDay(Scalar written, Findings findings) {
    Matcher form = TIME.matcher(written.text());
    if (form.matches() && Integer.parseInt(form.group(1)) < 24) {
      return Optional.of(
          LocalTime.of(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2))));
    }
    findings.error(
        "not-a-time",
        written.position(),
        "A time of day can't be read from " + written.described() + ".",
        "Write hours and minutes, for instance \"9:00\".");
    return Optional.empty();
  }
}
