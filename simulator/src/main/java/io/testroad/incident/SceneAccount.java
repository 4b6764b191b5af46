package io.testroad.incident;

import io.testroad.engine.Percept;

/**
 * What a scene costs the traffic; whole numbers throughout, so that sums don't depend on how the
 * roads are divided.
 *
 * @param counted whether its roads are counted
 * @param sinceTick until when lanes and riders are accounted for
 * @param laneTicks blocked lanes times ticks
 * @param riderTicks stuck riders times ticks
 * @param tallies how many counts there were, one a second
 * @param baseVehicles vehicles of the first counts, summed
 * @param baseLostMs what they lost, ms
 * @param baseStanding those of them that stood
 * @param delayMs what all vehicles have lost since beyond what the first ones did, ms
 * @param standing vehicles that stood at the last count
 * @param vehicles vehicles at the last count
 * @param maxStanding the most that stood at one count
 * @param standingS vehicles that stood since beyond those that did at first, times seconds
 * @param calmTick since when the traffic is as it was at first, -1: it isn't
 */
public record SceneAccount(
    boolean counted,
    long sinceTick,
    long laneTicks,
    long riderTicks,
    int tallies,
    long baseVehicles,
    long baseLostMs,
    long baseStanding,
    long delayMs,
    int standing,
    int vehicles,
    int maxStanding,
    long standingS,
    long calmTick) {

  /** Counts that show how the traffic was before, for it takes the queue some time to grow. */
  static final int BASE_TALLIES = 5;

  /** What is lost counts as before up to this share beyond (assumption). */
  private static final double CALM_SHARE = 0.2;

  /** And up to this more, ms lost a vehicle and second: a free road has no loss (assumption). */
  private static final long CALM_MS = 50;

  /** CO2 of a car that stands with its engine on: 0.8 l petrol an hour, kg/s (assumption). */
  private static final double IDLE_CO2_KG_PER_S = 0.8 * 2.3 / 3600;

  private static final double MS_PER_H = 3_600_000;

  static SceneAccount from(long tick, boolean counted) {
    return new SceneAccount(counted, tick, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1);
  }

  /** With lanes and riders accounted for until now. */
  SceneAccount until(long tick, int blockedLanes, int riders) {
    long passed = tick - sinceTick;
    return new SceneAccount(
        counted,
        tick,
        laneTicks + blockedLanes * passed,
        riderTicks + riders * passed,
        tallies,
        baseVehicles,
        baseLostMs,
        baseStanding,
        delayMs,
        standing,
        vehicles,
        maxStanding,
        standingS,
        calmTick);
  }

  /** With what was counted in a second. */
  SceneAccount with(Percept.Tally tally, long tick) {
    boolean base = tallies < BASE_TALLIES;
    long lostBefore = baseVehicles == 0 ? 0 : baseLostMs * tally.vehicles() / baseVehicles;
    boolean calm =
        tally.lostMs() <= lostBefore * (1 + CALM_SHARE) + CALM_MS * (double) tally.vehicles();
    return new SceneAccount(
        counted,
        sinceTick,
        laneTicks,
        riderTicks,
        tallies + 1,
        baseVehicles + (base ? tally.vehicles() : 0),
        baseLostMs + (base ? tally.lostMs() : 0),
        baseStanding + (base ? tally.standing() : 0),
        delayMs + (base ? 0 : Math.max(0, tally.lostMs() - lostBefore)),
        tally.standing(),
        tally.vehicles(),
        Math.max(maxStanding, tally.standing()),
        standingS + (base ? 0 : Math.max(0, tally.standing() - baseStanding / BASE_TALLIES)),
        !calm ? -1 : calmTick < 0 ? tick : calmTick);
  }

  /** The share of the vehicles that stand, 0 to 1. */
  double standingShare() {
    return vehicles == 0 ? 0 : standing / (double) vehicles;
  }

  double delayVehicleHours() {
    return delayMs / MS_PER_H;
  }

  double idleCo2Kg() {
    return standingS * IDLE_CO2_KG_PER_S;
  }
}
