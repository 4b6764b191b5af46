package io.testroad.bench.models;

import io.testroad.bench.Label;
import io.testroad.bench.Plot;
import io.testroad.bench.Series;
import io.testroad.demand.VehicleType.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The plots of {@code bench models}, measured in the kernel like the rows. */
public final class ModelPlots {

  private static final double KM = 1000;
  private static final double HOUR = 3600;
  private static final double[] SHARES = {
    0.08, 0.12, 0.16, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97
  };
  private static final double SHOWN_FROM_S = 600;
  private static final double SHOWN_TO_S = 720;

  private final Parameters parameters;

  /** The plots for parameters. */
  public ModelPlots(Parameters parameters) {
    this.parameters = parameters;
  }

  /**
   * Writes {@code fundamental-diagram.svg}, {@code ring-road.svg} and {@code queue-discharge.svg}
   * to a folder, which is made when it is not there.
   */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    diagram().write(folder.resolve("fundamental-diagram.svg"));
    ring().write(folder.resolve("ring-road.svg"));
    discharge().write(folder.resolve("queue-discharge.svg"));
  }

  private Plot diagram() {
    Plot plot = new Plot(Label.of("diagram.title"), Label.of("diagram.x"), Label.of("diagram.y"));
    for (String set : new String[] {"motorway", "city"}) {
      for (Model model : new Model[] {Model.IDM, Model.IIDM}) {
        plot.line(Label.of("diagram." + set + "." + model.written()), flows(set, model));
      }
    }
    return plot;
  }

  private Series flows(String set, Model model) {
    CarSet cars = parameters.cars(set);
    Sweep sweep = new Sweep(cars, cars.car("car", model), Diagram.STEP_S);
    Series flows = new Series().add(0, 0);
    for (double share : SHARES) {
      Sweep.State state = sweep.at(share * cars.jamDensityPerM());
      flows.add(state.densityPerM() * KM, state.flowPerS() * HOUR);
    }
    return flows.add(cars.jamDensityPerM() * KM, 0);
  }

  private Plot ring() {
    CarSet cars = parameters.cars("ring-r2");
    int count = (int) Math.round(parameters.get("ring", "vehicles"));
    Ring ring =
        new Ring(
            cars,
            cars.car("car", Model.IDM),
            count,
            parameters.get("ring", "circumference"),
            parameters.get("ring", "step"),
            parameters.get("ring", "kick"));
    Series[] ways = new Series[count];
    for (int i = 0; i < count; i++) {
      ways[i] = new Series();
    }
    while (ring.nowS() < SHOWN_FROM_S) {
      ring.step();
    }
    double[] last = new double[count];
    while (ring.nowS() < SHOWN_TO_S) {
      for (int k = 0; k < 5; k++) {
        ring.step();
      }
      for (int i = 0; i < count; i++) {
        if (ring.x(i) < last[i]) {
          ways[i].add(Double.NaN, Double.NaN);
        }
        last[i] = ring.x(i);
        ways[i].add(ring.nowS(), ring.x(i));
      }
    }
    Plot plot =
        new Plot(Label.of("ring.title"), Label.of("ring.x"), Label.of("ring.y"))
            .line(Label.of("ring.cars"), ways[0]);
    for (int i = 1; i < count; i++) {
      plot.thinLine(ways[i]);
    }
    return plot;
  }

  private Plot discharge() {
    Plot plot =
        new Plot(Label.of("discharge.title"), Label.of("discharge.x"), Label.of("discharge.y"));
    for (QueueDischarge.Kind kind : QueueDischarge.Kind.values()) {
      double[] passed = QueueDischarge.passedS(parameters, kind);
      Series headways = new Series();
      for (int i = 1; i < passed.length; i++) {
        headways.add(i + 1, passed[i] - passed[i - 1]);
      }
      plot.line(Label.of("discharge." + kind.set()), headways);
    }
    return plot;
  }
}
