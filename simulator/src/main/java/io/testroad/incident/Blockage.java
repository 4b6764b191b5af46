package io.testroad.incident;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.testroad.engine.IncidentCapacity;
import io.testroad.protocol.SceneKind;
import java.util.List;
import java.util.Set;

/**
 * What a scene leaves of its road.
 *
 * @param road its id
 * @param positionM where on it, m
 * @param lanes those that nobody can use, from the right
 * @param open how many are open
 * @param share of the direction's capacity that is left, 0 to 1
 * @param openLaneShare of its ordinary capacity that each open lane carries, over 0 to 1
 * @param lookers whether those who come from the other direction slow down to look
 */
public record Blockage(
    String road,
    double positionM,
    List<Integer> lanes,
    int open,
    double share,
    double openLaneShare,
    boolean lookers) {

  /** Nothing yet. */
  static final Blockage NONE = new Blockage("", 0, List.of(), 0, 1, 1, false);

  /** Least share of an open lane, for a caution can't stop the traffic altogether. */
  private static final double LEAST = 0.02;

  /**
   * Share of the capacity that fog leaves on a lane: about 0.9 where one sees less than 400 m
   * (Highway Capacity Manual, from memory; used as an assumption).
   */
  private static final double FOG_SHARE = 0.9;

  /** Share that is left where traffic stands for no known reason (assumption). */
  private static final double CONGESTION_SHARE = 0.7;

  public Blockage {
    lanes = List.copyOf(lanes);
  }

  /**
   * What a scene leaves of its road now.
   *
   * @param lanes of the road
   * @param units that secure the scene
   * @param screen whether they put up a screen
   */
  static Blockage of(Scene scene, int lanes, int units, boolean screen) {
    Set<Integer> taken = SceneSights.lanes(scene);
    taken.removeIf(lane -> lane >= lanes);
    double share =
        IncidentCapacity.restored(
            IncidentCapacity.share(lanes, taken.size(), shoulder(scene)), units);
    double openLane =
        Math.min(IncidentCapacity.perOpenLane(share, lanes, taken.size()), ofAir(scene));
    return new Blockage(
        scene.spot().road(),
        scene.spot().positionM(),
        List.copyOf(taken),
        lanes - taken.size(),
        Math.min(share, (lanes - taken.size()) / (double) lanes),
        Math.max(LEAST, openLane),
        units > 0 && !screen && scene.isThere());
  }

  private static double ofAir(Scene scene) {
    if (!scene.stage().timed()) {
      return 1;
    }
    return switch (scene.kind()) {
      case FOG -> FOG_SHARE;
      case CONGESTION -> CONGESTION_SHARE;
      default -> 1;
    };
  }

  private static IncidentCapacity.Shoulder shoulder(Scene scene) {
    boolean beside = scene.bodies().stream().anyMatch(body -> body.stands() && body.lane() < 0);
    if (!beside) {
      return IncidentCapacity.Shoulder.CLEAR;
    }
    return scene.kind() == SceneKind.COLLISION
        ? IncidentCapacity.Shoulder.CRASH
        : IncidentCapacity.Shoulder.DISABLED;
  }

  /** Whether lanes are blocked. */
  @JsonIgnore
  boolean blocks() {
    return !lanes.isEmpty();
  }

  /** Whether the log is to be told again. */
  boolean differsInLanes(Blockage other) {
    return !lanes.equals(other.lanes) || share != other.share || !road.equals(other.road);
  }
}
