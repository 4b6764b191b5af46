package io.testroad.vehicle;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What goes wrong with a vehicle, and what it does then (SAE J3016: the fallback).
 *
 * @param takeover how a driver takes over
 * @param manoeuvre how it comes to a stand
 * @param rates how often what goes wrong
 * @param losses what it does without one of the things it relies on
 * @param help how it is helped from afar
 */
public record Fallback(
    Takeover takeover, Manoeuvre manoeuvre, Rates rates, Losses losses, Help help) {

  /** Nothing goes wrong by itself, nobody helps from afar, and it stops aside. */
  public static final Fallback PLAIN =
      new Fallback(
          new Takeover(DrawnTime.USUAL_SIGMA, false),
          new Manoeuvre(Manoeuvre.ASIDE, Duration.ZERO, List.of(), 0, 0),
          new Rates(new TreeMap<>(), Set.of(), Duration.ZERO),
          new Losses(Double.POSITIVE_INFINITY, Duration.ZERO, false, "", ""),
          new Help(Optional.empty(), false, 0, false, Duration.ZERO, false));

  /** The same, whose operator wants to know of every stop, or doesn't. */
  public Fallback telling(boolean tells) {
    return new Fallback(
        takeover,
        manoeuvre,
        rates,
        losses,
        new Help(
            help.patience(),
            help.restarts(),
            help.crewShare(),
            help.courteous(),
            help.courtesyPause(),
            tells));
  }

  /**
   * How a driver on board takes over.
   *
   * @param sigma of the logarithm of his reaction time
   * @param late whether he, or a remote one, may still do so once the manoeuvre has begun
   */
  public record Takeover(double sigma, boolean late) {}

  /**
   * A minimal risk manoeuvre.
   *
   * @param kind aside: a gentle stop, out of the traffic wherever it ends; in-lane; shoulder: pulls
   *     over to the rightmost lane's side; safe-place: drives on slowly to a road where it may
   *     stand, and pulls over there
   * @param patience how long it looks for gaps on its way to the side
   * @param safePlaces ids of the roads where it may stand
   * @param withinM how far it drives to one of them, m
   * @param crawlMps its speed on the way, m/s
   */
  public record Manoeuvre(
      String kind, Duration patience, List<String> safePlaces, double withinM, double crawlMps) {

    public static final String ASIDE = "aside";
    public static final String IN_LANE = "in-lane";
    public static final String SHOULDER = "shoulder";
    public static final String SAFE_PLACE = "safe-place";

    public Manoeuvre {
      safePlaces = List.copyOf(safePlaces);
    }

    double patienceS() {
      return patience.toMillis() / 1000.0;
    }
  }

  /**
   * How often something goes wrong while the system drives.
   *
   * @param each mean number by kind, for each metre driven; for {@link #ASSISTANCE_BY_TIME} for
   *     each second. Kinds that never arise are left out
   * @param shadow ids of the roads on which the position can get lost
   * @param shadowLasts for how long it is lost
   */
  public record Rates(SortedMap<String, Double> each, Set<String> shadow, Duration shadowLasts) {

    public static final String TAKEOVER = "takeover";
    public static final String STALL = "stall";
    public static final String SENSOR_DEGRADED = "sensor-degraded";
    public static final String SENSOR = "sensor";
    public static final String POSITIONING = "positioning";
    public static final String ASSISTANCE = "assistance";
    public static final String ASSISTANCE_BY_TIME = "assistance-by-time";

    public Rates {
      each = Collections.unmodifiableSortedMap(new TreeMap<>(each));
      shadow = Collections.unmodifiableSet(new TreeSet<>(shadow));
    }
  }

  /**
   * What a vehicle does without one of the things it relies on.
   *
   * @param degradedMps its cap on speed with degraded sensors or position, m/s
   * @param deadReckoning how long it finds its way without a position
   * @param needsBackEnd whether it stops when it can't reach its back end (a draft standard's wish:
   *     《自动驾驶系统安全要求》, consultation of 2026)
   * @param type its vehicle type
   * @param v2xFallbackType the type it drives like without V2X; empty: as ever
   */
  public record Losses(
      double degradedMps,
      Duration deadReckoning,
      boolean needsBackEnd,
      String type,
      String v2xFallbackType) {}

  /**
   * Help from afar.
   *
   * @param patience how long it drives on while it waits for help; empty: for ever
   * @param restarts whether it asks to be restarted when it stands and can't go on
   * @param crewShare the share of restarts that need a crew on the spot
   * @param courteous whether the system lets everybody pass who is courteous too
   * @param courtesyPause how long it isn't once somebody has helped it out of a deadlock
   * @param tells whether its operator wants to know of every stop
   */
  public record Help(
      Optional<Duration> patience,
      boolean restarts,
      double crewShare,
      boolean courteous,
      Duration courtesyPause,
      boolean tells) {}
}
