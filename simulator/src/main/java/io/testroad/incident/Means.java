package io.testroad.incident;

import java.util.Arrays;
import java.util.List;

/**
 * How a report came about, and how far it is believed: of what two have told of the same, that of
 * the more reliable one counts, and of two that are equally reliable the later.
 *
 * <p>The order is an assumption: somebody on the spot, then who sees it by camera, then the vehicle
 * itself or its remote officer, roadside units, callers, loops.
 */
final class Means {

  static final String UNIT = "unit";
  static final String DRONE = "drone";
  static final String CAMERA = "camera";
  static final String OFFICER = "remote-officer";
  static final String CALLER = "caller";
  static final String CENTRE = "centre";
  static final String NONE = "none";

  /** From the least reliable up. */
  private static final List<List<String>> ORDER =
      List.of(
          List.of("loop"),
          List.of(CALLER),
          List.of("roadside-unit"),
          List.of("telemetry", OFFICER),
          List.of(CAMERA, DRONE, "checkpoint"),
          List.of(UNIT, "patrol", CENTRE));

  private Means() {}

  /** How reliable a means is, 0 for the least and for one that isn't known. */
  static int rank(String means) {
    for (int rank = ORDER.size() - 1; rank > 0; rank--) {
      if (ORDER.get(rank).contains(means)) {
        return rank;
      }
    }
    return 0;
  }

  /** Whether a report by these means needs no other to be believed: whoever reports knows. */
  static boolean isCertain(String means) {
    return rank(means) >= rank("telemetry") && !means.equals(CAMERA);
  }

  /**
   * Whether somebody knows of what was verified by these means, whose names are joined by +, and
   * need not have been told it: if it is not there any more, it is over.
   */
  static boolean isWitnessed(String means) {
    return Arrays.stream(means.split("\\+")).anyMatch(each -> rank(each) >= rank("telemetry"));
  }

  /** Whether whoever reports has seen the whole of it. */
  static boolean seesAll(String means) {
    return rank(means) == rank(UNIT);
  }
}
