package io.testroad.scenario;

import io.testroad.demand.AccGains;
import io.testroad.demand.Automation;
import io.testroad.demand.CaccGains;
import io.testroad.demand.GapAcceptance;
import io.testroad.demand.MobilParameters;
import io.testroad.demand.RssEnvelope;
import io.testroad.demand.VehicleType.LaneChange;
import io.testroad.demand.VehicleType.LaneChangeModel;
import io.testroad.units.Dimension;
import io.testroad.yaml.MappingReader;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Reads how vehicles of a type change lanes and how their controllers are set. */
final class TypeControlReader {

  private static final double MOST = 100;
  private static final Map<String, LaneChangeModel> LANE_CHANGE_MODELS = new TreeMap<>();

  static {
    Arrays.stream(LaneChangeModel.values())
        .forEach(model -> LANE_CHANGE_MODELS.put(model.written(), model));
  }

  private final PositiveQuantities quantities;

  TypeControlReader(PositiveQuantities quantities) {
    this.quantities = quantities;
  }

  /** Changes what a type's mapping says. */
  void read(MappingReader type, TypeEdit edit) {
    type.findMapping("lane-change")
        .ifPresent(part -> edit.laneChange(laneChange(part, edit.laneChange())));
    GapAcceptance gaps = edit.gaps();
    edit.gaps(
        new GapAcceptance(
            quantities.read(type, "critical-gap", Dimension.DURATION, gaps.criticalS()),
            quantities.read(type, "follow-up", Dimension.DURATION, gaps.followUpS())));
    Automation old = edit.automation();
    edit.automation(
        new Automation(
            type.findDouble("coolness", 0, 1).orElse(old.coolness()),
            type.findMapping("path-acc").map(part -> acc(part, old.acc())).orElse(old.acc()),
            type.findMapping("cacc").map(part -> cacc(part, old.cacc())).orElse(old.cacc()),
            type.findMapping("rss").map(part -> rss(part, old.rss())).orElse(old.rss())));
  }

  private LaneChange laneChange(MappingReader part, LaneChange old) {
    LaneChange read =
        new LaneChange(
            part.findChoice("model", LANE_CHANGE_MODELS).orElse(old.model()),
            number(part, "strategic", old.strategic()),
            number(part, "cooperative", old.cooperative()),
            number(part, "speed-gain", old.speedGain()),
            number(part, "keep-right", old.keepRight()),
            part.findDouble("assertive", 0.01, MOST).orElse(old.assertive()),
            new MobilParameters(
                part.findDouble("politeness", 0, 1).orElse(old.mobil().politeness()),
                part.findDouble("threshold", 0, 10).orElse(old.mobil().thresholdMps2()),
                quantities.read(
                    part, "safe-deceleration", Dimension.ACCELERATION, old.mobil().safeDecelMps2()),
                part.findDouble("bias", -10, 10).orElse(old.mobil().biasMps2())));
    part.finish();
    return read;
  }

  private static AccGains acc(MappingReader part, AccGains old) {
    AccGains read =
        new AccGains(
            number(part, "speed", old.speedControl()),
            number(part, "gap", old.gap()),
            number(part, "gap-rate", old.gapRate()),
            number(part, "closing", old.closing()),
            number(part, "closing-rate", old.closingRate()),
            number(part, "avoidance", old.avoidance()),
            number(part, "avoidance-rate", old.avoidanceRate()));
    part.finish();
    return read;
  }

  private CaccGains cacc(MappingReader part, CaccGains old) {
    CaccGains read =
        new CaccGains(
            number(part, "speed", old.speedControl()),
            number(part, "gap", old.gap()),
            number(part, "gap-rate", old.gapRate()),
            number(part, "closing", old.closing()),
            number(part, "closing-rate", old.closingRate()),
            number(part, "avoidance", old.avoidance()),
            number(part, "avoidance-rate", old.avoidanceRate()),
            quantities.read(part, "fallback-headway", Dimension.DURATION, old.fallbackHeadwayS()));
    part.finish();
    return read;
  }

  private RssEnvelope rss(MappingReader part, RssEnvelope old) {
    RssEnvelope read =
        new RssEnvelope(
            part.findBoolean("on").orElse(old.on()),
            quantities.read(part, "response", Dimension.DURATION, old.responseS()),
            quantities.read(part, "other-response", Dimension.DURATION, old.otherResponseS()),
            acceleration(part, "acceleration", old.accelMps2()),
            acceleration(part, "brake-min", old.brakeMinMps2()),
            acceleration(part, "brake-max", old.brakeMaxMps2()),
            acceleration(part, "brake-min-correct", old.brakeMinCorrectMps2()),
            acceleration(part, "lateral-acceleration", old.lateralAccelMps2()),
            acceleration(part, "lateral-brake", old.lateralBrakeMps2()),
            quantities.read(part, "lateral-margin", Dimension.DISTANCE, old.lateralMarginM()));
    part.finish();
    return read;
  }

  private double acceleration(MappingReader part, String key, double otherwise) {
    return quantities.read(part, key, Dimension.ACCELERATION, otherwise);
  }

  private static double number(MappingReader part, String key, double otherwise) {
    return part.findDouble(key, 0, MOST).orElse(otherwise);
  }
}
