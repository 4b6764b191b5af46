package io.testroad.permit;

import io.testroad.engine.AgentId;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.policy.Judgement;
import io.testroad.policy.Moment;
import io.testroad.protocol.PermitLetter;
import io.testroad.units.Term;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is owed to an authority: clocks that run, what is done in time, and what is overdue. */
final class Docket {

  /** Those who are asked to do it by mail; all others do it at this desk. */
  private static final Set<String> OPERATORS = Set.of("operator", "driver", "technical-supervisor");

  /** How long an operator needs of whom nothing is said. */
  private static final SortedMap<String, Optional<Term>> NOTHING_SAID =
      Collections.emptySortedMap();

  private final Desk desk;
  private final Sanctions sanctions;

  Docket(Desk desk, Sanctions sanctions) {
    this.desk = desk;
    this.sanctions = sanctions;
  }

  /** A clock begins to run; one that is repeated runs once, however often it is started. */
  void starts(PermitLetter.ObligationStarts starts) {
    Instant now = desk.now();
    var owed =
        new AuthorityState.Owed(
            starts.name(),
            starts.by(),
            starts.within(),
            starts.repeats(),
            starts.operator().name(),
            starts.vehicle(),
            now,
            1,
            now,
            desk.spec().calendar().end(starts.within(), desk.turn().now()).toInstant(),
            false,
            starts.facts());
    if (!owed.repeats() || !isRunning(owed)) {
      open(owed);
    }
  }

  private boolean isRunning(AuthorityState.Owed owed) {
    return desk.owed().entries().values().stream()
        .anyMatch(
            other -> other.repeats() && other.isSame(owed) && other.dueAt().isAfter(desk.now()));
  }

  /** What is owed again and again while a declaration lasts is owed no longer. */
  void declarationOver(String operator) {
    for (var entry : new TreeMap<>(desk.owed().entries()).entrySet()) {
      if (entry.getValue().repeats() && entry.getValue().operator().equals(operator)) {
        desk.owed().remove(entry.getKey());
      }
    }
  }

  private void open(AuthorityState.Owed owed) {
    desk.count(desk.counts().withOwed());
    int number = desk.counts().owed();
    desk.owed().put(number, owed);
    record(EventType.OBLIGATION_STARTED, owed, Facts.of("due", owed.dueAt()));
    // What is done in the last instant is in time: the clock is looked at just after it.
    desk.out().remindAt(owed.dueAt().plusMillis(1), new PermitLetter.ObligationDue(number));
    if (OPERATORS.contains(owed.by())) {
      desk.out()
          .post(
              AgentId.of("operator", owed.operator()),
              new PermitLetter.ObligationArises(number, owed.name(), owed.dueAt()));
    } else {
      performance(owed)
          .ifPresent(at -> desk.out().remindAt(at, new PermitLetter.ObligationPerformed(number)));
    }
  }

  /** When those who owe it here will do it. */
  private Optional<Instant> performance(AuthorityState.Owed owed) {
    return desk.spec()
        .calendar()
        .performance(
            desk.spec().punctuality().getOrDefault(owed.operator(), NOTHING_SAID),
            owed.name(),
            owed.startedAt().atOffset(offset()),
            owed.dueAt());
  }

  private void record(EventType type, AuthorityState.Owed owed, Facts further) {
    Facts event =
        Facts.of("obligation", owed.name(), "by", owed.by(), "operator", owed.operator())
            .and(further);
    desk.out()
        .record(
            type,
            Desk.subject(owed.operator(), owed.vehicle()),
            owed.vehicle().isEmpty() ? event : event.with("vehicle", owed.vehicle()));
  }

  /** It was done, in time or late. */
  void fulfilled(int number) {
    AuthorityState.Owed owed = desk.owed().find(number);
    if (owed == null) {
      return;
    }
    double afterS = Duration.between(owed.startedAt(), desk.now()).toMillis() / 1000.0;
    record(EventType.OBLIGATION_DONE, owed, Facts.of("afterS", afterS));
    if (owed.judged()) {
      desk.owed().remove(number);
      return;
    }
    judge(owed, true);
    if (owed.repeats()) {
      desk.owed().put(number, owed.judgedNow());
    } else {
      desk.owed().remove(number);
    }
  }

  /** Its term is over. */
  void due(int number) {
    AuthorityState.Owed owed = desk.owed().find(number);
    if (owed == null) {
      return;
    }
    if (owed.judged()) { // done in time, and repeated
      desk.owed().remove(number);
    } else {
      record(EventType.OBLIGATION_OVERDUE, owed, Facts.empty());
      desk.owed().put(number, owed.judgedNow());
      judge(owed, false);
    }
    if (owed.repeats()) {
      open(owed.next(endOfNext(owed)));
    }
  }

  /**
   * When the next term ends. Terms of days and months are counted from the first day, so that what
   * is owed every month from the 31st on doesn't move to the 28th for good.
   */
  private Instant endOfNext(AuthorityState.Owed owed) {
    Term term = owed.within();
    long all = term.amount() * (owed.round() + 1L);
    if (term.isExact() || !Term.inRange(all)) {
      return desk.spec().calendar().end(term, owed.dueAt().atOffset(offset())).toInstant();
    }
    return desk.spec()
        .calendar()
        .end(new Term(all, term.unit()), owed.began().atOffset(offset()))
        .toInstant();
  }

  private void judge(AuthorityState.Owed owed, boolean done) {
    ZoneOffset offset = offset();
    int workingDays =
        desk.spec()
            .calendar()
            .workingDaysBetween(
                owed.startedAt().atOffset(offset).toLocalDate(),
                desk.now().atOffset(offset).toLocalDate());
    Facts facts =
        owed.facts()
            .and(
                Facts.of(
                    "obligation.name",
                    owed.name(),
                    "obligation.by",
                    owed.by(),
                    "obligation.startedAt",
                    owed.startedAt(),
                    "obligation.dueAt",
                    owed.dueAt(),
                    "obligation.done",
                    done,
                    "obligation.inTime",
                    done && !desk.now().isAfter(owed.dueAt()),
                    "obligation.elapsedS",
                    Duration.between(owed.startedAt(), desk.now()).toMillis() / 1000.0,
                    "obligation.elapsedWorkingDays",
                    workingDays));
    Judgement judgement = desk.judge(Moment.OBLIGATION_DUE, facts, owed.operator(), owed.vehicle());
    sanctions.follow(judgement, owed.operator(), owed.vehicle());
  }

  private ZoneOffset offset() {
    return desk.turn().clock().offset();
  }
}
