package io.testroad.traffic;

import io.testroad.demand.VehicleType;
import java.util.Arrays;

/**
 * Who is about to arrive at which link, and when. Worked out once a tick for every vehicle in sight
 * from its own state before the tick alone, so that every region finds the same.
 */
final class Approaches {

  private static final int NOT_COMING =
      VehicleColumns.YIELDING
          | VehicleColumns.HALTING
          | VehicleColumns.ASIDE
          | VehicleColumns.COLLIDED;

  private final Region region;
  private final int[] head;
  private final int[] claimant;
  private int[] claimed = new int[8];
  private int claims;
  private int size;
  private int[] next = new int[64];
  private int[] row = new int[64];
  private int[] linkOf = new int[64];
  private double[] arriveS = new double[64];
  private double[] leaveS = new double[64];
  private double[] arriveSpeed = new double[64];

  Approaches(Region region) {
    this.region = region;
    head = new int[region.tables.links()];
    Arrays.fill(head, -1);
    claimant = new int[region.tables.links()];
    Arrays.fill(claimant, -1);
  }

  /** Registers every vehicle with the links within its reach. */
  void register() {
    for (int i = 0; i < size; i++) {
      head[linkOf[i]] = -1;
    }
    size = 0;
    for (int i = 0; i < claims; i++) {
      claimant[claimed[i]] = -1;
    }
    claims = 0;
    VehicleColumns v = region.v;
    for (int r = 0; r < v.all; r++) {
      if (v.has(r, VehicleColumns.TURNS_FROM_WRONG_LANE) && !region.tables.internal[v.lane[r]]) {
        claim(r);
      }
      if (!v.has(r, NOT_COMING)) {
        registerOne(r);
      }
    }
  }

  /** A vehicle at the end of a wrong lane claims the link by which it must go on. */
  private void claim(int r) {
    VehicleColumns v = region.v;
    int link = region.linkFrom(r, v.lane[r], v.routeAt[r]);
    boolean atTheLine = region.order.first(v.lane[r]) == r;
    if (link >= 0 && atTheLine && region.tables.linkFrom[link] != v.lane[r]) {
      int other = claimant[link];
      if (other < 0) {
        if (claims == claimed.length) {
          claimed = Arrays.copyOf(claimed, claims * 2);
        }
        claimed[claims++] = link;
      }
      if (other < 0 || v.number[r] < v.number[other]) {
        claimant[link] = r;
      }
    }
  }

  /** The vehicle on a wrong lane that everybody else at a link lets go first, or -1. */
  int claimant(int link) {
    return claimant[link];
  }

  private void registerOne(int r) {
    VehicleColumns v = region.v;
    RoadTables tables = region.tables;
    VehicleType type = region.traffic.types[v.type[r]];
    double reach = region.traffic.reachM(type, v.speed[r]);
    int lane = v.lane[r];
    int at = v.routeAt[r];
    double distance = tables.lengthM[lane] - v.pos[r];
    if (v.stopTicks[r] >= 0) {
      return;
    }
    while (distance <= reach) {
      int link = region.linkFrom(r, lane, at);
      if (link < 0) {
        return;
      }
      int following = tables.linkNext[link];
      if (tables.isYieldedTo[link]) {
        add(link, r, distance, tables.lengthM[following], type);
      }
      distance += tables.lengthM[following];
      lane = following;
      if (!tables.internal[lane]) {
        at++;
      }
    }
  }

  private void add(int link, int r, double distance, double inside, VehicleType type) {
    if (size == row.length) {
      next = Arrays.copyOf(next, size * 2);
      row = Arrays.copyOf(row, size * 2);
      linkOf = Arrays.copyOf(linkOf, size * 2);
      arriveS = Arrays.copyOf(arriveS, size * 2);
      leaveS = Arrays.copyOf(leaveS, size * 2);
      arriveSpeed = Arrays.copyOf(arriveSpeed, size * 2);
    }
    double top = region.topSpeed(r, region.tables.linkFrom[link]);
    double speed = region.v.speed[r];
    row[size] = r;
    linkOf[size] = link;
    arriveS[size] = secondsFor(distance, speed, top, type.accelMps2());
    leaveS[size] = secondsFor(distance + inside + type.lengthM(), speed, top, type.accelMps2());
    arriveSpeed[size] =
        Math.min(top, Math.sqrt(speed * speed + 2 * type.accelMps2() * Math.max(0, distance)));
    next[size] = head[link];
    head[link] = size++;
  }

  /** Time to cover a distance while accelerating to a top speed, s. */
  static double secondsFor(double distance, double speed, double top, double accel) {
    if (distance <= 0) {
      return 0;
    }
    double gaining = Math.max(0, top - speed) / accel;
    double covered = (speed + Math.max(top, speed)) / 2 * gaining;
    if (distance < covered) {
      return (Math.sqrt(speed * speed + 2 * accel * distance) - speed) / accel;
    }
    return gaining + (distance - covered) / Math.max(Math.max(top, speed), 0.1);
  }

  /** The first entry of a link, or -1. */
  int first(int link) {
    return head[link];
  }

  /** The entry after one, or -1. */
  int after(int entry) {
    return next[entry];
  }

  int rowOf(int entry) {
    return row[entry];
  }

  double arriveOf(int entry) {
    return arriveS[entry];
  }

  double leaveOf(int entry) {
    return leaveS[entry];
  }

  double arriveSpeedOf(int entry) {
    return arriveSpeed[entry];
  }
}
