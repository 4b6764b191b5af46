package io.testroad.network;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * Writes networks as SUMO's network files, {@code .net.xml} and {@code .net.xml.gz}.
 *
 * <p>What is written, read again, is the same network, to the last bit. The same network makes the
 * same bytes. Edge types are not written; every edge states what it is itself.
 *
 * <p>Order: location, edges, signals, junctions, links, roundabouts, each in the network's order.
 *
 * <p>Source: "SUMO Road Networks" in SUMO's documentation; {@code net_file.xsd} of SUMO 1.15.
 */
public final class SumoNetworkWriter {

  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>

      <net version="1.9" junctionCornerDetail="5" limitTurnSpeed="5.50" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:noNamespaceSchemaLocation="http://sumo.dlr.de/xsd/net_file.xsd">

      """;

  /** What SUMO writes for bounds it does not know. */
  private static final String UNKNOWN_BOUNDS =
      "10000000000.00,10000000000.00,-10000000000.00,-10000000000.00";

  private final Network network;
  private final Writer out;

  private SumoNetworkWriter(Network network, Writer out) {
    this.network = network;
    this.out = out;
  }

  /**
   * Writes a network to a file, compressed when its name ends in {@code .gz}.
   *
   * @throws IOException when the file cannot be written
   */
  public static void write(Network network, Path file) throws IOException {
    boolean compressed = file.toString().endsWith(".gz");
    try (OutputStream stream = Files.newOutputStream(file);
        OutputStream bytes = compressed ? new GZIPOutputStream(stream) : stream;
        Writer out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
      new SumoNetworkWriter(network, out).writeAll();
    }
  }

  private void writeAll() throws IOException {
    out.write(HEAD);
    writeLocation();
    for (Edge edge : network.edges()) {
      writeEdge(edge);
    }
    for (Signal signal : network.signals()) {
      for (Signal.Program program : signal.programs()) {
        writeProgram(signal, program);
      }
    }
    for (Junction junction : network.junctions()) {
      writeJunction(junction);
    }
    for (Link link : network.links()) {
      writeLink(link);
    }
    out.write('\n');
    for (List<Integer> ring : network.roundabouts()) {
      writeRoundabout(ring);
    }
    out.write("</net>\n");
  }

  private void writeLocation() throws IOException {
    Network.Location at = network.location();
    out.write("    <location");
    text("netOffset", SumoText.point(at.offsetX(), at.offsetY()));
    text(
        "convBoundary",
        SumoText.point(at.minX(), at.minY()) + "," + SumoText.point(at.maxX(), at.maxY()));
    text("origBoundary", UNKNOWN_BOUNDS);
    text("projParameter", at.projection());
    out.write("/>\n\n");
  }

  private void writeEdge(Edge edge) throws IOException {
    out.write("    <edge");
    text("id", edge.id());
    if (edge.isRoad()) {
      text("from", network.junctions().get(edge.from()).id());
      text("to", network.junctions().get(edge.to()).id());
      optional("name", edge.name());
      text("priority", Integer.toString(edge.priority()));
      optional("type", edge.type());
    }
    switch (edge.kind()) {
      case NORMAL -> {}
      case WALKING_AREA -> text("function", "walkingarea");
      default -> text("function", edge.kind().name().toLowerCase(Locale.ROOT));
    }
    out.write(">\n");
    for (int i = 0; i < edge.laneCount(); i++) {
      writeLane(network.lanes().get(edge.firstLane() + i));
    }
    out.write("    </edge>\n");
  }

  private void writeLane(Lane lane) throws IOException {
    out.write("        <lane");
    text("id", lane.id());
    text("index", Integer.toString(lane.indexOnEdge()));
    out.write(PermissionText.write(lane.permissions()));
    text("speed", SumoText.number(lane.speedLimitMps()));
    text("length", SumoText.number(lane.lengthM()));
    if (lane.widthM() != SumoNetworkReader.DEFAULT_WIDTH_M) {
      text("width", SumoText.number(lane.widthM()));
    }
    change("changeLeft", lane.changeLeft());
    change("changeRight", lane.changeRight());
    text("shape", SumoText.shape(lane.shape()));
    out.write("/>\n");
  }

  private void change(String attribute, Permissions permissions) throws IOException {
    if (permissions.mask() != -1L) {
      text(attribute, PermissionText.names(permissions.mask()));
    }
  }

  private void writeProgram(Signal signal, Signal.Program program) throws IOException {
    out.write("    <tlLogic");
    text("id", signal.id());
    text("type", program.kind());
    text("programID", program.id());
    text("offset", SumoText.seconds(program.offsetMs()));
    out.write(">\n");
    for (Signal.Phase phase : program.phases()) {
      out.write("        <phase");
      text("duration", SumoText.seconds(phase.durationMs()));
      if (phase.minDurationMs() != phase.durationMs()) {
        text("minDur", SumoText.seconds(phase.minDurationMs()));
      }
      if (phase.maxDurationMs() != phase.durationMs()) {
        text("maxDur", SumoText.seconds(phase.maxDurationMs()));
      }
      text("state", phase.state());
      out.write("/>\n");
    }
    out.write("    </tlLogic>\n");
  }

  private void writeJunction(Junction junction) throws IOException {
    out.write("    <junction");
    text("id", junction.id());
    text("type", junction.kind().name().toLowerCase(Locale.ROOT));
    optional("name", junction.name());
    text("x", SumoText.number(junction.x()));
    text("y", SumoText.number(junction.y()));
    text("incLanes", laneIds(junction.incomingLanes()));
    text("intLanes", laneIds(junction.internalLanes()));
    text("shape", SumoText.shape(junction.shape()));
    out.write(junction.requests().isEmpty() ? "/>\n" : ">\n");
    int rows = junction.requests().size();
    for (int i = 0; i < rows; i++) {
      writeRequest(i, rows, junction.requests().get(i));
    }
    if (rows > 0) {
      out.write("    </junction>\n");
    }
  }

  private void writeRequest(int index, int rows, Junction.Request request) throws IOException {
    out.write("        <request");
    text("index", Integer.toString(index));
    text("response", bits(request.response(), rows));
    text("foes", bits(request.foes(), rows));
    text("cont", request.waitsInside() ? "1" : "0");
    out.write("/>\n");
  }

  /** A row of the matrix, of which the first bit stands at the right. */
  private static String bits(BitSet bits, int rows) {
    StringBuilder text = new StringBuilder();
    for (int i = Math.max(rows, bits.length()) - 1; i >= 0; i--) {
      text.append(bits.get(i) ? '1' : '0');
    }
    return text.toString();
  }

  private String laneIds(List<Integer> lanes) {
    return lanes.stream()
        .map(lane -> network.lanes().get(lane).id())
        .collect(Collectors.joining(" "));
  }

  private void writeLink(Link link) throws IOException {
    Lane from = network.lanes().get(link.fromLane());
    Lane to = network.lanes().get(link.toLane());
    out.write("    <connection");
    text("from", network.edgeOf(from).id());
    text("to", network.edgeOf(to).id());
    text("fromLane", Integer.toString(from.indexOnEdge()));
    text("toLane", Integer.toString(to.indexOnEdge()));
    out.write(PermissionText.write(link.permissions()));
    if (!link.keepClear()) {
      text("keepClear", "0");
    }
    if (link.visibilityM() != Link.VISIBILITY_M) {
      text("visibility", Double.toString(link.visibilityM()));
    }
    if (link.via() >= 0) {
      text("via", network.lanes().get(link.via()).id());
    }
    if (link.signal() >= 0) {
      text("tl", network.signals().get(link.signal()).id());
      text("linkIndex", Integer.toString(link.signalIndex()));
    }
    text("dir", direction(link));
    text("state", String.valueOf(link.state()));
    out.write("/>\n");
  }

  private static String direction(Link link) {
    return link.direction() == Link.Direction.NONE
        ? "invalid"
        : String.valueOf(link.direction().letter());
  }

  private void writeRoundabout(List<Integer> ring) throws IOException {
    out.write("    <roundabout");
    text("nodes", nodes(ring));
    text(
        "edges",
        ring.stream().map(e -> network.edges().get(e).id()).collect(Collectors.joining(" ")));
    out.write("/>\n");
  }

  private String nodes(List<Integer> ring) {
    return ring.stream()
        .map(edge -> network.junctions().get(network.edges().get(edge).to()).id())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private void optional(String attribute, String value) throws IOException {
    if (!value.isEmpty()) {
      text(attribute, value);
    }
  }

  private void text(String attribute, String value) throws IOException {
    out.write(' ');
    out.write(attribute);
    out.write("=\"");
    out.write(SumoText.escape(value));
    out.write('"');
  }
}
