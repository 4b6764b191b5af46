package io.testroad.incident;

import io.testroad.Stage;
import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.engine.Letter;
import io.testroad.engine.RandomStream;
import io.testroad.network.CorridorNetwork;
import io.testroad.protocol.SceneKind;
import io.testroad.protocol.SceneLetter;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** A street of three lanes each way, with a camera that sees all of it, and what happens there. */
final class Street {

  static final AgentId SCENES = ScenesSpec.ID;
  static final AgentId CAMERA = AgentId.of("sensor", "east");
  static final String ROAD = "arterial-east-2";

  private static final SceneRoads ROADS =
      NetworkRoads.of(new CorridorNetwork(3, 500, 3, 1, 100, 16.67, 13.89, true).generate());

  private Street() {}

  static ScenesSpec spec(ScenesSpec.Habits habits, Hazard... hazards) {
    TreeMap<String, AgentId> icvs = new TreeMap<>();
    icvs.put("pilot-1", AgentId.of("operator", "pilot"));
    icvs.put("pilot-2", AgentId.of("operator", "pilot"));
    return new ScenesSpec(
        List.of(new ScenesSpec.Watcher(CAMERA, Set.of(ROAD), true)),
        List.of(hazards),
        icvs,
        habits);
  }

  static Stage stage() {
    return stage(spec(ScenesSpec.Habits.USUAL));
  }

  static Stage stage(ScenesSpec spec) {
    return Stage.from("2025-03-03T10:00:00+08:00").with(agent(spec));
  }

  static ScenesAgent agent() {
    return agent(spec(ScenesSpec.Habits.USUAL));
  }

  private static ScenesAgent agent(ScenesSpec spec) {
    return new ScenesAgent(spec, ROADS, RandomStream.of(1, "scenes", SCENES.value()));
  }

  static SceneLetter.Happens happens(SceneKind kind, int lane, Facts facts, String... vehicles) {
    return new SceneLetter.Happens(
        new SceneLetter.Sight(0, kind.written(), ROAD, lane, 200, List.of(vehicles), facts),
        "test");
  }

  static AgentId unit(String name) {
    return AgentId.vehicle(name);
  }

  /** A unit is at the place. */
  static Letter there(String unit, String... tasks) {
    return new SceneLetter.UnitThere(7, unit, List.of(tasks), ROAD, 190, 50);
  }

  static Letter done(int scene, String unit, String task, String item) {
    return new SceneLetter.WorkDone(7, scene, unit, task, item);
  }

  static Letter left(String unit) {
    return new SceneLetter.UnitLeft(7, unit);
  }
}
