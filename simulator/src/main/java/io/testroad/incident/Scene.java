package io.testroad.incident;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.testroad.engine.Facts;
import io.testroad.protocol.SceneFacts;
import io.testroad.protocol.SceneKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What is really there.
 *
 * @param number 1 or more
 * @param kind what it is; may become worse
 * @param spot where, the first blocked lane
 * @param cause why, kebab-case
 * @param beganTick when it began
 * @param facts {@code scene.…}, the hidden ones too
 * @param bodies what stands and lies there
 * @param people who is hurt and still there
 * @param riders people in vehicles that can't go on
 * @param pieces the work that it needs or has had
 * @param stage how far it is
 * @param account what it costs the traffic
 */
public record Scene(
    int number,
    SceneKind kind,
    Spot spot,
    String cause,
    long beganTick,
    Facts facts,
    List<Body> bodies,
    Casualties people,
    int riders,
    List<Piece> pieces,
    SceneStage stage,
    SceneAccount account) {

  public Scene {
    bodies = List.copyOf(bodies);
    pieces = List.copyOf(pieces);
  }

  Scene with(SceneKind other) {
    return new Scene(
        number, other, spot, cause, beganTick, facts, bodies, people, riders, pieces, stage,
        account);
  }

  Scene with(Spot other) {
    return new Scene(
        number, kind, other, cause, beganTick, facts, bodies, people, riders, pieces, stage,
        account);
  }

  Scene with(Facts others) {
    return new Scene(
        number, kind, spot, cause, beganTick, others, bodies, people, riders, pieces, stage,
        account);
  }

  Scene with(String fact, Object value) {
    return with(facts.with(fact, value));
  }

  Scene withBodies(List<Body> others) {
    return new Scene(
        number, kind, spot, cause, beganTick, facts, others, people, riders, pieces, stage,
        account);
  }

  Scene with(Casualties others) {
    Scene after =
        new Scene(
            number, kind, spot, cause, beganTick, facts, bodies, others, riders, pieces, stage,
            account);
    return after.with(SceneFacts.SEVERITY, Severity.worse(severity(), others.severity()));
  }

  Scene withRiders(int others) {
    return new Scene(
        number, kind, spot, cause, beganTick, facts, bodies, people, others, pieces, stage,
        account);
  }

  Scene withPieces(List<Piece> others) {
    return new Scene(
        number, kind, spot, cause, beganTick, facts, bodies, people, riders, others, stage,
        account);
  }

  Scene with(SceneStage other) {
    return new Scene(
        number, kind, spot, cause, beganTick, facts, bodies, people, riders, pieces, other,
        account);
  }

  Scene with(SceneAccount other) {
    return new Scene(
        number, kind, spot, cause, beganTick, facts, bodies, people, riders, pieces, stage, other);
  }

  // bodies --------------------------------------------------------------------------------------

  Optional<Body> find(String body) {
    return bodies.stream().filter(b -> b.name().equals(body)).findFirst();
  }

  Scene and(Body more) {
    List<Body> all = new ArrayList<>(bodies);
    all.removeIf(b -> b.name().equals(more.name()));
    all.add(more);
    return withBodies(all);
  }

  Scene without(Predicate<Body> gone) {
    return withBodies(bodies.stream().filter(gone.negate()).toList());
  }

  Scene change(Predicate<Body> which, UnaryOperator<Body> how) {
    return withBodies(bodies.stream().map(b -> which.test(b) ? how.apply(b) : b).toList());
  }

  List<String> vehicles() {
    return bodies.stream().filter(b -> b.matter() == Body.Matter.VEHICLE).map(Body::name).toList();
  }

  boolean hasIcv() {
    return bodies.stream().anyMatch(Body::icv) || FactValues.flag(facts, SceneFacts.ICV, false);
  }

  // what is so ----------------------------------------------------------------------------------

  /** All roads that it is about: its own first, then others in order of id. */
  @JsonIgnore
  List<String> roads() {
    Set<String> others = new TreeSet<>(FactValues.texts(facts, SceneFacts.ROADS));
    others.remove(spot.road());
    List<String> roads = new ArrayList<>(List.of(spot.road()));
    roads.addAll(others);
    return roads;
  }

  /** Whether it is about another road than its own, too. */
  boolean reaches(String road) {
    return FactValues.texts(facts, SceneFacts.ROADS).contains(road);
  }

  String severity() {
    String said = FactValues.text(facts, SceneFacts.SEVERITY);
    return said.isEmpty() ? Severity.DAMAGE : said;
  }

  boolean burns() {
    return FactValues.flag(facts, SceneFacts.FIRE, false);
  }

  boolean leaks() {
    return FactValues.flag(facts, SceneFacts.LEAKS, false);
  }

  /** A hidden fact: vehicles that somebody tried to get going, and that stand for all that. */
  static final String IN_VAIN = "scene.inVain";

  /** Whether evidence comes before clearing; by the law, unless a centre has ordered otherwise. */
  boolean keepsEvidenceFirst() {
    if (!stage.ordered().isEmpty()) {
      return stage.ordered().equals(KEEP_SCENE);
    }
    return !severity().equals(Severity.DAMAGE) || hasIcv();
  }

  /** The procedure by which a scene is kept as it is until evidence is taken. */
  static final String KEEP_SCENE = "keep-scene";

  /** Whether anything of it is still there, or still to be done. */
  boolean isThere() {
    return stage.timed() || !bodies.isEmpty() || pieces.stream().anyMatch(Piece::unfinished);
  }

  /**
   * Whether somebody has to keep the traffic away from it: as long as others work there, or water
   * or fog is there. Where a collision is, that is done by whoever takes evidence.
   */
  @JsonIgnore
  boolean isGuarded() {
    return switch (kind) {
      case COLLISION, RUNAWAY_VEHICLE, CONGESTION -> false;
      case FLOOD, FOG -> stage.timed();
      default -> pieces.stream().anyMatch(Piece::unfinished);
    };
  }

  /** Whether its account is all that is left of it. */
  boolean isGone() {
    return stage.goneTick() >= 0;
  }
}
