package io.testroad.incident;

import io.testroad.network.EdgeCosts;
import io.testroad.network.Network;
import io.testroad.network.RoadGraph;
import io.testroad.protocol.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Chooses the units that are sent to an incident, by what the centre knows of them. Pure but for
 * arrays it reuses: not thread-safe.
 *
 * <p>What is sent to an incident of some priority is there no later than what would be sent were
 * its priority lower. Of units that are equal in what the rule looks at, the one that comes first
 * in the list of units is sent.
 *
 * <p>Source: the rules' list and rings, facts on dispatch policies (as reported; that rings are
 * asked in turn, priorities, reserve and calling away are assumptions).
 */
public final class Dispatch {

  private static final int LEAST_PRIORITY = 4;
  private static final int NAMED = 5;
  private static final int[] RINGS_MIN = {1, 3, 5};
  private static final Comparator<Approach> SOONEST =
      Comparator.comparingDouble(Approach::arrivalS).thenComparingInt(Approach::order);
  private static final Comparator<Approach> SHORTEST =
      Comparator.comparingDouble(Approach::distanceM).thenComparingInt(Approach::order);

  private final DispatchSpec spec;
  private final Network network;
  private final Approaches approaches;

  /** Choices as a spec says, on a network. */
  public Dispatch(DispatchSpec spec, Network network, RoadGraph graph) {
    this.spec = spec;
    this.network = network;
    approaches = new Approaches(spec, network, graph);
  }

  /**
   * The units for a call, at most as many as it wants; none when none is to be had.
   *
   * @param units all units of the centre, in its order
   * @param costs the travel times the centre knows
   */
  public List<DispatchChoice> choose(DispatchCall call, List<UnitView> units, EdgeCosts costs) {
    return chooseAll(List.of(call), units, costs);
  }

  /**
   * The units for several calls from the same place; none is chosen twice. Earlier calls choose
   * first.
   *
   * @throws IllegalArgumentException when the calls are from different places or of different
   *     priorities
   */
  public List<DispatchChoice> chooseAll(
      List<DispatchCall> calls, List<UnitView> units, EdgeCosts costs) {
    if (calls.isEmpty()) {
      return List.of();
    }
    DispatchCall first = calls.get(0);
    for (DispatchCall call : calls) {
      if (!call.road().equals(first.road())
          || call.positionM() != first.positionM()
          || call.priority() != first.priority()) {
        throw new IllegalArgumentException("calls from different incidents: " + calls);
      }
    }
    List<Approach> left = new ArrayList<>(approaches.find(calls, units, costs));
    List<UnitView> leftUnits = new ArrayList<>(units);
    List<DispatchChoice> choices = new ArrayList<>();
    for (DispatchCall call : calls) {
      for (int i = 0; i < call.count(); i++) {
        Optional<Approach> picked = pick(call, left, leftUnits);
        if (picked.isEmpty()) {
          break;
        }
        choices.add(choice(call, picked.get(), left, leftUnits));
        left.remove(picked.get());
        leftUnits.remove(picked.get().unit());
      }
    }
    return choices;
  }

  /** The soonest of what an incident of this or any lower priority would be sent. */
  private Optional<Approach> pick(DispatchCall call, List<Approach> left, List<UnitView> units) {
    List<Approach> able = left.stream().filter(each -> call.takes(each.unit().kind())).toList();
    long free = units.stream().filter(unit -> unit.isFree() && call.takes(unit.kind())).count();
    Optional<Approach> best = Optional.empty();
    for (int priority = LEAST_PRIORITY; priority >= call.priority(); priority--) {
      boolean heldBack = priority > 1 && free <= spec.reserve();
      Optional<Approach> other = pick(call.task(), priority, able, heldBack);
      if (best.isEmpty() || (other.isPresent() && isSooner(other.get(), best.get()))) {
        best = other;
      }
    }
    return best;
  }

  private static boolean isSooner(Approach one, Approach other) {
    return one.arrivalS() < other.arrivalS();
  }

  private Optional<Approach> pick(Task task, int priority, List<Approach> able, boolean heldBack) {
    Optional<Approach> picked =
        heldBack
            ? Optional.empty()
            : byRule(task, able.stream().filter(each -> each.unit().isFree()).toList());
    if (spec.preEmptionGain().isEmpty()) {
      return picked;
    }
    double gainS = spec.preEmptionGain().get().toMillis() / 1000.0;
    double before = picked.map(Approach::arrivalS).orElse(Double.POSITIVE_INFINITY) - gainS;
    return able.stream()
        .filter(each -> each.unit().isUnderWayToLess(priority) && each.arrivalS() <= before)
        .min(SOONEST)
        .or(() -> picked);
  }

  private Optional<Approach> byRule(Task task, List<Approach> free) {
    if (spec.droneFirst() && task == Task.OBSERVE) {
      Optional<Approach> drone =
          free.stream().filter(each -> each.unit().kind().flies()).min(SOONEST);
      if (drone.isPresent()) {
        return drone;
      }
    }
    return switch (spec.rule()) {
      case NEAREST_TIME -> free.stream().min(SOONEST);
      case NEAREST_DISTANCE -> free.stream().min(SHORTEST);
      case RING -> byRing(free);
    };
  }

  private static Optional<Approach> byRing(List<Approach> free) {
    for (int minutes : RINGS_MIN) {
      Optional<Approach> ring =
          free.stream()
              .filter(each -> each.unit().ringMin() == minutes && each.arrivalS() <= 60 * minutes)
              .min(SOONEST);
      if (ring.isPresent()) {
        return ring;
      }
    }
    return free.stream().min(SOONEST);
  }

  /** Within how many seconds the units of the widest ring should be there. */
  static double widestRingS() {
    return Duration.ofMinutes(RINGS_MIN[RINGS_MIN.length - 1]).toSeconds();
  }

  private DispatchChoice choice(
      DispatchCall call, Approach picked, List<Approach> left, List<UnitView> units) {
    List<String> roads =
        Arrays.stream(picked.way()).mapToObj(edge -> network.edges().get(edge).id()).toList();
    return new DispatchChoice(
        picked.unit(),
        call.task(),
        roads,
        picked.arrivalS(),
        picked.distanceM(),
        !picked.unit().isFree(),
        reason(call, picked, left, units));
  }

  private String reason(
      DispatchCall call, Approach picked, List<Approach> left, List<UnitView> units) {
    List<Approach> named =
        left.stream()
            .filter(
                each ->
                    !each.unit().name().equals(picked.unit().name())
                        && call.takes(each.unit().kind()))
            .sorted(spec.rule() == DispatchRule.NEAREST_DISTANCE ? SHORTEST : SOONEST)
            .limit(NAMED - 1)
            .toList();
    StringBuilder text = new StringBuilder(spec.rule().written()).append(": ").append(said(picked));
    named.forEach(each -> text.append("; ").append(said(each)));
    long free = units.stream().filter(unit -> isOther(unit, call, picked)).count();
    long told = named.stream().filter(each -> each.unit().isFree()).count();
    if (free > told) {
      text.append("; +").append(free - told);
    }
    return text.toString();
  }

  private static boolean isOther(UnitView unit, DispatchCall call, Approach picked) {
    return unit.isFree() && call.takes(unit.kind()) && !unit.name().equals(picked.unit().name());
  }

  private String said(Approach approach) {
    UnitView unit = approach.unit();
    String ring = spec.rule() == DispatchRule.RING ? " ring " + unit.ringMin() : "";
    String away = unit.isFree() ? "" : " called away from priority " + unit.priority();
    return String.format(
        Locale.ROOT,
        "%s %.0f s %.0f m%s%s",
        unit.name(),
        approach.arrivalS(),
        approach.distanceM(),
        ring,
        away);
  }
}
