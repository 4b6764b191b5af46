package io.testroad.engine;

/**
 * What a scene leaves of the capacity of a direction of road: shares of what all its lanes carry
 * otherwise, the lost lanes included.
 *
 * <p>Source: Highway Capacity Manual 2010, exhibit 10-17, as reprinted by FHWA (FHWA-HOP-13-042,
 * appendix C), for 2 to 8 lanes and up to 3 of them blocked. Grade of what goes beyond: assumption.
 * A road of one lane has the shoulder's figures of two, one of more than 8 those of 8. Where more
 * than 3 lanes are blocked the open ones carry what they do when 3 are. A scene that blocks lanes
 * and the shoulder has the lanes' figure, since the exhibit gives no other.
 */
public final class IncidentCapacity {

  /** What stands on the shoulder. */
  public enum Shoulder {
    /** Nothing. */
    CLEAR,
    /** A vehicle that has broken down. */
    DISABLED,
    /** Vehicles that have collided. */
    CRASH
  }

  /** Share of the lost capacity that a unit restores; source: BYU, IMT study; their assumption. */
  private static final double RESTORED_BY_UNIT = 0.25;

  private static final int FEWEST_LANES = 2;
  private static final int MOST_BLOCKED = 3;

  // of 2 to 8 lanes: shoulder disabled, shoulder crash, 1, 2 and 3 lanes blocked
  private static final double[][] EXHIBIT = {
    {0.95, 0.81, 0.35, 0, 0},
    {0.99, 0.83, 0.49, 0.17, 0},
    {0.99, 0.85, 0.58, 0.25, 0.13},
    {0.99, 0.87, 0.65, 0.40, 0.20},
    {0.99, 0.89, 0.71, 0.50, 0.26},
    {0.99, 0.91, 0.75, 0.57, 0.36},
    {0.99, 0.93, 0.78, 0.63, 0.41},
  };

  private IncidentCapacity() {}

  /**
   * The share of a direction's capacity that is left, 0 to 1.
   *
   * <p>Errors: {@link IllegalArgumentException} when lanes are not positive, or more are blocked
   * than there are.
   *
   * @param lanes of the direction
   * @param blocked how many of them nobody can pass
   * @param shoulder what stands beside them; of no account when lanes are blocked
   */
  public static double share(int lanes, int blocked, Shoulder shoulder) {
    if (lanes < 1 || blocked < 0 || blocked > lanes) {
      throw new IllegalArgumentException(blocked + " of " + lanes + " lanes blocked");
    }
    if (blocked == lanes) {
      return 0;
    }
    double[] row = EXHIBIT[Math.max(0, Math.min(EXHIBIT.length - 1, lanes - FEWEST_LANES))];
    if (blocked == 0) {
      return switch (shoulder) {
        case CLEAR -> 1;
        case DISABLED -> row[0];
        case CRASH -> row[1];
      };
    }
    if (blocked <= MOST_BLOCKED) {
      return row[1 + blocked];
    }
    return row[1 + MOST_BLOCKED] / (lanes - MOST_BLOCKED) * (lanes - blocked);
  }

  /**
   * The share of its ordinary capacity that each open lane carries past a scene, over 0 to 1: what
   * {@link RoadDecision.Caution} is given there; 1 where no lane is open.
   *
   * @param share of the direction's capacity, as {@link #share} or {@link #restored} tells it
   */
  public static double perOpenLane(double share, int lanes, int blocked) {
    return blocked >= lanes ? 1 : Math.min(1, share * lanes / (lanes - blocked));
  }

  /**
   * The share of a direction's capacity once units are at the scene, 0 to 1: each restores a
   * quarter of what was lost. What is still blocked limits it besides, see {@link #perOpenLane}.
   *
   * @param share left without them
   * @param units how many have arrived, not negative
   */
  public static double restored(double share, int units) {
    return share + (1 - share) * Math.min(1, RESTORED_BY_UNIT * units);
  }
}
