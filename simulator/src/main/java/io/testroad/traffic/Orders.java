package io.testroad.traffic;

import io.testroad.demand.Departure;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.RoadDecision;
import java.util.List;

/** Carries out decisions about the roads and about the region's vehicles. */
final class Orders {

  private final Region region;
  private final VehicleTable v;

  Orders(Region region) {
    this.region = region;
    this.v = region.v;
  }

  /** Carries out a decision, or passes over one that concerns another region's vehicle. */
  void carryOut(RoadDecision decision) {
    if (region.roads.apply(decision, region.tick)) {
      report(decision);
    } else if (decision instanceof RoadDecision.Sign sign) {
      region.signs.put(sign);
    } else if (decision instanceof RoadDecision.Count count) {
      region.counts.count(count);
    } else if (decision instanceof RoadDecision.Survey survey) {
      region.counts.survey(survey);
    } else if (decision instanceof RoadDecision.Obstruct obstruct) {
      region.obstacles.lay(obstruct);
    } else if (decision instanceof RoadDecision.ClearObstacle clear) {
      region.obstacles.clear(clear);
    } else {
      orderVehicle(decision);
    }
  }

  private void orderVehicle(RoadDecision decision) {
    int number = region.traffic.register.findNumber(decision.target()).orElse(-1);
    if (number < 0) {
      throw new IllegalArgumentException("no vehicle " + decision.target());
    }
    if (decision instanceof RoadDecision.Insert insert) {
      insert(number, insert);
      return;
    }
    int row = region.ownRowOf(number);
    if (row >= 0) {
      order(row, decision);
    } else if (decision instanceof RoadDecision.Remove) {
      region.departures.remove(number);
    } else if (decision instanceof RoadDecision.Reroute reroute) {
      region.departures.reroute(number, region.edges(reroute.roads()), reroute.arrivalPositionM());
    } else if (decision instanceof RoadDecision.BlueLight light) {
      region.departures.light(number, light.on());
    }
  }

  private void insert(int number, RoadDecision.Insert insert) {
    int[] edges = region.edges(insert.roads());
    if (region.ownerOf(region.tables.firstLane[edges[0]]) != region.index()) {
      return;
    }
    region.departures.add(
        number,
        new Departure(
            insert.vehicle(),
            region.traffic.register.type(number),
            region.tick * region.traffic.tickMillis,
            edges,
            Departure.Lanes.BEST,
            0,
            insert.departPositionM(),
            0,
            insert.arrivalPositionM(),
            List.of(),
            0),
        insert.tracked(),
        insert.blueLight());
  }

  private void order(int row, RoadDecision decision) {
    if (region.mishaps.order(row, decision)) {
      return;
    }
    if (decision instanceof RoadDecision.Remove) {
      region.report.removed(row);
      region.takeOut(row);
    } else if (decision instanceof RoadDecision.CapSpeed cap) {
      v.setCap(row, cap.maxSpeedMps());
      v.set(row, VehicleTable.CAPPED, true);
    } else if (decision instanceof RoadDecision.Halt halt) {
      v.set(row, VehicleTable.HALTING, true);
      v.set(row, VehicleTable.HALT_ASIDE, halt.aside());
      v.set(row, VehicleTable.HALT_TOLD, false);
      v.setHaltDecel(row, halt.decelerationMps2());
    } else if (decision instanceof RoadDecision.Resume) {
      resume(row);
    } else if (decision instanceof RoadDecision.BlueLight light) {
      light(row, light.on());
    } else if (decision instanceof RoadDecision.Reroute reroute) {
      reroute(row, reroute);
    } else if (decision instanceof RoadDecision.Restyle restyle) {
      v.type[row] = region.traffic.register.typeIndex(restyle.vehicleType());
      region.replan(row, v.route[row]);
    }
  }

  private void light(int row, boolean on) {
    if (v.has(row, VehicleTable.BLUE_LIGHT) != on) {
      double haste = RescueLane.speedFactorOf(region.typeOf(row));
      v.set(row, VehicleTable.BLUE_LIGHT, on);
      v.speedFactor[row] = (float) (on ? v.speedFactor[row] * haste : v.speedFactor[row] / haste);
      region.rescueLane.notice(row);
    }
  }

  private void resume(int row) {
    boolean wrecked = region.mishaps.end(row);
    boolean stood =
        wrecked || (v.has(row, VehicleTable.HALT_TOLD) && v.has(row, VehicleTable.HALTING));
    v.set(row, VehicleTable.HALTING | VehicleTable.HALT_ASIDE | VehicleTable.HALT_TOLD, false);
    if (stood) {
      region.report.vehicleEvent(
          EventType.VEHICLE_RECOVERED, row, Facts.of("road", region.report.roadOf(row)));
    }
  }

  private void reroute(int row, RoadDecision.Reroute reroute) {
    int[] wanted = region.edges(reroute.roads());
    int[] old = v.route[row];
    int at = v.routeAt[row];
    boolean inside = region.tables.internal[v.lane[row]];
    int[] route = Detours.onFrom(old[at], wanted);
    boolean committed = inside && at + 1 < old.length;
    boolean fits =
        committed
            ? route.length > 1 && route[1] == old[at + 1]
            : route.length == 1
                || region.traffic.graph.connects(
                    route[0], route[1], region.typeOf(row).vehicleClass());
    if (!fits) {
      region.report.noWayOn(row, "route");
      return;
    }
    setRoute(row, route);
    v.setArrivalPos(row, reroute.arrivalPositionM());
    region.report.rerouted(row, "order");
  }

  private void setRoute(int row, int[] route) {
    v.routeAt[row] = 0;
    region.replan(row, route);
    v.set(row, VehicleTable.NO_WAY_ON, false);
  }

  // what the log is told of the roads; by the region that owns the place --------------------------

  private void report(RoadDecision decision) {
    if (decision instanceof RoadDecision.CloseLane close) {
      reportLanes(EventType.LANE_CLOSED, close.road());
    } else if (decision instanceof RoadDecision.OpenLane open) {
      reportLanes(EventType.LANE_REOPENED, open.road());
    } else if (decision instanceof RoadDecision.LimitSpeed limit
        && owns(limit.road())
        && !region.roads.changed.isEmpty()) {
      int lane = firstLane(limit.road());
      region.report.event(
          EventType.SPEED_LIMIT_CHANGED,
          "road:" + limit.road(),
          Facts.of("road", limit.road(), "speedLimitMps", region.roads.limitMps[lane]));
    } else if (decision instanceof RoadDecision.RunProgram run && region.index() == 0) {
      region.report.event(
          EventType.SIGNAL_PROGRAM_CHANGED,
          "signal:" + run.signal(),
          Facts.of("program", run.program()));
    }
  }

  private void reportLanes(EventType type, String road) {
    if (owns(road)) {
      for (int lane : region.roads.changed) {
        int j = region.tables.indexOnEdge[lane];
        region.report.event(type, "road:" + road, Facts.of("road", road, "lane", j));
      }
    }
  }

  private boolean owns(String road) {
    return region.ownerOf(firstLane(road)) == region.index();
  }

  private int firstLane(String road) {
    return region.tables.firstLane[region.edges(List.of(road))[0]];
  }
}
