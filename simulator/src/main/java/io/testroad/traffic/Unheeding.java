package io.testroad.traffic;

/**
 * The next speed of those who heed nobody: runaways, distracted drivers, wrecks that slide to a
 * stand. They still tell others that they come, as others see them.
 *
 * <p>A runaway's speed grows by what the slope does to it, up to 150 km/h; it goes through curves
 * and closures, and turns where its route does even from a wrong lane. A wreck brakes at 6 m/s²
 * (locked wheels on dry asphalt; assumption). Nobody passes through another in one tick: he gets as
 * far as to be sure to touch the one ahead.
 */
final class Unheeding {

  static final double FASTEST_RUNAWAY_MPS = 150 / 3.6;
  static final double SLIDES_MPS2 = 6;

  /** How far one gets beyond the rear of the one whom he touches in a tick, m. */
  private static final double TOUCHES_M = 0.3;

  private final Region region;
  private final RoadTables tables;
  private final VehicleTable v;
  private final Driver driver;
  private final Planning planning;
  private final LeaderSight sight;
  private final double dt;

  Unheeding(Region region, Planning planning) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
    this.driver = region.driver;
    this.planning = planning;
    this.dt = region.dt;
    sight = new LeaderSight(region);
  }

  /**
   * Plans for one who heeds nobody.
   *
   * @param leader who is ahead on its lane, or whose tail is there; or -1
   * @param gap to it, m; negative: they overlap
   */
  void plan(int row, int leader, double gap) {
    if (v.is(row, Plight.WRECK)) {
      slide(row, leader, gap);
    } else if (v.has(row, VehicleTable.COLLIDED | VehicleTable.AT_STOP)) {
      planning.stand(row, Planning.PARKED);
    } else if (v.is(row, Plight.RUNAWAY)) {
      runAway(row);
    } else {
      driveOn(row);
    }
  }

  private void slide(int row, int leader, double gap) {
    double next = Bounds.most(0, region.impacts.speedAfter(row) - SLIDES_MPS2 * dt);
    boolean touches = leader >= 0 && gap < 0;
    planning.force(row, touches ? Bounds.least(next, v.speed[leader]) : next, Planning.PARKED);
  }

  private void runAway(int row) {
    double next = v.speed[row] - v.haltDecel(row) * dt;
    double speed = Bounds.most(0, Bounds.least(next, FASTEST_RUNAWAY_MPS));
    findAnyWayOn(row, speed);
    driver.load(row);
    planning.force(row, speed, Planning.GOES_ON);
    planning.tellFromAfar(row, speed);
  }

  /** One who can't stop at the end of a lane that leads elsewhere turns from there. */
  private void findAnyWayOn(int row, double speed) {
    int lane = v.lane[row];
    boolean ends = tables.lengthM[lane] - v.pos[row] < 2 * dt * Bounds.most(speed, v.speed[row]);
    if (ends && v.link[row] == -1 && !v.has(row, VehicleTable.ON_LAST_ROAD)) {
      v.set(row, VehicleTable.TURNS_FROM_WRONG_LANE, true);
      region.findWayOn(row);
    }
  }

  private void driveOn(int row) {
    driver.load(row);
    double safe = driver.freeSpeed();
    if (tables.internal[v.lane[row]]) {
      safe = Bounds.most(safe, driver.speed);
    }
    if (v.link[row] == -1 && !v.has(row, VehicleTable.ON_LAST_ROAD)) {
      safe = Bounds.least(safe, driver.stopSpeed(tables.lengthM[v.lane[row]] - v.pos[row]));
    }
    planning.desired[row] = driver.desired;
    planning.decide(row, safe, Planning.GOES_ON);
    planning.tellFromAfar(row, planning.planned[row]);
  }

  /** How far a vehicle gets in the tick at most: to where it is sure to touch the one ahead, m. */
  double reachM(int row) {
    if (!sight.look(row) || (sight.gapM < 0 && !sight.isOnLane)) {
      return Double.POSITIVE_INFINITY;
    }
    double ahead = v.speed[sight.row] * dt + v.accel[sight.row] * dt * dt / 2;
    return Bounds.most(0, sight.gapM + TOUCHES_M + Bounds.most(0, ahead));
  }
}
