package io.testroad.sensing;

import java.time.LocalTime;

/**
 * How much a camera sees of what it would see by day in clear air.
 *
 * @param byNight the share by night, 0 to 1
 * @param inFog the share in fog, 0 to 1
 */
public record Clarity(double byNight, double inFog) {

  /** For what needs no sight. */
  public static final Clarity ALWAYS = new Clarity(1, 1);

  /** Day, whatever the season (assumption: from 07:00 to 19:00). */
  private static final LocalTime DAY_BEGINS = LocalTime.of(7, 0);

  private static final LocalTime DAY_ENDS = LocalTime.of(19, 0);

  /**
   * What it is like where somebody looks.
   *
   * @param time of day
   * @param fog whether there is fog
   */
  public record Conditions(LocalTime time, boolean fog) {}

  /** Whether it is night. */
  static boolean isNight(LocalTime time) {
    return time.isBefore(DAY_BEGINS) || !time.isBefore(DAY_ENDS);
  }

  /** The share that is seen. */
  double share(Conditions conditions) {
    return (isNight(conditions.time()) ? byNight : 1) * (conditions.fog() ? inFog : 1);
  }
}
