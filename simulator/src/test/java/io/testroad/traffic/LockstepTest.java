package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.testroad.demand.Demand;
import io.testroad.demand.VehicleType.Model;
import io.testroad.engine.Clock;
import io.testroad.engine.RoadDecision;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class LockstepTest {

  private static final int TICKS = 200;

  private static Traffic traffic() {
    var network = TestNetworks.GRID.network;
    Ride[] rides = new RandomTrips(network, 3).rides(60, 60, Types.various("cars", Model.KRAUSS));
    Arrays.sort(rides, Comparator.comparingDouble(Ride::departS));
    var types = Arrays.stream(rides).map(Ride::type).distinct().toList();
    var departures =
        Arrays.stream(rides).map(ride -> ride.departure(network, types.indexOf(ride.type())));
    Demand demand = new Demand(types, departures.toList(), Map.of());
    Clock clock = new Clock(Instant.EPOCH, ZoneOffset.UTC, 1000);
    return Traffic.of(network, demand, VehicleRegister.of(demand, List.of()), clock, 1);
  }

  private static Lockstep lockstep(int regions, int threads) {
    Traffic traffic = traffic();
    return new Lockstep(traffic, Partition.of(traffic.network(), regions), threads, Thread::new);
  }

  private static List<StateDigest> run(int regions, int threads) {
    List<StateDigest> digests = new ArrayList<>();
    try (Lockstep roads = lockstep(regions, threads)) {
      for (int tick = 0; tick < TICKS; tick++) {
        assertThat(roads.step(tick, List.of())).hasSize(regions).doesNotContainNull();
        digests.add(roads.digest());
      }
    }
    return digests;
  }

  @ParameterizedTest
  @CsvSource({"1, 4", "2, 2", "3, 2", "5, 3"})
  void anyNumberOfThreads(int regions, int threads) {
    assertThat(run(regions, threads)).isEqualTo(run(1, 1));
  }

  @Test
  void noMoreThreadsThanRegions() {
    try (Lockstep roads = lockstep(2, 7)) {
      assertThat(roads.threads()).isEqualTo(2);
    }
  }

  /** A decision nobody knows makes every region fail; without a caller hanging. */
  @Test
  void aThreadThatFailsIsHeardOf() {
    List<Thread> made = new ArrayList<>();
    Traffic traffic = traffic();
    Lockstep roads =
        new Lockstep(
            traffic,
            Partition.of(traffic.network(), 2),
            2,
            work -> {
              made.add(new Thread(work));
              return made.get(0);
            });
    List<RoadDecision> broken = Arrays.asList((RoadDecision) null);
    assertThatThrownBy(() -> roads.step(0, broken)).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> roads.step(1, List.of())).isInstanceOf(RuntimeException.class);
    roads.close();
    assertThat(made).hasSize(1);
  }

  @Test
  void closingEndsTheThreads() throws InterruptedException {
    List<Thread> made = new ArrayList<>();
    Traffic traffic = traffic();
    Lockstep roads =
        new Lockstep(
            traffic,
            Partition.of(traffic.network(), 3),
            3,
            work -> {
              Thread thread = new Thread(work);
              made.add(thread);
              return thread;
            });
    roads.step(0, List.of());
    roads.close();
    for (Thread thread : made) {
      thread.join();
    }
    assertThat(made).hasSize(2).noneMatch(Thread::isAlive);
  }
}
