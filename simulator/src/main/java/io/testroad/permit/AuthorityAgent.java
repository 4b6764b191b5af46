package io.testroad.permit;

import io.testroad.engine.Agent;
import io.testroad.engine.AgentId;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Letter;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.RunBegan;
import io.testroad.engine.Turn;
import io.testroad.policy.Moment;
import io.testroad.policy.RuleBook;
import io.testroad.protocol.PermitLetter;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A permit authority: takes applications and decides them with the others when its working time is
 * over, issues plates, keeps each vehicle's record and a docket of what is owed, takes accidents on
 * file, and sanctions what the rules say.
 */
public final class AuthorityAgent implements Agent<AuthorityState> {

  private final AuthoritySpec spec;
  private final RuleBook rules;

  /** The agent of an authority. */
  public AuthorityAgent(AuthoritySpec spec, RuleBook rules) {
    this.spec = spec;
    this.rules = rules;
  }

  @Override
  public AgentId id() {
    return spec.id();
  }

  @Override
  public AuthorityState initialState() {
    SortedMap<String, AuthorityState.Plate> plates = new TreeMap<>();
    SortedMap<String, AuthorityState.VehicleRecord> records = new TreeMap<>();
    spec.plates()
        .forEach(
            (number, held) -> {
              plates.put(
                  number, new AuthorityState.Plate(held.vehicle(), held.validUntil(), "valid"));
              records.put(
                  held.vehicle(),
                  AuthorityState.VehicleRecord.CLEAN.of(held.operator(), "").withPlate(number));
            });
    return AuthorityState.of(records, plates);
  }

  @Override
  public Outcome<AuthorityState> take(AuthorityState state, Turn turn) {
    var out = new Outcome.Builder(id(), turn);
    var desk = new Desk(spec, rules, turn, out, state);
    var work = new Work(desk);
    turn.inbox().forEach(work::handle);
    AuthorityState next = desk.close();
    return out.become(
        next,
        Facts.of(
            "authority.name", spec.name(),
            "authority.platesIssued", next.counts().platesIssued(),
            "authority.refusals", next.counts().refusals()));
  }

  /** One turn's work: brings each letter to the desk that knows what to do about it. */
  private static final class Work {
    private final Desk desk;
    private final Sanctions sanctions;
    private final Applications applications;
    private final Docket docket;
    private final Accidents accidents;

    Work(Desk desk) {
      this.desk = desk;
      sanctions = new Sanctions(desk);
      applications = new Applications(desk, sanctions);
      docket = new Docket(desk, sanctions);
      accidents = new Accidents(desk, sanctions);
    }

    void handle(Mail mail) {
      Letter letter = mail.letter();
      if (letter instanceof RunBegan
          || application(mail, letter)
          || owed(letter)
          || sanction(mail, letter)) {
        return;
      } else if (letter instanceof PermitLetter.AccidentReported reported) {
        accidents.reported(reported);
      } else if (letter instanceof PermitLetter.DeterminationDue due) {
        accidents.determined(due.accident());
      } else if (letter instanceof PermitLetter.PlateRead read) {
        accidents.plateRead(read);
      } else if (letter instanceof PermitLetter.OrganisationShown shown) {
        inspect(mail.from(), shown);
      } else {
        throw new IllegalArgumentException(desk.spec().id() + " does not understand " + letter);
      }
    }

    private boolean application(Mail mail, Letter letter) {
      if (letter instanceof PermitLetter.ApplicationFiled filed) {
        applications.filed(mail.from(), filed);
      } else if (letter instanceof PermitLetter.DecisionDue due) {
        applications.decisionDue(due);
      } else if (letter instanceof PermitLetter.OpinionAsked asked) {
        applications.opinionAsked(mail.from(), asked);
      } else if (letter instanceof PermitLetter.OpinionDue due) {
        applications.opinionDue(due);
      } else if (letter instanceof PermitLetter.OpinionGiven given) {
        applications.opinionGiven(mail.from(), given);
      } else if (letter instanceof PermitLetter.DeclarationEnds ends) {
        applications.declarationEnds(ends);
      } else if (letter instanceof PermitLetter.DeclarationOver over) {
        docket.declarationOver(over.applicant().name());
      } else {
        return false;
      }
      return true;
    }

    private boolean owed(Letter letter) {
      if (letter instanceof PermitLetter.ObligationStarts starts) {
        docket.starts(starts);
      } else if (letter instanceof PermitLetter.ObligationFulfilled fulfilled) {
        docket.fulfilled(fulfilled.number());
      } else if (letter instanceof PermitLetter.ObligationPerformed performed) {
        docket.fulfilled(performed.number());
      } else if (letter instanceof PermitLetter.ObligationDue due) {
        docket.due(due.number());
      } else {
        return false;
      }
      return true;
    }

    private boolean sanction(Mail mail, Letter letter) {
      if (letter instanceof PermitLetter.BreachReported breach) {
        sanctions.reported(breach);
      } else if (letter instanceof PermitLetter.SuspensionEnds ends) {
        sanctions.suspensionEnds(ends);
      } else if (letter instanceof PermitLetter.RestrictionEnds ends) {
        sanctions.restrictionEnds(ends.restriction());
      } else if (letter instanceof PermitLetter.ReleaseAsked asked) {
        sanctions.release(asked);
      } else if (letter instanceof PermitLetter.CorrectionShown shown) {
        sanctions.corrected(mail.from(), shown);
      } else if (letter instanceof PermitLetter.CorrectedLate late) {
        sanctions.correctedLate(late);
      } else if (letter instanceof PermitLetter.CorrectionDue due) {
        sanctions.correctionDue(due);
      } else if (letter instanceof PermitLetter.AppealFiled filed) {
        sanctions.appealFiled(mail.from(), filed);
      } else if (letter instanceof PermitLetter.AppealDue due) {
        sanctions.appealDue(due);
      } else {
        return false;
      }
      return true;
    }

    private void inspect(AgentId operator, PermitLetter.OrganisationShown shown) {
      desk.out()
          .record(
              EventType.OPERATOR_INSPECTED,
              operator.value(),
              Facts.of("operator", operator.name()));
      sanctions.follow(
          desk.judge(Moment.OPERATOR_INSPECTED, shown.facts(), operator.name(), ""),
          operator.name(),
          "");
    }
  }
}
