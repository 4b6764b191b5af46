package io.testroad.network;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves the references of a network file and makes the network. */
final class NetworkAssembly {

  private static final int LONGEST_WAY_INSIDE = 16;

  /** After so many errors the nearest known id is no longer looked for, which takes long. */
  private static final int NEAREST_SHOWN = 20;

  private final RawNetwork raw;
  private final String file;
  private final Findings findings;
  private final List<Edge> edges = new ArrayList<>();
  private final List<Signal> signals = new ArrayList<>();
  private final Map<String, Integer> signalIndex = new HashMap<>();
  private final List<List<Integer>> incoming = new ArrayList<>();
  private final List<List<Integer>> inside = new ArrayList<>();

  NetworkAssembly(RawNetwork raw, String file, Findings findings) {
    this.raw = raw;
    this.file = file;
    this.findings = findings;
  }

  /** The network; empty when there were more errors than before. */
  Optional<Network> build(int errorsBefore) {
    resolveEdges();
    resolveSignals();
    resolveJunctionLanes();
    List<Ends> ends = resolveLinks();
    List<List<Integer>> roundabouts = resolveRoundabouts();
    if (findings.errors() > errorsBefore) {
      return Optional.empty();
    }
    List<Link> links = rule(ends);
    if (findings.errors() > errorsBefore) {
      return Optional.empty();
    }
    return Optional.of(
        Network.of(
            edges,
            raw.lanes,
            junctions(links),
            links,
            signals,
            roundabouts,
            raw.location,
            new Network.Lookup(
                raw.edgeIndex, raw.laneIndex, raw.junctionIndex, signalIndex, raw.lanes, links)));
  }

  private void resolveEdges() {
    for (RawNetwork.RawEdge edge : raw.edges) {
      int from = junction(edge.from(), "edge '" + edge.id() + "'", edge.place());
      int to =
          edge.to().equals(edge.from())
              ? from
              : junction(edge.to(), "edge '" + edge.id() + "'", edge.place());
      if (edge.laneCount() == 0) {
        error(
            "edge-without-lanes",
            edge.place(),
            "The edge '" + edge.id() + "' has no lanes.",
            "Give it a lane.");
      }
      edges.add(
          new Edge(
              edges.size(),
              edge.id(),
              edge.name(),
              edge.kind(),
              from,
              to,
              edge.priority(),
              edge.type(),
              edge.firstLane(),
              edge.laneCount()));
    }
  }

  private int junction(String id, String user, RawNetwork.Place place) {
    Integer index = raw.junctionIndex.get(id);
    if (index == null) {
      if (!id.isEmpty()) {
        dangling("junction", id, user, place, raw.junctionIndex);
      }
      return -1;
    }
    return index;
  }

  private void resolveSignals() {
    for (Map.Entry<String, List<Signal.Program>> entry : raw.programs.programs().entrySet()) {
      int count = entry.getValue().get(0).phases().get(0).state().length();
      signalIndex.put(entry.getKey(), signals.size());
      signals.add(new Signal(signals.size(), entry.getKey(), count, entry.getValue()));
    }
  }

  private void resolveJunctionLanes() {
    for (RawNetwork.RawJunction junction : raw.junctions) {
      incoming.add(lanes(junction.incomingLanes(), junction));
      inside.add(lanes(junction.internalLanes(), junction));
    }
  }

  private List<Integer> lanes(String text, RawNetwork.RawJunction junction) {
    List<Integer> found = new ArrayList<>();
    Words words = new Words(text);
    while (words.next()) {
      Integer lane = raw.laneIndex.get(words.word());
      if (lane != null) {
        found.add(lane);
      } else {
        String user = "junction '" + junction.id() + "'";
        dangling("lane", words.word(), user, junction.place(), raw.laneIndex);
      }
    }
    return found;
  }

  /** A link with its lanes resolved. */
  private record Ends(RawNetwork.RawLink link, int from, int to, int via, int signal) {}

  private List<Ends> resolveLinks() {
    List<Ends> all = new ArrayList<>(raw.links.size());
    for (RawNetwork.RawLink link : raw.links) {
      int from = lane(link.from(), link.fromLane(), link.place());
      int to = lane(link.to(), link.toLane(), link.place());
      int via = -1;
      if (!link.via().isEmpty()) {
        Integer lane = raw.laneIndex.get(link.via());
        if (lane == null) {
          dangling("lane", link.via(), "connection", link.place(), raw.laneIndex);
        } else {
          via = lane;
        }
      }
      int signal = signal(link);
      if (from >= 0 && to >= 0) {
        all.add(new Ends(link, from, to, via, signal));
      }
    }
    return all;
  }

  private int lane(String edgeId, int number, RawNetwork.Place place) {
    Integer index = raw.edgeIndex.get(edgeId);
    if (index == null) {
      dangling("edge", edgeId, "connection", place, raw.edgeIndex);
      return -1;
    }
    Edge edge = edges.get(index);
    if (number < 0 || number >= edge.laneCount()) {
      error(
          "unknown-reference",
          place,
          "The edge '" + edgeId + "' has no lane " + number + ".",
          "Its lanes are 0 to " + (edge.laneCount() - 1) + ".");
      return -1;
    }
    return edge.firstLane() + number;
  }

  private int signal(RawNetwork.RawLink link) {
    if (link.signal().isEmpty()) {
      return -1;
    }
    Integer signal = signalIndex.get(link.signal());
    if (signal == null) {
      if (isRail(link)) {
        raw.warnings.count(
            "rail-signal",
            new Position(file, link.place().line(), link.place().column()),
            "Signals and barriers of railways are left out: roads are open there, and trains go by"
                + " right of way",
            "");
        return -1;
      }
      if (!raw.signalsWithoutPhases.contains(link.signal())) {
        dangling("signal", link.signal(), "connection", link.place(), signalIndex);
      }
      return -1;
    }
    int count = signals.get(signal).linkCount();
    if (link.signalIndex() < 0 || link.signalIndex() >= count) {
      error(
          "unknown-reference",
          link.place(),
          "The signal '" + link.signal() + "' has no link " + link.signalIndex() + ".",
          "Its states have " + count + " letters.");
    }
    return signal;
  }

  /** Whether a link is ruled by a signal that SUMO makes by itself at a railway's junction. */
  private boolean isRail(RawNetwork.RawLink link) {
    Integer junction = raw.junctionIndex.get(link.signal());
    if (junction == null) {
      return false;
    }
    Junction.Kind kind = raw.junctions.get(junction).kind();
    return kind == Junction.Kind.RAIL_SIGNAL || kind == Junction.Kind.RAIL_CROSSING;
  }

  /** Finds for each link the junction and the row of its matrix that rule it. */
  private List<Link> rule(List<Ends> ends) {
    int[] onwards = new int[raw.lanes.size()];
    Arrays.fill(onwards, -1);
    for (int i = 0; i < ends.size(); i++) {
      int from = ends.get(i).from();
      if (onwards[from] < 0) {
        onwards[from] = ends.get(i).via();
      }
    }
    int[] row = rowsByInternalLane();
    int[] rowByOrder = rowsByOrder(ends);
    Map<Integer, Integer> waiting = waitingPlaces();
    List<Link> links = new ArrayList<>(ends.size());
    for (int i = 0; i < ends.size(); i++) {
      links.add(link(i, ends.get(i), onwards, row, rowByOrder[i], waiting));
    }
    return links;
  }

  private Link link(
      int index, Ends ends, int[] onwards, int[] row, int rowByOrder, Map<Integer, Integer> wait) {
    Edge from = edgeOf(ends.from());
    Edge to = edgeOf(ends.to());
    RawNetwork.RawLink link = ends.link();
    int junction = -1;
    int request = -1;
    if (isRuled(from, to)) {
      junction = from.to();
      request = requestIndex(ends, to, junction, onwards, row, rowByOrder);
    } else if (from.kind() == Edge.Kind.INTERNAL && ends.via() >= 0) {
      junction = wait.getOrDefault(ends.from(), -1);
    }
    return new Link(
        index,
        ends.from(),
        ends.to(),
        ends.via(),
        junction,
        request,
        ends.signal(),
        ends.signal() < 0 ? -1 : link.signalIndex(),
        link.direction(),
        link.state(),
        link.keepClear(),
        link.visibilityM(),
        link.permissions());
  }

  /** Whether a link has a row in the matrix of a junction: ways over roads and over crossings. */
  private static boolean isRuled(Edge from, Edge to) {
    return to.kind() == Edge.Kind.CROSSING
        || (from.isRoad() && to.kind() != Edge.Kind.WALKING_AREA);
  }

  private Edge edgeOf(int lane) {
    return edges.get(raw.lanes.get(lane).edge());
  }

  private int requestIndex(
      Ends ends, Edge to, int junction, int[] onwards, int[] row, int rowByOrder) {
    int rows = raw.junctions.get(junction).requests().size();
    if (rows == 0) {
      return -1;
    }
    int lane = to.kind() == Edge.Kind.CROSSING ? ends.to() : ends.via();
    for (int i = 0; i < LONGEST_WAY_INSIDE && lane >= 0; i++) {
      if (row[lane] >= 0) {
        return checked(row[lane], rows, ends);
      }
      lane = onwards[lane];
    }
    return checked(rowByOrder, rows, ends);
  }

  private int checked(int request, int rows, Ends ends) {
    if (request < rows) {
      return request;
    }
    error(
        "bad-request",
        ends.link().place(),
        "The connection is number "
            + request
            + " of its junction, which has "
            + rows
            + " requests.",
        "Give the junction one request a connection.");
    return -1;
  }

  /** For each lane its place among the internal lanes of its junction, or -1. */
  private int[] rowsByInternalLane() {
    int[] row = new int[raw.lanes.size()];
    Arrays.fill(row, -1);
    for (int j = 0; j < raw.junctions.size(); j++) {
      if (raw.junctions.get(j).kind() != Junction.Kind.INTERNAL) {
        List<Integer> lanes = inside.get(j);
        for (int i = 0; i < lanes.size(); i++) {
          row[lanes.get(i)] = i;
        }
      }
    }
    return row;
  }

  /** For each link its number when a junction's are counted by incoming lane, as SUMO does. */
  private int[] rowsByOrder(List<Ends> ends) {
    int[] first = new int[raw.lanes.size()];
    int[] count = new int[raw.lanes.size()];
    for (Ends end : ends) {
      count[end.from()] += isRuled(edgeOf(end.from()), edgeOf(end.to())) ? 1 : 0;
    }
    for (int j = 0; j < raw.junctions.size(); j++) {
      if (raw.junctions.get(j).kind() != Junction.Kind.INTERNAL) {
        int next = 0;
        for (int lane : incoming.get(j)) {
          first[lane] = next;
          next += count[lane];
        }
      }
    }
    int[] order = new int[ends.size()];
    for (int i = 0; i < order.length; i++) {
      Ends end = ends.get(i);
      if (isRuled(edgeOf(end.from()), edgeOf(end.to()))) {
        order[i] = first[end.from()]++;
      }
    }
    return order;
  }

  /** The internal junction at the end of each internal lane that has one. */
  private Map<Integer, Integer> waitingPlaces() {
    Map<Integer, Integer> places = new HashMap<>();
    for (int j = 0; j < raw.junctions.size(); j++) {
      if (raw.junctions.get(j).kind() == Junction.Kind.INTERNAL && !incoming.get(j).isEmpty()) {
        places.put(incoming.get(j).get(0), j);
      }
    }
    return places;
  }

  private List<Junction> junctions(List<Link> links) {
    int[] signalOf = new int[raw.junctions.size()];
    Arrays.fill(signalOf, -1);
    for (Link link : links) {
      if (link.junction() >= 0 && signalOf[link.junction()] < 0) {
        signalOf[link.junction()] = link.signal();
      }
    }
    List<Junction> junctions = new ArrayList<>(raw.junctions.size());
    for (RawNetwork.RawJunction junction : raw.junctions) {
      int index = junctions.size();
      junctions.add(
          new Junction(
              index,
              junction.id(),
              junction.name(),
              junction.kind(),
              junction.x(),
              junction.y(),
              junction.shape(),
              incoming.get(index),
              inside.get(index),
              junction.requests(),
              signalOf[index]));
    }
    return junctions;
  }

  private List<List<Integer>> resolveRoundabouts() {
    List<List<Integer>> all = new ArrayList<>();
    for (RawNetwork.RawRoundabout roundabout : raw.roundabouts) {
      List<Integer> members = new ArrayList<>();
      Words words = new Words(roundabout.edges());
      while (words.next()) {
        Integer edge = raw.edgeIndex.get(words.word());
        if (edge != null) {
          members.add(edge);
        } else {
          dangling("edge", words.word(), "roundabout", roundabout.place(), raw.edgeIndex);
        }
      }
      all.add(List.copyOf(members));
    }
    return all;
  }

  private void dangling(
      String kind, String id, String user, RawNetwork.Place place, Map<String, Integer> known) {
    String remedy =
        findings.errors() > NEAREST_SHOWN
            ? ""
            : Findings.nearest(id, known.keySet())
                .map(near -> "Did you mean '" + near + "'?")
                .orElse("Define it or take the reference out.");
    error(
        "unknown-reference",
        place,
        "The " + user + " names the " + kind + " '" + id + "', which does not exist.",
        remedy);
  }

  private void error(String code, RawNetwork.Place place, String message, String remedy) {
    findings.error(code, new Position(file, place.line(), place.column()), message, remedy);
  }
}
