package io.testroad.vehicle;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What goes wrong with a vehicle, and what it waits for.
 *
 * @param ahead what will go wrong next, by kind, once the system has driven so far
 * @param outages what it does without, by outage
 * @param degraded whether its sensors see less far, until somebody mends them
 * @param call the help it asked for last
 * @param stand how it stands
 */
public record Mishap(
    SortedMap<String, Next> ahead,
    SortedMap<String, Outage> outages,
    boolean degraded,
    Call call,
    Stand stand) {

  static final Mishap NONE =
      new Mishap(new TreeMap<>(), new TreeMap<>(), false, Call.NONE, Stand.NOT);

  public Mishap {
    ahead = Collections.unmodifiableSortedMap(new TreeMap<>(ahead));
    outages = Collections.unmodifiableSortedMap(new TreeMap<>(outages));
  }

  /**
   * What goes wrong next.
   *
   * @param left the way until then, m; where it arises by time, the time, s
   * @param number how often it has gone wrong before
   */
  public record Next(double left, long number) {}

  /**
   * An outage that has struck the vehicle.
   *
   * @param kind as {@link io.testroad.protocol.VehicleLetter.OutageBegins} has it
   * @param needsRestart whether it must be restarted afterwards
   * @param crewShare the share of restarts that need a crew
   * @param beganTick when it began
   */
  public record Outage(String kind, boolean needsRestart, double crewShare, long beganTick) {}

  /**
   * A request for help.
   *
   * @param serial grows with each
   * @param cause why
   * @param open whether nobody has helped yet
   */
  public record Call(int serial, String cause, boolean open) {
    static final Call NONE = new Call(0, "", false);
  }

  /**
   * How the vehicle stands.
   *
   * @param sinceTick since when it stands and can't go on, or -1
   * @param told whether its operator knows
   * @param ridersTick since when its riders can't go on, or -1
   * @param refuge the road at whose side it means to stand; empty: none
   * @param immobile whether it can't be moved without a crew
   */
  public record Stand(
      long sinceTick, boolean told, long ridersTick, String refuge, boolean immobile) {
    static final Stand NOT = new Stand(-1, false, -1, "", false);

    Stand since(long tick, boolean nowTold) {
      return new Stand(tick, nowTold, ridersTick, refuge, immobile);
    }

    Stand withRiders(long tick) {
      return new Stand(sinceTick, told, tick, refuge, immobile);
    }

    Stand at(String newRefuge) {
      return new Stand(sinceTick, told, ridersTick, newRefuge, immobile);
    }

    Stand withImmobile(boolean stuck) {
      return new Stand(sinceTick, told, ridersTick, refuge, stuck);
    }
  }

  /** What to do without, as outages and vehicles name it. */
  static final String SENSOR = "sensor";

  static final String SENSOR_DEGRADED = "sensor-degraded";
  static final String POSITIONING = "positioning";
  static final String V2X = "v2x";
  static final String BACK_END = "back-end";

  boolean lacks(String kind) {
    return outages.values().stream().anyMatch(outage -> outage.kind().equals(kind));
  }

  /** Whether the system drives slowly because it knows too little. */
  boolean isSlow() {
    return degraded || lacks(SENSOR_DEGRADED) || lacks(POSITIONING);
  }

  /** Whether the system can't drive. */
  boolean bars(Fallback.Losses losses) {
    return lacks(SENSOR) || lacks(POSITIONING) || (losses.needsBackEnd() && lacks(BACK_END));
  }

  Mishap with(String kind, Next next) {
    SortedMap<String, Next> all = new TreeMap<>(ahead);
    all.put(kind, next);
    return new Mishap(all, outages, degraded, call, stand);
  }

  Mishap with(String name, Outage outage) {
    SortedMap<String, Outage> all = new TreeMap<>(outages);
    all.put(name, outage);
    return new Mishap(ahead, all, degraded, call, stand);
  }

  Mishap without(String name) {
    SortedMap<String, Outage> all = new TreeMap<>(outages);
    all.remove(name);
    return new Mishap(ahead, all, degraded, call, stand);
  }

  Mishap withDegraded(boolean less) {
    return new Mishap(ahead, outages, less, call, stand);
  }

  Mishap with(Call newCall) {
    return new Mishap(ahead, outages, degraded, newCall, stand);
  }

  Mishap with(Stand newStand) {
    return new Mishap(ahead, outages, degraded, call, newStand);
  }
}
