package io.testroad.vehicle;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Fallbacks for tests, each with one part that isn't plain. */
final class Setbacks {

  static final Fallback.Losses LOSSES =
      new Fallback.Losses(8, Duration.ofSeconds(10), false, "", "");

  static final Fallback.Help HELP =
      new Fallback.Help(
          Optional.of(Duration.ofSeconds(30)), true, 0, true, Duration.ofSeconds(60), false);

  private Setbacks() {}

  static Fallback of(Fallback.Losses losses) {
    return new Fallback(
        Fallback.PLAIN.takeover(),
        Fallback.PLAIN.manoeuvre(),
        Fallback.PLAIN.rates(),
        losses,
        Fallback.PLAIN.help());
  }

  static Fallback of(Fallback.Help help) {
    return of(help, Map.of());
  }

  /** With rates per 1000 km, or for assistance by time per hour. */
  static Fallback of(Fallback.Help help, Map<String, Double> rates) {
    return new Fallback(
        Fallback.PLAIN.takeover(),
        Fallback.PLAIN.manoeuvre(),
        new Fallback.Rates(new TreeMap<>(rates), Set.of("a"), Duration.ofSeconds(30)),
        LOSSES,
        help);
  }

  static Fallback stopping(String kind, String... safePlaces) {
    return new Fallback(
        Fallback.PLAIN.takeover(),
        new Fallback.Manoeuvre(kind, Duration.ofSeconds(20), List.of(safePlaces), 1500, 5),
        Fallback.PLAIN.rates(),
        LOSSES,
        Fallback.PLAIN.help());
  }

  static Fallback late(double sigma) {
    return new Fallback(
        new Fallback.Takeover(sigma, true),
        Fallback.PLAIN.manoeuvre(),
        Fallback.PLAIN.rates(),
        LOSSES,
        Fallback.PLAIN.help());
  }
}
