package io.testroad.scenario;

import io.testroad.demand.Departure;
import io.testroad.engine.RandomStream;
import io.testroad.network.VehicleClass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The departures of a flow: exponential headways, ends drawn evenly.
 *
 * <p>Ends between which there is no way, or that are the same road, are drawn anew; a vehicle that
 * has no luck takes the first pair that is connected.
 */
final class FlowDepartures {

  private static final int DRAWS = 16;
  private static final int MOST_PAIRS = 2000;

  private final Flow flow;
  private final int type;
  private final Reading reading;
  private final VehicleClass vehicleClass;
  private final RandomStream headways;
  private final RandomStream ends;

  FlowDepartures(Flow flow, int type, Reading reading) {
    this.flow = flow;
    this.type = type;
    this.reading = reading;
    vehicleClass = flow.type().vehicleClass();
    headways = RandomStream.of(reading.seed(), "scenario.flow-headway", flow.name());
    ends = RandomStream.of(reading.seed(), "scenario.flow-ends", flow.name());
  }

  /** The departures until an end, at most so many. */
  List<Departure> make(Duration end, int most) {
    Optional<int[]> anyWay = firstWay();
    if (anyWay.isEmpty()) {
      if (reading.roads().known()) {
        reading
            .findings()
            .error(
                "no-route",
                flow.position(),
                "No way leads from where the flow comes from to where it goes to.",
                "Check the roads' directions and permissions.");
      }
      return List.of();
    }
    List<Departure> departures = new ArrayList<>();
    double seconds = flow.begin().toMillis() / 1000.0;
    double endS = end.toMillis() / 1000.0;
    if ((endS - seconds) * flow.perSecond() > most) {
      tooMany();
      return List.of();
    }
    for (long n = 0; flow.perSecond() > 0; n++) {
      seconds += headways.exponential(n, 1 / flow.perSecond());
      if (!(seconds < endS)) {
        break;
      }
      if (departures.size() >= most) {
        tooMany();
        break;
      }
      departures.add(departure(n, Math.round(seconds * 1000), way(n).orElse(anyWay.get())));
    }
    return departures;
  }

  private void tooMany() {
    reading
        .findings()
        .error(
            "too-many-departures",
            flow.position(),
            "The background traffic has too many vehicles.",
            "Lower the rates, or shorten the run.");
  }

  private Departure departure(long number, long departMs, int[] way) {
    return new Departure(
        flow.name() + "." + number,
        type,
        departMs,
        way,
        Departure.Lanes.BEST,
        0,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        List.of(),
        flow.position().line());
  }

  private Optional<int[]> way(long number) {
    for (int draw = 0; draw < DRAWS; draw++) {
      long counter = 2 * (number * DRAWS + draw);
      Optional<int[]> way =
          way(
              drawn(flow.from(), ends.uniform(counter)),
              drawn(flow.to(), ends.uniform(counter + 1)));
      if (way.isPresent()) {
        return way;
      }
    }
    return Optional.empty();
  }

  private static int drawn(List<Integer> roads, double uniform) {
    return roads.get((int) (uniform * roads.size()));
  }

  private Optional<int[]> way(int from, int to) {
    return from == to ? Optional.empty() : reading.roads().way(from, to, vehicleClass);
  }

  private Optional<int[]> firstWay() {
    int pairs = 0;
    for (int from : flow.from()) {
      for (int to : flow.to()) {
        Optional<int[]> way = way(from, to);
        if (way.isPresent() || ++pairs > MOST_PAIRS) {
          return way;
        }
      }
    }
    return Optional.empty();
  }
}
