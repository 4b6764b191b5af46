package io.testroad.traffic;

import io.testroad.network.Shape;
import io.testroad.safety.ConflictType;

/** Directions of lanes at a place. */
final class Heading {

  private Heading() {}

  /** The direction of a lane at a place, degrees counter-clockwise from east, -180 to 180. */
  static double degrees(RoadTables tables, int lane, double positionM) {
    Shape shape = tables.network.lanes().get(lane).shape();
    return StrictMath.toDegrees(shape.pointAt(positionM / tables.lengthM[lane])[2]);
  }

  /** The angle between the directions of two vehicles, 0 to 180°. */
  static double between(Region region, int row, int other) {
    VehicleTable v = region.v;
    return ConflictType.angleDeg(
        degrees(region.tables, v.lane[row], v.pos[row]),
        degrees(region.tables, v.lane[other], v.pos[other]));
  }

  /** A kind of conflict as written in events. */
  static String written(ConflictType type) {
    return switch (type) {
      case REAR_END -> "rear-end";
      case LANE_CHANGE -> "lane-change";
      case CROSSING -> "crossing";
    };
  }
}
