package io.testroad.cli;

import io.testroad.demand.SumoConfiguration;
import io.testroad.finding.Findings;
import io.testroad.incident.PlanReader;
import io.testroad.network.SumoNetworkReader;
import io.testroad.policy.PolicyReader;
import io.testroad.scenario.ScenarioReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The kinds of input that can be checked by themselves. */
enum InputKind {
  /** A scenario. */
  SCENARIO,
  /** A policy pack. */
  POLICY,
  /** A book of incident plans. */
  PLAN_BOOK,
  /** A road network in SUMO's format. */
  NETWORK,
  /** A SUMO configuration: that it is one, and that its files are there. */
  SUMO_CONFIGURATION;

  private static final int LOOK_AT_BYTES = 1 << 16;
  private static final Pattern POLICY_KEY = key("testroad-policy");
  private static final Pattern PLAN_KEY = key("testroad-plan");

  private static Pattern key(String name) {
    return Pattern.compile("^\\s*[{]?\\s*\"?" + name + "\"?\\s*:", Pattern.MULTILINE);
  }

  /** The kind of a file, by its suffix and, for YAML, by its first lines. */
  static InputKind of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".sumocfg")) {
      return SUMO_CONFIGURATION;
    }
    if (name.endsWith(".xml") || name.endsWith(".xml.gz")) {
      return NETWORK;
    }
    String beginning = beginning(file);
    if (PLAN_KEY.matcher(beginning).find()) {
      return PLAN_BOOK;
    }
    return POLICY_KEY.matcher(beginning).find() ? POLICY : SCENARIO;
  }

  private static String beginning(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(LOOK_AT_BYTES), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return ""; // The reader of scenarios says what is wrong.
    }
  }

  /** Reads a file and records all its faults. */
  void check(Path file, List<String> sets, Findings findings) {
    switch (this) {
      case SCENARIO -> ScenarioReader.read(file, sets, OptionalLong.empty(), findings);
      case POLICY -> PolicyReader.read(file, findings);
      case PLAN_BOOK -> PlanReader.read(file, findings);
      case NETWORK -> SumoNetworkReader.read(file, findings);
      case SUMO_CONFIGURATION -> SumoConfiguration.read(file, findings);
    }
  }

  /** The word for it in English. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ').replace("sumo", "SUMO");
  }
}
