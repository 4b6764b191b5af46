package io.testroad.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.finding.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What networks of other cities hold beside roads: one warning a kind, and the roads are right. */
class SumoNetworkWarningsTest {

  private static final String NET =
      """
      <net version="1.20">
        <edge id="a" from="A" to="B"%s>
          <lane id="a_0" index="0" speed="10" length="100" shape="0,0 100,0"%s/>
          <lane id="a_1" index="1" speed="10" length="100" shape="0,3 100,3"%s>%s</lane>
        </edge>
        <edge id="b" from="B" to="C">
          <lane id="b_0" index="0" speed="10" length="100" shape="100,0 200,0"/>
        </edge>
        %s
        <junction id="A" type="dead_end" x="0" y="0" incLanes="" intLanes=""/>
        <junction id="B" type="%s" x="100" y="0" incLanes="a_0 a_1" intLanes=""/>
        <junction id="C" type="dead_end" x="200" y="0" incLanes="b_0" intLanes=""/>
        <connection from="a" to="b" fromLane="0" toLane="0" dir="s" state="M"%s/>
      </net>
      """;

  @TempDir Path folder;
  private final Findings findings = new Findings();

  private Optional<Network> read(
      String edge, String lane, String inLane, String signals, String junction, String connection)
      throws IOException {
    Path file = folder.resolve("net.xml");
    String text = NET.formatted(edge, lane, lane, inLane, signals, junction, connection);
    Files.writeString(file, text);
    return SumoNetworkReader.read(file, findings);
  }

  private void assertOneWarning(Optional<Network> network, String code, int line) {
    assertThat(findings.hasErrors()).isFalse();
    assertThat(findings.list())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(code);
              assertThat(finding.position().line()).isEqualTo(line);
            });
    assertThat(network).isPresent();
    assertThat(RoadGraph.of(network.get()).connects(0, 1, VehicleClass.PASSENGER)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<neigh lane='b_0'/>|unsupported-element",
        "<stopOffset value='3' vClasses='bus'/>|unsupported-element",
        "<kerb height='2'/>|unknown-element"
      })
  void anElementInALaneIsLeftOut(String element, String code) throws IOException {
    assertOneWarning(read("", "", element, "", "priority", ""), code, 4);
  }

  @Test
  void unknownAttributesAreOfNoConsequence() throws IOException {
    String attributes = " bidi='b' customShape='1' acceleration='1' frozen='yes'";
    read(" spreadType='center' distance='7'", attributes, "", "", "priority", " indirect='1'");
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void anUnknownClassIsWarnedOfOnceAndHasNoMembers() throws IOException {
    Optional<Network> network = read("", " disallow='hovercraft'", "", "", "priority", "");
    assertOneWarning(network, "unknown-vehicle-class", 3);
    assertThat(network.get().lanes().get(0).permissions().mask()).isEqualTo(-1L);
  }

  @Test
  void aLaneForAnUnknownClassAloneIsForNobody() throws IOException {
    Optional<Network> network = read("", " allow='hovercraft'", "", "", "priority", "");
    assertThat(network.get().lanes().get(1).permissions()).isEqualTo(Permissions.NONE);
  }

  @Test
  void anUnknownJunctionTypeIsRuledByItsRequests() throws IOException {
    assertOneWarning(read("", "", "", "", "turbo", ""), "unknown-junction-type", 11);
  }

  @ParameterizedTest
  @CsvSource({"rail_crossing", "rail_signal"})
  void theSignalOfARailwayIsOpen(String type) throws IOException {
    Optional<Network> network = read("", "", "", "", type, " tl='B' linkIndex='0' linkIndex2='1'");
    assertOneWarning(network, "rail-signal", 13);
    assertThat(network.get().links().get(0).signal()).isEqualTo(-1);
  }

  @Test
  void theSignalOfARoadMustBeThere() throws IOException {
    read("", "", "", "", "traffic_light", " tl='B' linkIndex='0'");
    assertThat(findings.list()).extracting("code").containsExactly("unknown-reference");
  }

  @ParameterizedTest
  @CsvSource({"actuated", "delay_based", "NEMA"})
  void anActuatedSignalRunsAsFixedTime(String type) throws IOException {
    String signal =
        "<tlLogic id='B' type='%s' programID='0' offset='0'>".formatted(type)
            + "<phase duration='30' minDur='5' maxDur='50' state='G'/>"
            + "<phase duration='5' state='r'/></tlLogic>";
    Optional<Network> network = read("", "", "", signal, "traffic_light", " tl='B' linkIndex='0'");
    assertOneWarning(network, "signal-not-fixed-time", 9);
    assertThat(network.get().signals().get(0).programs().get(0).cycleMs()).isEqualTo(35_000);
  }

  @Test
  void phasesThatNameTheNextRunInTurn() throws IOException {
    String signal =
        "<tlLogic id='B' type='static'><phase duration='9' state='G' next='1'/>"
            + "<phase duration='5' state='r' next='0'/></tlLogic>";
    Optional<Network> network = read("", "", "", signal, "traffic_light", " tl='B' linkIndex='0'");
    assertOneWarning(network, "unsupported-attribute", 9);
  }

  @Test
  void aNetworkFromBeforeConnectionsIsRefusedOnce() throws IOException {
    read("", "", "", "<succ edge='a'/><succ edge='b'/>", "priority", "");
    assertThat(findings.list()).extracting("code").containsExactly("old-network");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<connection from='a' to='b' fromLane='2' toLane='0'/>|unknown-reference",
        "<connection from='a' to='x' fromLane='0' toLane='0'/>|unknown-reference",
        "<connection from='a' to='b' fromLane='0' toLane='0' via='x'/>|unknown-reference",
        "<edge id='c' from='A' to='B'></edge>|edge-without-lanes"
      })
  void whatWouldMakeTheRoadsWrongIsRefused(String element, String code) throws IOException {
    Optional<Network> network = read("", "", "", element, "priority", "");
    assertThat(network).isEmpty();
    assertThat(findings.list()).extracting("code").containsExactly(code);
  }

  @Test
  void heightsAndNoRequestsAndNoLengthAreTaken() throws IOException {
    String edge =
        "<edge id='c' from='B' to='C'>"
            + "<lane id='c_0' index='0' speed='9' length='0' shape='100,0,1 150,2,3 200,0,5'/></edge>";
    Network network = read("", "", "", edge, "unregulated", "").orElseThrow();
    assertThat(findings.list()).isEmpty();
    Lane lane = network.lanes().get(network.findLane("c_0").orElseThrow());
    assertThat(lane.lengthM()).isEqualTo(0.1);
    assertThat(lane.shape().y()).containsExactly(0, 2, 0);
  }
}
