package io.testroad.traffic;

import io.testroad.demand.VehicleType;

/**
 * Whether a vehicle may pass a link now: signals, right of way over those who approach, paths that
 * others occupy, and room behind the junction.
 *
 * <p>Source of the rules: SUMO, MSLink::opened, blockedByFoe and MSVehicle::checkRewindLinkLanes,
 * simplified: a vehicle that did not mean to pass its link in the tick before does not hold up
 * others; inside a junction whoever is nearer to the crossing goes first.
 */
final class RightOfWay {

  /** Gap in time that a yielding driver wants before and behind a vehicle with right of way, s. */
  private static final double LOOK_AHEAD_S = 1;

  /** Waiting makes impatient: full after this time, s (SUMO: time-to-impatience). */
  private static final double FULL_IMPATIENCE_S = 300;

  private final Region region;
  private final RoadTables tables;
  private final VehicleColumns v;

  /** Whether the space just looked at ends at a vehicle that stands. */
  private boolean lastStands;

  RightOfWay(Region region) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
  }

  /**
   * Whether the vehicle may pass.
   *
   * @param row the vehicle
   * @param link the link
   * @param distance from the vehicle's front to the link, m
   * @param at the vehicle's place on its route before the link
   */
  boolean mayPass(int row, int link, double distance, int at) {
    char state = region.roads.stateOf(link);
    VehicleType type = region.traffic.types[v.type[row]];
    boolean blueLight = v.has(row, VehicleColumns.BLUE_LIGHT);
    if ((state == 'r' || state == 'u') && !blueLight) {
      return !canStop(row, distance, type.emergencyDecelMps2());
    }
    if (state == 'y' && !blueLight) {
      return !canStop(row, distance, type.decelMps2());
    }
    if ((state == 's' || state == 'w') && !v.has(row, VehicleColumns.HAS_STOPPED)) {
      return false;
    }
    if (region.roads.isClosedFor(tables.linkTo[link], type.vehicleClass())) {
      return false;
    }
    int first = region.approaches.claimant(link);
    if (first >= 0 && first != row) {
      return false;
    }
    int path = tables.linkNext[link];
    if (tables.internal[path] && pathOccupied(row, path, distance)) {
      return false;
    }
    boolean major = state == 'G' || state == 'M';
    boolean entersToWait = tables.linkWaitsInside[link] && !tables.internal[tables.linkFrom[link]];
    if (!major && !entersToWait && mustYield(row, link, distance, type)) {
      return false;
    }
    return !needsRoom(link) || hasRoom(row, link, at, type);
  }

  private boolean canStop(int row, double distance, double decel) {
    return Krauss.brakeGap(v.speed[row], decel, 0, region.dt) <= distance;
  }

  private boolean mustYield(int row, int link, double distance, VehicleType type) {
    int[] foes = tables.yieldTo[link];
    if (foes.length == 0) {
      return false;
    }
    int path = tables.linkNext[link];
    double top = region.topSpeed(row, tables.linkFrom[link]);
    double speed = v.speed[row];
    double accel = type.accelMps2();
    double arrive = Approaches.secondsFor(distance, speed, top, accel);
    double leave =
        Approaches.secondsFor(distance + tables.lengthM[path] + type.lengthM(), speed, top, accel);
    double patience = 1 - Math.min(1, region.standsForS(row) / FULL_IMPATIENCE_S);
    double margin = LOOK_AHEAD_S * Math.max(patience, type.impatience() > 0 ? 0 : 0.2);
    for (int k = 0; k < foes.length; k++) {
      char foeState = region.roads.stateOf(foes[k]);
      if (foeState == 'r' || foeState == 'u') {
        continue;
      }
      boolean merges = tables.yieldMerges[link][k];
      for (int e = region.approaches.first(foes[k]); e >= 0; e = region.approaches.after(e)) {
        if (region.approaches.rowOf(e) != row && conflicts(e, arrive, leave, merges, margin, top)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean conflicts(
      int entry, double arrive, double leave, boolean merges, double margin, double top) {
    double foeArrives = region.approaches.arriveOf(entry);
    double foeLeaves = region.approaches.leaveOf(entry);
    if (foeLeaves < arrive) {
      return merges && arrive - foeLeaves < margin;
    }
    if (foeArrives > leave + margin) {
      double faster = region.approaches.arriveSpeedOf(entry) - top;
      return merges && faster > 0 && foeArrives - leave < margin + faster;
    }
    return true;
  }

  /** Whether somebody is on a path that crosses the vehicle's, or would meet it at the end. */
  private boolean pathOccupied(int row, int path, double distance) {
    int[] foes = tables.crossLane[path];
    for (int k = 0; k < foes.length; k++) {
      double foeAt = tables.crossFoeM[path][k];
      boolean merges = tables.crossMerges[path][k];
      double own = distance + tables.crossOwnM[path][k];
      for (int i = 0; i < region.order.size(foes[k]); i++) {
        int foe = region.order.at(foes[k], i);
        if (foe != row && (merges ? meets(row, foe, own, foeAt) : holds(foe, foeAt))) {
          return true;
        }
      }
      int tail = merges ? -1 : region.order.rearmostTail(foes[k], row);
      if (tail >= 0 && region.order.tailRearOf(tail) < foeAt + RoadTables.CROSSING_MARGIN_M) {
        return true;
      }
    }
    return false;
  }

  /** A vehicle on a crossing path whose rear has not yet passed the crossing. */
  private boolean holds(int foe, double foeAt) {
    double rear = v.pos[foe] - region.lengthOf(foe);
    return rear < foeAt + RoadTables.CROSSING_MARGIN_M;
  }

  /** A vehicle inside that would reach the common end at about the same time, or just behind. */
  private boolean meets(int row, int foe, double own, double foeAt) {
    double foeLeft = foeAt - v.pos[foe];
    if (foeLeft <= own) {
      return false;
    }
    VehicleType type = region.traffic.types[v.type[foe]];
    double behind = foeLeft - own - region.lengthOf(row) - type.minGapM();
    double needed = Krauss.brakeGap(v.speed[foe], type.decelMps2(), type.tauS(), region.dt);
    return behind < needed && v.speed[foe] > 0.1;
  }

  private boolean needsRoom(int link) {
    return tables.linkKeepClear[link]
        && !tables.internal[tables.linkFrom[link]]
        && tables.internal[tables.linkNext[link]]
        && tables.crossLane[tables.linkNext[link]].length > 0;
  }

  /**
   * Whether there is room behind the junction, so that the vehicle need not stand inside. Space
   * counts up to the last vehicle that stands (SUMO, MSLane::getSpaceTillLastStanding).
   */
  private boolean hasRoom(int row, int link, int at, VehicleType type) {
    double needed = type.lengthM() + type.minGapM();
    double room = 0;
    int lane = tables.linkNext[link];
    int place = at;
    while (room < needed) {
      if (tables.internal[lane]) {
        room -= takenInside(row, lane);
      } else {
        place++;
        double space = spaceTillLastStanding(row, lane);
        if (lastStands) {
          return room + space >= needed;
        }
        room += space;
      }
      int following = region.linkFrom(row, lane, place);
      if (following < 0) {
        return true;
      }
      lane = tables.linkNext[following];
    }
    return true;
  }

  /** Space on a lane behind the last vehicle that stands, less what moving vehicles will take. */
  private double spaceTillLastStanding(int row, int lane) {
    double taken = 0;
    lastStands = false;
    for (int k = region.order.size(lane) - 1; k >= 0; k--) {
      int other = region.order.at(lane, k);
      if (Motion.stands(v.speed[other]) && other != row) {
        lastStands = true;
        return v.pos[other] - region.lengthOf(other) - taken;
      }
      taken += spaceOf(other, row);
    }
    int tail = region.order.rearmostTail(lane, row);
    if (tail >= 0 && Motion.stands(v.speed[region.order.tailRowOf(tail)])) {
      lastStands = true;
      return region.order.tailRearOf(tail) - taken;
    }
    return tables.lengthM[lane] - taken;
  }

  private double takenInside(int row, int lane) {
    double taken = 0;
    for (int i = 0; i < region.order.size(lane); i++) {
      taken += spaceOf(region.order.at(lane, i), row);
    }
    for (int k = 0; k < tables.crossLane[lane].length; k++) {
      if (tables.crossMerges[lane][k]) {
        int foe = tables.crossLane[lane][k];
        for (int i = 0; i < region.order.size(foe); i++) {
          taken += spaceOf(region.order.at(foe, i), row);
        }
      }
    }
    return taken;
  }

  private double spaceOf(int other, int row) {
    VehicleType type = region.traffic.types[v.type[other]];
    return other == row ? 0 : type.lengthM() + type.minGapM();
  }

  /**
   * How far a vehicle inside a junction may go before a path that another takes first, m from its
   * front; infinite when nobody is before it.
   */
  double roomInside(int row) {
    int lane = v.lane[row];
    double room = Double.POSITIVE_INFINITY;
    for (int k = 0; k < tables.crossLane[lane].length; k++) {
      if (tables.crossMerges[lane][k]) {
        continue;
      }
      double own = tables.crossOwnM[lane][k] - v.pos[row];
      if (own < RoadTables.CROSSING_MARGIN_M) {
        continue;
      }
      int foeLane = tables.crossLane[lane][k];
      double foeAt = tables.crossFoeM[lane][k];
      boolean taken = false;
      for (int i = 0; i < region.order.size(foeLane) && !taken; i++) {
        int foe = region.order.at(foeLane, i);
        taken = holds(foe, foeAt) && goesFirst(foe, foeAt - v.pos[foe], row, own);
      }
      int tail = region.order.rearmostTail(foeLane, row);
      taken |= tail >= 0 && region.order.tailRearOf(tail) < foeAt + RoadTables.CROSSING_MARGIN_M;
      if (taken) {
        room = Math.min(room, own - RoadTables.CROSSING_MARGIN_M);
      }
    }
    return room;
  }

  private boolean goesFirst(int foe, double foeLeft, int row, double own) {
    if (foeLeft != own) {
      return foeLeft < own;
    }
    return v.number[foe] < v.number[row];
  }
}
