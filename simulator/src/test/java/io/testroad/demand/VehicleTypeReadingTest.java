package io.testroad.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.testroad.demand.VehicleType.LaneChange;
import io.testroad.demand.VehicleType.LaneChangeModel;
import io.testroad.demand.VehicleType.Model;
import io.testroad.demand.VehicleType.SpeedFactor;
import io.testroad.network.VehicleClass;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class VehicleTypeReadingTest {

  @TempDir Path folder;
  private DemandWorld world;

  @BeforeEach
  void setUp() {
    world = new DemandWorld(folder);
  }

  private VehicleType type(String attributes) {
    return world.readClean("<routes><vType id=\"t\" " + attributes + "/></routes>").types().get(0);
  }

  // Figures from "Vehicle Type Parameter Defaults" and SUMOVTypeParameter.cpp.
  @ParameterizedTest
  @CsvSource({
    "passenger, 5, 1.8, 2.5, 55.5556, 2.6, 4.5, 9, 0.1, 0.5, 1500",
    "taxi, 5, 1.8, 2.5, 55.5556, 2.6, 4.5, 9, 0.05, 0.5, 1500",
    "ignoring, 5, 1.8, 2.5, 55.5556, 2.6, 4.5, 9, 0, 0.5, 1500",
    "bus, 12, 2.5, 2.5, 27.7778, 1.2, 4, 7, 0, 0.5, 12000",
    "truck, 7.1, 2.4, 2.5, 36.1111, 1.3, 4, 7, 0.05, 0.5, 4500",
    "trailer, 16.5, 2.55, 2.5, 36.1111, 1.1, 4, 7, 0.05, 0.5, 13000",
    "delivery, 6.5, 2.16, 2.5, 55.5556, 2.6, 4.5, 9, 0.05, 0.5, 5000",
    "emergency, 6.5, 2.16, 2.5, 55.5556, 2.6, 4.5, 9, 0, 0.5, 5000",
    "motorcycle, 2.2, 0.9, 2.5, 55.5556, 6, 10, 10, 0.1, 0.5, 200",
    "bicycle, 1.6, 0.65, 0.5, 5.5556, 1.2, 3, 7, 0.1, 0.5, 10",
    "tram, 22, 2.4, 2.5, 22.2222, 1, 3, 7, 0, 0, 37900",
  })
  void defaultsFollowTheClass(
      String name,
      double length,
      double width,
      double minGap,
      double maxSpeed,
      double accel,
      double decel,
      double emergency,
      double deviation,
      double sigma,
      double mass) {
    VehicleType type = type("vClass=\"" + name + "\"");
    assertThat(type.vehicleClass().written()).isEqualTo(name);
    assertThat(type.model()).isEqualTo(Model.KRAUSS);
    assertThat(type.lengthM()).isEqualTo(length);
    assertThat(type.widthM()).isEqualTo(width);
    assertThat(type.minGapM()).isEqualTo(minGap);
    assertThat(type.maxSpeedMps()).isCloseTo(maxSpeed, within(1e-4));
    assertThat(type.accelMps2()).isEqualTo(accel);
    assertThat(type.decelMps2()).isEqualTo(decel);
    assertThat(type.emergencyDecelMps2()).isEqualTo(emergency);
    assertThat(type.speedFactor()).isEqualTo(new SpeedFactor(1, deviation, 0.2, 2));
    assertThat(type.sigma()).isEqualTo(sigma);
    assertThat(type.massKg()).isEqualTo(mass);
  }

  @ParameterizedTest
  @EnumSource(VehicleClass.class)
  void everyClassHasDefaultsThatMakeSense(VehicleClass vehicleClass) {
    VehicleType type = type("vClass=\"" + vehicleClass.written() + "\"");
    assertThat(type.vehicleClass()).isEqualTo(vehicleClass);
    assertThat(type.lengthM()).isPositive();
    assertThat(type.emergencyDecelMps2()).isGreaterThanOrEqualTo(type.decelMps2());
  }

  @Test
  void attributesOverrideDefaults() {
    assertThat(
            type(
                """
                vClass="bus" carFollowModel="IDM" length="18" width="2.6" minGap="3" maxSpeed="20"
                accel="1" decel="3" emergencyDecel="6" tau="1.5" sigma="0.2" delta="2"
                speedFactor="0.9" speedDev="0.05" lcStrategic="2" lcCooperative="0.5"
                lcSpeedGain="0" lcKeepRight="3" impatience="0.4" mass="9000" color="1,0,0"
                """))
        .isEqualTo(
            new VehicleType(
                "t",
                VehicleClass.BUS,
                Model.IDM,
                18,
                2.6,
                3,
                20,
                1,
                3,
                6,
                1.5,
                0.2,
                2,
                new SpeedFactor(0.9, 0.05, 0.2, 2),
                new LaneChange(2, 0.5, 0, 3),
                0.4,
                9000));
  }

  @Test
  void emergencyBrakingIsAtLeastAsHardAsUsual() {
    assertThat(type("decel=\"10\"").emergencyDecelMps2()).isEqualTo(10);
  }

  @Test
  void strategicChangesCanBeSwitchedOff() {
    assertThat(type("lcStrategic=\"-1\" impatience=\"off\"").laneChange().strategic()).isZero();
  }

  @Test
  void aDesiredTopSpeedLimitsTheTechnicalOne() {
    assertThat(type("vClass=\"bicycle\" desiredMaxSpeed=\"7\"").maxSpeedMps()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource({
    "Krauss, KRAUSS",
    "KraussOrig1, KRAUSS",
    "IDM, IDM",
    "IIDM, IIDM",
    "ACC, PATH_ACC",
    "CACC, CACC"
  })
  void modelsAreMapped(String written, Model model) {
    assertThat(type("carFollowModel=\"" + written + "\"").model()).isEqualTo(model);
  }

  @ParameterizedTest
  @CsvSource({
    "KraussPS, KRAUSS, Krauss",
    "KraussX, KRAUSS, Krauss",
    "EIDM, IDM, IDM",
    "IDMM, IDM, IDM",
    "W99, KRAUSS, Krauss",
    "CC, KRAUSS, Krauss"
  })
  void theSubstituteIsNamed(String written, Model model, String name) {
    Demand demand =
        world.read("<routes><vType id=\"t\" carFollowModel=\"" + written + "\"/></routes>");
    assertThat(demand.types().get(0).model()).isEqualTo(model);
    assertThat(world.findings.list())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("model-replaced");
              assertThat(finding.message())
                  .isEqualTo(
                      "The car-following model '"
                          + written
                          + "' is not simulated; "
                          + name
                          + " takes its place.");
            });
  }

  @Test
  void gainsOfCaccAreSumosUnlessGiven() {
    assertThat(type("carFollowModel=\"CACC\"").automation().cacc()).isEqualTo(CaccGains.SUMO);
    Automation set =
        type("""
            carFollowModel="CACC" gapControlGainGapDot="0.25" tauCACCToACC="1.4"
            speedControlGain="-0.3" collisionAvoidanceGainSpace="0.7"
            """)
            .automation();
    assertThat(set.cacc()).isEqualTo(new CaccGains(0.4, 0.45, 0.25, 0.005, 0.05, 0.45, 0.05, 1.4));
    assertThat(set.acc()).isEqualTo(new AccGains(0.3, 0.23, 0.07, 0.04, 0.8, 0.7, 0.23));
    assertThat(set.rss().on()).isFalse();
    assertThat(type("carFollowModel=\"ACC\"").automation()).isEqualTo(Automation.DEFAULT);
  }

  @Test
  void laneChangesAndReactionTime() {
    VehicleType type =
        type("laneChangeModel=\"LC2013\" lcAssertive=\"2\" actionStepLength=\"0.8\"");
    assertThat(type.laneChange())
        .isEqualTo(new LaneChange(LaneChangeModel.SUMO, 1, 1, 1, 1, 2, MobilParameters.DEFAULT));
    assertThat(type.actionStepS()).isEqualTo(0.8);
    assertThat(type("laneChangeModel=\"MOBIL\"").laneChange().model())
        .isEqualTo(LaneChangeModel.MOBIL);
    assertThat(type("lcCooperative=\"-1\"").laneChange().cooperative()).isZero();
    assertThat(type("").actionStepS()).isZero();
  }

  @Test
  void whatIsNotSimulatedIsListedOnce() {
    world.read(
        "<routes><vType id=\"t\" lcPushy=\"1\" jmIgnoreFoeProb=\"0.5\" startupDelay=\"1\"/>"
            + "</routes>");
    assertThat(world.findings.list())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .isEqualTo(
                        "<vType> says lcPushy, jmIgnoreFoeProb, startupDelay, not simulated."));
  }

  @Test
  void otherModelsBecomeKrauss() {
    Demand demand = world.read("<routes><vType id=\"t\" carFollowModel=\"idm\"/></routes>");
    assertThat(demand.types().get(0).model()).isEqualTo(Model.KRAUSS);
    assertThat(world.findings.list().get(0).remedy()).contains("IDM");
  }

  @Test
  void theModelMayBeAnElementOfItsOwn() {
    VehicleType type =
        world
            .readClean(
                """
                <routes>
                  <vType id="t" length="4" accel="9">
                    <carFollowing-IDM accel="2" tau="1.2" delta="3"/>
                  </vType>
                </routes>
                """)
            .types()
            .get(0);
    assertThat(type.model()).isEqualTo(Model.IDM);
    assertThat(type.lengthM()).isEqualTo(4);
    assertThat(type.accelMps2()).isEqualTo(2);
    assertThat(type.tauS()).isEqualTo(1.2);
    assertThat(type.delta()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "speedFactor=\"1.1\"|1.1|0.1|0.2|2",
        "speedFactor=\"2.5\"|2.5|0.1|0.2|2.5",
        "speedDev=\"0\"|1|0|0.2|2",
        "speedFactor=\"norm(1,0.05)\"|1|0.05|0.6|1.4",
        "speedFactor=\"norm(1,0.5)\"|1|0.5|0.01|5",
        "speedFactor=\"normc(1.1, 0.1, 0.8, 1.3)\"|1.1|0.1|0.8|1.3",
        "speedFactor=\"normc(1,0.3)\" speedDev=\"0.2\"|1|0.2|0.2|2",
      })
  void speedFactors(String attributes, double mean, double deviation, double min, double max) {
    SpeedFactor factor = type(attributes).speedFactor();
    assertThat(factor.mean()).isEqualTo(mean);
    assertThat(factor.deviation()).isEqualTo(deviation);
    assertThat(factor.min()).isCloseTo(min, within(1e-12));
    assertThat(factor.max()).isCloseTo(max, within(1e-12));
  }

  private Map<String, Integer> shares(String types) {
    Demand demand =
        world.readClean(
            "<routes><flow id=\"f\" number=\"10000\" end=\"1000\" type=\"d\">"
                + "<route edges=\"a b\"/></flow>"
                + types
                + "</routes>");
    Map<String, Integer> shares = new TreeMap<>();
    for (Departure departure : demand.departures()) {
      shares.merge(demand.types().get(departure.type()).id(), 1, Integer::sum);
    }
    return shares;
  }

  @Test
  void distributionsOfTypesInside() {
    Map<String, Integer> shares =
        shares(
            """
            <vTypeDistribution id="d">
              <vType id="x" probability="1"/><vType id="y" probability="3"/>
            </vTypeDistribution>
            """);
    assertThat(shares.keySet()).containsExactly("x", "y");
    assertThat(shares.get("x")).isCloseTo(2500, within(150));
  }

  @Test
  void distributionsByName() {
    Map<String, Integer> shares =
        shares(
            """
            <vTypeDistribution id="d" vTypes="x y" probabilities="0.9 0.1"/>
            <vType id="x"/><vType id="y" probability="99"/>
            """);
    assertThat(shares.get("x")).isCloseTo(9000, within(150));
    shares =
        shares(
            """
            <vTypeDistribution id="d" vTypes="x"><vType refId="y"/></vTypeDistribution>
            <vType id="x" probability="0.3"/><vType id="y" probability="0.7"/>
            """);
    assertThat(shares.get("x")).isCloseTo(3000, within(150));
  }

  @Test
  void drawsDependOnSeedAndNameAlone() {
    String types = "<vTypeDistribution id=\"d\" vTypes=\"DEFAULT_VEHTYPE DEFAULT_BIKETYPE\"/>";
    String first = "<trip id=\"v\" depart=\"5\" type=\"d\" from=\"a\" to=\"b\"/>";
    String second = "<trip id=\"w\" depart=\"3\" type=\"d\" from=\"a\" to=\"b\"/>";
    boolean seedMatters = false;
    int before = -1;
    for (world.seed = 0; world.seed < 20; world.seed++) {
      Demand one = world.readClean("<routes>" + types + first + second + "</routes>");
      Demand other = world.readClean("<routes>" + second + first + types + "</routes>");
      assertThat(one.departures().get(1).type()).isEqualTo(other.departures().get(1).type());
      seedMatters |= before >= 0 && before != one.departures().get(1).type();
      before = one.departures().get(1).type();
    }
    assertThat(seedMatters).isTrue();
  }

  @Test
  void theDefaultTypeIsThereAndMayBeRedefined() {
    String trip = "<trip id=\"v\" depart=\"0\" from=\"a\" to=\"b\"/>";
    Demand demand = world.readClean("<routes>" + trip + "</routes>");
    assertThat(demand.types()).extracting(VehicleType::id).containsExactly("DEFAULT_VEHTYPE");
    assertThat(demand.types().get(0).vehicleClass()).isEqualTo(VehicleClass.PASSENGER);
    demand =
        world.readClean(
            "<routes>" + trip + "</routes>",
            "<additional><vType id=\"DEFAULT_VEHTYPE\" length=\"3\"/></additional>");
    assertThat(demand.types()).hasSize(1);
    assertThat(demand.types().get(0).lengthM()).isEqualTo(3);
  }

  @Test
  void unknownTypesNameTheNearest() {
    world.read(
        "<routes><vType id=\"lorry\"/>"
            + "<trip id=\"v\" depart=\"0\" type=\"lory\" from=\"a\" to=\"b\"/></routes>");
    assertThat(List.of(world.findings.list().get(0).remedy()))
        .containsExactly("Did you mean 'lorry'?");
  }
}
