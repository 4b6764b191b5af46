package io.testroad.bench;

import io.testroad.traffic.Trip;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trips that ended, as columns; their quantities are SUMO's. */
public final class TripTable {

  /** A quantity of trips. */
  public enum Quantity {
    /** From departure to arrival, s. */
    DURATION("duration"),
    /** m. */
    ROUTE_LENGTH("routeLength"),
    /** Time lost by driving slower than wished, s. */
    TIME_LOSS("timeLoss"),
    /** Time below 0.1 m/s, s. */
    WAITING_TIME("waitingTime"),
    /** Time waited for room to depart, s. */
    DEPART_DELAY("departDelay"),
    /** When it departed, s. */
    DEPART("depart");

    private final String attribute;

    Quantity(String attribute) {
      this.attribute = attribute;
    }

    /** Its attribute in SUMO's tripinfo output. */
    public String attribute() {
      return attribute;
    }
  }

  private final List<String> ids = new ArrayList<>();
  private final Column[] columns = new Column[Quantity.values().length];

  /** A table without trips. */
  public TripTable() {
    for (int i = 0; i < columns.length; i++) {
      columns[i] = new Column();
    }
  }

  /** Adds a trip. */
  void add(Trip trip) {
    add(
        trip.id(),
        trip.duration(),
        trip.routeLength(),
        trip.timeLoss(),
        trip.waitingTime(),
        trip.departDelay(),
        trip.depart());
  }

  /** Adds a trip with its quantities, in the order of {@link Quantity}. */
  void add(String id, double... quantities) {
    ids.add(id);
    for (int i = 0; i < columns.length; i++) {
      columns[i].add(quantities[i]);
    }
  }

  /** Number of trips. */
  public int size() {
    return ids.size();
  }

  /** A quantity of all trips, in their order. */
  public double[] values(Quantity quantity) {
    return columns[quantity.ordinal()].values();
  }

  /** The mean of a quantity; null when there are no trips. */
  public @Nullable Double mean(Quantity quantity) {
    Column column = columns[quantity.ordinal()];
    return ids.isEmpty() ? null : column.sum() / ids.size();
  }

  /** The place of each trip by its id; of two with one id, the later. */
  Map<String, Integer> places() {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      places.put(ids.get(i), i);
    }
    return places;
  }

  /** The id of a trip. */
  String id(int place) {
    return ids.get(place);
  }
}
