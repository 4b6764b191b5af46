package io.testroad.incident;

import io.testroad.engine.Agent;
import io.testroad.engine.AgentId;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Letter;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.RoadDecision;
import io.testroad.engine.RunBegan;
import io.testroad.engine.Turn;
import io.testroad.network.Network;
import io.testroad.network.RoadGraph;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.VehicleLetter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A command centre that works as intelligence, command, action: gathers reports, checks them,
 * closes the lane, sends the unit that gets there first, and reopens the lane when it is clear.
 *
 * <p>Reports of the same place (the same road, within fifty metres) are one incident. Dispatch is
 * nearest by free-flow time; when every unit is busy it looks again later. Sources: the timeline T0
 * to T6 of FHWA's traffic incident management measures; dispatch "nearest by time" of the dispatch
 * policies in the facts.
 */
public final class CentreAgent implements Agent<CentreState> {

  private static final double SAME_PLACE_M = 50;

  /** What must come to take a stalled or crashed vehicle away. */
  private static final String TOW = "tow";

  private static final double STOP_BEFORE_M = 15;

  private final CentreSpec spec;
  private final Dispatch dispatch;
  private final Network network;

  /** The agent of a command centre on a network. */
  public CentreAgent(CentreSpec spec, Network network, RoadGraph graph) {
    this.spec = spec;
    this.network = network;
    dispatch = new Dispatch(spec, network, graph);
  }

  @Override
  public AgentId id() {
    return spec.id();
  }

  @Override
  public CentreState initialState() {
    TreeMap<String, CentreState.Post> units = new TreeMap<>();
    spec.units().forEach(u -> units.put(u.name(), new CentreState.Post(u.station(), false)));
    return new CentreState(0, new TreeMap<>(), units, new TreeMap<>());
  }

  @Override
  public Outcome<CentreState> take(CentreState state, Turn turn) {
    var out = new Outcome.Builder(id(), turn);
    CentreState next = state;
    for (Mail mail : turn.inbox()) {
      next = handle(next, mail.letter(), turn, out);
    }
    long free = next.units().values().stream().filter(post -> !post.busy()).count();
    return out.become(
        next,
        Facts.of(
            "incident.open", next.incidents().size(),
            "incident.total", next.opened(),
            "centre.name", spec.name(),
            "centre.freeUnits", free));
  }

  private CentreState handle(CentreState state, Letter letter, Turn turn, Outcome.Builder out) {
    if (letter instanceof RunBegan) {
      return state;
    } else if (letter instanceof IncidentLetter.IncidentReported report) {
      return reported(state, report, turn, out);
    } else if (letter instanceof IncidentLetter.VerificationDone done) {
      return verified(state, done.incident(), turn, out);
    } else if (letter instanceof IncidentLetter.DispatchRetry retry) {
      return send(state, retry.incident(), turn, out);
    } else if (letter instanceof IncidentLetter.UnitOnScene onScene) {
      return onScene(state, onScene.incident(), turn, out);
    } else if (letter instanceof IncidentLetter.SceneCleared cleared) {
      return cleared(state, cleared, turn, out);
    } else if (letter instanceof IncidentLetter.ObstacleGone gone) {
      return gone(state, gone.vehicle());
    } else if (letter instanceof VehicleLetter.GeofenceOrdered order) {
      return geofenceOrdered(state, order, turn, out);
    } else if (letter instanceof VehicleLetter.GeofenceLifted lifted) {
      return geofenceLifted(state, lifted.geofence(), out);
    } else if (letter instanceof VehicleLetter.GeofenceEnds ends) {
      CentreState.Geofence geofence = state.geofences().get(ends.geofence());
      boolean over = geofence != null && !geofence.until().isAfter(turn.now().toInstant());
      return over ? geofenceLifted(state, ends.geofence(), out) : state;
    }
    throw new IllegalArgumentException(id() + " does not understand " + letter);
  }

  // geofences -----------------------------------------------------------------------------------

  private static CentreState geofenceOrdered(
      CentreState state, VehicleLetter.GeofenceOrdered order, Turn turn, Outcome.Builder out) {
    Duration lasts = Duration.ofMillis(Math.round(order.lastsS() * 1000));
    Instant until = turn.now().toInstant().plus(lasts);
    out.record(
        EventType.GEOFENCE_ORDERED,
        Facts.of("geofence", order.geofence(), "zone", order.zone(), "until", until));
    out.remind(lasts, new VehicleLetter.GeofenceEnds(order.geofence()));
    return state.with(order.geofence(), new CentreState.Geofence(order.zone(), until));
  }

  private static CentreState geofenceLifted(CentreState state, String name, Outcome.Builder out) {
    CentreState.Geofence geofence = state.geofences().get(name);
    if (geofence == null) {
      return state;
    }
    out.record(EventType.GEOFENCE_LIFTED, Facts.of("geofence", name, "zone", geofence.zone()));
    return state.withoutGeofence(name);
  }

  // intelligence --------------------------------------------------------------------------------

  private CentreState reported(
      CentreState state, IncidentLetter.IncidentReported report, Turn turn, Outcome.Builder out) {
    IncidentLetter.RoadOccurrence occurrence = report.occurrence();
    for (CentreState.Incident open : state.incidents().values()) {
      if (open.vehicles().contains(occurrence.vehicle())) {
        return state;
      }
      if (open.road().equals(occurrence.road())
          && Math.abs(open.positionM() - occurrence.positionM()) <= SAME_PLACE_M) {
        return state.with(open.with(occurrence.vehicle()));
      }
    }
    int number = state.opened() + 1;
    double latency = turn.clock().secondsAt(turn.tick() - report.occurredTick());
    out.record(
        EventType.INCIDENT_REPORTED,
        subject(number),
        Facts.of(
            "incident", number,
            "kind", occurrence.occurrence(),
            "road", occurrence.road(),
            "lane", occurrence.lane(),
            "source", report.source().value(),
            "latencyS", latency,
            "vehicle", occurrence.vehicle()));
    out.remind(spec.verification(), new IncidentLetter.VerificationDone(number));
    return state.with(
        new CentreState.Incident(
            number,
            occurrence.occurrence(),
            occurrence.road(),
            occurrence.lane(),
            occurrence.positionM(),
            List.of(occurrence.vehicle()),
            turn.tick(),
            -1,
            CentreState.Stage.REPORTED,
            ""));
  }

  private static String subject(int incident) {
    return "incident:" + incident;
  }

  private CentreState verified(CentreState state, int number, Turn turn, Outcome.Builder out) {
    CentreState.Incident incident = state.incidents().get(number);
    if (incident == null) {
      return state;
    }
    if (incident.vehicles().isEmpty()) {
      return dismiss(state, number, out);
    }
    boolean crash = incident.kind().equals("collision");
    out.record(
        EventType.INCIDENT_VERIFIED,
        subject(number),
        Facts.of(
            "incident",
            number,
            "kind",
            incident.kind(),
            "severity",
            crash ? "property-damage" : "lane-blocked"));
    if (spec.closeLane()) {
      out.decide(new RoadDecision.CloseLane(incident.road(), incident.lane()));
    }
    return send(state.with(incident.with(CentreState.Stage.VERIFIED)), number, turn, out);
  }

  private static CentreState dismiss(CentreState state, int number, Outcome.Builder out) {
    out.record(
        EventType.INCIDENT_DISMISSED,
        subject(number),
        Facts.of("incident", number, "reason", "obstacle-gone"));
    return state.without(number);
  }

  private static CentreState gone(CentreState state, String vehicle) {
    CentreState next = state;
    for (CentreState.Incident incident : state.incidents().values()) {
      if (incident.vehicles().contains(vehicle)) {
        next = next.with(incident.without(vehicle));
      }
    }
    return next;
  }

  // command -------------------------------------------------------------------------------------

  private CentreState send(CentreState state, int number, Turn turn, Outcome.Builder out) {
    CentreState.Incident incident = state.incidents().get(number);
    if (incident == null || incident.stage() != CentreState.Stage.VERIFIED) {
      return state;
    }
    if (incident.vehicles().isEmpty()) {
      reopen(state, incident, out);
      return dismiss(state, number, out);
    }
    Optional<Dispatch.Choice> choice = dispatch.choose(state, incident, TOW);
    if (choice.isEmpty()) {
      out.record(
          EventType.UNIT_UNAVAILABLE,
          subject(number),
          Facts.of("incident", number, "capability", TOW));
      out.remind(spec.retry(), new IncidentLetter.DispatchRetry(number));
      return state;
    }
    Dispatch.Choice sent = choice.get();
    out.record(
        EventType.UNIT_DISPATCHED,
        subject(number),
        Facts.of(
            "incident", number,
            "unit", sent.unit(),
            "road", incident.road(),
            "plan", sent.reason(),
            "expectedS", sent.seconds(),
            "decidedBy", spec.id().value()));
    List<String> roads =
        java.util.Arrays.stream(sent.way())
            .mapToObj(edge -> network.edges().get(edge).id())
            .toList();
    out.post(
        AgentId.vehicle(sent.unit()),
        new IncidentLetter.UnitSent(
            number, roads, Math.max(1, incident.positionM() - STOP_BEFORE_M), TOW));
    CentreState.Post post = new CentreState.Post(incident.road(), true);
    return state.with(incident.dispatched(sent.unit(), turn.tick())).with(sent.unit(), post);
  }

  // action --------------------------------------------------------------------------------------

  private static CentreState onScene(
      CentreState state, int number, Turn turn, Outcome.Builder out) {
    CentreState.Incident incident = state.incidents().get(number);
    if (incident == null) {
      return state;
    }
    out.record(
        EventType.UNIT_ARRIVED,
        subject(number),
        Facts.of(
            "incident", number,
            "unit", incident.unit(),
            "afterS", seconds(turn, incident.dispatchedTick())));
    return state.with(incident.with(CentreState.Stage.ON_SCENE));
  }

  private CentreState cleared(
      CentreState state, IncidentLetter.SceneCleared cleared, Turn turn, Outcome.Builder out) {
    CentreState.Incident incident = state.incidents().get(cleared.incident());
    if (incident == null) {
      return state;
    }
    int number = incident.number();
    incident.vehicles().forEach(vehicle -> out.decide(new RoadDecision.Remove(vehicle)));
    reopen(state, incident, out);
    Facts after = Facts.of("incident", number, "afterS", seconds(turn, incident.reportedTick()));
    out.record(EventType.ROADWAY_CLEARED, subject(number), after);
    out.record(
        EventType.UNIT_RELEASED,
        subject(number),
        Facts.of("incident", number, "unit", incident.unit()));
    out.record(EventType.INCIDENT_CLOSED, subject(number), after);
    return state.without(number).with(incident.unit(), new CentreState.Post(cleared.road(), false));
  }

  /** Opens an incident's lane, unless another incident that was verified keeps it closed. */
  private void reopen(CentreState state, CentreState.Incident incident, Outcome.Builder out) {
    boolean needed =
        state.incidents().values().stream()
            .filter(other -> other.number() != incident.number())
            .filter(other -> other.stage() != CentreState.Stage.REPORTED)
            .anyMatch(o -> o.road().equals(incident.road()) && o.lane() == incident.lane());
    if (spec.closeLane() && !needed) {
      out.decide(new RoadDecision.OpenLane(incident.road(), incident.lane()));
    }
  }

  private static double seconds(Turn turn, long since) {
    return turn.clock().secondsAt(turn.tick() - since);
  }
}
