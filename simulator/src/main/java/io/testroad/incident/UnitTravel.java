package io.testroad.incident;

import io.testroad.engine.AgentId;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Percept;
import io.testroad.engine.RoadDecision;
import io.testroad.incident.UnitState.Phase;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.SceneLetter;
import io.testroad.protocol.SignalLetter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** How a unit gets where it is sent, and home again. */
final class UnitTravel {

  /** Why it has no way on where it was told a route that it can't take from where it is. */
  private static final String NOT_FROM_HERE = "route";

  /** How far before the incident it stops, m. */
  private static final double STOP_BEFORE_M = 15;

  /** Standing in traffic nearer to the incident than this it stops; it is as good as there, m. */
  private static final double THERE_WITHIN_M = 60;

  /** Speed on foot with what is needed at the scene, m/s (assumption). */
  private static final double WALKS_MPS = 1.2;

  /** How much longer a walk is than the straight line (assumption). */
  private static final double WALKS_ROUND = 1.3;

  /** Another way must be quicker by this to be taken on the news of traffic, s (assumption). */
  private static final double WORTH_A_TURN_S = 60;

  /** How far before a signal it asks for green, m (assumption). */
  private static final double ASKS_BEFORE_M = 600;

  /** Speed of a drone, m/s, in a straight line (assumption). */
  private static final double FLIES_MPS = 15;

  /** The inquiry of a patrol, which is about no incident. */
  static final int PATROL = 0;

  /** Between two looks at where it is, s. */
  private static final double LOOK_S = 1;

  private static final SortedMap<String, Double> FREE = Collections.emptySortedMap();

  private final UnitTurn unit;

  UnitTravel(UnitTurn unit) {
    this.unit = unit;
  }

  private UnitSpec spec() {
    return unit.spec();
  }

  private UnitState state() {
    return unit.state();
  }

  private UnitState.Place place() {
    return unit.state().place();
  }

  private void become(UnitState newState) {
    unit.become(newState);
  }

  // orders --------------------------------------------------------------------------------------

  /** Begins its patrol, if it has one. */
  void patrol() {
    List<String> roads = spec().patrol();
    if (!roads.isEmpty()) {
      insert(roads, Double.NaN, Double.NaN, false);
      become(state().in(Phase.PATROLLING));
    }
  }

  void sent(IncidentLetter.UnitSent order) {
    become(state().with(order, unit.tick()).knowing(order.slowS()));
    if (state().phase() == Phase.OUT_OF_SERVICE) {
      stuck("out-of-service");
    } else if (spec().kind().flies()) {
      flyOut();
    } else if (place().onRoad()) {
      become(state().with(UnitState.Walk.NONE));
      redirect(order.road(), target(order), Phase.DRIVING);
    } else if (isAfoot()) {
      walkOn(order);
    } else if (state().phase() == Phase.ON_SCENE) {
      setOut();
    } else if (state().phase() != Phase.TURNING_OUT) {
      become(state().in(Phase.TURNING_OUT).withNextSerial());
      unit.out().remind(spec().turnout(), new IncidentLetter.TurnedOut(state().serial()));
    }
  }

  private double target(IncidentLetter.UnitSent order) {
    return Math.max(1, order.positionM() - STOP_BEFORE_M);
  }

  void turnedOut(int serial) {
    if (state().phase() == Phase.TURNING_OUT && serial == state().serial()) {
      setOut();
    }
  }

  private void setOut() {
    IncidentLetter.UnitSent order = state().order();
    if (order == null) {
      return;
    }
    Optional<List<String>> way =
        find(place().road(), place().positionM(), order.road(), target(order));
    if (way.isEmpty()) {
      stuck("no-way");
      return;
    }
    insert(way.get(), place().positionM(), target(order), spec().kind().hasBlueLight());
    become(state().in(Phase.DRIVING).with(UnitState.Walk.NONE));
    unit.record(EventType.UNIT_SET_OUT, Facts.of("road", place().road()));
  }

  private void insert(List<String> roads, double fromM, double toM, boolean blueLight) {
    double departM = fromM > 0 ? fromM : Double.NaN;
    unit.out().decide(new RoadDecision.Insert(spec().name(), roads, departM, toM, true, blueLight));
    List<String> ahead = roads.subList(1, roads.size());
    UnitState.Place here = place();
    become(
        state()
            .with(
                new UnitState.Place(roads.get(0), Math.max(0, here.positionM()), true, ahead, "")));
  }

  /** Others make way for a blue light: who has one takes the way that is quickest when free. */
  private Optional<List<String>> find(String from, double fromM, String to, double toM) {
    SortedMap<String, Double> slowS = spec().kind().hasBlueLight() ? FREE : state().slowS();
    return unit.ways().find(from, fromM, to, toM, slowS);
  }

  /** Takes another way from where it is on the road. */
  private void redirect(String road, double positionM, Phase phase) {
    Optional<List<String>> way = wayFromHere(road, positionM);
    if (way.isEmpty()) {
      stuck("no-way");
      return;
    }
    reroute(way.get(), positionM);
    unit.out()
        .decide(
            new RoadDecision.BlueLight(
                spec().name(), phase == Phase.DRIVING && spec().kind().hasBlueLight()));
    if (phase == Phase.DRIVING && state().phase() != Phase.DRIVING) {
      unit.record(EventType.UNIT_SET_OUT, Facts.of("road", place().road()));
    }
    become(state().in(phase));
  }

  /** The best way it can still take, from the road it is on or, about to turn, from the next. */
  private Optional<List<String>> wayFromHere(String road, double positionM) {
    UnitState.Place here = place();
    return isTurning()
        ? find(here.ahead().get(0), 0, road, positionM)
        : find(here.road(), here.positionM() + turnsWithinM(), road, positionM);
  }

  private boolean isTurning() {
    UnitState.Place here = place();
    return !here.ahead().isEmpty()
        && unit.ways().lengthM(here.road()) - here.positionM() <= turnsWithinM();
  }

  private void reroute(List<String> way, double positionM) {
    unit.out().decide(new RoadDecision.Reroute(spec().name(), way, positionM));
    List<String> ahead = isTurning() ? way : way.subList(1, way.size());
    become(state().with(place().along(ahead, true)));
  }

  /**
   * It learns how traffic is. Where its way now takes longer than it knew, it takes another that is
   * clearly quicker.
   */
  void trafficTold(SortedMap<String, Double> slowS) {
    IncidentLetter.UnitSent order = state().order();
    SortedMap<String, Double> before = state().slowS();
    become(state().knowing(slowS));
    if (state().phase() != Phase.DRIVING
        || order == null
        || !place().onRoad()
        || leaves()
        || spec().kind().hasBlueLight()) {
      return;
    }
    List<String> way = new ArrayList<>(place().ahead());
    if (!isTurning()) {
      way.add(0, place().road());
    }
    double nowS = unit.ways().seconds(way, slowS);
    if (nowS < unit.ways().seconds(way, before) + WORTH_A_TURN_S) {
      return;
    }
    wayFromHere(order.road(), target(order))
        .filter(other -> unit.ways().seconds(other, slowS) <= nowS - WORTH_A_TURN_S)
        .ifPresent(other -> reroute(other, target(order)));
  }

  /** So near to a road's end it may have turned before it can be told otherwise, m. */
  private static double turnsWithinM() {
    return 30 * LOOK_S;
  }

  // home ----------------------------------------------------------------------------------------

  /** Goes home, and is free for the next order from now on. */
  void goHome() {
    releaseSignal();
    become(state().with(null, state().sentTick()));
    if (spec().kind().flies()) {
      flyHome();
    } else if (isAfoot()) {
      walkBack();
    } else if (state().phase() == Phase.TURNING_OUT) {
      become(state().in(Phase.AT_STATION));
    } else if (place().onRoad()) {
      become(state().with(UnitState.Walk.NONE));
      redirect(spec().station(), stationTarget(), Phase.RETURNING);
    } else {
      driveHome();
    }
    tellFree();
  }

  private void tellFree() {
    UnitState.Place here = place();
    unit.out()
        .post(
            unit.centre(),
            new IncidentLetter.UnitFree(spec().name(), here.road(), here.positionM()));
  }

  private double stationTarget() {
    return Math.max(1, spec().stationM());
  }

  private void driveHome() {
    if (place().road().equals(spec().station())) {
      atHome();
      return;
    }
    find(place().road(), place().positionM(), spec().station(), stationTarget())
        .ifPresentOrElse(
            way -> {
              insert(way, place().positionM(), stationTarget(), false);
              become(state().in(Phase.RETURNING));
            },
            this::waitHere);
  }

  /** It is at its station again. */
  private void atHome() {
    become(
        state()
            .with(new UnitState.Place(spec().station(), spec().stationM(), false, List.of(), "")));
    waitHere();
  }

  /** It stands where it is until it is sent, or begins its round again. */
  private void waitHere() {
    become(state().in(Phase.AT_STATION));
    patrol();
  }

  // in traffic ----------------------------------------------------------------------------------

  /** Its vehicle has reached the end of its way; whether that is the scene. */
  boolean arrived() {
    releaseSignal();
    UnitState.Place here = place();
    switch (state().phase()) {
      case DRIVING -> {
        IncidentLetter.UnitSent order = state().order();
        if (leaves()) {
          become(state().with(here.off()));
          walk(Phase.WALKING, state().walk().lastsS());
          return false;
        }
        double at =
            order != null && here.road().equals(order.road()) ? target(order) : here.positionM();
        become(state().with(here.at(at).off()).in(Phase.ON_SCENE));
        return order != null;
      }
      case RETURNING -> {
        unit.out()
            .record(EventType.UNIT_HOME, Facts.of("unit", spec().name(), "road", spec().station()));
        atHome();
      }
      case PATROLLING -> {
        become(state().with(here.off()));
        patrol();
      }
      default -> become(state().with(here.off()));
    }
    return false;
  }

  /** What is told in the tick in which it has arrived does not matter to it any more. */
  void perceive(Percept percept) {
    if (percept instanceof Percept.Departed departed) {
      become(state().with(place().at(departed.positionM())));
    } else if (percept instanceof Percept.EnteredRoad entered) {
      releaseSignal();
      if (place().onRoad()) {
        become(state().with(place().on(entered.road())));
        lookAround(entered.road());
      }
    } else if (percept instanceof Percept.Sighted sighted) {
      if (sighted.road().equals(place().road())) {
        become(state().with(place().at(sighted.positionM())));
        askForGreen();
      }
    } else if (percept instanceof Percept.Rerouted rerouted) {
      if (place().onRoad()) {
        List<String> roads = new ArrayList<>(rerouted.roads());
        roads.remove(place().road());
        become(state().with(place().along(roads, true)));
      }
    } else if (percept instanceof Percept.Waiting) {
      stoodForAMinute();
    } else if (percept instanceof Percept.NoWayOn noWay) {
      if (noWay.cause().equals(NOT_FROM_HERE) && isStopping()) {
        unit.out().decide(new RoadDecision.Remove(spec().name())); // pushed out of the junction
      } else {
        stuck("no-way");
      }
    } else if (percept instanceof Percept.Collided) {
      become(state().in(Phase.OUT_OF_SERVICE));
      stuck("collided");
    } else if (percept instanceof Percept.Removed) {
      removed();
    }
  }

  /**
   * It has stood for another minute. Near the incident that is as far as it gets; farther away a
   * crew that can carry what it needs leaves its vehicle at the roadside and walks, once that takes
   * no longer than it has stood already.
   */
  private void stoodForAMinute() {
    IncidentLetter.UnitSent order = state().order();
    if (state().phase() != Phase.DRIVING || order == null || !place().onRoad() || leaves()) {
      return;
    }
    UnitState.Walk walk = state().walk().standing(60);
    double leftM = leftM(order);
    double walkS = leftM / WALKS_MPS;
    if (leftM > THERE_WITHIN_M && spec().kind().walks() && walkS <= walk.stoodS()) {
      walk = walk.to(order, walkS);
      unit.record(
          EventType.UNIT_ON_FOOT,
          Facts.of("road", place().road(), "distanceM", leftM, "lastsS", walkS));
    }
    become(state().with(walk));
    if (leftM <= THERE_WITHIN_M || leaves()) {
      double stopM = Math.max(0, place().positionM() - 1);
      unit.out().decide(new RoadDecision.Reroute(spec().name(), List.of(place().road()), stopM));
    }
  }

  /** Whether it has stood so long that it stops where it is, to walk on or since it is there. */
  boolean isStopping() {
    IncidentLetter.UnitSent order = state().order();
    return state().phase() == Phase.DRIVING
        && order != null
        && place().onRoad()
        && state().walk().stoodS() > 0
        && (leaves() || leftM(order) <= THERE_WITHIN_M);
  }

  /** How far it still has to go, m. */
  private double leftM(IncidentLetter.UnitSent order) {
    UnitState.Place here = place();
    if (here.ahead().isEmpty()) {
      return Math.abs(target(order) - here.positionM());
    }
    double leftM = unit.ways().lengthM(here.road()) - here.positionM() + target(order);
    for (String road : here.ahead().subList(0, here.ahead().size() - 1)) {
      leftM += unit.ways().lengthM(road);
    }
    return leftM;
  }

  // on foot -------------------------------------------------------------------------------------

  /** Whether it has stopped to leave its vehicle, or has left it. */
  private boolean leaves() {
    return state().walk().lastsS() > 0;
  }

  /** Whether its vehicle stands elsewhere. */
  private boolean isAfoot() {
    return leaves() && !place().onRoad();
  }

  private void walk(Phase phase, double seconds) {
    become(state().with(state().walk().since(unit.tick())).in(phase).withNextSerial());
    Duration lasts = Duration.ofMillis(Math.round(seconds * 1000));
    unit.out().remind(lasts, new IncidentLetter.WalkedThere(state().serial()));
  }

  private double afootS() {
    return unit.secondsSince(state().walk().beganTick());
  }

  /** Goes to where its vehicle is; from half the way there it is half as far. */
  private void walkBack() {
    if (state().phase() == Phase.WALKING) {
      walk(Phase.WALKING_BACK, afootS());
    } else if (state().phase() == Phase.ON_SCENE) {
      walk(Phase.WALKING_BACK, state().walk().lastsS());
    }
  }

  /** To the next scene on foot, too, where it is nearer than its vehicle; else back to that. */
  private void walkOn(IncidentLetter.UnitSent order) {
    UnitState.Walk walk = state().walk();
    boolean goesBack = state().phase() == Phase.WALKING_BACK;
    double sinceS = goesBack ? afootS() : 0; // it turns round
    double furtherS = furtherM(order) / WALKS_MPS;
    if (state().phase() == Phase.WALKING || sinceS + furtherS > walk.lastsS() - sinceS) {
      walkBack();
      return;
    }
    double lastsS = sinceS + furtherS;
    unit.record(
        EventType.UNIT_ON_FOOT,
        Facts.of("road", walk.road(), "distanceM", lastsS * WALKS_MPS, "lastsS", lastsS));
    become(state().with(walk.to(order, walk.lastsS() + furtherS)));
    walk(Phase.WALKING, lastsS);
  }

  private double furtherM(IncidentLetter.UnitSent order) {
    UnitState.Walk walk = state().walk();
    double[] from = unit.ways().point(walk.road(), walk.positionM());
    double[] to = unit.ways().point(order.road(), order.positionM());
    return WALKS_ROUND * StrictMath.hypot(to[0] - from[0], to[1] - from[1]);
  }

  /** It has walked; whether to a scene. */
  boolean walkedThere(int serial) {
    if (serial != state().serial()) {
      return false;
    }
    if (state().phase() == Phase.WALKING) {
      become(state().in(Phase.ON_SCENE));
      return true;
    }
    become(state().with(UnitState.Walk.NONE));
    if (state().order() != null) {
      setOut();
    } else {
      driveHome();
    }
    return false;
  }

  /** On patrol it looks along each road that it comes onto. */
  private void lookAround(String road) {
    if (state().phase() == Phase.PATROLLING) {
      double half = unit.ways().lengthM(road) / 2;
      unit.out().post(ScenesSpec.ID, new SceneLetter.LookAsked(PATROL, road, half, half));
    }
  }

  /** Its vehicle was taken off the road. Assumption: it is replaced at its station. */
  private void removed() {
    giveUp("removed");
    become(state().with(place().off()).with(UnitState.Walk.NONE));
    atHome();
    tellFree();
  }

  /**
   * It can't do what it was sent to do. Assumption: where it is on the road it is taken off, since
   * whatever closed its way may close the way back.
   */
  private void stuck(String cause) {
    if (state().order() == null) {
      releaseSignal();
      return;
    }
    giveUp(cause);
    if (state().phase() == Phase.OUT_OF_SERVICE) {
      return;
    }
    if (place().onRoad()) {
      unit.out().decide(new RoadDecision.Remove(spec().name()));
    } else {
      driveHome();
      tellFree();
    }
  }

  private void giveUp(String cause) {
    releaseSignal();
    IncidentLetter.UnitSent order = state().order();
    if (order == null) {
      return;
    }
    unit.record(EventType.UNIT_STUCK, Facts.of("road", place().road(), "cause", cause));
    var letter =
        new IncidentLetter.UnitStuck(order.incident(), spec().name(), place().road(), cause);
    unit.report(letter);
    if (!order.commander().equals(unit.centre())) {
      unit.out().post(unit.centre(), letter);
    }
    become(state().with(null, state().sentTick()));
  }

  // signals -------------------------------------------------------------------------------------

  private void askForGreen() {
    IncidentLetter.UnitSent order = state().order();
    boolean may =
        state().phase() == Phase.DRIVING
            && spec().kind().hasBlueLight()
            && order != null
            && order.preEmption()
            && place().asked().isEmpty()
            && !place().ahead().isEmpty()
            && unit.ways().lengthM(place().road()) - place().positionM() <= ASKS_BEFORE_M;
    if (may) {
      unit.ways()
          .signalAtEnd(place().road())
          .ifPresent(
              signal -> {
                unit.out()
                    .post(
                        AgentId.of("signal", signal),
                        new SignalLetter.PreEmptionAsked(spec().name(), place().road()));
                become(state().with(place().asking(signal)));
              });
    }
  }

  private void releaseSignal() {
    String signal = place().asked();
    if (!signal.isEmpty()) {
      unit.out().post(AgentId.of("signal", signal), new SignalLetter.PreEmptionOver(spec().name()));
      become(state().with(place().asking("")));
    }
  }

  // in the air ----------------------------------------------------------------------------------

  private void flyOut() {
    IncidentLetter.UnitSent order = state().order();
    if (order == null) {
      return;
    }
    boolean onGround = state().phase() == Phase.AT_STATION;
    Duration launch = onGround ? spec().turnout() : Duration.ZERO;
    if (onGround) {
      unit.record(EventType.UNIT_SET_OUT, Facts.of("road", place().road()));
    }
    fly(order.road(), order.positionM(), launch);
    become(state().in(Phase.FLYING));
  }

  private void flyHome() {
    fly(spec().station(), spec().stationM(), Duration.ZERO);
    become(state().in(Phase.RETURNING));
  }

  private void fly(String road, double positionM, Duration launch) {
    UnitState.Flight before = state().flight();
    double[] from =
        before == null
            ? unit.ways().point(place().road(), place().positionM())
            : before.at(unit.tick());
    double[] to = unit.ways().point(road, positionM);
    double seconds = StrictMath.hypot(to[0] - from[0], to[1] - from[1]) / FLIES_MPS;
    Duration lasts = launch.plus(Duration.ofMillis(Math.round(seconds * 1000)));
    long ticks = Math.max(1, unit.turn().clock().ticksCovering(lasts));
    long launchTicks = unit.turn().clock().ticksCovering(launch);
    var flight =
        new UnitState.Flight(
            from[0], from[1], to[0], to[1], unit.tick() + launchTicks, unit.tick() + ticks);
    UnitState.Place there = new UnitState.Place(road, positionM, false, List.of(), "");
    become(state().with(flight).with(there).withNextSerial());
    unit.out().remind(lasts, new IncidentLetter.FlownThere(state().serial()));
  }

  /** A flight is over; whether it has led to a scene. */
  boolean flownThere(int serial) {
    if (serial != state().serial()) {
      return false;
    }
    become(state().with((UnitState.Flight) null));
    if (state().phase() == Phase.RETURNING) {
      unit.out()
          .record(EventType.UNIT_HOME, Facts.of("unit", spec().name(), "road", spec().station()));
      become(state().in(Phase.AT_STATION));
      return false;
    }
    become(state().in(Phase.ON_SCENE));
    return true;
  }
}
