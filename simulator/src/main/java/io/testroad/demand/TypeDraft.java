package io.testroad.demand;

import io.testroad.demand.VehicleType.LaneChange;
import io.testroad.demand.VehicleType.Model;
import io.testroad.demand.VehicleType.SpeedFactor;
import io.testroad.network.VehicleClass;
import io.testroad.network.XmlElement;
import java.util.List;

/**
 * A vehicle type while it is read: its class's defaults, overridden by its attributes, which SUMO's
 * older files put into an element of the car-following model inside the type.
 */
final class TypeDraft {

  private static final List<String> CLASS_NAMES =
      List.of(VehicleClass.values()).stream().map(VehicleClass::written).toList();

  private final String id;
  private final VehicleClass vehicleClass;
  private Model model = Model.KRAUSS;
  private double lengthM;
  private double widthM;
  private double minGapM;
  private double maxSpeedMps;
  private double desiredSpeedMps;
  private double accelMps2;
  private double decelMps2;
  private double emergencyDecelMps2 = Double.NaN;
  private double tauS = 1;
  private double sigma;
  private double delta = 4;
  private SpeedFactor speedFactor;
  private LaneChange laneChange = LaneChange.DEFAULT;
  private double impatience;
  private double massKg;
  private double actionStepS;
  private Automation automation = Automation.DEFAULT;

  /** A type of a class that says nothing more. */
  TypeDraft(String id, VehicleClass vehicleClass) {
    ClassDefaults defaults = ClassDefaults.of(vehicleClass);
    this.id = id;
    this.vehicleClass = vehicleClass;
    lengthM = defaults.lengthM();
    widthM = defaults.widthM();
    minGapM = defaults.minGapM();
    maxSpeedMps = defaults.maxSpeedKmh() / 3.6;
    desiredSpeedMps = defaults.desiredSpeedKmh() / 3.6;
    accelMps2 = defaults.accelMps2();
    decelMps2 = defaults.decelMps2();
    sigma = defaults.sigma();
    speedFactor = SpeedFactorText.ofDeviation(defaults.speedDeviation());
    massKg = defaults.massKg();
  }

  /** The type that a {@code vType} element begins. */
  static TypeDraft of(XmlElement element, String id) {
    String written = element.text("vClass", element.text("vclass", "passenger"));
    VehicleClass vehicleClass =
        VehicleClass.find(written)
            .orElseGet(
                () -> {
                  element.badChoice("vClass", written, CLASS_NAMES);
                  return VehicleClass.PASSENGER;
                });
    TypeDraft draft = new TypeDraft(id, vehicleClass);
    if (element.has("carFollowModel")) {
      draft.follow(element, element.text("carFollowModel", ""));
    }
    draft.read(element);
    return draft;
  }

  /** Reads an element {@code carFollowing-…} inside the type. */
  void readModel(XmlElement element) {
    follow(element, element.name().substring(element.name().indexOf('-') + 1));
    read(element);
  }

  private void follow(XmlElement element, String written) {
    model = ModelText.carFollowing(element, written);
    if (model == Model.CACC) {
      automation =
          new Automation(automation.coolness(), automation.acc(), CaccGains.SUMO, automation.rss());
    }
  }

  private void read(XmlElement element) {
    lengthM = element.positive("length", lengthM);
    widthM = element.positive("width", widthM);
    minGapM = element.notNegative("minGap", minGapM);
    maxSpeedMps = element.positive("maxSpeed", maxSpeedMps);
    desiredSpeedMps = element.positive("desiredMaxSpeed", desiredSpeedMps);
    accelMps2 = element.positive("accel", accelMps2);
    decelMps2 = element.positive("decel", decelMps2);
    emergencyDecelMps2 = element.positive("emergencyDecel", emergencyDecelMps2);
    tauS = element.positive("tau", tauS);
    sigma = share(element, "sigma", sigma);
    delta = element.positive("delta", delta);
    massKg = element.positive("mass", massKg);
    speedFactor = SpeedFactorText.read(element, speedFactor);
    if (!element.text("impatience", "").equals("off")) {
      impatience = share(element, "impatience", impatience);
    }
    actionStepS = element.notNegative("actionStepLength", actionStepS);
    laneChange = ControlText.laneChange(element, laneChange);
    automation = ControlText.automation(element, automation);
    ControlText.warnOfUnsupported(element);
    if (emergencyDecelMps2 < decelMps2) {
      element.doubt(
          "emergency-decel",
          "The type '" + id + "' brakes less hard in an emergency than usually; the usual counts.",
          "Give emergencyDecel a value of at least decel.");
    }
  }

  private static double share(XmlElement element, String attribute, double otherwise) {
    double value = element.notNegative(attribute, otherwise);
    if (value > 1) {
      element.fault(
          "out-of-range",
          "<" + element.name() + " " + attribute + "=\"" + value + "\"> must be from 0 to 1.",
          "Correct the value.");
      return otherwise;
    }
    return value;
  }

  /** The type as read. */
  VehicleType finish() {
    double hardest =
        Double.isNaN(emergencyDecelMps2)
            ? ClassDefaults.of(vehicleClass).emergencyDecelMps2()
            : emergencyDecelMps2;
    return new VehicleType(
        id,
        vehicleClass,
        model,
        lengthM,
        widthM,
        minGapM,
        Math.min(maxSpeedMps, desiredSpeedMps),
        accelMps2,
        decelMps2,
        Math.max(decelMps2, hardest),
        tauS,
        sigma,
        delta,
        speedFactor,
        laneChange,
        impatience,
        massKg,
        actionStepS,
        automation,
        GapAcceptance.NONE);
  }
}
