package io.testroad.vehicle;

import io.testroad.engine.Agent;
import io.testroad.engine.AgentId;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Letter;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.RandomStream;
import io.testroad.engine.RunBegan;
import io.testroad.engine.Turn;
import io.testroad.protocol.PermitLetter;
import io.testroad.protocol.VehicleLetter;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * A fleet's operator: applies for permits, sends vehicles on trips, and staffs the remote seats.
 *
 * <p>A takeover request that finds every seat busy waits in a queue, first come first served; a
 * seat that is given serves one vehicle for a log-normal time.
 */
public final class OperatorAgent implements Agent<OperatorState> {

  private static final double SERVICE_SIGMA = 0.4;

  private final OperatorSpec spec;
  private final RandomStream serviceTimes;

  /** The agent of an operator; service times are drawn from the stream, by takeover given. */
  public OperatorAgent(OperatorSpec spec, RandomStream serviceTimes) {
    this.spec = spec;
    this.serviceTimes = serviceTimes;
  }

  @Override
  public AgentId id() {
    return spec.id();
  }

  @Override
  public OperatorState initialState() {
    return new OperatorState(0, null, 0, java.util.List.of(), 0);
  }

  @Override
  public Outcome<OperatorState> take(OperatorState state, Turn turn) {
    var out = new Outcome.Builder(id(), turn);
    OperatorState next = state;
    for (Mail mail : turn.inbox()) {
      next = handle(next, mail.letter(), turn, out);
    }
    return out.become(
        next,
        Facts.of(
            "operator.name", spec.fleet(),
            "operator.busySeats", next.busySeats(),
            "operator.queue", next.queue().size(),
            "operator.applications", next.applications()));
  }

  private OperatorState handle(OperatorState state, Letter letter, Turn turn, Outcome.Builder out) {
    if (letter instanceof RunBegan) {
      begin(out);
      return state;
    } else if (letter instanceof VehicleLetter.TripDue due) {
      var trip = spec.timetable().get(due.trip());
      out.post(AgentId.vehicle(trip.vehicle()), trip.order());
      return state;
    } else if (letter instanceof VehicleLetter.CampaignDue) {
      return declare(state, turn, out);
    } else if (letter instanceof VehicleLetter.RenewalDue due) {
      return applyForPlate(state, due.vehicle(), turn, out);
    } else if (letter instanceof VehicleLetter.TakeoverAsked asked) {
      return asked(state, asked, out);
    } else if (letter instanceof VehicleLetter.SeatFree) {
      return seatFree(state, out);
    } else if (letter instanceof PermitLetter permit) {
      return receive(state, permit, turn, out);
    }
    throw new IllegalArgumentException(id() + " does not understand " + letter);
  }

  private void begin(Outcome.Builder out) {
    for (int trip = 0; trip < spec.timetable().size(); trip++) {
      out.remind(spec.timetable().get(trip).after(), new VehicleLetter.TripDue(trip));
    }
    spec.campaign()
        .ifPresent(campaign -> out.remind(campaign.after(), new VehicleLetter.CampaignDue()));
  }

  // permits -------------------------------------------------------------------------------------

  private OperatorState declare(OperatorState state, Turn turn, Outcome.Builder out) {
    var campaign = spec.campaign().orElseThrow();
    return file(
        state,
        campaign.declarations(),
        PermitLetter.Matter.DECLARATION,
        "",
        turn.clock().instantOf(turn.tick()),
        campaign.declarationUntil(),
        out);
  }

  private OperatorState applyForPlate(
      OperatorState state, String vehicle, Turn turn, Outcome.Builder out) {
    var campaign = spec.campaign().orElseThrow();
    OffsetDateTime from = turn.now();
    Instant until = from.plusMonths(campaign.plateMonths()).toInstant();
    Instant declared = state.declaredUntil();
    if (declared == null || !declared.isAfter(from.toInstant())) {
      return state;
    }
    return file(
        state,
        campaign.plates(),
        PermitLetter.Matter.PLATE,
        vehicle,
        from.toInstant(),
        until.isAfter(declared) ? declared : until,
        out);
  }

  private OperatorState file(
      OperatorState state,
      AgentId authority,
      PermitLetter.Matter matter,
      String vehicle,
      Instant from,
      Instant until,
      Outcome.Builder out) {
    int number = state.applications() + 1;
    Instant declared = state.declaredUntil();
    Facts request =
        spec.campaign()
            .orElseThrow()
            .request()
            .and(
                Facts.of(
                    "request.kind", matter.written(),
                    "request.validFrom", from,
                    "request.validUntil", until,
                    "request.certificateUntil", declared == null ? Instant.EPOCH : declared,
                    "vehicle.name", vehicle));
    Facts event = Facts.of("kind", matter.written(), "applicant", spec.fleet());
    out.record(
        EventType.APPLICATION_FILED, vehicle.isEmpty() ? event : event.with("vehicle", vehicle));
    out.post(authority, new PermitLetter.ApplicationFiled(number, matter, vehicle, request));
    return state.withApplications(number);
  }

  private OperatorState receive(
      OperatorState state, PermitLetter letter, Turn turn, Outcome.Builder out) {
    if (letter instanceof PermitLetter.DeclarationConfirmed confirmed) {
      OperatorState next = state.declaredUntil(confirmed.validUntil());
      for (String vehicle : spec.vehicles()) {
        out.post(AgentId.vehicle(vehicle), confirmed);
        next = applyForPlate(next, vehicle, turn, out);
      }
      return next;
    } else if (letter instanceof PermitLetter.PlateIssued issued) {
      Instant declared = state.declaredUntil();
      if (declared != null && issued.validUntil().isBefore(declared)) {
        remindOfRenewal(issued, out);
      }
      return state;
    } else if (letter instanceof PermitLetter.ApplicationRefused) {
      return state;
    }
    throw new IllegalArgumentException(id() + " does not understand " + letter);
  }

  /** A plate that lasts as long as the declaration has nothing to be renewed for. */
  private void remindOfRenewal(PermitLetter.PlateIssued issued, Outcome.Builder out) {
    spec.campaign()
        .flatMap(OperatorSpec.Campaign::renewalLead)
        .ifPresent(
            lead ->
                out.remindAt(
                    issued.validUntil().minus(lead),
                    new VehicleLetter.RenewalDue(issued.vehicle())));
  }

  // remote seats --------------------------------------------------------------------------------

  private OperatorState asked(
      OperatorState state, VehicleLetter.TakeoverAsked asked, Outcome.Builder out) {
    if (state.busySeats() >= spec.seats()) {
      return state.withSeats(state.busySeats(), state.queueWith(asked), state.answered());
    }
    serve(asked, state.answered(), out);
    return state.withSeats(state.busySeats() + 1, state.queue(), state.answered() + 1);
  }

  private void serve(VehicleLetter.TakeoverAsked asked, int answered, Outcome.Builder out) {
    double mean = spec.serviceTime().toMillis();
    double mu = StrictMath.log(mean) - SERVICE_SIGMA * SERVICE_SIGMA / 2;
    double drawn = StrictMath.exp(mu + SERVICE_SIGMA * serviceTimes.gaussian(answered));
    Duration after = Duration.ofMillis(Math.round(drawn));
    out.postAfter(
        after, AgentId.vehicle(asked.vehicle()), new VehicleLetter.TakeoverGiven(asked.serial()));
    out.remind(after, new VehicleLetter.SeatFree());
  }

  private OperatorState seatFree(OperatorState state, Outcome.Builder out) {
    if (state.queue().isEmpty()) {
      return state.withSeats(state.busySeats() - 1, state.queue(), state.answered());
    }
    serve(state.queue().get(0), state.answered(), out);
    return state.withSeats(
        state.busySeats(), state.queue().subList(1, state.queue().size()), state.answered() + 1);
  }
}
