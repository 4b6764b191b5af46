package io.testroad.traffic;

import io.testroad.demand.Departure;
import io.testroad.demand.VehicleType;
import io.testroad.network.Network;
import java.util.Arrays;
import java.util.List;

/** A departure as tests tell it: by default at once, from the road's beginning, as fast as safe. */
record Ride(
    String name,
    String roads,
    VehicleType type,
    double departS,
    int lane,
    double positionM,
    double speedMps,
    double arrivalM,
    List<String> stops) {

  static Ride of(String name, String roads) {
    double none = Double.NaN;
    return new Ride(name, roads, Types.IDM, 0, -1, none, none, none, List.of());
  }

  Ride named(String newName) {
    return new Ride(newName, roads, type, departS, lane, positionM, speedMps, arrivalM, stops);
  }

  Ride by(VehicleType newType) {
    return new Ride(name, roads, newType, departS, lane, positionM, speedMps, arrivalM, stops);
  }

  Ride at(double newDepartS) {
    return new Ride(name, roads, type, newDepartS, lane, positionM, speedMps, arrivalM, stops);
  }

  Ride from(int newLane, double newPositionM, double newSpeedMps) {
    return new Ride(
        name, roads, type, departS, newLane, newPositionM, newSpeedMps, arrivalM, stops);
  }

  Ride to(double newArrivalM) {
    return new Ride(name, roads, type, departS, lane, positionM, speedMps, newArrivalM, stops);
  }

  /** Stops, each as "road lane end-metres seconds". */
  Ride stopping(String... newStops) {
    return new Ride(
        name, roads, type, departS, lane, positionM, speedMps, arrivalM, List.of(newStops));
  }

  Departure departure(Network network, int typeIndex) {
    return new Departure(
        name,
        typeIndex,
        Math.round(departS * 1000),
        edges(network, roads),
        lane < 0 ? Departure.Lanes.BEST : Departure.Lanes.GIVEN,
        Math.max(lane, 0),
        positionM,
        speedMps,
        arrivalM,
        stops.stream().map(stop -> stop(network, stop)).toList(),
        0);
  }

  static int[] edges(Network network, String roads) {
    return Arrays.stream(roads.split(" +"))
        .mapToInt(road -> network.findEdge(road).orElseThrow())
        .toArray();
  }

  private static Departure.Stop stop(Network network, String text) {
    String[] words = text.split(" +", -1);
    int edge = network.findEdge(words[0]).orElseThrow();
    int lane = network.edges().get(edge).firstLane() + Integer.parseInt(words[1]);
    double end = Double.parseDouble(words[2]);
    long ms = Math.round(1000 * Double.parseDouble(words[3]));
    return new Departure.Stop(lane, end - 10, end, ms, -1);
  }
}
