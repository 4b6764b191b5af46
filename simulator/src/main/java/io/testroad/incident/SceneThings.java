package io.testroad.incident;

import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.engine.RoadDecision;
import io.testroad.protocol.SceneFacts;
import io.testroad.protocol.SceneKind;
import io.testroad.protocol.VehicleLetter;
import java.util.ArrayList;
import java.util.List;

/** Puts on the roads what there is of a scene, and takes it off. */
final class SceneThings {

  /** Braking of a vehicle that something has happened to, m/s² (assumption: a firm stop). */
  static final double STOP_MPS2 = 4;

  /** What visibility allows on expressways: m, km/h (Implementing Regulations, article 81). */
  private static final double[][] FOG_LIMITS = {{50, 20}, {100, 40}, {200, 60}};

  private static final double KMH = 3.6;

  private final ScenesTurn turn;

  SceneThings(ScenesTurn turn) {
    this.turn = turn;
  }

  // vehicles ------------------------------------------------------------------------------------

  boolean isIcv(String vehicle) {
    return turn.spec().icvs().containsKey(vehicle);
  }

  /** A vehicle as part of a scene. */
  Body vehicle(Scene scene, String name) {
    boolean canMove = FactValues.flag(scene.facts(), SceneFacts.CAN_MOVE, false);
    return Body.vehicle(name, scene.spot(), isIcv(name), canMove);
  }

  /** Brings a vehicle to a stand; an ICV does that by itself once it knows what has happened. */
  void stop(Scene scene, String vehicle) {
    if (!isIcv(vehicle)) {
      turn.decide(new RoadDecision.Halt(vehicle, STOP_MPS2, scene.spot().lane() < 0));
    } else if (scene.kind() == SceneKind.COLLISION) {
      turn.post(AgentId.vehicle(vehicle), crash(scene));
    } else {
      turn.post(AgentId.vehicle(vehicle), new VehicleLetter.FaultArises(scene.cause(), false));
    }
  }

  private static VehicleLetter.CrashScripted crash(Scene scene) {
    String other = FactValues.text(scene.facts(), SceneFacts.OTHER_KIND);
    String responsibility = FactValues.text(scene.facts(), SceneFacts.RESPONSIBILITY);
    return new VehicleLetter.CrashScripted(
        Facts.of(
            "collision.severity", scene.severity(),
            "collision.otherKind", other.isEmpty() ? "vehicle" : other,
            "collision.canMove", FactValues.flag(scene.facts(), SceneFacts.CAN_MOVE, false)),
        responsibility.isEmpty() ? "undetermined" : responsibility);
  }

  /** Lets vehicles drive on that can; the scene without those that are gone at once. */
  Scene letGo(Scene scene) {
    for (Body body : scene.bodies()) {
      if (body.canMove() && body.icv()) {
        turn.post(AgentId.vehicle(body.name()), new VehicleLetter.FaultMended());
        turn.remind(SceneCourse.IN_VAIN_S, scene.number(), SceneCourse.RECOVERED, 0);
      } else if (body.canMove() && body.matter() == Body.Matter.VEHICLE) {
        turn.decide(new RoadDecision.Resume(body.name()));
      } else if (body.canMove() && body.matter() == Body.Matter.WRECK) {
        clear(scene, body);
      }
    }
    return scene.without(body -> body.canMove() && body.isVehicle() && !body.icv());
  }

  /** Takes a body off the road. */
  void clear(Scene scene, Body body) {
    if (body.matter() == Body.Matter.VEHICLE) {
      turn.decide(new RoadDecision.Remove(body.name()));
    } else if (body.lane() >= 0) {
      turn.decide(new RoadDecision.ClearObstacle(body.name(), scene.spot().road()));
    }
  }

  /** A scene without its bodies of a kind, which are taken off the road. */
  Scene clear(Scene scene, Body.Matter matter) {
    scene.bodies().stream()
        .filter(body -> body.matter() == matter)
        .forEach(body -> clear(scene, body));
    return scene.without(body -> body.matter() == matter);
  }

  /** A vehicle's brakes fail; where there is an escape ramp it steers there. */
  Scene runAway(Scene scene) {
    double mps2 = FactValues.real(scene.facts(), SceneFacts.ACCELERATION_MPS2, 0);
    String ramp = FactValues.text(scene.facts(), SceneFacts.RAMP);
    for (String vehicle : scene.vehicles()) {
      if (!ramp.isEmpty()) {
        turn.decide(
            new RoadDecision.Reroute(
                vehicle, List.of(scene.spot().road(), ramp), turn.roads().lengthM(ramp)));
      }
      turn.decide(new RoadDecision.FailBrakes(vehicle, mps2));
    }
    return scene.change(body -> true, Body::driving);
  }

  Scene deadlock(Scene scene) {
    scene.vehicles().forEach(v -> turn.decide(new RoadDecision.Courtesy(v, true)));
    return scene;
  }

  // things --------------------------------------------------------------------------------------

  /** Puts a thing on each lane that a scene names. */
  Scene lay(Scene scene, Body.Matter matter, double usualM) {
    double lengthM = FactValues.real(scene.facts(), SceneFacts.LENGTH_M, usualM);
    Scene laid = scene;
    List<Integer> lanes = lanes(scene);
    if (lanes.isEmpty()) { // beside the road
      return scene.and(Body.thing(next(scene), matter, scene.spot(), lengthM));
    }
    for (int lane : lanes) {
      laid = lay(laid, matter, lane, lengthM);
    }
    return laid;
  }

  /** Puts a thing on one lane. */
  Scene lay(Scene scene, Body.Matter matter, int lane, double lengthM) {
    Spot spot = new Spot(scene.spot().road(), lane, scene.spot().positionM());
    Body body = Body.thing(next(scene), matter, spot, lengthM);
    turn.decide(
        new RoadDecision.Obstruct(body.name(), spot.road(), lane, spot.positionM(), lengthM));
    boolean canMove =
        matter == Body.Matter.WRECK && FactValues.flag(scene.facts(), SceneFacts.CAN_MOVE, false);
    return scene.and(
        new Body(body.name(), matter, lane, spot.positionM(), lengthM, false, canMove, true));
  }

  private static String next(Scene scene) {
    int number = 1;
    while (scene.find(SceneBlocking.name(scene.number()) + "/" + number).isPresent()) {
      number++;
    }
    return SceneBlocking.name(scene.number()) + "/" + number;
  }

  /** The lanes that a scene names; the one of its place where it names none. */
  private List<Integer> lanes(Scene scene) {
    List<Integer> lanes = new ArrayList<>();
    FactValues.texts(scene.facts(), SceneFacts.LANES)
        .forEach(lane -> lanes.add(Integer.valueOf(lane)));
    if (lanes.isEmpty() && scene.spot().lane() >= 0) {
      lanes.add(scene.spot().lane());
    }
    int all = turn.roads().lanes(scene.spot().road());
    lanes.removeIf(lane -> lane < 0 || lane >= all);
    return lanes;
  }

  // water and air -------------------------------------------------------------------------------

  /** Closes what is under water: the lanes that are named, else whole roads. */
  Scene flood(Scene scene) {
    List<Integer> lanes = lanes(scene);
    String road = scene.spot().road();
    String by = SceneBlocking.name(scene.number());
    if (lanes.isEmpty()) {
      scene.roads().forEach(r -> turn.decide(new RoadDecision.CloseLane(r, -1, by)));
      for (int lane = 0; lane < turn.roads().lanes(road); lane++) {
        lanes.add(lane);
      }
    } else {
      lanes.forEach(lane -> turn.decide(new RoadDecision.CloseLane(road, lane, by)));
    }
    return scene.with(SceneFacts.LANES, lanes.stream().map(String::valueOf).toList());
  }

  void drain(Scene scene) {
    String road = scene.spot().road();
    String by = SceneBlocking.name(scene.number());
    List<Integer> lanes = lanes(scene);
    if (lanes.size() == turn.roads().lanes(road)) {
      scene.roads().forEach(r -> turn.decide(new RoadDecision.OpenLane(r, -1, by)));
    } else {
      lanes.forEach(lane -> turn.decide(new RoadDecision.OpenLane(road, lane, by)));
    }
  }

  /** Lowers the limits of the roads in fog; where nobody says how far one sees it is 100 m. */
  Scene slowDown(Scene scene) {
    double visibilityM = FactValues.real(scene.facts(), SceneFacts.VISIBILITY_M, 100);
    for (double[] limit : FOG_LIMITS) {
      if (visibilityM < limit[0]) {
        double mps = limit[1] / KMH;
        scene.roads().stream()
            .filter(road -> turn.roads().speedLimitMps(road) > mps)
            .forEach(
                road ->
                    turn.decide(
                        new RoadDecision.LimitSpeed(
                            road, mps, SceneBlocking.name(scene.number()))));
        break;
      }
    }
    return scene.with(SceneFacts.VISIBILITY_M, visibilityM);
  }

  void clearUp(Scene scene) {
    scene
        .roads()
        .forEach(
            r ->
                turn.decide(
                    new RoadDecision.LimitSpeed(
                        r, Double.NaN, SceneBlocking.name(scene.number()))));
  }

  // signals -------------------------------------------------------------------------------------

  static AgentId signal(Scene scene) {
    return AgentId.of("signal", FactValues.text(scene.facts(), SceneFacts.SIGNAL));
  }
}
