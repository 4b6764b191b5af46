package io.testroad.cli;

import io.testroad.network.CorridorNetwork;
import io.testroad.network.Network;
import io.testroad.units.Dimension;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code network generate corridor}. */
@Command(
    name = "corridor",
    description = "A straight arterial with crossings and a green wave eastwards.",
    footer = {
      "",
      "Example:",
      "  testroad network generate corridor --crossings 6 --out corridor.net.xml"
    })
final class CorridorGenerator extends NetworkGenerator {
  @Option(
      names = "--crossings",
      paramLabel = "N",
      converter = Crossings.class,
      description = "Number of crossings; ${DEFAULT-VALUE} unless told.")
  private int crossings = 5;

  @Option(
      names = "--spacing",
      paramLabel = "LENGTH",
      converter = Spacing.class,
      defaultValue = "400 m",
      description = "Between crossings; ${DEFAULT-VALUE} unless told.")
  private double spacingM;

  @Option(
      names = "--side",
      paramLabel = "LENGTH",
      converter = Spacing.class,
      defaultValue = "200 m",
      description = "Length of the crossing roads a side; ${DEFAULT-VALUE} unless told.")
  private double sideM;

  @Option(
      names = "--lanes",
      paramLabel = "N",
      converter = Values.Lanes.class,
      description = "Lanes of the arterial a direction; ${DEFAULT-VALUE} unless told.")
  private int lanes = 3;

  @Option(
      names = "--cross-lanes",
      paramLabel = "N",
      converter = Values.Lanes.class,
      description = "Lanes of the crossing roads a direction; ${DEFAULT-VALUE} unless told.")
  private int crossLanes = 2;

  @Option(
      names = "--speed",
      paramLabel = "SPEED",
      converter = Values.SpeedLimit.class,
      defaultValue = "60 km/h",
      description = "The arterial's speed limit; ${DEFAULT-VALUE} unless told.")
  private double speedMps;

  @Option(
      names = "--cross-speed",
      paramLabel = "SPEED",
      converter = Values.SpeedLimit.class,
      defaultValue = "40 km/h",
      description = "The crossing roads' speed limit; ${DEFAULT-VALUE} unless told.")
  private double crossSpeedMps;

  @Option(names = "--no-signals", description = "The arterial has priority instead.")
  private boolean withoutSignals;

  /** Crossings of a corridor. */
  static final class Crossings extends Values.Whole {
    Crossings() {
      super(1, 10_000);
    }
  }

  /** Between crossings. */
  static final class Spacing extends Values.Measure {
    Spacing() {
      super(Dimension.DISTANCE, 60, "60 m");
    }
  }

  @Override
  Network generate() {
    return new CorridorNetwork(
            crossings, spacingM, lanes, crossLanes, sideM, speedMps, crossSpeedMps, !withoutSignals)
        .generate();
  }
}
