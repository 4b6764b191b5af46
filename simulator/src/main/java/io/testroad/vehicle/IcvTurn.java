package io.testroad.vehicle;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Letter;
import io.testroad.engine.Outcome;
import io.testroad.engine.Percept;
import io.testroad.engine.RandomStream;
import io.testroad.engine.RoadDecision;
import io.testroad.engine.RunBegan;
import io.testroad.engine.Turn;
import io.testroad.policy.Consequence;
import io.testroad.policy.Instruction;
import io.testroad.policy.Judgement;
import io.testroad.policy.Moment;
import io.testroad.policy.RuleBook;
import io.testroad.policy.Ruling;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.PermitLetter;
import io.testroad.protocol.VehicleLetter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One turn of a vehicle's agent: each letter changes the state and may bring something about. */
final class IcvTurn {

  /** Gentle braking of a minimal risk manoeuvre, m/s² (UN R157: at most 4; assumption: half). */
  private static final double GENTLE_MPS2 = 2;

  /** Braking when the vehicle can no longer steer itself, m/s² (UN R157, 5.4.2). */
  private static final double FIRM_MPS2 = 4;

  /** Spread of the logarithm of drivers' reaction times (assumption). */
  private static final double REACTION_SIGMA = 0.4;

  private static final int DUTY_CHECK_S = 60;

  private final IcvSpec spec;
  private final RuleBook rules;
  private final RandomStream reactions;
  private final Turn turn;
  private final Outcome.Builder out;
  private IcvState state;

  IcvTurn(
      IcvSpec spec,
      RuleBook rules,
      RandomStream reactions,
      Turn turn,
      Outcome.Builder out,
      IcvState state) {
    this.spec = spec;
    this.rules = rules;
    this.reactions = reactions;
    this.turn = turn;
    this.out = out;
    this.state = state;
  }

  IcvState state() {
    return state;
  }

  void handle(Letter letter) {
    if (letter instanceof Percept percept) {
      perceive(percept);
    } else if (letter instanceof PermitLetter permit) {
      receive(permit);
    } else if (letter instanceof VehicleLetter vehicle) {
      receive(vehicle);
    } else if (letter instanceof RunBegan) {
      setTimers();
    } else {
      throw new IllegalArgumentException(spec.id() + " does not understand " + letter);
    }
  }

  private Instant now() {
    return turn.clock().instantOf(turn.tick());
  }

  private void setTimers() {
    IcvSpec.Plate plate = state.plate();
    if (plate != null) {
      remindOfPlate(plate);
    }
    out.remindAt(spec.insurance().validUntil(), new VehicleLetter.InsuranceEnds());
  }

  private void remindOfPlate(IcvSpec.Plate plate) {
    out.remindAt(plate.validUntil(), new VehicleLetter.PlateEnds(plate.number()));
  }

  // the road ------------------------------------------------------------------------------------

  private void perceive(Percept percept) {
    if (percept instanceof Percept.Departed departed) {
      at(departed.road(), departed.lane(), departed.positionM(), 0);
      enter(departed.road());
    } else if (percept instanceof Percept.EnteredRoad entered) {
      at(entered.road(), entered.lane(), 0, entered.speedMps());
      enter(entered.road());
    } else if (percept instanceof Percept.Sighted sighted) {
      sighted(sighted);
    } else if (percept instanceof Percept.Halted halted) {
      halted(halted);
    } else if (percept instanceof Percept.Arrived) {
      leaveRoad("arrived");
    } else if (percept instanceof Percept.Removed) {
      state = state.withFault("", false);
      leaveRoad("removed");
    } else if (percept instanceof Percept.Collided collided) {
      collided(collided);
    } else if (percept instanceof Percept.NoWayOn || percept instanceof Percept.Waiting) {
      at(state.place().road(), state.place().lane(), state.place().positionM(), 0);
    }
  }

  private void at(String road, int lane, double positionM, double speedMps) {
    state =
        state.with(
            new IcvState.Place(
                true,
                road,
                lane,
                positionM,
                speedMps,
                state.place().speedLimitMps(),
                state.place().aside()));
  }

  /** A new road: the rules for being there, then whether the system may drive on it. */
  private void enter(String road) {
    boolean declared = spec.zone().contains(road);
    out.record(EventType.VEHICLE_ENTERED_ROAD, Facts.of("road", road, "declared", declared));
    follow(judge(Moment.ROAD_ENTERED));
    if (state.mode() == Mode.MANUAL && declared && state.fault().isEmpty()) {
      requestAutomation();
    }
  }

  private void requestAutomation() {
    if (!state.permit().status().equals("valid") || state.trip() == null) {
      return;
    }
    Judgement judgement = judge(Moment.AUTOMATION_REQUESTED);
    if (judgement.allows()) {
      change(Mode.AUTOMATED, "declared-road", "");
    }
    report(judgement);
  }

  private void sighted(Percept.Sighted sighted) {
    state =
        state.with(
            new IcvState.Place(
                true,
                sighted.road(),
                sighted.lane(),
                sighted.positionM(),
                sighted.speedMps(),
                sighted.speedLimitMps(),
                state.place().aside()));
    boolean driving = state.mode() != Mode.STOPPED;
    if (driving) {
      IcvState.Duty duty = state.duty();
      state =
          state.with(
              new IcvState.Duty(
                  duty.drivingS() + 1, duty.todayS() + 1, duty.lastRestS(), duty.serial()));
      checkSpeed();
      if (state.duty().drivingS() % DUTY_CHECK_S == 0) {
        checkDuty();
      }
    }
  }

  private void checkSpeed() {
    Judgement judgement = Judgement.of(rules, Moment.SPEED_SEEN, facts());
    IcvState.Breaches before = state.breaches();
    state = state.with(new IcvState.Breaches(idsOfBroken(judgement), before.duty()));
    followQuietly(judgement, before.speed());
  }

  private void checkDuty() {
    Judgement judgement = Judgement.of(rules, Moment.DUTY_CHECKED, facts());
    IcvState.Breaches before = state.breaches();
    state = state.with(new IcvState.Breaches(before.speed(), idsOfBroken(judgement)));
    followQuietly(judgement, before.duty());
  }

  private static List<String> idsOfBroken(Judgement judgement) {
    return judgement.broken().map(Ruling::rule).toList();
  }

  private void halted(Percept.Halted halted) {
    state =
        state.with(
            new IcvState.Place(
                true,
                halted.road(),
                halted.lane(),
                halted.positionM(),
                0,
                state.place().speedLimitMps(),
                halted.aside()));
    if (state.mode() != Mode.STOPPED) {
      change(Mode.STOPPED, state.fault().isEmpty() ? "minimal-risk" : state.fault(), "");
    }
    if (!halted.aside()) {
      out.post(
          spec.platform(),
          new IncidentLetter.RoadOccurrence(
              "vehicle-stalled", halted.road(), halted.lane(), halted.positionM(), spec.name()));
    }
  }

  private void leaveRoad(String outcome) {
    state = state.with(IcvState.Place.NOWHERE).withFault(state.fault(), !state.fault().isEmpty());
    state = state.with(new IcvState.Breaches(List.of(), state.breaches().duty()));
    change(Mode.MANUAL, outcome, "");
    if (state.trip() != null) {
      out.record(EventType.TRIP_ENDED, Facts.of("outcome", outcome));
      state = state.withTrip(null);
    }
  }

  private void collided(Percept.Collided collided) {
    at(collided.road(), collided.lane(), collided.positionM(), 0);
    state = state.withFault("collision", true);
    Facts collision =
        Facts.of("collision.injured", collided.speedMps() > 8, "collision.otherKind", "vehicle");
    follow(judge(Moment.COLLISION_OCCURRED, collision));
    secureRecorder("collision");
    halt(FIRM_MPS2, false);
    change(Mode.STOPPED, "collision", "");
    out.post(
        spec.platform(),
        new IncidentLetter.RoadOccurrence(
            "collision", collided.road(), collided.lane(), collided.positionM(), spec.name()));
  }

  // papers --------------------------------------------------------------------------------------

  private void receive(PermitLetter letter) {
    if (letter instanceof PermitLetter.PlateIssued issued) {
      var plate = new IcvSpec.Plate(issued.plate(), issued.validUntil());
      state = state.with(plate);
      if (state.permit().status().equals("none")) {
        state = state.with(new IcvState.Permit("valid", issued.validUntil()));
      }
      remindOfPlate(plate);
    } else if (letter instanceof PermitLetter.DeclarationConfirmed confirmed) {
      String status = state.permit().status();
      state =
          state.with(
              new IcvState.Permit(
                  status.equals("none") ? "valid" : status, confirmed.validUntil()));
    } else if (letter instanceof PermitLetter.PermitSuspended suspended) {
      state = state.with(new IcvState.Permit("suspended", state.permit().validUntil()));
      leaveAutomation("permit-suspended", suspended.rule());
    } else if (letter instanceof PermitLetter.PermitReinstated) {
      state = state.with(new IcvState.Permit("valid", state.permit().validUntil()));
    } else if (letter instanceof PermitLetter.PermitWithdrawn withdrawn) {
      state = state.with(new IcvState.Permit("withdrawn", now()));
      if (state.place().onRoad()) {
        manoeuvre("permit-withdrawn", withdrawn.rule());
      }
      voidPlate();
    } else {
      throw new IllegalArgumentException(spec.id() + " does not understand " + letter);
    }
  }

  private void voidPlate() {
    IcvSpec.Plate plate = state.plate();
    if (plate != null) {
      out.record(EventType.PLATE_VOIDED, Facts.of("plate", plate.number(), "vehicle", spec.name()));
      state = state.with((IcvSpec.Plate) null);
    }
  }

  private void plateEnds(VehicleLetter.PlateEnds ends) {
    IcvSpec.Plate plate = state.plate();
    if (plate == null || !plate.number().equals(ends.plate())) {
      return;
    }
    if (plate.validUntil().isAfter(now())) {
      return;
    }
    out.record(EventType.PLATE_EXPIRED, Facts.of("plate", plate.number(), "vehicle", spec.name()));
    follow(judge(Moment.PLATE_ENDED));
  }

  // orders, faults, takeovers -------------------------------------------------------------------

  private void receive(VehicleLetter letter) {
    if (letter instanceof VehicleLetter.SetOut trip) {
      setOut(trip);
    } else if (letter instanceof VehicleLetter.PlateEnds ends) {
      plateEnds(ends);
    } else if (letter instanceof VehicleLetter.InsuranceEnds) {
      follow(judge(Moment.INSURANCE_ENDED));
    } else if (letter instanceof VehicleLetter.FaultArises fault) {
      faultArises(fault);
    } else if (letter instanceof VehicleLetter.FaultMended) {
      mended();
    } else if (letter instanceof VehicleLetter.TakeoverGiven given) {
      takeoverGiven(given.serial());
    } else if (letter instanceof VehicleLetter.TakeoverDeadline deadline) {
      takeoverDeadline(deadline.serial());
    } else if (letter instanceof VehicleLetter.RestOver rest) {
      restOver(rest.serial());
    } else {
      throw new IllegalArgumentException(spec.id() + " does not understand " + letter);
    }
  }

  private void setOut(VehicleLetter.SetOut order) {
    if (state.place().onRoad() || state.trip() != null) {
      out.record(EventType.TRIP_REFUSED, Facts.of("rule", "", "reason", "vehicle-is-under-way"));
      return;
    }
    boolean declared = order.roads().stream().allMatch(spec.zone()::contains);
    state = state.withTrip(new IcvState.Trip(order.purpose(), order.passengers(), declared));
    Judgement judgement = judge(Moment.TRIP_REQUESTED, Facts.empty(), order.roads().get(0));
    report(judgement);
    Optional<Ruling> refusal =
        judgement.refusals().stream()
            .findFirst()
            .or(() -> judgement.instructing(Instruction.STAY_OFF_THE_ROAD));
    if (refusal.isPresent()) {
      state = state.withTrip(null);
      out.record(
          EventType.TRIP_REFUSED,
          Facts.of("rule", refusal.get().rule(), "reason", reason(refusal.get())));
      return;
    }
    out.record(
        EventType.TRIP_STARTED,
        Facts.of(
            "from",
            order.roads().get(0),
            "to",
            order.roads().get(order.roads().size() - 1),
            "stage",
            spec.stage()));
    out.decide(
        new RoadDecision.Insert(spec.name(), order.roads(), Double.NaN, Double.NaN, true, false));
  }

  private static String reason(Ruling ruling) {
    return ruling.consequences(Consequence.Refuse.class).stream()
        .findFirst()
        .map(Consequence.Refuse::reason)
        .orElse("must-stay-off-the-road");
  }

  private void faultArises(VehicleLetter.FaultArises fault) {
    if (!state.place().onRoad() || !state.fault().isEmpty()) {
      return;
    }
    state = state.withFault(fault.cause(), true);
    Judgement judgement =
        judge(
            Moment.FAULT_OCCURRED,
            Facts.of("fault.cause", fault.cause(), "fault.canMove", fault.canMove()));
    report(judgement);
    secureRecorder(fault.cause());
    String rule = judgement.broken().findFirst().map(Ruling::rule).orElse("");
    halt(fault.canMove() ? GENTLE_MPS2 : FIRM_MPS2, fault.canMove());
    if (state.mode() != Mode.STOPPED) {
      change(Mode.MINIMAL_RISK, fault.cause(), rule);
    }
  }

  private void secureRecorder(String cause) {
    if (spec.recorder().on()) {
      out.record(
          EventType.RECORDER_SECURED,
          Facts.of(
              "preS", spec.recorder().preS(), "postS", spec.recorder().postS(), "cause", cause));
    }
    follow(judge(Moment.RECORDER_SECURED));
  }

  private void mended() {
    if (state.fault().isEmpty()) {
      return;
    }
    state = state.withFault("", false);
    driveOn("fault-mended");
  }

  /** Goes on by hand after a stop, unless the vehicle may no longer drive at all. */
  private void driveOn(String cause) {
    IcvState.Place p = state.place();
    if (!p.onRoad() || state.permit().status().equals("withdrawn")) {
      return;
    }
    out.decide(new RoadDecision.Resume(spec.name()));
    if (!p.aside()) {
      out.post(spec.platform(), new IncidentLetter.ObstacleGone(spec.name()));
    }
    change(Mode.MANUAL, cause, "");
    state =
        state.with(
            new IcvState.Place(
                p.onRoad(),
                p.road(),
                p.lane(),
                p.positionM(),
                p.speedMps(),
                p.speedLimitMps(),
                false));
  }

  private void requestTakeover(String cause, String rule) {
    if (state.mode() != Mode.AUTOMATED) {
      return;
    }
    int serial = state.serial() + 1;
    state = state.withRequest(serial, turn.tick());
    change(Mode.TAKEOVER_REQUESTED, cause, rule);
    Duration lead = spec.driver().lead();
    out.record(
        EventType.TAKEOVER_REQUESTED, Facts.of("cause", cause, "leadS", lead.toMillis() / 1000.0));
    out.remind(lead, new VehicleLetter.TakeoverDeadline(serial));
    if (spec.driver().place().equals("on-board")) {
      double mean = spec.driver().meanReaction().toMillis();
      double mu = StrictMath.log(mean) - REACTION_SIGMA * REACTION_SIGMA / 2;
      double drawn = StrictMath.exp(mu + REACTION_SIGMA * reactions.gaussian(serial));
      out.remind(Duration.ofMillis(Math.round(drawn)), new VehicleLetter.TakeoverGiven(serial));
    } else if (spec.driver().place().equals("remote")) {
      out.post(spec.operator(), new VehicleLetter.TakeoverAsked(spec.name(), serial));
    }
  }

  private void takeoverGiven(int serial) {
    if (state.mode() != Mode.TAKEOVER_REQUESTED || serial != state.serial()) {
      return;
    }
    double after = turn.clock().secondsAt(turn.tick() - state.requestTick());
    out.record(EventType.TAKEOVER_ANSWERED, Facts.of("afterS", after));
    change(Mode.MANUAL, "takeover", "");
  }

  private void takeoverDeadline(int serial) {
    if (state.mode() != Mode.TAKEOVER_REQUESTED || serial != state.serial()) {
      return;
    }
    double lead = spec.driver().lead().toMillis() / 1000.0;
    out.record(EventType.TAKEOVER_UNANSWERED, Facts.of("leadS", lead));
    Judgement judgement = judge(Moment.TAKEOVER_UNANSWERED, Facts.of("takeover.leadS", lead));
    report(judgement);
    manoeuvre(
        "takeover-unanswered",
        judgement.instructing(Instruction.MINIMAL_RISK_MANOEUVRE).map(Ruling::rule).orElse(""));
  }

  private void restOver(int serial) {
    if (serial != state.duty().serial()) {
      return;
    }
    double rested = spec.driver().rest().toMillis() / 1000.0;
    out.record(EventType.DRIVER_RESTED, Facts.of("dutyS", state.duty().drivingS()));
    state = state.with(new IcvState.Duty(0, state.duty().todayS(), rested, state.duty().serial()));
    if (state.fault().isEmpty()) {
      driveOn("rested");
    }
  }

  // rules ---------------------------------------------------------------------------------------

  private Facts facts() {
    return IcvFacts.at(spec, state, now(), state.place().road());
  }

  private Judgement judge(Moment moment) {
    return judge(moment, Facts.empty());
  }

  private Judgement judge(Moment moment, Facts further) {
    return judge(moment, further, state.place().road());
  }

  private Judgement judge(Moment moment, Facts further, String road) {
    Facts facts = IcvFacts.at(spec, state, now(), road).and(further);
    return Judgement.of(rules, moment, facts).record(out, spec.id().value());
  }

  /** Follows what is looked at again and again; a breach that goes on is reported once. */
  private void followQuietly(Judgement judgement, List<String> goingOn) {
    var begun = new Judgement(judgement.broken().filter(r -> !goingOn.contains(r.rule())).toList());
    report(begun.recordBroken(out, spec.id().value()));
    obey(judgement);
  }

  /** Does what the rules instruct, and reports what they count as a breach. */
  private void follow(Judgement judgement) {
    report(judgement);
    obey(judgement);
  }

  private void obey(Judgement judgement) {
    if (!state.place().onRoad()) {
      return;
    }
    judgement
        .instructing(Instruction.MINIMAL_RISK_MANOEUVRE)
        .or(() -> judgement.instructing(Instruction.STAY_OFF_THE_ROAD))
        .or(() -> judgement.instructing(Instruction.LEAVE_THE_ROADWAY))
        .ifPresent(ruling -> manoeuvre("rule", ruling.rule()));
    judgement
        .instructing(Instruction.STOP_AUTOMATION)
        .ifPresent(ruling -> leaveAutomation("rule", ruling.rule()));
    judgement.instructing(Instruction.REST).ifPresent(ruling -> rest(ruling.rule()));
  }

  private void report(Judgement judgement) {
    judgement.broken().forEach(this::report);
  }

  private void report(Ruling ruling) {
    var violation = ruling.consequences(Consequence.Violation.class).stream().findFirst();
    int days =
        ruling.consequences(Consequence.Suspend.class).stream()
            .mapToInt(Consequence.Suspend::days)
            .max()
            .orElse(-1);
    boolean withdraw = !ruling.consequences(Consequence.Withdraw.class).isEmpty();
    if (violation.isPresent() || days >= 0 || withdraw) {
      out.post(
          spec.authority(),
          new PermitLetter.BreachReported(
              spec.name(),
              ruling.rule(),
              violation.map(Consequence.Violation::violationClass).orElse(null),
              violation.map(Consequence.Violation::addressee).orElse("operator"),
              days,
              withdraw));
    }
  }

  // modes ---------------------------------------------------------------------------------------

  private void leaveAutomation(String cause, String rule) {
    if (state.mode() == Mode.AUTOMATED) {
      if (spec.driver().place().equals("none")) {
        manoeuvre(cause, rule);
      } else {
        requestTakeover(cause, rule);
      }
    }
  }

  /** A minimal risk manoeuvre: a gentle stop, out of the traffic where there is room. */
  private void manoeuvre(String cause, String rule) {
    if (state.mode() == Mode.MINIMAL_RISK || state.mode() == Mode.STOPPED) {
      return;
    }
    state = state.withFault(state.fault(), true);
    halt(GENTLE_MPS2, true);
    change(Mode.MINIMAL_RISK, cause, rule);
  }

  private void rest(String rule) {
    if (state.mode() == Mode.MINIMAL_RISK || state.mode() == Mode.STOPPED) {
      return;
    }
    IcvState.Duty duty = state.duty();
    int serial = duty.serial() + 1;
    state = state.with(new IcvState.Duty(duty.drivingS(), duty.todayS(), duty.lastRestS(), serial));
    halt(GENTLE_MPS2, true);
    change(Mode.MINIMAL_RISK, "rest", rule);
    out.remind(spec.driver().rest(), new VehicleLetter.RestOver(serial));
  }

  private void halt(double decelerationMps2, boolean aside) {
    out.decide(new RoadDecision.Halt(spec.name(), decelerationMps2, aside));
  }

  private void change(Mode mode, String cause, String rule) {
    if (state.mode() == mode) {
      return;
    }
    Facts facts = Facts.of("from", state.mode().written(), "to", mode.written(), "cause", cause);
    if (!rule.isEmpty()) {
      facts = facts.with("rule", rule);
    }
    if (state.place().onRoad()) {
      facts = facts.with("road", state.place().road());
    }
    out.record(EventType.MODE_CHANGED, facts);
    state = state.with(mode);
  }
}
