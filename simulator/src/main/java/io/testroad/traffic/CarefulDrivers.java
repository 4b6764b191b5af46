package io.testroad.traffic;

import io.testroad.demand.VehicleType;
import java.util.ArrayList;
import java.util.List;

/**
 * The kinds of drivers of a region: those of each vehicle type in the weather of the hour, then, of
 * each level of care in force, the same with longer headways. A vehicle's column {@code type} says
 * which of them drives it; it is seen to once a tick, and only while there is a caution.
 */
final class CarefulDrivers {

  /**
   * How careful drivers are on a lane.
   *
   * @param share of the ordinary capacity that the lane carries
   * @param lengthM for so long, m
   * @param ordinaryMps its speed limit without orders, m/s
   * @param limitMps its speed limit now, m/s
   */
  record Level(double share, double lengthM, double ordinaryMps, double limitMps) {}

  /** All that the headways of careful drivers of a type follow from. */
  record Care(String type, Level level, double headwayFactor, double speedFactor) {}

  private final Region region;
  private final VehicleTable v;
  private final RoadState roads;
  private final RoadTables tables;
  private final VehicleType[] types;
  private final List<Level> levels = new ArrayList<>();
  private int version = -1;

  /** All kinds; of the first level of care from the number of types on. */
  DriverKind[] kinds = {};

  /** Length of road, m, that a vehicle of each kind takes up when it stands. */
  double[] spacesM = {};

  CarefulDrivers(Region region) {
    this.region = region;
    this.v = region.v;
    this.roads = region.roads;
    this.tables = region.tables;
    types = region.traffic.types;
    workOut();
  }

  /** Sees to who is careful in this tick. */
  void begin() {
    if (version != roads.kindsVersion) {
      forgetLevels();
      workOut();
    }
    if (!roads.cautions.isEmpty()) {
      takeCare();
    }
  }

  /** Finds for every own vehicle how careful its driver is where it is now. */
  private void takeCare() {
    for (int row = 0; row < v.own; row++) {
      int type = v.type[row] % types.length;
      int lane = v.lane[row];
      int stretch = roads.cautions.at(tables.edgeOf[lane], v.pos[row]);
      int level = stretch < 0 ? 0 : levels.indexOf(levelOn(lane, stretch)) + 1;
      v.type[row] = type + level * types.length;
    }
  }

  private void forgetLevels() {
    for (int row = 0; row < v.own && kinds.length > types.length; row++) {
      v.type[row] %= types.length;
    }
  }

  private void workOut() {
    version = roads.kindsVersion;
    findLevels();
    kinds = new DriverKind[types.length * (levels.size() + 1)];
    spacesM = new double[kinds.length];
    for (int kind = 0; kind < kinds.length; kind++) {
      int type = kind % types.length;
      int level = kind / types.length - 1;
      kinds[kind] =
          level < 0 || type == types.length - 1
              ? DriverKind.of(types[type], roads.headwayFactor, region.dt)
              : careful(levels.get(level), types[type]);
      spacesM[kind] = region.traffic.spaceOfType[type];
    }
  }

  private void findLevels() {
    levels.clear();
    for (int stretch = 0; stretch < roads.cautions.count(); stretch++) {
      int edge = roads.cautions.edgeOf(stretch);
      for (int j = 0; j < tables.laneCount[edge]; j++) {
        Level level = levelOn(tables.firstLane[edge] + j, stretch);
        if (!levels.contains(level)) {
          levels.add(level);
        }
      }
    }
  }

  private Level levelOn(int lane, int stretch) {
    return new Level(
        roads.cautions.shareOf(stretch),
        roads.cautions.lengthM(stretch, tables.lengthM[lane]),
        tables.limitMps[lane],
        roads.limitMps[lane]);
  }

  private DriverKind careful(Level level, VehicleType type) {
    double longer =
        region.traffic.longerHeadways.computeIfAbsent(
            new Care(type.id(), level, roads.headwayFactor, roads.speedFactor),
            care -> longerAt(level, type));
    return DriverKind.careful(type, roads.headwayFactor * longer, region.dt);
  }

  private double longerAt(Level level, VehicleType type) {
    double factor = type.speedFactor().mean() * roads.speedFactor;
    return new LaneDischarge(type, roads.headwayFactor, region.dt)
        .headwayFactor(
            level.share,
            level.lengthM,
            Bounds.least(type.maxSpeedMps(), level.ordinaryMps * factor),
            Bounds.least(type.maxSpeedMps(), level.limitMps * factor));
  }
}
