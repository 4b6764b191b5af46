package io.testroad.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Stage;
import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.engine.Percept;
import io.testroad.network.Junction;
import io.testroad.network.Network;
import io.testroad.network.NetworkBuilder;
import io.testroad.network.PlainNode;
import io.testroad.network.PlainRoad;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.SceneLetter;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A unit's course, from the order until it is home again. */
class A01UnitCourseTest {

  private static final AgentId TOW = AgentId.vehicle("tow-1");
  private static final AgentId DRONE = AgentId.vehicle("drone-1");

  private static final SceneLetter.Sight STALL =
      new SceneLetter.Sight(
          3, "vehicle-stalled", "arterial-east-2", 1, 300, List.of("car"), Facts.empty());

  private static Stage tow() {
    return UnitDistrict.with(UnitDistrict.unit("tow-1", UnitKind.TOW_TRUCK))
        .tell(10, TOW, UnitDistrict.sent(1, "arterial-east-2", 300));
  }

  private static Stage underWay() {
    return tow()
        .tell(72, TOW, new Percept.Departed("arterial-east-0", 0, 100))
        .tell(90, TOW, new Percept.EnteredRoad("arterial-east-1", 0, 16));
  }

  @Test
  void drivesWorksAndGoesHome() {
    Stage stage =
        underWay()
            .tell(103, TOW, new Percept.Sighted("arterial-east-1", 0, 210, 16, 16, 0, 0))
            .tell(120, TOW, new Percept.EnteredRoad("arterial-east-2", 0, 16))
            .tell(140, TOW, new Percept.Arrived("arterial-east-2", 68, 1000))
            .tell(140.2, TOW, new SceneLetter.Looked(1, List.of(STALL)))
            .tell(140.2, TOW, new SceneLetter.WorkGiven(1, 3, "tow", "car", Facts.empty()))
            .tell(740.4, TOW, new SceneLetter.NoWork(1))
            .tell(900, TOW, new Percept.Arrived("arterial-east-0", 160, 2000))
            .until(2000);
    assertThat(stage.text())
        .isEqualTo(
            """
            10.0 tow-1 reminds itself in 60.0 s of TurnedOut[order=1]
            70.0 tow-1 records unit-set-out {incident=1, road=arterial-east-0, unit=tow-1}
            70.0 tow-1 decides Insert[vehicle=tow-1, roads=[arterial-east-0, arterial-east-1, arterial-east-2], departPositionM=100.0, arrivalPositionM=285.0, tracked=true, blueLight=true]
            103.0 tow-1 writes signal:crossing-1 PreEmptionAsked[unit=tow-1, road=arterial-east-1]
            120.0 tow-1 writes signal:crossing-1 PreEmptionOver[unit=tow-1]
            140.0 tow-1 writes centre:district UnitOnScene[incident=1, unit=tow-1]
            140.0 tow-1 writes scenes:all UnitThere[incident=1, unit=tow-1, tasks=[observe, tow], road=arterial-east-2, positionM=300.0, withinM=200.0]
            140.2 tow-1 records work-begun {incident=1, item=car, scene=3, task=tow, unit=tow-1, workS=600.0}
            140.2 tow-1 writes centre:district UnitFound[incident=1, unit=tow-1, sights=[Sight[scene=3, kind=vehicle-stalled, road=arterial-east-2, lane=1, positionM=300.0, vehicles=[car], facts={…}]]]
            140.2 tow-1 reminds itself in 600.0 s of WorkFinished[order=1, task=tow, item=car]
            740.2 tow-1 records work-done {afterS=600.0, incident=1, item=car, scene=3, task=tow, unit=tow-1}
            740.2 tow-1 writes scenes:all WorkDone[incident=1, scene=3, unit=tow-1, task=tow, item=car]
            740.2 tow-1 writes centre:district TaskReported[incident=1, unit=tow-1, task=tow, item=car, found={}]
            740.4 tow-1 decides Insert[vehicle=tow-1, roads=[arterial-east-2, cross-2-north-out, cross-2-north-in, arterial-west-2, arterial-west-1, arterial-west-0, arterial-east-0], departPositionM=285.0, arrivalPositionM=100.0, tracked=true, blueLight=false]
            740.4 tow-1 writes centre:district UnitDone[incident=1, unit=tow-1]
            740.4 tow-1 writes scenes:all UnitLeft[incident=1, unit=tow-1]
            740.4 tow-1 writes centre:district UnitFree[unit=tow-1, road=arterial-east-2, positionM=285.0]
            900.0 tow-1 records unit-home {road=arterial-east-0, unit=tow-1}
            """);
  }

  @Test
  void isCalledBackBeforeItHasTurnedOut() {
    Stage stage = tow().tell(40, TOW, new IncidentLetter.UnitRecalled(1, "false-alarm"));
    assertThat(stage.until(200).text())
        .isEqualTo(
            """
            10.0 tow-1 reminds itself in 60.0 s of TurnedOut[order=1]
            40.0 tow-1 writes centre:district UnitFree[unit=tow-1, road=arterial-east-0, positionM=100.0]
            """);
  }

  @Test
  void isCalledBackOnTheWay() {
    Stage stage = underWay().tell(95, TOW, new IncidentLetter.UnitRecalled(1, "false-alarm"));
    stage.until(94).text();
    assertThat(stage.until(200).text())
        .isEqualTo(
            """
            95.0 tow-1 decides Reroute[vehicle=tow-1, roads=[arterial-east-1, cross-1-north-out, cross-1-north-in, arterial-west-1, arterial-west-0, arterial-east-0], arrivalPositionM=100.0]
            95.0 tow-1 decides BlueLight[vehicle=tow-1, on=false]
            95.0 tow-1 writes centre:district UnitFree[unit=tow-1, road=arterial-east-1, positionM=0.0]
            """);
  }

  @Test
  void isSentElsewhereOnTheWay() {
    Stage stage = underWay().tell(95, TOW, UnitDistrict.sent(2, "arterial-west-1", 100));
    stage.until(94).text();
    assertThat(stage.until(200).text())
        .isEqualTo(
            """
            95.0 tow-1 decides Reroute[vehicle=tow-1, roads=[arterial-east-1, cross-1-north-out, cross-1-north-in, arterial-west-1], arrivalPositionM=85.0]
            95.0 tow-1 decides BlueLight[vehicle=tow-1, on=true]
            """);
  }

  /** In the queue before the scene it stops when it has stood for a minute and is near enough. */
  @Test
  void walksTheLastMetres() {
    Stage stage =
        underWay()
            .tell(120, TOW, new Percept.EnteredRoad("arterial-east-2", 0, 16))
            .tell(130, TOW, new Percept.Sighted("arterial-east-2", 0, 200, 0, 16, 0, 0))
            .tell(190, TOW, new Percept.Waiting("arterial-east-2", 0, 60))
            .tell(200, TOW, new Percept.Sighted("arterial-east-2", 0, 240, 0, 16, 0, 0))
            .tell(260, TOW, new Percept.Waiting("arterial-east-2", 0, 60))
            .tell(
                260.2,
                TOW,
                new Percept.Arrived("arterial-east-2", 68, 1000),
                new Percept.EnteredRoad("arterial-east-2", 0, 16),
                new Percept.Rerouted(List.of("arterial-east-2")))
            .tell(270, TOW, new IncidentLetter.UnitRecalled(1, "not-needed"))
            .until(300);
    assertThat(stage.text("Reroute", "Insert"))
        .contains(
            "260.0 tow-1 decides Reroute[vehicle=tow-1, roads=[arterial-east-2],"
                + " arrivalPositionM=239.0]\n")
        .contains("270.0 tow-1 decides Insert[vehicle=tow-1, roads=[arterial-east-2,")
        .doesNotContain("270.0 tow-1 decides Reroute");
  }

  private static final AgentId CREW = AgentId.vehicle("crew-1");

  /** A crew 300 m from its road's end that stands, and is told nothing else. */
  private static Stage crewInAJam(int minutes) {
    Stage stage =
        UnitDistrict.with(UnitDistrict.unit("crew-1", UnitKind.FIELD_CREW))
            .tell(10, CREW, UnitDistrict.sent(1, "arterial-east-2", 135))
            .tell(72, CREW, new Percept.Departed("arterial-east-0", 0, 100))
            .tell(90, CREW, new Percept.EnteredRoad("arterial-east-1", 0, 16))
            .tell(100, CREW, new Percept.Sighted("arterial-east-1", 0, 260, 0, 16, 0, 0));
    for (int minute = 1; minute <= minutes; minute++) {
      stage.tell(100 + 60 * minute, CREW, new Percept.Waiting("arterial-east-1", 0, 60 * minute));
    }
    return stage;
  }

  /** In a junction its vehicle can't be left where it is: it is pushed aside. */
  @Test
  void walksOnFromAJunctionToo() {
    Stage stage =
        crewInAJam(5)
            .tell(400.2, CREW, new Percept.NoWayOn("arterial-east-1", "route"))
            .tell(400.4, CREW, new Percept.Removed("arterial-east-1"));
    assertThat(stage.until(900).text("stuck", "Remove", "Walked", "OnScene"))
        .isEqualTo(
            """
            400.2 crew-1 decides Remove[vehicle=crew-1]
            400.4 crew-1 reminds itself in 288.0 s of WalkedThere[order=2]
            688.4 crew-1 writes centre:district UnitOnScene[incident=1, unit=crew-1]
            """);
  }

  @Test
  void whoIsReplacedAtItsStationDrivesOutAgain() {
    Stage stage =
        crewInAJam(4)
            .tell(400.2, CREW, new Percept.Removed("arterial-east-1"))
            .tell(500, CREW, UnitDistrict.sent(2, "arterial-east-2", 135));
    stage.until(450).text();
    assertThat(stage.until(900).text("Insert"))
        .contains("560.0 crew-1 decides Insert[vehicle=crew-1, roads=[arterial-east-0,");
  }

  /** 485.6 m − 260 m on this road and 120 m on the next are 345.6 m: 288 s on foot. */
  @Test
  void goesOnOnFootOnceThatTakesNoLongerThanItHasStood() {
    assertThat(crewInAJam(4).until(900).text("unit-on-foot", "Reroute")).isEmpty();
    Stage stage =
        crewInAJam(5)
            .tell(400.2, CREW, new Percept.Arrived("arterial-east-1", 100, 1000))
            .tell(1000, CREW, new SceneLetter.NoWork(1));
    assertThat(stage.until(2000).text("unit-on-foot", "Reroute", "Walked", "OnScene", "Insert"))
        .isEqualTo(
            """
            70.0 crew-1 decides Insert[vehicle=crew-1, roads=[arterial-east-0, arterial-east-1, arterial-east-2], departPositionM=100.0, arrivalPositionM=120.0, tracked=true, blueLight=false]
            400.0 crew-1 records unit-on-foot {distanceM=345.6, incident=1, lastsS=288.00000000000006, road=arterial-east-1, unit=crew-1}
            400.0 crew-1 decides Reroute[vehicle=crew-1, roads=[arterial-east-1], arrivalPositionM=259.0]
            400.2 crew-1 reminds itself in 288.0 s of WalkedThere[order=2]
            688.2 crew-1 writes centre:district UnitOnScene[incident=1, unit=crew-1]
            1000.0 crew-1 reminds itself in 288.0 s of WalkedThere[order=3]
            1288.0 crew-1 decides Insert[vehicle=crew-1, roads=[arterial-east-1, cross-1-north-out, cross-1-north-in, arterial-west-1, arterial-west-0, arterial-east-0], departPositionM=260.0, arrivalPositionM=100.0, tracked=true, blueLight=false]
            """);
  }

  /** The next vehicle is 100 m on, the crew's own 346 m back. */
  @Test
  void walksFromOneToTheNextWhereThatIsNearer() {
    Stage stage =
        crewInAJam(5)
            .tell(400.2, CREW, new Percept.Arrived("arterial-east-1", 100, 1000))
            .tell(1000, CREW, new SceneLetter.NoWork(1))
            .tell(1000.1, CREW, UnitDistrict.sent(2, "arterial-east-2", 235))
            .tell(2000, CREW, UnitDistrict.sent(3, "arterial-west-0", 400));
    assertThat(stage.until(3000).text("unit-on-foot", "Walked", "OnScene", "Insert"))
        .endsWith(
            """
            1000.0 crew-1 reminds itself in 288.0 s of WalkedThere[order=3]
            1000.1 crew-1 records unit-on-foot {distanceM=130.12, incident=2, lastsS=108.43333333333334, road=arterial-east-2, unit=crew-1}
            1000.1 crew-1 reminds itself in 108.5 s of WalkedThere[order=4]
            1108.6 crew-1 writes centre:district UnitOnScene[incident=2, unit=crew-1]
            2000.0 crew-1 reminds itself in 396.4 s of WalkedThere[order=5]
            2396.4 crew-1 decides Insert[vehicle=crew-1, roads=[arterial-east-1, cross-1-north-out, cross-1-north-in, arterial-west-1, arterial-west-0], departPositionM=260.0, arrivalPositionM=385.0, tracked=true, blueLight=false]
            """);
  }

  @Test
  void isCalledAwayOnItsWayOnFoot() {
    Stage stage =
        crewInAJam(5)
            .tell(400.2, CREW, new Percept.Arrived("arterial-east-1", 100, 1000))
            .tell(500.2, CREW, UnitDistrict.sent(2, "arterial-west-0", 400));
    assertThat(stage.until(3000).text("Walked", "OnScene", "Insert"))
        .endsWith(
            """
            500.2 crew-1 reminds itself in 100.0 s of WalkedThere[order=3]
            600.2 crew-1 decides Insert[vehicle=crew-1, roads=[arterial-east-1, cross-1-north-out, cross-1-north-in, arterial-west-1, arterial-west-0], departPositionM=260.0, arrivalPositionM=385.0, tracked=true, blueLight=false]
            """);
  }

  /** What it stood on its way to one scene does not count on the way to the next. */
  @Test
  void countsAnewOnTheNextWay() {
    Stage stage =
        crewInAJam(4)
            .tell(350, CREW, new Percept.EnteredRoad("arterial-east-2", 0, 16))
            .tell(360, CREW, new Percept.Arrived("arterial-east-2", 100, 1000))
            .tell(900, CREW, UnitDistrict.sent(2, "arterial-east-2", 435))
            .tell(902, CREW, new Percept.Departed("arterial-east-2", 0, 120));
    for (int minute = 1; minute <= 4; minute++) {
      stage.tell(902 + 60 * minute, CREW, new Percept.Waiting("arterial-east-2", 0, 60 * minute));
    }
    assertThat(stage.until(1200).text("unit-on-foot")).isEmpty();
  }

  /** Who needs what the vehicle carries stays with it. */
  @Test
  void aTowTruckStaysInTheJam() {
    Stage stage =
        underWay().tell(100, TOW, new Percept.Sighted("arterial-east-1", 0, 260, 0, 16, 0, 0));
    for (int minute = 1; minute <= 30; minute++) {
      stage.tell(100 + 60 * minute, TOW, new Percept.Waiting("arterial-east-1", 0, 60 * minute));
    }
    assertThat(stage.until(2000).text("unit-on-foot", "Reroute")).isEmpty();
  }

  private static SortedMap<String, Double> slow(String road, double seconds) {
    return new TreeMap<>(Map.of(road, seconds));
  }

  private static String drive(UnitKind kind, String slowRoad) {
    return UnitDistrict.with(UnitDistrict.unit("crew-1", kind))
        .tell(10, CREW, UnitDistrict.sent(1, "arterial-west-0", 300))
        .tell(72, CREW, new Percept.Departed("arterial-east-0", 0, 100))
        .tell(75, CREW, new IncidentLetter.TrafficTold(slow(slowRoad, 600)))
        .until(200)
        .text("Insert", "Reroute");
  }

  /** A way round is taken when its own gets slow, and only then. */
  @Test
  void drivesRoundWhatItHearsOf() {
    assertThat(drive(UnitKind.FIELD_CREW, "cross-0-north-out"))
        .isEqualTo(
            """
            70.0 crew-1 decides Insert[vehicle=crew-1, roads=[arterial-east-0, cross-0-north-out, cross-0-north-in, arterial-west-0], departPositionM=100.0, arrivalPositionM=285.0, tracked=true, blueLight=false]
            75.0 crew-1 decides Reroute[vehicle=crew-1, roads=[arterial-east-0, cross-0-south-out, cross-0-south-in, arterial-west-0], arrivalPositionM=285.0]
            """);
    assertThat(drive(UnitKind.FIELD_CREW, "cross-1-north-out")).doesNotContain("Reroute");
    assertThat(drive(UnitKind.FIELD_CREW, "arterial-west-0")).doesNotContain("Reroute");
  }

  /** Others make way for it. */
  @Test
  void keepsItsWayWithABlueLight() {
    assertThat(drive(UnitKind.TOW_TRUCK, "cross-0-north-out")).doesNotContain("Reroute");
  }

  @Test
  void tellsThatItIsStuck() {
    Stage stage =
        underWay()
            .tell(95, TOW, new Percept.NoWayOn("arterial-east-1", "closure"))
            .tell(95.1, TOW, new Percept.Removed("arterial-east-1"));
    stage.until(94).text();
    assertThat(stage.until(200).text())
        .isEqualTo(
            """
            95.0 tow-1 records unit-stuck {cause=no-way, incident=1, road=arterial-east-1, unit=tow-1}
            95.0 tow-1 decides Remove[vehicle=tow-1]
            95.0 tow-1 writes centre:district UnitStuck[incident=1, unit=tow-1, road=arterial-east-1, cause=no-way]
            95.1 tow-1 writes centre:district UnitFree[unit=tow-1, road=arterial-east-0, positionM=100.0]
            """);
  }

  @Test
  void waitsWhereItIsWithoutAWayHome() {
    Network oneWay =
        new NetworkBuilder()
            .add(PlainNode.of("a", 0, 0, Junction.Kind.DEAD_END))
            .add(PlainNode.of("b", 500, 0, Junction.Kind.PRIORITY))
            .add(PlainNode.of("c", 1000, 0, Junction.Kind.DEAD_END))
            .add(PlainRoad.of(UnitDistrict.STATION, "a", "b", 1, 15))
            .add(PlainRoad.of("on", "b", "c", 1, 15))
            .build();
    Stage stage =
        UnitDistrict.with(UnitDistrict.unit("tow-1", UnitKind.TOW_TRUCK), oneWay)
            .tell(10, TOW, UnitDistrict.sent(1, "on", 100))
            .tell(72, TOW, new Percept.Departed(UnitDistrict.STATION, 0, 100))
            .tell(120, TOW, new Percept.EnteredRoad("on", 0, 15))
            .tell(150, TOW, new Percept.Arrived("on", 78, 500))
            .tell(150.2, TOW, new SceneLetter.NoWork(1))
            .tell(200, TOW, UnitDistrict.sent(2, "on", 200));
    stage.until(150).text();
    assertThat(stage.until(300).text("UnitFree", "Insert"))
        .isEqualTo(
            """
            150.2 tow-1 writes centre:district UnitFree[unit=tow-1, road=on, positionM=85.0]
            260.0 tow-1 decides Insert[vehicle=tow-1, roads=[on], departPositionM=85.0, arrivalPositionM=185.0, tracked=true, blueLight=true]
            """);
  }

  @Test
  void aDroneFliesStraightAndSees() {
    Stage stage =
        UnitDistrict.with(UnitDistrict.unit("drone-1", UnitKind.DRONE))
            .tell(10, DRONE, UnitDistrict.sent(1, "arterial-east-2", 300))
            .tell(160, DRONE, new SceneLetter.Looked(1, List.of(STALL)), new SceneLetter.NoWork(1));
    assertThat(stage.until(300).text())
        .isEqualTo(
            """
            10.0 drone-1 records unit-set-out {incident=1, road=arterial-east-0, unit=drone-1}
            10.0 drone-1 reminds itself in 140.3 s of FlownThere[order=1]
            150.3 drone-1 writes centre:district UnitOnScene[incident=1, unit=drone-1]
            150.3 drone-1 writes scenes:all UnitThere[incident=1, unit=drone-1, tasks=[observe], road=arterial-east-2, positionM=300.0, withinM=200.0]
            160.0 drone-1 writes centre:district UnitFound[incident=1, unit=drone-1, sights=[Sight[scene=3, kind=vehicle-stalled, road=arterial-east-2, lane=1, positionM=300.0, vehicles=[car], facts={…}]]]
            160.0 drone-1 writes centre:district UnitDone[incident=1, unit=drone-1]
            160.0 drone-1 writes scenes:all UnitLeft[incident=1, unit=drone-1]
            160.0 drone-1 reminds itself in 80.3 s of FlownThere[order=2]
            160.0 drone-1 writes centre:district UnitFree[unit=drone-1, road=arterial-east-0, positionM=100.0]
            240.3 drone-1 records unit-home {road=arterial-east-0, unit=drone-1}
            """);
  }

  @Test
  void aPatrolGoesRoundUntilItIsSent() {
    AgentId patrol = AgentId.vehicle("patrol-1");
    Stage stage =
        UnitDistrict.with(
                UnitDistrict.unit(
                    "patrol-1", UnitKind.PATROL_CAR, "arterial-east-0", "arterial-east-1"))
            .tell(2, patrol, new Percept.Departed("arterial-east-0", 0, 5))
            .tell(40, patrol, new Percept.EnteredRoad("arterial-east-1", 0, 16))
            .tell(41, patrol, new SceneLetter.Looked(0, List.of(STALL)))
            .tell(60, patrol, new Percept.Arrived("arterial-east-1", 58, 700))
            .tell(61, patrol, new Percept.Departed("arterial-east-0", 0, 5))
            .tell(70, patrol, UnitDistrict.sent(1, "arterial-east-2", 300));
    assertThat(stage.until(300).text())
        .isEqualTo(
            """
            0.0 patrol-1 decides Insert[vehicle=patrol-1, roads=[arterial-east-0, arterial-east-1], departPositionM=NaN, arrivalPositionM=NaN, tracked=true, blueLight=false]
            40.0 patrol-1 writes scenes:all LookAsked[inquiry=0, road=arterial-east-1, positionM=242.8, withinM=242.8]
            41.0 patrol-1 writes centre:district Reported[seen=Sight[scene=3, kind=vehicle-stalled, road=arterial-east-2, lane=1, positionM=300.0, vehicles=[car], facts={…}], source=vehicle:patrol-1, means=patrol, precisionM=10.0, occurredTick=410]
            60.0 patrol-1 decides Insert[vehicle=patrol-1, roads=[arterial-east-0, arterial-east-1], departPositionM=NaN, arrivalPositionM=NaN, tracked=true, blueLight=false]
            70.0 patrol-1 records unit-set-out {incident=1, road=arterial-east-0, unit=patrol-1}
            70.0 patrol-1 decides Reroute[vehicle=patrol-1, roads=[arterial-east-0, arterial-east-1, arterial-east-2], arrivalPositionM=285.0]
            70.0 patrol-1 decides BlueLight[vehicle=patrol-1, on=true]
            """);
  }
}
