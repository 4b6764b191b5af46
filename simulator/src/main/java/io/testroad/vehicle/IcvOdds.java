package io.testroad.vehicle;

import io.testroad.engine.RandomStream;
import io.testroad.protocol.VehicleLetter;
import java.util.Map;

/**
 * What goes wrong by chance while the system drives: a Poisson process for each kind along the way
 * driven, whose steps are drawn one after another, so that a kind's course does not depend on the
 * others'.
 */
final class IcvOdds {

  /** Why a takeover is asked for when the system comes upon what it can't do. */
  static final String LIMIT = "system-limit";

  private final IcvDriving driving;
  private final Fallback.Rates rates;
  private final RandomStream stream;
  private final IcvTakeover takeover;
  private final IcvFaults faults;
  private final IcvOutages outages;
  private final IcvHelp help;

  IcvOdds(
      IcvDriving driving,
      RandomStream stream,
      IcvTakeover takeover,
      IcvFaults faults,
      IcvOutages outages,
      IcvHelp help) {
    this.driving = driving;
    rates = driving.spec().fallback().rates();
    this.stream = stream;
    this.takeover = takeover;
    this.faults = faults;
    this.outages = outages;
    this.help = help;
  }

  /** A second on the road; the way of it is that at the speed seen. */
  void secondPasses() {
    for (Map.Entry<String, Double> each : rates.each().entrySet()) {
      if (driving.state().mode() == Mode.AUTOMATED && isHere(each.getKey())) {
        pass(each.getKey(), each.getValue());
      }
    }
  }

  private boolean isHere(String kind) {
    return !kind.equals(Fallback.Rates.POSITIONING)
        || rates.shadow().contains(driving.state().place().road());
  }

  private void pass(String kind, double rate) {
    double passed =
        kind.equals(Fallback.Rates.ASSISTANCE_BY_TIME) ? 1 : driving.state().place().speedMps();
    Mishap.Next next = driving.mishap().ahead().get(kind);
    if (next == null) {
      next = new Mishap.Next(drawn(kind, 0, rate), 0);
    }
    double left = next.left() - passed;
    long number = next.number();
    boolean happens = left <= 0;
    while (left <= 0) {
      number++;
      left += drawn(kind, number, rate);
    }
    driving.become(driving.mishap().with(kind, new Mishap.Next(left, number)));
    if (happens) {
      happens(kind);
    }
  }

  private double drawn(String kind, long number, double rate) {
    return stream.forEntity(RandomStream.hash(kind)).exponential(number, 1 / rate);
  }

  private void happens(String kind) {
    switch (kind) {
      case Fallback.Rates.TAKEOVER -> takeover.leaveAutomation(LIMIT, "");
      case Fallback.Rates.STALL -> faults.arises(new VehicleLetter.FaultArises("stall", false));
      case Fallback.Rates.SENSOR ->
          faults.arises(new VehicleLetter.FaultArises("sensor-lost", true));
      case Fallback.Rates.SENSOR_DEGRADED -> {
        driving.become(driving.mishap().withDegraded(true));
        driving.capSpeed();
      }
      case Fallback.Rates.POSITIONING -> outages.positionFades();
      case Fallback.Rates.ASSISTANCE, Fallback.Rates.ASSISTANCE_BY_TIME -> help.assist();
      default -> throw new IllegalArgumentException("nothing such as " + kind + " goes wrong");
    }
  }
}
