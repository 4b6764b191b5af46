package io.testroad.traffic;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.RoadDecision;
import org.jspecify.annotations.Nullable;

/**
 * Puts what lies on the region's lanes among its rows, as stalled vehicles that are none: others
 * see it without looking for anything new, and neighbours are sent copies of it.
 */
final class ObstacleRows {

  private final Region region;
  private final Obstacles obstacles;
  private final VehicleTable v;

  /** How many of the region's own rows are obstacles. */
  int count;

  ObstacleRows(Region region) {
    this.region = region;
    this.obstacles = region.roads.obstacles;
    this.v = region.v;
  }

  /** Lays an obstacle on a lane, in place of one of its name on that road. */
  void lay(RoadDecision.Obstruct told) {
    take(obstacles.clear(told.obstacle(), told.road()));
    int edge = region.roads.edge(told.road());
    Obstacles.Obstacle laid = obstacles.lay(told, edge);
    region.makeRoomFor(laid.number());
    if (region.ownerOf(laid.lane()) == region.index()) {
      put(laid, edge);
      region.report.event(
          EventType.OBSTACLE_APPEARED,
          obstacles.subject(laid.number()),
          Facts.of(
              "road",
              told.road(),
              "lane",
              told.lane(),
              "positionM",
              laid.toM(),
              "lengthM",
              laid.toM() - laid.fromM()));
    }
  }

  /** Clears an obstacle, if it is there. */
  void clear(RoadDecision.ClearObstacle told) {
    Obstacles.Obstacle cleared = obstacles.clear(told.obstacle(), told.road());
    if (take(cleared) && cleared != null) {
      region.report.event(
          EventType.OBSTACLE_CLEARED,
          "obstacle:" + cleared.name(),
          Facts.of("road", cleared.road(), "lane", region.tables.indexOnEdge[cleared.lane()]));
    }
  }

  private void put(Obstacles.Obstacle laid, int edge) {
    int row = region.addRow(laid.number());
    v.type[row] = region.traffic.types.length - 1;
    v.lane[row] = laid.lane();
    v.pos[row] = laid.faceM();
    v.set(row, VehicleTable.OBSTACLE | VehicleTable.HALTING | VehicleTable.HALT_TOLD, true);
    region.replan(row, new int[] {edge});
    region.order.insert(laid.lane(), row);
    count++;
  }

  private boolean take(Obstacles.@Nullable Obstacle cleared) {
    int row = cleared == null ? -1 : region.ownRowOf(cleared.number());
    if (row < 0) {
      return false;
    }
    region.takeOut(row);
    count--;
    return true;
  }
}
