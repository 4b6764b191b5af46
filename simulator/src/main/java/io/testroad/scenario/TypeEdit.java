package io.testroad.scenario;

import io.testroad.demand.Automation;
import io.testroad.demand.GapAcceptance;
import io.testroad.demand.VehicleType;
import io.testroad.demand.VehicleType.LaneChange;
import io.testroad.demand.VehicleType.Model;
import io.testroad.demand.VehicleType.SpeedFactor;
import io.testroad.network.VehicleClass;

/** A vehicle type under change. */
final class TypeEdit {

  private final VehicleType base;
  private VehicleClass vehicleClass;
  private Model model;
  private double lengthM;
  private double widthM;
  private double minGapM;
  private double maxSpeedMps;
  private double accelMps2;
  private double decelMps2;
  private double emergencyDecelMps2;
  private double tauS;
  private double sigma;
  private double delta;
  private SpeedFactor speedFactor;
  private double impatience;
  private double massKg;
  private LaneChange laneChange;
  private double actionStepS;
  private Automation automation;
  private GapAcceptance gaps;

  private TypeEdit(VehicleType base) {
    this.base = base;
    vehicleClass = base.vehicleClass();
    model = base.model();
    lengthM = base.lengthM();
    widthM = base.widthM();
    minGapM = base.minGapM();
    maxSpeedMps = base.maxSpeedMps();
    accelMps2 = base.accelMps2();
    decelMps2 = base.decelMps2();
    emergencyDecelMps2 = base.emergencyDecelMps2();
    tauS = base.tauS();
    sigma = base.sigma();
    delta = base.delta();
    speedFactor = base.speedFactor();
    impatience = base.impatience();
    massKg = base.massKg();
    laneChange = base.laneChange();
    actionStepS = base.actionStepS();
    automation = base.automation();
    gaps = base.gaps();
  }

  static TypeEdit of(VehicleType base) {
    return new TypeEdit(base);
  }

  TypeEdit model(Model value) {
    model = value;
    return this;
  }

  TypeEdit lengthM(double value) {
    lengthM = value;
    return this;
  }

  TypeEdit widthM(double value) {
    widthM = value;
    return this;
  }

  TypeEdit minGapM(double value) {
    minGapM = value;
    return this;
  }

  TypeEdit maxSpeedMps(double value) {
    maxSpeedMps = value;
    return this;
  }

  TypeEdit accelMps2(double value) {
    accelMps2 = value;
    return this;
  }

  TypeEdit decelMps2(double value) {
    decelMps2 = value;
    return this;
  }

  TypeEdit emergencyDecelMps2(double value) {
    emergencyDecelMps2 = value;
    return this;
  }

  TypeEdit tauS(double value) {
    tauS = value;
    return this;
  }

  TypeEdit sigma(double value) {
    sigma = value;
    return this;
  }

  TypeEdit delta(double value) {
    delta = value;
    return this;
  }

  TypeEdit speedFactor(SpeedFactor value) {
    speedFactor = value;
    return this;
  }

  TypeEdit impatience(double value) {
    impatience = value;
    return this;
  }

  TypeEdit massKg(double value) {
    massKg = value;
    return this;
  }

  TypeEdit laneChange(LaneChange value) {
    laneChange = value;
    return this;
  }

  TypeEdit actionStepS(double value) {
    actionStepS = value;
    return this;
  }

  TypeEdit automation(Automation value) {
    automation = value;
    return this;
  }

  TypeEdit gaps(GapAcceptance value) {
    gaps = value;
    return this;
  }

  GapAcceptance gaps() {
    return gaps;
  }

  LaneChange laneChange() {
    return laneChange;
  }

  Automation automation() {
    return automation;
  }

  SpeedFactor speedFactor() {
    return speedFactor;
  }

  /** The type; it brakes in an emergency at least as hard as comfortably. */
  VehicleType build() {
    return new VehicleType(
        base.id(),
        vehicleClass,
        model,
        lengthM,
        widthM,
        minGapM,
        maxSpeedMps,
        accelMps2,
        decelMps2,
        Math.max(decelMps2, emergencyDecelMps2),
        tauS,
        sigma,
        delta,
        speedFactor,
        laneChange,
        impatience,
        massKg,
        actionStepS,
        automation,
        gaps);
  }
}
