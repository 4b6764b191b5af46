package io.testroad.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioBaseTest {

  private static final String FLEET =
      """
      zones: { all: { roads: '*' } }
      fleets: { pilot: { vehicles: 2, zone: all, operator: { seats: 2 } } }
      """;

  @TempDir Path folder;
  private ScenarioWorld world;

  @BeforeEach
  void build() {
    world = new ScenarioWorld(folder, ScenarioWorld.grid());
    world.write("below.yaml", ScenarioWorld.HEAD + "name: Below\nseed: 9\n" + FLEET);
  }

  @Test
  void takesOverWhatItDoesNotSay() {
    Scenario scenario =
        world.read("base: below.yaml\nname: Above\nfleets: { pilot: { operator: { seats: 3 } } }");
    assertThat(scenario.name()).isEqualTo("Above");
    assertThat(scenario.seed()).isEqualTo(9);
    assertThat(scenario.operators().get(0).remote().seats()).isEqualTo(3);
    assertThat(scenario.icvs()).hasSize(2);
    assertThat(scenario.inputs()).anyMatch(file -> file.endsWith("below.yaml"));
  }

  @Test
  void aKeyWithoutAValueLeavesOutWhatTheBaseHas() {
    assertThat(world.read("base: below.yaml\nfleets:\n").icvs()).isEmpty();
  }

  @Test
  void aBaseMayRestOnAnother() {
    world.write("middle.yaml", "base: below.yaml\nduration: 7 min\n");
    Scenario scenario = world.read("base: middle.yaml\nseed: 4\n");
    assertThat(scenario.seed()).isEqualTo(4);
    assertThat(scenario.lastTick() * scenario.clock().tickMillis())
        .isEqualTo(Duration.ofMinutes(7).toMillis());
  }

  @Test
  void circlesAndOtherFoldersAreFaults() {
    world.write("round.yaml", "base: round.yaml\n");
    assertThat(world.findings("base: round.yaml\n"))
        .singleElement()
        .asString()
        .contains(" base-cycle ");
    assertThat(world.findings("base: ../below.yaml\n"))
        .singleElement()
        .asString()
        .contains(" base-elsewhere ");
    assertThat(world.findings("base: nothing.yaml\n"))
        .singleElement()
        .asString()
        .contains(" missing-file ");
  }
}
