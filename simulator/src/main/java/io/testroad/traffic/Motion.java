package io.testroad.traffic;

import io.testroad.demand.Departure;
import io.testroad.demand.VehicleType;
import java.util.List;

/**
 * The acceleration phase: the next speed of every own vehicle, from the state after the lane
 * changes. What a driver minds, in this order: the leader, planned stops, the lane's end, and along
 * the lanes ahead the speed limits, the links, and the leaders behind them.
 */
final class Motion {

  /** Distance at which a driver sees whether a yielding link is free, m (SUMO's default). */
  private static final double VISIBILITY_M = 4.5;

  private static final double HALTING_MPS = 0.1;
  private static final double CROSSING_PATIENCE_S = 20;

  /** How long a vehicle lets others in while it stands, s. */
  private static final double COURTESY_S = 15;

  /** How long a vehicle on a wrong lane waits beside its stop before it leaves it out, s. */
  private static final double STOP_PATIENCE_S = 60;

  private final Region region;
  private final RoadTables tables;
  private final VehicleColumns v;
  private final double dt;

  // the vehicle under consideration
  private VehicleType type;
  private double tau;
  private double speed;
  private double safe;
  private double acceleration;
  private double desired;
  private boolean yields;

  /** Gap to the nearest leader found, m, and its row. */
  double leaderGap;

  /** Gap on the path itself, m: a leader that came from another path counts once both share one. */
  double pathGap;

  int leaderRow;

  Motion(Region region) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
    this.dt = region.dt;
    this.type = region.traffic.types.length == 0 ? NONE : region.traffic.types[0];
  }

  private static final VehicleType NONE = VehicleType.passenger("none", VehicleType.Model.KRAUSS);

  /** The vehicle's next speed, m/s. Sets whether it yields at its next link. */
  double nextSpeed(int row) {
    type = region.traffic.types[v.type[row]];
    tau = type.tauS() * region.roads.headwayFactor;
    speed = v.speed[row];
    int lane = v.lane[row];
    desired = Math.max(region.topSpeed(row, lane), 0.01);
    safe = Double.POSITIVE_INFINITY;
    acceleration = Double.POSITIVE_INFINITY;
    yields = false;
    leaderGap = Double.POSITIVE_INFINITY;
    pathGap = Double.POSITIVE_INFINITY;
    leaderRow = -1;
    if (v.has(row, VehicleColumns.COLLIDED)) {
      lookAhead(row, lane);
      return 0;
    }
    if (v.stopTicks[row] >= 0) {
      return 0;
    }
    lookAhead(row, lane);
    double next = type.model() == VehicleType.Model.IDM ? idm() : krauss(row);
    v.set(row, VehicleColumns.YIELDING, yields || (stands(speed) && stands(next)));
    if (v.has(row, VehicleColumns.HALTING)) {
      next = Math.min(next, Math.max(0, speed - v.haltDecel[row] * dt));
    }
    return next;
  }

  private double krauss(int row) {
    double possible = Math.min(Math.min(speed + type.accelMps2() * dt, desired), safe);
    possible = Math.max(possible, speed > desired ? speed - type.decelMps2() * dt : 0);
    possible = Math.min(possible, Math.max(safe, 0));
    double random = region.traffic.dawdling.uniform(v.number[row], region.tick);
    double dawdled = Krauss.dawdle(possible, type.accelMps2(), type.sigma(), random, dt);
    double least = Math.min(Math.max(0, speed - type.decelMps2() * dt), possible);
    return bounded(Math.max(least, dawdled));
  }

  private double idm() {
    double free =
        Idm.acceleration(
            speed,
            desired,
            Double.POSITIVE_INFINITY,
            0,
            tau,
            type.accelMps2(),
            type.decelMps2(),
            type.minGapM(),
            type.delta());
    double next = speed + Math.min(acceleration, free) * dt;
    return bounded(Math.min(next, Math.max(safe, 0)));
  }

  private double bounded(double next) {
    return Math.max(Math.max(next, speed - type.emergencyDecelMps2() * dt), 0);
  }

  private void lookAhead(int row, int startLane) {
    double reach = region.traffic.reachM(type, speed);
    int lane = startLane;
    int at = v.routeAt[row];
    findLeaderOnLane(row, lane);
    if (leaderRow >= 0) {
      follow(leaderGap, leaderRow);
    }
    mindNeighbours(row);
    mindStandingPlace(region.laneChanging.roomToPassM(row));
    double distance = tables.lengthM[lane] - v.pos[row];
    mindStops(row, lane, at, -v.pos[row]);
    if (tables.internal[lane]
        && region.standsForS(row) < CROSSING_PATIENCE_S + v.number[row] % 16) {
      mindStandingPlace(region.rightOfWay.roomInside(row));
    }
    if (tables.internal[lane]) {
      mindMerging(row, lane, -v.pos[row]);
    }
    boolean searching = leaderRow < 0;
    while (distance <= reach) {
      int link = region.linkFrom(row, lane, at);
      if (link < 0) {
        mindLaneEnd(row, lane, at, distance);
        return;
      }
      if (!mindLink(row, link, distance, at)) {
        return;
      }
      lane = tables.linkNext[link];
      if (!tables.internal[lane]) {
        at++;
      }
      double top = region.topSpeed(row, lane);
      if (top < desired || top < speed) {
        limit(Krauss.speedToReach(distance, top, type.decelMps2(), dt));
      }
      if (searching) {
        searching = !followOnNextLane(row, lane, distance);
      }
      if (tables.internal[lane]) {
        mindMerging(row, lane, distance);
      }
      mindStops(row, lane, at, distance);
      distance += tables.lengthM[lane];
    }
  }

  /** The next vehicle on the same lane, or one whose tail still reaches over it. */
  private void findLeaderOnLane(int row, int lane) {
    int k = region.order.aheadOf(lane, v.pos[row], v.number[row]);
    if (k > 0) {
      int leader = region.order.at(lane, k - 1);
      leaderRow = leader;
      leaderGap = v.pos[leader] - region.lengthOf(leader) - v.pos[row];
    }
    int tail = region.order.rearmostTail(lane, row);
    if (tail >= 0) {
      double gap = region.order.tailRearOf(tail) - v.pos[row];
      if (gap < leaderGap) {
        leaderRow = region.order.tailRowOf(tail);
        leaderGap = gap;
      }
    }
    pathGap = leaderGap;
  }

  private boolean cameAlong(int leader, int row) {
    for (int k = 0; k < VehicleColumns.BACK; k++) {
      if (v.back[k][leader] == v.lane[row]) {
        return true;
      }
    }
    return false;
  }

  private boolean followOnNextLane(int row, int lane, double distance) {
    int last = region.order.last(lane);
    double gap = Double.POSITIVE_INFINITY;
    int leader = -1;
    if (last >= 0 && last != row) {
      gap = distance + v.pos[last] - region.lengthOf(last);
      leader = last;
    }
    int tail = region.order.rearmostTail(lane, row);
    if (tail >= 0 && distance + region.order.tailRearOf(tail) < gap) {
      gap = distance + region.order.tailRearOf(tail);
      leader = region.order.tailRowOf(tail);
    }
    if (leader < 0) {
      return false;
    }
    leaderRow = leader;
    leaderGap = gap;
    if (gap >= 0 || cameAlong(leader, row)) {
      pathGap = gap;
    }
    follow(gap, leader);
    return true;
  }

  /** Vehicles on paths that end on the same lane and are nearer to it count as leaders. */
  private void mindMerging(int row, int lane, double distanceToLane) {
    double own = distanceToLane + tables.lengthM[lane];
    for (int k = 0; k < tables.crossLane[lane].length; k++) {
      if (!tables.crossMerges[lane][k]) {
        continue;
      }
      int foeLane = tables.crossLane[lane][k];
      for (int i = 0; i < region.order.size(foeLane); i++) {
        int foe = region.order.at(foeLane, i);
        double left = tables.lengthM[foeLane] - v.pos[foe];
        boolean nearer = left < own || (left == own && v.number[foe] < v.number[row]);
        if (foe != row && nearer) {
          double gap = own - left - region.lengthOf(foe);
          follow(distanceToLane > 0 ? Math.max(gap, Math.min(distanceToLane, 0.5)) : gap, foe);
        }
      }
    }
  }

  private void follow(double gap, int leader) {
    double leaderSpeed = v.speed[leader];
    VehicleType leaderType = region.traffic.types[v.type[leader]];
    if (type.model() == VehicleType.Model.IDM) {
      accelerate(gap, leaderSpeed, type.minGapM());
      limit(idmSafe(gap, leaderSpeed, leaderType.decelMps2()));
    } else {
      limit(
          Krauss.safeFollowSpeed(
              gap - type.minGapM(),
              speed,
              leaderSpeed,
              leaderType.decelMps2(),
              type.decelMps2(),
              type.emergencyDecelMps2(),
              tau,
              dt));
    }
  }

  private double idmSafe(double gap, double leaderSpeed, double leaderDecel) {
    double braking = type.emergencyDecelMps2();
    double reserve = 0.5 * braking * dt * dt;
    double leaderBrakes = Krauss.brakeGap(leaderSpeed, Math.max(braking, leaderDecel), 0, dt);
    return Krauss.safeStopSpeed(gap - reserve + leaderBrakes, braking, dt, dt);
  }

  private void accelerate(double gap, double leaderSpeed, double minGap) {
    acceleration =
        Math.min(
            acceleration,
            Idm.acceleration(
                speed,
                desired,
                gap,
                leaderSpeed,
                tau,
                type.accelMps2(),
                type.decelMps2(),
                minGap,
                type.delta()));
  }

  /** A place beyond which the vehicle must not go. */
  private void mindStandingPlace(double distance) {
    if (distance == Double.POSITIVE_INFINITY) {
      return;
    }
    if (type.model() == VehicleType.Model.IDM) {
      accelerate(Math.max(distance, 0.01), 0, 0.5);
      double left = distance - speed * dt / 2; // half of the step is driven at the old speed
      limit(Krauss.safeStopSpeed(left, type.emergencyDecelMps2(), dt, dt));
    } else {
      double stop = Krauss.safeStopSpeed(distance, type.decelMps2(), tau, dt);
      double wanted = (speed - stop) / dt;
      if (wanted > type.decelMps2() && distance > 0) {
        double needed = speed * speed / (2 * distance) * 1.1;
        stop = Math.max(stop, speed - Math.max(needed, type.decelMps2()) * dt);
      }
      limit(stop);
    }
  }

  private void limit(double speedMps) {
    safe = Math.min(safe, speedMps);
  }

  private void mindStops(int row, int lane, int at, double laneStart) {
    List<Departure.Stop> stops = region.stopsOf(row);
    if (v.stopAt[row] >= stops.size()) {
      return;
    }
    Departure.Stop stop = stops.get(v.stopAt[row]);
    boolean sameEdge = tables.edgeOf[stop.lane()] == tables.edgeOf[lane];
    boolean patient = stop.lane() == lane || region.standsForS(row) < STOP_PATIENCE_S;
    if (sameEdge && patient && at == region.stopPlace(row)) {
      mindStandingPlace(laneStart + stop.endM());
    }
  }

  private void mindLaneEnd(int row, int lane, int at, double distance) {
    boolean arrives = at == v.plan[row].size() - 1 && !tables.internal[lane];
    if (!arrives) {
      mindStandingPlace(distance);
    }
  }

  /** Looks at a link; false when the vehicle must stop before it. */
  private boolean mindLink(int row, int link, double distance, int at) {
    if (tables.internal[tables.linkFrom[link]]
        && tables.yieldTo[link].length == 0
        && !tables.internal[tables.linkNext[link]]) {
      return true;
    }
    if (!region.rightOfWay.mayPass(row, link, distance, at)) {
      yields = true;
      mindStandingPlace(distance);
      return false;
    }
    if (tables.yieldTo[link].length > 0 && distance > VISIBILITY_M && isMinor(link)) {
      double visible = Krauss.safeStopSpeed(VISIBILITY_M, type.decelMps2(), tau, dt);
      limit(Krauss.speedToReach(distance - VISIBILITY_M, visible, type.decelMps2(), dt));
    }
    return true;
  }

  private boolean isMinor(int link) {
    char state = region.roads.stateOf(link);
    return state != 'G' && state != 'M' && !tables.linkWaitsInside[link];
  }

  /** Makes room for those who must change onto the vehicle's lane, and fits in behind others. */
  private void mindNeighbours(int row) {
    int other = region.laneChanging.makesWayFor(row);
    if (other >= 0) {
      double gap = v.pos[other] - region.lengthOf(other) - v.pos[row];
      if (gap > type.minGapM() && region.standsForS(row) < COURTESY_S) {
        VehicleType otherType = region.traffic.types[v.type[other]];
        double wanted =
            Krauss.safeFollowSpeed(
                gap - type.minGapM(),
                speed,
                v.speed[other],
                otherType.decelMps2(),
                type.decelMps2(),
                type.decelMps2(),
                tau,
                dt);
        limit(Math.max(wanted, speed - type.decelMps2() * dt));
      }
    }
  }

  /** Whether a speed counts as standing. */
  static boolean stands(double speedMps) {
    return speedMps < HALTING_MPS;
  }
}
