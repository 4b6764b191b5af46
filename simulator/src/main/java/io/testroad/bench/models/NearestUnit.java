package io.testroad.bench.models;

import io.testroad.engine.RandomStream;
import io.testroad.incident.Dispatch;
import io.testroad.incident.DispatchCall;
import io.testroad.incident.DispatchChoice;
import io.testroad.incident.DispatchSpec;
import io.testroad.incident.UnitKind;
import io.testroad.incident.UnitView;
import io.testroad.network.Network;
import io.testroad.network.RoadGraph;
import io.testroad.network.VehicleClass;
import io.testroad.protocol.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * AF-14: the nearest of some units at random places, called to a random place, both at crossings of
 * streets without an edge of town; the choice is {@link Dispatch}'s.
 *
 * <p>Of <i>n</i> units on an area <i>A</i> the nearest is farther than <i>r</i> with probability (1
 * − 2<i>r</i>²/<i>A</i>)<sup><i>n</i></sup>, for the places within <i>r</i> along the streets fill
 * a square on its point. Where their number is random too (a Poisson field of that mean), it is
 * exp(−2<i>nr</i>²/<i>A</i>). The share within 5 minutes is expected for such a field, as it was
 * published.
 *
 * <p>A crossing stands for the square of a spacing's side around it: seven spacings of 333 m reach
 * as far as 2.5 km on streets without gaps. Few units are far away, so that streets may lie wider
 * apart there: that makes less than 1 % of the means.
 *
 * <p>Where units drive, all of a run is at work ({@link UnitCalls}): the centre that is told, its
 * choice, the unit's agent, the drive in traffic. There the means are steadied by the distances of
 * the very places drawn, and a drive begins and ends at a stand.
 *
 * <p>Source: R. C. Larson and A. R. Odoni, "Urban Operations Research", 1981.
 */
final class NearestUnit implements ModelCase {

  private static final double SIDE_M = 10_000;
  private static final int FEW = 10;
  private static final int COARSE = 30;
  private static final int FINE = 50;
  private static final int CALLS = 20_000;
  private static final long SEED = 20_130_114;
  private static final double WITHIN_S = 300;
  private static final Tolerance TOLERANCE = Tolerance.percent(2);
  private static final String STEADIED = "steadied by the distances of the places drawn";

  /** Published: units, mean km, mean minutes. */
  private static final double[][] MEANS = {
    {5, 2.612, 5.22}, {10, 1.911, 3.82}, {20, 1.376, 2.75}, {40, 0.982, 1.96}
  };

  /** Published: mean number of units, share of calls reached within 5 minutes. */
  private static final double[][] SHARES = {{10, 0.7135}, {20, 0.9179}};

  @Override
  public String name() {
    return "AF-14";
  }

  @Override
  public List<Part> parts(Parameters p) {
    List<Part> parts = new ArrayList<>();
    for (double[] row : MEANS) {
      parts.add(() -> means(p, (int) row[0], row[1], row[2]));
    }
    for (double[] row : SHARES) {
      parts.add(() -> share(p, row[0], row[1]));
    }
    for (double[] row : MEANS) {
      parts.add(() -> driven(p, (int) row[0], row[1]));
    }
    return parts;
  }

  private static Torus torus(int units, double speedMps) {
    int crossings = units <= FEW ? COARSE : FINE;
    return new Torus(crossings, SIDE_M / crossings, speedMps);
  }

  private List<ModelRow> means(Parameters p, int units, double km, double minutes) {
    Town town = new Town(torus(units, p.get("dispatch", "speed")));
    RandomStream chance = RandomStream.of(SEED, "units " + units);
    double metres = 0;
    double seconds = 0;
    for (int call = 0; call < CALLS; call++) {
      List<DispatchChoice> sent = town.call(chance.forEntity(call), units);
      metres += sent.get(0).distanceM();
      seconds += sent.get(0).expectedS();
    }
    boolean published = p.arePublished("dispatch");
    double formula = km * 1000 / p.get("dispatch", "speed") / 60;
    return new Rows(name())
        .add(units + " units, mean way", "km", Expected.of(km), metres / CALLS / 1000, TOLERANCE)
        .add(
            units + " units, mean time",
            "min",
            Expected.of(minutes, published, formula),
            seconds / CALLS / 60,
            TOLERANCE)
        .list();
  }

  private List<ModelRow> share(Parameters p, double meanUnits, double share) {
    Town town = new Town(torus(FEW, p.get("dispatch", "speed")));
    RandomStream chance = RandomStream.of(SEED, "field " + meanUnits);
    int within = 0;
    for (int call = 0; call < CALLS; call++) {
      RandomStream draws = chance.forEntity(call);
      List<DispatchChoice> sent = town.call(draws, number(draws.uniform(0), meanUnits));
      within += !sent.isEmpty() && sent.get(0).expectedS() <= WITHIN_S ? 1 : 0;
    }
    return new Rows(name())
        .add(
            String.format(Locale.ROOT, "%.0f units in the mean, share within 5 min", meanUnits),
            "",
            Expected.published(share, p.arePublished("dispatch")),
            (double) within / CALLS,
            TOLERANCE)
        .list();
  }

  private List<ModelRow> driven(Parameters p, int units, double km) {
    double speedMps = p.get("dispatch", "speed");
    UnitCalls.Answers answers = new UnitCalls(torus(units, speedMps), units).answer();
    double chanceM = km * 1000 - answers.nearestM();
    double minutes = (km * 1000 / speedMps + UnitCalls.startAndStopS(speedMps)) / 60;
    return new Rows(name())
        .add(
            units + " units, calls answered",
            "",
            Expected.of(UnitCalls.CALLS),
            answers.calls(),
            Tolerance.EXACT)
        .add(
            units + " units, driven in the mean",
            "km",
            Expected.of(km),
            (answers.drivenM() + chanceM) / 1000,
            TOLERANCE,
            STEADIED)
        .add(
            units + " units, there in the mean after",
            "min",
            Expected.of(minutes),
            (answers.afterS() + chanceM / speedMps) / 60,
            TOLERANCE,
            STEADIED)
        .list();
  }

  /** A number with a Poisson distribution, from one that is uniform. */
  private static int number(double uniform, double mean) {
    double probability = StrictMath.exp(-mean);
    double sum = probability;
    int number = 0;
    while (uniform >= sum && number < 1000) {
      number++;
      probability *= mean / number;
      sum += probability;
    }
    return number;
  }

  /** The streets, and who chooses the units. */
  private static final class Town {
    private final Torus torus;
    private final RoadGraph graph;
    private final Dispatch dispatch;

    Town(Torus torus) {
      this.torus = torus;
      Network network = torus.network();
      graph = RoadGraph.of(network);
      dispatch = new Dispatch(DispatchSpec.STANDARD, network, graph);
    }

    /** Who is sent, of units at crossings drawn with a stream's numbers from the second on. */
    List<DispatchChoice> call(RandomStream draws, int units) {
      String place = torus.roadFrom(crossing(draws, 1));
      List<UnitView> views = new ArrayList<>(units);
      for (int i = 0; i < units; i++) {
        views.add(unit(i, torus.roadTo(crossing(draws, i + 2))));
      }
      DispatchCall call = new DispatchCall(place, 0, 1, Task.SECURE, List.of(), 1);
      return dispatch.choose(call, views, graph::freeFlowSeconds);
    }

    private int crossing(RandomStream draws, int counter) {
      return (int) (draws.uniform(counter) * torus.crossings() * torus.crossings());
    }

    private UnitView unit(int number, String road) {
      return new UnitView(
          "unit-" + number,
          UnitKind.PATROL_CAR,
          0,
          road,
          torus.spacingM(),
          UnitView.Engagement.FREE,
          0,
          Duration.ZERO,
          1,
          VehicleClass.EMERGENCY);
    }
  }
}
