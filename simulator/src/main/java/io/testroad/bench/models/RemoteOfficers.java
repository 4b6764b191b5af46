package io.testroad.bench.models;

import io.testroad.vehicle.DrawnTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;

/**
 * AF-13: remote officers: the operator's own agent is called by a fleet that needs help for a share
 * of its time.
 *
 * <p>Calls come as a Poisson process of the rate share × vehicles ÷ session, whoever is being
 * helped: Erlang's C assumes an endless source; with few vehicles to a seat real waits are a little
 * shorter. Sessions are exponential. Waits are steadied by a control variate: the textbook's
 * recursion on the very same draws, whose expectation is known. A burst of calls at once has
 * sessions of fixed length; crews on the road are seats that take longer.
 *
 * <p>Source: A. K. Erlang, 1917; J. Kiefer and J. Wolfowitz, 1955.
 */
final class RemoteOfficers implements ModelCase {

  private static final Tolerance TOLERANCE = Tolerance.percent(10).orWithin(0.01);
  private static final double GROWS_FOR_S = 1800;
  private static final int BURST = 100;
  private static final int CALLS = 20_000;
  private static final String STEADIED = "steadied by the textbook's recursion on the same draws";

  /**
   * A fleet and its seats.
   *
   * @param share the share of a vehicle's time for which it is helped
   * @param waits the probability of a wait
   * @param waitS the mean wait, s
   * @param longWaits the probability of a wait of more than 10 s
   */
  private record Desk(
      int vehicles,
      int seats,
      double share,
      double sessionS,
      double waits,
      double waitS,
      double longWaits) {

    double perS() {
      return vehicles * share / sessionS;
    }

    String name() {
      return String.format(Locale.ROOT, "%d:%d %.0f s", vehicles, seats, sessionS);
    }

    DrawnTime session() {
      return new DrawnTime(
          DrawnTime.EXPONENTIAL, Duration.ofMillis(Math.round(sessionS * 1000)), 0);
    }
  }

  private static final List<Desk> DESKS =
      List.of(
          new Desk(100, 33, 0.03, 30, 0, 0, 0),
          new Desk(100, 10, 0.04, 60, 0.0088, 0.09, 0.003),
          new Desk(100, 7, 0.03, 30, 0.0376, 0.28, 0.010),
          new Desk(100, 5, 0.03, 30, 0.2362, 3.54, 0.121),
          new Desk(100, 5, 0.04, 60, 0.5541, 33.25, 0.469));

  private static final Desk UNSTABLE = new Desk(3000, 70, 0.03, 30, 1, 0, 1);

  @Override
  public String name() {
    return "AF-13";
  }

  @Override
  public List<Part> parts(Parameters p) {
    List<Part> parts = new ArrayList<>();
    DESKS.forEach(desk -> parts.add(() -> independent(desk)));
    parts.add(this::overloaded);
    parts.add(() -> burst(33, 120, 480, 122.4));
    parts.add(() -> burst(10, 120, 1200, 540));
    parts.add(() -> burst(5, 120, 2400, 1140));
    parts.add(() -> burst(10, 900, 9000, 4050));
    return parts;
  }

  private List<ModelRow> independent(Desk desk) {
    double[] calls = Poisson.arrivalsS(desk.name(), CALLS, desk.perS());
    String drawn = desk.name() + " sessions";
    double lastS = calls[CALLS - 1];
    SeatRun run = new SeatRun(drawn, desk.seats(), desk.session()).play(calls, 2 * lastS);
    double[] textbook =
        waitsS(calls, Poisson.durationsS(drawn, CALLS, desk.sessionS()), desk.seats());
    double waits = desk.waits() + run.shareOver(0) - shareOver(textbook, 0);
    double waitS = desk.waitS() + run.meanWaitS() - Arrays.stream(textbook).average().orElse(0);
    double longWaits = desk.longWaits() + run.shareOver(10) - shareOver(textbook, 10);
    String of = desk.name() + ", ";
    double offered = CALLS / lastS * desk.sessionS();
    return new Rows(name())
        .add(of + "load", "", Expected.of(desk.vehicles() * desk.share()), offered, TOLERANCE)
        .add(of + "P(wait)", "", Expected.of(desk.waits()), waits, TOLERANCE, STEADIED)
        .add(of + "mean wait", "s", Expected.of(desk.waitS()), waitS, TOLERANCE, STEADIED)
        .add(
            of + "P(wait > 10 s)",
            "",
            Expected.of(desk.longWaits()),
            longWaits,
            TOLERANCE,
            STEADIED)
        .list();
  }

  /** The waits of calls that are taken in order by the seat that is free first, s. */
  private static double[] waitsS(double[] callsS, double[] sessionsS, int seats) {
    PriorityQueue<Double> freeS = new PriorityQueue<>();
    for (int i = 0; i < seats; i++) {
      freeS.add(0.0);
    }
    double[] waits = new double[callsS.length];
    for (int i = 0; i < callsS.length; i++) {
      double begins = Math.max(callsS[i], freeS.remove());
      waits[i] = begins - callsS[i];
      freeS.add(begins + sessionsS[i]);
    }
    return waits;
  }

  private static double shareOver(double[] waitsS, double seconds) {
    return (double) Arrays.stream(waitsS).filter(w -> w > seconds).count() / waitsS.length;
  }

  /** More calls than the seats can take: the queue grows by the difference. */
  private List<ModelRow> overloaded() {
    Desk desk = UNSTABLE;
    double served = desk.seats() / desk.sessionS();
    int calls = (int) (desk.perS() * GROWS_FOR_S * 1.2);
    SeatRun run =
        new SeatRun(desk.name() + " sessions", desk.seats(), desk.session())
            .play(Poisson.arrivalsS(desk.name(), calls, desk.perS()), GROWS_FOR_S);
    return new Rows(name())
        .add(
            desk.name() + ", queue after 30 min",
            "",
            Expected.of((desk.perS() - served) * GROWS_FOR_S),
            run.queue(),
            TOLERANCE,
            "unstable: load 90 on 70 seats")
        .list();
  }

  private List<ModelRow> burst(int seats, double sessionS, double doneS, double waitS) {
    DrawnTime session =
        new DrawnTime(DrawnTime.FIXED, Duration.ofMillis(Math.round(sessionS * 1000)), 0);
    SeatRun run = new SeatRun("burst", seats, session).play(new double[BURST], 2 * doneS);
    String of = String.format(Locale.ROOT, "burst of 100, %d x %.0f s, ", seats, sessionS);
    return new Rows(name())
        .add(of + "all done", "s", Expected.of(doneS), run.lastDoneS(), Tolerance.percent(0.1))
        .add(of + "mean wait", "s", Expected.of(waitS), run.meanWaitS(), Tolerance.percent(0.1))
        .list();
  }
}
