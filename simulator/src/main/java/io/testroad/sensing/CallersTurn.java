package io.testroad.sensing;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Outcome;
import io.testroad.engine.RandomStream;
import io.testroad.engine.Turn;
import io.testroad.protocol.SceneFacts;
import io.testroad.protocol.SceneKind;
import io.testroad.protocol.SceneLetter;
import io.testroad.protocol.SensingLetter;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One turn of the people who call: who sees which scene, and when somebody calls next.
 *
 * <p>Passers-by call until a scene is over, its riders until they are freed. When a crowd grows or
 * shrinks, its next call is drawn anew from there on.
 */
final class CallersTurn {

  private static final String PASSER_BY = "passer-by";
  private static final String RIDER = "rider";

  /** What nobody notices without reading plates. */
  private static final List<String> UNSEEN =
      List.of(SceneKind.UNPLATED_VEHICLE.written(), SceneKind.FORGED_PLATE.written());

  /** Which part of the stream what is drawn from; scenes have their own numbers. */
  private static final long ALARMS = -1;

  private static final long STORIES = -2;
  private static final long HOTLINE = -3;

  private final CallersSpec.Habits habits;
  private final CallersSpec spec;
  private final RandomStream chance;
  private final Turn turn;
  private final Outcome.Builder out;
  private final FalseAlarms falseCalls;
  private final CallerStory story;
  private final HotlineTurn hotline;
  private final SortedMap<Integer, CallersState.Scene> scenes;
  private int calls;

  CallersTurn(
      CallersSpec spec,
      CallersSpec.Habits habits,
      RandomStream chance,
      Turn turn,
      Outcome.Builder out,
      CallersState state) {
    this.spec = spec;
    this.habits = habits;
    this.chance = chance;
    this.turn = turn;
    this.out = out;
    falseCalls = new FalseAlarms(habits.falseCallsPerDay(), chance.forEntity(ALARMS));
    story = new CallerStory(habits, spec.roads(), chance.forEntity(STORIES));
    hotline = new HotlineTurn(spec, chance.forEntity(HOTLINE), turn, out, state);
    scenes = new TreeMap<>(state.scenes());
    calls = state.calls();
  }

  HotlineTurn hotline() {
    return hotline;
  }

  /** The run begins: somebody will call about nothing. */
  void begin() {
    falseCalls.await(0, out);
  }

  /** People see a scene, or see it change. */
  void inSight(SceneLetter.Sight sight) {
    CallersState.Scene old = scenes.get(sight.scene());
    long since = old == null ? turn.tick() : old.sinceTick();
    SortedMap<String, CallersState.Crowd> crowds =
        new TreeMap<>(old == null ? new TreeMap<>() : old.crowds());
    int riders = sight.facts().find(SceneFacts.RIDERS) instanceof Long n ? Math.toIntExact(n) : 0;
    gather(sight.scene(), crowds, PASSER_BY, UNSEEN.contains(sight.kind()) ? 0 : 1);
    gather(sight.scene(), crowds, RIDER, riders);
    scenes.put(sight.scene(), new CallersState.Scene(sight, since, crowds));
  }

  private void gather(
      int scene, SortedMap<String, CallersState.Crowd> crowds, String who, int people) {
    CallersState.Crowd old = crowds.getOrDefault(who, new CallersState.Crowd(0, 0, 0));
    if (old.people() == people) {
      return;
    }
    long since = old.people() == 0 ? turn.tick() : old.sinceTick();
    crowds.put(who, drawn(scene, who, new CallersState.Crowd(people, since, old.draws())));
  }

  /** A crowd whose next call is drawn. */
  private CallersState.Crowd drawn(int scene, String who, CallersState.Crowd crowd) {
    int draws = crowd.draws() + 1;
    if (crowd.people() > 0) {
      double exponential =
          chance.forEntity(scene).forEntity(RandomStream.hash(who)).exponential(draws, 1);
      double sinceS = turn.clock().secondsAt(turn.tick() - crowd.sinceTick());
      double afterS = habits.rate().next(sinceS, crowd.people(), exponential) - sinceS;
      out.remind(
          Duration.ofMillis(Math.round(afterS * 1000)),
          new SensingLetter.CallDue(scene, who, draws));
    }
    return new CallersState.Crowd(crowd.people(), crowd.sinceTick(), draws);
  }

  /** Nothing is to be seen any more. */
  void over(int scene) {
    scenes.remove(scene);
  }

  /** Somebody calls. */
  void callDue(SensingLetter.CallDue due) {
    CallersState.Scene scene = scenes.get(due.scene());
    CallersState.Crowd crowd = scene == null ? null : scene.crowds().get(due.crowd());
    if (scene == null || crowd == null || crowd.draws() != due.serial()) {
      return; // it is over, or the crowd has changed since
    }
    SortedMap<String, CallersState.Crowd> crowds = new TreeMap<>(scene.crowds());
    crowds.put(due.crowd(), drawn(due.scene(), due.crowd(), crowd));
    scenes.put(due.scene(), new CallersState.Scene(scene.sight(), scene.sinceTick(), crowds));
    boolean rider = due.crowd().equals(RIDER);
    call(due.crowd(), story.told(scene.sight(), rider, calls), scene.sinceTick());
  }

  /** Somebody calls about nothing. */
  void falseCall(int number) {
    falseCalls.await(number + 1, out);
    Coverage.Place place = spec.roads().at(falseCalls.draw(number, 1));
    out.record(EventType.FALSE_ALARM, Facts.of("source", spec.id().value(), "road", place.road()));
    var nothing =
        new SceneLetter.Sight(
            0,
            SceneKind.COLLISION.written(),
            place.road(),
            0,
            place.positionM(),
            List.of(),
            Facts.empty());
    call(PASSER_BY, nothing, turn.tick());
  }

  private void call(String who, SceneLetter.Sight told, long sinceTick) {
    calls++;
    String caller = who + "-" + calls;
    out.record(
        EventType.CALL_MADE,
        Facts.of(
            "scene", told.scene(),
            "caller", caller,
            "road", told.road(),
            "afterS", turn.clock().secondsAt(turn.tick() - sinceTick)));
    hotline.rings(calls, new CallersState.Call(told, caller, turn.tick(), sinceTick));
  }

  /** The state after the turn. */
  CallersState state() {
    return new CallersState(
        calls,
        hotline.answered(),
        hotline.abandoned(),
        scenes,
        hotline.waiting(),
        hotline.talking());
  }
}
