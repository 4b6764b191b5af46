package io.testroad.network;

import java.util.Optional;

/**
 * A one-way road as told to {@link NetworkBuilder}; the edge of SUMO's plain network files.
 *
 * <p>Where another road leads back between the same nodes, both lie to the right of the common
 * middle line; a road without such a partner lies astride of its line.
 *
 * @param id unique among roads
 * @param from id of the node it leaves
 * @param to id of the node it leads to, another one
 * @param lanes number of lanes, positive
 * @param speedMps limit, m/s, positive
 * @param laneWidthM m, positive
 * @param priority higher goes first where a junction is ruled by priority
 * @param name the street's name, empty when it has none
 * @param type kind of road, empty when it has none
 * @param permissions who may use its lanes
 * @param bends points of the line between the nodes, in order of travel
 */
public record PlainRoad(
    String id,
    String from,
    String to,
    int lanes,
    double speedMps,
    double laneWidthM,
    int priority,
    String name,
    String type,
    Permissions permissions,
    Optional<Shape> bends) {

  public PlainRoad {
    if (from.equals(to) || lanes < 1 || !(speedMps > 0) || !(laneWidthM > 0)) {
      throw new IllegalArgumentException("road '" + id + "' has no two ends, lane, speed or width");
    }
  }

  /** A straight road without a name, priority 1, open to everybody. */
  public static PlainRoad of(String id, String from, String to, int lanes, double speedMps) {
    return new PlainRoad(
        id,
        from,
        to,
        lanes,
        speedMps,
        SumoNetworkReader.DEFAULT_WIDTH_M,
        1,
        "",
        "",
        Permissions.ALL,
        Optional.empty());
  }

  /** The same with a street's name and a type. */
  public PlainRoad withName(String newName, String newType) {
    return new PlainRoad(
        id, from, to, lanes, speedMps, laneWidthM, priority, newName, newType, permissions, bends);
  }

  /** The same with a priority. */
  public PlainRoad withPriority(int newPriority) {
    return new PlainRoad(
        id, from, to, lanes, speedMps, laneWidthM, newPriority, name, type, permissions, bends);
  }

  /** The same with permissions of its lanes. */
  public PlainRoad withPermissions(Permissions newPermissions) {
    return new PlainRoad(
        id, from, to, lanes, speedMps, laneWidthM, priority, name, type, newPermissions, bends);
  }

  /** The same along a line with points between its nodes. */
  public PlainRoad withBends(Shape newBends) {
    return new PlainRoad(
        id,
        from,
        to,
        lanes,
        speedMps,
        laneWidthM,
        priority,
        name,
        type,
        permissions,
        Optional.of(newBends));
  }

  double widthM() {
    return lanes * laneWidthM;
  }
}
