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

  private final Region region;
  private final VehicleTable v;
  private final RoadState roads;
  private final RoadTables tables;
  private final VehicleType[] types;
  private final List<Level> levels = new ArrayList<>();

  /** Index of the level on each stretch, by lane from the right. */
  private int[][] levelOf = {};

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
      int level = stretch < 0 ? 0 : levelOf[stretch][tables.indexOnEdge[lane]] + 1;
      v.type[row] = type + level * types.length;
      know(v.type[row]);
    }
  }

  /** Sees to it that a kind is there which a vehicle is of. */
  void know(int kind) {
    int type = kind % types.length;
    if (kinds[kind] == null) {
      kinds[kind] =
          type == types.length - 1 // what stands for obstacles
              ? kinds[type]
              : careful(levels.get(kind / types.length - 1), type);
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
      if (level < 0) { // the others are found when a vehicle of theirs is there
        kinds[kind] = DriverKind.of(types[type], roads.headwayFactor, region.dt);
      }
      spacesM[kind] = region.traffic.spaceOfType[type];
    }
  }

  private void findLevels() {
    levels.clear();
    levelOf = new int[roads.cautions.count()][];
    for (int stretch = 0; stretch < levelOf.length; stretch++) {
      int edge = roads.cautions.edgeOf(stretch);
      levelOf[stretch] = new int[tables.laneCount[edge]];
      for (int j = 0; j < tables.laneCount[edge]; j++) {
        Level level = levelOn(tables.firstLane[edge] + j, stretch);
        if (!levels.contains(level)) {
          levels.add(level);
        }
        levelOf[stretch][j] = levels.indexOf(level);
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

  private DriverKind careful(Level level, int type) {
    VehicleType ordinary = types[type];
    double factor = ordinary.speedFactor().mean() * roads.speedFactor;
    double longer =
        region.traffic.headways.of(
            new CarefulHeadways.Case(
                type,
                roads.headwayFactor,
                level.share,
                level.lengthM,
                Bounds.least(ordinary.maxSpeedMps(), level.ordinaryMps * factor),
                Bounds.least(ordinary.maxSpeedMps(), level.limitMps * factor)));
    return DriverKind.careful(ordinary, roads.headwayFactor * longer, region.dt);
  }
}
