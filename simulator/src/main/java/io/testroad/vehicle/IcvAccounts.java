package io.testroad.vehicle;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.protocol.VehicleLetter;

/**
 * What a trip counts for: the time and the way driven by the system on each road, and by hand.
 *
 * <p>The way is the mean of two speeds seen times the time between: exact for a vehicle that
 * accelerates evenly, and it includes the insides of junctions, as parts of the road before. A
 * minimal risk manoeuvre is driven by the system; standing after it is neither.
 */
final class IcvAccounts {

  private IcvAccounts() {}

  /** A trip begins on the road. */
  static void begin(IcvDriving driving) {
    IcvState.Account old = driving.state().account();
    driving.become(
        driving
            .state()
            .with(
                new IcvState.Account(
                    IcvState.Account.Roads.NONE,
                    driving.turn().tick(),
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    old.automatedUntil())));
  }

  /** Counts until now; to be called before the mode or the road changes. */
  static void count(IcvDriving driving, double speedMps) {
    IcvState state = driving.state();
    IcvState.Account a = state.account();
    double seconds = driving.secondsSince(a.tick());
    if (!state.place().onRoad() || (seconds == 0 && speedMps == a.speedMps())) {
      return;
    }
    double metres = seconds * (a.speedMps() + speedMps) / 2;
    boolean system = state.isSystemDriving();
    boolean hand = state.mode() == Mode.MANUAL;
    driving.become(
        state.with(
            new IcvState.Account(
                a.earlier(),
                driving.turn().tick(),
                speedMps,
                a.automatedS() + (system ? seconds : 0),
                a.automatedM() + (system ? metres : 0),
                a.manualS() + (hand ? seconds : 0),
                a.manualM() + (hand ? metres : 0),
                a.takeovers(),
                a.automatedUntil())));
  }

  /** The vehicle leaves the road it is on; all until now must be counted. */
  static void leaveRoad(IcvDriving driving) {
    IcvState.Account account = driving.state().account();
    become(driving, account.afterRoad(driving.state().place().road()));
  }

  private static void become(IcvDriving driving, IcvState.Account account) {
    driving.become(driving.state().with(account));
  }

  /** Somebody has taken over. */
  static void takenOver(IcvDriving driving) {
    become(driving, driving.state().account().withTakeover());
  }

  /** The system no longer drives. */
  static void leftAutomation(IcvDriving driving) {
    become(driving, driving.state().account().withoutAutomation(driving.turn().tick()));
  }

  /** Whether the system drives, or did in the last so many seconds. */
  static boolean droveWithin(IcvDriving driving, double seconds) {
    long until = driving.state().account().automatedUntil();
    return driving.state().isSystemDriving()
        || (until >= 0 && driving.secondsSince(until) <= seconds);
  }

  /** The trip is over: its account goes to the operator. */
  static void render(IcvDriving driving) {
    leaveRoad(driving);
    IcvState.Account a = driving.state().account();
    IcvState.Account.Roads roads = a.earlier();
    IcvSpec spec = driving.spec();
    driving
        .out()
        .post(
            spec.operator(),
            new VehicleLetter.TripAccounted(
                spec.name(),
                roads.seconds(),
                roads.metres(),
                a.manualS(),
                a.manualM(),
                a.takeovers()))
        .record(
            EventType.TRIP_ACCOUNTED,
            Facts.of(
                "automatedS",
                roads.seconds().values().stream().mapToDouble(s -> s).sum(),
                "automatedM",
                roads.metres().values().stream().mapToDouble(m -> m).sum(),
                "takeovers",
                a.takeovers()));
  }
}
