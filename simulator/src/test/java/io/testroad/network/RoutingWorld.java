package io.testroad.network;

import io.testroad.finding.Findings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Networks in text blocks. */
final class RoutingWorld {

  private RoutingWorld() {}

  /**
   * From a over J to b (8 m at 4 m/s) and to c (6 m at 3 m/s); b's right lane is for buses, c is
   * for bicycles.
   */
  static final String FORK =
      """
      <net version="1.9">
        <edge id=":J_0" function="internal">
          <lane id=":J_0_0" index="0" speed="4" length="8" shape="100,0 108,0"/>
        </edge>
        <edge id=":J_1" function="internal">
          <lane id=":J_1_0" index="0" speed="3" length="6" shape="100,0 100,6"/>
        </edge>
        <edge id="a" from="A" to="J" priority="1">
          <lane id="a_0" index="0" speed="10" length="100" shape="0,0 100,0"/>
        </edge>
        <edge id="b" from="J" to="B" priority="1">
          <lane id="b_0" index="0" allow="bus" speed="5" length="50" shape="108,0 158,0"/>
          <lane id="b_1" index="1" disallow="bicycle" speed="12.5" length="50" shape="108,3 158,3"/>
        </edge>
        <edge id="c" from="J" to="C" priority="1">
          <lane id="c_0" index="0" allow="bicycle" speed="5" length="30" shape="100,6 100,36"/>
        </edge>
        <junction id="A" type="dead_end" x="0" y="0" incLanes="" intLanes="" shape="0,0"/>
        <junction id="B" type="dead_end" x="158" y="0" incLanes="b_0 b_1" intLanes="" shape="0,0"/>
        <junction id="C" type="dead_end" x="100" y="36" incLanes="c_0" intLanes="" shape="0,0"/>
        <junction id="J" type="priority" x="100" y="0" incLanes="a_0" intLanes=":J_0_0 :J_1_0">
          <request index="0" response="00" foes="00"/>
          <request index="1" response="00" foes="00"/>
        </junction>
        <connection from="a" to="b" fromLane="0" toLane="0" via=":J_0_0" dir="s" state="M"/>
        <connection from="a" to="c" fromLane="0" toLane="0" via=":J_1_0" dir="l" state="M"/>
        <connection from=":J_0" to="b" fromLane="0" toLane="0" dir="s" state="M"/>
        <connection from=":J_1" to="c" fromLane="0" toLane="0" dir="l" state="M"/>
      </net>
      """;

  /** The network of a text. */
  static Network read(String text, Path directory) {
    try {
      Path file = Files.writeString(directory.resolve("world.net.xml"), text);
      Findings findings = new Findings();
      return SumoNetworkReader.read(file, findings)
          .orElseThrow(() -> new AssertionError(findings.list()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The index of an edge. */
  static int edge(Network network, String id) {
    return network.findEdge(id).orElseThrow();
  }
}
