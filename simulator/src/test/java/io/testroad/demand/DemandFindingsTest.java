package io.testroad.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.finding.Finding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One minimal bad file for each finding: what stands in line 2, column 1 is at fault. */
final class DemandFindingsTest {

  @TempDir Path folder;
  private DemandWorld world;

  @BeforeEach
  void setUp() {
    world = new DemandWorld(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // Vehicle types
        "error|missing-attribute|<vType/>",
        "error|bad-choice|<vType id=\"t\" vClass=\"pasenger\"/>",
        "error|out-of-range|<vType id=\"t\" length=\"0\"/>",
        "error|out-of-range|<vType id=\"t\" sigma=\"1.5\"/>",
        "error|out-of-range|<vType id=\"t\" minGap=\"-1\"/>",
        "error|bad-number|<vType id=\"t\" accel=\"fast\"/>",
        "error|bad-speed-factor|<vType id=\"t\" speedFactor=\"uniform(0,1)\"/>",
        "error|bad-speed-factor|<vType id=\"t\" speedFactor=\"normc(1,0.1,1.2,2)\"/>",
        "error|bad-speed-factor|<vType id=\"t\" speedFactor=\"norm(1,0.1\"/>",
        "warning|model-replaced|<vType id=\"t\" carFollowModel=\"Wiedemann\"/>",
        "warning|model-replaced|<vType id=\"t\" laneChangeModel=\"SL2015\"/>",
        "warning|model-replaced|<vType id=\"t\" laneChangeModel=\"DK2008\"/>",
        "warning|unsupported-attribute|<vType id=\"t\" jmTimegapMinor=\"2\"/>",
        "error|out-of-range|<vType id=\"t\" speedControlGain=\"0.4\"/>",
        "error|out-of-range|<vType id=\"t\" lcAssertive=\"0\"/>",
        "error|out-of-range|<vType id=\"t\" actionStepLength=\"-1\"/>",
        "warning|emergency-decel|<vType id=\"t\" decel=\"5\" emergencyDecel=\"4\"/>",
        "error|unknown-type|<vTypeDistribution id=\"t\" vTypes=\"x\"/>",
        "error|bad-distribution|<vTypeDistribution id=\"t\" vTypes=\"DEFAULT_VEHTYPE\""
            + " probabilities=\"1 2\"/>",
        "error|bad-number|<vTypeDistribution id=\"t\" vTypes=\"DEFAULT_VEHTYPE\""
            + " probabilities=\"-1\"/>",
        // Routes
        "error|missing-attribute|<route id=\"r\"/>",
        "error|missing-attribute|<route edges=\"a\"/>",
        "error|empty-route|<route id=\"r\" edges=\"\"/>",
        "error|unknown-edge|<route id=\"r\" edges=\"a x\"/>",
        "error|not-a-road|<route id=\"r\" edges=\"a :B_0 b\"/>",
        "error|unknown-route|<routeDistribution id=\"r\" routes=\"x\"/>",
        "warning|unsupported-attribute|<route id=\"r\" edges=\"a b c\" repeat=\"3\"/>",
        // Vehicles
        "error|missing-attribute|<vehicle id=\"v\"><route edges=\"a\"/></vehicle>",
        "error|bad-time|<vehicle id=\"v\" depart=\"soon\"><route edges=\"a\"/></vehicle>",
        "error|out-of-range|<vehicle id=\"v\" depart=\"-1\"><route edges=\"a\"/></vehicle>",
        "error|missing-route|<vehicle id=\"v\" depart=\"0\"/>",
        "error|unknown-route|<vehicle id=\"v\" depart=\"0\" route=\"x\"/>",
        "error|unknown-type|<trip id=\"v\" depart=\"0\" type=\"x\" from=\"a\" to=\"b\"/>",
        "error|missing-attribute|<trip id=\"v\" depart=\"0\" from=\"a\"/>",
        "error|unknown-edge|<trip id=\"v\" depart=\"0\" from=\"a\" to=\"x\"/>",
        "error|unknown-edge|<trip id=\"v\" depart=\"0\" from=\"a\" to=\"b\" via=\"x\"/>",
        "error|bad-choice|<trip id=\"v\" depart=\"0\" from=\"a\" to=\"b\" departLane=\"bst\"/>",
        "error|bad-choice|<trip id=\"v\" depart=\"0\" from=\"a\" to=\"b\" departLane=\"0.5\"/>",
        "error|bad-choice|<trip id=\"v\" depart=\"0\" from=\"a\" to=\"b\" departPos=\"bse\"/>",
        "error|bad-choice|<trip id=\"v\" depart=\"0\" from=\"a\" to=\"b\" departSpeed=\"mx\"/>",
        "error|bad-choice|<trip id=\"v\" depart=\"0\" from=\"a\" to=\"b\" arrivalPos=\"mx\"/>",
        "error|out-of-range|<trip id=\"v\" depart=\"0\" from=\"a\" to=\"b\" departSpeed=\"-2\"/>",
        "error|unknown-lane|<trip id=\"v\" depart=\"0\" from=\"a\" to=\"b\" departLane=\"2\"/>",
        "warning|depart-speed-too-high|<trip id=\"v\" depart=\"0\" from=\"a\" to=\"b\""
            + " departSpeed=\"99\"/>",
        "warning|position-outside-edge|<trip id=\"v\" depart=\"0\" from=\"a\" to=\"b\""
            + " departPos=\"101\"/>",
        "warning|position-outside-edge|<trip id=\"v\" depart=\"0\" from=\"a\" to=\"b\""
            + " arrivalPos=\"-201\"/>",
        "warning|no-route|<trip id=\"v\" depart=\"0\" from=\"a\" to=\"e\"/>",
        "warning|unsupported-attribute|<trip id=\"v\" depart=\"0\" fromTaz=\"1\" toTaz=\"2\"/>",
        "warning|unsupported-attribute|<trip id=\"v\" depart=\"triggered\" from=\"a\" to=\"b\"/>",
        "warning|unsupported-attribute|<trip id=\"v\" depart=\"0\" from=\"a\" to=\"b\""
            + " departEdge=\"1\"/>",
        "warning|route-not-connected|<vehicle id=\"v\" depart=\"0\"><route edges=\"a c\"/></vehicle>",
        "warning|route-not-connected|<vehicle id=\"v\" depart=\"0\"><route edges=\"d\"/></vehicle>",
        // Flows
        "error|flow-without-rate|<flow id=\"f\" end=\"9\" from=\"a\" to=\"b\"/>",
        "error|flow-conflict|<flow id=\"f\" end=\"9\" period=\"1\" probability=\".1\" from=\"a\""
            + " to=\"b\"/>",
        "error|flow-conflict|<flow id=\"f\" end=\"9\" period=\"1\" number=\"3\" from=\"a\""
            + " to=\"b\"/>",
        "error|out-of-range|<flow id=\"f\" begin=\"9\" end=\"8\" period=\"1\" from=\"a\" to=\"b\"/>",
        "error|out-of-range|<flow id=\"f\" end=\"8\" period=\"0\" from=\"a\" to=\"b\"/>",
        "error|out-of-range|<flow id=\"f\" end=\"8\" vehsPerHour=\"0\" from=\"a\" to=\"b\"/>",
        "error|out-of-range|<flow id=\"f\" end=\"8\" probability=\"2\" from=\"a\" to=\"b\"/>",
        "error|out-of-range|<flow id=\"f\" end=\"8\" number=\"-2\" from=\"a\" to=\"b\"/>",
        "error|out-of-range|<flow id=\"f\" end=\"9e8\" period=\"1\" from=\"a\" to=\"b\"/>",
        "error|bad-number|<flow id=\"f\" end=\"9\" period=\"exp(0)\" from=\"a\" to=\"b\"/>",
        "error|bad-time|<flow id=\"f\" end=\"9\" period=\"poisson\" from=\"a\" to=\"b\"/>",
        "warning|flow-without-end|<flow id=\"f\" period=\"9\" from=\"a\" to=\"b\"/>",
        // Stops
        "error|missing-attribute|<busStop lane=\"a_0\"/>",
        "error|missing-attribute|<busStop id=\"s\"/>",
        "error|unknown-lane|<busStop id=\"s\" lane=\"a_7\"/>",
        "error|stop-outside-lane|<busStop id=\"s\" lane=\"a_0\" endPos=\"120\"/>",
        "error|stop-outside-lane|<busStop id=\"s\" lane=\"a_0\" startPos=\"60\" endPos=\"50\"/>",
        // Signals
        "warning|unknown-signal|<tlLogic id=\"x\"><phase duration=\"9\" state=\"G\"/></tlLogic>",
        // Elements
        "warning|unsupported-element|<rerouter id=\"x\"><interval/></rerouter>",
        "warning|unsupported-element|<calibrator id=\"x\"/>",
        "warning|unsupported-element|<variableSpeedSign id=\"x\"/>",
        "warning|unsupported-element|<person id=\"x\"><stop lane=\"nonsense\"/></person>",
        "warning|unsupported-element|<container id=\"x\"/>",
        "warning|unknown-element|<vehicel id=\"x\"/>",
        "warning|unknown-element|<stop lane=\"a_0\"/>",
      })
  void eachFaultHasItsFinding(String severity, String code, String element) {
    world.read("<routes>\n" + element + "\n</routes>");
    assertThat(world.found()).containsExactly("0.xml:2:1: " + severity + " " + code);
    Finding finding = world.findings.list().get(0);
    assertThat(finding.message()).endsWith(".").doesNotContain("..");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "error|unknown-lane|<stop lane=\"x_0\" duration=\"1\"/>",
        "error|unknown-edge|<stop edge=\"x\" duration=\"1\"/>",
        "error|missing-attribute|<stop duration=\"1\"/>",
        "error|bad-time|<stop lane=\"a_0\" duration=\"long\"/>",
        "error|out-of-range|<stop lane=\"a_0\" duration=\"-1\"/>",
        "error|unknown-bus-stop|<stop busStop=\"x\" duration=\"1\"/>",
        "error|stop-outside-lane|<stop lane=\"a_0\" startPos=\"-130\" duration=\"1\"/>",
        "warning|stop-without-end|<stop lane=\"a_0\"/>",
        "warning|stop-not-on-route|<stop lane=\"c_0\" duration=\"1\"/>",
        "warning|stop-not-permitted|<stop lane=\"c_0\" duration=\"1\"/>",
        "warning|unsupported-attribute|<stop parkingArea=\"p\" duration=\"1\"/>",
        "warning|unsupported-attribute|<stop lane=\"a_0\" speed=\"3\"/>",
        "warning|unsupported-attribute|<stop lane=\"a_0\" duration=\"1\" parking=\"true\"/>",
        "error|two-routes|<route edges=\"a b\"/>",
        "error|unknown-edge|<route edges=\"a x\"/>",
      })
  void eachFaultInsideAVehicleHasItsFinding(String severity, String code, String element) {
    String route = code.equals("stop-not-permitted") ? "b c" : "a b";
    String vehicle =
        code.equals("unknown-edge") && element.startsWith("<route")
            ? "<vehicle id=\"v\" depart=\"0\">\n"
            : "<vehicle id=\"v\" depart=\"0\" route=\"r\">\n";
    world.read(
        "<routes><route id=\"r\" edges=\""
            + route
            + "\"/>"
            + vehicle
            + element
            + "</vehicle></routes>");
    assertThat(world.found()).containsExactly("0.xml:2:1: " + severity + " " + code);
  }

  @Test
  void allFaultsAreFoundAtOnce() {
    world.read(
        """
        <routes>
          <vType id="t" length="-1" sigma="7"/>
          <vType id="t"/>
          <route id="r" edges="a x y"/>
          <route id="r" edges="a"/>
          <vehicle id="v" depart="x" type="nope" route="r"/>
          <vehicle id="w" depart="0" route="r">
            <stop lane="nope" duration="1"/>
          </vehicle>
        </routes>
        """);
    assertThat(world.found())
        .containsExactly(
            "0.xml:2:3: error out-of-range",
            "0.xml:2:3: error out-of-range",
            "0.xml:3:3: error duplicate-id",
            "0.xml:4:3: error unknown-edge",
            "0.xml:4:3: error unknown-edge",
            "0.xml:5:3: error duplicate-id",
            "0.xml:6:3: error bad-time",
            "0.xml:8:5: error unknown-lane");
  }

  @Test
  void idsAreUnique() {
    world.read(
        """
        <routes>
          <vTypeDistribution id="t" vTypes="DEFAULT_VEHTYPE"/>
          <vType id="t"/>
          <busStop id="s" lane="a_0"/>
          <busStop id="s" lane="a_0"/>
          <routeDistribution id="r"><route edges="a"/></routeDistribution>
          <route id="r" edges="a"/>
          <flow id="f" end="2" period="1"><route edges="a"/></flow>
          <vehicle id="f.1" depart="0"><route edges="a"/></vehicle>
          <vehicle id="f.2" depart="0"><route edges="a"/></vehicle>
        </routes>
        """);
    assertThat(world.found())
        .containsExactly(
            "0.xml:3:3: error duplicate-id",
            "0.xml:5:3: error duplicate-id",
            "0.xml:7:3: error duplicate-id",
            "0.xml:9:3: error duplicate-id");
  }

  @Test
  void emptyDistributionsAreErrorsAtTheirUsers() {
    world.read(
        """
        <routes>
          <vTypeDistribution id="t"><vType id="x" probability="0"/></vTypeDistribution>
          <routeDistribution id="r"/>
          <trip id="v" depart="0" from="a" to="b" type="t"/>
          <vehicle id="w" depart="0" route="r"/>
        </routes>
        """);
    assertThat(world.found())
        .containsExactly("0.xml:4:3: error bad-distribution", "0.xml:5:3: error bad-distribution");
  }

  @Test
  void kindsThatAreLeftOutAreWarnedOfOnceWithTheirCount() {
    world.read(
        """
        <additional>
          <rerouter id="1" edges="a"/>
          <nonsense/>
          <rerouter id="2" edges="a"/>
          <rerouter id="3" edges="a"/>
        </additional>
        """);
    assertThat(world.found())
        .containsExactly(
            "0.xml:2:3: warning unsupported-element", "0.xml:3:3: warning unknown-element");
    assertThat(world.findings.list().get(0).message()).contains("3 times");
  }

  @Test
  void whatHasNoEffectIsPassedOver() {
    world.readClean(
        """
        <additional>
          <e1Detector id="1"/><inductionLoop id="2"/><e2Detector id="3"/>
          <e3Detector id="4"><detEntry lane="x"/><detExit lane="y"/></e3Detector>
          <instantInductionLoop id="5"/><laneAreaDetector id="6"/>
          <edgeData id="7"/><laneData id="8"/><poly id="9"/><poi id="10"/>
          <param key="a" value="b"/><parkingArea id="11"/>
          <vType id="t"><param key="has.device" value="x"/></vType>
          <vehicle id="v" depart="0" type="t">
            <route edges="a"><param key="a" value="b"/></route>
            <param key="a" value="b"/>
          </vehicle>
        </additional>
        """);
  }

  @Test
  void aFileOfAnotherKindIsRefusedAsAWhole() {
    world.read("<net>\n<edge id=\"a\"/><edge id=\"b\"/></net>", "<routes/>");
    assertThat(world.found()).containsExactly("0.xml:1:1: error wrong-root");
  }

  @Test
  void brokenAndMissingFilesAreFindings() {
    world.read(List.of(folder.resolve("none.xml"), world.write("cut.xml", "<routes><vType id=")));
    assertThat(world.findings.list())
        .extracting(Finding::code)
        .containsExactly("xml-malformed", "file-unreadable");
    assertThat(world.read("<routes><vehicle id=\"v\" dep", "<routes/>").departures()).isEmpty();
  }

  @Test
  void aRunawayFlowIsStopped() {
    world.limit = 1000;
    Demand demand =
        world.read(
            "<routes>\n<flow id=\"f\" end=\"9\" period=\"0.001\" from=\"a\" to=\"b\"/>"
                + "\n<trip id=\"t\" depart=\"0\" from=\"a\" to=\"b\"/></routes>");
    assertThat(demand.departures()).hasSize(1000);
    assertThat(world.found()).containsExactly("0.xml:2:1: error too-many-vehicles");
  }

  @Test
  void signalProgramsMustFitTheirSignal() {
    world.read(
        """
        <additional>
          <tlLogic id="s" programID="1">
            <phase duration="9" state="G"/>
            <phase duration="0" state="GX"/>
          </tlLogic>
        </additional>
        """);
    assertThat(world.found())
        .containsExactly(
            "0.xml:3:5: error bad-signal-state",
            "0.xml:4:5: error out-of-range",
            "0.xml:4:5: error bad-signal-state");
  }
}
