package io.testroad.demand;

import io.testroad.demand.Departure.Lanes;
import io.testroad.engine.RandomStream;
import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.network.Edge;
import io.testroad.network.Network;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns wishes into numbers, on the edges that a vehicle was given. */
final class DepartureMaker {

  /**
   * One vehicle of a request.
   *
   * @param name its name
   * @param entity key of the request's random numbers
   * @param counter its number in its flow, 0 when it is alone
   * @param departMs ms
   */
  record Instance(String name, long entity, long counter, long departMs) {}

  private record Warning(Position position, String code) {}

  private final Network network;
  private final Findings findings;
  private final FirstWarnings warnings;
  private final RandomStream departPositions;
  private final RandomStream departSpeeds;
  private final RandomStream arrivalPositions;
  private final Set<Warning> warned = new HashSet<>();

  DepartureMaker(Network network, long seed, Findings findings, FirstWarnings warnings) {
    this.network = network;
    this.findings = findings;
    this.warnings = warnings;
    departPositions = RandomStream.of(seed, "demand.depart-position");
    departSpeeds = RandomStream.of(seed, "demand.depart-speed");
    arrivalPositions = RandomStream.of(seed, "demand.arrival-position");
  }

  /** The departure; null when its lane doesn't exist, which is recorded. */
  @Nullable Departure make(
      VehicleRequest request,
      Instance instance,
      int type,
      VehicleType vehicleType,
      int[] edges,
      List<Departure.Stop> stops) {
    DepartureWishes wishes = request.wishes();
    Edge first = network.edges().get(edges[0]);
    if (wishes.lane() == Lanes.GIVEN && wishes.laneIndex() >= first.laneCount()) {
      findings.error(
          "unknown-lane",
          request.position(),
          "The departure lane is "
              + wishes.laneIndex()
              + "; the edge '"
              + first.id()
              + "' has lanes from 0 to "
              + (first.laneCount() - 1)
              + ".",
          "Count lanes from the right, beginning at 0.");
      return null;
    }
    return new Departure(
        instance.name(),
        type,
        instance.departMs(),
        edges,
        wishes.lane(),
        wishes.laneIndex(),
        departPositionM(request, instance, vehicleType, edges, stops),
        departSpeedMps(request, instance, vehicleType, edges),
        arrivalPositionM(request, instance, edges),
        stops,
        request.position().line());
  }

  private double departPositionM(
      VehicleRequest request,
      Instance instance,
      VehicleType type,
      int[] edges,
      List<Departure.Stop> stops) {
    double lengthM = network.lengthM(edges[0]);
    DepartureWishes wishes = request.wishes();
    return switch (wishes.departAt()) {
      case GIVEN -> within(request, "departPos", wishes.departPositionM(), lengthM);
      case RANDOM -> {
        double roomM = Math.max(0, lengthM - type.lengthM());
        yield lengthM - roomM * departPositions.uniform(instance.entity(), instance.counter());
      }
      case AT_STOP -> {
        boolean onFirst =
            !stops.isEmpty() && network.lanes().get(stops.get(0).lane()).edge() == edges[0];
        yield onFirst ? stops.get(0).endM() : Double.NaN;
      }
      case CENTER -> lengthM / 2;
      case USUAL -> Double.NaN;
    };
  }

  private double departSpeedMps(
      VehicleRequest request, Instance instance, VehicleType type, int[] edges) {
    DepartureWishes wishes = request.wishes();
    return switch (wishes.pace()) {
      case SAFE -> Double.NaN;
      case RANDOM -> {
        int lane = network.edges().get(edges[0]).firstLane();
        double top = Math.min(type.maxSpeedMps(), network.lanes().get(lane).speedLimitMps());
        yield top * departSpeeds.uniform(instance.entity(), instance.counter());
      }
      case GIVEN -> {
        double speedMps = wishes.departSpeedMps();
        if (speedMps > type.maxSpeedMps()) {
          warnOnce(
              request,
              "depart-speed-too-high",
              "The departure speed is above the top speed of the type '" + type.id() + "'.",
              "Correct departSpeed or maxSpeed; the top speed is used.");
        }
        yield Math.min(speedMps, type.maxSpeedMps());
      }
    };
  }

  private double arrivalPositionM(VehicleRequest request, Instance instance, int[] edges) {
    double lengthM = network.lengthM(edges[edges.length - 1]);
    DepartureWishes wishes = request.wishes();
    return switch (wishes.arriveAt()) {
      case GIVEN -> within(request, "arrivalPos", wishes.arrivalPositionM(), lengthM);
      case RANDOM -> lengthM * arrivalPositions.uniform(instance.entity(), instance.counter());
      case CENTER -> lengthM / 2;
      case USUAL, AT_STOP -> Double.NaN;
    };
  }

  private double within(
      VehicleRequest request, String attribute, double positionM, double lengthM) {
    double fromBeginning = positionM < 0 ? positionM + lengthM : positionM;
    double clamped = Math.min(lengthM, Math.max(0, fromBeginning));
    if (clamped != fromBeginning) {
      warnOnce(
          request,
          "position-outside-edge",
          attribute
              + " is "
              + positionM
              + " m on an edge of "
              + lengthM
              + " m; the nearest end is used.",
          "Correct the position.");
    }
    return clamped;
  }

  /** Records a warning unless the same was recorded for the vehicle before in its flow. */
  private void warnOnce(VehicleRequest request, String code, String message, String remedy) {
    if (warned.add(new Warning(request.position(), code))) {
      warnings.add(code, request.position(), message, remedy);
    }
  }
}
