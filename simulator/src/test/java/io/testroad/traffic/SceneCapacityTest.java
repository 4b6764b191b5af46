package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.testroad.demand.VehicleType.Model;
import io.testroad.engine.IncidentCapacity;
import io.testroad.engine.IncidentCapacity.Shoulder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What passes a scene is the share of the ordinary discharge that the exhibit tells (HCM 2010,
 * exhibit 10-17), within a tenth.
 */
class SceneCapacityTest {

  @ParameterizedTest
  @CsvSource({
    "IDM, 2",
    "IDM, 3",
    "IDM, 4",
    "KRAUSS, 2",
    "KRAUSS, 3",
    "KRAUSS, 4",
    "IIDM, 2",
    "IIDM, 3",
    "IIDM, 4",
    "ACC, 2",
    "ACC, 3",
    "ACC, 4",
    "PATH_ACC, 2",
    "CACC, 2"
  })
  void asTheExhibitSays(Model model, int lanes) {
    Expressway road = new Expressway(lanes, Types.various("cars", model), 500);
    double ordinary = road.discharge(0, Shoulder.CLEAR);
    check(road, ordinary, lanes, 0, Shoulder.DISABLED);
    check(road, ordinary, lanes, 0, Shoulder.CRASH);
    for (int blocked = 1; blocked < lanes; blocked++) {
      check(road, ordinary, lanes, blocked, Shoulder.CLEAR);
    }
  }

  /** Merging limits most where one lane of two is left; here in ticks of 0.1 s. */
  @ParameterizedTest
  @EnumSource(names = {"KRAUSS", "IIDM"})
  void inShortTicks(Model model) {
    Expressway road = new Expressway(2, Types.various("cars", model), 100);
    check(road, road.discharge(0, Shoulder.CLEAR), 2, 1, Shoulder.CLEAR);
  }

  /** Drivers see what blocks their lane beyond the end of their road, too. */
  @ParameterizedTest
  @CsvSource({"KRAUSS, 20", "IDM, 20", "IDM, 40", "IIDM, 30", "ACC, 40", "PATH_ACC, 40"})
  void soonAfterTheBeginningOfRoad(Model model, double sceneM) {
    Expressway road = new Expressway(2, Types.various("cars", model), 500, sceneM);
    check(road, road.discharge(0, Shoulder.CLEAR), 2, 1, Shoulder.CLEAR);
  }

  @ParameterizedTest
  @CsvSource({"KRAUSS, 500", "IDM, 500", "IIDM, 500", "ACC, 500", "KRAUSS, 30", "IDM, 20"})
  void inTicksOfSecond(Model model, double sceneM) {
    Expressway road = new Expressway(2, Types.various("cars", model), 1000, sceneM);
    check(road, road.discharge(0, Shoulder.CLEAR), 2, 1, Shoulder.CLEAR);
  }

  private static void check(
      Expressway road, double ordinary, int lanes, int blocked, Shoulder shoulder) {
    assertThat(road.discharge(blocked, shoulder) / ordinary)
        .as("%d of %d lanes blocked, shoulder %s", blocked, lanes, shoulder)
        .isCloseTo(IncidentCapacity.share(lanes, blocked, shoulder), withinPercentage(10));
  }
}
