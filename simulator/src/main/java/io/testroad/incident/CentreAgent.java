package io.testroad.incident;

import io.testroad.engine.Agent;
import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.engine.Letter;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.Percept;
import io.testroad.engine.RoadDecision;
import io.testroad.engine.RunBegan;
import io.testroad.engine.Turn;
import io.testroad.network.Network;
import io.testroad.network.RoadGraph;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.VehicleLetter;
import java.util.SortedMap;

/**
 * A command centre that works as intelligence, command, action: gathers reports and makes sure of
 * them; classifies, and decides by its plans what is sent and what is done on the roads; follows
 * what units tell until the roadway is free and they have left; and accounts for it.
 *
 * <p>It knows only what it was told. Whatever it decides goes on record with who decided, under
 * which plan, and what was known then. Sources: the timeline T0 to T7 of FHWA's traffic incident
 * management measures; the loop of intelligence, command and action as Hubei's traffic police
 * describe it.
 */
public final class CentreAgent implements Agent<CentreState> {

  /** How often it is told of slow roads, s. */
  private static final double SURVEY_S = 60;

  private final CentreSpec spec;
  private final Intelligence intelligence;
  private final Command command;
  private final Action action;
  private final Dispatching dispatching;

  /** The agent of a command centre on a network. */
  public CentreAgent(CentreSpec spec, Network network, RoadGraph graph) {
    this.spec = spec;
    RoadsAround roads = new RoadsAround(network, graph);
    Measures measures = new Measures(roads);
    Ending ending = new Ending(measures);
    dispatching = new Dispatching(spec, network, graph, roads);
    Verifying verifying = new Verifying(dispatching);
    intelligence = new Intelligence(new SamePlace(roads), ending);
    command = new Command(spec, new CentreFacts(roads), verifying, measures, ending);
    action = new Action(intelligence, dispatching);
  }

  @Override
  public AgentId id() {
    return spec.id();
  }

  @Override
  public CentreState initialState() {
    return CentreState.of(spec);
  }

  @Override
  public Outcome<CentreState> take(CentreState state, Turn turn) {
    var out = new Outcome.Builder(id(), turn);
    Desk desk = new Desk(spec, state, turn, out);
    for (Mail mail : turn.inbox()) {
      handle(desk, mail);
    }
    decide(desk);
    CentreState next = desk.state();
    return out.become(next, facts(next));
  }

  /** Looks at what has changed and serves the queue, until nothing changes any more. */
  private void decide(Desk desk) {
    do {
      int number = desk.nextChanged();
      while (number >= 0) {
        command.look(desk, number);
        number = desk.nextChanged();
      }
      if (desk.isQueueMoved()) {
        dispatching.serve(desk);
      }
    } while (desk.hasChanged());
  }

  private Facts facts(CentreState state) {
    return Facts.of(
        "incident.open", CentreFacts.open(id(), state),
        "incident.total", state.opened(),
        "centre.name", spec.name(),
        "centre.freeUnits", CentreFacts.freeUnits(state),
        "centre.queue", CentreFacts.queue(state),
        "centre.unverified", CentreFacts.unverified(state));
  }

  /** It passes on to its units that are out how traffic is, if that has changed. */
  private void traffic(Desk desk, SortedMap<String, Double> slowS) {
    if (!slowS.equals(desk.slowS())) {
      desk.know(slowS);
      dispatching.tellTraffic(desk);
    }
  }

  private void handle(Desk desk, Mail mail) {
    Letter letter = mail.letter();
    if (letter instanceof RunBegan) {
      if (!spec.units().isEmpty()) {
        desk.decide(new RoadDecision.Survey(SURVEY_S));
      }
    } else if (letter instanceof Percept.TravelTimes times) {
      traffic(desk, times.seconds());
    } else if (letter instanceof IncidentLetter.Reported report) {
      reported(desk, report);
    } else if (letter instanceof IncidentLetter.ReportedGone gone) {
      gone(desk, gone);
    } else if (letter instanceof IncidentLetter.PassedOn passed) {
      intelligence.passedOn(desk, passed);
    } else if (letter instanceof IncidentLetter.UnitFree free) {
      action.free(desk, free);
    } else if (letter instanceof IncidentLetter.RunEnding) {
      Ending.leftOpen(desk);
    } else if (letter instanceof IncidentLetter incident) {
      about(desk, mail.from(), incident);
    } else if (letter instanceof VehicleLetter fence) {
      Geofences.handle(desk, fence);
    } else {
      throw new IllegalArgumentException(id() + " does not understand " + letter);
    }
  }

  private void reported(Desk desk, IncidentLetter.Reported report) {
    Dispatching.heardFrom(desk, report);
    AgentId other = spec.surroundings().others().get(report.seen().road());
    if (other == null || intelligence.knows(desk, report)) {
      intelligence.reported(desk, report);
    } else {
      desk.post(other, report);
    }
  }

  private void gone(Desk desk, IncidentLetter.ReportedGone gone) {
    AgentId other = spec.surroundings().others().get(gone.seen().road());
    if (!intelligence.gone(desk, gone) && other != null) {
      desk.post(other, gone);
    }
  }

  private void about(Desk desk, AgentId from, IncidentLetter letter) {
    if (letter instanceof IncidentLetter.IncidentTold told) {
      told(desk, from, told);
    } else if (letter instanceof IncidentLetter.SupportAsked ask) {
      Support.asked(desk, ask);
    } else if (letter instanceof IncidentLetter.VerificationDue due) {
      Picture picture = desk.pictures().find(due.incident());
      if (picture != null && desk.commands(picture)) {
        command.due(desk, picture, due);
      }
    } else if (letter instanceof IncidentLetter.ReviewDue due) {
      Picture picture = desk.pictures().find(due.incident());
      if (picture != null && desk.commands(picture)) {
        command.due(desk, picture, due);
      }
    } else if (letter instanceof IncidentLetter.Checked checked) {
      checked(desk, from, checked);
    } else if (!action.handle(desk, from, letter)) {
      throw new IllegalArgumentException(id() + " does not understand " + letter);
    }
  }

  private static void told(Desk desk, AgentId from, IncidentLetter.IncidentTold told) {
    if (told.takeOver()) {
      HandOver.take(desk, from, told);
    } else if (told.reason().equals(HandOver.CLOSED)) {
      HandOver.over(desk, told.incident());
    }
  }

  private void checked(Desk desk, AgentId from, IncidentLetter.Checked checked) {
    Picture picture = desk.pictures().find(checked.inquiry());
    if (picture == null) {
      return;
    }
    if (!desk.commands(picture)) {
      desk.post(picture.commander(), checked);
    } else if (checked.sights().isEmpty() && !checked.conclusive()) {
      command.inconclusive(desk, picture);
    } else {
      intelligence.checked(desk, picture, from, checked);
    }
  }
}
