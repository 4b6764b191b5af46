package io.testroad.cli;

import picocli.CommandLine.Command;

/** The command {@code network}. */
@Command(
    name = "network",
    mixinStandardHelpOptions = true,
    description = "Shows and makes road networks.",
    subcommands = {NetworkInfoCommand.class, NetworkGenerateCommand.class},
    footer = {
      "",
      "Examples:",
      "  testroad network info scenarios/networks/district.net.xml",
      "  testroad network generate grid --columns 5 --rows 4 --out grid.net.xml"
    })
final class NetworkCommand {}
