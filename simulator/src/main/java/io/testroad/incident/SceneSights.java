package io.testroad.incident;

import io.testroad.engine.Facts;
import io.testroad.protocol.SceneFacts;
import io.testroad.protocol.SceneKind;
import io.testroad.protocol.SceneLetter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What can be seen of scenes, and who is told of it. */
final class SceneSights {

  /** Of the facts that the scenario gives, those that can be seen. */
  private static final Set<String> VISIBLE =
      Set.of(
          SceneFacts.SUBSTANCE,
          SceneFacts.LITRES,
          SceneFacts.OTHER_KIND,
          SceneFacts.SIGNAL,
          SceneFacts.VISIBILITY_M);

  private final ScenesTurn turn;

  SceneSights(ScenesTurn turn) {
    this.turn = turn;
  }

  /** What can be seen of a scene. */
  SceneLetter.Sight of(Scene scene) {
    return new SceneLetter.Sight(
        scene.number(),
        scene.kind().written(),
        scene.spot().road(),
        scene.spot().lane(),
        scene.spot().positionM(),
        scene.vehicles(),
        facts(scene).with(SceneFacts.OPERATOR, operator(scene)));
  }

  private String operator(Scene scene) {
    for (Body body : scene.bodies()) {
      var operator = turn.spec().icvs().get(body.name());
      if (operator != null) {
        return operator.value();
      }
    }
    return "";
  }

  private static Facts facts(Scene scene) {
    TreeMap<String, Object> seen = new TreeMap<>();
    for (String name : VISIBLE) {
      Object value = scene.facts().find(name);
      if (value != null) {
        seen.put(name, value);
      }
    }
    Casualties people = scene.people();
    seen.put(SceneFacts.DEAD, people.dead());
    seen.put(SceneFacts.INJURED, people.injured());
    seen.put(SceneFacts.TRAPPED, people.trapped());
    seen.put(SceneFacts.BLOCKED, lanes(scene).stream().map(String::valueOf).toList());
    seen.put(SceneFacts.FIRE, scene.burns());
    seen.put(SceneFacts.ICV, scene.hasIcv());
    seen.put(SceneFacts.RIDERS, scene.riders());
    seen.put(SceneFacts.CAUSE, scene.cause());
    seen.put(
        SceneFacts.CAN_MOVE,
        scene.bodies().stream().filter(Body::isVehicle).allMatch(Body::canMove));
    if (scene.kind() == SceneKind.COLLISION) {
      seen.put(SceneFacts.SEVERITY, scene.severity());
    }
    return Facts.from(seen);
  }

  /** The lanes that nobody can use, from the right. */
  static Set<Integer> lanes(Scene scene) {
    Set<Integer> lanes = new TreeSet<>();
    scene.bodies().stream().filter(Body::blocks).forEach(body -> lanes.add(body.lane()));
    if (scene.kind() == SceneKind.FLOOD && scene.stage().timed()) {
      FactValues.texts(scene.facts(), SceneFacts.LANES)
          .forEach(lane -> lanes.add(Integer.valueOf(lane)));
    }
    return lanes;
  }

  /** What there is to say of a scene, in one line. */
  static String text(Scene scene) {
    List<String> words = new ArrayList<>();
    if (scene.kind() == SceneKind.COLLISION) {
      words.add("severity=" + scene.severity());
    }
    Casualties people = scene.people();
    say(words, "dead", people.dead());
    say(words, "injured", people.injured());
    say(words, "trapped", people.trapped());
    say(words, "riders", scene.riders());
    if (scene.burns()) {
      words.add("fire");
    }
    String substance = FactValues.text(scene.facts(), SceneFacts.SUBSTANCE);
    if (!substance.isEmpty()) {
      words.add("substance=" + substance);
      say(words, "litres", FactValues.whole(scene.facts(), SceneFacts.LITRES, 0));
    }
    say(words, "visibilityM", FactValues.whole(scene.facts(), SceneFacts.VISIBILITY_M, 0));
    String signal = FactValues.text(scene.facts(), SceneFacts.SIGNAL);
    if (!signal.isEmpty()) {
      words.add("signal=" + signal);
    }
    return String.join(" ", words);
  }

  private static void say(List<String> words, String what, int number) {
    if (number > 0) {
      words.add(what + "=" + number);
    }
  }

  // telling -------------------------------------------------------------------------------------

  /** Tells those who can see a scene what they see of it now. */
  void tell(Scene scene) {
    SceneLetter.SceneInSight letter = new SceneLetter.SceneInSight(of(scene));
    List<String> roads = scene.roads();
    turn.spec().watchers().stream()
        .filter(watcher -> watcher.sees(roads))
        .forEach(watcher -> turn.post(watcher.agent(), letter));
  }

  /** Tells them that it is over; those too who saw it where it was before. */
  void tellOver(Scene scene) {
    SceneLetter.SceneOver letter = new SceneLetter.SceneOver(scene.number());
    List<String> roads = new ArrayList<>(scene.roads());
    turn.before(scene.number()).ifPresent(old -> roads.addAll(old.roads()));
    turn.spec().watchers().stream()
        .filter(watcher -> watcher.sees(roads))
        .forEach(watcher -> turn.post(watcher.agent(), letter));
  }

  /** What is there on a stretch of road. */
  List<SceneLetter.Sight> near(String road, double positionM, double withinM) {
    return turn.all().stream()
        .filter(scene -> !scene.isGone() && isNear(scene, road, positionM, withinM))
        .map(this::of)
        .toList();
  }

  private static boolean isNear(Scene scene, String road, double positionM, double withinM) {
    Spot spot = scene.spot();
    return spot.road().equals(road)
        ? StrictMath.abs(spot.positionM() - positionM) <= withinM
        : scene.roads().contains(road);
  }
}
