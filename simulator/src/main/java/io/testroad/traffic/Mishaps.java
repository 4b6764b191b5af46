package io.testroad.traffic;

import io.testroad.engine.RoadDecision;

/**
 * Decisions by which something goes wrong with a vehicle or its driver, and how it goes on from
 * tick to tick.
 *
 * <p>One who pulls over drives at 20 km/h at most, changes to the right whenever it is safe and
 * asks others to let him in, and halts aside where he is rightmost and can stop before the lane's
 * end; when his patience is over he halts where he is, but not inside a junction. That there is
 * room beside every rightmost lane is an assumption: networks tell nothing of shoulders. One who is
 * to stand in his lane and would come to a stand inside a junction drives on as slowly to behind
 * it.
 */
final class Mishaps {

  /** Speed while a gap to the edge is sought, m/s. Grade: assumption. */
  static final double SEEKING_MPS = 20 / 3.6;

  /** How long after it has cut in a collision counts as one of its lane change, s; assumption. */
  private static final double SWERVES_S = 3;

  /** How much of a road behind a junction is left clear, m; assumption. */
  private static final double CLEAR_M = 15;

  /** The least way on which one looks for a gap, m. */
  private static final double LEAST_WAY_M = 30;

  private final Region region;
  private final VehicleTable v;
  private final double dt;

  Mishaps(Region region) {
    this.region = region;
    this.v = region.v;
    this.dt = region.dt;
  }

  /** Carries out a decision about an own vehicle; false when it is of another kind. */
  boolean order(int row, RoadDecision decision) {
    if (decision instanceof RoadDecision.PullOver pullOver) {
      pullOver(row, pullOver);
    } else if (decision instanceof RoadDecision.StopInLane stop) {
      stopInLane(row, stop);
    } else if (decision instanceof RoadDecision.FailBrakes fail) {
      failBrakes(row, fail.accelerationMps2());
    } else if (decision instanceof RoadDecision.Courtesy courtesy) {
      int ends = courtesy.courteous() ? Plight.COURTEOUS : Plight.COURTEOUS | Plight.DEFERS;
      v.setPlight(row, ends, courtesy.courteous());
    } else if (decision instanceof RoadDecision.Distract distract) {
      v.setPlight(row, Plight.DISTRACTED, distract.seconds() > 0);
      v.setDistractedUntil(row, tickIn(distract.seconds()));
    } else if (decision instanceof RoadDecision.CutIn cutIn) {
      v.setPlight(row, Plight.SWERVED, false);
      v.setPlight(row, Plight.CUTS_IN, true);
      v.setCutIn(row, cutIn.lane());
    } else {
      return decision instanceof RoadDecision.Halt && !canHalt(row);
    }
    return true;
  }

  /** Whether a vehicle can halt when told to; it then no longer seeks a place for it. */
  private boolean canHalt(int row) {
    v.setPlight(row, Plight.SEEKS, false);
    return !v.is(row, Plight.RUNAWAY);
  }

  private int tickIn(double seconds) {
    double ticks = Math.ceil(seconds / dt - 1e-9);
    return (int) Math.min(Integer.MAX_VALUE, region.tick + Math.max(0, ticks));
  }

  private void pullOver(int row, RoadDecision.PullOver order) {
    if (v.is(row, Plight.RUNAWAY | Plight.WRECK)) {
      return;
    }
    v.set(row, VehicleTable.HALT_TOLD, false);
    v.setHaltDecel(row, order.decelerationMps2());
    if (v.has(row, VehicleTable.ASIDE)) {
      halt(row, true);
      return;
    }
    v.set(row, VehicleTable.HALTING | VehicleTable.HALT_ASIDE, false);
    v.setPlight(row, Plight.SEEKS, false);
    v.setPlight(row, Plight.SEEKS_EDGE, true);
    v.setSeeksUntil(row, tickIn(order.patienceS()));
    region.stirAhead(row);
  }

  private void stopInLane(int row, RoadDecision.StopInLane order) {
    if (v.is(row, Plight.RUNAWAY | Plight.WRECK)) {
      return;
    }
    v.set(row, VehicleTable.HALT_TOLD, false);
    v.setHaltDecel(row, order.decelerationMps2());
    if (v.has(row, VehicleTable.ASIDE) || leavesJunctionsClear(row)) {
      halt(row, false);
    } else {
      v.setPlight(row, Plight.SEEKS, false);
      v.setPlight(row, Plight.SEEKS_ROAD, true);
    }
  }

  private void failBrakes(int row, double accelMps2) {
    if (v.has(row, VehicleTable.ASIDE) || v.is(row, Plight.WRECK)) {
      return;
    }
    v.set(row, VehicleTable.HALTING | VehicleTable.HALT_ASIDE | VehicleTable.HALT_TOLD, false);
    v.setPlight(row, Plight.SEEKS, false);
    v.setPlight(row, Plight.RUNAWAY, true);
    v.setHaltDecel(row, -accelMps2);
  }

  /**
   * Ends what is wrong with a vehicle that is to drive on; returns whether it was a wreck. While it
   * still overlaps the one ahead it stays where it is.
   */
  boolean end(int row) {
    boolean wreck = v.is(row, Plight.WRECK);
    v.setPlight(row, Plight.SEEKS | Plight.RUNAWAY | Plight.WRECK, false);
    return wreck;
  }

  /** A vehicle without brakes has come to a stand: it stays there. */
  void comeToStand(int row) {
    v.setPlight(row, Plight.RUNAWAY, false);
    v.set(row, VehicleTable.HALTING, true);
  }

  /** Ends what is over, and lets those halt who have come to the edge; own vehicles only. */
  void goOn() {
    for (int row = 0; row < v.own && v.mayHave(VehicleTable.BESET); row++) {
      if (v.has(row, VehicleTable.BESET)) {
        goOn(row);
      }
    }
  }

  private void goOn(int row) {
    v.setPlight(row, Plight.CLOSE_BEHIND, false);
    if (v.is(row, Plight.DISTRACTED) && region.tick >= v.distractedUntil(row)) {
      v.setPlight(row, Plight.DISTRACTED, false);
    }
    if (v.is(row, Plight.SWERVED) && region.tick >= v.cutIn(row)) {
      v.setPlight(row, Plight.SWERVED, false);
    }
    if (v.is(row, Plight.SEEKS_ROAD) && leavesJunctionsClear(row)) {
      halt(row, false);
    } else if (v.is(row, Plight.SEEKS_EDGE) && canStandHere(row)) {
      if (region.travel.isRightmost(row)) {
        halt(row, true);
      } else if (region.tick >= v.seeksUntil(row)) {
        halt(row, false);
      }
    }
  }

  /** Whether a vehicle is on a road and comes to a stand there, braking as told. */
  private boolean canStandHere(int row) {
    int lane = v.lane[row];
    double brakes = Krauss.brakeGap(v.speed[row], v.haltDecel(row), dt, dt);
    return !region.tables.internal[lane] && brakes < region.tables.lengthM[lane] - v.pos[row];
  }

  /** Whether it would stand on a road, with room for another between it and the junction behind. */
  private boolean leavesJunctionsClear(int row) {
    double brakes = Krauss.brakeGap(v.speed[row], v.haltDecel(row), dt, dt);
    return canStandHere(row) && v.pos[row] + brakes - region.lengthOf(row) >= CLEAR_M;
  }

  private void halt(int row, boolean aside) {
    v.setPlight(row, Plight.SEEKS, false);
    v.set(row, VehicleTable.HALTING, true);
    v.set(row, VehicleTable.HALT_ASIDE, aside);
  }

  /** It has changed lanes without looking. */
  void swerved(int row) {
    v.setPlight(row, Plight.CUTS_IN, false);
    v.setPlight(row, Plight.SWERVED, true);
    v.setCutIn(row, tickIn(SWERVES_S));
  }

  // one who seeks the edge ------------------------------------------------------------------------

  /** The next speed of one who seeks a place to stand, m/s; no slower for the sake of a gap. */
  double limit(int row, double next) {
    return Bounds.least(next, Bounds.most(SEEKING_MPS, v.speed[row] - v.haltDecel(row) * dt));
  }

  /** On how many metres he looks for a gap. */
  double wayToSeekM(int row) {
    double left = (v.seeksUntil(row) - region.tick) * dt;
    return LEAST_WAY_M + Bounds.most(0, left) * v.speed[row];
  }
}
