package io.testroad.vehicle;

import io.testroad.engine.RandomStream;
import io.testroad.engine.RoadDecision;
import io.testroad.network.Zone;
import io.testroad.protocol.VehicleLetter;
import java.time.Duration;

/**
 * What a vehicle does without one of the things it relies on: its sensors, its position, V2X, its
 * back end. It finds out by itself whether an outage concerns it: by its software, by where it is
 * when it is struck, and by a draw of its own.
 */
final class IcvOutages {

  static final String POSITION_LOST = "positioning-lost";
  private static final String SENSOR_LOST = "sensor-lost";
  private static final String BACK_END_LOST = "back-end-lost";

  private final IcvDriving driving;
  private final IcvSpec spec;
  private final Fallback.Losses losses;
  private final RandomStream stream;
  private final IcvTakeover takeover;
  private final IcvStops stops;
  private final IcvFaults faults;
  private final IcvHelp help;
  private final IcvOutfit outfit;

  /** Outages of a vehicle; whether and when they strike is drawn from the stream. */
  IcvOutages(
      IcvDriving driving,
      RandomStream stream,
      IcvTakeover takeover,
      IcvStops stops,
      IcvFaults faults,
      IcvHelp help,
      IcvOutfit outfit) {
    this.driving = driving;
    spec = driving.spec();
    losses = spec.fallback().losses();
    this.stream = stream;
    this.takeover = takeover;
    this.stops = stops;
    this.faults = faults;
    this.help = help;
    this.outfit = outfit;
  }

  // the beginning -------------------------------------------------------------------------------

  void begins(VehicleLetter.OutageBegins outage) {
    long tick = driving.turn().tick();
    RandomStream draws = stream.forEntity(RandomStream.hash("outage " + outage.outage()));
    boolean concerned =
        outage.software().isEmpty()
            || outage.software().equals(driving.state().outfit().software());
    if (!concerned || draws.uniform(2 * tick) >= outage.share()) {
      return;
    }
    double afterS = outage.withinS() * draws.uniform(2 * tick + 1);
    var strikes = new VehicleLetter.OutageStrikes(outage, tick);
    if (afterS == 0) {
      strikes(strikes);
    } else {
      driving.out().remind(ofSeconds(afterS), strikes);
    }
  }

  private static Duration ofSeconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  void strikes(VehicleLetter.OutageStrikes struck) {
    VehicleLetter.OutageBegins outage = struck.outage();
    double leftS = outage.lastsS() - driving.secondsSince(struck.beganTick());
    if (!isWithin(outage.zone()) || leftS <= 0) {
      return;
    }
    begin(
        outage.outage(),
        new Mishap.Outage(
            outage.kind(), outage.needsRestart(), outage.crewShare(), struck.beganTick()),
        leftS);
  }

  /** The vehicle has lost its position by itself. */
  void positionFades() {
    Fallback.Help byHand = spec.fallback().help();
    begin(
        "shadow",
        new Mishap.Outage(
            Mishap.POSITIONING, byHand.restarts(), byHand.crewShare(), driving.turn().tick()),
        spec.fallback().rates().shadowLasts().toMillis() / 1000.0);
  }

  private boolean isWithin(String zone) {
    Zone area = spec.zones().get(zone);
    return zone.isEmpty()
        || (area != null
            && driving.state().place().onRoad()
            && area.contains(driving.state().place().road()));
  }

  private void begin(String name, Mishap.Outage outage, double leftS) {
    driving.become(driving.mishap().with(name, outage));
    driving.out().remind(ofSeconds(leftS), new VehicleLetter.OutageEnds(name, outage.beganTick()));
    boolean onRoad = driving.state().place().onRoad();
    switch (outage.kind()) {
      case Mishap.SENSOR_DEGRADED -> driving.capSpeed();
      case Mishap.SENSOR -> fail(SENSOR_LOST);
      case Mishap.POSITIONING -> {
        driving.capSpeed();
        driving
            .out()
            .remind(
                losses.deadReckoning(), new VehicleLetter.PositionLost(name, outage.beganTick()));
      }
      case Mishap.V2X -> restyle(losses.v2xFallbackType());
      case Mishap.BACK_END -> {
        outfit.uploadFails(BACK_END_LOST);
        if (losses.needsBackEnd() && onRoad) {
          fail(BACK_END_LOST);
        }
      }
      default -> throw new IllegalArgumentException("no outage of " + outage.kind());
    }
  }

  /** A driver goes on; the system can't. */
  private void fail(String cause) {
    if (driving.state().isSystemDriving() && driving.state().fault().isEmpty()) {
      faults.arises(new VehicleLetter.FaultArises(cause, true));
    }
  }

  private void restyle(String type) {
    if (!losses.v2xFallbackType().isEmpty() && driving.state().place().onRoad()) {
      driving.out().decide(new RoadDecision.Restyle(spec.name(), type));
    }
  }

  /** The vehicle begins a trip. */
  void departed() {
    if (driving.mishap().lacks(Mishap.V2X)) {
      restyle(losses.v2xFallbackType());
    }
  }

  /** Dead reckoning has led the vehicle as far as it could. */
  void positionLost(VehicleLetter.PositionLost lost) {
    Mishap.Outage outage = driving.mishap().outages().get(lost.outage());
    if (outage != null && outage.beganTick() == lost.beganTick()) {
      takeover.leaveAutomation(POSITION_LOST, "");
    }
  }

  // the end -------------------------------------------------------------------------------------

  void ends(VehicleLetter.OutageEnds end) {
    Mishap.Outage outage = driving.mishap().outages().get(end.outage());
    if (outage == null || outage.beganTick() != end.beganTick()) {
      return;
    }
    driving.become(driving.mishap().without(end.outage()));
    if (driving.mishap().lacks(outage.kind())) {
      return;
    }
    switch (outage.kind()) {
      case Mishap.V2X -> restyle(losses.type());
      case Mishap.BACK_END -> outfit.uploadMended();
      case Mishap.SENSOR -> {}
      default -> driving.capSpeed();
    }
    if (hasStopped(outage.kind())) {
      goOn(outage);
    }
  }

  /** Whether the vehicle stands, or is about to, because of an outage that is over. */
  private boolean hasStopped(String kind) {
    IcvState state = driving.state();
    String cause = kind + "-lost";
    String haltCause = state.trouble().haltCause();
    return state.isStopping()
        && (state.fault().isEmpty()
            ? haltCause.equals(cause)
                || (haltCause.equals(IcvTakeover.UNANSWERED)
                    && state.request().cause().equals(cause))
            : cause.equals(state.fault()));
  }

  private void goOn(Mishap.Outage outage) {
    if (outage.needsRestart()) {
      help.askRestart(outage.crewShare());
    } else {
      driving.become(driving.state().with(IcvState.Trouble.NONE));
      stops.driveOnByItself("outage-over");
    }
  }
}
