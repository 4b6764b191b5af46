package io.testroad;

import static io.testroad.Rules.all;
import static io.testroad.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.engine.Percept;
import io.testroad.engine.RandomStream;
import io.testroad.engine.WorkingCalendar;
import io.testroad.incident.CentreAgent;
import io.testroad.incident.CentreLevel;
import io.testroad.incident.CentreSpec;
import io.testroad.incident.DispatchSpec;
import io.testroad.incident.StandardPlans;
import io.testroad.incident.UnitAgent;
import io.testroad.incident.UnitKind;
import io.testroad.incident.UnitSpec;
import io.testroad.incident.UnitWays;
import io.testroad.incident.WorkTime;
import io.testroad.network.CorridorNetwork;
import io.testroad.network.Network;
import io.testroad.network.RoadGraph;
import io.testroad.network.VehicleClass;
import io.testroad.network.Zone;
import io.testroad.permit.AuthorityAgent;
import io.testroad.permit.AuthoritySpec;
import io.testroad.policy.Consequence;
import io.testroad.policy.Instruction;
import io.testroad.policy.Moment;
import io.testroad.policy.RuleBook;
import io.testroad.protocol.VehicleLetter;
import io.testroad.sensing.PlatformAgent;
import io.testroad.sensing.PlatformSpec;
import io.testroad.units.Term;
import io.testroad.vehicle.Fallback;
import io.testroad.vehicle.IcvAgent;
import io.testroad.vehicle.IcvSpec;
import io.testroad.vehicle.NetworkMap;
import io.testroad.vehicle.OperatorSpec;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Agents of every kind together: what one writes, the other understands. */
class EnsembleTest {

  private static final String START = "2025-03-01T08:00:00+08:00";
  private static final AgentId OPERATOR = AgentId.of("operator", "fleet");
  private static final AgentId POLICE = AgentId.of("authority", "traffic-police");
  private static final AgentId PLATFORM = AgentId.of("platform", "city");
  private static final AgentId CENTRE = AgentId.of("centre", "district");
  private static final AgentId PILOT = AgentId.vehicle("pilot");
  private static final Network NETWORK =
      new CorridorNetwork(1, 500, 2, 1, 200, 16, 12, false).generate();

  private static final RuleBook RULES =
      all(
          rule(
              "limit",
              Moment.SPEED_SEEN,
              facts ->
                  (Double) facts.find("vehicle.speedMps")
                      <= (Double) facts.find("road.speedLimitMps"),
              new Consequence.Violation("speeding", "operator"),
              new Consequence.Suspend(7)),
          rule(
              "permit-valid",
              Moment.TRIP_REQUESTED,
              facts -> facts.getString("vehicle.permit.status").equals("valid"),
              new Consequence.Refuse("permit-not-valid")),
          rule(
              "unanswered",
              Moment.TAKEOVER_UNANSWERED,
              facts -> false,
              new Consequence.Instruct(Instruction.MINIMAL_RISK_MANOEUVRE)));

  private static Stage stage(int seats) {
    var tow =
        new UnitSpec(
            "tow",
            UnitKind.TOW_TRUCK,
            "arterial-east-0",
            0,
            CENTRE,
            0,
            Duration.ofMinutes(1),
            Optional.of(WorkTime.logNormal(Duration.ofMinutes(5), Duration.ZERO)),
            List.of());
    var centre =
        new CentreSpec(
            "district",
            0,
            CentreLevel.DISTRICT,
            Set.of(),
            Optional.empty(),
            List.of(tow),
            StandardPlans.BOOK,
            DispatchSpec.STANDARD,
            Duration.ofMinutes(1),
            CentreSpec.Surroundings.NONE);
    var operator =
        Fleet.of("pilot").remote(seats, Duration.ofSeconds(4)).timetable(trip(5), trip(3000));
    return Stage.from(START)
        .with(
            new IcvAgent(
                pilot(),
                new NetworkMap(NETWORK, RoadGraph.of(NETWORK), new TreeMap<>()),
                RULES,
                RandomStream.of(7, "reactions", "pilot")))
        .with(operator.agent(RULES))
        .with(police())
        .with(
            new PlatformAgent(
                new PlatformSpec(1, Duration.ofSeconds(2), CENTRE), RandomStream.of(7, "sensing")))
        .with(new CentreAgent(centre, NETWORK, RoadGraph.of(NETWORK)))
        .with(
            new UnitAgent(
                tow,
                new UnitWays(NETWORK, RoadGraph.of(NETWORK)),
                RandomStream.of(7, "work", "tow")));
  }

  private static AuthorityAgent police() {
    Term atOnce = Term.ofSeconds(0);
    return new AuthorityAgent(
        new AuthoritySpec(
            POLICE.name(),
            new AuthoritySpec.Times(atOnce, atOnce, atOnce, atOnce),
            "T",
            WorkingCalendar.PLAIN,
            List.of(POLICE),
            new TreeMap<>(),
            new TreeMap<>()),
        RULES);
  }

  private static OperatorSpec.TimetabledTrip trip(int second) {
    return new OperatorSpec.TimetabledTrip(
        Duration.ofSeconds(second),
        "pilot",
        new VehicleLetter.SetOut(List.of("arterial-east-0", "arterial-east-1"), "test", 0, "none"));
  }

  private static final Zone ARTERIAL =
      Zone.of("arterial", "Arterial", Set.of("arterial-east-0", "arterial-east-1"));

  private static IcvSpec pilot() {
    var plate = new IcvSpec.Plate("T0001", OffsetDateTime.parse(START).plusMonths(6).toInstant());
    return new IcvSpec(
        "pilot",
        OPERATOR,
        POLICE,
        PLATFORM,
        new IcvSpec.Make(4, VehicleClass.PASSENGER, 4, "1.0"),
        "road-test",
        "on-board",
        ARTERIAL,
        IcvSpec.zones(ARTERIAL),
        Optional.of(plate),
        "",
        Optional.of(plate.validUntil()),
        new IcvSpec.Insurance(plate.validUntil(), 5e6),
        new IcvSpec.Recorder(true, 90, 30),
        new IcvSpec.Driver(
            "remote", Duration.ofSeconds(3), Duration.ofSeconds(10), 5, Duration.ofMinutes(20), 3),
        Facts.empty(),
        true,
        Fallback.PLAIN);
  }

  private static Stage speedingAfterTenSeconds(int seats) {
    return stage(seats)
        .tell(6, PILOT, new Percept.Departed("arterial-east-0", 0, 5))
        .tell(10, PILOT, new Percept.Sighted("arterial-east-0", 0, 60, 18, 16, 0, 0))
        .tell(11, PILOT, new Percept.Sighted("arterial-east-0", 0, 78, 18, 16, 0, 0));
  }

  @Test
  void speedingSuspendsAndARemoteOperatorDrivesOn() {
    Stage stage =
        speedingAfterTenSeconds(1)
            .tell(60, PILOT, new Percept.EnteredRoad("arterial-east-1", 0, 14))
            .tell(100, PILOT, new Percept.Arrived("arterial-east-1", 94, 1000))
            .until(3001);
    assertThat(stage.text("records"))
        .isEqualTo(
            """
            5.1 pilot records ruling permit-valid held
            5.1 pilot records trip-started {from=arterial-east-0, stage=road-test, to=arterial-east-1}
            6.0 pilot records vehicle-entered-road {declared=true, road=arterial-east-0}
            6.0 pilot records mode-changed {cause=declared-road, from=manual, road=arterial-east-0, to=automated}
            10.0 pilot records ruling limit broken: violation(speeding, operator); suspend(7)
            10.1 traffic-police records violation-recorded {addressee=operator, class=speeding, rule=limit, vehicle=pilot}
            10.1 traffic-police records permit-suspended {rule=limit, until=2025-03-08T00:00:10.100Z, vehicle=pilot}
            10.2 pilot records mode-changed {cause=permit-suspended, from=automated, road=arterial-east-0, rule=limit, to=takeover-requested}
            10.2 pilot records takeover-requested {cause=permit-suspended, leadS=10.0}
            15.4 pilot records takeover-answered {afterS=5.2}
            15.4 pilot records mode-changed {cause=takeover, from=takeover-requested, road=arterial-east-0, to=manual}
            60.0 pilot records vehicle-entered-road {declared=true, road=arterial-east-1}
            100.0 pilot records trip-accounted {automatedM=133.2, automatedS=9.4, takeovers=1}
            100.0 pilot records trip-ended {outcome=arrived}
            3000.1 pilot records ruling permit-valid broken: refuse(permit-not-valid)
            3000.1 pilot records trip-refused {reason=permit-not-valid, rule=permit-valid}
            """);
  }

  @Test
  void speedingSuspendsAndTheVehicleStopsUntilItIsTakenAway() {
    Stage stage =
        speedingAfterTenSeconds(0)
            .tell(30, PILOT, new Percept.Halted("arterial-east-0", 0, 240, false))
            .tell(451, PILOT, new Percept.Removed("arterial-east-0"))
            .until(3001);
    assertThat(stage.text("records", "decides"))
        .isEqualTo(
            """
            0.0 district decides Survey[everyS=60.0]
            5.1 pilot records ruling permit-valid held
            5.1 pilot records trip-started {from=arterial-east-0, stage=road-test, to=arterial-east-1}
            5.1 pilot decides Insert[vehicle=pilot, roads=[arterial-east-0, arterial-east-1], departPositionM=NaN, arrivalPositionM=NaN, tracked=true, blueLight=false]
            6.0 pilot records vehicle-entered-road {declared=true, road=arterial-east-0}
            6.0 pilot records mode-changed {cause=declared-road, from=manual, road=arterial-east-0, to=automated}
            10.0 pilot records ruling limit broken: violation(speeding, operator); suspend(7)
            10.1 traffic-police records violation-recorded {addressee=operator, class=speeding, rule=limit, vehicle=pilot}
            10.1 traffic-police records permit-suspended {rule=limit, until=2025-03-08T00:00:10.100Z, vehicle=pilot}
            10.2 pilot records mode-changed {cause=permit-suspended, from=automated, road=arterial-east-0, rule=limit, to=takeover-requested}
            10.2 pilot records takeover-requested {cause=permit-suspended, leadS=10.0}
            20.2 pilot records takeover-unanswered {leadS=10.0}
            20.2 pilot records ruling unanswered broken: instruct(minimal-risk-manoeuvre)
            20.2 pilot records mode-changed {cause=takeover-unanswered, from=takeover-requested, road=arterial-east-0, rule=unanswered, to=minimal-risk}
            20.2 pilot decides Halt[vehicle=pilot, decelerationMps2=2.0, aside=true]
            30.0 pilot records mode-changed {cause=minimal-risk, from=minimal-risk, road=arterial-east-0, to=stopped}
            451.0 pilot records trip-accounted {automatedM=307.8, automatedS=24.0, takeovers=0}
            451.0 pilot records mode-changed {cause=removed, from=stopped, to=manual}
            451.0 pilot records trip-ended {outcome=removed}
            3000.1 pilot records ruling permit-valid broken: refuse(permit-not-valid)
            3000.1 pilot records trip-refused {reason=permit-not-valid, rule=permit-valid}
            """);
  }
}
