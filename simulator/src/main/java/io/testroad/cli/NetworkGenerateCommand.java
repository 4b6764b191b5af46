package io.testroad.cli;

import picocli.CommandLine.Command;

/** The command {@code network generate}. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description = "Makes a road network that SUMO can load too. Equal options make equal files.",
    subcommands = {
      GridGenerator.class,
      RingGenerator.class,
      CorridorGenerator.class,
      DistrictGenerator.class,
      ZoneGenerator.class
    },
    footer = {
      "",
      "Examples:",
      "  testroad network generate grid --columns 5 --rows 4 --out grid.net.xml",
      "  testroad network generate ring --length '230 m' --out ring.net.xml",
      "  testroad network generate corridor --crossings 6 --out corridor.net.xml",
      "  testroad network generate district --size 8 --seed 3 --out district.net.xml.gz",
      "  testroad network generate zone --road-km 3800 --area-km2 3000 --out city.net.xml.gz"
    })
final class NetworkGenerateCommand {}
