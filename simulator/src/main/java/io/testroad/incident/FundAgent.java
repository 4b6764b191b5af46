package io.testroad.incident;

import io.testroad.engine.Agent;
import io.testroad.engine.AgentId;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Letter;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.RunBegan;
import io.testroad.engine.Turn;
import io.testroad.protocol.IncidentLetter;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.TreeMap;

/**
 * The relief fund for road accidents, which pays for rescue that nobody else can pay for.
 *
 * <p>Source: Hubei's rules in force since 1 July 2023 as reported: review within 3 working days,
 * payment within 2 working days after that, for 7 days of rescue, more where there is a reason for
 * it; without the former limits of 72 hours and 40,000 CNY. That it takes the time it has is an
 * assumption.
 */
public final class FundAgent implements Agent<FundState> {

  private static final String REVIEW = "review";
  private static final String PAYMENT = "payment";
  private static final int REVIEW_DAYS = 3;
  private static final int PAYMENT_DAYS = 2;
  private static final int RESCUE_DAYS = 7;

  private final FundSpec spec;

  /** The agent of a fund. */
  public FundAgent(FundSpec spec) {
    this.spec = spec;
  }

  @Override
  public AgentId id() {
    return FundSpec.ID;
  }

  @Override
  public FundState initialState() {
    return new FundState(new TreeMap<>());
  }

  @Override
  public Outcome<FundState> take(FundState state, Turn turn) {
    var out = new Outcome.Builder(id(), turn);
    FundState next = state;
    for (Mail mail : turn.inbox()) {
      next = handle(next, mail.letter(), turn, out);
    }
    return out.become(next, Facts.empty());
  }

  private FundState handle(FundState state, Letter letter, Turn turn, Outcome.Builder out) {
    if (letter instanceof RunBegan) {
      return state;
    } else if (letter instanceof IncidentLetter.FundNotified notified) {
      return notified(state, notified, turn, out);
    } else if (letter instanceof IncidentLetter.FundDue due) {
      FundState.Case known = state.cases().get(due.fundCase());
      return known == null ? state : due(state, due, known, turn, out);
    }
    throw new IllegalArgumentException(id() + " does not understand " + letter);
  }

  private FundState notified(
      FundState state, IncidentLetter.FundNotified notified, Turn turn, Outcome.Builder out) {
    int number = state.cases().size() + 1;
    out.record(
        EventType.FUND_NOTIFIED,
        "incident:" + notified.incident(),
        Facts.of(
            "incident", notified.incident(),
            "costCny", notified.costCny(),
            "ground", notified.ground()));
    remind(number, REVIEW, REVIEW_DAYS, turn, out);
    return state.with(
        number,
        new FundState.Case(
            notified.incident(),
            notified.costCny(),
            notified.rescueDay(),
            notified.lateReason(),
            turn.tick()));
  }

  private void remind(int number, String step, int days, Turn turn, Outcome.Builder out) {
    LocalDate day = spec.calendar().plusWorkingDays(turn.now().toLocalDate(), days);
    OffsetDateTime due = day.atTime(spec.calendar().closes()).atOffset(turn.now().getOffset());
    out.remindAt(due.toInstant(), new IncidentLetter.FundDue(number, step));
  }

  private FundState due(
      FundState state,
      IncidentLetter.FundDue due,
      FundState.Case known,
      Turn turn,
      Outcome.Builder out) {
    LocalDate since = turn.clock().dateTimeOf(known.stepTick()).toLocalDate();
    int days = spec.calendar().workingDaysBetween(since, turn.now().toLocalDate());
    if (due.step().equals(PAYMENT)) {
      out.record(
          EventType.FUND_PAID,
          "incident:" + known.incident(),
          Facts.of(
              "incident", known.incident(),
              "amountCny", known.costCny(),
              "afterWorkingDays", days));
      return state;
    }
    boolean late = known.rescueDay() > RESCUE_DAYS && known.lateReason().isEmpty();
    out.record(
        EventType.FUND_REVIEWED,
        "incident:" + known.incident(),
        Facts.of(
            "incident",
            known.incident(),
            "verdict",
            late ? "refused" : "approved",
            "reason",
            reason(known, late),
            "afterWorkingDays",
            days));
    if (!late) {
      remind(due.fundCase(), PAYMENT, PAYMENT_DAYS, turn, out);
    }
    return state.with(due.fundCase(), known.at(turn.tick()));
  }

  private static String reason(FundState.Case known, boolean late) {
    if (late) {
      return "rescue after " + RESCUE_DAYS + " days without a reason";
    }
    return known.lateReason().isEmpty()
        ? "rescue within " + RESCUE_DAYS + " days"
        : known.lateReason();
  }
}
