package io.testroad.vehicle;

import io.testroad.engine.Agent;
import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.engine.Letter;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.RandomStream;
import io.testroad.engine.RunBegan;
import io.testroad.engine.Turn;
import io.testroad.policy.Consequence;
import io.testroad.policy.RuleBook;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.PermitLetter;
import io.testroad.protocol.SceneLetter;
import io.testroad.protocol.VehicleLetter;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A fleet's operator: applies for permits and later stages, renews plates, declares changes, sends
 * vehicles on trips and on duty by the calendar, keeps account of what they drive, reports what it
 * owes, and staffs the remote seats.
 */
public final class OperatorAgent implements Agent<OperatorState> {

  private final OperatorSpec spec;
  private final RuleBook rules;
  private final RandomStream serviceTimes;
  private final RandomStream calendar;

  /**
   * The agent of an operator.
   *
   * @param rules what it knows of the rules: it keeps to them before it applies or sets out
   * @param serviceTimes remote operators' times are drawn from it, by takeover given
   * @param calendar what happens on duty by the calendar is drawn from it, by vehicle and shift
   */
  public OperatorAgent(
      OperatorSpec spec, RuleBook rules, RandomStream serviceTimes, RandomStream calendar) {
    this.spec = spec;
    this.rules = rules;
    this.serviceTimes = serviceTimes;
    this.calendar = calendar;
  }

  @Override
  public AgentId id() {
    return spec.id();
  }

  @Override
  public OperatorState initialState() {
    int first = spec.campaign().map(OperatorSpec.Campaign::first).orElse(spec.vehicles().size());
    SortedMap<String, OperatorState.Dossier> dossiers = new TreeMap<>();
    for (int i = 0; i < spec.vehicles().size(); i++) {
      String vehicle = spec.vehicles().get(i);
      dossiers.put(
          vehicle, OperatorState.Dossier.of(i < first, spec.papers().plates().get(vehicle)));
    }
    return new OperatorState(
        0,
        new TreeMap<>(),
        spec.papers().permit().orElse(null),
        0,
        OperatorState.Seats.FREE,
        dossiers,
        new TreeMap<>(),
        new TreeMap<>(),
        OperatorState.Day.NONE,
        OperatorState.Count.FIRST,
        spec.papers().software(),
        spec.given(),
        -1,
        Emergency.NONE);
  }

  @Override
  public Outcome<OperatorState> take(OperatorState state, Turn turn) {
    var out = new Outcome.Builder(id(), turn);
    var desk = new OperatorDesk(spec, rules, calendar, turn, out, state);
    var work = new Work(desk, serviceTimes);
    turn.inbox().forEach(work::handle);
    OperatorState next = desk.close();
    return out.become(
        next,
        Facts.of(
            "operator.name", spec.fleet(),
            "operator.busySeats", next.seats().busy(),
            "operator.queue", next.seats().queue().size(),
            "operator.waitS", work.seats.waitS(),
            "operator.longestWaitS", next.seats().longestS(),
            "operator.stops", next.emergency().stops().size(),
            "operator.applications", next.applications()));
  }

  /** One turn's work: brings each letter to those who know what to do about it. */
  private static final class Work {
    private final OperatorDesk desk;
    private final OperatorSpec spec;
    private final Experience experience;
    private final Campaigning campaigning;
    private final Compliance compliance;
    private final Roster roster;
    private final OperatorDuties duties;
    private final OperatorOutages outages;
    private final RemoteSeats seats;

    Work(OperatorDesk desk, RandomStream serviceTimes) {
      this.desk = desk;
      spec = desk.spec();
      experience = new Experience(desk);
      campaigning = new Campaigning(desk, experience);
      compliance = new Compliance(desk);
      roster = new Roster(desk, experience);
      duties = new OperatorDuties(desk);
      outages = new OperatorOutages(desk);
      seats = new RemoteSeats(desk, serviceTimes, duties);
    }

    void handle(Mail mail) {
      Letter letter = mail.letter();
      if (letter instanceof RunBegan) {
        begin();
      } else if (letter instanceof VehicleLetter vehicle) {
        receive(vehicle);
      } else if (!application(letter)
          && !sanction(mail, letter)
          && !owed(mail, letter)
          && !emergency(mail, letter)) {
        throw notUnderstood(letter);
      }
    }

    private IllegalArgumentException notUnderstood(Letter letter) {
      return new IllegalArgumentException(spec.id() + " does not understand " + letter);
    }

    private void begin() {
      for (int trip = 0; trip < spec.timetable().size(); trip++) {
        desk.out().remind(spec.timetable().get(trip).after(), new VehicleLetter.TripDue(trip));
      }
      campaigning.begin();
      compliance.begin();
      roster.begin();
    }

    private void receive(VehicleLetter letter) {
      if (letter instanceof VehicleLetter.TripDue due) {
        var trip = spec.timetable().get(due.trip());
        desk.out().post(AgentId.vehicle(trip.vehicle()), trip.order());
      } else if (letter instanceof VehicleLetter.CampaignDue due) {
        campaigning.due(due.stage());
      } else if (letter instanceof VehicleLetter.RenewalDue due) {
        campaigning.applyForPlate(due.vehicle());
      } else if (letter instanceof VehicleLetter.DeclarationRenewalDue due) {
        campaigning.renewDeclaration(due.application());
      } else if (letter instanceof VehicleLetter.AnotherTryDue due) {
        campaigning.anotherTry(due);
      } else if (letter instanceof VehicleLetter.ChangeWanted wanted) {
        campaigning.wantChange(wanted);
      } else if (letter instanceof VehicleLetter.AdditionWanted wanted) {
        campaigning.wantAddition(wanted);
      } else if (letter instanceof VehicleLetter.TakeoverAsked asked) {
        seats.asked(asked);
      } else if (letter instanceof VehicleLetter.SeatFree) {
        seats.seatFree();
      } else if (letter instanceof VehicleLetter.FactsGiven given) {
        desk.give(given.given());
      } else if (!help(letter) && !breakdown(letter)) {
        duty(letter);
      }
    }

    private boolean help(VehicleLetter letter) {
      if (letter instanceof VehicleLetter.AssistanceAsked asked) {
        seats.asked(asked);
      } else if (letter instanceof VehicleLetter.AssistanceWithdrawn withdrawn) {
        seats.withdrawn(withdrawn.vehicle(), withdrawn.serial());
      } else if (letter instanceof VehicleLetter.SessionOver over) {
        seats.sessionOver(over.session());
      } else if (letter instanceof VehicleLetter.RestartDue) {
        seats.serve();
      } else if (letter instanceof VehicleLetter.RemoteOrderDone done) {
        duties.answer(
            done.commander(), done.incident(), done.vehicle(), done.measure(), done.outcome());
      } else {
        return false;
      }
      return true;
    }

    private boolean breakdown(VehicleLetter letter) {
      if (letter instanceof VehicleLetter.StopTold stop) {
        if (duties.told(stop)) {
          seats.look(stop.vehicle());
        }
      } else if (letter instanceof VehicleLetter.StopOver over) {
        seats.goesOn(over.vehicle());
        duties.over(over.vehicle());
      } else if (letter instanceof VehicleLetter.HelpedInVain helped) {
        duties.helpedInVain(helped.vehicle());
      } else if (letter instanceof VehicleLetter.OutageBegins outage) {
        outages.begins(outage);
      } else if (letter instanceof VehicleLetter.OutageEnds end) {
        if (outages.ends(end)) {
          seats.serve();
        }
      } else if (letter instanceof VehicleLetter.GeofenceOrdered
          || letter instanceof VehicleLetter.GeofenceLifted) {
        duties.passOn(letter);
      } else {
        return false;
      }
      return true;
    }

    /** What centres want, and what an officer sees. */
    private boolean emergency(Mail mail, Letter letter) {
      if (letter instanceof IncidentLetter.CheckAsked asked) {
        duties.checkAsked(asked, mail.from());
      } else if (letter instanceof IncidentLetter.OperatorAsked asked) {
        if (asked.measure().equals("send-crew")) {
          duties.crewAsked(asked, mail.from());
        } else {
          seats.asked(asked, mail.from());
        }
      } else if (letter instanceof SceneLetter.Looked looked) {
        duties.looked(looked);
      } else {
        return false;
      }
      return true;
    }

    private void duty(VehicleLetter letter) {
      if (letter instanceof VehicleLetter.ShiftDue due) {
        roster.shiftDue(due);
        if (!due.begins()) {
          campaigning.applyWhenReady();
        }
      } else if (letter instanceof VehicleLetter.OccurrenceDue due) {
        roster.occurs(due);
      } else if (letter instanceof VehicleLetter.WindowDue due) {
        roster.windowDue(due);
      } else if (letter instanceof VehicleLetter.TripAccounted trip) {
        roster.tripEnded(trip);
        campaigning.applyWhenReady();
      } else {
        throw notUnderstood(letter);
      }
    }

    private boolean application(Letter letter) {
      if (letter instanceof PermitLetter.DeclarationConfirmed confirmed) {
        campaigning.confirmed(confirmed);
      } else if (letter instanceof PermitLetter.PlateIssued issued) {
        campaigning.plateIssued(issued);
      } else if (letter instanceof PermitLetter.ApplicationRefused refused) {
        campaigning.refused(refused);
      } else if (letter instanceof PermitLetter.ChangeConfirmed confirmed) {
        campaigning.changeConfirmed(confirmed);
      } else if (letter instanceof PermitLetter.AdditionConfirmed confirmed) {
        campaigning.additionConfirmed(confirmed);
      } else {
        return false;
      }
      return true;
    }

    private boolean sanction(Mail mail, Letter letter) {
      if (letter instanceof PermitLetter.ViolationNoted) {
        experience.violated();
      } else if (letter instanceof PermitLetter.ResponsibilityDetermined determined) {
        experience.determined(determined.responsibility());
      } else if (letter instanceof PermitLetter.PermitSuspended suspended) {
        sanctioned(suspended.vehicle(), "suspended", suspended.rule());
      } else if (letter instanceof PermitLetter.PermitWithdrawn withdrawn) {
        sanctioned(withdrawn.vehicle(), "withdrawn", withdrawn.rule());
        desk.dossiers()
            .put(
                withdrawn.vehicle(),
                desk.dossier(withdrawn.vehicle()).withPlate("", java.time.Instant.EPOCH));
      } else if (letter instanceof PermitLetter.PermitReinstated reinstated) {
        reinstated(reinstated.vehicle());
      } else if (letter instanceof PermitLetter.VehicleDetained detained) {
        roster.endShift(detained.vehicle());
        desk.dossiers().put(detained.vehicle(), desk.dossier(detained.vehicle()).detained(true));
        campaigning.detained(detained);
      } else if (letter instanceof PermitLetter.VehicleReleased released) {
        desk.dossiers().put(released.vehicle(), desk.dossier(released.vehicle()).detained(false));
      } else if (letter instanceof PermitLetter.CorrectionOrdered ordered) {
        compliance.mustCorrect(ordered, mail.from());
      } else {
        return restriction(letter) || letter instanceof PermitLetter.AppealDecided;
      }
      return true;
    }

    /** A vehicle that may no longer drive by itself comes back; a cap holds from the next shift. */
    private boolean restriction(Letter letter) {
      if (letter instanceof PermitLetter.PermitRestricted restricted) {
        limit(restricted.vehicle(), restricted.to(), true, restricted.speedMps());
        if (restricted.to() == Consequence.Limit.MANUAL) {
          roster.endShift(restricted.vehicle());
        }
      } else if (letter instanceof PermitLetter.RestrictionLifted lifted) {
        limit(lifted.vehicle(), lifted.to(), false, 0);
      } else {
        return false;
      }
      return true;
    }

    private void limit(String vehicle, Consequence.Limit to, boolean ordered, double capMps) {
      OperatorState.Dossier dossier = desk.dossier(vehicle);
      desk.dossiers().put(vehicle, dossier.limited(dossier.limits().with(to, ordered, capMps)));
    }

    private void sanctioned(String vehicle, String status, String rule) {
      roster.endShift(vehicle);
      desk.dossiers().put(vehicle, desk.dossier(vehicle).withStatus(status));
      compliance.sanctioned(vehicle, rule);
    }

    /** A permit that holds again needs a plate, where the old one is void. */
    private void reinstated(String vehicle) {
      desk.dossiers().put(vehicle, desk.dossier(vehicle).withStatus("valid"));
      if (desk.dossier(vehicle).plate().isEmpty() && spec.campaign().isPresent()) {
        campaigning.applyForPlate(vehicle);
      }
    }

    private boolean owed(Mail mail, Letter letter) {
      if (letter instanceof PermitLetter.ObligationArises owed) {
        compliance.owes(owed, mail.from());
      } else if (letter instanceof PermitLetter.InspectionDue) {
        compliance.inspected();
      } else {
        return false;
      }
      return true;
    }
  }
}
