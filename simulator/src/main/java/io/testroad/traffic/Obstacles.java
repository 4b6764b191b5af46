package io.testroad.traffic;

import io.testroad.demand.VehicleType;
import io.testroad.engine.RoadDecision;
import io.testroad.network.VehicleClass;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies on the lanes: debris, spills, fallen loads. Every region knows all of it.
 *
 * <p>To those who come, an obstacle is a stalled vehicle of next to no length at its near end: who
 * has passed that end when it appears drives on. Nobody departs or changes lanes onto it. Its
 * number, as it were a vehicle, is beyond those of the {@link VehicleRegister}.
 */
final class Obstacles {

  /** The length of what stands at the near end, m. */
  private static final double FACE_M = 0.1;

  /** A lorry's load; what a collision with it does follows from it. Grade: assumption. */
  private static final double MASS_KG = 10_000;

  /**
   * An obstacle on a lane.
   *
   * @param number by which regions know it
   * @param fromM its near end, m
   * @param toM its far end, m
   */
  record Obstacle(String name, String road, int number, int lane, double fromM, double toM) {

    /** Where the front of what stands at the near end is, m. */
    double faceM() {
      return fromM + FACE_M;
    }
  }

  private final RoadTables tables;
  private final int firstNumber;

  /** By number; null where a number is free. */
  private final List<@Nullable Obstacle> lying = new ArrayList<>();

  private int count;

  Obstacles(RoadTables tables, int vehicles) {
    this.tables = tables;
    firstNumber = vehicles;
  }

  /** What stands for obstacles among the vehicle types. */
  static VehicleType type() {
    return new VehicleType(
        "obstacle",
        VehicleClass.PASSENGER,
        VehicleType.Model.KRAUSS,
        FACE_M,
        1.8,
        0,
        1,
        1,
        1,
        1,
        1,
        0,
        4,
        new VehicleType.SpeedFactor(1, 0, 1, 1),
        new VehicleType.LaneChange(0, 0, 0, 0),
        0,
        MASS_KG);
  }

  /** Lays an obstacle on a lane; it reaches no farther than the lane. */
  Obstacle lay(RoadDecision.Obstruct told, int edge) {
    if (told.lane() < 0 || told.lane() >= tables.laneCount[edge]) {
      throw new IllegalArgumentException("no lane " + told.lane() + " on " + told.road());
    }
    int lane = tables.firstLane[edge] + told.lane();
    double to = Bounds.most(FACE_M, Bounds.least(told.positionM(), tables.lengthM[lane]));
    double from = Bounds.least(Bounds.most(0, to - told.lengthM()), to - FACE_M);
    int place = lying.indexOf(null);
    int number = firstNumber + (place < 0 ? lying.size() : place);
    Obstacle obstacle = new Obstacle(told.obstacle(), told.road(), number, lane, from, to);
    if (place < 0) {
      lying.add(obstacle);
    } else {
      lying.set(place, obstacle);
    }
    count++;
    return obstacle;
  }

  /** Takes an obstacle away; null when there is none of that name on the road. */
  @Nullable Obstacle clear(String name, String road) {
    for (int i = 0; i < lying.size(); i++) {
      Obstacle obstacle = lying.get(i);
      if (obstacle != null && obstacle.name.equals(name) && obstacle.road.equals(road)) {
        lying.set(i, null);
        count--;
        return obstacle;
      }
    }
    return null;
  }

  /** Whether something lies on a part of a lane. */
  boolean cover(int lane, double fromM, double toM) {
    return count > 0 && covers(lane, fromM, toM);
  }

  private boolean covers(int lane, double fromM, double toM) {
    for (Obstacle obstacle : lying) {
      if (obstacle != null
          && obstacle.lane == lane
          && obstacle.fromM < toM
          && obstacle.toM > fromM) {
        return true;
      }
    }
    return false;
  }

  /** The subject of events about the obstacle of a number. */
  String subject(int number) {
    Obstacle obstacle = lying.get(number - firstNumber);
    return "obstacle:" + (obstacle == null ? "" : obstacle.name);
  }

  /** Whether a number stands for an obstacle. */
  boolean hasNumber(int number) {
    return number >= firstNumber;
  }
}
