package io.testroad.bench.models;

import io.testroad.demand.AccGains;
import io.testroad.traffic.PathAcc;
import io.testroad.traffic.SteadyState;
import io.testroad.traffic.SteadyState.Following;
import java.util.List;
import java.util.Locale;

/** AF-05: at which speeds disturbances grow from car to car; by the criterion, without vehicles. */
final class StringStability implements ModelCase {

  private static final Tolerance KMH = Tolerance.within(1);
  private static final double CRUISE_MPS = 20;
  private static final double STANDING_M = 2;

  @Override
  public String name() {
    return "AF-05";
  }

  @Override
  public List<Part> parts(Parameters p) {
    return List.of(() -> bands(p), this::controller);
  }

  private List<ModelRow> bands(Parameters p) {
    Rows rows = new Rows(name());
    limit(rows, p, "idm-2000", "unstable below", 40, 110, 82.6);
    limit(rows, p, "motorway", "unstable below", 40, 110, 72.4);
    limit(rows, p, "city", "unstable below", 20, 45, 32.2);
    limit(rows, p, "acc-2010", "unstable from", 5, 40, 17.1);
    limit(rows, p, "acc-2010", "unstable up to", 40, 110, 59.1);
    return rows.list();
  }

  private static void limit(
      Rows rows,
      Parameters p,
      String set,
      String what,
      double fromKmh,
      double toKmh,
      double published) {
    double limit = SteadyState.stabilityLimitMps(p.cars(set).idm(), fromKmh / 3.6, toKmh / 3.6);
    rows.add(
        set + ", IDM, " + what,
        "km/h",
        Expected.published(published, p.arePublished(set)),
        limit * 3.6,
        KMH);
  }

  private List<ModelRow> controller() {
    Rows rows = new Rows(name());
    pathAcc(rows, 1.1, -0.180);
    pathAcc(rows, 1.6, -0.137);
    pathAcc(rows, 2.2, -0.067);
    double low = 1;
    double high = 4;
    for (int i = 0; i < 50; i++) {
      double middle = (low + high) / 2;
      if (criterion(middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    rows.add(
        "PATH ACC, stable from a headway of",
        "s",
        Expected.of(2.660),
        low,
        Tolerance.within(0.005));
    return rows.list();
  }

  private static void pathAcc(Rows rows, double headwayS, double published) {
    rows.add(
        String.format(Locale.ROOT, "PATH ACC, criterion at a headway of %.1f s", headwayS),
        "1/s²",
        Expected.of(published),
        criterion(headwayS),
        Tolerance.within(0.0006));
  }

  private static double criterion(double headwayS) {
    Following model =
        (v, s, vl) -> PathAcc.acceleration(AccGains.PATH, v, 30, s, vl, headwayS, STANDING_M);
    return SteadyState.stringStability(model, CRUISE_MPS);
  }
}
