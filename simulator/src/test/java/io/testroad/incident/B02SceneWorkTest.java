package io.testroad.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Stage;
import io.testroad.engine.Facts;
import io.testroad.protocol.SceneFacts;
import io.testroad.protocol.SceneKind;
import io.testroad.protocol.SceneLetter;
import org.junit.jupiter.api.Test;

/** Units get the work that a scene needs, in the order in which it may be done. */
class B02SceneWorkTest {

  private static final String[] WORK = {"WorkGiven", "NoWork", "scene-changed", "scene-cleared"};

  private static Stage at(Stage stage, double atS, String unit, String... tasks) {
    return stage.tellFrom(Street.unit(unit), atS, Street.SCENES, Street.there(unit, tasks));
  }

  private static Stage done(Stage stage, double atS, String unit, String task, String item) {
    return stage.tellFrom(Street.unit(unit), atS, Street.SCENES, Street.done(1, unit, task, item));
  }

  @Test
  void rescueThenTreatmentThenEvidenceThenTowing() {
    Stage stage = Street.stage();
    Facts facts = Facts.of(SceneFacts.INJURED, 3, SceneFacts.TRAPPED, 1);
    stage.tell(10, Street.SCENES, Street.happens(SceneKind.COLLISION, 1, facts));
    at(stage, 60, "tow", "tow");
    at(stage, 70, "ambulance-1", "treat");
    at(stage, 80, "ambulance-2", "treat");
    at(stage, 85, "drone", "observe");
    at(stage, 90, "engine", "extinguish", "rescue");
    at(stage, 95, "car", "secure");
    done(stage, 200, "engine", "rescue", "");
    done(stage, 260, "ambulance-1", "treat", "patients-1");
    done(stage, 270, "ambulance-2", "treat", "patients-2");
    done(stage, 280, "car", "secure", "");
    done(stage, 300, "tow", "tow", "scene-1/1");
    assertThat(stage.until(400).text(WORK))
        .isEqualTo(
            """
            85.0 all writes vehicle:drone NoWork[incident=7]
            90.0 all writes vehicle:engine WorkGiven[incident=7, scene=1, task=rescue, item=, facts={…}]
            95.0 all writes vehicle:car WorkGiven[incident=7, scene=1, task=secure, item=, facts={…}]
            200.0 all records scene-changed {facts=severity=serious-injury injured=3, scene=1, what=rescued}
            200.0 all writes vehicle:ambulance-1 WorkGiven[incident=7, scene=1, task=treat, item=patients-1, facts={…}]
            200.0 all writes vehicle:ambulance-2 WorkGiven[incident=7, scene=1, task=treat, item=patients-2, facts={…}]
            200.0 all writes vehicle:engine NoWork[incident=7]
            260.0 all records scene-changed {facts=severity=serious-injury injured=1, scene=1, what=treated}
            260.0 all writes vehicle:ambulance-1 NoWork[incident=7]
            270.0 all records scene-changed {facts=severity=serious-injury, scene=1, what=treated}
            270.0 all writes vehicle:ambulance-2 NoWork[incident=7]
            280.0 all writes vehicle:tow WorkGiven[incident=7, scene=1, task=tow, item=scene-1/1, facts={…}]
            280.0 all writes vehicle:car NoWork[incident=7]
            300.0 all records scene-cleared {afterS=290.0, road=arterial-east-2, scene=1}
            300.0 all writes vehicle:tow NoWork[incident=7]
            """);
  }

  @Test
  void aMinorCollisionClearsItself() {
    Stage stage = Street.stage();
    Facts facts = Facts.of(SceneFacts.CAN_MOVE, true);
    stage
        .tell(10, Street.SCENES, Street.happens(SceneKind.COLLISION, 1, facts, "f.1", "f.2"))
        .tell(
            40,
            Street.SCENES,
            new SceneLetter.ProcedureOrdered(3, Street.ROAD, 210, "clear-first"));
    assertThat(stage.until(1000).text("decides Resume", "scene-changed", "reminds", "scene-c"))
        .isEqualTo(
            """
            10.0 all reminds itself in 433.4 s of StepDue[scene=1, step=parties, serial=1]
            40.0 all reminds itself in 202.0 s of StepDue[scene=1, step=parties, serial=2]
            242.0 all records scene-changed {facts=severity=property-damage, scene=1, what=parties-cleared}
            242.0 all records scene-cleared {afterS=232.0, road=arterial-east-2, scene=1}
            242.0 all decides Resume[vehicle=f.1]
            242.0 all decides Resume[vehicle=f.2]
            242.0 all reminds itself in 3600.0 s of StepDue[scene=1, step=bound, serial=0]
            """);
  }

  @Test
  void aFireGrowsUntilItIsPutOut() {
    Stage stage = Street.stage();
    stage.tell(10, Street.SCENES, Street.happens(SceneKind.FIRE, 1, Facts.empty()));
    at(stage, 300, "engine", "extinguish", "rescue");
    at(stage, 310, "tow", "tow");
    done(stage, 500, "engine", "extinguish", "");
    assertThat(stage.until(600).text("scene-blocks", "WorkGiven", "NoWork", "scene-changed"))
        .isEqualTo(
            """
            10.0 all records scene-blocks {lanes=1, open=2, road=arterial-east-2, scene=1, share=0.49}
            104.6 all records scene-changed {facts=fire, scene=1, what=cabin-fire}
            104.6 all records scene-blocks {lanes=0,1,2, open=0, road=arterial-east-2, scene=1, share=0.0}
            300.0 all writes vehicle:engine WorkGiven[incident=7, scene=1, task=extinguish, item=, facts={…}]
            500.0 all records scene-changed {facts=, scene=1, what=extinguished}
            500.0 all records scene-blocks {lanes=1, open=2, road=arterial-east-2, scene=1, share=0.6666666666666666}
            500.0 all writes vehicle:engine NoWork[incident=7]
            500.0 all writes vehicle:tow WorkGiven[incident=7, scene=1, task=tow, item=scene-1/1, facts={…}]
            """);
  }

  @Test
  void whoeverSecuresAFireStaysWhileOthersWork() {
    Stage stage = Street.stage();
    stage.tell(10, Street.SCENES, Street.happens(SceneKind.FIRE, 1, Facts.empty()));
    at(stage, 60, "car", "secure");
    at(stage, 70, "engine", "extinguish", "rescue");
    done(stage, 100, "engine", "extinguish", "");
    at(stage, 110, "tow", "tow");
    done(stage, 200, "tow", "tow", "scene-1/1");
    assertThat(stage.until(210).text("NoWork"))
        .isEqualTo(
            """
            100.0 all writes vehicle:engine NoWork[incident=7]
            200.0 all writes vehicle:car NoWork[incident=7]
            200.0 all writes vehicle:tow NoWork[incident=7]
            """);
  }

  @Test
  void aUnitThatLeavesGivesItsWorkBack() {
    Stage stage = Street.stage();
    stage.tell(10, Street.SCENES, Street.happens(SceneKind.DEBRIS, 1, Facts.empty()));
    at(stage, 60, "crew-1", "sweep");
    at(stage, 70, "crew-2", "sweep");
    stage.tellFrom(Street.unit("crew-1"), 80, Street.SCENES, Street.left("crew-1"));
    at(stage, 90, "crew-3", "sweep");
    done(stage, 100, "crew-1", "sweep", "scene-1/1");
    done(stage, 120, "crew-3", "sweep", "scene-1/1");
    assertThat(stage.until(130).text(WORK))
        .isEqualTo(
            """
            60.0 all writes vehicle:crew-1 WorkGiven[incident=7, scene=1, task=sweep, item=scene-1/1, facts={…}]
            70.0 all writes vehicle:crew-2 NoWork[incident=7]
            90.0 all writes vehicle:crew-3 WorkGiven[incident=7, scene=1, task=sweep, item=scene-1/1, facts={…}]
            120.0 all records scene-cleared {afterS=110.0, road=arterial-east-2, scene=1}
            120.0 all writes vehicle:crew-3 NoWork[incident=7]
            """);
  }

  @Test
  void whatCannotBeRecoveredIsTowed() {
    Stage stage = Street.stage();
    stage.tell(
        10,
        Street.SCENES,
        new io.testroad.protocol.IncidentLetter.RoadOccurrence(
            "vehicle-stalled", Street.ROAD, 0, 200, "pilot-1"));
    at(stage, 60, "van", "recover");
    done(stage, 200, "van", "recover", "pilot-1");
    at(stage, 300, "tow", "tow");
    assertThat(stage.until(310).text("WorkGiven", "NoWork", "FaultMended"))
        .isEqualTo(
            """
            60.0 all writes vehicle:van WorkGiven[incident=7, scene=1, task=recover, item=pilot-1, facts={…}]
            200.0 all writes vehicle:pilot-1 FaultMended[]
            200.0 all writes vehicle:van NoWork[incident=7]
            300.0 all writes vehicle:tow WorkGiven[incident=7, scene=1, task=tow, item=pilot-1, facts={…}]
            """);
  }
}
