package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.demand.VehicleType;
import io.testroad.demand.VehicleType.Model;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Random traffic on generated networks: all arrive, none touches another, none is lost. */
class FlowTest {

  private static final int VEHICLES = 120;
  private static final double DEPART_WITHIN_S = 150;
  private static final double ALL_HOME_S = 1800;

  static Stream<Arguments> worlds() {
    return Stream.of(TestNetworks.values())
        .flatMap(
            world ->
                Stream.of(Model.values())
                    .flatMap(
                        model ->
                            Stream.of(100L, 1000L)
                                .filter(tick -> tick == 100 || !isSampledQuickly(model))
                                .map(tick -> Arguments.of(world, model, tick))));
  }

  /** PATH's controllers are laws for a period of a tenth of a second. */
  private static boolean isSampledQuickly(Model model) {
    return model == Model.PATH_ACC || model == Model.CACC;
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void allArrive(TestNetworks world, Model model, long tickMillis) {
    VehicleType cars = Types.various("cars", model);
    RoadWorld run =
        RoadWorld.on(world.network)
            .tickMillis(tickMillis)
            .regions(2)
            .departing(new RandomTrips(world.network, 21).rides(VEHICLES, DEPART_WITHIN_S, cars));
    LocalTraffic traffic = run.traffic();
    do {
      run.step();
      assertThat(Overlaps.of(traffic)).as("at %s s", run.nowS()).isEmpty();
      assertThat(traffic.departed).isEqualTo(traffic.arrived + traffic.onRoad);
    } while (!traffic.isOver() && run.nowS() < ALL_HOME_S);
    assertThat(run.state()).as("left on the road at %s s", run.nowS()).isEmpty();
    assertThat(traffic.collisions).isZero();
    assertThat(traffic.arrived).isEqualTo(VEHICLES);
  }
}
