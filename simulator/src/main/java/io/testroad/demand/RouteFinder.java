package io.testroad.demand;

import io.testroad.network.VehicleClass;
import java.util.Optional;

/** Finds routes for those whose file names only where they come from and where they go. */
@FunctionalInterface
public interface RouteFinder {

  /**
   * The route from one edge to another, both included, connected for a vehicle class.
   *
   * @param fromEdge edge index
   * @param toEdge edge index
   * @return edge indices; empty when there is no way
   */
  Optional<int[]> find(int fromEdge, int toEdge, VehicleClass vehicleClass);
}
