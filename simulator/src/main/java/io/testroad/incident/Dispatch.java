package io.testroad.incident;

import io.testroad.network.Network;
import io.testroad.network.RoadGraph;
import io.testroad.network.Router;
import io.testroad.network.VehicleClass;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/** Chooses the unit that gets to an incident first. */
final class Dispatch {

  /**
   * A choice.
   *
   * @param unit the unit's name
   * @param way its way, edge indices
   * @param seconds how long it takes at free flow
   * @param reason what was weighed, for the record
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Choice(String unit, int[] way, double seconds, String reason) {}

  private final CentreSpec spec;
  private final Network network;
  private final RoadGraph graph;
  private final Router router;

  Dispatch(CentreSpec spec, Network network, RoadGraph graph) {
    this.spec = spec;
    this.network = network;
    this.graph = graph;
    router = new Router(graph);
  }

  /** The free unit of a capability that is nearest by time; ties go to the first in order. */
  Optional<Choice> choose(CentreState state, CentreState.Incident incident, String capability) {
    StringJoiner weighed = new StringJoiner(", ");
    Choice best = null;
    for (UnitSpec unit : spec.units()) {
      CentreState.Post post = state.units().get(unit.name());
      if (post == null || post.busy() || !unit.capability().equals(capability)) {
        continue;
      }
      Optional<int[]> way = way(post.road(), incident.road());
      double seconds = way.map(this::secondsOf).orElse(Double.POSITIVE_INFINITY);
      weighed.add(unit.name() + String.format(Locale.ROOT, " %.0f s", seconds));
      if (way.isPresent() && (best == null || seconds < best.seconds())) {
        best = new Choice(unit.name(), way.get(), seconds, "");
      }
    }
    return Optional.ofNullable(best)
        .map(b -> new Choice(b.unit(), b.way(), b.seconds(), "nearest by time: " + weighed));
  }

  private Optional<int[]> way(String from, String to) {
    int start = network.findEdge(from).orElseThrow();
    int end = network.findEdge(to).orElseThrow();
    return router.find(start, end, VehicleClass.EMERGENCY);
  }

  private double secondsOf(int[] way) {
    double seconds = 0;
    for (int i = 1; i < way.length; i++) {
      seconds += graph.turnSeconds(way[i - 1], way[i]) + graph.freeFlowSeconds(way[i]);
    }
    return seconds;
  }
}
