package io.testroad.demand;

import io.testroad.finding.Findings;
import io.testroad.network.Edge;
import io.testroad.network.Network;
import io.testroad.network.XmlElement;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Edges as attributes name them. */
final class EdgeText {

  private final Network network;
  private final Findings findings;

  EdgeText(Network network, Findings findings) {
    this.network = network;
    this.findings = findings;
  }

  /** The index of an edge that an attribute names; -1, with an error, when there is none. */
  int readOne(XmlElement element, String attribute) {
    return find(element, element.requireText(attribute).strip());
  }

  /**
   * The indices of the edges that an attribute lists, which may be missing. Each edge that isn't
   * there is recorded as an error and left out.
   */
  int[] readList(XmlElement element, String attribute) {
    String text = element.text(attribute, "");
    int[] edges = new int[8];
    int size = 0;
    int i = 0;
    while (i < text.length()) {
      int end = i;
      while (end < text.length() && text.charAt(end) > ' ') {
        end++;
      }
      int edge = end > i ? find(element, text.substring(i, end)) : -1;
      if (edge >= 0) {
        edges = size == edges.length ? Arrays.copyOf(edges, 2 * size) : edges;
        edges[size++] = edge;
      }
      i = end + 1;
    }
    return Arrays.copyOf(edges, size);
  }

  private int find(XmlElement element, String id) {
    OptionalInt index = network.findEdge(id);
    if (index.isPresent() && network.edges().get(index.getAsInt()).isRoad()) {
      return index.getAsInt();
    }
    if (index.isPresent()) {
      element.fault(
          "not-a-road", "The edge '" + id + "' is the inside of a junction.", "Leave it out.");
    } else if (!id.isEmpty()) {
      element.fault("unknown-edge", "The network has no edge '" + id + "'.", remedy(id));
    }
    return -1;
  }

  private String remedy(String id) {
    // Looking for the nearest of all edges is dear; findings beyond the limit aren't shown.
    List<String> known =
        findings.errors() > Findings.LIMIT
            ? List.of()
            : network.edges().stream().filter(Edge::isRoad).map(Edge::id).toList();
    return Findings.nearest(id, known)
        .map(near -> "Did you mean '" + near + "'?")
        .orElse("Check that the file belongs to this network.");
  }
}
