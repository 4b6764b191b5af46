package io.testroad.traffic;

import io.testroad.demand.Departure;
import io.testroad.demand.VehicleType;
import java.util.Arrays;
import java.util.List;

/**
 * The plans of the vehicles that a region knows, by vehicle number: kept while a vehicle is in
 * sight, worked out anew when it enters another road, changes its route or has made a stop, and
 * when lanes are closed or opened.
 */
final class PlanCache {

  private static final double FASTEST_MPS = 70;

  private final RoadState roads;
  private final double dt;
  private final RoutePlan[] plans;
  private final PlanBuilder builder;

  PlanCache(RoadState roads, int vehicles, double dt) {
    this.roads = roads;
    this.dt = dt;
    builder = new PlanBuilder(roads);
    plans = new RoutePlan[vehicles];
    Arrays.fill(plans, RoutePlan.NONE);
  }

  /** A vehicle's plan from a place of its route on. */
  RoutePlan of(
      int number, int[] edges, int at, int stopAt, List<Departure.Stop> stops, VehicleType type) {
    RoutePlan plan = plans[number];
    if (plan == RoutePlan.NONE) {
      plan = new RoutePlan();
      plans[number] = plan;
    }
    if (!plan.isFor(edges, at, stopAt, roads)) {
      PlanHalt halt = PlanHalt.of(edges, stops, stopAt, roads.tables);
      double top = Math.min(type.maxSpeedMps(), FASTEST_MPS);
      double brake =
          Krauss.brakeGap(top, type.decelMps2(), type.tauS(), dt) + top * dt + type.minGapM();
      builder.workOut(plan, edges, at, stopAt, type.vehicleClass(), brake, halt);
    }
    return plan;
  }

  /** Forgets a vehicle that has left the roads. */
  void forget(int number) {
    plans[number] = RoutePlan.NONE;
  }
}
