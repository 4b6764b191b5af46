package io.testroad.cli;

import io.testroad.network.DistrictNetwork;
import io.testroad.network.Network;
import io.testroad.units.Dimension;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code network generate district}. */
@Command(
    name = "district",
    description =
        "A city's economic zone: ring road, arterials, collectors, local streets, a roundabout"
            + " and a river with a bridge.",
    footer = {
      "",
      "Example:",
      "  testroad network generate district --size 8 --seed 3 --out district.net.xml.gz"
    })
final class DistrictGenerator extends NetworkGenerator {
  @Option(
      names = "--size",
      paramLabel = "N",
      converter = Size.class,
      description = "Blocks a side; ${DEFAULT-VALUE} unless told.")
  private int size = 6;

  @Option(
      names = "--spacing",
      paramLabel = "LENGTH",
      converter = Spacing.class,
      defaultValue = "300 m",
      description = "Side of a block; ${DEFAULT-VALUE} unless told.")
  private double spacingM;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides how irregular crossings lie; ${DEFAULT-VALUE} unless told.")
  private long seed = 1;

  /** Blocks a side. */
  static final class Size extends Values.Whole {
    Size() {
      super(4, 60);
    }
  }

  /** Side of a block. */
  static final class Spacing extends Values.Measure {
    Spacing() {
      super(Dimension.DISTANCE, 150, "150 m");
    }
  }

  @Override
  List<String> faults() {
    return spacingM > 10_000 ? List.of("Blocks may have sides of 10 km at most.") : List.of();
  }

  @Override
  Network generate() {
    return new DistrictNetwork(size, spacingM).generate(seed);
  }
}
