package io.testroad.traffic;

/**
 * When and how fast drivers will be at the links they mean to pass. Few are ever asked about, so it
 * is worked out when the first one asks; everybody's state is that before the tick until then.
 *
 * <p>Source: SUMO, MSVehicle::setApproaching and MSCFModel::getMinimalArrivalTime.
 */
final class Arrivals {

  private final Region region;
  private final RoadTables tables;
  private final Approaches approaches;
  private final Driver driver;

  Arrivals(Region region) {
    this.region = region;
    this.tables = region.tables;
    this.approaches = region.approaches;
    driver = new Driver(region);
  }

  /** Makes sure that an entry says when its vehicle will be at the link, and behind it. */
  void foretell(int entry) {
    if (Double.isNaN(approaches.get(entry, Approaches.ARRIVES))) {
      workOut(entry);
    }
  }

  /** The same for those of the first so many entries whose links leave lanes of a set. */
  void foretell(int count, boolean[] lanes) {
    for (int entry = 0; entry < count; entry++) {
      int link = approaches.linkOf(entry);
      if (link >= 0 && approaches.willPass(entry) && lanes[tables.linkFrom[link]]) {
        foretell(entry);
      }
    }
  }

  private void workOut(int entry) {
    int row = region.rowOf(approaches.numberOf(entry));
    driver.load(row);
    double distance = approaches.get(entry, Approaches.DISTANCE);
    double speed = approaches.get(entry, Approaches.SPEED_NOW);
    double arriveSpeed = approaches.get(entry, Approaches.ARRIVE_SPEED);
    double arrives = driver.secondsFor(distance, speed, arriveSpeed);
    int path = tables.linkNext[approaches.linkOf(entry)];
    double length = tables.internal[path] ? tables.lengthM[path] : 0;
    double leaveSpeed = driver.speedAfter(length, arriveSpeed, region.topSpeed(row, path));
    double mean = Bounds.most((arriveSpeed + leaveSpeed) / 2, 0.001);
    double braked =
        distance < driver.brakeGap(speed)
            ? Bounds.least(driver.slowestArrival(distance, speed), arriveSpeed)
            : 0;
    double most = approaches.get(entry, Approaches.LEAVE_SPEED);
    approaches.set(entry, Approaches.ARRIVES, arrives);
    approaches.set(entry, Approaches.LEAVES, arrives + (length + driver.kind.length) / mean);
    approaches.set(entry, Approaches.LEAVE_SPEED, Bounds.least(leaveSpeed, most));
    approaches.set(entry, Approaches.BRAKED_SPEED, braked);
    approaches.set(entry, Approaches.SPEED, driver.speed);
    approaches.set(entry, Approaches.DECEL, driver.kind.decel);
    approaches.set(entry, Approaches.WAITING, region.standsForS(row));
  }
}
