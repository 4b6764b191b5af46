package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.RoadDecision;
import io.testroad.engine.RoadDecision.PreEmpt;
import io.testroad.engine.RoadDecision.RunProgram;
import io.testroad.network.Network;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Signals that clear the way for a road. The crossing's program: south and north have green until
 * 30 s, yellow until 33 s; west and east green from 35 s until 75 s, yellow until 78 s; 80 s in
 * all.
 */
class PreEmptionTest {

  private static final Network CROSSING = Roads.crossing("traffic_light");

  private static RoadWorld told(double second, RoadDecision... decisions) {
    return RoadWorld.on(CROSSING).order(second, decisions);
  }

  /** What the links from the south, the north, the west and the east show at a time. */
  private static String at(RoadWorld world, double second) {
    world.runTo(second + 0.1);
    StringBuilder shown = new StringBuilder();
    for (String side : new String[] {"south", "north", "west", "east"}) {
      shown.append(shown.isEmpty() ? "" : " ").append(shown(world, "from-" + side));
    }
    return shown.toString();
  }

  private static String shown(RoadWorld world, String road) {
    Region region = world.traffic().regions().get(0);
    int lane = region.tables.firstLane[CROSSING.findEdge(road).orElseThrow()];
    var letters = new TreeSet<Character>();
    for (int i = region.tables.linkStart[lane]; i < region.tables.linkStart[lane + 1]; i++) {
      letters.add(Character.toLowerCase(region.roads.stateOf(i)));
    }
    return letters.toString().replaceAll("\\W", "");
  }

  @Test
  void theRoadGetsGreenOnceTheOthersAreCleared() {
    RoadWorld world = told(10, new PreEmpt("c", "from-west"));
    assertThat(at(world, 9.9)).isEqualTo("g g r r");
    assertThat(at(world, 10)).isEqualTo("y y r r");
    assertThat(at(world, 12.9)).isEqualTo("y y r r");
    assertThat(at(world, 13)).isEqualTo("r r r r");
    assertThat(at(world, 14.9)).isEqualTo("r r r r");
    assertThat(at(world, 15)).isEqualTo("r r g r");
    assertThat(at(world, 200)).isEqualTo("r r g r");
  }

  /** Through and left turn alike have right of way then. */
  @Test
  void nobodyComesTowardsIt() {
    RoadWorld world = told(10, new PreEmpt("c", "from-west")).runTo(16);
    Region region = world.traffic().regions().get(0);
    int lane = region.tables.firstLane[CROSSING.findEdge("from-west").orElseThrow()];
    for (int i = region.tables.linkStart[lane]; i < region.tables.linkStart[lane + 1]; i++) {
      assertThat(region.roads.stateOf(i)).isEqualTo('G');
    }
  }

  @Test
  void whoHasGreenKeepsItWhileThoseTowardsHimAreCleared() {
    RoadWorld world = told(10, new PreEmpt("c", "from-south"));
    assertThat(at(world, 10)).isEqualTo("g y r r");
    assertThat(at(world, 13)).isEqualTo("g r r r");
    assertThat(at(world, 15)).isEqualTo("g r r r");
  }

  @Test
  void whereAllHaveRedTheClearanceIsWaitedFor() {
    RoadWorld world = told(33.5, new PreEmpt("c", "from-south"));
    assertThat(at(world, 33.5)).isEqualTo("r r r r");
    assertThat(at(world, 35.4)).isEqualTo("r r r r");
    assertThat(at(world, 35.5)).isEqualTo("g r r r");
  }

  @Test
  void goesBackToWhereItsClockIs() {
    RoadWorld world = told(10, new PreEmpt("c", "from-west")).order(90, new RunProgram("c", "0"));
    assertThat(at(world, 89.9)).isEqualTo("r r g r");
    assertThat(at(world, 90)).isEqualTo("r r y r");
    assertThat(at(world, 93)).isEqualTo("r r r r");
    assertThat(at(world, 95)).isEqualTo("g g r r");
    assertThat(at(world, 111)).isEqualTo("y y r r");
  }

  @Test
  void whoHasGreenInTheProgramTooKeepsIt() {
    RoadWorld world = told(10, new PreEmpt("c", "from-west")).order(50, new RunProgram("c", "0"));
    assertThat(at(world, 50)).isEqualTo("r r g r");
    assertThat(at(world, 54.9)).isEqualTo("r r g r");
    assertThat(at(world, 55)).isEqualTo("r r g g");
  }

  @Test
  void oneRoadAfterTheOther() {
    RoadWorld world =
        told(10, new PreEmpt("c", "from-west")).order(20, new PreEmpt("c", "from-south"));
    assertThat(at(world, 20)).isEqualTo("r r y r");
    assertThat(at(world, 23)).isEqualTo("r r r r");
    assertThat(at(world, 25)).isEqualTo("g r r r");
  }

  @Test
  void askedForAgainItGoesOn() {
    RoadWorld world =
        told(10, new PreEmpt("c", "from-west")).order(12, new PreEmpt("c", "from-west"));
    assertThat(at(world, 15)).isEqualTo("r r g r");
  }

  @Test
  void aDarkSignalClearsNothingAndRoadsThatLeadElsewhereAreIgnored() {
    RoadWorld dark = told(5, new RunProgram("c", "off")).order(10, new PreEmpt("c", "from-west"));
    assertThat(at(dark, 20)).isEqualTo("o o o o");
    RoadWorld elsewhere = told(10, new PreEmpt("c", "to-north"));
    assertThat(at(elsewhere, 16)).isEqualTo("g g r r");
  }

  @Test
  void aSignalThatFailsEndsItAtOnce() {
    RoadWorld world = told(10, new PreEmpt("c", "from-west")).order(20, new RunProgram("c", "off"));
    assertThat(at(world, 20)).isEqualTo("o o o o");
  }

  @Test
  void theNetworkKnowsWhichSignalRulesARoadsEnd() {
    assertThat(CROSSING.findSignalAt(CROSSING.findEdge("from-west").orElseThrow())).contains("c");
    assertThat(CROSSING.findSignalAt(CROSSING.findEdge("to-west").orElseThrow())).isEmpty();
  }
}
