package io.testroad.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.scenario.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The long evening and its variants, with a sixth of the taxis, a tenth of the traffic and longer
 * ticks than their own, so that every build can run them to the end: on the same network, with the
 * same crews, police, callers and rules. What a variant buys shows in the small run, too.
 */
class EveningTest {

  private static final String EVENING = "incidents/wuhan-2026-03-31";

  private static final long GEOFENCE_LEFT_S = 15 * 60;

  private static final List<String> IN_SMALL =
      List.of(
          "fleets.taxi.vehicles=80",
          "fleets.taxi.duty.traffic-windows="
              + "[{ at: 0 s, for: 20 min, purpose: passengers, passengers: 2 }]",
          "traffic=[{ flow: centre, from: [center-arterial-*],"
              + " to: [center-arterial-*, ring-1-*], rate: 400 veh/h },"
              + " { flow: ring, from: [ring-1-*],"
              + " to: [center-arterial-*, ring-1-*], rate: 200 veh/h }]",
          "tick=1 s",
          "duration=75 min",
          "expect=[{ name: several stand within minutes,"
              + " eventually: scenes.open >= 10, within: 20 min },"
              + " { name: all are cleared in the end,"
              + " eventually: scenes.total >= 10 && scenes.open == 0 }]");

  private static Scenario read(String variant) {
    return Shelf.read(EVENING + variant, List.of("traffic=[]"));
  }

  private static TracedRun inSmall(String variant) {
    return Shelf.run(EVENING + variant, IN_SMALL, 1);
  }

  private static long units(Scenario scenario) {
    return scenario.centres().stream().mapToLong(centre -> centre.units().size()).sum();
  }

  @Test
  void variantsSayWhatIsDifferent() {
    Scenario evening = read("");
    assertThat(evening.operators().get(0).remote().seats()).isEqualTo(167);
    assertThat(units(read("-more-crews")) - units(evening)).isEqualTo(10);
    assertThat(read("-one-to-twenty").operators().get(0).remote().seats()).isEqualTo(25);
    assertThat(read("-geofence").script()).hasSize(evening.script().size() + 1);
    assertThat(read("-staged-restart").name()).contains("staged restart");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-more-crews", "-one-to-twenty", "-geofence", "-shoulder", "-staged-restart"})
  void allThatStandAreCleared(String variant) {
    TracedRun run = inSmall(variant);
    assertThat(run.events(EventType.EXPECTATION_FAILED)).isEmpty();
    assertThat(run.stream(EventType.INCIDENT_LEFT_OPEN)).isEmpty();
    long stand = run.stream(EventType.RIDERS_STUCK).count();
    assertThat(stand).isGreaterThanOrEqualTo(10);
    assertThat(run.stream(EventType.RIDERS_FREED).count()).isEqualTo(stand);
  }

  @Test
  void moreCrewsOrARestartFromAfarClearThemSooner() {
    long asItWas = allClear(inSmall(""));
    assertThat(allClear(inSmall("-more-crews"))).isLessThan(asItWas);
    assertThat(allClear(inSmall("-staged-restart"))).isLessThan(asItWas);
  }

  @Test
  void whoPullsOverBlocksNoLaneForLong() {
    assertThat(laneMinutes(inSmall("-shoulder"))).isLessThan(laneMinutes(inSmall("")) / 10);
  }

  @Test
  void whereNobodyCanBeHelpedFromAfarMoreOfficersBuyNothing() {
    assertThat(allClear(inSmall("-one-to-twenty"))).isEqualTo(allClear(inSmall("")));
  }

  @Test
  void theGeofenceIsLeft() {
    assertThat(inSmall("-geofence").events(EventType.GEOFENCE_ORDERED)).hasSize(1);
    assertThat(driverlessOnTheRing(inSmall("-geofence"))).isEmpty();
    assertThat(driverlessOnTheRing(inSmall(""))).isNotEmpty();
  }

  /** Where automation begins on the inner ring from the time on by which the geofence is left. */
  private static List<Event> driverlessOnTheRing(TracedRun run) {
    return run.stream(EventType.MODE_CHANGED)
        .filter(event -> event.tick() > GEOFENCE_LEFT_S)
        .filter(event -> event.attributes().getString("to").equals("automated"))
        .filter(event -> event.attributes().getString("road").matches("(ring|ramp)-1-.*"))
        .toList();
  }

  /** The tick, a second each, in which the last scene is cleared. */
  private static long allClear(TracedRun run) {
    return run.stream(EventType.SCENE_CLEARED).mapToLong(Event::tick).max().orElseThrow();
  }

  private static double laneMinutes(TracedRun run) {
    return run.stream(EventType.SCENE_ENDED)
        .mapToDouble(event -> (Double) event.attributes().asMap().get("laneMinutes"))
        .sum();
  }
}
