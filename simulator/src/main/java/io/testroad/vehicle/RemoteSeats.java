package io.testroad.vehicle;

import io.testroad.engine.AgentId;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.RandomStream;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.VehicleLetter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The remote seats of an operator. A call that finds every seat busy waits in a queue; a seat that
 * is given serves one vehicle for a time that is drawn.
 *
 * <p>Assumption: takeovers come first, since nothing else is as short of time; then vehicles that
 * stand in a lane with riders; then all others; each first come first served. Nobody is served
 * while the vehicles can't be reached, and no more are restarted a minute than is allowed.
 */
final class RemoteSeats {

  static final String TAKEOVER = "takeover";
  static final String LOOK = "look";

  private static final int AT_ONCE = 0;
  private static final int RIDERS_IN_A_LANE = 1;
  private static final int IN_TURN = 2;
  private static final double MINUTE_S = 60;

  private final OperatorDesk desk;
  private final RandomStream times;
  private final OperatorDuties duties;

  /** The seats; times are drawn from the stream, by call taken. */
  RemoteSeats(OperatorDesk desk, RandomStream times, OperatorDuties duties) {
    this.desk = desk;
    this.times = times;
    this.duties = duties;
  }

  // calls ---------------------------------------------------------------------------------------

  void asked(VehicleLetter.TakeoverAsked asked) {
    queue(asked.vehicle(), asked.serial(), TAKEOVER, AT_ONCE, false);
  }

  void asked(VehicleLetter.AssistanceAsked asked) {
    boolean first = asked.blocks() && asked.riders() > 0;
    int rank = first ? RIDERS_IN_A_LANE : IN_TURN;
    queue(asked.vehicle(), asked.serial(), asked.cause(), rank, asked.needsCrew());
  }

  /** A vehicle stands, and has asked for nothing: an officer looks. */
  void look(String vehicle) {
    queue(vehicle, 0, LOOK, IN_TURN, false);
  }

  private void queue(String vehicle, int serial, String cause, int rank, boolean needsCrew) {
    long tick = desk.turn().tick();
    queue(new OperatorState.Call(vehicle, serial, cause, tick, rank, needsCrew, 0, ""));
  }

  /** A centre asks for a measure. */
  void asked(IncidentLetter.OperatorAsked asked, AgentId commander) {
    boolean known = desk.spec().vehicles().contains(asked.vehicle());
    boolean restart = asked.measure().equals(IcvHelp.RESTART);
    boolean inVain = restart && duties.waitsForCrew(asked.vehicle());
    if (desk.emergency().isCutOff() || desk.spec().remote().seats() == 0 || !known || inVain) {
      duties.answer(commander, asked.incident(), asked.vehicle(), asked.measure(), "refused");
    } else if (!restart || !isUnderWay(asked, commander)) {
      queueOrder(asked, commander);
    }
  }

  /** Whether the vehicle has asked for a restart itself: then the centre is answered with it. */
  private boolean isUnderWay(IncidentLetter.OperatorAsked asked, AgentId commander) {
    OperatorState.Seats seats = desk.seats();
    for (Map.Entry<Integer, OperatorState.Session> each : seats.sessions().entrySet()) {
      OperatorState.Session session = each.getValue();
      if (isRestartOf(session.call(), asked.vehicle())) {
        OperatorState.Call call = session.call().orderedBy(asked.incident(), commander);
        desk.seats(seats.with(each.getKey(), new OperatorState.Session(call, session.beganTick())));
        return true;
      }
    }
    List<OperatorState.Call> queue = new ArrayList<>(seats.queue());
    for (int i = 0; i < queue.size(); i++) {
      if (isRestartOf(queue.get(i), asked.vehicle())) {
        queue.set(i, queue.get(i).orderedBy(asked.incident(), commander));
        desk.seats(seats.with(queue));
        return true;
      }
    }
    return false;
  }

  private static boolean isRestartOf(OperatorState.Call call, String vehicle) {
    return call.vehicle().equals(vehicle)
        && call.cause().equals(IcvHelp.RESTART)
        && call.incident() == 0;
  }

  private void queueOrder(IncidentLetter.OperatorAsked asked, AgentId commander) {
    queue(
        new OperatorState.Call(
            asked.vehicle(),
            0,
            asked.measure(),
            desk.turn().tick(),
            RIDERS_IN_A_LANE,
            false,
            asked.incident(),
            commander.value()));
  }

  private void queue(OperatorState.Call call) {
    List<OperatorState.Call> queue = new ArrayList<>(desk.seats().queue());
    int at = queue.size();
    while (at > 0 && queue.get(at - 1).rank() > call.rank()) {
      at--;
    }
    queue.add(at, call);
    desk.seats(desk.seats().with(queue));
    serve();
  }

  /** A vehicle needs no help any more, or none with what it asked for under a number. */
  void withdrawn(String vehicle, int serial) {
    desk.seats(
        desk.seats()
            .with(
                desk.seats().queue().stream()
                    .filter(
                        call ->
                            !call.vehicle().equals(vehicle)
                                || call.serial() != serial
                                || call.cause().equals(TAKEOVER)
                                || call.incident() > 0)
                    .toList()));
  }

  /** A vehicle stands no more: what centres have asked for it is done, or needs no doing. */
  void goesOn(String vehicle) {
    withdrawn(vehicle, 0);
    List<OperatorState.Call> stay = new ArrayList<>();
    for (OperatorState.Call call : desk.seats().queue()) {
      if (call.incident() > 0 && call.vehicle().equals(vehicle)) {
        AgentId commander = new AgentId(call.commander());
        duties.answer(commander, call.incident(), vehicle, call.cause(), "done");
      } else {
        stay.add(call);
      }
    }
    desk.seats(desk.seats().with(stay));
  }

  // service -------------------------------------------------------------------------------------

  /** Free seats take calls, as long as there are any that can be seen to. */
  void serve() {
    Optional<OperatorState.Call> next = next();
    while (next.isPresent()) {
      OperatorState.Call call = next.get();
      List<OperatorState.Call> rest = new ArrayList<>(desk.seats().queue());
      rest.remove(call);
      desk.seats(desk.seats().with(rest));
      take(call);
      next = next();
    }
  }

  private Optional<OperatorState.Call> next() {
    OperatorState.Seats seats = desk.seats();
    if (seats.busy() >= desk.spec().remote().seats() || desk.emergency().isCutOff()) {
      return Optional.empty();
    }
    boolean mayRestart = desk.turn().tick() >= seats.restartTick();
    return seats.queue().stream()
        .filter(call -> mayRestart || !call.cause().equals(IcvHelp.RESTART))
        .findFirst();
  }

  private void take(OperatorState.Call call) {
    int number = desk.seats().answered();
    double waitedS = desk.secondsSince(call.tick());
    desk.seats(desk.seats().taking(waitedS));
    if (call.cause().equals(TAKEOVER)) {
      Duration after = desk.spec().remote().takeover().draw(times, number);
      AgentId vehicle = AgentId.vehicle(call.vehicle());
      desk.out()
          .postAfter(after, vehicle, new VehicleLetter.TakeoverGiven(call.serial()))
          .remind(after, new VehicleLetter.SeatFree());
    } else {
      begin(call, number, waitedS);
    }
  }

  private void begin(OperatorState.Call call, int number, double waitedS) {
    int queue = desk.seats().queue().size();
    desk.out()
        .record(
            EventType.ASSISTANCE_BEGUN,
            Facts.of("vehicle", call.vehicle(), "waitedS", waitedS, "queue", queue))
        .remind(
            desk.spec().remote().session().draw(times, number),
            new VehicleLetter.SessionOver(number));
    desk.seats(desk.seats().with(number, new OperatorState.Session(call, desk.turn().tick())));
    if (call.cause().equals(IcvHelp.RESTART)) {
      paceRestarts();
    }
    duties.seen(call.vehicle());
  }

  private void paceRestarts() {
    double perMinute = desk.spec().remote().restartsPerMinute();
    if (perMinute > 0) {
      Duration apart = Duration.ofMillis(Math.round(MINUTE_S / perMinute * 1000));
      long next = desk.turn().tick() + desk.turn().clock().ticksCovering(apart);
      desk.seats(desk.seats().withRestartTick(next));
      desk.out().remind(apart, new VehicleLetter.RestartDue());
    }
  }

  void seatFree() {
    desk.seats(desk.seats().leaving());
    serve();
  }

  /** A session is over: the vehicle is helped, or a crew must come, or the link was lost. */
  void sessionOver(int number) {
    OperatorState.Session session = desk.seats().sessions().get(number);
    if (session == null) {
      throw new IllegalStateException(desk.spec().id() + " has no session " + number);
    }
    desk.seats(desk.seats().without(number).leaving());
    OperatorState.Call call = session.call();
    String outcome = outcome(call);
    desk.out()
        .record(
            EventType.ASSISTANCE_DONE,
            Facts.of(
                "vehicle", call.vehicle(),
                "sessionS", desk.secondsSince(session.beganTick()),
                "outcome", outcome));
    switch (outcome) {
      case "link-lost" -> queue(call);
      case "crew-needed" -> crewNeeded(call);
      default -> help(call);
    }
    serve();
  }

  private void crewNeeded(OperatorState.Call call) {
    duties.wantCrew(call.vehicle());
    if (call.incident() > 0) {
      duties.answer(
          new AgentId(call.commander()), call.incident(), call.vehicle(), call.cause(), "refused");
    }
  }

  private String outcome(OperatorState.Call call) {
    if (desk.emergency().isCutOff()) {
      return "link-lost";
    }
    return call.needsCrew() ? "crew-needed" : call.cause().equals(LOOK) ? "seen" : "helped";
  }

  private void help(OperatorState.Call call) {
    AgentId vehicle = AgentId.vehicle(call.vehicle());
    if (call.incident() > 0) {
      desk.out()
          .post(
              vehicle,
              new VehicleLetter.RemoteOrder(
                  call.incident(), new AgentId(call.commander()), call.cause()));
    } else if (!call.cause().equals(LOOK)) {
      desk.out().post(vehicle, new VehicleLetter.AssistanceGiven(call.serial()));
    }
  }

  /** How long the one in the queue has waited that has waited longest, s. */
  double waitS() {
    return desk.seats().queue().stream()
        .mapToDouble(call -> desk.secondsSince(call.tick()))
        .max()
        .orElse(0);
  }
}
