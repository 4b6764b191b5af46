package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.testroad.demand.Demand;
import io.testroad.demand.Departure;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Vehicles as numbers and rows: hand-over, samples, digests, the register. */
class RowsTest {

  private static final int INTS = 19 + VehicleColumns.BACK;
  private static final int DOUBLES = 19 + VehicleColumns.ADVICES;

  /** Distinct values in every column of every row come over whole, whatever rows they go to. */
  @Property(tries = 50)
  void handOverKeepsEveryColumn(
      @ForAll @IntRange(min = 1, max = 9) int count, @ForAll @IntRange(max = 200) int at) {
    int[] ints = new int[INTS * count];
    double[] doubles = new double[DOUBLES * count];
    int[][] routes = new int[count][];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = 1000 + i;
    }
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = 0.5 + i;
    }
    VehicleColumns columns = new VehicleColumns();
    columns.reserve(at + count);
    int[] rows = new int[count];
    VehicleRows sent = new VehicleRows(count, ints, doubles, routes);
    for (int i = 0; i < count; i++) {
      rows[i] = at + i;
      columns.clear(rows[i]);
      columns.unpack(sent, i, rows[i]);
    }
    columns.reserve(10 * (at + count));
    VehicleRows packed = columns.pack(rows, count);
    assertThat(packed.count()).isEqualTo(count);
    assertThat(packed.ints()).isEqualTo(ints);
    assertThat(packed.doubles()).isEqualTo(doubles);
    columns.copy(at, at + count - 1);
    assertThat(columns.pack(new int[] {at + count - 1}, 1))
        .usingRecursiveComparison()
        .isEqualTo(columns.pack(new int[] {at}, 1));
  }

  /** Every column there is goes with a vehicle, so that none is forgotten when one is added. */
  @Test
  void noColumnIsLeftOut() {
    long arrays = 0;
    for (var field : VehicleColumns.class.getDeclaredFields()) {
      Class<?> type = field.getType();
      if (!java.lang.reflect.Modifier.isPrivate(field.getModifiers())) {
        arrays += type == int[].class || type == double[].class ? 1 : 0;
        arrays += field.getName().equals("back") ? VehicleColumns.BACK : 0;
        arrays += type == double[][].class ? VehicleColumns.ADVICES : 0;
      }
    }
    assertThat(arrays).isEqualTo(INTS + DOUBLES);
    VehicleColumns columns = new VehicleColumns();
    columns.reserve(1);
    columns.clear(0);
    VehicleRows rows = columns.pack(new int[] {0}, 1);
    assertThat(rows.ints()).hasSize(INTS);
    assertThat(rows.doubles()).hasSize(DOUBLES);
  }

  @Test
  void samplesMergeSortedByNumber() {
    Sample a = sample(new int[] {7, 1});
    Sample b = sample(new int[] {4});
    Sample merged = Sample.merge(List.of(a, b, sample(new int[0])));
    assertThat(merged.vehicle()).containsExactly(1, 4, 7);
    assertThat(merged.lane()).containsExactly(10, 40, 70);
    assertThat(merged.positionM()).containsExactly(1.5, 4.5, 7.5);
    assertThat(merged.speedMps()).containsExactly(2, 5, 8);
    assertThat(merged.accelMps2()).containsExactly(-1, -4, -7);
    assertThat(merged.size()).isEqualTo(3);
  }

  private static Sample sample(int[] vehicles) {
    int n = vehicles.length;
    Sample sample = new Sample(vehicles, new int[n], new double[n], new double[n], new double[n]);
    for (int i = 0; i < n; i++) {
      sample.lane()[i] = 10 * vehicles[i];
      sample.positionM()[i] = vehicles[i] + 0.5;
      sample.speedMps()[i] = vehicles[i] + 1;
      sample.accelMps2()[i] = -vehicles[i];
    }
    return sample;
  }

  /** The whole's digest is the sum of its parts', and tells each quantity's change. */
  @Test
  void digestsAddUp() {
    var rides = new RandomTrips(TestNetworks.GRID.network, 3).rides(40, 20, Types.IDM);
    RoadWorld one = RoadWorld.on(TestNetworks.GRID.network).departing(rides).runTo(40);
    RoadWorld four = RoadWorld.on(TestNetworks.GRID.network).regions(4).departing(rides).runTo(40);
    assertThat(four.traffic().regions()).filteredOn(r -> r.v.own > 0).hasSizeGreaterThan(2);
    assertThat(four.traffic().digest()).isEqualTo(one.traffic().digest());
    long hash = StateDigest.hashA(1, 2, 3.0, 4.0);
    assertThat(
            List.of(
                StateDigest.hashA(2, 2, 3.0, 4.0),
                StateDigest.hashA(1, 3, 3.0, 4.0),
                StateDigest.hashA(1, 2, Math.nextUp(3.0), 4.0),
                StateDigest.hashA(1, 2, 3.0, Math.nextUp(4.0))))
        .doesNotContain(hash);
  }

  @Test
  void theRegisterKnowsNumbersNamesAndTypes() {
    VehicleRegister register =
        VehicleRegister.of(demand("a", "b"), List.of(new VehicleRegister.Registered("icv", "idm")));
    assertThat(register.size()).isEqualTo(3);
    assertThat(register.findNumber("b")).hasValue(1);
    assertThat(register.findNumber("icv")).hasValue(2);
    assertThat(register.findNumber("c")).isEmpty();
    assertThat(register.name(2)).isEqualTo("icv");
    assertThat(register.type(2)).isEqualTo(1);
    assertThat(register.type(0)).isZero();
  }

  @Test
  void theRegisterRefusesNamesThatComeTwiceAndUnknownTypes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VehicleRegister.of(demand("a", "a"), List.of()))
        .withMessage("two vehicles named a");
    var stranger = new VehicleRegister.Registered("icv", "tank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VehicleRegister.of(demand("a"), List.of(stranger)))
        .withMessage("no vehicle type tank");
  }

  private static Demand demand(String... names) {
    List<Departure> departures =
        List.of(names).stream()
            .map(name -> Ride.of(name, "first").departure(Roads.STRAIGHT, 0))
            .toList();
    return new Demand(List.of(Types.KRAUSS, Types.IDM), departures, Map.of());
  }
}
