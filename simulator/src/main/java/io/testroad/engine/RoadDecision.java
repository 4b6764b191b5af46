package io.testroad.engine;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * What an agent or the script decides about the roads. Vehicles, roads (SUMO: edges), signals and
 * vehicle types are named by their ids. Takes effect at the beginning of the tick after the one in
 * which it was made; in one tick decisions are applied in the order in which the director sorted
 * them.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "decision")
public sealed interface RoadDecision {

  /** A road in the region that must carry out the decision, or a vehicle; see the records. */
  String target();

  /**
   * Puts a vehicle on the road, as soon as there is room at the beginning of its route.
   *
   * @param vehicle the vehicle's name, known to the scenario's vehicle register
   * @param roads the route, road ids from the first to the last, connected
   * @param departPositionM where on the first road the front stands, m
   * @param arrivalPositionM where on the last road the trip ends, m; NaN: at its end
   * @param tracked whether percepts about it are sent to its agent
   * @param blueLight whether others clear the way for it
   */
  record Insert(
      String vehicle,
      List<String> roads,
      double departPositionM,
      double arrivalPositionM,
      boolean tracked,
      boolean blueLight)
      implements RoadDecision {
    public Insert {
      roads = List.copyOf(roads);
    }

    @Override
    public String target() {
      return vehicle;
    }
  }

  /** Takes a vehicle off the road: towed, or its trip given up. */
  record Remove(String vehicle) implements RoadDecision {
    @Override
    public String target() {
      return vehicle;
    }
  }

  /**
   * Caps a vehicle's speed and its acceleration behaviour.
   *
   * @param maxSpeedMps cap, m/s; {@link Double#POSITIVE_INFINITY} lifts it
   */
  record CapSpeed(String vehicle, double maxSpeedMps) implements RoadDecision {
    @Override
    public String target() {
      return vehicle;
    }
  }

  /**
   * Brings a vehicle to a stand.
   *
   * @param decelerationMps2 braking, m/s², positive; the vehicle never brakes harder for this order
   * @param aside whether it leaves the traffic when it stands (a shoulder or lay-by: its lane is
   *     free again); otherwise it stands in its lane and blocks it
   */
  record Halt(String vehicle, double decelerationMps2, boolean aside) implements RoadDecision {
    @Override
    public String target() {
      return vehicle;
    }
  }

  /** Lets a halted vehicle drive on. */
  record Resume(String vehicle) implements RoadDecision {
    @Override
    public String target() {
      return vehicle;
    }
  }

  /** Gives a vehicle another route; its first road must be the one it is on, or the next. */
  record Reroute(String vehicle, List<String> roads, double arrivalPositionM)
      implements RoadDecision {
    public Reroute {
      roads = List.copyOf(roads);
    }

    @Override
    public String target() {
      return vehicle;
    }
  }

  /** Gives a vehicle the car-following parameters of another vehicle type of the scenario. */
  record Restyle(String vehicle, String vehicleType) implements RoadDecision {
    @Override
    public String target() {
      return vehicle;
    }
  }

  /**
   * Closes a lane, or with {@code lane == -1} the whole road, to traffic that does not already
   * stand beyond the place.
   */
  record CloseLane(String road, int lane) implements RoadDecision {
    @Override
    public String target() {
      return road;
    }
  }

  /** Opens a closed lane, or with {@code lane == -1} the whole road. */
  record OpenLane(String road, int lane) implements RoadDecision {
    @Override
    public String target() {
      return road;
    }
  }

  /** Changes a road's speed limit; NaN restores the network's own. */
  record LimitSpeed(String road, double speedLimitMps) implements RoadDecision {
    @Override
    public String target() {
      return road;
    }
  }

  /** Changes the weather's effect: factors on desired speed and on time headway everywhere. */
  record SetWeather(double speedFactor, double headwayFactor) implements RoadDecision {
    @Override
    public String target() {
      return "";
    }
  }

  /**
   * Runs a signal program.
   *
   * @param program the program's id at this signal; {@code off} switches the signal off, {@code
   *     flashing} lets it flash yellow
   */
  record RunProgram(String signal, String program) implements RoadDecision {
    @Override
    public String target() {
      return signal;
    }
  }
}
