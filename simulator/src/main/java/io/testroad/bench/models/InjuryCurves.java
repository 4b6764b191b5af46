package io.testroad.bench.models;

import io.testroad.safety.Impact;
import io.testroad.safety.InjuryRisk;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** AF-18: risks of injury and the change of velocity; the product's functions, without vehicles. */
final class InjuryCurves implements ModelCase {

  private static final Tolerance PERCENT = Tolerance.percent(1);
  private static final double[] KMH = {30, 40, 50, 60};

  @Override
  public String name() {
    return "AF-18";
  }

  @Override
  public List<Part> parts(Parameters p) {
    return List.of(this::rows);
  }

  private List<ModelRow> rows() {
    Rows rows = new Rows(name());
    curve(
        rows,
        "pedestrian's death, Rosén and Sander",
        InjuryRisk::pedestrianDeathRosenSander,
        0.0148,
        0.0356,
        0.0832,
        0.1824);
    curve(
        rows,
        "pedestrian's death, Tefft",
        InjuryRisk::pedestrianDeathTefft,
        0.0450,
        0.1030,
        0.2186,
        0.4052);
    curve(
        rows,
        "pedestrian's severe injury, Tefft",
        InjuryRisk::pedestrianSevereInjuryTefft,
        0.1199,
        0.2465,
        0.4400,
        0.6536);
    double closing = 40 / 3.6;
    rows.add(
        "12 t into 1.8 t at 40 km/h, delta-v of the car",
        "km/h",
        Expected.of(34.78),
        Impact.deltaVMps(1800, 12000, closing, 0) * 3.6,
        PERCENT);
    rows.add(
        "12 t into 1.8 t at 40 km/h, delta-v of the lorry",
        "km/h",
        Expected.of(5.22),
        Impact.deltaVMps(12000, 1800, closing, 0) * 3.6,
        PERCENT);
    return rows.list();
  }

  private static void curve(Rows rows, String what, DoubleUnaryOperator risk, double... published) {
    for (int i = 0; i < KMH.length; i++) {
      rows.add(
          String.format(Locale.ROOT, "%s, %.0f km/h", what, KMH[i]),
          "",
          Expected.of(published[i]),
          risk.applyAsDouble(KMH[i] / 3.6),
          PERCENT);
    }
  }
}
