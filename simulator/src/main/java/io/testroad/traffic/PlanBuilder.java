package io.testroad.traffic;

import io.testroad.network.VehicleClass;
import java.util.Arrays;

/**
 * Works plans out, one after the other, in arrays that serve for all of them.
 *
 * <p>Source: SUMO, MSVehicle::updateBestLanes, with its look-ahead: at least four edges up to 3 km,
 * at least eight while they are short, and always as far as the vehicle may need to brake.
 */
final class PlanBuilder {

  private static final double FAR_M = 3000;
  private static final double NEAR_M = 200;
  private static final int FEW_EDGES = 4;
  private static final int MANY_EDGES = 8;

  private final RoadState roads;
  private int[] edges = {};
  private int from;
  private int places;
  private int[] start = new int[MANY_EDGES + 2];
  private int[] link = new int[32];
  private double[] reachM = new double[32];
  private double[] ownM = new double[32];
  private int[] offset = new int[32];
  private boolean[] goesOn = new boolean[32];
  private boolean[] allowed = new boolean[32];
  private boolean[] entered = new boolean[8];
  private int[] wayStart = new int[8];
  private int[] wayLink = new int[32];
  private int[] wayTarget = new int[32];
  private VehicleClass vehicleClass = VehicleClass.PASSENGER;

  PlanBuilder(RoadState roads) {
    this.roads = roads;
  }

  /**
   * How many roads of a route the plan takes in.
   *
   * @param route edges
   * @param at the place on the route from which on
   * @param brakeM the longest way the vehicle may need to brake, m
   * @param halt where it stops next
   */
  int placesAhead(int[] route, int at, double brakeM, PlanHalt halt) {
    RoadTables tables = roads.tables;
    double mustSee = tables.lengthM[tables.firstLane[route[at]]] + brakeM;
    double seen = 0;
    int count = 0;
    boolean further = true;
    for (int i = at; further && i < route.length; i++) {
      count++;
      seen += tables.lengthM[tables.firstLane[route[i]]];
      further =
          i != halt.place()
              && (count <= FEW_EDGES || seen < Math.max(mustSee, FAR_M))
              && (count <= MANY_EDGES || seen < Math.max(mustSee, NEAR_M));
    }
    return count;
  }

  /**
   * Works a plan out.
   *
   * @param route edges
   * @param at the place on the route from which on
   * @param count how many of them, see {@link #placesAhead}
   * @param forClass the vehicle's class
   * @param halt where it stops next
   */
  RoutePlan workOut(int[] route, int at, int count, VehicleClass forClass, PlanHalt halt) {
    edges = route;
    from = at;
    places = count;
    vehicleClass = forClass;
    lookForward(halt);
    rateLast();
    for (int place = places - 2; place >= 0; place--) {
      rate(place);
    }
    RoutePlan plan = new RoutePlan();
    plan.store(places, start, link, reachM, offset);
    return plan;
  }

  private void lookForward(PlanHalt halt) {
    RoadTables tables = roads.tables;
    start[0] = 0;
    for (int place = 0; place < places; place++) {
      int edge = edges[from + place];
      int lanes = tables.laneCount[edge];
      reserve(place, lanes);
      for (int j = 0; j < lanes; j++) {
        lookAt(tables.firstLane[edge] + j, start[place] + j);
      }
      if (from + place == halt.place()) {
        shorten(place, edge, halt);
      }
      start[place + 1] = start[place] + lanes;
    }
  }

  private void reserve(int place, int count) {
    int needed = start[place] + count;
    if (link.length < needed) {
      int capacity = 2 * needed;
      link = Arrays.copyOf(link, capacity);
      reachM = Arrays.copyOf(reachM, capacity);
      ownM = Arrays.copyOf(ownM, capacity);
      offset = Arrays.copyOf(offset, capacity);
      goesOn = Arrays.copyOf(goesOn, capacity);
      allowed = Arrays.copyOf(allowed, capacity);
    }
    if (start.length < place + 2) {
      start = Arrays.copyOf(start, start.length * 2);
    }
  }

  private void lookAt(int lane, int slot) {
    RoadTables tables = roads.tables;
    allowed[slot] = tables.allows(lane, vehicleClass) && !roads.isClosedFor(lane, vehicleClass);
    ownM[slot] = allowed[slot] ? tables.lengthM[lane] : 0;
    reachM[slot] = ownM[slot];
    offset[slot] = 0;
    link[slot] = -1;
    goesOn[slot] = allowed[slot];
  }

  /** On the lanes beside a stop one gets as far as the stop. */
  private void shorten(int place, int edge, PlanHalt halt) {
    for (int j = 0; j < roads.tables.laneCount[edge]; j++) {
      int slot = start[place] + j;
      if (roads.tables.firstLane[edge] + j != halt.lane()) {
        goesOn[slot] = false;
        reachM[slot] = Math.min(reachM[slot], halt.startM());
        ownM[slot] = reachM[slot];
      }
    }
  }

  private void rateLast() {
    int last = places - 1;
    int first = start[last];
    int count = start[last + 1] - first;
    int best = 0;
    int bestMost = 0;
    for (int j = 0; j < count; j++) {
      if (reachM[first + j] > reachM[first + best]) {
        best = j;
        bestMost = j;
      } else if (reachM[first + j] == reachM[first + best]) {
        bestMost = j;
      }
      boolean ends = from + last == edges.length - 1;
      link[first + j] = ends ? -1 : RoutePlan.BEYOND;
    }
    for (int j = 0; j < count; j++) {
      if (reachM[first + j] < reachM[first + best]) {
        offset[first + j] = nearer(j, best, bestMost);
      }
    }
    barUnreachable(last, false);
  }

  private static int nearer(int j, int best, int bestMost) {
    return Math.abs(best - j) < Math.abs(bestMost - j) ? best - j : bestMost - j;
  }

  private void rate(int place) {
    int first = start[place];
    int count = start[place + 1] - first;
    int next = start[place + 1];
    int nextCount = start[place + 2] - next;
    int nextEdge = edges[from + place + 1];
    findWays(edges[from + place], count, nextEdge, next, nextCount);
    double bestLength = -1;
    double connected = -1;
    for (int m = 0; m < nextCount; m++) {
      bestLength = Math.max(bestLength, reachM[next + m]);
      if (entered[m]) {
        connected = Math.max(connected, reachM[next + m]);
      }
    }
    int best = 0;
    int bestMost = 0;
    for (int j = 0; j < count; j++) {
      goOn(first + j, j, bestLength, connected);
      int way = compare(first + j, first + best);
      if (j == 0 || way > 0) {
        best = j;
        bestMost = j;
      } else if (way == 0) {
        bestMost = j;
      }
    }
    for (int j = 0; j < count; j++) {
      int slot = first + j;
      boolean lower = priority(slot) < priority(first + best);
      boolean worse =
          reachM[slot] < reachM[first + best]
              || (reachM[slot] == reachM[first + best]
                  && Math.abs(offset[slot]) > Math.abs(offset[first + best]))
              || lower;
      if (j == best) {
        continue;
      }
      if (worse) {
        offset[slot] = nearer(j, best, bestMost);
        reachM[slot] = lower ? ownM[slot] : reachM[slot];
      } else {
        offset[slot] = 0;
      }
    }
    offset[first + best] = 0;
    barUnreachable(place, true);
  }

  /** Gathers, lane by lane, the links that lead onto the next edge, and the lanes they enter. */
  private void findWays(int edge, int count, int nextEdge, int next, int nextCount) {
    RoadTables tables = roads.tables;
    if (entered.length < nextCount) {
      entered = new boolean[nextCount];
    }
    if (wayStart.length < count + 1) {
      wayStart = new int[count + 1];
    }
    Arrays.fill(entered, 0, nextCount, false);
    int firstLane = tables.firstLane[edge];
    int firstNext = tables.firstLane[nextEdge];
    int ways = 0;
    for (int j = 0; j < count; j++) {
      wayStart[j] = ways;
      int end = tables.linkStart[firstLane + j + 1];
      for (int l = tables.linkStart[firstLane + j]; l < end; l++) {
        int m = tables.linkTo[l] - firstNext;
        if (m < 0 || m >= nextCount) {
          continue;
        }
        entered[m] = true;
        if (allowed[next + m]) {
          if (ways == wayLink.length) {
            wayLink = Arrays.copyOf(wayLink, ways * 2);
            wayTarget = Arrays.copyOf(wayTarget, ways * 2);
          }
          wayLink[ways] = l;
          wayTarget[ways++] = next + m;
        }
      }
    }
    wayStart[count] = ways;
  }

  /** Adds to a lane what lies behind its best link. */
  private void goOn(int slot, int j, double bestLength, double connected) {
    int bestNext = -1;
    for (int w = wayStart[j]; w < wayStart[j + 1]; w++) {
      int target = wayTarget[w];
      if (bestNext < 0
          || reachM[target] > reachM[bestNext]
          || (reachM[target] == reachM[bestNext]
              && Math.abs(offset[target]) < Math.abs(offset[bestNext]))) {
        bestNext = target;
        link[slot] = wayLink[w];
      }
    }
    if (bestNext < 0 || !goesOn[slot]) {
      goesOn[slot] = false;
      return;
    }
    boolean asGoodAsBest = reachM[bestNext] == connected && Math.abs(offset[bestNext]) < 2;
    reachM[slot] += asGoodAsBest ? bestLength : reachM[bestNext];
    offset[slot] = offset[bestNext];
    goesOn[slot] = goesOn[bestNext] || reachM[bestNext] > 0;
  }

  private int compare(int slot, int best) {
    if (reachM[slot] != reachM[best]) {
      return reachM[slot] > reachM[best] ? 1 : -1;
    }
    int away = Math.abs(offset[best]) - Math.abs(offset[slot]);
    return away != 0 ? away : priority(slot) - priority(best);
  }

  /** Right of way at the end of a lane as built: 1 with, 0 without, -1 where it does not go on. */
  private int priority(int slot) {
    if (link[slot] < 0 || !goesOn[slot]) {
      return -1;
    }
    boolean ruled = roads.tables.linkSignal[link[slot]] >= 0;
    return ruled || RightOfWay.hasPriority(roads.tables.linkState[link[slot]]) ? 1 : 0;
  }

  /** Lanes from which a lane that the vehicle may not use bars the way to the best one. */
  private void barUnreachable(int place, boolean onlyEnding) {
    int first = start[place];
    int count = start[place + 1] - first;
    int firstLane = roads.tables.firstLane[edges[from + place]];
    boolean rightBarred = false;
    int leftBarred = -1;
    for (int j = 0; j < count; j++) {
      if (offset[first + j] < 0
          && (rightBarred || !roads.tables.allows(firstLane + j - 1, vehicleClass))) {
        rightBarred = true;
        bar(first + j, onlyEnding);
      } else if (offset[first + j] > 0 && !roads.tables.allows(firstLane + j + 1, vehicleClass)) {
        leftBarred = j;
      }
    }
    for (int j = leftBarred; j >= 0; j--) {
      bar(first + j, onlyEnding);
    }
  }

  private void bar(int slot, boolean onlyEnding) {
    if (!onlyEnding || reachM[slot] == ownM[slot]) {
      reachM[slot] = 0;
    }
  }
}
