package io.testroad.traffic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks for vehicles that overlap on a lane, tails that reach over it included. */
final class Overlaps {

  private static final double TOLERANCE_M = 0.05;

  /** The part of a vehicle on a lane. */
  private record Body(int lane, String name, double frontM, double rearM) {}

  private Overlaps() {}

  /** A line for each pair that overlaps; empty when there is none. */
  static List<String> of(LocalTraffic traffic) {
    List<Body> bodies = new ArrayList<>();
    traffic.regions().forEach(region -> addBodies(region, bodies));
    bodies.sort(
        Comparator.comparingInt(Body::lane).thenComparing(Body::frontM, Comparator.reverseOrder()));
    List<String> found = new ArrayList<>();
    for (int i = 0; i + 1 < bodies.size(); i++) {
      Body ahead = bodies.get(i);
      Body behind = bodies.get(i + 1);
      // two that part at the lane's end may both have their tails there
      boolean bothTails = Double.isInfinite(ahead.frontM) && Double.isInfinite(behind.frontM);
      if (ahead.lane == behind.lane && !bothTails && ahead.rearM < behind.frontM - TOLERANCE_M) {
        found.add(behind + " overlaps " + ahead);
      }
    }
    return found;
  }

  private static void addBodies(Region region, List<Body> bodies) {
    VehicleTable v = region.v;
    for (int row = 0; row < v.own; row++) {
      if (v.has(row, VehicleTable.ASIDE)) {
        continue;
      }
      String name = region.report.nameOf(row);
      double rear = v.pos[row] - region.lengthOf(row);
      bodies.add(new Body(v.lane[row], name, v.pos[row], rear));
      for (int k = 0; rear < 0 && k < VehicleTable.BACK && v.back(row, k) >= 0; k++) {
        int lane = v.back(row, k);
        rear += region.tables.lengthM[lane];
        bodies.add(new Body(lane, name, Double.POSITIVE_INFINITY, rear));
      }
    }
  }
}
