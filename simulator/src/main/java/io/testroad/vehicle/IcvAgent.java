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
  private final RuleBook rules;
  private final RandomStream reactions;

  /**
   * The agent of a vehicle.
   *
   * @param reactions drivers' reaction times are drawn from it, by takeover request
   */
  public IcvAgent(IcvSpec spec, RuleBook rules, RandomStream reactions) {
    this.spec = spec;
    this.rules = rules;
    this.reactions = reactions;
  }

  @Override
  public AgentId id() {
    return spec.id();
  }

  @Override
  public IcvState initialState() {
    return new IcvState(
        Mode.MANUAL,
        spec.plate().orElse(null),
        new IcvState.Permit(
            spec.permitUntil().isPresent() ? "valid" : "none",
            spec.permitUntil().orElse(Instant.EPOCH)),
        IcvState.Place.NOWHERE,
        null,
        new IcvState.Duty(0, 0, 0, 0),
        0,
        0,
        "",
        false,
        IcvState.Breaches.NONE);
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
    var driving = new IcvDriving(spec, turn, out, state);
    var handling = new IcvTurn(driving, rules, reactions);
    inTurn(turn).forEach(handling::handle);
    return out.become(driving.state(), IcvFacts.observable(spec, driving.state()));
  }
}
