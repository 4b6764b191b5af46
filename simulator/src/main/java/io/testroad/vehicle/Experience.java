package io.testroad.vehicle;

import io.testroad.engine.Facts;
import io.testroad.protocol.VehicleLetter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an operator's vehicles have driven in automated mode, and what of it counts for the next
 * stage: what was driven on the roads applied for since the count last began. The count begins anew
 * with each stage, and after a violation or an accident at fault; what a scenario says was driven
 * before the run belongs to the first count.
 */
final class Experience {

  private static final double MS_AN_HOUR = 3_600_000;
  private static final double M_A_KM = 1000;

  private final OperatorDesk desk;
  private @Nullable Remembered remembered;

  Experience(OperatorDesk desk) {
    this.desk = desk;
  }

  /** The count begins anew. */
  void begin() {
    desk.count(OperatorState.Count.ANEW);
    for (String vehicle : desk.spec().vehicles()) {
      OperatorState.Account account = desk.account(vehicle);
      if (!account.equals(OperatorState.Account.EMPTY)) {
        desk.accounts().put(vehicle, account.anew());
      }
    }
  }

  void violated() {
    if (desk.spec().conduct().restartsCount()) {
      begin();
    } else {
      OperatorState.Count old = desk.count();
      desk.count(
          new OperatorState.Count(
              old.violations() + 1, old.atFault(), old.mainFault(), old.first()));
    }
  }

  /** An accident's responsibility was determined. */
  void determined(String responsibility) {
    if (responsibility.equals("none") || responsibility.equals("undetermined")) {
      return;
    }
    if (desk.spec().conduct().restartsCount()) {
      begin();
      return;
    }
    OperatorState.Count old = desk.count();
    int main = responsibility.equals("secondary") ? 0 : 1;
    desk.count(
        new OperatorState.Count(
            old.violations(), old.atFault() + 1, old.mainFault() + main, old.first()));
  }

  /** A trip on the road counts like a shift by the calendar. */
  void drove(VehicleLetter.TripAccounted trip) {
    OperatorState.Account account = desk.account(trip.vehicle());
    for (var road : trip.automatedM().entrySet()) {
      double seconds = trip.automatedS().getOrDefault(road.getKey(), 0.0);
      account = account.droveOn(road.getKey(), Math.round(seconds * 1000), road.getValue());
    }
    desk.accounts().put(trip.vehicle(), account.tookOver(trip.takeovers()));
  }

  /** What was worked out last, and from what. */
  private record Remembered(
      List<String> roads, OperatorState.Count count, int accounts, int dossiers, Facts facts) {}

  /**
   * The facts {@code request.…} about what was driven, for some roads. A whole fleet asks for its
   * plates in one turn: what nothing has changed of since is remembered.
   */
  Facts facts(List<String> roads, OperatorSpec.Brought brought) {
    OperatorState.Count count = desk.count();
    int accounts = desk.accounts().changes();
    int dossiers = desk.dossiers().changes();
    Remembered last = remembered;
    if (last != null
        && last.accounts() == accounts
        && last.dossiers() == dossiers
        && last.count().equals(count)
        && last.roads().equals(roads)) {
      return last.facts();
    }
    Facts facts = sumUp(roads, brought);
    remembered = new Remembered(roads, count, accounts, dossiers, facts);
    return facts;
  }

  private Facts sumUp(List<String> roads, OperatorSpec.Brought brought) {
    Set<String> wanted = new TreeSet<>(roads);
    OperatorState.Count count = desk.count();
    double hours = count.first() ? brought.hours() : 0;
    double km = count.first() ? brought.km() : 0;
    double ever = 0;
    long takeovers = 0;
    double least = Double.POSITIVE_INFINITY;
    Set<String> driven = new TreeSet<>();
    for (String vehicle : desk.spec().vehicles()) {
      if (!desk.dossier(vehicle).admitted()) {
        continue;
      }
      OperatorState.Account account = desk.account(vehicle);
      double own = 0;
      for (var zone : account.zones().entrySet()) {
        OperatorSpec.Ground ground = desk.spec().grounds().get(zone.getKey());
        double share = ground == null ? 0 : ground.shareIn(wanted);
        own += zone.getValue().m() * share / M_A_KM;
        hours += zone.getValue().ms() * share / MS_AN_HOUR;
        if (ground != null && zone.getValue().m() > 0) {
          driven.addAll(ground.lengths().keySet());
        }
      }
      for (var road : account.roads().entrySet()) {
        if (wanted.contains(road.getKey())) {
          own += road.getValue().m() / M_A_KM;
          hours += road.getValue().ms() / MS_AN_HOUR;
        }
        driven.add(road.getKey());
      }
      km += own;
      least = Math.min(least, own);
      ever += account.ever() / M_A_KM;
      takeovers += account.takeovers();
    }
    int violations = count.first() ? brought.violations() : 0;
    int atFault = count.first() ? brought.atFault() : 0;
    return Facts.of(
        "request.hoursTested",
        hours,
        "request.kmTested",
        km,
        "request.leastKm",
        Double.isFinite(least) ? least : 0.0,
        "request.fleetKm",
        ever + brought.km(),
        "request.takeovers",
        takeovers,
        "request.violations",
        count.violations() + violations,
        "request.atFaultCollisions",
        count.atFault() + atFault,
        "request.mainFaultCollisions",
        count.mainFault(),
        "request.roadsTested",
        brought.roads() || driven.containsAll(wanted));
  }
}
