package io.testroad.traffic;

/**
 * The next speed of every own vehicle, once all know what the others mean to do: which links are
 * open, the driver's imperfection, and what lane changes ask of him.
 *
 * <p>Source of the structure: SUMO, MSVehicle::processLinkApproaches and MSCFModel::finalizeSpeed.
 */
final class Motion {

  private static final int ASKED_OF =
      VehicleTable.ADVISED
          | VehicleTable.HALTING
          | VehicleTable.PULLS_OVER
          | VehicleTable.IN_CORRIDOR
          | VehicleTable.BESET;

  /** What a driver may want of lanes without its having a bearing on his speed. */
  static final int OF_NO_BEARING = LaneChoice.STAY | LaneChoice.STRATEGIC;

  private final Region region;
  private final RoadTables tables;
  private final VehicleTable v;
  private final Approaches approaches;
  private final RightOfWay rightOfWay;
  private final Planning planning;
  private final Driver driver;
  private final double dt;

  // the vehicle under consideration
  private double safe;
  private double least;
  private double leastDistance;
  private boolean mustWait;
  private boolean canBrakeForLeast;
  private double zipper;

  Motion(Region region) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
    this.approaches = region.approaches;
    this.rightOfWay = region.rightOfWay;
    this.planning = region.planning;
    this.driver = region.driver;
    this.dt = region.dt;
  }

  /** Puts the vehicle's next speed, m/s, in the place of what was planned. */
  void decide(int row) {
    planning.planned[row] = nextSpeed(row);
  }

  private double nextSpeed(int row) {
    driver.load(row);
    mustWait = false;
    least = 0;
    safe = planning.planned[row];
    if (planning.entries[row] > 0) {
      passLinks(row);
    }
    v.set(row, VehicleTable.YIELDING, mustWait && !tables.roundabout[v.lane[row]]);
    v.set(row, VehicleTable.GAVE_UP, givesUp(row));
    return nextSpeed(row, safe, least);
  }

  /**
   * The next speed of the driver under consideration, m/s, with his imperfection and what lane
   * changes ask of him.
   *
   * @param row his vehicle
   * @param safe what the road ahead allows, m/s
   * @param least what he must not fall below where he has begun to pass a link, m/s
   */
  double nextSpeed(int row, double safe, double least) {
    if (least == 0 && driver.kind.isPlain && isLeftAlone(row)) {
      v.lcState[row] &= LaneChoice.STRATEGIC;
      double random = region.traffic.dawdling.uniform(v.number[row], region.tick);
      return driver.kind.nextSpeed(driver.speed, Bounds.least(driver.topSpeed, safe), random);
    }
    double next = finish(row, safe, least);
    if (v.has(row, VehicleTable.HALTING)) {
      next = Bounds.least(next, Bounds.most(0, driver.speed - v.haltDecel(row) * dt));
    }
    if (v.is(row, Plight.SEEKS)) {
      next = region.mishaps.limit(row, next);
    }
    if (v.has(row, VehicleTable.PULLS_OVER | VehicleTable.IN_CORRIDOR)) {
      next = region.rescueLane.limit(row, next);
    }
    return next < Travel.CREEPING_MPS ? 0 : next;
  }

  /** Whether neither orders nor lane changes ask anything of a driver. */
  private boolean isLeftAlone(int row) {
    return !v.has(row, ASKED_OF) && (v.lcState[row] & ~OF_NO_BEARING) == 0;
  }

  private boolean givesUp(int row) {
    int entry = planning.firstEntry[row];
    return planning.entries[row] > 0
        && tables.internal[v.lane[row]]
        && approaches.linkOf(entry) >= 0
        && !approaches.willPass(entry);
  }

  /** Whether a driver with a reaction time acts in this tick; else he keeps his acceleration. */
  private boolean acts(int row) {
    long every = driver.kind.actsEvery;
    return every <= 1 || (region.tick + v.number[row]) % every == 0;
  }

  private double finish(int row, double safe, double least) {
    double speed = driver.speed;
    double hardest = driver.hardestBraked();
    if (!acts(row)) {
      return Bounds.most(
          hardest, Bounds.least(driver.topSpeed, Bounds.most(0, speed + v.accel[row] * dt)));
    }
    double min = Bounds.least(driver.braked(), Bounds.most(safe, hardest));
    double max = Bounds.most(min, Bounds.least(driver.topSpeed, safe));
    double next = max;
    if (driver.kind.krauss) {
      double random = region.traffic.dawdling.uniform(v.number[row], region.tick);
      next = driver.kind.dawdle(min, max, random);
    }
    next = region.laneChanging.advice.adjusted(row, min, next, max);
    region.laneChanging.advice.forget(row);
    if (next > 0) {
      next = Bounds.most(next, least);
    }
    return Bounds.most(next, hardest);
  }

  private void passLinks(int row) {
    safe = Double.POSITIVE_INFINITY;
    zipper = Double.POSITIVE_INFINITY;
    canBrakeForLeast = false;
    int from = planning.firstEntry[row];
    int to = from + planning.entries[row];
    boolean goesOn = true;
    for (int entry = from; entry < to && goesOn; entry++) {
      int link = approaches.linkOf(entry);
      boolean means = link >= 0 && approaches.willPass(entry);
      goesOn = means ? pass(row, entry, link) : stay(row, entry, link);
    }
    if (safe + 0.001 < least) {
      if (canBrakeForLeast && safe < driver.speed) {
        safe = Bounds.least(safe, Bounds.most(driver.braked(), driver.stopSpeed(leastDistance)));
        least = 0;
        mustWait = true;
      } else {
        least = safe;
      }
    }
    safe = Bounds.least(safe, zipper);
  }

  private boolean pass(int row, int entry, int link) {
    char state = region.roads.stateOf(link);
    boolean yellow = RightOfWay.isYellow(state);
    boolean blueLight = v.has(row, VehicleTable.BLUE_LIGHT);
    double distance = approaches.get(entry, Approaches.DISTANCE);
    boolean canBrake = driver.canBrakeWithin(distance);
    if (yellow && canBrake && !blueLight) {
      return waitAt(entry);
    }
    boolean open = yellow || rightOfWay.isOpen(row, entry, !canBrake, blueLight);
    if (open && mustSee(row, link, state)) {
      if (distance > tables.linkVisibilityM[link] && (canBrake || !yellow)) {
        return waitAt(entry);
      }
      leastDistance = distance;
      double passSpeed = approaches.get(entry, Approaches.PASS_SPEED);
      least = Bounds.least(Bounds.least((distance + 0.1) / dt, passSpeed), driver.topSpeed);
      canBrakeForLeast = canBrake;
    }
    if (open || (!canBrake && distance < driver.hardestBrakeGap())) {
      safe = approaches.get(entry, Approaches.PASS_SPEED);
      mustWait |=
          open
              && safe < driver.kind.decel
              && safe <= planning.waitSpeed(entry)
              && safe < driver.topSpeed;
      return true;
    }
    if (state == 'Z') {
      zipper = Bounds.least(zipper, rightOfWay.zipperSpeed(row, entry, driver));
      safe = approaches.get(entry, Approaches.PASS_SPEED);
      return true;
    }
    return waitAt(entry);
  }

  /** Whether a driver may decide only when he sees those he must let pass. */
  private boolean mustSee(int row, int link, char state) {
    return !RightOfWay.hasPriority(state)
        && !rightOfWay.followsMajorGreen(link)
        && !rightOfWay.waitsInside(link, state)
        && !v.has(row, VehicleTable.BLUE_LIGHT);
  }

  private boolean waitAt(int entry) {
    safe = planning.waitSpeed(entry);
    mustWait = true;
    return false;
  }

  private boolean stay(int row, int entry, int link) {
    if (link >= 0
        && tables.internal[tables.linkFrom[link]]
        && tables.internal[v.lane[row]]
        && tables.junctionOf[tables.linkFrom[link]] == tables.junctionOf[v.lane[row]]) {
      v.setEntered(row, VehicleTable.NEVER);
      v.setEnteredConflict(row, VehicleTable.NEVER);
    }
    safe = planning.waitSpeed(entry);
    mustWait |= safe < driver.speed || Travel.stands(safe);
    return false;
  }
}
