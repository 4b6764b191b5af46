package io.testroad.sensing;

import static io.testroad.sensing.SensorWorld.CENTRE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.testroad.Stage;
import io.testroad.engine.AgentId;
import io.testroad.engine.Clock;
import io.testroad.engine.Facts;
import io.testroad.engine.Letter;
import io.testroad.engine.Mail;
import io.testroad.engine.RandomStream;
import io.testroad.engine.Turn;
import io.testroad.protocol.SceneLetter;
import io.testroad.protocol.VehicleLetter;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckpointAgentTest {

  private static final AgentId GATE = AgentId.of("checkpoint", "gate");
  private static final AgentId POLICE = AgentId.of("authority", "traffic-police");
  private static final String DAY = "2025-03-01T10:00:00+08:00";

  private static CheckpointAgent gate(
      CheckpointSpec.Plates plates, double hit, double falseAlarm, String stream) {
    var suspicion = new CheckpointSpec.Suspicion(hit, falseAlarm, Duration.ofSeconds(1));
    return new CheckpointAgent(
        new CheckpointSpec(GATE, Set.of("a"), plates, suspicion, POLICE, CENTRE),
        RandomStream.of(7, "reading", stream));
  }

  private static Stage stage(String start, double byDay, double byNight, double temporary) {
    var plates = new CheckpointSpec.Plates(byDay, byNight, temporary, "鄂A试");
    return Stage.from(start).with(gate(plates, 1, 0, "gate"));
  }

  private static VehicleLetter.PlateShown shows(String number, Object... facts) {
    return new VehicleLetter.PlateShown(
        "pilot", AgentId.of("operator", "fleet"), number, Facts.of(facts));
  }

  @Test
  void tellsThePoliceOfEachThatPasses() {
    Stage stage = stage(DAY, 1, 0, 0);
    stage
        .tell(1, GATE, shows("鄂A12345"))
        .tell(2, GATE, shows("鄂A试0001"))
        .tell(3, GATE, shows(""))
        .until(4);
    assertThat(stage.text("PlateRead"))
        .isEqualTo(
            """
            1.0 gate writes authority:traffic-police PlateRead[vehicle=pilot, operator=operator:fleet, read=鄂A12345, facts={…}]
            2.0 gate writes authority:traffic-police PlateRead[vehicle=pilot, operator=operator:fleet, read=, facts={…}]
            3.0 gate writes authority:traffic-police PlateRead[vehicle=pilot, operator=operator:fleet, read=, facts={…}]
            """);
    assertThat(stage.fact(GATE, "sensor.noticed")).isEqualTo(1L);
  }

  @Test
  void readsFewerByNight() {
    Stage stage = stage("2025-03-01T18:59:59+08:00", 1, 0, 0);
    stage.tell(0.5, GATE, shows("鄂A12345")).tell(1, GATE, shows("鄂A12345")).until(2);
    assertThat(stage.fact(GATE, "sensor.noticed")).isEqualTo(1L);
  }

  @Test
  void readsAboutItsShareOfTemporaryPlates() {
    Stage stage = stage(DAY, 0.9, 0.8, 0.5);
    for (int i = 0; i < 1000; i++) {
      stage.tell(i, GATE, shows("鄂A试0001"));
    }
    stage.until(1000);
    assertThat((Long) stage.fact(GATE, "sensor.noticed"))
        .isBetween(453L, 547L); // three deviations of sqrt(250)
  }

  /** Figures: 1 - (1 - p)^k. */
  @ParameterizedTest
  @CsvSource({
    "0.8, 1, 0.8", "0.8, 2, 0.96", "0.8, 3, 0.992",
    "0.9, 1, 0.9", "0.9, 2, 0.99", "0.9, 3, 0.999"
  })
  void oneOfSeveralReadsAPlate(double byDay, int checkpoints, double share) {
    int vehicles = 20_000;
    boolean[] read = new boolean[vehicles];
    for (int k = 0; k < checkpoints; k++) {
      List<Letter> passing = new ArrayList<>();
      for (int v = 0; v < vehicles; v++) {
        passing.add(shows("鄂A" + v));
      }
      var plates = new CheckpointSpec.Plates(byDay, 0, 0, "鄂A试");
      List<String> numbers =
          posted(gate(plates, 1, 0, "gate-" + k), passing).stream()
              .map(letter -> ((io.testroad.protocol.PermitLetter.PlateRead) letter).read())
              .toList();
      for (int v = 0; v < vehicles; v++) {
        read[v] |= !numbers.get(v).isEmpty();
      }
    }
    int seen = 0;
    for (boolean one : read) {
      seen += one ? 1 : 0;
    }
    double deviation = 3 * Math.sqrt(share * (1 - share) / vehicles);
    assertThat((double) seen / vehicles).isCloseTo(share, within(deviation));
  }

  /** What one turn with all these letters leads to. */
  private static List<Letter> posted(CheckpointAgent agent, List<Letter> letters) {
    List<Mail> inbox = new ArrayList<>();
    letters.forEach(letter -> inbox.add(new Mail(0, GATE, AgentId.SCRIPT, inbox.size(), letter)));
    Clock clock = Clock.of(OffsetDateTime.parse(DAY), Duration.ofMillis(100));
    return agent.take(agent.initialState(), new Turn(0, clock, inbox)).outbox().stream()
        .map(io.testroad.engine.Outcome.Outgoing::letter)
        .toList();
  }

  /**
   * One vehicle without a plate among 30,000 a day, noticed with probability 0.95: of all reports
   * 0.031, 0.24 and 0.76 are true where 1e-3, 1e-4 and 1e-5 of the others are suspected.
   */
  @ParameterizedTest
  @CsvSource({"1e-3, 0.031, 0.0005", "1e-4, 0.24, 0.005", "1e-5, 0.76, 0.005"})
  void mostSuspicionsAreFalse(double falseAlarm, double precision, double rounding) {
    int perDay = 30_000;
    assertThat(0.95 / (0.95 + falseAlarm * (perDay - 1))).isCloseTo(precision, within(rounding));
    int days = 10;
    List<Letter> others = new ArrayList<>();
    for (int v = 0; v < days * (perDay - 1); v++) {
      others.add(shows("鄂A1"));
    }
    var plates = new CheckpointSpec.Plates(1, 1, 1, "鄂A试");
    long alarms =
        posted(gate(plates, 0.95, falseAlarm, "base"), others).stream()
            .filter(io.testroad.protocol.IncidentLetter.DetectionReady.class::isInstance)
            .count();
    double expected = falseAlarm * others.size();
    assertThat((double) alarms).isCloseTo(expected, within(3 * Math.sqrt(expected)));
  }

  @Test
  void noticesItsShareOfVehiclesWithoutAPlate() {
    List<Letter> scenes = new ArrayList<>();
    for (int scene = 1; scene <= 2000; scene++) {
      scenes.add(SensorWorld.inSight(scene, "unplated-vehicle"));
    }
    var plates = new CheckpointSpec.Plates(1, 1, 1, "鄂A试");
    assertThat(posted(gate(plates, 0.95, 0, "hit"), scenes))
        .hasSizeBetween(1871, 1929); // 1,900, three deviations of sqrt(95)
  }

  @Test
  void anOffenderMakesASceneOnceAndTheCentreIsToldWhenItIsNoticed() {
    Stage stage = stage(DAY, 1, 1, 1);
    stage
        .tell(1, GATE, shows("", "road.id", "a"))
        .tell(2, GATE, shows("", "road.id", "a"))
        .tell(3, GATE, SensorWorld.inSight(5, "unplated-vehicle"))
        .tell(9, GATE, new SceneLetter.SceneOver(5))
        .until(20);
    assertThat(stage.text("Happens", "Reported"))
        .isEqualTo(
            """
            1.0 gate writes scenes:all Happens[what=Sight[scene=0, kind=unplated-vehicle, road=a, lane=-1, positionM=0.0, vehicles=[pilot], facts={…}], cause=seen-at-checkpoint]
            4.0 gate writes centre:district Reported[seen=Sight[scene=5, kind=unplated-vehicle, road=a, lane=1, positionM=640.0, vehicles=[v5], facts={…}], source=checkpoint:gate, means=checkpoint, precisionM=100.0, occurredTick=30]
            9.0 gate writes centre:district in 1.1 s ReportedGone[seen=Sight[scene=5, kind=unplated-vehicle, road=a, lane=1, positionM=640.0, vehicles=[v5], facts={…}], source=checkpoint:gate]
            """);
  }

  @Test
  void anothersNumberIsAForgedPlate() {
    Stage stage = stage(DAY, 1, 1, 1);
    stage
        .tell(1, GATE, shows("鄂A1", "vehicle.plate.number", "鄂A试0001", "road.id", "a"))
        .tell(2, GATE, shows("鄂A1", "vehicle.plate.number", "鄂A1", "road.id", "a"))
        .until(20);
    assertThat(stage.text("Happens").lines()).singleElement().asString().contains("forged-plate");
  }

  @Test
  void aVehicleInOrderCanBeTakenForOneThatIsnt() {
    var plates = new CheckpointSpec.Plates(1, 1, 1, "鄂A试");
    Stage stage = Stage.from(DAY).with(gate(plates, 1, 1, "gate"));
    stage.tell(1, GATE, shows("鄂A1", "road.id", "a")).until(20);
    assertThat(stage.text("false-alarm", "Reported"))
        .isEqualTo(
            """
            1.0 gate records false-alarm {road=a, source=checkpoint:gate}
            2.0 gate writes centre:district Reported[seen=Sight[scene=0, kind=forged-plate, road=a, lane=-1, positionM=0.0, vehicles=[pilot], facts={…}], source=checkpoint:gate, means=checkpoint, precisionM=100.0, occurredTick=10]
            """);
  }
}
