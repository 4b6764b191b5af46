package io.testroad.sensing;

import io.testroad.engine.Outcome;
import io.testroad.engine.RandomStream;
import io.testroad.engine.Turn;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.SceneKind;
import io.testroad.protocol.SceneLetter;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One turn of a watcher with the scenes on its roads: whether it notices each, and when it tells
 * the centre.
 *
 * <p>Whether a scene is noticed is drawn from the watcher's stream by scene and by change of kind,
 * so that it depends neither on other scenes nor on the order of letters.
 */
final class SceneWatch {

  private final Watcher watcher;
  private final RandomStream chance;
  private final Turn turn;
  private final Outcome.Builder out;
  private final SortedMap<Integer, Watched> scenes;
  private boolean foggy;
  private int drawn;
  private int reported;

  /**
   * A turn.
   *
   * @param scenes the scenes in sight before
   * @param foggy whether the weather is fog
   */
  SceneWatch(
      Watcher watcher,
      RandomStream chance,
      Turn turn,
      Outcome.Builder out,
      SortedMap<Integer, Watched> scenes,
      boolean foggy) {
    this.watcher = watcher;
    this.chance = chance;
    this.turn = turn;
    this.out = out;
    this.scenes = new TreeMap<>(scenes);
    this.foggy = foggy;
  }

  /** The scenes in sight. */
  SortedMap<Integer, Watched> scenes() {
    return scenes;
  }

  /** How many scenes, or changes of kind, could have been noticed in this turn. */
  int drawn() {
    return drawn;
  }

  /** How many reports went out in this turn. */
  int reported() {
    return reported;
  }

  /** Whether the weather is fog. */
  boolean isFoggy() {
    return foggy;
  }

  /** The weather turns. */
  void weatherTurned(String state) {
    foggy = state.equals(SceneKind.FOG.written());
  }

  /** How one sees at this time, fog on the road included. */
  Clarity.Conditions conditions() {
    boolean fog =
        foggy
            || scenes.values().stream()
                .anyMatch(scene -> scene.sight().kind().equals(SceneKind.FOG.written()));
    return new Clarity.Conditions(turn.now().toLocalTime(), fog);
  }

  /** A scene comes into sight, or looks different. */
  void inSight(SceneLetter.Sight sight, boolean works) {
    if (!watcher.sees(sight.road())) {
      return;
    }
    Watched old = scenes.get(sight.scene());
    if (old == null) {
      scenes.put(sight.scene(), new Watched(sight, 0, true, false, 0));
    } else if (watcher.kindOf(old.sight()).equals(watcher.kindOf(sight))) {
      scenes.put(sight.scene(), old.looks(sight));
    } else {
      scenes.put(sight.scene(), old.looks(sight).postponed());
    }
    if (works) {
      draw(sight.scene());
    }
  }

  /** Looks at everything that came up while the watcher didn't work. */
  void drawAll() {
    List.copyOf(scenes.keySet()).forEach(this::draw);
  }

  private void draw(int scene) {
    Watched watched = scenes.get(scene);
    if (watched == null || !watched.due()) {
      return;
    }
    SceneLetter.Sight sight = watched.sight();
    Optional<Detection> detection = watcher.detection(sight, conditions());
    boolean hit =
        detection.isPresent()
            && chance.forEntity(scene).uniform(watched.draws()) < detection.get().probability();
    long readyTick = watched.readyTick();
    if (hit) {
      long latency = Math.max(1, turn.clock().ticksCovering(detection.get().latency()));
      readyTick = turn.tick() + latency;
      out.remind(
          detection.get().latency(),
          new IncidentLetter.DetectionReady(watcher.believed(sight), turn.tick()));
    }
    drawn += detection.isPresent() ? 1 : 0;
    scenes.put(
        scene, new Watched(sight, watched.draws() + 1, false, hit || watched.noticed(), readyTick));
  }

  /** A detection is worked out. */
  void ready(IncidentLetter.DetectionReady ready, boolean works) {
    if (works) {
      reported++;
      report(ready.seen(), ready.occurredTick());
    } else {
      scenes.computeIfPresent(ready.seen().scene(), (scene, watched) -> watched.postponed());
    }
  }

  /** Tells the centre. */
  void report(SceneLetter.Sight seen, long occurredTick) {
    out.post(
        watcher.centre(),
        new IncidentLetter.Reported(
            seen, watcher.id(), watcher.means(), watcher.precisionM(), occurredTick));
  }

  /** A scene is over: the centre is told after as long as of its beginning, never before it. */
  void over(int scene, boolean works) {
    Watched watched = scenes.remove(scene);
    if (watched == null || !watched.noticed() || !works) {
      return;
    }
    long latency =
        watcher
            .detection(watched.sight(), conditions())
            .map(detection -> turn.clock().ticksCovering(detection.latency()))
            .orElse(0L);
    long delay = Math.max(latency, watched.readyTick() - turn.tick()) + 1;
    out.postAfter(
        java.time.Duration.ofMillis(delay * turn.clock().tickMillis()),
        watcher.centre(),
        new IncidentLetter.ReportedGone(watcher.believed(watched.sight()), watcher.id()));
  }
}
