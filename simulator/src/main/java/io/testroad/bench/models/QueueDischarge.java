package io.testroad.bench.models;

import io.testroad.demand.VehicleType.Model;
import io.testroad.network.Network;
import io.testroad.network.Signal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** AF-07: cars stand before a red light; it turns green; when does which pass the line? */
final class QueueDischarge implements ModelCase {

  private static final double STEP_S = 0.1;
  private static final double IN_M = 400;
  private static final double OUT_M = 1500;
  private static final double RED_S = 20;
  private static final double GREEN_S = 300;
  private static final double HOUR = 3600;
  private static final Tolerance MODEL = Tolerance.percent(2);

  /** The vehicles of a queue: a set of parameters and a model. */
  enum Kind {
    CITY("city", Model.IDM),
    FAST("discharge-fast", Model.IDM),
    IIDM("discharge-iidm", Model.IIDM),
    SATURATION_IDM("saturation-idm", Model.IDM),
    SATURATION_IIDM("saturation-iidm", Model.IIDM);

    private final String set;
    private final Model model;

    Kind(String set, Model model) {
      this.set = set;
      this.model = model;
    }

    String set() {
      return set;
    }
  }

  @Override
  public String name() {
    return "AF-07";
  }

  @Override
  public List<Part> parts(Parameters p) {
    return List.of(
        () -> discharge(p, Kind.CITY, 2.377, 1.980, 7, 11, 16),
        () -> discharge(p, Kind.FAST, 1.795, 1.658, 10, 16, 22),
        () -> discharge(p, Kind.IIDM, 2.205, 1.970, 8, 13, 18),
        () -> saturation(p, Kind.SATURATION_IDM, 1.998, 1.71),
        () -> saturation(p, Kind.SATURATION_IIDM, 1.984, 2.29));
  }

  private List<ModelRow> discharge(
      Parameters p, Kind kind, double early, double late, int in20, int in30, int in40) {
    boolean same = p.arePublished(kind.set, "discharge");
    double[] passed = passedS(p, kind);
    String what = kind.set + ", " + kind.model.written().toUpperCase(Locale.ROOT) + ", ";
    Rows rows = new Rows(name());
    rows.add(
        what + "headway of vehicles 5 to 10",
        "s",
        Expected.published(early, same),
        headway(passed, 5, 10),
        MODEL);
    rows.add(
        what + "headway of vehicles 11 to 30",
        "s",
        Expected.published(late, same),
        headway(passed, 11, passed.length),
        MODEL);
    int[] cars = {in20, in30, in40};
    for (int k = 0; k < cars.length; k++) {
      double within = 20 + 10 * k;
      rows.add(
          String.format(Locale.ROOT, "%scars in %.0f s", what, within),
          "veh",
          Expected.published(cars[k], same),
          passedWithin(passed, within),
          Tolerance.EXACT);
    }
    return rows.list();
  }

  private List<ModelRow> saturation(Parameters p, Kind kind, double headwayS, double lostS) {
    boolean same = p.arePublished(kind.set, "discharge");
    double[] passed = passedS(p, kind);
    double headway = headway(passed, 5, 10);
    String what = kind.set + ", " + kind.model.written().toUpperCase(Locale.ROOT) + ", ";
    return new Rows(name())
        .add(
            what + "headway of vehicles 5 to 10",
            "s",
            Expected.published(headwayS, same),
            headway,
            MODEL)
        .add(
            what + "lost time at the start",
            "s",
            Expected.published(lostS, same),
            lostS(passed, headway),
            Tolerance.within(0.1))
        .add(
            what + "saturation flow, 1,700 to 1,950",
            "veh/h",
            Expected.published(1825, same),
            HOUR / headway,
            Tolerance.within(125))
        .list();
  }

  private static int passedWithin(double[] passed, double second) {
    return (int) Arrays.stream(passed).filter(s -> s <= second).count();
  }

  /** How much later the tenth car passes than nine saturation headways after green. */
  private static double lostS(double[] passed, double headwayS) {
    return passed[9] - 9 * headwayS;
  }

  /** Mean headway of the vehicles from one to another, counted from 1. */
  static double headway(double[] passed, int from, int to) {
    return (passed[to - 1] - passed[from - 2]) / (to - from + 1);
  }

  /** When the front of each car passes the line, s after the light turns green. */
  static double[] passedS(Parameters p, Kind kind) {
    CarSet cars = p.cars(kind.set);
    int count = (int) Math.round(p.get("discharge", "vehicles"));
    double inM = Math.max(IN_M, (count + 2) * (cars.lengthM() + cars.s0M()));
    Signal.Program program =
        Ways.program("plan", Ways.phase(RED_S, 'r', 1), Ways.phase(GREEN_S, 'G', 1));
    Network network = Ways.signal(inM, OUT_M, 1, program);
    Course course = new Course(network, STEP_S).knowing(cars.car("car", kind.model));
    Line line = Line.along(network, "in", "out");
    int in = network.findEdge("in").orElseThrow();
    double stopM = network.lengthM(in);
    for (int i = 0; i < count; i++) {
      double at = stopM - i * (cars.lengthM() + cars.s0M());
      course.add(cars.still("still"), 0, course.edges("in", "out"), 0, at, 0);
    }
    course.runTo(RED_S / 2);
    course.restyleAll(cars.car("car", kind.model));
    List<Passing> passings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      passings.add(new Passing(course, line, i, stopM));
    }
    while (course.nowS() < RED_S + GREEN_S && passings.stream().anyMatch(Passing::isDue)) {
      course.step();
      passings.forEach(Passing::look);
    }
    return passings.stream().mapToDouble(passing -> passing.atS() - RED_S).toArray();
  }
}
