package io.testroad.network;

import java.util.Map;

/** The test areas of a zone as text that a scenario's {@code zones} may hold. */
public final class ZoneAreas {

  private ZoneAreas() {}

  /** The areas in YAML; roads are named by patterns. */
  public static String yaml(ZoneNetwork.Zone zone) {
    StringBuilder text = new StringBuilder();
    text.append("# Test areas, to be copied into a scenario. Roads over the river are bridges.\n");
    text.append("zones:\n");
    for (Map.Entry<String, String> area : zone.areas().entrySet()) {
      add(text, area.getKey(), area.getValue(), area.getKey() + "-*");
    }
    Network network = zone.network();
    if (has(network, "ring-")) {
      add(text, "ring-roads", "Ring roads / 环线", "ring-*\", \"ramp-*");
    }
    add(text, "arterials", "Arterials / 主干路", "*-arterial-*\", \"*-bridge-*");
    return text.toString();
  }

  private static boolean has(Network network, String prefix) {
    return network.edges().stream().anyMatch(edge -> edge.id().startsWith(prefix));
  }

  private static void add(StringBuilder text, String name, String label, String roads) {
    text.append("  ").append(name).append(":\n");
    text.append("    label: \"").append(label).append("\"\n");
    text.append("    roads: [\"").append(roads).append("\"]\n");
  }
}
