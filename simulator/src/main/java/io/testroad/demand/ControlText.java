package io.testroad.demand;

import io.testroad.demand.VehicleType.LaneChange;
import io.testroad.demand.VehicleType.LaneChangeModel;
import io.testroad.network.XmlElement;
import java.util.List;

/**
 * SUMO's attributes of lane changes, junctions and controllers.
 *
 * <p>Source: "Definition of Vehicles, Vehicle Types, and Routes" in SUMO's documentation.
 */
final class ControlText {

  /** What would change traffic and isn't simulated. */
  private static final List<String> UNSUPPORTED =
      List.of(
          "lcOpposite",
          "lcLookaheadLeft",
          "lcSpeedGainRight",
          "lcSpeedGainLookahead",
          "lcSpeedGainRemainTime",
          "lcOvertakeRight",
          "lcOvertakeDeltaSpeedFactor",
          "lcKeepRightAcceptanceTime",
          "lcCooperativeRoundabout",
          "lcCooperativeSpeed",
          "lcCooperativeHelpTime",
          "lcSigma",
          "lcPushy",
          "lcPushyGap",
          "lcSublane",
          "lcImpatience",
          "lcTimeToImpatience",
          "lcAccelLat",
          "lcLaneDiscipline",
          "lcTurnAlignmentDistance",
          "lcContRight",
          "lcStrategicLookahead",
          "jmCrossingGap",
          "jmDriveAfterRedTime",
          "jmDriveAfterYellowTime",
          "jmDriveRedSpeed",
          "jmIgnoreFoeProb",
          "jmIgnoreFoeSpeed",
          "jmIgnoreJunctionFoeProb",
          "jmIgnoreKeepClearTime",
          "jmSigmaMinor",
          "jmStoplineGap",
          "jmTimegapMinor",
          "jmExtraGap",
          "jmAdvance",
          "jmStopSignWait",
          "jmAllwayStopWait",
          "apparentDecel",
          "startupDelay",
          "sigmaStep",
          "stepping",
          "applyDriverState",
          "collisionAvoidanceOverride",
          "speedControlMinGap");

  private ControlText() {}

  /** The lane-change behaviour an element says, or a default where it says nothing. */
  static LaneChange laneChange(XmlElement element, LaneChange otherwise) {
    LaneChangeModel model =
        element.has("laneChangeModel")
            ? ModelText.laneChange(element, element.text("laneChangeModel", ""))
            : otherwise.model();
    return new LaneChange(
        model,
        eagerness(element, "lcStrategic", otherwise.strategic()),
        eagerness(element, "lcCooperative", otherwise.cooperative()),
        element.notNegative("lcSpeedGain", otherwise.speedGain()),
        element.notNegative("lcKeepRight", otherwise.keepRight()),
        element.positive("lcAssertive", otherwise.assertive()),
        otherwise.mobil());
  }

  /** SUMO allows -1 for none at all. */
  private static double eagerness(XmlElement element, String attribute, double otherwise) {
    return Math.max(0, element.number(attribute, otherwise));
  }

  /** The gains an element says, or a default where it says nothing. */
  static Automation automation(XmlElement element, Automation otherwise) {
    return new Automation(
        otherwise.coolness(),
        acc(element, otherwise.acc()),
        cacc(element, otherwise.cacc()),
        otherwise.rss());
  }

  private static AccGains acc(XmlElement element, AccGains otherwise) {
    return new AccGains(
        speedControl(element, "speedControlGain", otherwise.speedControl()),
        element.notNegative("gapControlGainSpace", otherwise.gap()),
        element.notNegative("gapControlGainSpeed", otherwise.gapRate()),
        element.notNegative("gapClosingControlGainSpace", otherwise.closing()),
        element.notNegative("gapClosingControlGainSpeed", otherwise.closingRate()),
        element.notNegative("collisionAvoidanceGainSpace", otherwise.avoidance()),
        element.notNegative("collisionAvoidanceGainSpeed", otherwise.avoidanceRate()));
  }

  private static CaccGains cacc(XmlElement element, CaccGains otherwise) {
    return new CaccGains(
        speedControl(element, "speedControlGainCACC", otherwise.speedControl()),
        element.notNegative("gapControlGainGap", otherwise.gap()),
        element.notNegative("gapControlGainGapDot", otherwise.gapRate()),
        element.notNegative("gapClosingControlGainGap", otherwise.closing()),
        element.notNegative("gapClosingControlGainGapDot", otherwise.closingRate()),
        element.notNegative("collisionAvoidanceGainGap", otherwise.avoidance()),
        element.notNegative("collisionAvoidanceGainGapDot", otherwise.avoidanceRate()),
        element.positive("tauCACCToACC", otherwise.fallbackHeadwayS()));
  }

  /** SUMO's gain of the speed error is negative: own speed less the desired one. */
  private static double speedControl(XmlElement element, String attribute, double otherwise) {
    double gain = element.number(attribute, -otherwise);
    if (gain > 0) {
      element.fault(
          "out-of-range",
          "<" + element.name() + " " + attribute + "=\"" + gain + "\"> must be at most 0.",
          "Correct the value; SUMO's is -0.4.");
      return otherwise;
    }
    return -gain;
  }

  /** Warns of the attributes that would change traffic and are not simulated. */
  static void warnOfUnsupported(XmlElement element) {
    List<String> found = UNSUPPORTED.stream().filter(element::has).toList();
    if (!found.isEmpty()) {
      element.doubt(
          "unsupported-attribute",
          "<" + element.name() + "> says " + String.join(", ", found) + ", not simulated.",
          "");
    }
  }
}
