package io.testroad.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.EventType;
import io.testroad.finding.Findings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunViewsTest {

  @TempDir Path folder;

  private RunDirectory run() throws Exception {
    RunMetrics metrics = new RunMetrics(TinyWorld.CLOCK, TinyWorld.NETWORK);
    metrics.events(
        List.of(
            TinyWorld.event(
                50, EventType.SCENE_BEGAN, "scenes:all", "scene", 1, "kind", "debris", "road", "a"),
            TinyWorld.event(
                90,
                EventType.INCIDENT_REPORTED,
                "incident:7",
                "incident",
                7,
                "scene",
                1,
                "kind",
                "congestion",
                "road",
                "a",
                "means",
                "loop"),
            TinyWorld.event(
                120,
                EventType.SCENE_ENDED,
                "scenes:all",
                "scene",
                1,
                "laneMinutes",
                1.5,
                "maxStanding",
                4)));
    RunDirectory run =
        RunDirectory.create(folder.resolve("run"), false, new Findings()).orElseThrow();
    run.write(Manifest.begun("test", "Written", "tiny.yaml", 7, TinyWorld.CLOCK, 1, List.of()));
    JsonText.write(run.metrics(), metrics.at(200));
    return run;
  }

  @Test
  void incidentsAndScenesAreAskedInSql() throws Exception {
    Findings findings = new Findings();
    try (RunDatabase database = RunDatabase.open(List.of(run()), findings).orElseThrow()) {
      assertThat(
              database
                  .query(
                      "SELECT incident, scene, kind, means, units_sent, occurred_s, reported_s,"
                          + " closed_s FROM incidents",
                      10,
                      findings)
                  .orElseThrow()
                  .rows())
          .hasToString("[[7, 1, congestion, loop, 0, 5.0, 9.0, null]]");
      assertThat(
              database
                  .query(
                      "SELECT scene, kind, began_s, cleared_s, lane_minutes, max_standing, incidents"
                          + " FROM scenes",
                      10,
                      findings)
                  .orElseThrow()
                  .rows())
          .hasToString("[[1, debris, 5.0, null, 1.5, 4, 1]]");
    }
    assertThat(findings.list()).isEmpty();
  }
}
