package io.testroad.traffic;

import io.testroad.demand.VehicleType;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.safety.ConflictMeasures;
import io.testroad.safety.ConflictType;
import java.util.Arrays;

/**
 * Notes when vehicles enter and leave the points inside junctions where paths cross, and tells of
 * those who came soon after one another: post-encroachment time.
 *
 * <p>A vehicle enters such a point when its front reaches it and leaves it when its rear does,
 * within a tick in proportion to the way. A negative time means that both were over it at once.
 * Paths that meet are left to the measures of those who follow. The region that owns a junction
 * watches it, from the state before the tick, in which it also sees the tails of vehicles that have
 * left it.
 */
final class CrossingWatch {

  private static final double SAME_S = 1e-6;
  private static final double ROUNDING_M = 1e-9;

  private final Region region;
  private final RoadTables tables;
  private final VehicleTable v;
  private final ConflictWatch watch;
  private final double dt;

  /** Points on a lane: {@code first[lane]} to {@code first[lane + 1]}. */
  private final int[] first;

  private final int[] partner;
  private final double[] entered;
  private final double[] left;
  private final int[] enteredBy;
  private final int[] leftBy;
  private final boolean[] leftByWatched;

  // what happened since the tick before
  private int[] point = new int[16];
  private int[] who = new int[16];
  private double[] time = new double[16];
  private boolean[] enters = new boolean[16];
  private int happened;

  CrossingWatch(Region region, ConflictWatch watch) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
    this.watch = watch;
    this.dt = region.dt;
    first = new int[watch.on ? tables.lanes + 1 : 1];
    for (int lane = 0; lane + 1 < first.length; lane++) {
      first[lane + 1] = first[lane] + tables.crossLane[lane].length;
    }
    int points = first[first.length - 1];
    partner = new int[points];
    for (int lane = 0; lane + 1 < first.length; lane++) {
      for (int k = 0; k < tables.crossLane[lane].length; k++) {
        partner[first[lane] + k] =
            tables.crossKind[lane][k] == RoadTables.CROSSES
                ? pointOn(tables.crossLane[lane][k], lane)
                : -1;
      }
    }
    entered = new double[points];
    left = new double[points];
    enteredBy = new int[points];
    leftBy = new int[points];
    leftByWatched = new boolean[points];
    Arrays.fill(enteredBy, -1);
    Arrays.fill(leftBy, -1);
  }

  private int pointOn(int lane, int with) {
    for (int k = 0; k < tables.crossLane[lane].length; k++) {
      if (tables.crossLane[lane][k] == with) {
        return first[lane] + k;
      }
    }
    return -1;
  }

  /** Looks at what everybody in sight has driven since the tick before. */
  void look() {
    happened = 0;
    for (int row = 0; row < v.all; row++) {
      if (v.speed[row] > 0 && !v.has(row, VehicleTable.ASIDE)) {
        look(row);
      }
    }
    for (int i = 0; i < happened; i++) {
      note(i);
    }
    for (int i = 0; i < happened; i++) {
      judge(i);
    }
  }

  private void look(int row) {
    double length = region.lengthOf(row);
    double driven = drivenM(row);
    double front = v.pos[row];
    int lane = v.lane[row];
    for (int k = 0; ; k++) {
      if (tables.internal[lane] && region.ownerOf(lane) == region.index()) {
        lookOn(row, lane, front, driven, length);
      }
      if (k == VehicleTable.BACK || v.back(row, k) < 0 || front - driven > length) {
        return;
      }
      lane = v.back(row, k);
      front += tables.lengthM[lane];
    }
  }

  private double drivenM(int row) {
    double now = v.speed[row];
    boolean krauss = region.typeOf(row).model() == VehicleType.Model.KRAUSS;
    return krauss ? now * dt : Math.max(0, now - v.accel[row] * dt / 2) * dt;
  }

  private void lookOn(int row, int lane, double front, double driven, double length) {
    double[] at = tables.crossOwnM[lane];
    for (int k = 0; k < at.length; k++) {
      int p = first[lane] + k;
      if (partner[p] >= 0) {
        lookAt(row, p, at[k], front, driven, true);
        lookAt(row, p, at[k], front - length, driven, false);
      }
    }
  }

  private void lookAt(int row, int p, double at, double end, double driven, boolean asEntering) {
    if (at > end || at <= end - driven - ROUNDING_M) {
      return;
    }
    if (happened == point.length) {
      point = Arrays.copyOf(point, 2 * happened);
      who = Arrays.copyOf(who, 2 * happened);
      time = Arrays.copyOf(time, 2 * happened);
      enters = Arrays.copyOf(enters, 2 * happened);
    }
    point[happened] = p;
    who[happened] = row;
    time[happened] = (region.tick - 1) * dt - (end - at) / v.speed[row];
    enters[happened++] = asEntering;
  }

  /** The latest counts; of two at once the one with the lower number. */
  private void note(int i) {
    int p = point[i];
    int number = v.number[who[i]];
    if (enters[i]) {
      if (enteredBy[p] < 0 || isLater(time[i], number, entered[p], enteredBy[p])) {
        entered[p] = time[i];
        enteredBy[p] = number;
      }
    } else if (leftBy[p] < 0 || isLater(time[i], number, left[p], leftBy[p])) {
      left[p] = time[i];
      leftBy[p] = number;
      leftByWatched[p] = watch.watches(who[i]);
    }
  }

  private static boolean isLater(double time, int number, double than, int otherNumber) {
    return time > than || (time == than && number < otherNumber);
  }

  private void judge(int i) {
    int p = point[i];
    int other = partner[p];
    int number = v.number[who[i]];
    if (enters[i]) {
      if (leftBy[other] >= 0 && leftBy[other] != number) {
        double pet = ConflictMeasures.postEncroachmentTimeS(left[other], time[i]);
        boolean watched = leftByWatched[other] || watch.watches(who[i]);
        tell(who[i], p, number, leftBy[other], pet, watched);
      }
    } else if (enteredBy[p] == number
        && enteredBy[other] >= 0
        && enteredBy[other] != number
        && entered[other] > entered[p]
        && entered[other] < time[i]
        && entered[other] <= (region.tick - 2) * dt + SAME_S) {
      double pet = ConflictMeasures.postEncroachmentTimeS(time[i], entered[other]);
      tell(who[i], p, enteredBy[other], number, pet, watch.watches(who[i]));
    }
  }

  private void tell(int row, int p, int second, int one, double pet, boolean watched) {
    if (!watched || pet >= watch.rules().petS()) {
      return;
    }
    int lane = laneOf(p);
    int foeLane = laneOf(partner[p]);
    double angle =
        ConflictType.angleDeg(
            Heading.degrees(tables, lane, tables.crossOwnM[lane][p - first[lane]]),
            Heading.degrees(
                tables, foeLane, tables.crossOwnM[foeLane][partner[p] - first[foeLane]]));
    region.report.event(
        EventType.CONFLICT,
        "vehicle:" + region.traffic.register.name(second),
        Facts.of(
            "kind",
            Heading.written(ConflictType.ofAngle(angle)),
            "other",
            region.traffic.register.name(one),
            "road",
            region.report.roadOf(row),
            "lane",
            region.report.laneIndexOf(row),
            "positionM",
            region.report.placeOf(row),
            "speedMps",
            v.speed[row],
            "petS",
            pet));
  }

  private int laneOf(int p) {
    int at = Arrays.binarySearch(first, p);
    if (at < 0) {
      return -at - 2;
    }
    while (first[at + 1] == p) {
      at++;
    }
    return at;
  }
}
