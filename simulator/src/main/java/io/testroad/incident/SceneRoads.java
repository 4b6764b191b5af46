package io.testroad.incident;

import java.util.List;
import java.util.Optional;

/** What scenes need to know of the roads they are on. Roads are named by their ids. */
public interface SceneRoads {

  /** How many lanes a road has. */
  int lanes(String road);

  /** How long it is, m. */
  double lengthM(String road);

  /** Its speed limit on the rightmost lane, m/s. */
  double speedLimitMps(String road);

  /** The road between the same junctions in the other direction, if there is one. */
  Optional<String> opposite(String road);

  /**
   * A road and those from which traffic comes onto it, nearest first.
   *
   * @param distanceM how far back from the road's beginning, m
   */
  List<String> upstream(String road, double distanceM);

  /**
   * The place so far back along the road and the widest roads that lead there; as far as they go.
   *
   * @param backM m, not negative
   */
  Spot back(String road, double positionM, double backM);
}
