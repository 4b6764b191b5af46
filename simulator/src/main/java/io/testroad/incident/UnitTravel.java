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
import java.util.List;
import java.util.Optional;

/** How a unit gets where it is sent, and home again. */
final class UnitTravel {

  /** How far before the incident it stops, m. */
  private static final double STOP_BEFORE_M = 15;

  /** Standing in traffic nearer to the incident than this it stops, and the crew walks, m. */
  private static final double WALKS_M = 60;

  /** How far before a signal it asks for green, m (assumption). */
  private static final double ASKS_BEFORE_M = 600;

  /** Speed of a drone, m/s, in a straight line (assumption). */
  private static final double FLIES_MPS = 15;

  /** The inquiry of a patrol, which is about no incident. */
  static final int PATROL = 0;

  /** Between two looks at where it is, s. */
  private static final double LOOK_S = 1;

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
    become(state().with(order, unit.tick()));
    if (state().phase() == Phase.OUT_OF_SERVICE) {
      stuck("out-of-service");
    } else if (spec().kind().flies()) {
      flyOut();
    } else if (place().onRoad()) {
      redirect(order.road(), target(order), Phase.DRIVING);
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
        unit.ways().find(place().road(), place().positionM(), order.road(), target(order));
    if (way.isEmpty()) {
      stuck("no-way");
      return;
    }
    insert(way.get(), place().positionM(), target(order), spec().kind().hasBlueLight());
    become(state().in(Phase.DRIVING));
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

  /** Takes another way from where it is on the road. */
  private void redirect(String road, double positionM, Phase phase) {
    UnitState.Place here = place();
    boolean turning =
        !here.ahead().isEmpty()
            && unit.ways().lengthM(here.road()) - here.positionM() <= turnsWithinM();
    String start = turning ? here.ahead().get(0) : here.road();
    double startM = turning ? 0 : here.positionM() + turnsWithinM();
    Optional<List<String>> way = unit.ways().find(start, startM, road, positionM);
    if (way.isEmpty()) {
      stuck("no-way");
      return;
    }
    List<String> roads = way.get();
    unit.out()
        .decide(new RoadDecision.Reroute(spec().name(), roads, positionM))
        .decide(
            new RoadDecision.BlueLight(
                spec().name(), phase == Phase.DRIVING && spec().kind().hasBlueLight()));
    List<String> ahead = turning ? roads : roads.subList(1, roads.size());
    if (phase == Phase.DRIVING && state().phase() != Phase.DRIVING) {
      unit.record(EventType.UNIT_SET_OUT, Facts.of("road", here.road()));
    }
    become(state().with(here.along(ahead, true)).in(phase));
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
    } else if (state().phase() == Phase.TURNING_OUT) {
      become(state().in(Phase.AT_STATION));
    } else if (place().onRoad()) {
      redirect(spec().station(), stationTarget(), Phase.RETURNING);
    } else if (place().road().equals(spec().station())) {
      atHome();
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
    unit.ways()
        .find(place().road(), place().positionM(), spec().station(), stationTarget())
        .ifPresentOrElse(
            way -> {
              insert(way, place().positionM(), stationTarget(), false);
              become(state().in(Phase.RETURNING));
            },
            this::atHome);
  }

  /** It stands at its station, or begins its round again. */
  private void atHome() {
    become(
        state()
            .in(Phase.AT_STATION)
            .with(new UnitState.Place(spec().station(), spec().stationM(), false, List.of(), "")));
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
      stopShort();
    } else if (percept instanceof Percept.NoWayOn) {
      stuck("no-way");
    } else if (percept instanceof Percept.Collided) {
      become(state().in(Phase.OUT_OF_SERVICE));
      stuck("collided");
    } else if (percept instanceof Percept.Removed) {
      removed();
    }
  }

  /** It has stood for a minute; near the incident that is as far as it gets. */
  private void stopShort() {
    UnitState.Place here = place();
    IncidentLetter.UnitSent order = state().order();
    if (state().phase() == Phase.DRIVING
        && order != null
        && here.onRoad()
        && Math.abs(leftM(here, order)) <= WALKS_M) {
      double stopM = Math.max(0, here.positionM() - 1);
      unit.out().decide(new RoadDecision.Reroute(spec().name(), List.of(here.road()), stopM));
    }
  }

  /** How far it still has to go, m; infinite where the incident is not on this road or the next. */
  private double leftM(UnitState.Place here, IncidentLetter.UnitSent order) {
    if (here.road().equals(order.road())) {
      return target(order) - here.positionM();
    }
    boolean isNext = !here.ahead().isEmpty() && here.ahead().get(0).equals(order.road());
    return isNext
        ? unit.ways().lengthM(here.road()) - here.positionM() + target(order)
        : Double.POSITIVE_INFINITY;
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
    releaseSignal();
    if (state().order() != null) {
      stuck("removed");
    }
    become(state().with(place().off()));
    atHome();
    tellFree();
  }

  /** It can't do what it was sent to do. */
  private void stuck(String cause) {
    IncidentLetter.UnitSent order = state().order();
    releaseSignal();
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
    if (state().phase() == Phase.OUT_OF_SERVICE) {
      return;
    }
    if (place().onRoad()) {
      unit.out().decide(new RoadDecision.Remove(spec().name()));
    } else {
      atHome();
      tellFree();
    }
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
