package io.testroad.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.testroad.Stage;
import io.testroad.engine.Facts;
import io.testroad.engine.Percept;
import io.testroad.protocol.SceneFacts;
import io.testroad.protocol.SceneKind;
import org.junit.jupiter.api.Test;

/** What a scene costs the traffic. */
class B03SceneAccountTest {

  /**
   * By hand: ten vehicles lose 100 ms a second each for 5 s (as before), 500 ms each for 100 s (400
   * ms too many each: 10·0.4·100 = 400 s), and again 100 ms. Of 4 that stand for 100 s comes CO2 of
   * 400 s at 0.8·2.3/3600 kg/s. Two lanes are blocked for 110 s, one for 5 s more.
   */
  @Test
  void delayLanesAndStandingVehicles() {
    Stage stage = Street.stage();
    Facts lanes = Facts.of(SceneFacts.LANES, java.util.List.of("0", "1"));
    stage.tell(10, Street.SCENES, Street.happens(SceneKind.DEBRIS, 0, lanes));
    for (int s = 1; s <= 5; s++) {
      stage.tell(10 + s, Street.SCENES, new Percept.Tally(1, 10, 0, 1000));
    }
    for (int s = 6; s <= 105; s++) {
      stage.tell(10 + s, Street.SCENES, new Percept.Tally(1, 10, 4, 5000));
    }
    for (int s = 106; s <= 160; s++) {
      stage.tell(10 + s, Street.SCENES, new Percept.Tally(1, 10, 0, 1000));
    }
    stage.tellFrom(Street.unit("c"), 100, Street.SCENES, Street.there("c", "sweep"));
    stage.tellFrom(Street.unit("c"), 120, Street.SCENES, Street.done(1, "c", "sweep", "scene-1/1"));
    stage.tellFrom(Street.unit("c"), 125, Street.SCENES, Street.done(1, "c", "sweep", "scene-1/2"));
    stage.tellFrom(Street.unit("c"), 130, Street.SCENES, Street.left("c"));
    assertThat(stage.until(200).text("scene-cleared", "scene-recovered", "scene-ended", "Count["))
        .isEqualTo(
            """
            10.0 all decides Count[scene=1, roads=[arterial-east-2, cross-1-north-in, cross-1-south-in, arterial-east-1, cross-0-north-in, cross-0-south-in, arterial-east-0]]
            125.0 all records scene-cleared {afterS=115.0, road=arterial-east-2, scene=1}
            155.0 all records scene-recovered {afterS=145.0, scene=1}
            155.0 all records scene-ended {afterS=145.0, delayVehicleHours=0.1111111111111111, idleCo2Kg=0.20444444444444443, laneMinutes=3.7500000000000004, maxStanding=4, riderMinutes=0.0, scene=1}
            155.0 all decides Count[scene=1, roads=[]]
            """);
  }

  @Test
  void anAccountByHand() {
    SceneAccount account = SceneAccount.from(0, true);
    for (int s = 1; s <= SceneAccount.BASE_TALLIES; s++) {
      account = account.with(new Percept.Tally(1, 20, 0, 2000), s);
    }
    account = account.with(new Percept.Tally(1, 30, 12, 9000), 6);
    assertThat(account.delayVehicleHours()).isCloseTo(6.0 / 3600, within(1e-12));
    assertThat(account.standingShare()).isEqualTo(0.4);
    assertThat(account.maxStanding()).isEqualTo(12);
    assertThat(account.idleCo2Kg()).isCloseTo(12 * 0.8 * 2.3 / 3600, within(1e-12));
    assertThat(account.calmTick()).isEqualTo(-1);
  }

  @Test
  void probabilitiesOfSecondaryCrashes() {
    assertThat(SecondaryCrashes.probability(15, true)).isCloseTo(0.058, within(0.0005));
    assertThat(SecondaryCrashes.probability(30, true)).isCloseTo(0.113, within(0.0005));
    assertThat(SecondaryCrashes.probability(60, true)).isCloseTo(0.213, within(0.0005));
    assertThat(SecondaryCrashes.probability(30, false)).isCloseTo(0.0354, within(0.0005));
  }

  @Test
  void theShareOfOpenLanes() {
    Scene scene =
        new Scene(
            1,
            SceneKind.DEBRIS,
            new Spot(Street.ROAD, 0, 200),
            "",
            0,
            Facts.empty(),
            java.util.List.of(
                Body.thing("d", Body.Matter.DEBRIS, new Spot(Street.ROAD, 0, 200), 2)),
            Casualties.NONE,
            0,
            java.util.List.of(),
            SceneStage.FRESH,
            SceneAccount.from(0, false));
    Blockage alone = Blockage.of(scene, 3, 0, false);
    assertThat(alone.share()).isEqualTo(0.49);
    assertThat(alone.openLaneShare()).isCloseTo(0.735, within(1e-9));
    assertThat(alone.lookers()).isFalse();
    Blockage withUnit = Blockage.of(scene, 3, 1, false);
    assertThat(withUnit.share()).isCloseTo(0.49 + 0.51 * 0.25, within(1e-12));
    assertThat(withUnit.lookers()).isTrue();
    assertThat(Blockage.of(scene, 3, 1, true).lookers()).isFalse();
    assertThat(Blockage.of(scene, 1, 0, false).share()).isZero();
  }
}
