package io.testroad.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanePointTest {

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, -2, 90",
    "1, 25, 25, -2, 90",
    "1, 100, 100, -2, 90",
    "1, 101, 100, -2, 90",
    "2, 0, 100, 0, 0",
    "2, 40, 100, 20, 0",
    "2, 60, 100, 30, 90",
    "2, 100, 120, 30, 90",
    "2, -1, 100, 0, 0"
  })
  void positionsAreStretchedToTheShape(
      int lane, double positionM, double x, double y, double angleDeg) {
    LanePoint point = new LanePoint(TinyWorld.NETWORK);
    point.moveTo(lane, positionM);
    assertThat(point.x()).isEqualTo(x);
    assertThat(point.y()).isEqualTo(y);
    assertThat(point.angleDeg()).isEqualTo(angleDeg);
  }
}
