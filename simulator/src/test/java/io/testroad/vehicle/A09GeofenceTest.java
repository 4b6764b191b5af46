package io.testroad.vehicle;

import static io.testroad.Rules.all;
import static io.testroad.Rules.refuse;
import static io.testroad.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Stage;
import io.testroad.engine.Percept;
import io.testroad.network.Zone;
import io.testroad.policy.Moment;
import io.testroad.policy.RuleBook;
import io.testroad.protocol.VehicleLetter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Emergency geofences. From a one drives over b and c, which the fire closes, to f; or around, by
 * e. From b a side road leads to g.
 */
class A09GeofenceTest {

  private static final PilotMap ROADS = PilotMap.of("a: b e", "b: c g", "c: f", "e: f", "g: f");
  private static final Zone AREA =
      Zone.of("test-area", "Test area", Set.of("a", "b", "c", "e", "f", "g"));
  private static final VehicleLetter.GeofenceOrdered FIRE =
      new VehicleLetter.GeofenceOrdered("fire", "burning", List.of(), 1800, 120);

  private static Stage stage(String driver, PilotMap map, RuleBook rules) {
    IcvSpec spec = Pilot.within(driver, AREA, Zone.of("burning", "Burning", Set.of("b", "c")));
    Stage stage = Stage.from(Pilot.START).with(Pilot.agent(spec, map, rules));
    stage
        .tell(1, Pilot.ID, Pilot.setOut("a", "b", "c", "f"))
        .tell(2, Pilot.ID, new Percept.Departed("a", 0, 5))
        .until(2);
    stage.text();
    return stage;
  }

  @Test
  void aVehicleOutsideDrivesAround() {
    Stage stage = stage("on-board", ROADS, RuleBook.NONE);
    stage.tell(10, Pilot.ID, FIRE).until(200);
    assertThat(stage.text())
        .isEqualTo(
            """
            10.0 pilot decides Reroute[vehicle=pilot, roads=[a, e, f], arrivalPositionM=NaN]
            10.0 pilot reminds itself in 1800.0 s of GeofenceEnds[geofence=fire]
            """);
  }

  @Test
  void withoutAWayAroundItsTripEndsAtTheBorder() {
    Stage stage = stage("on-board", PilotMap.of("a: b", "b: c", "c: f"), RuleBook.NONE);
    stage.tell(10, Pilot.ID, FIRE).until(11);
    assertThat(stage.text("decides"))
        .isEqualTo(
            """
            10.0 pilot decides Reroute[vehicle=pilot, roads=[a], arrivalPositionM=NaN]
            """);
  }

  @Test
  void aVehicleInsideLeavesByTheShortestWay() {
    Stage stage =
        stage(
            "on-board",
            ROADS,
            rule(
                "left-in-time",
                Moment.GEOFENCE_DUE,
                facts ->
                    Boolean.FALSE.equals(facts.find("geofence.inside"))
                        && (Double) facts.find("geofence.afterS") == 120));
    stage
        .tell(9, Pilot.ID, Pilot.enters("b"))
        .tell(10, Pilot.ID, FIRE)
        .tell(11, Pilot.ID, new Percept.Rerouted(java.util.List.of("b", "g", "f")))
        .tell(60, Pilot.ID, Pilot.enters("g"))
        .until(200);
    assertThat(stage.text("decides", "ruling", "mode-changed"))
        .isEqualTo(
            """
            10.0 pilot decides Reroute[vehicle=pilot, roads=[b, g, f], arrivalPositionM=NaN]
            130.0 pilot records ruling left-in-time held
            """);
  }

  @Test
  void withoutAWayOutItStopsAsideUntilTheGeofenceIsLifted() {
    Stage stage =
        stage(
            "on-board",
            PilotMap.of("a: b", "b: c"),
            rule(
                "left-in-time",
                Moment.GEOFENCE_DUE,
                facts -> Boolean.FALSE.equals(facts.find("geofence.inside"))));
    stage
        .tell(9, Pilot.ID, Pilot.enters("b"))
        .tell(10, Pilot.ID, FIRE)
        .tell(16, Pilot.ID, new Percept.Halted("b", 0, 90, true))
        .tell(300, Pilot.ID, new VehicleLetter.GeofenceLifted("fire"))
        .until(2000);
    assertThat(stage.text("decides", "ruling", "mode-changed"))
        .isEqualTo(
            """
            10.0 pilot records mode-changed {cause=geofence, from=automated, road=b, to=minimal-risk}
            10.0 pilot decides Halt[vehicle=pilot, decelerationMps2=2.0, aside=true]
            16.0 pilot records mode-changed {cause=minimal-risk, from=minimal-risk, road=b, to=stopped}
            130.0 pilot records ruling left-in-time broken
            300.0 pilot records mode-changed {cause=geofence-lifted, from=stopped, road=b, to=manual}
            300.0 pilot decides Resume[vehicle=pilot]
            """);
  }

  @Test
  void tripsIntoItAreRefusedByFactsUntilItEnds() {
    RuleBook rules =
        all(
            rule(
                "not-into-a-geofence",
                Moment.TRIP_REQUESTED,
                facts -> Boolean.FALSE.equals(facts.find("road.barred")),
                refuse("geofence")));
    IcvSpec spec = Pilot.within("on-board", AREA, Zone.of("burning", "Burning", Set.of("b", "c")));
    Stage stage = Stage.from(Pilot.START).with(Pilot.agent(spec, ROADS, rules));
    stage
        .tell(10, Pilot.ID, FIRE)
        .tell(20, Pilot.ID, Pilot.setOut("a", "b", "c"))
        .tell(30, Pilot.ID, Pilot.setOut("a", "e"))
        .tell(40, Pilot.ID, new Percept.Removed("a"))
        .tell(1811, Pilot.ID, Pilot.setOut("a", "b", "c"))
        .until(1900);
    assertThat(stage.text("trip-refused", "trip-started"))
        .isEqualTo(
            """
            20.0 pilot records trip-refused {reason=geofence, rule=not-into-a-geofence}
            30.0 pilot records trip-started {from=a, stage=demonstration, to=e}
            1811.0 pilot records trip-started {from=a, stage=demonstration, to=c}
            """);
  }

  @Test
  void orderedAnewItLastsLonger() {
    Stage stage = stage("on-board", ROADS, RuleBook.NONE);
    stage.tell(10, Pilot.ID, FIRE).tell(1000, Pilot.ID, FIRE).until(1900);
    assertThat(((IcvState) stage.state(Pilot.ID)).surroundings().geofences()).hasSize(1);
    stage.until(2900);
    assertThat(((IcvState) stage.state(Pilot.ID)).surroundings().geofences()).isEmpty();
    assertThat(Optional.ofNullable(stage.text("mode-changed"))).hasValue("");
  }
}
