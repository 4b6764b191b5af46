package io.testroad.traffic;

import io.testroad.demand.Demand;
import io.testroad.demand.Departure;
import io.testroad.demand.VehicleType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Every vehicle of a run: its dense number, its name and its type. Background departures come
 * first, in their order; vehicles of the scenario (ICVs, response units) follow and appear on the
 * road only when an agent inserts them.
 */
public final class VehicleRegister {

  /**
   * A vehicle that waits for its agent to put it on the road.
   *
   * @param name unique
   * @param type id of its vehicle type
   */
  public record Registered(String name, String type) {}

  private final List<String> names = new ArrayList<>();
  private int[] types = new int[64];
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<VehicleType> typeTable;

  private VehicleRegister(List<VehicleType> typeTable) {
    this.typeTable = typeTable;
  }

  /**
   * A register of a demand's departures and further vehicles.
   *
   * @throws IllegalArgumentException when a name comes twice or a type is unknown
   */
  public static VehicleRegister of(Demand demand, List<Registered> further) {
    VehicleRegister register = new VehicleRegister(demand.types());
    for (Departure departure : demand.departures()) {
      register.add(departure.vehicle(), departure.type());
    }
    for (Registered vehicle : further) {
      register.add(vehicle.name(), register.typeIndex(vehicle.type()));
    }
    return register;
  }

  private void add(String name, int type) {
    if (numbers.put(name, names.size()) != null) {
      throw new IllegalArgumentException("two vehicles named " + name);
    }
    types = GrowingList.with(types, names.size(), type);
    names.add(name);
  }

  /**
   * The index of a vehicle type.
   *
   * @throws IllegalArgumentException when there is none of that id
   */
  public int typeIndex(String id) {
    for (int i = 0; i < typeTable.size(); i++) {
      if (typeTable.get(i).id().equals(id)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no vehicle type " + id);
  }

  /** All vehicle types. */
  public List<VehicleType> types() {
    return typeTable;
  }

  /** How many vehicles there are. */
  public int size() {
    return names.size();
  }

  /** The name of a number. */
  public String name(int number) {
    return names.get(number);
  }

  /** The type's index of a number. */
  public int type(int number) {
    return types[number];
  }

  /** The number of a name. */
  public OptionalInt findNumber(String name) {
    Integer number = numbers.get(name);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
