package io.testroad.cli;

import picocli.CommandLine.Command;

/** The command {@code policy}. */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    description = "Shows, checks and compares policy packs, and tells which rules are exercised.",
    subcommands = {
      PolicyListCommand.class,
      PolicyShowCommand.class,
      PolicyLintCommand.class,
      PolicyCoverageCommand.class,
      PolicyDiffCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  testroad policy list --grade primary",
      "  testroad policy show scenarios/policies/cn-wuhan.yaml speed-limit --lang zh",
      "  testroad policy lint scenarios/policies/*.yaml --strict",
      "  testroad policy coverage scenarios",
      "  testroad policy diff scenarios/policies/cn-national.yaml scenarios/policies/cn-wuhan.yaml"
    })
final class PolicyCommand {}
