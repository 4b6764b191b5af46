package io.testroad.traffic;

import java.util.Arrays;

/**
 * Collisions of those who heed nobody, or change lanes without looking, with whoever is in their
 * way: one who runs into another from behind, two side by side, and two whose paths cross inside a
 * junction ({@link CrossingImpacts}).
 *
 * <p>After it both are wrecks: they go on with what the collision leaves of their speeds (no
 * restitution; each along its own way), slide to a stand and block their lanes until they are
 * removed or told to drive on. A wreck that slides may run into a third vehicle.
 *
 * <p>Found from the state before the tick by every region that sees both, so that each can do what
 * becomes of its own vehicles; told by the one that owns the vehicle that ran into the other.
 * Nobody sees in the same tick that a vehicle has become a wreck.
 */
final class Impacts {

  private final Region region;
  private final VehicleTable v;
  private final CrossingImpacts crossings;
  private int[] hitter = new int[4];
  private int[] struck = new int[4];
  private int hits;
  private int[] wrecks = new int[4];
  private int wreckCount;

  /** By row, of own vehicles that have just crashed: their speed after it, m/s. */
  private double[] after = {};

  Impacts(Region region) {
    this.region = region;
    this.v = region.v;
    crossings = new CrossingImpacts(region, this);
  }

  /** Finds the collisions; reads the old state only. */
  void look() {
    if (!v.mayHave(VehicleTable.BESET)) {
      return;
    }
    hits = 0;
    if (after.length < v.own) {
      after = new double[v.capacity()];
    }
    Arrays.fill(after, 0, v.own, Double.NaN);
    for (int row = 0; row < v.all; row++) {
      if (v.has(row, VehicleTable.BESET) && !v.has(row, VehicleTable.ASIDE)) {
        look(row);
      }
    }
    for (int i = 0; i < hits; i++) {
      wreck(hitter[i], struck[i]);
    }
    for (int row = 0; row < v.all; row++) {
      if (v.is(row, Plight.CUTS_IN)) {
        region.cutIns.look(row);
      }
    }
  }

  private void look(int row) {
    if (v.is(row, Plight.MAY_CRASH)) {
      lookAhead(row);
      lookBehind(row);
    }
    if (v.is(row, Plight.UNHEEDING) && v.speed[row] > 0) {
      crossings.look(row);
    }
  }

  private void lookAhead(int row) {
    int lane = v.lane[row];
    int leader = region.order.ahead(row);
    double rear = leader < 0 ? Double.POSITIVE_INFINITY : v.pos[leader] - region.lengthOf(leader);
    int tail = region.order.rearmostTail(lane, row);
    if (tail >= 0 && region.order.tailRearOf(tail) < rear) {
      rear = region.order.tailRearOf(tail);
      leader = region.order.tailRowOf(tail);
    }
    if (leader >= 0) {
      follow(row, leader, rear - v.pos[row]);
    }
  }

  private void lookBehind(int row) {
    double rear = v.pos[row] - region.lengthOf(row);
    int lane = v.lane[row];
    int follower = region.order.behind(row);
    for (int k = 0; follower < 0 && rear < 0 && k < VehicleTable.BACK; k++) {
      lane = v.back(row, k);
      if (lane < 0) {
        return;
      }
      rear += region.tables.lengthM[lane];
      follower = region.order.first(lane);
    }
    if (follower >= 0) {
      follow(follower, row, rear - v.pos[follower]);
      if (follower < v.own) {
        v.setPlight(follower, Plight.CLOSE_BEHIND, true);
      }
    }
  }

  /** One who drives behind another at a gap, m, has run into it if they overlap. */
  void follow(int row, int leader, double gap) {
    boolean closes = v.speed[row] > v.speed[leader] || !v.has(row, VehicleTable.COLLIDED);
    if (gap < -Travel.COLLISION_OVERLAP_M && closes) {
      hit(row, leader);
    }
  }

  /** One has run into another, unless both are wrecks already; what lies there does not drive. */
  void hit(int row, int other) {
    if (v.has(row, VehicleTable.OBSTACLE)) {
      hit(other, row);
      return;
    }
    if (v.has(row, VehicleTable.COLLIDED)
        && v.has(other, VehicleTable.COLLIDED | VehicleTable.OBSTACLE)) {
      return;
    }
    for (int i = 0; i < hits; i++) {
      if (hitter[i] == row && struck[i] == other) {
        return;
      }
    }
    hitter = GrowingList.with(hitter, hits, row);
    struck = GrowingList.with(struck, hits++, other);
  }

  private void wreck(int row, int other) {
    double angle = Heading.between(region, row, other);
    boolean swerved = v.is(row, Plight.SWERVED) || v.is(other, Plight.SWERVED);
    if (row < v.own) {
      region.report.collided(row, other, swerved ? ofLaneChange(row, other) : of(row, other));
    }
    double cosine = StrictMath.cos(StrictMath.toRadians(angle));
    becomeWreck(row, other, cosine);
    becomeWreck(other, row, cosine);
  }

  private Crash of(int row, int other) {
    return Crash.of(
        region.typeOf(row),
        v.speed[row],
        region.typeOf(other),
        v.speed[other],
        Heading.between(region, row, other));
  }

  private Crash ofLaneChange(int row, int other) {
    return Crash.ofLaneChange(
        region.typeOf(row), v.speed[row], region.typeOf(other), v.speed[other]);
  }

  /** Two scrape along one another; each keeps its lane. */
  void scrape(int row, int other) {
    if (row < v.own) {
      region.report.collided(row, other, ofLaneChange(row, other));
    }
    becomeWreck(row, v.speed[row]);
    becomeWreck(other, v.speed[other]);
  }

  /** What is left of a vehicle's speed along its own way, by conservation of momentum. */
  private void becomeWreck(int row, int other, double cosine) {
    double own = region.typeOf(row).massKg();
    double others = region.typeOf(other).massKg();
    double momentum = own * v.speed[row] + others * v.speed[other] * cosine;
    becomeWreck(row, Math.max(0, momentum / (own + others)));
  }

  private void becomeWreck(int row, double speed) {
    if (row >= v.own || v.has(row, VehicleTable.OBSTACLE)) {
      return;
    }
    boolean first = Double.isNaN(after[row]);
    after[row] = first ? speed : Math.min(after[row], speed);
    v.setPlight(row, Plight.WRECK, true);
    v.setPlight(row, Plight.SEEKS | Plight.RUNAWAY, false);
    if (first) {
      wrecks = GrowingList.with(wrecks, wreckCount++, row);
    }
  }

  /** The speed, m/s, from which a wreck slides on. */
  double speedAfter(int row) {
    return row < after.length && !Double.isNaN(after[row]) ? after[row] : v.speed[row];
  }

  /** From now on all see who has crashed in this tick. */
  void settle() {
    for (int i = 0; i < wreckCount; i++) {
      v.set(wrecks[i], VehicleTable.COLLIDED, true);
    }
    wreckCount = 0;
  }
}
