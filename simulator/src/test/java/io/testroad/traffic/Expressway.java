package io.testroad.traffic;

import io.testroad.demand.VehicleType;
import io.testroad.engine.IncidentCapacity;
import io.testroad.engine.IncidentCapacity.Shoulder;
import io.testroad.engine.RoadDecision;
import io.testroad.network.Network;
import java.util.Locale;

/**
 * A straight expressway of 80 km/h, a queue on it that is longer than can be discharged, and a
 * scene beyond it; what passes the scene is counted.
 */
final class Expressway {

  private static final double BEGINS_S = 10;
  private static final double GATE_OPENS_S = 900;
  private static final double SETTLED_S = 1080;
  private static final double UNTIL_S = 1500;
  private static final double OBSTACLE_M = 10;
  private static final double SCENE_M = 200;
  private static final double DEMAND_PER_LANE_AND_S = 0.7;

  private final int lanes;
  private final VehicleType type;
  private final long tickMillis;

  /** Where the scene's obstacles end, m from the beginning of their road. */
  private final double sceneM;

  Expressway(int lanes, VehicleType type, long tickMillis) {
    this(lanes, type, tickMillis, 500);
  }

  Expressway(int lanes, VehicleType type, long tickMillis, double sceneM) {
    this.lanes = lanes;
    this.type = type;
    this.tickMillis = tickMillis;
    this.sceneM = sceneM;
  }

  private static Network network(int lanes) {
    return Roads.of(
        String.format(
            Locale.ROOT,
            """
            node a -3000 0 dead_end
            node b 1500 0
            node c 2500 0
            node d 3000 0 dead_end
            road in a b lanes %1$d speed 22.222
            road scene b c lanes %1$d speed 22.222
            road out c d lanes %1$d speed 22.222
            """,
            lanes));
  }

  /** Vehicles per second that pass with so many lanes blocked from the right. */
  double discharge(int blocked, Shoulder shoulder) {
    RoadWorld world = RoadWorld.on(network(lanes)).tickMillis(tickMillis);
    Ride[] rides = new Ride[(int) (UNTIL_S * DEMAND_PER_LANE_AND_S * lanes)];
    for (int i = 0; i < rides.length; i++) {
      rides[i] =
          Ride.of("car-" + i, "in scene out")
              .by(type)
              .at(i / DEMAND_PER_LANE_AND_S / lanes)
              .from(i % lanes, Double.NaN, Double.NaN);
    }
    world.departing(rides);
    for (int lane = 0; lane < blocked; lane++) {
      world.order(
          BEGINS_S, new RoadDecision.Obstruct("load-" + lane, "scene", lane, sceneM, OBSTACLE_M));
    }
    double share = IncidentCapacity.share(lanes, blocked, shoulder);
    double perLane = IncidentCapacity.perOpenLane(share, lanes, blocked);
    double fromM = sceneM - OBSTACLE_M;
    world.order(
        BEGINS_S, new RoadDecision.Caution("scene", "scene", fromM, fromM + SCENE_M, perLane));
    for (int lane = 0; lane < lanes; lane++) {
      world.order(BEGINS_S, new RoadDecision.Obstruct("gate-" + lane, "in", lane, 4450, 1));
      world.order(GATE_OPENS_S, new RoadDecision.ClearObstacle("gate-" + lane, "in"));
    }
    world.runTo(SETTLED_S);
    int before = world.traffic().arrived;
    world.runTo(UNTIL_S);
    return (world.traffic().arrived - before) / (UNTIL_S - SETTLED_S);
  }
}
