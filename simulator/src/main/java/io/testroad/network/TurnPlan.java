package io.testroad.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which lanes lead to which over a junction.
 *
 * <p>Every lane leads somewhere; every road that leaves is reached from every road that arrives,
 * save back to where it came from, which is open at dead ends only; ways of one road never cross.
 */
final class TurnPlan {

  /** Up to this angle a turn goes straight on, rad. */
  private static final double STRAIGHT_RAD = Math.PI / 4;

  /** From so many lanes on the leftmost is for turning left alone. */
  private static final int OWN_LEFT_LANE = 3;

  /** The same at signals in cities. */
  private static final int OWN_LEFT_LANE_IN_CITIES = 2;

  /** From so many lanes on the rightmost is for turning right alone. */
  private static final int OWN_RIGHT_LANE = 4;

  private TurnPlan() {}

  /** A road that leaves, and the lanes that lead to it. */
  private static final class Target {
    private final DraftRoad road;
    private final double angle;
    private int first;
    private int last;
    private Link.Direction direction = Link.Direction.STRAIGHT;

    private Target(DraftRoad road, double angle) {
      this.road = road;
      this.angle = angle;
    }

    private boolean isAhead() {
      return Math.abs(angle) <= STRAIGHT_RAD;
    }

    private int lanes() {
      return road.plain.lanes();
    }
  }

  /** Adds all turns of a node to its roads and to the node, in the order of requests. */
  static void plan(DraftNode node) {
    for (DraftRoad road : node.incoming) {
      List<Target> targets = targets(node, road);
      if (!targets.isEmpty()) {
        int main = main(targets);
        int ownLeftLane = node.isCitySignal() ? OWN_LEFT_LANE_IN_CITIES : OWN_LEFT_LANE;
        share(targets, main, road.plain.lanes(), ownLeftLane);
        name(targets, main, road);
        if (road.ways.isEmpty()) {
          connect(road, targets);
        } else {
          connectAsTold(road, targets);
        }
      }
      for (DraftTurn turn : road.turns) {
        turn.request = node.turns.size();
        node.turns.add(turn);
      }
    }
  }

  /** The roads to which a road leads, from right to left. */
  private static List<Target> targets(DraftNode node, DraftRoad road) {
    List<Target> targets = new ArrayList<>();
    Target back = null;
    for (DraftRoad next : node.outgoing) {
      if ((next.plain.permissions().mask() & road.plain.permissions().mask()) == 0) {
        continue;
      }
      if (next == road.partner) {
        back = new Target(next, Math.PI);
      } else {
        double angle = Polyline.wrap(next.startHeading() - road.endHeading());
        targets.add(new Target(next, angle));
      }
    }
    if (targets.isEmpty() && back != null) {
      targets.add(back);
    }
    targets.sort(Comparator.comparingDouble(target -> target.angle));
    return targets;
  }

  /** The target that goes straightest on, or else the widest one. */
  private static int main(List<Target> targets) {
    int best = 0;
    for (int i = 1; i < targets.size(); i++) {
      Target target = targets.get(i);
      Target before = targets.get(best);
      boolean straighter = Math.abs(target.angle) < Math.abs(before.angle);
      boolean wider = target.lanes() > before.lanes();
      if (before.isAhead() ? straighter : target.isAhead() || wider) {
        best = i;
      }
    }
    return best;
  }

  /** Shares the lanes among the targets: the main one gets the most. */
  private static void share(List<Target> targets, int main, int lanes, int ownLeftLane) {
    Target middle = targets.get(main);
    boolean rights = main > 0;
    boolean lefts = main < targets.size() - 1;
    int first = 0;
    int last = lanes - 1;
    boolean split = !middle.isAhead() && lanes > 1;
    if (lefts && last > first && (split || lanes >= ownLeftLane)) {
      last--;
    }
    if (rights && last > first && (split || lanes >= OWN_RIGHT_LANE)) {
      first++;
    }
    while (last - first + 1 > middle.lanes()) {
      if (rights && first < targets.get(main - 1).lanes()) {
        first++;
      } else if (lefts && lanes - 1 - last < targets.get(main + 1).lanes()) {
        last--;
      } else {
        break;
      }
    }
    middle.first = first;
    middle.last = last;
    for (int i = 0; i < main; i++) {
      targets.get(i).last = i == main - 1 ? Math.max(0, first - 1) : 0;
    }
    for (int i = main + 1; i < targets.size(); i++) {
      targets.get(i).first = i == main + 1 ? Math.min(lanes - 1, last + 1) : lanes - 1;
      targets.get(i).last = lanes - 1;
    }
  }

  private static void name(List<Target> targets, int main, DraftRoad road) {
    for (int i = 0; i < targets.size(); i++) {
      Target target = targets.get(i);
      boolean part = target.isAhead() && i != main;
      if (target.road == road.partner) {
        target.direction = Link.Direction.TURNAROUND;
      } else if (part) {
        target.direction = i < main ? Link.Direction.PART_RIGHT : Link.Direction.PART_LEFT;
      } else if (!target.isAhead()) {
        target.direction = target.angle < 0 ? Link.Direction.RIGHT : Link.Direction.LEFT;
      }
    }
  }

  private static void connect(DraftRoad road, List<Target> targets) {
    for (int lane = 0; lane < road.plain.lanes(); lane++) {
      for (Target target : targets) {
        if (lane >= target.first && lane <= target.last) {
          int to = toLane(target, lane);
          add(road, lane, target, to);
          boolean opens = targets.size() == 1 && target.isAhead() && lane == target.last;
          for (int more = to + 1; opens && more < target.lanes(); more++) {
            add(road, lane, target, more);
          }
        }
      }
    }
  }

  /** Makes the ways of {@link NetworkBuilder#add(PlainWay)}, from the right lane to the left. */
  private static void connectAsTold(DraftRoad road, List<Target> targets) {
    List<PlainWay> ways = new ArrayList<>(road.ways);
    ways.sort(Comparator.comparingInt(PlainWay::fromLane).thenComparingInt(PlainWay::toLane));
    for (PlainWay way : ways) {
      targets.stream()
          .filter(target -> target.road.plain.id().equals(way.to()))
          .forEach(target -> add(road, way.fromLane(), target, way.toLane()));
    }
  }

  private static void add(DraftRoad road, int lane, Target target, int toLane) {
    road.turns.add(new DraftTurn(road, lane, target.road, toLane, target.direction));
  }

  /** Right turns keep to the right, left turns to the left, ways ahead to their lane. */
  private static int toLane(Target target, int lane) {
    int top = target.lanes() - 1;
    if (target.isAhead()) {
      int count = target.last - target.first + 1;
      int base = Math.max(0, Math.min(target.first, target.lanes() - count));
      return Math.min(base + lane - target.first, top);
    }
    return target.angle < 0
        ? Math.min(lane - target.first, top)
        : Math.max(0, top - (target.last - lane));
  }
}
