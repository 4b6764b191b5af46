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

  private final Region region;
  private final VehicleTable v;
  private final RoadState roads;
  private final VehicleType[] types;
  private final List<Cautions.Level> levels = new ArrayList<>();
  private int version = -1;

  /** All kinds; of the first level of care from the number of types on. */
  DriverKind[] kinds = {};

  /** Length of road, m, that a vehicle of each kind takes up when it stands. */
  double[] spacesM = {};

  CarefulDrivers(Region region) {
    this.region = region;
    this.v = region.v;
    this.roads = region.roads;
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
      int type = typeOf(v.type[row]);
      int lane = v.lane[row];
      double share = roads.cautions.shareAt(region.tables.edgeOf[lane], v.pos[row]);
      int level = share < 1 ? levels.indexOf(levelOn(lane, share)) + 1 : 0;
      v.type[row] = type + level * types.length;
    }
  }

  /** The vehicle type of a kind. */
  int typeOf(int kind) {
    return kind % types.length;
  }

  private void forgetLevels() {
    for (int row = 0; row < v.own && kinds.length > types.length; row++) {
      v.type[row] = typeOf(v.type[row]);
    }
  }

  private void workOut() {
    version = roads.kindsVersion;
    findLevels();
    kinds = new DriverKind[types.length * (levels.size() + 1)];
    spacesM = new double[kinds.length];
    for (int kind = 0; kind < kinds.length; kind++) {
      VehicleType type = types[typeOf(kind)];
      int level = kind / types.length - 1;
      double longer = level < 0 ? 1 : longerAt(levels.get(level), type);
      kinds[kind] = DriverKind.of(type, roads.headwayFactor * longer, region.dt);
      spacesM[kind] = region.traffic.spaceOfType[typeOf(kind)];
    }
  }

  private void findLevels() {
    levels.clear();
    for (int i = 0; i < roads.cautions.count(); i++) {
      int edge = roads.cautions.edgeOf(i);
      for (double share : roads.cautions.sharesOn(edge)) {
        for (int j = 0; j < region.tables.laneCount[edge]; j++) {
          Cautions.Level level = levelOn(region.tables.firstLane[edge] + j, share);
          if (!levels.contains(level)) {
            levels.add(level);
          }
        }
      }
    }
  }

  private Cautions.Level levelOn(int lane, double share) {
    return new Cautions.Level(share, region.tables.limitMps[lane], roads.limitMps[lane]);
  }

  private double longerAt(Cautions.Level level, VehicleType type) {
    double factor = type.speedFactor().mean() * roads.speedFactor;
    return LaneCapacity.headwayFactor(
        type,
        level.share(),
        type.tauS() * roads.headwayFactor,
        Bounds.least(type.maxSpeedMps(), level.ordinaryMps() * factor),
        Bounds.least(type.maxSpeedMps(), level.limitMps() * factor));
  }
}
