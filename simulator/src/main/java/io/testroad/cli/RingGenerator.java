package io.testroad.cli;

import io.testroad.network.Network;
import io.testroad.network.RingNetwork;
import io.testroad.units.Dimension;
import java.util.ArrayList;
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

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      defaultValue = "ring",
      description =
          "The roads' type; ${DEFAULT-VALUE} unless told. Where it contains 'motorway' or"
              + " 'expressway', the rules of expressways hold.")
  private String type = "ring";

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
    List<String> faults = new ArrayList<>();
    if (lengthM / segments < 20) {
      faults.add("Each of " + segments + " segments would be shorter than 20 m.");
    }
    if (!type.matches("[a-z][a-z0-9_.-]*")) {
      faults.add("A type is a word of lower-case letters, not '" + type + "'.");
    }
    return faults;
  }

  @Override
  Network generate() {
    return new RingNetwork(lengthM, segments, lanes, speedMps, type).generate();
  }
}
