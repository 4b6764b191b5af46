package io.testroad.traffic;

import io.testroad.demand.VehicleType;
import io.testroad.engine.IncidentCapacity;
import io.testroad.engine.IncidentCapacity.Shoulder;
import io.testroad.engine.RoadDecision;
import io.testroad.network.Network;

/**
 * A straight expressway of 80 km/h, more cars than it can carry, and a scene on it; the discharge
 * is counted beyond the scene.
 */
final class Expressway {

  private static final double LIMIT_MPS = 80 / 3.6;
  private static final double SCENE_M = 1000;
  private static final double BEGINS_S = 10;
  private static final double GATE_S = 300;
  private static final double SETTLED_S = 480;
  private static final double UNTIL_S = Integer.getInteger("until", 900);
  private static final double DEMAND_PER_LANE_AND_S = 0.7;

  private final int lanes;
  private final VehicleType[] types;

  Expressway(int lanes, VehicleType... types) {
    this.lanes = lanes;
    this.types = types;
  }

  static Network network(int lanes) {
    return Roads.of(
        String.format(
            java.util.Locale.ROOT,
            """
            node a 0 0 dead_end
            node b 1500 0
            node c 2500 0
            node d 3000 0 dead_end
            road in a b lanes %1$d speed %2$f
            road scene b c lanes %1$d speed %2$f
            road out c d lanes %1$d speed %2$f
            """,
            lanes,
            LIMIT_MPS));
  }

  /** Vehicles per hour beyond the scene, with so many lanes blocked from the right. */
  double discharge(int blocked, Shoulder shoulder) {
    RoadWorld world = RoadWorld.on(network(lanes));
    Ride[] rides = new Ride[(int) (UNTIL_S * DEMAND_PER_LANE_AND_S * lanes)];
    for (int i = 0; i < rides.length; i++) {
      rides[i] =
          Ride.of("car-" + i, "in scene out")
              .by(types[i % types.length])
              .at(i / DEMAND_PER_LANE_AND_S / lanes)
              .from(i % lanes, Double.NaN, Double.NaN);
    }
    world.departing(rides);
    if (blocked > 0) {
      for (int lane = 0; lane < blocked; lane++) {
        world.order(BEGINS_S, new RoadDecision.Obstruct("o" + lane, "scene", lane, 500, 10));
      }
    }
    double share =
        IncidentCapacity.perOpenLane(
            IncidentCapacity.share(lanes, blocked, shoulder), lanes, blocked);
    if (share < 1 && !Boolean.getBoolean("noCaution")) {
      world.order(
          BEGINS_S,
          new RoadDecision.Caution(
              "s", "scene", Integer.getInteger("from", 490), Integer.getInteger("to", 600), share));
    }
    for (int lane = 0; lane < lanes; lane++) {
      world.order(BEGINS_S, new RoadDecision.Obstruct("gate" + lane, "in", lane, 1450, 1));
      world.order(GATE_S, new RoadDecision.ClearObstacle("gate" + lane, "in"));
    }
    world.runTo(SETTLED_S);
    int before = world.traffic().arrived;
    world.runTo(UNTIL_S);
    if (world.traffic().collisions > 0) {
      System.out.println("COLLISIONS " + world.traffic().collisions);
    }
    return (world.traffic().arrived - before) / (UNTIL_S - SETTLED_S) * 3600;
  }

  public static void main(String[] args) {
    for (String which : args[0].split(",")) {
      VehicleType type =
          which.startsWith("exact")
              ? switch (which) {
                case "exactIDM" -> Types.IDM;
                default -> Types.KRAUSS;
              }
              : Types.various("t", VehicleType.Model.valueOf(which));
      if (which.equals("SLOW13")) {
        type = Types.IDM;
      }
      for (int lanes = 2; lanes <= Integer.getInteger("lanes", 4); lanes++) {
        Expressway way = new Expressway(lanes, type);
        double all = way.discharge(0, Shoulder.CLEAR);
        System.out.printf(
            "%s lanes %d ordinary %.0f (%.0f a lane)%n", which, lanes, all, all / lanes);
        for (int k = 0; k < 5; k++) {
          int blocked = Math.max(0, k - 1);
          if (blocked >= lanes) {
            continue;
          }
          Shoulder s = k == 0 ? Shoulder.DISABLED : k == 1 ? Shoulder.CRASH : Shoulder.CLEAR;
          double q = way.discharge(blocked, s);
          double share = IncidentCapacity.share(lanes, blocked, s);
          System.out.printf(
              "   blocked %d %s: %.3f wanted %.3f  off %+.1f %%%n",
              blocked, s, q / all, share, 100 * (q / all / share - 1));
        }
      }
    }
  }
}
