package io.testroad.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a network file says, before its references are resolved. */
final class RawNetwork {

  /** Where an element begins. */
  record Place(int line, int column) {}

  record RawEdge(
      String id,
      String name,
      Edge.Kind kind,
      String from,
      String to,
      int priority,
      String type,
      int firstLane,
      int laneCount,
      Place place) {}

  record RawJunction(
      String id,
      String name,
      Junction.Kind kind,
      double x,
      double y,
      Shape shape,
      String incomingLanes,
      String internalLanes,
      List<Junction.Request> requests,
      Place place) {}

  record RawLink(
      String from,
      String to,
      int fromLane,
      int toLane,
      String via,
      String signal,
      int signalIndex,
      Link.Direction direction,
      char state,
      boolean keepClear,
      double visibilityM,
      Permissions permissions,
      Place place) {}

  record RawRoundabout(String edges, Place place) {}

  final List<RawEdge> edges = new ArrayList<>();
  final List<Lane> lanes = new ArrayList<>();
  final List<RawJunction> junctions = new ArrayList<>();
  final List<RawLink> links = new ArrayList<>();
  final List<RawRoundabout> roundabouts = new ArrayList<>();
  final Map<String, Integer> edgeIndex = new HashMap<>();
  final Map<String, Integer> laneIndex = new HashMap<>();
  final Map<String, Integer> junctionIndex = new HashMap<>();
  final Map<String, Place> signalPlaces = new HashMap<>();
  final Set<String> signalsWithoutPhases = new HashSet<>();
  final CountedWarnings warnings = new CountedWarnings();
  final SignalProgramReader programs = new SignalProgramReader();
  Network.Location location = new Network.Location(0, 0, 0, 0, 0, 0, "!");
}
