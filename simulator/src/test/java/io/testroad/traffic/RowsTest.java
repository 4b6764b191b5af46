package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.testroad.demand.Demand;
import io.testroad.demand.Departure;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Vehicles as numbers and rows: hand-over, samples, digests, the register. */
class RowsTest {

  /** Distinct values of everything a vehicle has come over whole, whatever rows they go to. */
  @Property(tries = 50)
  void handOverKeepsEverything(
      @ForAll @IntRange(min = 1, max = 9) int count, @ForAll @IntRange(max = 200) int at)
      throws ReflectiveOperationException {
    VehicleTable vehicles = new VehicleTable();
    vehicles.reserve(at + count);
    int[] rows = new int[count];
    for (int i = 0; i < count; i++) {
      rows[i] = at + i;
      fill(vehicles, rows[i], 1000 * i);
    }
    VehicleRows sent = vehicles.pack(rows, count);
    VehicleTable others = new VehicleTable();
    others.reserve(at + 10 * count);
    for (int i = 0; i < count; i++) {
      assertThat(sent.number(i)).isEqualTo(vehicles.number[rows[i]]);
      others.clear(at + 2 * i);
      others.unpack(sent, i, at + 2 * i);
      assertThat(contents(others, at + 2 * i)).isEqualTo(contents(vehicles, rows[i]));
    }
    others.copy(at, at + 1);
    assertThat(contents(others, at + 1)).isEqualTo(contents(vehicles, at));
  }

  /** Rows laid out anew are the old ones in the new order. */
  @Property(tries = 50)
  void reorderingKeepsRows(@ForAll @Size(max = 30) List<@IntRange(max = 99) Integer> weights)
      throws ReflectiveOperationException {
    int count = weights.size();
    VehicleTable vehicles = new VehicleTable();
    vehicles.reserve(count);
    vehicles.own = count;
    vehicles.all = count;
    List<Map<String, Object>> before = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      fill(vehicles, row, 1000 * row);
      before.add(contents(vehicles, row));
    }
    int[] from =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparing(weights::get))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] wanted = from.clone();
    vehicles.reorder(from, count);
    for (int row = 0; row < count; row++) {
      assertThat(contents(vehicles, row)).isEqualTo(before.get(wanted[row]));
    }
  }

  /** Gives everything that can be set a value of its own. */
  private static void fill(VehicleTable vehicles, int row, int seed)
      throws ReflectiveOperationException {
    vehicles.clear(row);
    int value = seed;
    for (Method setter : setters()) {
      value++;
      if (setter.getParameterTypes()[1] == int.class) {
        setter.invoke(vehicles, row, value);
      } else {
        setter.invoke(vehicles, row, value + 0.5);
      }
    }
    for (int k = 0; k < VehicleTable.BACK; k++) {
      vehicles.setBack(row, k, ++value);
    }
    vehicles.countWaiting(row);
    vehicles.countReroute(row);
    vehicles.countReroute(row);
    for (Field column : columns()) {
      value++;
      if (column.getType() == int[].class) {
        ((int[]) column.get(vehicles))[row] = value;
      } else {
        ((double[]) column.get(vehicles))[row] = value + 0.5;
      }
    }
    vehicles.route[row] = new int[] {++value};
  }

  private static List<Field> columns() {
    return Arrays.stream(VehicleTable.class.getDeclaredFields())
        .filter(field -> !Modifier.isPrivate(field.getModifiers()))
        .filter(field -> field.getType() == int[].class || field.getType() == double[].class)
        .sorted(Comparator.comparing(Field::getName))
        .toList();
  }

  private static List<Method> setters() {
    return Arrays.stream(VehicleTable.class.getDeclaredMethods())
        .filter(method -> method.getName().startsWith("set") && method.getParameterCount() == 2)
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  /** Everything a vehicle has, as what asks for it tells. */
  private static Map<String, Object> contents(VehicleTable vehicles, int row)
      throws ReflectiveOperationException {
    Map<String, Object> contents = new TreeMap<>();
    for (Method method : VehicleTable.class.getDeclaredMethods()) {
      boolean asks =
          method.getParameterCount() == 1
              && method.getParameterTypes()[0] == int.class
              && !Modifier.isStatic(method.getModifiers())
              && !method.getName().equals("mayHave")
              && method.getReturnType() != void.class;
      if (asks) {
        contents.put(method.getName(), method.invoke(vehicles, row));
      }
    }
    for (int k = 0; k < VehicleTable.BACK; k++) {
      contents.put("back" + k, vehicles.back(row, k));
    }
    for (Field column : columns()) {
      contents.put(column.getName(), Array.get(column.get(vehicles), row));
    }
    contents.put("route", vehicles.route[row]);
    return contents;
  }

  /** What is asked for is what was set, and nothing else changes with it. */
  @Test
  void everyNumberHasItsPlace() throws ReflectiveOperationException {
    VehicleTable vehicles = new VehicleTable();
    vehicles.reserve(1);
    vehicles.clear(0);
    for (Method setter : setters()) {
      Map<String, Object> before = contents(vehicles, 0);
      boolean whole = setter.getParameterTypes()[1] == int.class;
      Object value = whole ? (Object) 7 : (Object) 7.5;
      if (whole) {
        setter.invoke(vehicles, 0, 7);
      } else {
        setter.invoke(vehicles, 0, 7.5);
      }
      String name = setter.getName().substring(3, 4).toLowerCase(Locale.ROOT);
      before.put(name + setter.getName().substring(4), value);
      assertThat(contents(vehicles, 0)).isEqualTo(before);
    }
  }

  @Test
  void aVehicleTakesLessThan200Bytes() {
    assertThat(VehicleTable.BYTES).isLessThan(200);
  }

  /** A cap that single precision can't hold is not exceeded. */
  @Test
  void capsAreRoundedDown() {
    VehicleTable vehicles = new VehicleTable();
    vehicles.reserve(1);
    vehicles.clear(0);
    for (double cap : new double[] {50 / 3.6, 60 / 3.6, 0.1, 8}) {
      vehicles.setCap(0, cap);
      assertThat(vehicles.cap(0)).isBetween(cap * (1 - 1e-6), cap);
    }
    vehicles.setCap(0, Double.POSITIVE_INFINITY);
    assertThat(vehicles.cap(0)).isInfinite();
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
