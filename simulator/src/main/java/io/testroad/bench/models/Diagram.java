package io.testroad.bench.models;

import io.testroad.demand.VehicleType.Model;
import io.testroad.traffic.SteadyState;
import java.util.ArrayList;
import java.util.List;

/** AF-02: capacity, jam density and the speed of waves, by a sweep of densities on a ring road. */
final class Diagram implements ModelCase {

  static final double STEP_S = 0.1;
  private static final double KM = 1000;
  private static final double HOUR = 3600;

  /** Sets; IDM's flow, speed, density; IIDM's flow; wave, km/h. */
  private static final String PUBLISHED =
      """
      idm-2000 1742.8 66.84 26.07 1989.0 -15.75
      motorway 2519.2 72.22 34.88 2975.2 -25.20
      city 1957.5 36.54 53.57 2454.5 -25.20
      acc-2010 1836.4 67.57 27.18 2105.3 -16.80
      """;

  @Override
  public String name() {
    return "AF-02";
  }

  @Override
  public List<Part> parts(Parameters parameters) {
    List<Part> parts = new ArrayList<>();
    for (String line : PUBLISHED.lines().toList()) {
      String[] words = line.split(" ", -1);
      double[] figures = new double[words.length];
      for (int i = 1; i < words.length; i++) {
        figures[i] = Double.parseDouble(words[i]);
      }
      parts.add(() -> idm(words[0], figures, parameters));
      parts.add(() -> iidm(words[0], figures, parameters));
    }
    return parts;
  }

  private List<ModelRow> idm(String set, double[] figures, Parameters parameters) {
    CarSet cars = parameters.cars(set);
    boolean same = parameters.arePublished(set);
    SteadyState.State formula = SteadyState.capacity(cars.idm(), cars.lengthM(), cars.v0Mps());
    double jam = cars.jamDensityPerM();
    Sweep sweep = new Sweep(cars, cars.car("car", Model.IDM), STEP_S);
    Sweep.State most = sweep.highest(0.1 * jam, 0.6 * jam);
    Tolerance tolerance = Tolerance.percent(1);
    return new Rows(name())
        .add(
            set + ", IDM, highest flow",
            "veh/h",
            Expected.of(figures[1], same, formula.flowPerS() * HOUR),
            most.flowPerS() * HOUR,
            tolerance)
        .add(
            set + ", IDM, speed of the highest flow",
            "km/h",
            Expected.of(figures[2], same, formula.speedMps() * 3.6),
            most.speedMps() * 3.6,
            tolerance)
        .add(
            set + ", IDM, density of the highest flow",
            "veh/km",
            Expected.of(figures[3], same, formula.densityPerM() * KM),
            most.densityPerM() * KM,
            tolerance)
        .list();
  }

  private List<ModelRow> iidm(String set, double[] figures, Parameters parameters) {
    CarSet cars = parameters.cars(set);
    boolean same = parameters.arePublished(set);
    double jam = cars.jamDensityPerM();
    Sweep sweep = new Sweep(cars, cars.car("car", Model.IIDM), STEP_S);
    Sweep.State most = sweep.highest(0.1 * jam, 0.6 * jam);
    Sweep.State dense = sweep.at(0.75 * jam);
    Sweep.State denser = sweep.at(0.9 * jam);
    double wave =
        (denser.flowPerS() - dense.flowPerS()) / (denser.densityPerM() - dense.densityPerM());
    double standing = denser.densityPerM() - denser.flowPerS() / wave;
    Tolerance tolerance = Tolerance.percent(0.5);
    return new Rows(name())
        .add(
            set + ", IIDM, highest flow",
            "veh/h",
            Expected.of(figures[4], same, cars.iidmCapacity() * HOUR),
            most.flowPerS() * HOUR,
            tolerance)
        .add(
            set + ", IIDM, jam density",
            "veh/km",
            Expected.of(142.86, same, jam * KM),
            standing * KM,
            tolerance)
        .add(
            set + ", IIDM, speed of waves",
            "km/h",
            Expected.of(figures[5], same, cars.waveMps() * 3.6),
            wave * 3.6,
            tolerance)
        .list();
  }
}
