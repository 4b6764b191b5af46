package io.testroad.bench.models;

import io.testroad.demand.GapAcceptance;
import io.testroad.demand.VehicleType;
import io.testroad.demand.VehicleType.Model;
import io.testroad.network.Junction;
import io.testroad.network.Network;
import io.testroad.network.NetworkBuilder;
import io.testroad.network.PlainNode;
import io.testroad.network.PlainRoad;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * AF-11: how many vehicles of an endless queue cross a stream with right of way, by drivers with
 * fixed critical gaps and follow-up times.
 *
 * <p>The formula takes the stream for points; its vehicles are one metre long and keep 0.2 s. The
 * count is steadied by a control variate: the vehicles that the very same draws of gaps would let
 * pass, whose expectation is the formula's.
 *
 * <p>Source: J. Harders, Strassenbau und Strassenverkehrstechnik 76, 1968.
 */
final class GapCapacity implements ModelCase {

  private static final double STEP_S = 0.1;
  private static final double APPROACH_M = 250;
  private static final double BEYOND_M = 60;
  private static final double QUEUE_M = 50;
  private static final double HOUR = 3600;
  private static final double LASTS_S = 3720;
  private static final double WARM_S = 120;
  private static final double[] FLOWS = {400, 600, 800, 1000};
  private static final CarSet MAJOR = new CarSet(15, 0.2, 2, 3, 0.5, 1);
  private static final CarSet MINOR = new CarSet(12, 0.5, 4, 4.5, 1, 4);
  private static final Tolerance TOLERANCE = Tolerance.percent(3);

  @Override
  public String name() {
    return "AF-11";
  }

  @Override
  public List<Part> parts(Parameters p) {
    List<Part> parts = new ArrayList<>();
    double[] left = {1169.6, 987.0, 831.8, 700.2};
    double[] right = {654.3, 504.6, 388.1, 297.7};
    for (int i = 0; i < FLOWS.length; i++) {
      int k = i;
      parts.add(() -> row(p, "major-left", FLOWS[k], left[k]));
    }
    for (int i = 0; i < FLOWS.length; i++) {
      int k = i;
      parts.add(() -> row(p, "minor-right", FLOWS[k], right[k]));
    }
    return parts;
  }

  private List<ModelRow> row(Parameters p, String set, double flow, double published) {
    double critical = p.get(set, "critical-gap");
    double followUp = p.get(set, "follow-up");
    double perS = flow / HOUR;
    double formula =
        flow * StrictMath.exp(-perS * critical) / (1 - StrictMath.exp(-perS * followUp));
    double[] major = Poisson.arrivalsS("gaps " + set + flow, (int) (perS * LASTS_S * 1.3), perS);
    double counted = drive(major, new GapAcceptance(critical, followUp));
    double ideal = 0;
    for (int i = 1; i < major.length; i++) {
      if (major[i] >= WARM_S && major[i] < LASTS_S) {
        double gap = major[i] - major[i - 1];
        ideal += gap < critical ? 0 : Math.floor((gap - critical) / followUp) + 1;
      }
    }
    double measured = formula + (counted - ideal) / (LASTS_S - WARM_S) * HOUR;
    return new Rows(name())
        .add(
            String.format(Locale.ROOT, "%s, %.0f veh/h with right of way", set, flow),
            "veh/h",
            Expected.of(published, p.arePublished(set), formula),
            measured,
            TOLERANCE,
            "steadied by the same draws of gaps")
        .list();
  }

  private static Network network() {
    return Ways.noLimit(
        new NetworkBuilder()
            .add(PlainNode.of("c", 0, 0, Junction.Kind.PRIORITY))
            .add(PlainNode.of("w", -APPROACH_M, 0, Junction.Kind.DEAD_END))
            .add(PlainNode.of("e", BEYOND_M, 0, Junction.Kind.DEAD_END))
            .add(PlainNode.of("s", 0, -APPROACH_M, Junction.Kind.DEAD_END))
            .add(PlainNode.of("n", 0, BEYOND_M, Junction.Kind.DEAD_END))
            .add(PlainRoad.of("major", "w", "c", 1, 15).withPriority(3))
            .add(PlainRoad.of("major-on", "c", "e", 1, 15).withPriority(3))
            .add(PlainRoad.of("minor", "s", "c", 1, 15).withPriority(1))
            .add(PlainRoad.of("minor-on", "c", "n", 1, 15).withPriority(1))
            .build());
  }

  /** Vehicles of the minor road that pass the line. */
  private static double drive(double[] major, GapAcceptance gaps) {
    Network network = network();
    Course course = new Course(network, STEP_S);
    VehicleType through = MAJOR.car("major", Model.IIDM);
    VehicleType yields = MINOR.car("minor", Model.KRAUSS).withGaps(gaps);
    int[] along = course.edges("major", "major-on");
    int[] across = course.edges("minor", "minor-on");
    double lineM = network.lengthM(along[0]);
    double free = (lineM - 5) / MAJOR.v0Mps();
    for (double at : major) {
      if (at > free) {
        course.add(through, at - free, along, 0, 5, MAJOR.v0Mps());
      }
    }
    int first = course.vehicles();
    int minors = (int) (LASTS_S / gaps.followUpS()) + 50;
    for (int i = 0; i < minors; i++) {
      course.add(yields, 0, across, 0, lineM - QUEUE_M, 0);
    }
    Line line = Line.along(network, "minor", "minor-on");
    double stop = network.lengthM(across[0]);
    int passed = 0;
    int before = 0;
    while (course.nowS() < LASTS_S) {
      course.step();
      while (passed < minors && hasPassed(course, first + passed, line, stop)) {
        passed++;
      }
      before = course.nowS() < WARM_S ? passed : before;
    }
    return passed - before;
  }

  private static boolean hasPassed(Course course, int vehicle, Line line, double stop) {
    return course.isOnRoad(vehicle) && course.x(vehicle, line) > stop;
  }
}
