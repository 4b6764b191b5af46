package io.testroad.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * Builds the fixed-time program of a signal.
 *
 * <p>Roads that come towards each other have green together, one axis after the other. Where an
 * axis has lanes for left turns alone, these have green twice: yielding with the axis, and
 * protected after it. Green is followed by yellow, an axis by red for all.
 *
 * <p>Source of the length of yellow: FGSV, "Richtlinien für Lichtsignalanlagen" (RiLSA), 2015.
 */
final class SignalPlan {

  static final long THROUGH_MS = 30_000;
  static final long MAJOR_THROUGH_MS = 40_000;
  static final long LEFT_MS = 12_000;
  static final long SHORTEST_YELLOW_S = 3;
  static final long ALL_RED_MS = 2_000;

  private static final double OPPOSITE_RAD = Math.PI * 3 / 4;

  private final DraftNode node;
  private final List<Signal.Phase> phases = new ArrayList<>();

  private SignalPlan(DraftNode node) {
    this.node = node;
  }

  /** The signal of a node whose right of way is ruled; its places are the requests. */
  static Signal of(DraftNode node, int index) {
    SignalPlan plan = new SignalPlan(node);
    plan.addPhases();
    Signal.Program program =
        new Signal.Program("0", "static", node.plain.signalOffsetMs(), plan.phases);
    return new Signal(index, node.plain.id(), node.turns.size(), List.of(program));
  }

  private void addPhases() {
    List<List<DraftRoad>> axes = axes();
    CitySignalTimes city = node.isCitySignal() ? CitySignalTimes.of(axes) : null;
    int top = axes.stream().mapToInt(SignalPlan::priority).max().orElse(0);
    for (List<DraftRoad> axis : axes) {
      boolean major = priority(axis) == top;
      BitSet through = select(turn -> axis.contains(turn.from));
      BitSet left = new BitSet();
      if (axis.size() > 1) {
        left = select(turn -> axis.contains(turn.from) && hasOwnLeftLane(turn));
      }
      boolean goesOn = left.isEmpty() && axes.size() == 1;
      long throughMs = major ? MAJOR_THROUGH_MS : THROUGH_MS;
      addGreen(through, left, city == null ? throughMs : city.throughMs(axis), goesOn);
      if (!left.isEmpty()) {
        addGreen(left, new BitSet(), city == null ? LEFT_MS : city.leftMs(), false);
      }
      if (!goesOn) {
        add(ALL_RED_MS, new BitSet(), new BitSet(), new BitSet());
      }
    }
  }

  /** Green, and yellow for those whose green does not go on. */
  private void addGreen(BitSet green, BitSet next, long durationMs, boolean goesOn) {
    BitSet ending = (BitSet) green.clone();
    ending.andNot(next);
    add(durationMs, green, green, new BitSet());
    if (!goesOn) {
      add(yellowMs(ending), green, green, ending);
    }
  }

  /** Yellow by the highest limit of those who must stop: 3 s up to 50 km/h, 4 s at 60, … */
  private long yellowMs(BitSet ending) {
    if (node.isCitySignal()) {
      return CitySignalTimes.YELLOW_MS;
    }
    double highestMps =
        ending.stream().mapToDouble(i -> node.turns.get(i).from.plain.speedMps()).max().orElse(0);
    return 1000 * Math.max(SHORTEST_YELLOW_S, Math.round(highestMps * 3.6 / 10) - 2);
  }

  private void add(long durationMs, BitSet green, BitSet moving, BitSet yellow) {
    StringBuilder state = new StringBuilder();
    for (DraftTurn turn : node.turns) {
      if (yellow.get(turn.request)) {
        state.append('y');
      } else if (green.get(turn.request)) {
        state.append(turn.response.intersects(moving) ? 'g' : 'G');
      } else {
        state.append('r');
      }
    }
    phases.add(new Signal.Phase(durationMs, durationMs, durationMs, state.toString()));
  }

  private BitSet select(Predicate<DraftTurn> wanted) {
    BitSet selected = new BitSet();
    node.turns.stream().filter(wanted).forEach(turn -> selected.set(turn.request));
    return selected;
  }

  /** Whether from a turn's lane all ways turn left, while others of its road do not. */
  static boolean hasOwnLeftLane(DraftTurn turn) {
    return turn.from.turns.stream().anyMatch(other -> !other.isLeft())
        && turn.from.turns.stream()
            .filter(other -> other.fromLane == turn.fromLane)
            .allMatch(DraftTurn::isLeft);
  }

  private static int priority(List<DraftRoad> axis) {
    return axis.stream().mapToInt(road -> road.plain.priority()).max().orElse(0);
  }

  /** The roads that arrive, those that come towards each other together. */
  private List<List<DraftRoad>> axes() {
    List<List<DraftRoad>> axes = new ArrayList<>();
    List<DraftRoad> rest = new ArrayList<>(node.incoming);
    rest.removeIf(road -> road.turns.isEmpty());
    while (!rest.isEmpty()) {
      DraftRoad road = rest.remove(0);
      DraftRoad facing = null;
      double best = OPPOSITE_RAD;
      for (DraftRoad other : rest) {
        double between = Math.abs(Polyline.wrap(DraftNode.origin(other) - DraftNode.origin(road)));
        if (between >= best) {
          best = between;
          facing = other;
        }
      }
      rest.remove(facing);
      axes.add(facing == null ? List.of(road) : List.of(road, facing));
    }
    return axes;
  }
}
