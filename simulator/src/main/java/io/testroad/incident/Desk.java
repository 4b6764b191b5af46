package io.testroad.incident;

import io.testroad.engine.AgentId;
import io.testroad.engine.Book;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Letter;
import io.testroad.engine.Outcome;
import io.testroad.engine.RoadDecision;
import io.testroad.engine.Turn;
import io.testroad.protocol.IncidentLetter;
import java.time.Duration;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** A centre during one turn: its state as the letters change it, and what the turn brings about. */
final class Desk {

  /** What a timer is about that only lets time pass. */
  static final String CLOCK = "clock";

  /** Plans are looked at again so often as time passes, s (assumption). */
  private static final double WATCH_S = 30;

  private final CentreSpec spec;
  private final Turn turn;
  private final Outcome.Builder out;
  private final Book<Integer, Picture> pictures;
  private final Book<Integer, CentreState.Closed> closed;
  private final Book<String, CentreState.Post> posts;
  private final Book<String, CentreState.Loan> loans;
  private final Book<String, CentreState.InForce> measures;
  private final Book<String, CentreState.Geofence> geofences;
  private final SortedSet<Integer> changed = new TreeSet<>();
  private SortedMap<String, Double> slowS;
  private int opened;
  private boolean queueMoved;

  Desk(CentreSpec spec, CentreState state, Turn turn, Outcome.Builder out) {
    this.spec = spec;
    this.turn = turn;
    this.out = out;
    opened = state.opened();
    pictures = new Book<>(state.pictures());
    closed = new Book<>(state.closed());
    posts = new Book<>(state.posts());
    loans = new Book<>(state.loans());
    measures = new Book<>(state.measures());
    geofences = new Book<>(state.geofences());
    slowS = state.slowS();
  }

  CentreState state() {
    return new CentreState(
        opened,
        pictures.entries(),
        closed.entries(),
        posts.entries(),
        loans.entries(),
        measures.entries(),
        geofences.entries(),
        slowS);
  }

  CentreSpec spec() {
    return spec;
  }

  Turn turn() {
    return turn;
  }

  long tick() {
    return turn.tick();
  }

  AgentId self() {
    return spec.id();
  }

  Book<Integer, Picture> pictures() {
    return pictures;
  }

  Book<Integer, CentreState.Closed> closed() {
    return closed;
  }

  Book<String, CentreState.Post> posts() {
    return posts;
  }

  Book<String, CentreState.Loan> loans() {
    return loans;
  }

  Book<String, CentreState.InForce> measures() {
    return measures;
  }

  Book<String, CentreState.Geofence> geofences() {
    return geofences;
  }

  SortedMap<String, Double> slowS() {
    return slowS;
  }

  void know(SortedMap<String, Double> newSlowS) {
    slowS = newSlowS;
  }

  /** The number of a new incident. */
  int nextNumber() {
    return spec.index() * CentreSpec.NUMBERS + ++opened;
  }

  // incidents -----------------------------------------------------------------------------------

  /** Keeps an incident; it is looked at again before the turn is over. */
  void keep(Picture picture) {
    pictures.put(picture.number(), picture);
    changed.add(picture.number());
  }

  /** Keeps an incident of which nothing has changed that anything is decided by. */
  void note(Picture picture) {
    pictures.put(picture.number(), picture);
  }

  /** An incident has come to an end. */
  void drop(int number) {
    pictures.remove(number);
    changed.remove(number);
  }

  /** The next of the incidents that have changed, which counts as looked at; -1: none. */
  int nextChanged() {
    if (changed.isEmpty()) {
      return -1;
    }
    int first = changed.first();
    changed.remove(first);
    return first;
  }

  /** Whether some incident is to be looked at. */
  boolean hasChanged() {
    return !changed.isEmpty();
  }

  /** Something about the queue, or the units that could be sent, is different. */
  void moveQueue() {
    queueMoved = true;
  }

  boolean isQueueMoved() {
    boolean moved = queueMoved;
    queueMoved = false;
    return moved;
  }

  /** Whether this centre commands an incident. */
  boolean commands(Picture picture) {
    return picture.commander().equals(self());
  }

  // what it brings about ------------------------------------------------------------------------

  /** Puts on record something that happens to an incident. */
  void record(EventType type, int number, Facts more) {
    out.record(type, "incident:" + number, Facts.of("incident", number).and(more));
  }

  /** Puts something on record that is not an incident's. */
  void record(EventType type, Facts facts) {
    out.record(type, facts);
  }

  /** Puts a decision about an incident on record: who takes it, and under which plan. */
  void decided(EventType type, Picture picture, Facts more) {
    record(type, picture.number(), more.and(by()).with("plan", picture.ruling().plan()));
  }

  /** The same with what was known when it was taken. */
  void decidedKnowing(EventType type, Picture picture, Facts more) {
    decided(type, picture, more.with("known", known(picture)));
  }

  /** Who decides. */
  Facts by() {
    return Facts.of("decidedBy", self().value());
  }

  /** What is known of an incident, in words. */
  String known(Picture picture) {
    return picture.belief().known(turn.clock());
  }

  void decide(RoadDecision decision) {
    out.decide(decision);
  }

  void post(AgentId to, Letter letter) {
    out.post(to, letter);
  }

  void remind(Duration delay, Letter letter) {
    out.remind(delay, letter);
  }

  /** Looks at an incident again after a while. */
  void review(int number, String what, int serial, double afterS) {
    remind(millis(afterS), new IncidentLetter.ReviewDue(number, what, serial));
  }

  /** Looks at an incident again and again, where plans say what is to be done after a while. */
  void watch(int number) {
    if (spec.plans().isTimed()) {
      review(number, CLOCK, 0, WATCH_S);
    }
  }

  static Duration millis(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  /** Seconds that have passed since a tick. */
  double secondsSince(long tick) {
    return turn.clock().secondsAt(turn.tick() - tick);
  }
}
