package io.testroad.traffic;

import io.testroad.network.Junction;
import java.util.Arrays;

/**
 * Who minds whom where neither signs nor markings say so, as at junctions that a network calls
 * unregulated: all whose paths meet, and who comes first goes first. SUMO lets nobody give way
 * there, so that its vehicles collide; first come, first served is an assumption of ours.
 */
final class UnmarkedJunctions {

  private final RoadTables tables;

  UnmarkedJunctions(RoadTables tables) {
    this.tables = tables;
  }

  /** The links whose vehicles those of a link must mind beyond those that the network names. */
  int[] mindedBy(int link) {
    int[] found = {};
    if (tables.internal[tables.linkFrom[link]] || !isUnmarked(link)) {
      return found;
    }
    int lane = tables.linkNext[link];
    for (int depth = 0; lane >= 0 && tables.internal[lane] && depth < 10; depth++) {
      for (int k = 0; k < tables.crossLane[lane].length; k++) {
        int other = tables.movementOf[tables.crossLane[lane][k]];
        if (tables.crossKind[lane][k] != RoadTables.DIVERGES
            && other >= 0
            && concerns(other, link)
            && Arrays.stream(found).noneMatch(one -> one == other)) {
          found = Arrays.copyOf(found, found.length + 1);
          found[found.length - 1] = other;
        }
      }
      lane = tables.following(lane);
    }
    return found;
  }

  /** Whether a junction is one of these. */
  static boolean includes(Junction junction) {
    return junction.kind() == Junction.Kind.UNREGULATED
        || junction.kind() == Junction.Kind.TRAFFIC_LIGHT_UNREGULATED;
  }

  private boolean isUnmarked(int link) {
    int junction = tables.junctionOf[tables.linkFrom[link]];
    return includes(tables.network.junctions().get(junction));
  }

  private boolean concerns(int other, int link) {
    return tables.edgeOf[tables.linkFrom[other]] != tables.edgeOf[tables.linkFrom[link]]
        && !tables.yields(link, other)
        && !tables.yields(other, link);
  }
}
