package io.testroad.vehicle;

import io.testroad.engine.AgentId;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.protocol.SceneLetter;
import io.testroad.protocol.VehicleLetter;

/** A vehicle that stands and can't go on: its riders, and who is told of it. */
final class IcvStandstill {

  private static final AgentId SCENES = AgentId.of("scenes", "all");

  private final IcvDriving driving;
  private final IcvSpec spec;

  IcvStandstill(IcvDriving driving) {
    this.driving = driving;
    spec = driving.spec();
  }

  private Mishap.Stand stand() {
    return driving.mishap().stand();
  }

  private void become(Mishap.Stand stand) {
    driving.become(driving.mishap().with(stand));
  }

  /** Why the vehicle stands. */
  String cause() {
    IcvState state = driving.state();
    return state.fault().isEmpty() ? state.trouble().haltCause() : state.fault();
  }

  /** The vehicle has come to a stand. */
  void began() {
    if (cause().equals(IcvStops.REST)) {
      return;
    }
    if (stand().sinceTick() < 0) {
      become(stand().since(driving.turn().tick(), false));
    }
    ridersStuck();
  }

  /** The operator hears of the stop, where it wants to; after help was asked for. */
  void tell() {
    if (stand().sinceTick() < 0 || !spec.fallback().help().tells()) {
      return;
    }
    become(stand().since(stand().sinceTick(), true));
    IcvState.Place p = driving.state().place();
    driving
        .out()
        .post(
            spec.operator(),
            new VehicleLetter.StopTold(
                spec.name(),
                cause(),
                p.road(),
                p.lane(),
                p.positionM(),
                p.aside(),
                driving.state().riders(),
                driving.mishap().call().open(),
                stand().sinceTick()));
  }

  private void ridersStuck() {
    int riders = driving.state().riders();
    if (riders == 0 || stand().ridersTick() >= 0) {
      return;
    }
    become(stand().withRiders(driving.turn().tick()));
    IcvState.Place p = driving.state().place();
    driving
        .out()
        .record(EventType.RIDERS_STUCK, Facts.of("vehicle", spec.name(), "riders", riders))
        .post(
            SCENES,
            new SceneLetter.RidersStuck(spec.name(), riders, p.road(), p.lane(), p.positionM()));
  }

  /** The riders get out. */
  void ridersOut(String by) {
    ridersFreed(by);
    IcvState.Trip trip = driving.state().trip();
    if (trip != null) {
      driving.become(driving.state().withTrip(trip.withoutPassengers()));
    }
  }

  private void ridersFreed(String by) {
    long since = stand().ridersTick();
    if (since < 0) {
      return;
    }
    become(stand().withRiders(-1));
    driving
        .out()
        .record(
            EventType.RIDERS_FREED,
            Facts.of(
                "vehicle", spec.name(),
                "riders", driving.state().riders(),
                "afterS", driving.secondsSince(since),
                "by", by))
        .post(SCENES, new SceneLetter.RidersFreed(spec.name()));
  }

  /** The vehicle goes on, or has left the road. */
  void over(String by) {
    ridersFreed(by);
    Mishap.Call call = driving.mishap().call();
    if (call.open()) {
      driving.become(driving.mishap().with(new Mishap.Call(call.serial(), call.cause(), false)));
      driving
          .out()
          .post(spec.operator(), new VehicleLetter.AssistanceWithdrawn(spec.name(), call.serial()));
    }
    if (stand().told()) {
      driving.out().post(spec.operator(), new VehicleLetter.StopOver(spec.name()));
    }
    become(Mishap.Stand.NOT);
  }
}
