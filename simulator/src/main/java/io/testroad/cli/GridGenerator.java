package io.testroad.cli;

import io.testroad.network.GridNetwork;
import io.testroad.network.Network;
import io.testroad.units.Dimension;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code network generate grid}. */
@Command(
    name = "grid",
    description = "A chequered grid of two-way streets.",
    footer = {
      "",
      "Example:",
      "  testroad network generate grid --columns 5 --rows 4 --spacing '150 m' --out grid.net.xml"
    })
final class GridGenerator extends NetworkGenerator {
  @Option(
      names = "--columns",
      paramLabel = "N",
      converter = Side.class,
      description = "Avenues; ${DEFAULT-VALUE} unless told.")
  private int columns = 4;

  @Option(
      names = "--rows",
      paramLabel = "N",
      converter = Side.class,
      description = "Streets; ${DEFAULT-VALUE} unless told.")
  private int rows = 4;

  @Option(
      names = "--spacing",
      paramLabel = "LENGTH",
      converter = Spacing.class,
      defaultValue = "200 m",
      description = "Between crossings; ${DEFAULT-VALUE} unless told.")
  private double spacingM;

  @Option(
      names = "--lanes",
      paramLabel = "N",
      converter = Values.Lanes.class,
      description = "Lanes a direction; ${DEFAULT-VALUE} unless told.")
  private int lanes = 2;

  @Option(
      names = "--speed",
      paramLabel = "SPEED",
      converter = Values.SpeedLimit.class,
      defaultValue = "50 km/h",
      description = "Speed limit; ${DEFAULT-VALUE} unless told.")
  private double speedMps;

  @Option(
      names = "--no-signals",
      negatable = false,
      description = "Streets have priority over avenues instead.")
  private boolean withoutSignals;

  /** Crossings a side; together no more than a grid may have. */
  static final class Side extends Values.Whole {
    Side() {
      super(2, 500);
    }
  }

  /** Between crossings. */
  static final class Spacing extends Values.Measure {
    Spacing() {
      super(Dimension.DISTANCE, 40, "40 m");
    }
  }

  @Override
  Network generate() {
    return new GridNetwork(columns, rows, spacingM, lanes, speedMps, !withoutSignals).generate();
  }
}
