package io.testroad.network;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads SUMO's network files, {@code .net.xml} and {@code .net.xml.gz}.
 *
 * <p>Left out, with one warning a kind where it matters: left-hand traffic, signals of railways,
 * opposite lanes ({@code neigh}), stop offsets, restrictions of types, reactions of signals to
 * traffic, and whatever is not known. Heights are left out too.
 *
 * <p>Source: "SUMO Road Networks" in SUMO's documentation; {@code net_file.xsd}.
 */
public final class SumoNetworkReader implements XmlInput.Handler {

  /** A lane's width where the file gives none, m. */
  public static final double DEFAULT_WIDTH_M = 3.2;

  private static final double SHORTEST_LANE_M = 0.1;

  private static final Set<String> IGNORED =
      Set.of(
          "net",
          "type",
          "param",
          "condition",
          "assignment",
          "function",
          "prohibition",
          "taz",
          "tazSource",
          "tazSink",
          "tSource",
          "tSink");

  /** What is known and left out, with what follows from that. */
  private static final Map<String, String> LEFT_OUT =
      Map.of(
          "neigh", "nobody overtakes on the lane of the opposite direction",
          "stopOffset", "vehicles stop at the lane's end",
          "restriction", "the lanes' speed limits hold for all");

  /** What only networks of SUMO before 0.13 hold. */
  private static final Set<String> OLD = Set.of("succ", "row-logic", "logic", "row");

  private static final Map<String, Junction.Kind> JUNCTION_KINDS =
      Arrays.stream(Junction.Kind.values())
          .collect(Collectors.toMap(kind -> kind.name().toLowerCase(Locale.ROOT), kind -> kind));

  private static final Map<String, Edge.Kind> EDGE_KINDS =
      Map.of(
          "", Edge.Kind.NORMAL,
          "normal", Edge.Kind.NORMAL,
          "internal", Edge.Kind.INTERNAL,
          "crossing", Edge.Kind.CROSSING,
          "walkingarea", Edge.Kind.WALKING_AREA,
          "connector", Edge.Kind.CONNECTOR);

  private final RawNetwork raw = new RawNetwork();
  private final PermissionText permissions = new PermissionText(raw.warnings);
  private boolean old;
  private final Map<String, String> strings = new HashMap<>();
  private RawNetwork.@Nullable RawEdge edge;
  private RawNetwork.@Nullable RawJunction junction;
  private final List<Junction.Request> requests = new ArrayList<>();

  private SumoNetworkReader() {}

  /**
   * Reads a network.
   *
   * @return empty when an error was recorded; then all errors of the file were
   */
  public static Optional<Network> read(Path file, Findings findings) {
    SumoNetworkReader reader = new SumoNetworkReader();
    int before = findings.errors();
    if (!XmlInput.read(file, "net", findings, reader)) {
      return Optional.empty();
    }
    if (reader.raw.edges.isEmpty() && findings.errors() == before) {
      findings.error(
          "empty-network",
          Position.of(file.toString()),
          "The network has no edges.",
          "Name a network with roads.");
    }
    Optional<Network> network =
        new NetworkAssembly(reader.raw, file.toString(), findings).build(before);
    reader.raw.warnings.report(findings);
    return network;
  }

  @Override
  public void start(XmlElement element) {
    switch (element.name()) {
      case "lane" -> lane(element);
      case "edge" -> beginEdge(element);
      case "connection" -> connection(element);
      case "request" -> request(element);
      case "junction" -> beginJunction(element);
      case "tlLogic" -> beginSignal(element);
      case "phase" -> raw.programs.phase(element);
      case "roundabout" ->
          raw.roundabouts.add(
              new RawNetwork.RawRoundabout(element.requireText("edges"), place(element)));
      case "location" -> location(element);
      default -> other(element);
    }
  }

  @Override
  public void end(String name) {
    switch (name) {
      case "edge" -> endEdge();
      case "junction" -> endJunction();
      case "tlLogic" -> {
        raw.programs.end(raw.warnings);
        String signal = raw.programs.signal();
        if (!raw.programs.programs().containsKey(signal)) {
          raw.signalsWithoutPhases.add(signal);
        }
      }
      default -> {}
    }
  }

  private void other(XmlElement element) {
    String name = element.name();
    if (name.equals("net") && element.flag("lefthand", false)) {
      element.doubt(
          "left-hand-traffic",
          "The network drives on the left; overtaking rules are those of" + " right-hand traffic.",
          "");
    }
    String consequence = LEFT_OUT.get(name);
    if (consequence != null) {
      String message = "<" + name + "> is left out: " + consequence;
      raw.warnings.count("unsupported-element", element, message, "");
    } else if (OLD.contains(name)) {
      refuseOld(element);
    } else if (!IGNORED.contains(name)) {
      raw.warnings.count(
          "unknown-element", element, "<" + name + "> is not known and left out", "");
    }
  }

  private void refuseOld(XmlElement element) {
    if (!old) {
      old = true;
      element.fault(
          "old-network",
          "<" + element.name() + "> belongs to networks of SUMO before 0.13.",
          "Convert the network: netconvert -s OLD.net.xml -o NEW.net.xml");
    }
  }

  private void beginEdge(XmlElement element) {
    String id = element.requireId();
    String function = element.text("function", "");
    Edge.@Nullable Kind kind = EDGE_KINDS.get(function);
    if (kind == null) {
      element.badChoice("function", function, EDGE_KINDS.keySet());
      kind = Edge.Kind.NORMAL;
    }
    boolean road = kind == Edge.Kind.NORMAL || kind == Edge.Kind.CONNECTOR;
    String from = road ? element.requireText("from") : owner(id);
    String to = road ? element.requireText("to") : from;
    edge =
        new RawNetwork.RawEdge(
            id,
            intern(element.text("name", "")),
            kind,
            from,
            to,
            element.integer("priority", -1),
            intern(element.text("type", "")),
            raw.lanes.size(),
            0,
            place(element));
    if (!id.isEmpty() && raw.edgeIndex.putIfAbsent(id, raw.edges.size()) != null) {
      duplicate(element, id);
    }
  }

  /** The junction in which an edge lies, which its id tells: {@code :J_3} lies in {@code J}. */
  private static String owner(String edgeId) {
    int end = edgeId.lastIndexOf('_');
    return end > 1 && edgeId.charAt(0) == ':' ? edgeId.substring(1, end) : edgeId;
  }

  private void endEdge() {
    RawNetwork.RawEdge begun = edge;
    if (begun == null) {
      return;
    }
    int count = raw.lanes.size() - begun.firstLane();
    raw.edges.add(
        new RawNetwork.RawEdge(
            begun.id(),
            begun.name(),
            begun.kind(),
            begun.from(),
            begun.to(),
            begun.priority(),
            begun.type(),
            begun.firstLane(),
            count,
            begun.place()));
    edge = null;
  }

  private void lane(XmlElement element) {
    RawNetwork.RawEdge begun = edge;
    if (begun == null) {
      return;
    }
    int index = raw.lanes.size();
    String id = element.requireId();
    int onEdge = index - begun.firstLane();
    if (element.requireInteger("index") != onEdge && begun.kind() == Edge.Kind.NORMAL) {
      raw.warnings.count(
          "lane-order",
          element,
          "A lane does not stand at the place that its index says; the place is what counts",
          "List lanes from the right, with indices from 0.");
    }
    element.requireText("length");
    element.requireText("speed");
    double length = Math.max(SHORTEST_LANE_M, element.notNegative("length", 1));
    double speed = element.notNegative("speed", 1);
    if (speed == 0) {
      speed = 0.01;
    }
    Shape shape = element.requireShape("shape");
    raw.lanes.add(
        new Lane(
            index,
            id,
            raw.edges.size(),
            onEdge,
            length,
            speed,
            element.positive("width", DEFAULT_WIDTH_M),
            permissions.read(element),
            permissions.list(element, "changeLeft"),
            permissions.list(element, "changeRight"),
            shape == null ? new Shape(new double[] {0, 0}, new double[] {0, 0}) : shape));
    if (!id.isEmpty() && raw.laneIndex.putIfAbsent(id, index) != null) {
      duplicate(element, id);
    }
  }

  private void beginJunction(XmlElement element) {
    String id = element.requireId();
    String type = element.requireText("type");
    Junction.@Nullable Kind kind = JUNCTION_KINDS.get(type);
    if (kind == null) {
      if (element.has("type")) {
        raw.warnings.count(
            "unknown-junction-type",
            element,
            "The junction type '" + type + "' is not known; its requests rule it",
            "");
      }
      kind = Junction.Kind.PRIORITY;
    }
    double x = element.requireNumber("x");
    double y = element.requireNumber("y");
    Shape point = new Shape(new double[] {x}, new double[] {y});
    Shape shape = element.text("shape", "").isBlank() ? point : element.requireShape("shape");
    requests.clear();
    junction =
        new RawNetwork.RawJunction(
            id,
            element.text("name", ""),
            kind,
            x,
            y,
            shape == null ? point : shape,
            element.text("incLanes", ""),
            element.text("intLanes", ""),
            List.of(),
            place(element));
    if (!id.isEmpty() && raw.junctionIndex.putIfAbsent(id, raw.junctions.size()) != null) {
      duplicate(element, id);
    }
  }

  private void request(XmlElement element) {
    if (junction == null) {
      return;
    }
    int index = element.requireInteger("index");
    if (index != requests.size() && element.sound()) {
      element.fault(
          "bad-request",
          "The request " + index + " stands at place " + requests.size() + ".",
          "List requests in order from 0.");
    }
    BitSet response = bits(element, "response");
    BitSet foes = bits(element, "foes");
    requests.add(new Junction.Request(response, foes, element.flag("cont", false)));
  }

  /** The bits of a row, of which the first stands at the right. */
  private static BitSet bits(XmlElement element, String attribute) {
    String text = element.requireText(attribute);
    int length = text.length();
    BitSet bits = new BitSet(length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(length - 1 - i);
      if (c == '1') {
        bits.set(i);
      } else if (c != '0') {
        element.fault(
            "bad-request", "<request " + attribute + "> holds '" + c + "'.", "Use 0 and 1.");
        return bits;
      }
    }
    return bits;
  }

  private void endJunction() {
    RawNetwork.RawJunction begun = junction;
    if (begun == null) {
      return;
    }
    raw.junctions.add(
        new RawNetwork.RawJunction(
            begun.id(),
            begun.name(),
            begun.kind(),
            begun.x(),
            begun.y(),
            begun.shape(),
            begun.incomingLanes(),
            begun.internalLanes(),
            List.copyOf(requests),
            begun.place()));
    junction = null;
  }

  private void connection(XmlElement element) {
    String state = element.text("state", "M");
    String direction = element.text("dir", "-");
    boolean uncontrolled = element.flag("uncontrolled", false);
    String signal = uncontrolled ? "" : element.text("tl", "");
    if (!signal.isEmpty()) {
      element.requireText("linkIndex");
    }
    RawNetwork.RawLink link =
        new RawNetwork.RawLink(
            element.requireText("from"),
            element.requireText("to"),
            element.requireInteger("fromLane"),
            element.requireInteger("toLane"),
            element.text("via", ""),
            intern(signal),
            element.integer("linkIndex", -1),
            Link.Direction.of(direction.isEmpty() ? '-' : direction.charAt(0)),
            state.isEmpty() ? 'M' : state.charAt(0),
            element.flag("keepClear", true),
            element.number("visibility", Link.VISIBILITY_M),
            permissions.read(element),
            place(element));
    if (element.sound()) {
      raw.links.add(link);
    }
  }

  private void beginSignal(XmlElement element) {
    raw.programs.begin(element);
    raw.signalPlaces.putIfAbsent(raw.programs.signal(), place(element));
  }

  private void location(XmlElement element) {
    Shape offset = element.has("netOffset") ? element.requireShape("netOffset") : null;
    double[] bounds = new double[4];
    String[] parts = element.text("convBoundary", "0,0,0,0").split(",", -1);
    for (int i = 0; i < 4 && i < parts.length; i++) {
      bounds[i] = Decimals.parse(parts[i], 0, parts[i].length());
    }
    if (parts.length != 4 || Arrays.stream(bounds).anyMatch(Double::isNaN)) {
      element.fault("bad-number", "<location convBoundary> is not four numbers.", "");
    }
    raw.location =
        new Network.Location(
            offset == null ? 0 : offset.x()[0],
            offset == null ? 0 : offset.y()[0],
            bounds[0],
            bounds[1],
            bounds[2],
            bounds[3],
            element.text("projParameter", "!"));
  }

  private static void duplicate(XmlElement element, String id) {
    element.fault(
        "duplicate-id", "There are two <" + element.name() + ">s '" + id + "'.", "Rename one.");
  }

  private String intern(String text) {
    String known = strings.putIfAbsent(text, text);
    return known == null ? text : known;
  }

  private static RawNetwork.Place place(XmlElement element) {
    return new RawNetwork.Place(element.line(), element.column());
  }
}
