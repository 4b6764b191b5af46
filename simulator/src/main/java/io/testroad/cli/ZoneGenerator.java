package io.testroad.cli;

import io.testroad.network.Network;
import io.testroad.network.ZoneAreas;
import io.testroad.network.ZoneNetwork;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code network generate zone}. */
@Command(
    name = "zone",
    description = {
      "A city-like network: ring roads with interchanges, arterials with signals, collectors, local"
          + " streets, roundabouts, a river with bridges, and test areas by name.",
      "Beside FILE.net.xml goes FILE.zones.yaml: the test areas as a scenario's zones."
    },
    footer = {
      "",
      "Lengths are along the middle of the road between junctions, each direction of a road",
      "counted once, as 'network info' counts them: a two-way street of 1 km has 2 km. The area is",
      "that of the rectangle around the network. Small zones have fewer than three ring roads.",
      "",
      "Examples:",
      "  testroad network generate zone --road-km 3800 --area-km2 3000 --out city.net.xml.gz",
      "  testroad network generate zone --road-km 60 --area-km2 20 --seed 3 --out town.net.xml",
      "  testroad demand generate --network town.net.xml --vehicles 2000 --out town.rou.xml"
    })
final class ZoneGenerator extends NetworkGenerator {

  private static final double AREA_A_ROAD_M = 790;

  @Option(
      names = "--road-km",
      paramLabel = "KM",
      converter = Values.Positive.class,
      description = "Length of road, each direction by itself; ${DEFAULT-VALUE} unless told.")
  private double roadKm = 400;

  @Option(
      names = "--area-km2",
      paramLabel = "KM2",
      converter = Values.Positive.class,
      description = "Area; 0.79 km² a km of road unless told, as 3,000 are for 3,800.")
  private Double areaKm2 = Double.NaN;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides all that is irregular; ${DEFAULT-VALUE} unless told.")
  private long seed = 1;

  private Optional<ZoneNetwork.Zone> zone = Optional.empty();

  /** Makes the zone too: only then it is known whether there is room for it. */
  @Override
  List<String> faults() {
    double roadM = 1000 * roadKm;
    double areaM2 = areaKm2.isNaN() ? AREA_A_ROAD_M * roadM : 1e6 * areaKm2;
    ZoneNetwork wanted = new ZoneNetwork(roadM, areaM2);
    List<String> faults = new ArrayList<>(wanted.faults());
    if (faults.isEmpty()) {
      zone = wanted.generate(seed);
      if (zone.isEmpty()) {
        faults.add(wanted.misfit());
      }
    }
    return faults;
  }

  @Override
  Network generate() {
    return zone.orElseThrow().network();
  }

  @Override
  Map<Path, byte[]> beside(Path out) {
    String name = out.toString().replaceAll("\\.net\\.xml(\\.gz)?$", "");
    String text = ZoneAreas.yaml(zone.orElseThrow());
    return Map.of(Path.of(name + ".zones.yaml"), text.getBytes(StandardCharsets.UTF_8));
  }
}
