package io.testroad.bench.models;

import io.testroad.network.Junction;
import io.testroad.network.Lane;
import io.testroad.network.Network;
import io.testroad.network.NetworkBuilder;
import io.testroad.network.PlainNode;
import io.testroad.network.PlainRoad;
import io.testroad.network.Shape;
import io.testroad.network.Signal;
import java.util.List;
import java.util.Map;

/** The small networks on which models are measured; only their vehicles bound the speed. */
final class Ways {

  private static final double NO_LIMIT_MPS = 60;
  private static final int BENDS = 24;
  private static final int FITTINGS = 6;

  private Ways() {}

  /** One road {@code road}, straight. */
  static Network straight(double lengthM, int lanes) {
    return noLimit(
        new NetworkBuilder()
            .add(PlainNode.of("w", 0, 0, Junction.Kind.DEAD_END))
            .add(PlainNode.of("e", lengthM, 0, Junction.Kind.DEAD_END))
            .add(PlainRoad.of("road", "w", "e", lanes, NO_LIMIT_MPS))
            .build());
  }

  /** Roads {@code in} and {@code out} with a signal {@code signal} of one direction between. */
  static Network signal(double inM, double outM, int lanes, Signal.Program... programs) {
    Network network =
        new NetworkBuilder()
            .add(PlainNode.of("w", -inM, 0, Junction.Kind.DEAD_END))
            .add(PlainNode.of("signal", 0, 0, Junction.Kind.TRAFFIC_LIGHT))
            .add(PlainNode.of("e", outM, 0, Junction.Kind.DEAD_END))
            .add(PlainRoad.of("in", "w", "signal", lanes, NO_LIMIT_MPS))
            .add(PlainRoad.of("out", "signal", "e", lanes, NO_LIMIT_MPS))
            .build();
    return noLimit(network.withPrograms(Map.of("signal", List.of(programs))));
  }

  /** A phase that shows a signal of one direction and a number of lanes one letter. */
  static Signal.Phase phase(double seconds, char letter, int lanes) {
    long ms = Math.round(seconds * 1000);
    return new Signal.Phase(ms, ms, ms, String.valueOf(letter).repeat(lanes));
  }

  static Signal.Program program(String id, Signal.Phase... phases) {
    return new Signal.Program(id, "static", 0, List.of(phases));
  }

  /**
   * A ring of one lane in two halves, {@code ring-0} and {@code ring-1}, whose circumference is as
   * wished to the centimetre.
   */
  static Network ring(double lengthM) {
    double nominal = lengthM;
    Network network = halves(nominal);
    for (int i = 0; i < FITTINGS; i++) {
      nominal += lengthM - Line.around(network).lengthM();
      network = halves(nominal);
    }
    return noLimit(network);
  }

  private static Network halves(double lengthM) {
    double radius = lengthM / (2 * Math.PI);
    return new NetworkBuilder()
        .add(PlainNode.of("east", radius, 0, Junction.Kind.PRIORITY))
        .add(PlainNode.of("west", -radius, 0, Junction.Kind.PRIORITY))
        .add(half("ring-0", "east", "west", radius, 0))
        .add(half("ring-1", "west", "east", radius, Math.PI))
        .build();
  }

  private static PlainRoad half(String id, String from, String to, double radius, double start) {
    double[] x = new double[BENDS];
    double[] y = new double[BENDS];
    for (int i = 0; i < BENDS; i++) {
      double angle = start + Math.PI * (i + 1) / (BENDS + 1);
      x[i] = radius * StrictMath.cos(angle);
      y[i] = radius * StrictMath.sin(angle);
    }
    return PlainRoad.of(id, from, to, 1, NO_LIMIT_MPS).withBends(new Shape(x, y));
  }

  /** The network without limits of speed, in curves neither. */
  static Network noLimit(Network network) {
    return Network.of(
        network.edges(),
        network.lanes().stream().map(Ways::noLimit).toList(),
        network.junctions(),
        network.links(),
        network.signals(),
        network.roundabouts(),
        network.location());
  }

  private static Lane noLimit(Lane lane) {
    return new Lane(
        lane.index(),
        lane.id(),
        lane.edge(),
        lane.indexOnEdge(),
        lane.lengthM(),
        NO_LIMIT_MPS,
        lane.widthM(),
        lane.permissions(),
        lane.changeLeft(),
        lane.changeRight(),
        lane.shape());
  }
}
