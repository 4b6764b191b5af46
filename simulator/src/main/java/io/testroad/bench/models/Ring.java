package io.testroad.bench.models;

import io.testroad.demand.VehicleType;
import io.testroad.network.Lane;
import io.testroad.network.Network;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Cars on a ring road, evenly spaced, that stand until all are there and then drive off together.
 */
final class Ring {

  private static final int LAPS_ROADS = 3000;
  private static final double PLACES_TRIED = 400;

  private final Course course;
  private final Line line;
  private final int cars;
  private final double releasedS;
  private final double[] x;
  private final double[] driven;

  /**
   * Cars that have just been released.
   *
   * @param kickM by how much the first is moved back
   */
  Ring(CarSet set, VehicleType type, int cars, double circumferenceM, double stepS, double kickM) {
    this.cars = cars;
    Network network = Ways.ring(circumferenceM);
    line = Line.around(network);
    course = new Course(network, stepS).knowing(type);
    VehicleType still = set.still("still");
    double spacing = line.lengthM() / cars;
    double first = place(network, spacing, kickM);
    for (int i = 0; i < cars; i++) {
      double at = first + (cars - 1 - i) * spacing - (i == 0 ? kickM : 0);
      Lane lane = Objects.requireNonNull(laneAt(network, at));
      double within = at - line.startOf(lane.index());
      course.add(still, 0, laps(network, lane.edge()), 0, within, 0);
    }
    course.runTo((cars + 1) * stepS);
    for (int i = 0; i < cars; i++) {
      if (!course.isOnRoad(i)) {
        throw new UnbuildableWorld("Not all cars find room on the ring road.");
      }
    }
    releasedS = course.nowS();
    course.restyleAll(type);
    x = new double[cars];
    driven = new double[cars];
    look();
    Arrays.fill(driven, 0);
  }

  private int[] laps(Network network, int first) {
    String id = network.edges().get(first).id();
    int road = Integer.parseInt(id.substring("ring-".length()));
    int[] ring = course.edges("ring-0", "ring-1");
    return IntStream.range(0, LAPS_ROADS).map(k -> ring[(road + k) % ring.length]).toArray();
  }

  /** Where the rearmost car is put so that none comes to stand on a junction. */
  private double place(Network network, double spacing, double kickM) {
    for (int k = 0; k < PLACES_TRIED; k++) {
      double first = kickM + spacing * k / PLACES_TRIED;
      boolean fits = true;
      for (int i = 0; i < cars; i++) {
        fits &= laneAt(network, first + i * spacing) != null;
      }
      fits &= laneAt(network, first + (cars - 1) * spacing - kickM) != null;
      if (fits && first + (cars - 1) * spacing < line.lengthM()) {
        return first;
      }
    }
    throw new UnbuildableWorld(
        String.format(
            Locale.ROOT,
            "%d cars can't stand evenly on a ring road of %.0f m clear of its junctions.",
            cars,
            line.lengthM()));
  }

  private @Nullable Lane laneAt(Network network, double at) {
    for (Lane lane : network.lanes()) {
      double within = at - line.startOf(lane.index());
      if (network.edges().get(lane.edge()).isRoad() && within > 0.05 && within < lane.lengthM()) {
        return lane;
      }
    }
    return null;
  }

  void step() {
    course.step();
    look();
  }

  private void look() {
    for (int i = 0; i < cars; i++) {
      double now = course.x(i, line);
      double moved = now - x[i];
      driven[i] += moved < -line.lengthM() / 2 ? moved + line.lengthM() : moved;
      x[i] = now;
    }
  }

  /** Time since the release, s. */
  double nowS() {
    return course.nowS() - releasedS;
  }

  int cars() {
    return cars;
  }

  int collisions() {
    return course.collisions();
  }

  double lengthM() {
    return line.lengthM();
  }

  double speed(int car) {
    return course.speed(car);
  }

  /** Where a car is along the ring, m. */
  double x(int car) {
    return x[car];
  }

  /** Mean speed of all since the release or {@link #forgetDriven}, times the time, m. */
  double meanDrivenM() {
    return Arrays.stream(driven).sum() / cars;
  }

  void forgetDriven() {
    Arrays.fill(driven, 0);
  }

  double meanSpeed() {
    double sum = 0;
    for (int i = 0; i < cars; i++) {
      sum += course.speed(i);
    }
    return sum / cars;
  }
}
