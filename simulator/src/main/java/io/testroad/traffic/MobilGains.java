package io.testroad.traffic;

import io.testroad.demand.MobilParameters;
import io.testroad.demand.VehicleType;

/**
 * What a change of lane gains a driver and those around him, by {@link Mobil}. Drivers who follow
 * Krauss' model are judged by the IDM with their own parameters.
 */
final class MobilGains {

  private final Region region;
  private final VehicleTable v;

  MobilGains(Region region) {
    this.region = region;
    this.v = region.v;
  }

  /**
   * Whether a change is worth it and safe.
   *
   * @param row who weighs it
   * @param leader the leader now, or -1
   * @param leaderGap gap to him less the minimum gap, m
   * @param newLeader the leader after the change, or -1
   * @param newLeaderGap likewise
   * @param follower the follower now, or -1
   * @param newFollower the follower after the change, or -1
   * @param right whether it is a change to the right
   */
  boolean isWorthwhile(
      int row,
      int leader,
      double leaderGap,
      int newLeader,
      double newLeaderGap,
      int follower,
      int newFollower,
      boolean right) {
    MobilParameters mobil = region.typeOf(row).laneChange().mobil();
    double minGap = region.typeOf(row).minGapM();
    double own = behind(row, leader, leaderGap + minGap);
    double ownNew = behind(row, newLeader, newLeaderGap + minGap);
    double newFollowerNew = behind(newFollower, row, gap(newFollower, row));
    double newFollowerOld = behind(newFollower, newLeader, gap(newFollower, newLeader));
    double oldFollower = behind(follower, row, gap(follower, row));
    double oldFollowerNew = behind(follower, leader, gap(follower, leader));
    double incentive =
        Mobil.incentive(
            own,
            ownNew,
            newFollowerOld,
            newFollowerNew,
            oldFollower,
            oldFollowerNew,
            mobil.politeness());
    double bias = right ? -mobil.biasMps2() : mobil.biasMps2();
    return Mobil.changes(
        incentive, newFollowerNew, mobil.thresholdMps2(), bias, mobil.safeDecelMps2());
  }

  private double gap(int behind, int ahead) {
    return behind < 0 || ahead < 0 || !sameRoad(behind, ahead)
        ? Double.POSITIVE_INFINITY
        : v.pos[ahead] - region.lengthOf(ahead) - v.pos[behind];
  }

  private boolean sameRoad(int a, int b) {
    return region.tables.edgeOf[v.lane[a]] == region.tables.edgeOf[v.lane[b]];
  }

  /** The acceleration of a vehicle behind another, m/s²; 0 where there is no vehicle. */
  private double behind(int row, int ahead, double gap) {
    if (row < 0) {
      return 0;
    }
    VehicleType type = region.typeOf(row);
    double desired = Math.max(region.topSpeed(row, v.lane[row]), 0.01);
    double leaderSpeed = ahead < 0 ? 0 : v.speed[ahead];
    double distance = ahead < 0 ? Double.POSITIVE_INFINITY : gap;
    double headway = region.kindOf(row).tau;
    if (type.model() == VehicleType.Model.KRAUSS) {
      return Idm.acceleration(
          v.speed[row],
          desired,
          distance,
          leaderSpeed,
          headway,
          type.accelMps2(),
          type.decelMps2(),
          type.minGapM(),
          type.delta());
    }
    boolean cooperates = ahead >= 0 && region.typeOf(ahead).model() == VehicleType.Model.CACC;
    return CarFollowing.acceleration(
        type,
        headway,
        type.minGapM(),
        v.speed[row],
        desired,
        distance,
        leaderSpeed,
        ahead < 0 ? 0 : v.accel[ahead],
        cooperates,
        region.dt);
  }
}
