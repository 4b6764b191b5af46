package io.testroad.cli;

import io.testroad.network.Network;
import io.testroad.network.RingNetwork;
import io.testroad.units.Dimension;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code network generate ring}. */
@Command(
    name = "ring",
    description = "A one-way circular road, on which stop-and-go waves are studied.",
    footer = {
      "",
      "Example:",
      "  testroad network generate ring --length '230 m' --out ring.net.xml"
    })
final class RingGenerator extends NetworkGenerator {
  @Option(
      names = "--length",
      paramLabel = "LENGTH",
      converter = Circumference.class,
      defaultValue = "230 m",
      description = "Circumference; ${DEFAULT-VALUE} unless told.")
  private double lengthM;

  @Option(
      names = "--segments",
      paramLabel = "N",
      converter = Segments.class,
      description = "Roads of which it is made, 20 m each at least; ${DEFAULT-VALUE} unless told.")
  private int segments = 4;

  @Option(
      names = "--lanes",
      paramLabel = "N",
      converter = Values.Lanes.class,
      description = "Lanes; ${DEFAULT-VALUE} unless told.")
  private int lanes = 1;

  @Option(
      names = "--speed",
      paramLabel = "SPEED",
      converter = Values.SpeedLimit.class,
      defaultValue = "30 km/h",
      description = "Speed limit; ${DEFAULT-VALUE} unless told.")
  private double speedMps;

  /** A ring's circumference. */
  static final class Circumference extends Values.Measure {
    Circumference() {
      super(Dimension.DISTANCE, 100, "100 m");
    }
  }

  /** Roads of a ring. */
  static final class Segments extends Values.Whole {
    Segments() {
      super(3, 10_000);
    }
  }

  @Override
  List<String> faults() {
    return lengthM / segments < 20
        ? List.of("Each of " + segments + " segments would be shorter than 20 m.")
        : List.of();
  }

  @Override
  Network generate() {
    return new RingNetwork(lengthM, segments, lanes, speedMps).generate();
  }
}
