package io.testroad.vehicle;

import static io.testroad.Rules.instruct;
import static io.testroad.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Stage;
import io.testroad.engine.Percept;
import io.testroad.policy.Instruction;
import io.testroad.policy.Moment;
import io.testroad.policy.RuleBook;
import io.testroad.protocol.VehicleLetter;
import org.junit.jupiter.api.Test;

/** Where minimal risk manoeuvres end, and takeovers that come late. */
class A13ManoeuvreTest {

  private static final VehicleLetter.FaultArises SLIGHT =
      new VehicleLetter.FaultArises("sensor-fault", true);
  private static final RuleBook DECLARED_ROADS_ONLY =
      rule(
          "declared-roads-only",
          Moment.ROAD_ENTERED,
          facts -> Boolean.TRUE.equals(facts.find("road.declared")),
          instruct(Instruction.STOP_AUTOMATION));

  private static String stops(Fallback fallback) {
    Stage stage = Pilot.automated("none", fallback, RuleBook.NONE);
    stage.tell(10, Pilot.ID, SLIGHT).until(10);
    return stage.text("decides");
  }

  @Test
  void inTheLaneOrAtTheShoulder() {
    assertThat(stops(Setbacks.stopping("in-lane")))
        .isEqualTo("10.0 pilot decides StopInLane[vehicle=pilot, decelerationMps2=2.0]\n");
    assertThat(stops(Setbacks.stopping("shoulder")))
        .isEqualTo(
            "10.0 pilot decides PullOver[vehicle=pilot, decelerationMps2=2.0, patienceS=20.0]\n");
  }

  @Test
  void aSafePlaceThatIsFarIsNotSought() {
    assertThat(stops(Setbacks.stopping("safe-place", "x")))
        .isEqualTo(
            "10.0 pilot decides PullOver[vehicle=pilot, decelerationMps2=2.0, patienceS=20.0]\n");
  }

  @Test
  void toASafePlaceAndOnFromThere() {
    Stage stage =
        Pilot.automated(
            "none",
            Setbacks.stopping("safe-place", "b"),
            PilotMap.of("a: b", "b: c"),
            RuleBook.NONE);
    stage
        .tell(10, Pilot.ID, SLIGHT)
        .tell(100, Pilot.ID, new Percept.EnteredRoad("b", 0, 5))
        .tell(110, Pilot.ID, new Percept.Halted("b", 0, 30, true))
        .tell(200, Pilot.ID, new VehicleLetter.FaultMended())
        .until(200);
    assertThat(stage.text("decides", "mode-changed"))
        .isEqualTo(
            """
            10.0 pilot records mode-changed {cause=sensor-fault, from=automated, road=a, to=minimal-risk}
            10.0 pilot decides CapSpeed[vehicle=pilot, maxSpeedMps=5.0]
            10.0 pilot decides Reroute[vehicle=pilot, roads=[a, b, c], arrivalPositionM=NaN]
            100.0 pilot decides PullOver[vehicle=pilot, decelerationMps2=2.0, patienceS=20.0]
            110.0 pilot records mode-changed {cause=sensor-fault, from=minimal-risk, road=b, to=stopped}
            200.0 pilot records mode-changed {cause=fault-mended, from=stopped, road=b, to=manual}
            200.0 pilot decides Resume[vehicle=pilot]
            200.0 pilot decides CapSpeed[vehicle=pilot, maxSpeedMps=Infinity]
            """);
  }

  @Test
  void aLateTakeoverEndsTheManoeuvreWhereThatIsAllowed() {
    Stage stage = Pilot.automated("remote", Setbacks.late(0.4), DECLARED_ROADS_ONLY);
    stage
        .tell(10, Pilot.ID, Pilot.enters("c"))
        .tell(22, Pilot.ID, new VehicleLetter.TakeoverGiven(1))
        .until(30);
    assertThat(stage.text("takeover-", "late-", "Resume"))
        .isEqualTo(
            """
            10.0 pilot records mode-changed {cause=rule, from=automated, road=c, rule=declared-roads-only, to=takeover-requested}
            10.0 pilot records takeover-requested {cause=rule, leadS=10.0}
            20.0 pilot records takeover-unanswered {leadS=10.0}
            20.0 pilot records mode-changed {cause=takeover-unanswered, from=takeover-requested, road=c, to=minimal-risk}
            22.0 pilot records takeover-answered {afterS=12.0}
            22.0 pilot records mode-changed {cause=late-takeover, from=minimal-risk, road=c, to=manual}
            22.0 pilot decides Resume[vehicle=pilot]
            """);
  }
}
