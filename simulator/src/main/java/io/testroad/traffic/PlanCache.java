package io.testroad.traffic;

import io.testroad.demand.VehicleType;
import io.testroad.network.VehicleClass;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Plans by what they are worked out from: the roads ahead, the vehicle's class and its next halt.
 * Vehicles that go the same way share a plan. All are forgotten when lanes are closed or opened,
 * and when there are many more than vehicles; vehicles keep the ones they have.
 */
final class PlanCache {

  private static final double FASTEST_MPS = 70;
  private static final int FEW = 1 << 14;

  /** A plan and what it was worked out from, in a chain of those of the same place in the table. */
  private static final class Entry {
    final int hash;
    final int[] roads;
    final boolean toTheEnd;
    final VehicleClass vehicleClass;
    final PlanHalt halt;
    final RoutePlan plan;
    final @Nullable Entry next;

    Entry(
        int hash,
        int[] roads,
        boolean toTheEnd,
        VehicleClass vehicleClass,
        PlanHalt halt,
        RoutePlan plan,
        @Nullable Entry next) {
      this.hash = hash;
      this.roads = roads;
      this.toTheEnd = toTheEnd;
      this.vehicleClass = vehicleClass;
      this.halt = halt;
      this.plan = plan;
      this.next = next;
    }

    boolean is(
        int otherHash,
        int[] route,
        int at,
        int places,
        VehicleClass otherClass,
        PlanHalt otherHalt) {
      return hash == otherHash
          && vehicleClass == otherClass
          && toTheEnd == (at + places == route.length)
          && roads.length == places
          && leadAlong(route, at)
          && halt.equals(otherHalt);
    }

    private boolean leadAlong(int[] route, int at) {
      for (int i = 0; i < roads.length; i++) {
        if (roads[i] != route[at + i]) {
          return false;
        }
      }
      return true;
    }
  }

  private final RoadState roads;
  private final double dt;
  private final PlanBuilder builder;
  private @Nullable Entry[] table = new Entry[FEW];
  private int size;
  private int version;
  private @Nullable VehicleType askedOf;
  private double brakeOfAskedM;

  PlanCache(RoadState roads, double dt) {
    this.roads = roads;
    this.dt = dt;
    builder = new PlanBuilder(roads);
  }

  /**
   * The plan of a vehicle.
   *
   * @param route edges
   * @param at the place on the route from which on
   * @param halt where it stops next
   * @param type of the vehicle
   */
  RoutePlan of(int[] route, int at, PlanHalt halt, VehicleType type) {
    if (version != roads.version) {
      version = roads.version;
      clear();
    }
    int places = builder.placesAhead(route, at, brakeM(type), halt);
    boolean halts = halt.place() >= at && halt.place() < at + places;
    PlanHalt ahead = halts ? halt.from(at) : PlanHalt.NONE;
    VehicleClass vehicleClass = type.vehicleClass();
    int hash = vehicleClass.ordinal() + 31 * ahead.lane();
    for (int i = at; i < at + places; i++) {
      hash = hash * 0x9E3779B1 + route[i];
    }
    hash ^= hash >>> 15;
    int slot = hash & (table.length - 1);
    for (@Nullable Entry entry = table[slot]; entry != null; entry = entry.next) {
      if (entry.is(hash, route, at, places, vehicleClass, ahead)) {
        return entry.plan;
      }
    }
    RoutePlan plan = builder.workOut(route, at, places, vehicleClass, halt);
    int[] window = Arrays.copyOfRange(route, at, at + places);
    boolean toTheEnd = at + places == route.length;
    table[slot] = new Entry(hash, window, toTheEnd, vehicleClass, ahead, plan, table[slot]);
    size++;
    return plan;
  }

  /** The longest way that vehicles of a type may need to brake, m; mostly the one asked of last. */
  @SuppressWarnings("ReferenceEquality") // of two equal types the second is only asked again
  private double brakeM(VehicleType type) {
    if (type != askedOf) {
      askedOf = type;
      double top = Math.min(type.maxSpeedMps(), FASTEST_MPS);
      brakeOfAskedM =
          Krauss.brakeGap(top, type.decelMps2(), type.tauS(), dt) + top * dt + type.minGapM();
    }
    return brakeOfAskedM;
  }

  /** Forgets all plans when there are too many for so many vehicles. */
  void trim(int vehicles) {
    if (size > FEW + 2 * vehicles) {
      clear();
      int fitting = Integer.highestOneBit(FEW + 2 * vehicles);
      table = table.length == fitting ? table : new Entry[fitting];
    }
  }

  private void clear() {
    Arrays.fill(table, null);
    size = 0;
  }
}
