package io.testroad.bench.models;

import io.testroad.demand.RssEnvelope;
import io.testroad.traffic.Rss;
import java.util.List;
import java.util.Locale;

/** AF-16: the safe distances of RSS; the product's function, without vehicles. */
final class RssDistances implements ModelCase {

  private static final Tolerance CENTIMETRE = Tolerance.within(0.01);

  @Override
  public String name() {
    return "AF-16";
  }

  @Override
  public List<Part> parts(Parameters p) {
    return List.of(() -> rows(p));
  }

  private List<ModelRow> rows(Parameters p) {
    boolean same = p.arePublished("rss");
    double rho = p.get("rss", "response");
    double a = p.get("rss", "acceleration");
    double min = p.get("rss", "brake-min");
    double max = p.get("rss", "brake-max");
    double v = 50 / 3.6;
    Rows rows = new Rows(name());
    double[][] sameSpeed = {{30, 23.247}, {40, 31.831}, {50, 41.379}, {60, 51.892}, {80, 75.812}};
    for (double[] each : sameSpeed) {
      double speed = each[0] / 3.6;
      rows.add(
          String.format(Locale.ROOT, "both %.0f km/h", each[0]),
          "m",
          Expected.published(each[1], same),
          Rss.sameDirection(speed, speed, rho, a, min, max),
          CENTIMETRE);
    }
    row(rows, "both 50 km/h, response 2 s", 77.265, same, Rss.sameDirection(v, v, 2, a, min, max));
    row(rows, "both 50 km/h, a 0", 25.945, same, Rss.sameDirection(v, v, rho, 0, min, max));
    row(rows, "50 km/h, front stopped", 53.436, same, Rss.sameDirection(v, 0, rho, a, min, max));
    RssEnvelope rss = RssEnvelope.OFF;
    double opposite =
        Rss.oppositeDirection(v, v, rho, rss.otherResponseS(), a, rss.brakeMinCorrectMps2(), min);
    row(rows, "opposite, 50 and 50 km/h", 155.355, same, opposite);
    double lateral =
        Rss.lateral(
            0,
            0,
            rho,
            rss.otherResponseS(),
            rss.lateralAccelMps2(),
            rss.lateralBrakeMps2(),
            rss.lateralMarginM());
    row(rows, "lateral, both at rest", 0.725, same, lateral);
    return rows.list();
  }

  private static void row(Rows rows, String what, double published, boolean same, double found) {
    rows.add(what, "m", Expected.published(published, same), found, CENTIMETRE);
  }
}
