package io.testroad.vehicle;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.RandomStream;
import io.testroad.engine.RoadDecision;
import io.testroad.protocol.VehicleLetter;
import java.util.List;

/**
 * Remote help: what a vehicle asks for, and what it does once it is helped.
 *
 * <p>A vehicle that has to ask drives on for as long as it is patient, then stands in its lane. One
 * that stands after a fault or an unanswered takeover asks to be restarted; a share of them can't
 * be restarted from afar.
 */
final class IcvHelp {

  /** What it asks for, and why. */
  static final String ASSISTANCE = "assistance";

  static final String RESTART = "restart";
  static final String DEADLOCK = "deadlock";

  /** A stop for one of these reasons ends when the system is restarted. */
  private static final List<String> RESTARTED_AFTER =
      List.of(IcvTakeover.UNANSWERED, IcvOdds.LIMIT, IcvOutages.POSITION_LOST);

  private static final String UNHELPED = "assistance-unanswered";
  private static final String OFFICER = "remote-officer";

  private final IcvDriving driving;
  private final IcvSpec spec;
  private final Fallback.Help help;
  private final RandomStream crews;
  private final IcvStops stops;
  private final IcvStandstill standstill;
  private final IcvRefuge refuge;

  /** Help of a vehicle; whether a crew is needed is drawn from the stream, by request. */
  IcvHelp(
      IcvDriving driving,
      RandomStream stream,
      IcvStops stops,
      IcvStandstill standstill,
      IcvRefuge refuge) {
    this.driving = driving;
    spec = driving.spec();
    help = spec.fallback().help();
    crews = stream.forEntity(RandomStream.hash("needs-crew"));
    this.stops = stops;
    this.standstill = standstill;
    this.refuge = refuge;
  }

  private Mishap.Call call() {
    return driving.mishap().call();
  }

  private void become(Mishap.Call call) {
    driving.become(driving.mishap().with(call));
  }

  // asking --------------------------------------------------------------------------------------

  /** The system isn't sure of something, and asks. */
  void assist() {
    ask(ASSISTANCE, 0);
  }

  /** The vehicle has waited long behind others. */
  void waits() {
    if (help.courteous() && driving.state().mode() == Mode.AUTOMATED) {
      ask(DEADLOCK, 0);
    }
  }

  /** The vehicle stands: it asks to be restarted when that is what it needs. */
  void stands() {
    boolean lacksSomething = driving.mishap().bars(spec.fallback().losses());
    if (help.restarts() && !lacksSomething && needsRestart()) {
      ask(RESTART, help.crewShare());
    }
  }

  private boolean needsRestart() {
    IcvState state = driving.state();
    return state.fault().isEmpty()
        ? RESTARTED_AFTER.contains(state.trouble().haltCause())
        : !state.fault().equals(IcvFaults.COLLISION);
  }

  /**
   * Asks to be restarted.
   *
   * @param crewShare the probability that it takes a crew
   */
  void askRestart(double crewShare) {
    ask(RESTART, crewShare);
  }

  private void ask(String cause, double crewShare) {
    if (call().open()) {
      return;
    }
    int serial = call().serial() + 1;
    become(new Mishap.Call(serial, cause, true));
    IcvState state = driving.state();
    boolean blocks = state.mode() == Mode.STOPPED && !state.place().aside();
    driving
        .out()
        .record(EventType.ASSISTANCE_ASKED, Facts.of("cause", cause))
        .post(
            spec.operator(),
            new VehicleLetter.AssistanceAsked(
                spec.name(),
                serial,
                cause,
                blocks,
                state.riders(),
                crews.uniform(serial) < crewShare));
    if (cause.equals(ASSISTANCE)) {
      help.patience()
          .ifPresent(
              patience ->
                  driving.out().remind(patience, new VehicleLetter.AssistanceOverdue(serial)));
    }
  }

  /** Nobody has helped for too long. */
  void overdue(int serial) {
    if (call().open() && call().serial() == serial && driving.state().mode() == Mode.AUTOMATED) {
      stops.await(UNHELPED);
    }
  }

  // being helped --------------------------------------------------------------------------------

  void given(int serial) {
    Mishap.Call call = call();
    if (!call.open() || call.serial() != serial) {
      return;
    }
    become(new Mishap.Call(serial, call.cause(), false));
    switch (call.cause()) {
      case RESTART -> restart(OFFICER);
      case DEADLOCK -> {
        driving.beCourteous(false);
        driving.out().remind(help.courtesyPause(), new VehicleLetter.CourtesyDue(serial));
      }
      default -> {
        if (driving.state().trouble().haltCause().equals(UNHELPED)) {
          driving.become(driving.state().with(IcvState.Trouble.NONE));
          stops.driveOnByItself("assisted");
        }
      }
    }
  }

  /** The pause is over; unless there has been another deadlock in the meantime. */
  void courtesyDue(int serial) {
    boolean another = call().serial() > serial && call().cause().equals(DEADLOCK);
    if (!another && driving.state().isAutomated()) {
      driving.beCourteous(true);
    }
  }

  /** The system starts again, and drives on where it may. */
  void restart(String by) {
    if (!driving.state().isStopping()) {
      return;
    }
    long since = driving.mishap().stand().sinceTick();
    driving
        .out()
        .record(
            EventType.RESTART_DONE,
            Facts.of("afterS", since < 0 ? 0.0 : driving.secondsSince(since), "by", by));
    driving.become(driving.state().with(IcvState.Trouble.NONE));
    driving.become(driving.mishap().withDegraded(false));
    stops.driveOnByItself("restarted");
  }

  /** A centre has asked for a measure, and a remote officer tries to take it. */
  void ordered(VehicleLetter.RemoteOrder order) {
    boolean done =
        switch (order.measure()) {
          case RESTART -> restarted();
          case "move-aside" -> movedAside();
          case "unlock-doors" -> unlocked();
          default ->
              throw new IllegalArgumentException(spec.id() + " does not understand " + order);
        };
    driving
        .out()
        .post(
            spec.operator(),
            new VehicleLetter.RemoteOrderDone(
                spec.name(),
                order.incident(),
                order.commander(),
                order.measure(),
                done ? "done" : "refused"));
  }

  private boolean isMovable() {
    IcvState state = driving.state();
    return !state.fault().equals(IcvFaults.COLLISION)
        && !state.permit().status().equals("withdrawn");
  }

  /** A vehicle that is made to be restarted moves again once it is. */
  private boolean isRestartable() {
    return isMovable() && (help.restarts() || !driving.mishap().stand().immobile());
  }

  private boolean restarted() {
    if (driving.state().isStopping()
        && (!isRestartable() || driving.mishap().bars(spec.fallback().losses()))) {
      return false;
    }
    restart(OFFICER);
    return true;
  }

  private boolean movedAside() {
    IcvState state = driving.state();
    if (state.isStopping() && !state.place().aside()) {
      if (!isMovable() || driving.mishap().stand().immobile()) {
        return false;
      }
      driving.out().decide(new RoadDecision.Resume(spec.name()));
      refuge.pullOver();
    }
    return true;
  }

  private boolean unlocked() {
    if (driving.state().mode() != Mode.STOPPED) {
      return false;
    }
    standstill.ridersOut(OFFICER);
    return true;
  }
}
