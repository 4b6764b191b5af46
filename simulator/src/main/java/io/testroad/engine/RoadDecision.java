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
   * stand beyond the place. A lane stays closed until all who have closed it have opened it.
   *
   * @param by who closes it; the script is nobody, an empty string
   */
  record CloseLane(String road, int lane, String by) implements RoadDecision {
    public CloseLane(String road, int lane) {
      this(road, lane, "");
    }

    @Override
    public String target() {
      return road;
    }
  }

  /**
   * Opens a lane, or with {@code lane == -1} the whole road, as far as its closer goes.
   *
   * @param by who has closed it, see {@link CloseLane}
   */
  record OpenLane(String road, int lane, String by) implements RoadDecision {
    public OpenLane(String road, int lane) {
      this(road, lane, "");
    }

    @Override
    public String target() {
      return road;
    }
  }

  /**
   * Changes a road's speed limit. Where several have changed it the lowest of theirs counts.
   *
   * @param speedLimitMps m/s; NaN takes back what the same one has ordered, and without any order
   *     the network's own limit counts
   * @param by who orders it; the script is nobody, an empty string
   */
  record LimitSpeed(String road, double speedLimitMps, String by) implements RoadDecision {
    public LimitSpeed(String road, double speedLimitMps) {
      this(road, speedLimitMps, "");
    }

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

  /**
   * Makes drivers careful who pass a scene: on every lane of a stretch of road they keep such
   * headways that the lane carries only a share of what it carries otherwise. Where several scenes
   * meet, the least share counts.
   *
   * @param scene whose stretch it is; a later one of that scene on that road takes its place
   * @param fromM where on the road the stretch begins, m
   * @param toM where it ends, m
   * @param capacityShare share of the lane's ordinary capacity, over 0 to 1; 1 lifts it
   */
  record Caution(String scene, String road, double fromM, double toM, double capacityShare)
      implements RoadDecision {
    @Override
    public String target() {
      return road;
    }
  }

  /**
   * Puts something on a lane that no vehicle can pass: debris, a spill, a fallen load.
   *
   * @param obstacle its name, unique among those that lie on the road
   * @param positionM its far end, as a vehicle's front is told, m
   * @param lengthM its length back from there, m
   */
  record Obstruct(String obstacle, String road, int lane, double positionM, double lengthM)
      implements RoadDecision {
    @Override
    public String target() {
      return road;
    }
  }

  /** Takes an obstacle off the road; nothing happens when it isn't there. */
  record ClearObstacle(String obstacle, String road) implements RoadDecision {
    @Override
    public String target() {
      return road;
    }
  }

  /**
   * Shows green to all who come from a road, after the yellow and the clearance that the others
   * need, and red to all others, until {@link RunProgram}.
   */
  record PreEmpt(String signal, String road) implements RoadDecision {
    @Override
    public String target() {
      return signal;
    }
  }

  /**
   * Tells drivers to avoid roads: whoever is on, or comes onto, one of the roads where it is told
   * and has one of those to avoid ahead of him takes another way, if there is one, with a
   * probability. Each vehicle decides once for each sign. It goes on as planned when no other way
   * leads there.
   *
   * @param sign its name; a later one of that name takes its place
   * @param at ids of the roads where it is told; empty: everywhere
   * @param avoid ids of the roads to avoid; empty takes the sign away
   * @param compliance the probability, 0 to 1
   * @param connected whether only connected vehicles are told: those that are agents
   */
  record Sign(
      String sign, List<String> at, List<String> avoid, double compliance, boolean connected)
      implements RoadDecision {
    public Sign {
      at = List.copyOf(at);
      avoid = List.copyOf(avoid);
    }

    /** A sign that everybody can read. */
    public Sign(String sign, List<String> at, List<String> avoid, double compliance) {
      this(sign, at, avoid, compliance, false);
    }

    @Override
    public String target() {
      return "";
    }
  }

  /**
   * Counts, once a second, the traffic on some roads; {@link Percept.Tally} tells of it.
   *
   * @param scene whose count it is, and the number in its percepts
   * @param roads ids of the roads; empty ends the count
   */
  record Count(int scene, List<String> roads) implements RoadDecision {
    public Count {
      roads = List.copyOf(roads);
    }

    @Override
    public String target() {
      return "";
    }
  }

  /**
   * Tells once in a while how long it takes to drive along the roads where traffic is slow; {@link
   * Percept.TravelTimes} tells of it.
   *
   * @param everyS interval, s; 0 ends it
   */
  record Survey(double everyS) implements RoadDecision {
    @Override
    public String target() {
      return "";
    }
  }

  /**
   * Brings a vehicle to a stand out of the traffic: it slows down, changes to the rightmost lane,
   * and stands aside there. Where it has not come so far in time it stands in the lane that it is
   * on and blocks it.
   *
   * @param decelerationMps2 braking, m/s², positive; it never brakes harder for this order
   * @param patienceS how long it looks for a gap, s
   */
  record PullOver(String vehicle, double decelerationMps2, double patienceS)
      implements RoadDecision {
    @Override
    public String target() {
      return vehicle;
    }
  }

  /**
   * Brings a vehicle to a stand in its lane, which it blocks, but not inside a junction: where it
   * would come to a stand there, it drives through slowly and stands behind it.
   *
   * @param decelerationMps2 braking, m/s², positive; the vehicle never brakes harder for this order
   */
  record StopInLane(String vehicle, double decelerationMps2) implements RoadDecision {
    @Override
    public String target() {
      return vehicle;
    }
  }

  /**
   * A vehicle's brakes fail: it can't slow down for anybody, and speeds up or slows down by itself
   * until it collides or has come to a stand. {@link Resume} mends them.
   *
   * @param accelerationMps2 what the slope does to it, m/s²; negative slows it down
   */
  record FailBrakes(String vehicle, double accelerationMps2) implements RoadDecision {
    @Override
    public String target() {
      return vehicle;
    }
  }

  /**
   * How a vehicle meets others where ways cross.
   *
   * @param courteous whether it lets everybody pass who is courteous too, whoever has the right of
   *     way; two such vehicles wait for one another for ever
   */
  record Courtesy(String vehicle, boolean courteous) implements RoadDecision {
    @Override
    public String target() {
      return vehicle;
    }
  }

  /** Puts a vehicle's blue light on or off: whether others clear the way for it. */
  record BlueLight(String vehicle, boolean on) implements RoadDecision {
    @Override
    public String target() {
      return vehicle;
    }
  }

  /**
   * A driver does not look for a while: he sees nobody ahead of him, no red light, and nobody who
   * has the right of way. He keeps his speed and his lane, and stops where the road ends.
   *
   * @param seconds for how long, s; 0 makes him look again at once
   */
  record Distract(String vehicle, double seconds) implements RoadDecision {
    @Override
    public String target() {
      return vehicle;
    }
  }

  /**
   * A vehicle changes to a neighbouring lane whoever is there; inside a junction as soon as it has
   * left it. Where it is on a road then without such a neighbouring lane nothing happens.
   *
   * @param lane the lane's number, counted from the right
   */
  record CutIn(String vehicle, int lane) implements RoadDecision {
    @Override
    public String target() {
      return vehicle;
    }
  }
}
