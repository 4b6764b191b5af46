package io.testroad.vehicle;

import io.testroad.engine.Agent;
import io.testroad.engine.AgentId;
import io.testroad.engine.Letter;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.Percept;
import io.testroad.engine.RandomStream;
import io.testroad.engine.Turn;
import io.testroad.policy.RuleBook;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An intelligent connected vehicle: its papers, who drives it, and what it does when something ends
 * or fails.
 *
 * <p>Drives by hand until a rule book allows the automated mode; checks the rules when it enters a
 * road, when its plate or insurance ends, at a fault and at a collision; does what they instruct in
 * the same turn. Assumption: the system brings itself to a safe stop whenever a takeover it asked
 * for stays unanswered, whether or not a rule says so (SAE J3016, level 4 fallback).
 */
public final class IcvAgent implements Agent<IcvState> {

  private final IcvSpec spec;
  private final RoadMap map;
  private final RuleBook rules;
  private final RandomStream reactions;

  /**
   * The agent of a vehicle.
   *
   * @param map what it knows of the roads
   * @param reactions drivers' reaction times are drawn from it, by takeover request
   */
  public IcvAgent(IcvSpec spec, RoadMap map, RuleBook rules, RandomStream reactions) {
    this.spec = spec;
    this.map = map;
    this.rules = rules;
    this.reactions = reactions;
  }

  @Override
  public AgentId id() {
    return spec.id();
  }

  @Override
  public IcvState initialState() {
    String software = spec.make().software();
    String zone = spec.zone().name();
    return new IcvState(
        Mode.MANUAL,
        spec.plate().orElse(null),
        new IcvState.Permit(
            spec.permitUntil().isPresent() ? "valid" : "none",
            spec.permitUntil().orElse(Instant.EPOCH),
            spec.stage(),
            spec.crew(),
            zone,
            software,
            0,
            IcvState.Limits.NONE),
        new IcvState.Outfit(software, 0, zone, List.of(), spec.painted(), false, spec.given()),
        IcvState.Surroundings.QUIET,
        IcvState.Place.NOWHERE,
        null,
        IcvState.Account.EMPTY,
        new IcvState.Duty(0, 0, 0, 0),
        IcvState.Request.NONE,
        IcvState.Trouble.NONE,
        new IcvState.Upload(-1, 0),
        IcvState.Looks.NONE,
        Mishap.NONE);
  }

  /**
   * The letters of a turn as they are handled: first what has happened on the road, leaving it
   * last, then what others want. Order: within each, that of the inbox.
   */
  private static Stream<Letter> inTurn(Turn turn) {
    return turn.inbox().stream().map(Mail::letter).sorted(Comparator.comparingInt(IcvAgent::rank));
  }

  private static int rank(Letter letter) {
    if (letter instanceof Percept.Arrived || letter instanceof Percept.Removed) {
      return 1;
    }
    return letter instanceof Percept ? 0 : 2;
  }

  @Override
  public Outcome<IcvState> take(IcvState state, Turn turn) {
    var out = new Outcome.Builder(id(), turn);
    var driving = new IcvDriving(spec, map, turn, out, state);
    var handling = new IcvTurn(driving, rules, reactions);
    inTurn(turn).forEach(handling::handle);
    return out.become(
        driving.state(), IcvFacts.observable(spec, driving.state(), driving.domain()));
  }
}
