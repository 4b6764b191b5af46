package io.testroad.vehicle;

import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.policy.Consequence;
import io.testroad.protocol.PermitLetter;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an operator knows. The maps are not to be changed.
 *
 * @param applications how many it has filed
 * @param filed what it waits for, by application
 * @param declared the declaration confirmed last, in force or not, or null
 * @param step the number of the next stage to apply for
 * @param seats its remote operators
 * @param dossiers each vehicle's papers, by name
 * @param accounts what each vehicle has driven, by name
 * @param shifts the shifts under way, by vehicle
 * @param day the sum of the shifts that have ended since the day's duty began
 * @param count what has happened since the count for the next stage began
 * @param software the version of the driving system
 * @param given the facts that the scenario gives, as they are now
 * @param window the number of the stretch that is simulated in traffic now; -1: none
 * @param emergency what is wrong with its vehicles
 */
public record OperatorState(
    int applications,
    SortedMap<Integer, Filed> filed,
    @Nullable Declared declared,
    int step,
    Seats seats,
    SortedMap<String, Dossier> dossiers,
    SortedMap<String, Account> accounts,
    SortedMap<String, Shift> shifts,
    Day day,
    Count count,
    String software,
    Facts given,
    int window,
    Emergency emergency) {

  /**
   * An application under way, or one that was refused and will be filed again.
   *
   * @param matter what was applied for
   * @param vehicle the vehicle, or empty
   * @param stage the number of the stage applied for; -1 when it is none
   * @param tries how often it was refused
   * @param request what was asked
   */
  public record Filed(
      PermitLetter.Matter matter, String vehicle, int stage, int tries, Facts request) {
    Filed refused() {
      return new Filed(matter, vehicle, stage, tries + 1, request);
    }
  }

  /** A confirmed declaration; see {@link PermitLetter.DeclarationConfirmed}. */
  public record Declared(
      int application, String stage, String crew, String zone, Instant from, Instant until) {

    Declared in(String newZone) {
      return new Declared(application, stage, crew, newZone, from, until);
    }

    Declared until(Instant newUntil) {
      return new Declared(application, stage, crew, zone, from, newUntil);
    }
  }

  /**
   * The remote seats.
   *
   * @param busy remote operators at work
   * @param queue vehicles that wait for one, in order
   * @param answered how many calls were taken
   * @param sessions what is being seen to besides takeovers, by the number of the call
   * @param restartTick when the next restart may begin
   * @param longestS the longest wait until now of those whose calls were taken, s
   */
  public record Seats(
      int busy,
      List<Call> queue,
      int answered,
      SortedMap<Integer, Session> sessions,
      long restartTick,
      double longestS) {
    static final Seats FREE = new Seats(0, List.of(), 0, new TreeMap<>(), 0, 0);

    public Seats {
      queue = List.copyOf(queue);
      sessions = Collections.unmodifiableSortedMap(new TreeMap<>(sessions));
    }

    Seats with(List<Call> newQueue) {
      return new Seats(busy, newQueue, answered, sessions, restartTick, longestS);
    }

    /** A call is taken. */
    Seats taking(double waitedS) {
      return new Seats(
          busy + 1, queue, answered + 1, sessions, restartTick, Math.max(longestS, waitedS));
    }

    /** A seat is free again. */
    Seats leaving() {
      return new Seats(busy - 1, queue, answered, sessions, restartTick, longestS);
    }

    Seats with(int number, Session session) {
      SortedMap<Integer, Session> all = new TreeMap<>(sessions);
      all.put(number, session);
      return new Seats(busy, queue, answered, all, restartTick, longestS);
    }

    Seats without(int number) {
      SortedMap<Integer, Session> all = new TreeMap<>(sessions);
      all.remove(number);
      return new Seats(busy, queue, answered, all, restartTick, longestS);
    }

    Seats withRestartTick(long tick) {
      return new Seats(busy, queue, answered, sessions, tick, longestS);
    }
  }

  /**
   * A call for a remote officer.
   *
   * @param vehicle whom it is about
   * @param serial the vehicle's own number of it
   * @param cause takeover, restart, deadlock, assistance, look, or the measure a centre has asked
   *     for
   * @param tick when it came
   * @param rank calls of a lower rank are taken first
   * @param needsCrew whether nobody can help from afar
   * @param incident the number of the centre's incident; 0 where no centre has asked
   * @param commander the centre's id; empty where none has asked
   */
  public record Call(
      String vehicle,
      int serial,
      String cause,
      long tick,
      int rank,
      boolean needsCrew,
      int incident,
      String commander) {

    /** The same, which a centre wants too. */
    Call orderedBy(int newIncident, AgentId newCommander) {
      return new Call(
          vehicle, serial, cause, tick, rank, needsCrew, newIncident, newCommander.value());
    }
  }

  /** A call that is being seen to, and since when. */
  public record Session(Call call, long beganTick) {}

  /**
   * A vehicle's papers.
   *
   * @param admitted whether it is in the declaration
   * @param plate its plate's number, empty without one
   * @param plateUntil the plate's last instant
   * @param status its permit's state: valid, suspended or withdrawn
   * @param detained whether the police hold it
   * @param limits what its permit is restricted to
   * @param verdicts what the rules said last of its shifts, as text
   */
  public record Dossier(
      boolean admitted,
      String plate,
      Instant plateUntil,
      String status,
      boolean detained,
      Limits limits,
      String verdicts) {

    static Dossier of(boolean admitted, IcvSpec.@Nullable Plate plate) {
      return new Dossier(
          admitted,
          plate == null ? "" : plate.number(),
          plate == null ? Instant.EPOCH : plate.validUntil(),
          "valid",
          false,
          Limits.NONE,
          "");
    }

    Dossier admittedToo() {
      return new Dossier(true, plate, plateUntil, status, detained, limits, verdicts);
    }

    Dossier withPlate(String number, Instant until) {
      return new Dossier(admitted, number, until, status, detained, limits, verdicts);
    }

    Dossier withStatus(String newStatus) {
      return new Dossier(admitted, plate, plateUntil, newStatus, detained, limits, verdicts);
    }

    Dossier limited(Limits newLimits) {
      return new Dossier(admitted, plate, plateUntil, status, detained, newLimits, verdicts);
    }

    Dossier detained(boolean held) {
      return new Dossier(admitted, plate, plateUntil, status, held, limits, verdicts);
    }

    Dossier withVerdicts(String newVerdicts) {
      return new Dossier(admitted, plate, plateUntil, status, detained, limits, newVerdicts);
    }
  }

  /**
   * What a permit is restricted to.
   *
   * @param speedCapMps the highest speed in automated mode, m/s
   * @param clearWeather whether automated mode is for clear weather only
   * @param manual whether the vehicle is driven by hand only
   */
  public record Limits(double speedCapMps, boolean clearWeather, boolean manual) {
    /** The fact's value where there is no cap, m/s. */
    static final double NO_CAP_MPS = 1000;

    static final Limits NONE = new Limits(NO_CAP_MPS, false, false);

    /** The limits after a restriction was ordered or lifted; a barred road bars no whole zone. */
    Limits with(Consequence.Limit limit, boolean ordered, double capMps) {
      return switch (limit) {
        case SPEED -> new Limits(ordered ? capMps : NO_CAP_MPS, clearWeather, manual);
        case CLEAR_WEATHER -> new Limits(speedCapMps, ordered, manual);
        case MANUAL -> new Limits(speedCapMps, clearWeather, ordered);
        case OTHER_ROADS -> this;
      };
    }
  }

  /**
   * The sum of a day's shifts.
   *
   * @param vehicles shifts
   * @param ms time, ms
   * @param automatedMs of it in automated mode, ms
   * @param m way, m
   * @param automatedM of it in automated mode, m
   */
  public record Day(
      int vehicles, long ms, long automatedMs, double m, double automatedM, int takeovers) {
    static final Day NONE = new Day(0, 0, 0, 0, 0, 0);

    Day and(
        boolean another,
        long moreMs,
        long moreAutomatedMs,
        double moreM,
        double moreAutomatedM,
        int more) {
      return new Day(
          vehicles + (another ? 1 : 0),
          ms + moreMs,
          automatedMs + moreAutomatedMs,
          m + moreM,
          automatedM + moreAutomatedM,
          takeovers + more);
    }
  }

  /**
   * What was driven.
   *
   * @param ms time, ms
   * @param m way, m
   */
  public record Driven(long ms, double m) {
    static final Driven NOTHING = new Driven(0, 0);

    Driven and(long moreMs, double moreM) {
      return new Driven(ms + moreMs, m + moreM);
    }
  }

  /**
   * What a vehicle has driven in automated mode.
   *
   * @param ever all of it, m
   * @param zones spread evenly over the roads of a zone, since the count began, by zone
   * @param roads on a road, since the count began, by road id
   * @param takeovers takeovers since then
   */
  public record Account(
      double ever,
      SortedMap<String, Driven> zones,
      SortedMap<String, Driven> roads,
      long takeovers) {
    static final Account EMPTY = new Account(0, new TreeMap<>(), new TreeMap<>(), 0);

    Account drove(String zone, long ms, double m, int moreTakeovers) {
      return new Account(ever + m, add(zones, zone, ms, m), roads, takeovers + moreTakeovers);
    }

    Account droveOn(String road, long ms, double m) {
      return new Account(ever + m, zones, add(roads, road, ms, m), takeovers);
    }

    Account tookOver(int more) {
      return new Account(ever, zones, roads, takeovers + more);
    }

    Account anew() {
      return new Account(ever, new TreeMap<>(), new TreeMap<>(), 0);
    }

    private static SortedMap<String, Driven> add(
        SortedMap<String, Driven> old, String key, long ms, double m) {
      SortedMap<String, Driven> sum = new TreeMap<>(old);
      sum.put(key, old.getOrDefault(key, Driven.NOTHING).and(ms, m));
      return Collections.unmodifiableSortedMap(sum);
    }
  }

  /**
   * A shift under way.
   *
   * @param number its number: that of its day, so that the same day has the same draws whatever the
   *     rules
   * @param from when it began
   * @param until when it is to end
   * @param automated whether the system drives
   * @param zone where
   * @param speedMps mean speed, m/s
   */
  public record Shift(
      long number, Instant from, Instant until, boolean automated, String zone, double speedMps) {}

  /**
   * What has happened since the count for the next stage began.
   *
   * @param violations traffic violations
   * @param atFault accidents with any responsibility
   * @param mainFault those with equal or greater responsibility
   * @param first whether it is the first count, to which belongs what was driven before the run
   */
  public record Count(int violations, int atFault, int mainFault, boolean first) {
    static final Count FIRST = new Count(0, 0, 0, true);
    static final Count ANEW = new Count(0, 0, 0, false);
  }
}
