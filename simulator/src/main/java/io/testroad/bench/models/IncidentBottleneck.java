package io.testroad.bench.models;

import io.testroad.demand.VehicleType;
import io.testroad.demand.VehicleType.Model;
import io.testroad.engine.IncidentCapacity;
import io.testroad.engine.RoadDecision;
import io.testroad.network.Junction;
import io.testroad.network.Network;
import io.testroad.network.NetworkBuilder;
import io.testroad.network.PlainNode;
import io.testroad.network.PlainRoad;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * AF-12: an incident leaves a share of a two-lane road's capacity; vehicles queue, and discharge
 * when the road is open again.
 *
 * <p>What is left of the capacity is metered: on a short road the speed is limited to that at which
 * the triangular diagram carries the flow left; a closed road has a red light. Or it is as scenes
 * on the road have it: obstacles lie on the lanes that are blocked, and drivers pass them with
 * caution. The headway follows from the capacity. Queues are counted at the bottleneck, as demanded
 * without it less passed.
 */
final class IncidentBottleneck implements ModelCase {

  private static final double STEP_S = 1;
  private static final double BEGINS_S = 60;
  private static final double NARROW_M = 100;
  private static final double SCENE_ENDS_M = 160;
  private static final double LOAD_M = 10;
  private static final double HOUR = 3600;
  private static final int LANES = 2;

  /** How much longer the queue of one lane may become than both would be if even. */
  private static final double UNEVEN = 1.5;

  private static final Tolerance PHYSICAL = Tolerance.percent(10);

  /**
   * What came of an incident.
   *
   * @param queue the most vehicles that were missing at the bottleneck
   * @param recoveryMin until none was missing, after the reopening
   * @param delayVehH the time that all lost
   * @param tailKm how far the tail was from the bottleneck at the reopening
   */
  private record Aftermath(double queue, double recoveryMin, double delayVehH, double tailKm) {}

  @Override
  public String name() {
    return "AF-12";
  }

  @Override
  public List<Part> parts(Parameters p) {
    List<Part> parts = new ArrayList<>();
    double left = p.get("bottleneck", "left");
    parts.add(() -> rows(p, left, 2400, 30, 500, 18.75, 203.1, 2.95));
    parts.add(() -> rows(p, left, 3000, 30, 800, 48.00, 520.0, 4.94));
    parts.add(() -> rows(p, 0, 2400, 20, 800, 30.00, 333.3, 3.20));
    parts.add(() -> scene(p, 1, 2400, 30, 500, 18.75, 203.1, 2.95));
    parts.add(() -> scene(p, 1, 3000, 30, 800, 48.00, 520.0, 4.94));
    parts.add(() -> scene(p, 2, 2400, 20, 800, 30.00, 333.3, 3.20));
    double[][] clearance = {{10, 57.8}, {15, 130.0}, {20, 231.1}, {25, 361.1}, {40, 924.4}};
    for (double[] each : clearance) {
      parts.add(() -> delay(p, each[0], each[1]));
    }
    return parts;
  }

  private List<ModelRow> rows(
      Parameters p,
      double left,
      double q,
      double minutes,
      double queue,
      double recovery,
      double delay,
      double tail) {
    boolean same = p.arePublished("bottleneck");
    String what =
        String.format(
            Locale.ROOT, "%.2f of the capacity left for %.0f min, %.0f veh/h, ", left, minutes, q);
    Aftermath found = drive(p, left, 0, q / HOUR, minutes * 60);
    return rows(p, what, found, same, left, q, minutes, queue, recovery, delay, tail);
  }

  private List<ModelRow> scene(
      Parameters p,
      int blocked,
      double q,
      double minutes,
      double queue,
      double recovery,
      double delay,
      double tail) {
    double left = IncidentCapacity.share(LANES, blocked, IncidentCapacity.Shoulder.CLEAR);
    String what =
        String.format(
            Locale.ROOT, "%d of 2 lanes blocked for %.0f min, %.0f veh/h, ", blocked, minutes, q);
    Aftermath found = drive(p, left, blocked, q / HOUR, minutes * 60);
    boolean same = p.arePublished("bottleneck");
    return rows(p, what, found, same, left, q, minutes, queue, recovery, delay, tail);
  }

  private List<ModelRow> rows(
      Parameters p,
      String what,
      Aftermath found,
      boolean same,
      double left,
      double q,
      double minutes,
      double queue,
      double recovery,
      double delay,
      double tail) {
    double capacity = p.get("bottleneck", "capacity") * HOUR;
    double hours = minutes / 60;
    double most = (q - left * capacity) * hours;
    double gone = most / (capacity - q);
    return new Rows(name())
        .add(what + "longest queue", "veh", Expected.of(queue, same, most), found.queue, PHYSICAL)
        .add(
            what + "recovery",
            "min",
            Expected.of(recovery, same, gone * 60),
            found.recoveryMin,
            PHYSICAL)
        .add(
            what + "delay",
            "veh-h",
            Expected.of(delay, same, most * (hours + gone) / 2),
            found.delayVehH,
            PHYSICAL)
        .add(
            what + "tail at the reopening",
            "km",
            Expected.of(tail, same, tailKm(p, left * capacity, q, hours)),
            found.tailKm,
            PHYSICAL)
        .list();
  }

  private List<ModelRow> delay(Parameters p, double minutes, double published) {
    double left = p.get("bottleneck", "left");
    double capacity = p.get("bottleneck", "capacity") * HOUR;
    double hours = minutes / 60;
    double most = (3000 - left * capacity) * hours;
    double formula = most * (hours + most / (capacity - 3000)) / 2;
    return new Rows(name())
        .add(
            String.format(Locale.ROOT, "delay when cleared after %.0f min, 3000 veh/h", minutes),
            "veh-h",
            Expected.of(published, p.arePublished("bottleneck"), formula),
            drive(p, left, 0, 3000 / HOUR, minutes * 60).delayVehH,
            PHYSICAL)
        .list();
  }

  private static CarSet cars(Parameters p) {
    double v0 = p.get("bottleneck", "v0");
    double space = p.get("bottleneck", "s0") + p.get("bottleneck", "length");
    double perLane = p.get("bottleneck", "capacity") / LANES;
    return new CarSet(
        v0,
        (v0 / perLane - space) / v0,
        p.get("bottleneck", "a"),
        p.get("bottleneck", "b"),
        p.get("bottleneck", "s0"),
        p.get("bottleneck", "length"));
  }

  /** Where the tail of the queue is after a time, by the triangular diagram. */
  private static double tailKm(Parameters p, double left, double q, double hours) {
    CarSet cars = cars(p);
    double inQueue = LANES * cars.jamDensityPerM() * 1000 + left / (cars.waveMps() * 3.6);
    double before = q / (cars.v0Mps() * 3.6);
    return (q - left) / (inQueue - before) * hours;
  }

  private static Network network(double inM) {
    Network network =
        new NetworkBuilder()
            .add(PlainNode.of("w", -inM, 0, Junction.Kind.DEAD_END))
            .add(PlainNode.of("gate", 0, 0, Junction.Kind.TRAFFIC_LIGHT))
            .add(PlainNode.of("end", NARROW_M, 0, Junction.Kind.PRIORITY))
            .add(PlainNode.of("e", NARROW_M + 200, 0, Junction.Kind.DEAD_END))
            .add(PlainRoad.of("in", "w", "gate", LANES, 30))
            .add(PlainRoad.of("narrow", "gate", "end", LANES, 30))
            .add(PlainRoad.of("out", "end", "e", LANES, 30))
            .build();
    return Ways.noLimit(
        network.withPrograms(
            Map.of(
                "gate",
                List.of(
                    Ways.program("closed", Ways.phase(60, 'r', LANES)),
                    Ways.program("open", Ways.phase(60, 'G', LANES))))));
  }

  private static Aftermath drive(Parameters p, double left, int blocked, double q, double lastsS) {
    CarSet cars = cars(p);
    double capacity = p.get("bottleneck", "capacity");
    double recoveryS = (q - left * capacity) * lastsS / (capacity - q);
    double tailM = tailKm(p, left * capacity * HOUR, q * HOUR, lastsS / HOUR) * 1000;
    double growth = tailM / lastsS;
    double inM = 500 + UNEVEN * tailM * -cars.waveMps() / (-cars.waveMps() - growth);
    double freeS = inM / cars.v0Mps();
    int count = (int) ((freeS + BEGINS_S + lastsS + 1.3 * recoveryS) * q);
    Network network = network(inM);
    Course course = new Course(network, STEP_S);
    VehicleType car =
        cars.car(
            "car",
            Model.KRAUSS,
            cars.v0Mps(),
            blocked > 0 ? VehicleType.LaneChange.DEFAULT : new VehicleType.LaneChange(0, 0, 0, 0));
    int[] way = course.edges("in", "narrow", "out");
    for (int i = 0; i < count; i++) {
      course.add(car, i / q, way, i % LANES, 10, cars.v0Mps());
    }
    return new Incident(course, network, left, blocked, capacity, cars, q).run(freeS, lastsS);
  }

  /** A road while something blocks it, and after. */
  private static final class Incident {
    private final Course course;
    private final Network network;
    private final double left;

    /** How many lanes obstacles lie on; 0 when the flow is metered. */
    private final int blocked;

    private final double capacity;
    private final CarSet cars;
    private final double q;
    private final boolean[] departed;

    Incident(
        Course course,
        Network network,
        double left,
        int blocked,
        double capacity,
        CarSet cars,
        double q) {
      this.course = course;
      this.network = network;
      this.left = left;
      this.blocked = blocked;
      this.capacity = capacity;
      this.cars = cars;
      this.q = q;
      departed = new boolean[course.vehicles()];
    }

    Aftermath run(double freeS, double lastsS) {
      double beginsS = freeS + BEGINS_S;
      Line line = Line.along(network, "in", "narrow", "out");
      double gateM = network.lengthM(network.findEdge("in").orElseThrow());
      while (course.nowS() < beginsS) {
        step();
      }
      begin(gateM);
      double most = 0;
      double delayS = 0;
      double tailM = 0;
      boolean[] has = new boolean[course.vehicles()];
      int first = 0;
      int passed = 0;
      while (passed < course.vehicles()) {
        step();
        double now = course.nowS();
        for (int i = first; i < has.length && now > i / q; i++) {
          if (!has[i] && hasPassed(i, line, gateM)) {
            has[i] = true;
            passed++;
          }
          first += i == first && has[i] ? 1 : 0;
        }
        double missing = Math.floor((now - (gateM - 10) / cars.v0Mps()) * q) + 1 - passed;
        most = Math.max(most, missing);
        if (now >= beginsS) {
          delayS += Math.max(0, missing) * course.stepS();
        }
        if (Math.abs(now - beginsS - lastsS) < course.stepS() / 2) {
          tailM = gateM - tail(line, gateM);
          end();
        }
        if (now > beginsS + lastsS && missing <= 1) {
          double recoveryMin = (now - beginsS - lastsS) / 60;
          return new Aftermath(most, recoveryMin, delayS / HOUR, tailM / 1000);
        }
      }
      return new Aftermath(most, Double.NaN, delayS / HOUR, tailM / 1000);
    }

    /** Goes on by a step, and takes note of who has departed by then: nobody passes before. */
    private void step() {
      course.step();
      for (int i = 0; i < departed.length; i++) {
        departed[i] |= course.isOnRoad(i);
      }
    }

    private void begin(double gateM) {
      if (blocked == 0) {
        course.order(
            left > 0
                ? new RoadDecision.LimitSpeed("narrow", meteredMps())
                : new RoadDecision.RunProgram("gate", "closed"));
        return;
      }
      for (int lane = 0; lane < blocked; lane++) {
        course.order(
            new RoadDecision.Obstruct("load-" + lane, "in", lane, gateM - SCENE_ENDS_M, LOAD_M));
      }
      caution(gateM, IncidentCapacity.perOpenLane(left, LANES, blocked));
    }

    private void end() {
      if (blocked == 0) {
        course.order(
            left > 0
                ? new RoadDecision.LimitSpeed("narrow", Double.NaN)
                : new RoadDecision.RunProgram("gate", "open"));
        return;
      }
      for (int lane = 0; lane < blocked; lane++) {
        course.order(new RoadDecision.ClearObstacle("load-" + lane, "in"));
      }
      caution(0, 1);
    }

    /** Caution from where the load begins to the gate; before it drivers merge as ever. */
    private void caution(double gateM, double share) {
      double from = gateM - SCENE_ENDS_M - LOAD_M;
      course.order(new RoadDecision.Caution("scene", "in", from, gateM, share));
    }

    private double meteredMps() {
      double perLane = left * capacity / LANES;
      return perLane * (cars.s0M() + cars.lengthM()) / (1 - perLane * cars.tauS());
    }

    private boolean hasPassed(int vehicle, Line line, double gateM) {
      return departed[vehicle] && (!course.isOnRoad(vehicle) || course.x(vehicle, line) > gateM);
    }

    /** Where the last vehicle is that drives at less than half the free speed; lanes' mean. */
    private double tail(Line line, double gateM) {
      int first = network.edges().get(network.findEdge("in").orElseThrow()).firstLane();
      double sum = 0;
      for (int lane = first; lane < first + LANES; lane++) {
        double last = gateM;
        for (int i = 0; i < course.vehicles(); i++) {
          if (course.lane(i) == lane && course.speed(i) < cars.v0Mps() / 2) {
            last = Math.min(last, course.x(i, line));
          }
        }
        sum += last;
      }
      return sum / LANES;
    }
  }
}
