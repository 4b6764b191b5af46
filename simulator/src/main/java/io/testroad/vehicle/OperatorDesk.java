package io.testroad.vehicle;

import io.testroad.engine.AgentId;
import io.testroad.engine.Book;
import io.testroad.engine.Facts;
import io.testroad.engine.Outcome;
import io.testroad.engine.RandomStream;
import io.testroad.engine.Turn;
import io.testroad.policy.Consequence;
import io.testroad.policy.Judgement;
import io.testroad.policy.Obligation;
import io.testroad.policy.RuleBook;
import io.testroad.policy.Ruling;
import io.testroad.protocol.PermitLetter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operator's books during one turn, and what the turn brings about. */
final class OperatorDesk {

  /** Who keeps the vehicles' records. */
  static final AgentId POLICE = AgentId.of("authority", "traffic-police");

  /** Who inspects operators. */
  static final AgentId INDUSTRY = AgentId.of("authority", "industry-bureau");

  private final OperatorSpec spec;
  private final RuleBook rules;
  private final RandomStream stream;
  private final Turn turn;
  private final Outcome.Builder out;
  private final Book<Integer, OperatorState.Filed> filed;
  private final Book<String, OperatorState.Dossier> dossiers;
  private final Book<String, OperatorState.Account> accounts;
  private final Book<String, OperatorState.Shift> shifts;
  private int applications;
  private OperatorState.@Nullable Declared declared;
  private int step;
  private OperatorState.Seats seats;
  private OperatorState.Day day;
  private OperatorState.Count count;
  private String software;
  private Facts given;
  private int window;
  private Emergency emergency;

  OperatorDesk(
      OperatorSpec spec,
      RuleBook rules,
      RandomStream stream,
      Turn turn,
      Outcome.Builder out,
      OperatorState state) {
    this.spec = spec;
    this.rules = rules;
    this.stream = stream;
    this.turn = turn;
    this.out = out;
    filed = new Book<>(state.filed());
    dossiers = new Book<>(state.dossiers());
    accounts = new Book<>(state.accounts());
    shifts = new Book<>(state.shifts());
    applications = state.applications();
    declared = state.declared();
    step = state.step();
    seats = state.seats();
    day = state.day();
    count = state.count();
    software = state.software();
    given = state.given();
    window = state.window();
    emergency = state.emergency();
  }

  OperatorState close() {
    return new OperatorState(
        applications,
        filed.entries(),
        declared,
        step,
        seats,
        dossiers.entries(),
        accounts.entries(),
        shifts.entries(),
        day,
        count,
        software,
        given,
        window,
        emergency);
  }

  OperatorSpec spec() {
    return spec;
  }

  RuleBook rules() {
    return rules;
  }

  RandomStream stream() {
    return stream;
  }

  Turn turn() {
    return turn;
  }

  Outcome.Builder out() {
    return out;
  }

  Instant now() {
    return turn.clock().instantOf(turn.tick());
  }

  Book<Integer, OperatorState.Filed> filed() {
    return filed;
  }

  Book<String, OperatorState.Dossier> dossiers() {
    return dossiers;
  }

  Book<String, OperatorState.Account> accounts() {
    return accounts;
  }

  Book<String, OperatorState.Shift> shifts() {
    return shifts;
  }

  OperatorState.Dossier dossier(String vehicle) {
    return dossiers.get(vehicle, OperatorState.Dossier.of(false, null));
  }

  OperatorState.Account account(String vehicle) {
    return accounts.get(vehicle, OperatorState.Account.EMPTY);
  }

  int nextApplication() {
    applications++;
    return applications;
  }

  /** The declaration in force, or null. */
  OperatorState.@Nullable Declared declared() {
    return declared != null && declared.until().isAfter(now()) ? declared : null;
  }

  /** The declaration confirmed last, in force or not; null when there was none. */
  OperatorState.@Nullable Declared lastDeclared() {
    return declared;
  }

  void declare(OperatorState.Declared confirmed) {
    declared = confirmed;
  }

  int step() {
    return step;
  }

  void step(int next) {
    step = next;
  }

  OperatorState.Seats seats() {
    return seats;
  }

  void seats(OperatorState.Seats now) {
    seats = now;
  }

  OperatorState.Day day() {
    return day;
  }

  void day(OperatorState.Day sum) {
    day = sum;
  }

  OperatorState.Count count() {
    return count;
  }

  void count(OperatorState.Count now) {
    count = now;
  }

  String software() {
    return software;
  }

  void software(String version) {
    software = version;
  }

  Facts given() {
    return given;
  }

  void give(Facts more) {
    given = given.and(more);
  }

  int window() {
    return window;
  }

  void window(int number) {
    window = number;
  }

  Emergency emergency() {
    return emergency;
  }

  void emergency(Emergency now) {
    emergency = now;
  }

  /** Seconds since a tick. */
  double secondsSince(long tick) {
    return turn.clock().secondsAt(turn.tick() - tick);
  }

  /** How many vehicles have a plate that holds now. */
  long plated() {
    Instant now = now();
    return dossiers.entries().values().stream()
        .filter(dossier -> !dossier.plate().isEmpty() && dossier.plateUntil().isAfter(now))
        .count();
  }

  /** Reports to the authorities what follows from broken rules, and what is owed from now on. */
  void report(Judgement judgement, String vehicle, String road, Facts facts) {
    judgement.broken().forEach(ruling -> report(ruling, vehicle, road));
    for (Obligation obligation : judgement.obligations()) {
      out.post(
          obligation.keeper(),
          PermitLetter.ObligationStarts.of(obligation, spec.id(), vehicle, facts));
    }
  }

  private void report(Ruling ruling, String vehicle, String road) {
    List<Consequence> forAuthorities = ruling.forAuthorities();
    if (!forAuthorities.isEmpty()) {
      report(vehicle, road, ruling.rule(), forAuthorities);
    }
  }

  /** Reports a breach to those who keep the vehicles' records. */
  void report(String vehicle, String road, String rule, List<Consequence> consequences) {
    out.post(
        POLICE,
        new PermitLetter.BreachReported(
            vehicle, spec.id(), software, road, rule, consequences, given));
  }
}
