package io.testroad.permit;

import io.testroad.engine.AgentId;
import io.testroad.engine.Book;
import io.testroad.engine.Facts;
import io.testroad.engine.Outcome;
import io.testroad.engine.Turn;
import io.testroad.policy.Judgement;
import io.testroad.policy.Moment;
import io.testroad.policy.Obligation;
import io.testroad.policy.RuleBook;
import io.testroad.protocol.PermitLetter;
import java.time.Instant;

/** An authority's books during one turn, and what the turn brings about. */
final class Desk {

  private final AuthoritySpec spec;
  private final RuleBook rules;
  private final Turn turn;
  private final Outcome.Builder out;
  private final Book<String, AuthorityState.VehicleRecord> records;
  private final Book<String, AuthorityState.Plate> plates;
  private final Book<String, AuthorityState.Pending> pending;
  private final Book<String, AuthorityState.Declared> declared;
  private final Book<String, Instant> barred;
  private final Book<Integer, AuthorityState.Owed> owed;
  private final Book<Integer, AuthorityState.Accident> accidents;
  private final Book<String, Instant> corrections;
  private final Book<Integer, AuthorityState.Restriction> restrictions;
  private AuthorityState.Counts counts;

  Desk(AuthoritySpec spec, RuleBook rules, Turn turn, Outcome.Builder out, AuthorityState state) {
    this.spec = spec;
    this.rules = rules;
    this.turn = turn;
    this.out = out;
    records = new Book<>(state.records());
    plates = new Book<>(state.plates());
    pending = new Book<>(state.pending());
    declared = new Book<>(state.declared());
    barred = new Book<>(state.barred());
    owed = new Book<>(state.owed());
    accidents = new Book<>(state.accidents());
    corrections = new Book<>(state.corrections());
    restrictions = new Book<>(state.restrictions());
    counts = state.counts();
  }

  AuthorityState close() {
    return new AuthorityState(
        counts,
        records.entries(),
        plates.entries(),
        pending.entries(),
        declared.entries(),
        barred.entries(),
        owed.entries(),
        accidents.entries(),
        corrections.entries(),
        restrictions.entries());
  }

  AuthoritySpec spec() {
    return spec;
  }

  Turn turn() {
    return turn;
  }

  Outcome.Builder out() {
    return out;
  }

  Book<String, AuthorityState.VehicleRecord> records() {
    return records;
  }

  Book<String, AuthorityState.Plate> plates() {
    return plates;
  }

  Book<String, AuthorityState.Pending> pending() {
    return pending;
  }

  Book<String, AuthorityState.Declared> declared() {
    return declared;
  }

  Book<String, Instant> barred() {
    return barred;
  }

  Book<Integer, AuthorityState.Owed> owed() {
    return owed;
  }

  Book<Integer, AuthorityState.Accident> accidents() {
    return accidents;
  }

  Book<String, Instant> corrections() {
    return corrections;
  }

  Book<Integer, AuthorityState.Restriction> restrictions() {
    return restrictions;
  }

  AuthorityState.Counts counts() {
    return counts;
  }

  void count(AuthorityState.Counts newCounts) {
    counts = newCounts;
  }

  Instant now() {
    return turn.clock().instantOf(turn.tick());
  }

  AuthorityState.VehicleRecord recordOf(String vehicle) {
    return records.get(vehicle, AuthorityState.VehicleRecord.CLEAN);
  }

  /** The subject of what is about a vehicle, or, without one, about its operator. */
  static String subject(String operator, String vehicle) {
    return vehicle.isEmpty()
        ? AgentId.of("operator", operator).value()
        : AgentId.vehicle(vehicle).value();
  }

  /** What the rules say, put on record; the clocks of what somebody owes begin to run. */
  Judgement judge(Moment moment, Facts facts, String operator, String vehicle) {
    return judge(rules, moment, facts, operator, vehicle);
  }

  /** As {@link #judge}, of those rules only that this authority looks at. */
  Judgement judgeOwnPart(Moment moment, Facts facts, String operator) {
    return judge(rules.checkedBy(spec.name()), moment, facts, operator, "");
  }

  private Judgement judge(
      RuleBook book, Moment moment, Facts facts, String operator, String vehicle) {
    Facts known = facts.with("now", now());
    Judgement judgement =
        Judgement.of(book, moment, known).record(out, subject(operator, vehicle), spec.id());
    for (Obligation obligation : judgement.obligations()) {
      out.post(
          obligation.keeper(),
          PermitLetter.ObligationStarts.of(
              obligation, AgentId.of("operator", operator), vehicle, known));
    }
    return judgement;
  }

  /** The facts of a vehicle as its record has them. */
  Facts factsOf(String vehicle) {
    AuthorityState.VehicleRecord known = recordOf(vehicle);
    return Facts.of(
        "vehicle.name", vehicle,
        "operator.name", known.operator(),
        "vehicle.plated", !known.plate().isEmpty(),
        "vehicle.plate.number", known.plate(),
        "vehicle.permit.status", known.status().written());
  }
}
