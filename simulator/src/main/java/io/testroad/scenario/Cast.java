package io.testroad.scenario;

import io.testroad.engine.AgentId;
import io.testroad.network.VehicleClass;
import io.testroad.network.Zone;
import io.testroad.vehicle.OperatorSpec;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/**
 * Who and what a script can name besides roads and signals.
 *
 * @param zones the zones by name
 * @param icvClasses the ICVs by name, with their vehicle classes
 * @param fleets each fleet's vehicles, by its name
 * @param operators the fleets' operators, in order
 * @param centre the command centre
 * @param sensors the platform and the sensors, but checkpoints
 */
record Cast(
    SortedMap<String, Zone> zones,
    SortedMap<String, VehicleClass> icvClasses,
    SortedMap<String, List<String>> fleets,
    List<OperatorSpec> operators,
    AgentId centre,
    List<AgentId> sensors) {

  Cast {
    zones = Collections.unmodifiableSortedMap(zones);
    icvClasses = Collections.unmodifiableSortedMap(icvClasses);
    operators = List.copyOf(operators);
    fleets = Collections.unmodifiableSortedMap(fleets);
    sensors = List.copyOf(sensors);
  }

  /** Every ICV's agent, in order of name. */
  List<AgentId> icvs() {
    return icvClasses.keySet().stream().map(AgentId::vehicle).toList();
  }
}
