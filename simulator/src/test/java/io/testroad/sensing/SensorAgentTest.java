package io.testroad.sensing;

import static io.testroad.sensing.SensorWorld.CENTRE;
import static io.testroad.sensing.SensorWorld.DAY;
import static io.testroad.sensing.SensorWorld.NIGHT;
import static io.testroad.sensing.SensorWorld.SCENES;
import static io.testroad.sensing.SensorWorld.inSight;
import static io.testroad.sensing.SensorWorld.sensor;
import static io.testroad.sensing.SensorWorld.sharp;
import static io.testroad.sensing.SensorWorld.sight;
import static io.testroad.sensing.SensorWorld.stage;
import static io.testroad.sensing.SensorWorld.usual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.testroad.Stage;
import io.testroad.engine.AgentId;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.SceneLetter;
import io.testroad.protocol.SensingLetter;
import io.testroad.protocol.VehicleLetter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SensorAgentTest {

  private static final AgentId EAST = sensor("east");

  private static Stage camera(double probability, Duration latency) {
    return stage(DAY, sharp(SensorKind.CAMERA, "east", probability, latency));
  }

  @Test
  void tellsTheCentreWhenItHasWorkedItOut() {
    Stage stage = camera(1, Duration.ofMillis(2050));
    stage.tell(10, EAST, inSight(3, "debris")).until(60);
    assertThat(stage.text("writes"))
        .isEqualTo(
            """
            12.1 east writes centre:district Reported[seen=Sight[scene=3, kind=debris, road=a, lane=1, positionM=640.0, vehicles=[v3], facts={…}], source=sensor:east, means=camera, precisionM=10.0, occurredTick=100]
            """);
    assertThat(stage.fact(EAST, "sensor.noticed")).isEqualTo(1L);
  }

  @Test
  void overlooksAllWithProbabilityNought() {
    Stage stage = camera(0, Duration.ofSeconds(2));
    stage.tell(10, EAST, inSight(1, "debris")).tell(20, EAST, new SceneLetter.SceneOver(1));
    assertThat(stage.until(60).text()).isEmpty();
    assertThat(stage.fact(EAST, "sensor.occurrences")).isEqualTo(1L);
    assertThat(stage.fact(EAST, "sensor.noticed")).isEqualTo(0L);
  }

  @Test
  void doesntSeeOtherRoadsAndPlates() {
    Stage stage = camera(1, Duration.ofSeconds(2));
    var elsewhere =
        new SceneLetter.Sight(1, "debris", "c", 0, 5, List.of(), sight(1, "debris").facts());
    stage.tell(10, EAST, new SceneLetter.SceneInSight(elsewhere));
    stage.tell(10, EAST, inSight(2, "unplated-vehicle"));
    assertThat(stage.until(60).text()).isEmpty();
  }

  /** By kind of scene: the share that is noticed and the mean time until the centre is told. */
  @ParameterizedTest
  @CsvSource({
    "camera, vehicle-stalled, '', 0.95, 10",
    "camera, collision, pedestrian, 0.90, 5",
    "camera, debris, '', 0.70, 30",
    "loop, debris, '', 0.86, 150",
    "roadside-unit, vehicle-stalled, '', 0.98, 1"
  })
  void noticesItsShareOfEachKind(
      String written, String kind, String other, double share, double latencyS) {
    SensorSpec spec = usual(SensorKind.find(written).orElseThrow(), "east");
    Stage stage = stage(DAY, spec);
    int scenes = 1000;
    for (int scene = 1; scene <= scenes; scene++) {
      stage.tell(10, EAST, inSight(scene, kind, "scene.icv", true, "scene.otherKind", other));
    }
    List<String> reports = stage.until(1000).text("writes").lines().toList();
    // three deviations of the binomial distribution
    double deviation = 3 * Math.sqrt(scenes * share * (1 - share));
    assertThat((double) reports.size()).isCloseTo(scenes * share, within(deviation));
    assertThat(reports).allMatch(line -> line.startsWith((10.0 + latencyS) + " "));
  }

  @Test
  void loopsSeeThatTrafficStandsBeforeTheSceneAndNothingElse() {
    Stage stage = stage(DAY, sharp(SensorKind.LOOP, "east", 1, Duration.ofSeconds(150)));
    stage.tell(10, EAST, inSight(3, "fire", "scene.fire", true)).until(600);
    assertThat(stage.text("writes"))
        .contains("kind=congestion, road=a, lane=-1, positionM=600.0, vehicles=[], facts={…}")
        .contains("means=loop, precisionM=300.0");
    var beside = new SceneLetter.Sight(4, "fire", "a", -1, 5, List.of(), sight(4, "fire").facts());
    stage.tell(700, EAST, new SceneLetter.SceneInSight(beside)).until(2000);
    assertThat(stage.text()).isEmpty();
  }

  @Test
  void roadsideUnitsHearOnlyIcvs() {
    Stage stage = stage(DAY, sharp(SensorKind.ROADSIDE_UNIT, "east", 1, Duration.ofSeconds(1)));
    stage.tell(10, EAST, inSight(1, "vehicle-stalled"));
    stage.tell(10, EAST, inSight(2, "vehicle-stalled", "scene.icv", true));
    assertThat(stage.until(60).text("writes").lines())
        .singleElement()
        .asString()
        .contains("scene=2");
  }

  @Test
  void anotherLookIsNoOtherSceneButAnotherKindIs() {
    Stage stage = camera(1, Duration.ofSeconds(2));
    stage
        .tell(10, EAST, inSight(1, "vehicle-stalled"))
        .tell(20, EAST, inSight(1, "vehicle-stalled", "scene.injured", 1))
        .tell(30, EAST, inSight(1, "fire"))
        .until(60);
    assertThat(stage.text("writes").lines()).hasSize(2).element(1).asString().contains("kind=fire");
  }

  @Test
  void seesLessByNightAndInFog() {
    assertThat(noticed(NIGHT, 0)).isBetween(870, 930); // 900, three deviations of sqrt(90)
    assertThat(noticed(DAY, 1)).isBetween(450, 550); // 500, three deviations of sqrt(250)
  }

  private static int noticed(String start, int fogs) {
    Stage stage = stage(start, sharp(SensorKind.CAMERA, "east", 1, Duration.ofSeconds(1)));
    if (fogs > 0) {
      stage.tell(0, EAST, new VehicleLetter.WeatherTurned("fog"));
    }
    for (int scene = 1; scene <= 1000; scene++) {
      stage.tell(1, EAST, inSight(scene, "vehicle-stalled"));
    }
    stage.until(200);
    return Math.toIntExact((Long) stage.fact(EAST, "sensor.noticed"));
  }

  @Test
  void seesNothingWhileItFailsAndWhatIsStillThereAfterwards() {
    Stage stage = camera(1, Duration.ofSeconds(2));
    stage
        .tell(10, EAST, inSight(1, "debris"), inSight(2, "debris"))
        .tell(11, EAST, new SensingLetter.SensorFails("power-cut"))
        .tell(15, EAST, inSight(3, "debris"), new SceneLetter.SceneOver(2))
        .tell(40, EAST, new SensingLetter.SensorMended())
        .until(60);
    assertThat(stage.text("writes", "records"))
        .isEqualTo(
            """
            11.0 east records sensor-failed {cause=power-cut}
            40.0 east records sensor-mended {afterS=29.0}
            42.0 east writes centre:district Reported[seen=Sight[scene=1, kind=debris, road=a, lane=1, positionM=640.0, vehicles=[v1], facts={…}], source=sensor:east, means=camera, precisionM=10.0, occurredTick=400]
            42.0 east writes centre:district Reported[seen=Sight[scene=3, kind=debris, road=a, lane=1, positionM=640.0, vehicles=[v3], facts={…}], source=sensor:east, means=camera, precisionM=10.0, occurredTick=400]
            """);
  }

  @Test
  void looksWhenAsked() {
    Stage stage = camera(0.5, Duration.ofSeconds(2));
    stage.tellFrom(CENTRE, 10, EAST, new IncidentLetter.CheckAsked(44, "a", 600, 100)).until(20);
    assertThat(stage.text())
        .isEqualTo(
            """
            10.0 east writes scenes:all in 15.0 s LookAsked[inquiry=1, road=a, positionM=600.0, withinM=100.0]
            """);
    var sights = List.of(sight(1, "debris", "scene.cause", "x"), sight(2, "forged-plate"));
    stage.tellFrom(SCENES, 25.2, EAST, new SceneLetter.Looked(1, sights)).until(30);
    assertThat(stage.text())
        .isEqualTo(
            """
            25.2 east writes centre:district Checked[inquiry=44, means=camera, conclusive=true, sights=[Sight[scene=1, kind=debris, road=a, lane=1, positionM=640.0, vehicles=[v1], facts={…}]]]
            """);
  }

  @Test
  void knowsNothingOfWhatItDoesntSee() {
    Stage stage = camera(1, Duration.ofSeconds(2));
    stage.tellFrom(CENTRE, 10, EAST, new IncidentLetter.CheckAsked(44, "c", 600, 100)).until(20);
    assertThat(stage.text())
        .isEqualTo(
            """
            10.0 east writes centre:district Checked[inquiry=44, means=camera, conclusive=false, sights=[]]
            """);
  }

  @Test
  void isUnsureInFogAboutHalfTheTime() {
    Stage stage = camera(1, Duration.ofSeconds(2));
    stage.tell(0, EAST, new VehicleLetter.WeatherTurned("fog"));
    for (int i = 1; i <= 400; i++) {
      stage.tellFrom(CENTRE, i, EAST, new IncidentLetter.CheckAsked(i, "a", 600, 100));
      stage.tellFrom(SCENES, i + 16, EAST, new SceneLetter.Looked(i, List.of()));
    }
    long sure = stage.until(1000).text("conclusive=true").lines().count();
    assertThat(sure).isBetween(170L, 230L); // three deviations of sqrt(100)
  }

  @Test
  void raisesFalseAlarmsAtItsRate() {
    SensorSpec spec = SensorWorld.alarming(usual(SensorKind.CAMERA, "east"), 24);
    Stage stage = stage(DAY, spec).until(40 * 86_400.0);
    long alarms = (Long) stage.fact(EAST, "sensor.falseAlarms");
    assertThat(alarms).isBetween(867L, 1053L); // 960, three deviations of sqrt(960)
    List<String> reports = stage.text("Reported").lines().toList();
    assertThat(reports).hasSize((int) alarms).allMatch(line -> line.contains("scene=0,"));
    double onA = reports.stream().filter(line -> line.contains("road=a")).count();
    assertThat(onA / alarms).isCloseTo(2 / 3.0, within(0.046)); // by length; three deviations
  }

  /** 8 in a peak hour on 87 stations, 4 such hours a day; 1,500 m need 4 stations and 2. */
  @Test
  void loopsRaiseSoManyFalseAlarmsForEachStation() {
    assertThat(SensorDefaults.falseAlarmsPerDay(SensorKind.LOOP, SensorWorld.ROADS))
        .isCloseTo(6 * 4 * 8 / 87.0, within(1e-12));
  }

  /** The end never reaches the centre before the beginning. */
  @Property(tries = 50)
  void theEndDoesNotOvertakeTheBeginning(
      @ForAll @IntRange(max = 30) int latencyTicks, @ForAll @IntRange(max = 5) int ticksUntilGone) {
    Stage stage = camera(1, Duration.ofMillis(100L * latencyTicks));
    stage.with(new Post(CENTRE));
    stage
        .tell(10, EAST, inSight(1, "debris"))
        .tell(10 + ticksUntilGone / 10.0, EAST, new SceneLetter.SceneOver(1))
        .until(60);
    Post.State post = (Post.State) stage.state(CENTRE);
    assertThat(post.kinds()).containsExactly("Reported", "ReportedGone");
    assertThat(post.ticks().get(0)).isEqualTo(100L + Math.max(1, latencyTicks) + 1);
  }

  /** However the mail of a tick is ordered, each sensor reports each scene once at most. */
  @Property(tries = 30)
  void theOrderOfMailDoesntMatter(@ForAll @IntRange(min = 1, max = 1_000_000) int order) {
    assertThat(reports(new Random(order))).isEqualTo(reports(null));
  }

  private static List<String> reports(@org.jspecify.annotations.Nullable Random order) {
    SensorSpec[] specs = {
      usual(SensorKind.CAMERA, "east"), usual(SensorKind.CAMERA, "west"),
      usual(SensorKind.LOOP, "loop"), usual(SensorKind.ROADSIDE_UNIT, "rsu")
    };
    List<SceneLetter> letters = new ArrayList<>();
    for (int scene = 1; scene <= 20; scene++) {
      letters.add(inSight(scene, "vehicle-stalled", "scene.icv", true));
    }
    if (order != null) {
      Collections.shuffle(letters, order);
    }
    Stage stage = stage(DAY, specs);
    for (SensorSpec spec : specs) {
      letters.forEach(letter -> stage.tell(1, spec.id(), letter, letter));
    }
    List<String> reports =
        new ArrayList<>(stage.until(600).text("Reported").lines().sorted().toList());
    assertThat(reports).doesNotHaveDuplicates().hasSizeGreaterThan(60);
    return reports;
  }
}
