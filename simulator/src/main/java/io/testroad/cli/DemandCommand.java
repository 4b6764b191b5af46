package io.testroad.cli;

import picocli.CommandLine.Command;

/** The command {@code demand}. */
@Command(
    name = "demand",
    mixinStandardHelpOptions = true,
    description = "Makes traffic for road networks.",
    subcommands = {DemandGenerateCommand.class},
    footer = {
      "",
      "Example:",
      "  testroad demand generate --network city.net.xml.gz --vehicles 20000 --out city.rou.xml.gz"
    })
final class DemandCommand {}
