package io.testroad.cli;

import picocli.CommandLine.Command;

/** The command {@code bench}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description =
        "Measures how fast traffic is simulated, what comes of it, and whether the models do what"
            + " they should.",
    subcommands = {BenchTrafficCommand.class, BenchModelsCommand.class},
    footer = {
      "",
      "Examples:",
      "  testroad bench traffic --network grid.net.xml --routes grid.rou.xml --steps 900",
      "  testroad bench traffic --sumo run.sumocfg --tripinfo trips.xml --format json",
      "  testroad bench models"
    })
final class BenchCommand {}
