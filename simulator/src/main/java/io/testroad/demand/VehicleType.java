package io.testroad.demand;

import io.testroad.network.VehicleClass;

/**
 * The parameters that vehicles of a kind share. Defaults: SUMO's for its vehicle class ("Definition
 * of Vehicles, Vehicle Types, and Routes" in its documentation).
 *
 * @param id the type's id
 * @param vehicleClass its class, which permissions look at
 * @param model car-following model
 * @param lengthM m, positive
 * @param widthM m, positive
 * @param minGapM gap kept when standing (IDM: s0), m
 * @param maxSpeedMps technical top speed, m/s
 * @param accelMps2 acceleration ability (IDM: a), m/s²
 * @param decelMps2 comfortable deceleration (IDM: b), m/s²
 * @param emergencyDecelMps2 hardest possible braking, m/s²
 * @param tauS desired time headway (IDM: T), s
 * @param sigma Krauss' dawdling, 0 to 1
 * @param delta IDM's acceleration exponent
 * @param speedFactor distribution of the factor a driver applies to speed limits
 * @param laneChange lane-change behaviour
 * @param impatience willingness to take right of way, 0 to 1
 * @param massKg mass, kg
 * @param actionStepS time between two decisions of the driver, his reaction time, s; 0: every tick
 * @param automation how its longitudinal controller is set, where the model is one
 * @param gaps fixed gaps accepted where it must yield, if any
 */
public record VehicleType(
    String id,
    VehicleClass vehicleClass,
    Model model,
    double lengthM,
    double widthM,
    double minGapM,
    double maxSpeedMps,
    double accelMps2,
    double decelMps2,
    double emergencyDecelMps2,
    double tauS,
    double sigma,
    double delta,
    SpeedFactor speedFactor,
    LaneChange laneChange,
    double impatience,
    double massKg,
    double actionStepS,
    Automation automation,
    GapAcceptance gaps) {

  /** Car-following models. */
  public enum Model {
    /** Intelligent Driver Model. */
    IDM("idm"),
    /** Improved Intelligent Driver Model. */
    IIDM("iidm"),
    /** Adaptive cruise control: IIDM with the constant-acceleration heuristic. */
    ACC("acc"),
    /** Adaptive cruise control of the PATH programme, SUMO's ACC. */
    PATH_ACC("path-acc"),
    /** Cooperative adaptive cruise control of the PATH programme. */
    CACC("cacc"),
    /** Krauss' safe speed as in SUMO. */
    KRAUSS("krauss");

    private final String written;

    Model(String written) {
      this.written = written;
    }

    /** The name in scenario files. */
    public String written() {
      return written;
    }
  }

  /** Lane-change models. */
  public enum LaneChangeModel {
    /** Like SUMO's LC2013. */
    SUMO("sumo"),
    /** Minimizing overall braking induced by lane changes. */
    MOBIL("mobil");

    private final String written;

    LaneChangeModel(String written) {
      this.written = written;
    }

    /** The name in scenario files. */
    public String written() {
      return written;
    }
  }

  /**
   * A truncated normal distribution of speed factors.
   *
   * @param mean mean
   * @param deviation standard deviation
   * @param min smallest value
   * @param max largest value
   */
  public record SpeedFactor(double mean, double deviation, double min, double max) {}

  /**
   * Lane-change behaviour: the model, and eagerness as in SUMO's lc parameters, of which 1 is
   * normal and 0 switches one off.
   *
   * @param model the model that weighs changes which the route does not demand
   * @param strategic to follow the route
   * @param cooperative to help others
   * @param speedGain to go faster
   * @param keepRight to keep right
   * @param assertive the gaps demanded are divided by this, above 0
   * @param mobil MOBIL's parameters
   */
  public record LaneChange(
      LaneChangeModel model,
      double strategic,
      double cooperative,
      double speedGain,
      double keepRight,
      double assertive,
      MobilParameters mobil) {

    /** SUMO's model with its defaults. */
    public static final LaneChange DEFAULT = new LaneChange(1, 1, 1, 1);

    /** SUMO's model, demanding normal gaps. */
    public LaneChange(double strategic, double cooperative, double speedGain, double keepRight) {
      this(
          LaneChangeModel.SUMO,
          strategic,
          cooperative,
          speedGain,
          keepRight,
          1,
          MobilParameters.DEFAULT);
    }

    /** The same by another model. */
    public LaneChange with(LaneChangeModel other) {
      return new LaneChange(other, strategic, cooperative, speedGain, keepRight, assertive, mobil);
    }
  }

  /** A type that decides at every tick, its controller set as by default. */
  public VehicleType(
      String id,
      VehicleClass vehicleClass,
      Model model,
      double lengthM,
      double widthM,
      double minGapM,
      double maxSpeedMps,
      double accelMps2,
      double decelMps2,
      double emergencyDecelMps2,
      double tauS,
      double sigma,
      double delta,
      SpeedFactor speedFactor,
      LaneChange laneChange,
      double impatience,
      double massKg) {
    this(
        id,
        vehicleClass,
        model,
        lengthM,
        widthM,
        minGapM,
        maxSpeedMps,
        accelMps2,
        decelMps2,
        emergencyDecelMps2,
        tauS,
        sigma,
        delta,
        speedFactor,
        laneChange,
        impatience,
        massKg,
        0,
        Automation.DEFAULT,
        GapAcceptance.NONE);
  }

  /** A class's default vehicle in SUMO, driving by Krauss' model. */
  public static VehicleType ofClass(String id, VehicleClass vehicleClass) {
    return new TypeDraft(id, vehicleClass).finish();
  }

  /** SUMO's default passenger car, driving by a model. */
  public static VehicleType passenger(String id, Model model) {
    return new VehicleType(
        id,
        VehicleClass.PASSENGER,
        model,
        5,
        1.8,
        2.5,
        55.55,
        2.6,
        4.5,
        9,
        1,
        0.5,
        4,
        new SpeedFactor(1, 0.1, 0.2, 2),
        LaneChange.DEFAULT,
        0,
        1500);
  }

  /** The same, driving by another model. */
  public VehicleType withModel(Model other) {
    return with(other, laneChange, actionStepS, automation, gaps);
  }

  /** The same with another lane-change behaviour. */
  public VehicleType withLaneChange(LaneChange other) {
    return with(model, other, actionStepS, automation, gaps);
  }

  /** The same with another time between decisions, s. */
  public VehicleType withActionStepS(double otherS) {
    return with(model, laneChange, otherS, automation, gaps);
  }

  /** The same with its controller set otherwise. */
  public VehicleType withAutomation(Automation other) {
    return with(model, laneChange, actionStepS, other, gaps);
  }

  /** The same with other fixed gaps. */
  public VehicleType withGaps(GapAcceptance other) {
    return with(model, laneChange, actionStepS, automation, other);
  }

  private VehicleType with(
      Model newModel,
      LaneChange newLaneChange,
      double newActionStepS,
      Automation newAutomation,
      GapAcceptance newGaps) {
    return new VehicleType(
        id,
        vehicleClass,
        newModel,
        lengthM,
        widthM,
        minGapM,
        maxSpeedMps,
        accelMps2,
        decelMps2,
        emergencyDecelMps2,
        tauS,
        sigma,
        delta,
        speedFactor,
        newLaneChange,
        impatience,
        massKg,
        newActionStepS,
        newAutomation,
        newGaps);
  }
}
