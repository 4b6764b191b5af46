package io.testroad.traffic;

import org.junit.jupiter.api.Test;

class ScratchTest {
  @Test
  void go() {
    double[][] cases = {
      {5, 13.89, 600, 300},
      {5, 13.89, 900, 400},
      {5, 16.67, 900, 400},
      {5, 16.67, 1200, 400},
      {3, 13.89, 900, 400}
    };
    for (double[] c : cases) {
      double[] sum = new double[3], oth = new double[3];
      int[] col = new int[3];
      int n = 0;
      StringBuilder each = new StringBuilder();
      for (int i = 0; i < 6; i++) {
        Arterial a = new Arterial((int) c[0], c[1], c[2], c[3]);
        for (Arterial.Means m : Arterial.Means.values()) {
          var d = a.drive(m, Types.RESCUE, i * 13, i % 2 == 0, i + 1);
          sum[m.ordinal()] += d.unitS();
          oth[m.ordinal()] += d.othersS();
          col[m.ordinal()] += d.collisions();
          each.append(String.format("%.0f ", d.unitS()));
        }
        each.append("| ");
        n++;
      }
      System.out.printf(
          "%s: none %.1f blue %.1f (-%.1f%%) pre %.1f (-%.1f%%) others %.1f %.1f %.1f (%.2f%% %.2f%%) collisions %s%n  %s%n",
          java.util.Arrays.toString(c),
          sum[0] / n,
          sum[1] / n,
          100 * (1 - sum[1] / sum[0]),
          sum[2] / n,
          100 * (1 - sum[2] / sum[1]),
          oth[0] / n,
          oth[1] / n,
          oth[2] / n,
          100 * (oth[1] / oth[0] - 1),
          100 * (oth[2] / oth[1] - 1),
          java.util.Arrays.toString(col),
          each);
    }
  }
}
