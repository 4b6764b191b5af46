package io.testroad.vehicle;

import io.testroad.engine.Facts;
import io.testroad.policy.Moment;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a vehicle's agent knows.
 *
 * @param mode who drives
 * @param plate the plate it carries, or null
 * @param permit its permit
 * @param outfit what it drives with, declared or not
 * @param surroundings the weather, and where it must not be
 * @param place where it is
 * @param trip its trip, or null
 * @param account what its trip counts for until now
 * @param duty its driver's duty
 * @param request the takeover request made last
 * @param trouble what is wrong with it
 * @param upload whether its operating data reach the platform
 * @param looks what was said of it when it was last looked at
 * @param mishap what goes wrong with it, and what it waits for
 */
public record IcvState(
    Mode mode,
    IcvSpec.@Nullable Plate plate,
    Permit permit,
    Outfit outfit,
    Surroundings surroundings,
    Place place,
    @Nullable Trip trip,
    Account account,
    Duty duty,
    Request request,
    Trouble trouble,
    Upload upload,
    Looks looks,
    Mishap mishap) {

  /**
   * The vehicle's permit.
   *
   * @param status none, valid, suspended or withdrawn
   * @param validUntil last instant
   * @param stage the stage it is for
   * @param crew where the safety officer must be
   * @param zone the name of the zone declared
   * @param software the version declared
   * @param drivers how many changes of drivers were declared
   * @param limits what it is restricted to
   */
  public record Permit(
      String status,
      Instant validUntil,
      String stage,
      String crew,
      String zone,
      String software,
      int drivers,
      Limits limits) {

    Permit withStatus(String newStatus) {
      return new Permit(newStatus, validUntil, stage, crew, zone, software, drivers, limits);
    }

    Permit withUntil(Instant until) {
      return new Permit(status, until, stage, crew, zone, software, drivers, limits);
    }

    Permit withScope(String newStage, String newCrew, String newZone) {
      return new Permit(status, validUntil, newStage, newCrew, newZone, software, drivers, limits);
    }

    Permit withZone(String newZone) {
      return withScope(stage, crew, newZone);
    }

    Permit withSoftware(String version) {
      return new Permit(status, validUntil, stage, crew, zone, version, drivers, limits);
    }

    Permit withDrivers(int declared) {
      return new Permit(status, validUntil, stage, crew, zone, software, declared, limits);
    }

    Permit with(Limits newLimits) {
      return new Permit(status, validUntil, stage, crew, zone, software, drivers, newLimits);
    }
  }

  /**
   * What a permit is restricted to.
   *
   * @param speedMps the cap on speed in automated mode, m/s; {@link #NO_CAP_MPS} without one
   * @param clearWeather whether the system may drive in clear weather only
   * @param barredRoad a road where it may not drive; empty when there is none
   * @param manual whether it may not drive at all
   */
  public record Limits(double speedMps, boolean clearWeather, String barredRoad, boolean manual) {

    /** More than any vehicle drives, m/s. */
    public static final double NO_CAP_MPS = 1000;

    static final Limits NONE = new Limits(NO_CAP_MPS, false, "", false);

    boolean isCapped() {
      return speedMps < NO_CAP_MPS;
    }
  }

  /**
   * What a vehicle drives with.
   *
   * @param software the version of its driving system
   * @param drivers how often its drivers have changed
   * @param zone the name of the zone that it takes for declared
   * @param wrongRoads further roads that it takes for declared, because its map is wrong
   * @param painted the number painted on it if another than its plate's; else empty
   * @param detained whether the police hold it
   * @param given the facts {@code given.…}
   */
  public record Outfit(
      String software,
      int drivers,
      String zone,
      List<String> wrongRoads,
      String painted,
      boolean detained,
      Facts given) {

    public Outfit {
      wrongRoads = List.copyOf(wrongRoads);
    }

    Outfit withSoftware(String version) {
      return new Outfit(version, drivers, zone, wrongRoads, painted, detained, given);
    }

    Outfit withDrivers(int changes) {
      return new Outfit(software, changes, zone, wrongRoads, painted, detained, given);
    }

    Outfit withZone(String newZone) {
      return new Outfit(software, drivers, newZone, wrongRoads, painted, detained, given);
    }

    Outfit withWrongRoads(List<String> roads) {
      return new Outfit(software, drivers, zone, roads, painted, detained, given);
    }

    Outfit withPainted(String number) {
      return new Outfit(software, drivers, zone, wrongRoads, number, detained, given);
    }

    Outfit withDetained(boolean held) {
      return new Outfit(software, drivers, zone, wrongRoads, painted, held, given);
    }

    Outfit with(Facts newGiven) {
      return new Outfit(software, drivers, zone, wrongRoads, painted, detained, newGiven);
    }
  }

  /**
   * What is around the vehicle.
   *
   * @param weather the weather
   * @param geofences the emergency geofences in force, by name
   */
  public record Surroundings(String weather, SortedMap<String, Geofence> geofences) {
    static final Surroundings QUIET = new Surroundings("clear", new TreeMap<>());

    public Surroundings {
      geofences = Collections.unmodifiableSortedMap(new TreeMap<>(geofences));
    }
  }

  /**
   * An emergency geofence.
   *
   * @param zone the name of the zone it closes, or empty
   * @param roads ids of roads that it closes besides
   * @param orderedTick when it was ordered
   * @param until its last instant
   */
  public record Geofence(String zone, List<String> roads, long orderedTick, Instant until) {
    public Geofence {
      roads = List.copyOf(roads);
    }
  }

  /**
   * Where the vehicle is.
   *
   * @param onRoad whether it is on the road at all
   * @param road the road's id, empty before the first trip
   * @param lane lane, counted from the right
   * @param positionM m along the road
   * @param speedMps m/s
   * @param speedLimitMps the road's limit, m/s
   * @param aside whether it stands out of the traffic
   */
  public record Place(
      boolean onRoad,
      String road,
      int lane,
      double positionM,
      double speedMps,
      double speedLimitMps,
      boolean aside) {
    static final Place NOWHERE = new Place(false, "", 0, 0, 0, 0, false);
  }

  /**
   * A trip.
   *
   * @param purpose test, passengers or transfer
   * @param passengers people on board who aren't test staff
   * @param cargo none, goods or dangerous-goods
   * @param roads the route, as far as the vehicle knows
   * @param at which of them it is on
   * @param border where on the route the system must have handed over
   * @param detourTried whether another way that stays inside was looked for
   */
  public record Trip(
      String purpose,
      int passengers,
      String cargo,
      List<String> roads,
      int at,
      Border border,
      boolean detourTried) {

    public Trip {
      roads = List.copyOf(roads);
    }

    Trip on(List<String> newRoads, int newAt) {
      return new Trip(purpose, passengers, cargo, newRoads, newAt, border, detourTried);
    }

    Trip with(Border newBorder) {
      return new Trip(purpose, passengers, cargo, roads, at, newBorder, detourTried);
    }

    Trip withoutPassengers() {
      return new Trip(purpose, 0, cargo, roads, at, border, detourTried);
    }

    Trip withDetourTried(boolean tried) {
      return new Trip(purpose, passengers, cargo, roads, at, border, tried);
    }
  }

  /**
   * The end of the part of a route in which the system may drive.
   *
   * @param distanceM from the beginning of the road the vehicle is on; infinite when there is none
   * @param fastestMps the highest speed limit until there, m/s
   */
  public record Border(double distanceM, double fastestMps) {
    static final Border NONE = new Border(Double.POSITIVE_INFINITY, 0);

    boolean isThere() {
      return distanceM < Double.POSITIVE_INFINITY;
    }
  }

  /**
   * What a trip counts for until now.
   *
   * @param earlier the roads left behind
   * @param tick until when it is counted
   * @param speedMps the speed then, m/s
   * @param automatedS time driven by the system on the road it is on, s
   * @param automatedM way driven by the system there, m
   * @param manualS time driven by hand, s
   * @param manualM way driven by hand, m
   * @param takeovers takeovers on the way
   * @param automatedUntil the last tick at which the system drove, or -1
   */
  public record Account(
      Roads earlier,
      long tick,
      double speedMps,
      double automatedS,
      double automatedM,
      double manualS,
      double manualM,
      int takeovers,
      long automatedUntil) {
    static final Account EMPTY = new Account(Roads.NONE, 0, 0, 0, 0, 0, 0, 0, -1);

    Account afterRoad(String road) {
      return automatedS == 0 && automatedM == 0
          ? this
          : new Account(
              earlier.and(road, automatedS, automatedM),
              tick,
              speedMps,
              0,
              0,
              manualS,
              manualM,
              takeovers,
              automatedUntil);
    }

    Account withTakeover() {
      return new Account(
          earlier,
          tick,
          speedMps,
          automatedS,
          automatedM,
          manualS,
          manualM,
          takeovers + 1,
          automatedUntil);
    }

    Account withoutAutomation(long until) {
      return new Account(
          earlier, tick, speedMps, automatedS, automatedM, manualS, manualM, takeovers, until);
    }

    /**
     * What was driven by the system on roads.
     *
     * @param seconds s, by road id
     * @param metres m, by road id
     */
    public record Roads(SortedMap<String, Double> seconds, SortedMap<String, Double> metres) {
      static final Roads NONE = new Roads(new TreeMap<>(), new TreeMap<>());

      public Roads {
        seconds = Collections.unmodifiableSortedMap(new TreeMap<>(seconds));
        metres = Collections.unmodifiableSortedMap(new TreeMap<>(metres));
      }

      Roads and(String road, double moreS, double moreM) {
        SortedMap<String, Double> s = new TreeMap<>(seconds);
        SortedMap<String, Double> m = new TreeMap<>(metres);
        s.merge(road, moreS, Double::sum);
        m.merge(road, moreM, Double::sum);
        return new Roads(s, m);
      }
    }
  }

  /**
   * A driver's duty.
   *
   * @param drivingS continuous driving since the last rest, s
   * @param todayS driving since the run began, s
   * @param lastRestS the last rest, s
   * @param serial grows with each rest
   */
  public record Duty(double drivingS, double todayS, double lastRestS, int serial) {}

  /**
   * A takeover request.
   *
   * @param serial grows with each, so that late answers are known as such
   * @param tick when it was made
   * @param cause why
   */
  public record Request(int serial, long tick, String cause) {
    static final Request NONE = new Request(0, 0, "");
  }

  /**
   * What is wrong with a vehicle.
   *
   * @param fault the cause of its fault, empty when it has none
   * @param hazardLights whether the hazard lights are on
   * @param haltCause why it was last brought to a stand, empty when it wasn't
   */
  public record Trouble(String fault, boolean hazardLights, String haltCause) {
    static final Trouble NONE = new Trouble("", false, "");
  }

  /**
   * Whether operating data reach the platform.
   *
   * @param stoppedTick since when they don't, or -1
   * @param uncheckedS seconds on the road since the platform last looked
   */
  public record Upload(long stoppedTick, int uncheckedS) {}

  /**
   * What the rules said when they were last asked of what is looked at again and again.
   *
   * @param speed of the speed
   * @param duty of the driver's duty
   * @param gap of the gap to the one ahead
   * @param data of the operating data
   * @param following whom the vehicle follows
   */
  public record Looks(Look speed, Look duty, Look gap, Look data, Following following) {
    static final Looks NONE =
        new Looks(Look.NONE, Look.NONE, Look.NONE, Look.NONE, Following.NOBODY);

    Look of(Moment moment) {
      return switch (moment) {
        case SPEED_SEEN -> speed;
        case DUTY_CHECKED -> duty;
        case GAP_SEEN -> gap;
        case DATA_CHECKED -> data;
        default -> throw new IllegalArgumentException(moment + " is no look");
      };
    }

    Looks with(Moment moment, Look look) {
      return switch (moment) {
        case SPEED_SEEN -> new Looks(look, duty, gap, data, following);
        case DUTY_CHECKED -> new Looks(speed, look, gap, data, following);
        case GAP_SEEN -> new Looks(speed, duty, look, data, following);
        case DATA_CHECKED -> new Looks(speed, duty, gap, look, following);
        default -> throw new IllegalArgumentException(moment + " is no look");
      };
    }

    Looks with(Following newFollowing) {
      return new Looks(speed, duty, gap, data, newFollowing);
    }

    /** What a new trip begins with: a breach on the road doesn't go on in the next trip. */
    Looks afterTrip() {
      return new Looks(speed.kept(), duty, gap.kept(), data.kept(), Following.NOBODY);
    }
  }

  /**
   * What the rules of a moment said at the last look.
   *
   * @param held ids of rules that held when they last said anything
   * @param broken ids of rules that are broken, so that a breach that goes on is one breach
   * @param owed names of obligations whose clocks run for as long as their guard holds
   */
  public record Look(List<String> held, List<String> broken, List<String> owed) {
    static final Look NONE = new Look(List.of(), List.of(), List.of());

    public Look {
      held = List.copyOf(held);
      broken = List.copyOf(broken);
      owed = List.copyOf(owed);
    }

    Look kept() {
      return broken.isEmpty() && owed.isEmpty() ? this : new Look(held, List.of(), List.of());
    }
  }

  /**
   * How steadily the vehicle follows another.
   *
   * @param speedMps its speed when the count began, m/s
   * @param leaderSpeedMps the other's speed then, m/s
   * @param seconds for how long both have kept these speeds
   */
  public record Following(double speedMps, double leaderSpeedMps, int seconds) {
    static final Following NOBODY = new Following(0, 0, -1);
  }

  IcvState with(Mode newMode) {
    return new IcvState(
        newMode,
        plate,
        permit,
        outfit,
        surroundings,
        place,
        trip,
        account,
        duty,
        request,
        trouble,
        upload,
        looks,
        mishap);
  }

  IcvState with(IcvSpec.@Nullable Plate newPlate) {
    return new IcvState(
        mode,
        newPlate,
        permit,
        outfit,
        surroundings,
        place,
        trip,
        account,
        duty,
        request,
        trouble,
        upload,
        looks,
        mishap);
  }

  IcvState with(Permit newPermit) {
    return new IcvState(
        mode,
        plate,
        newPermit,
        outfit,
        surroundings,
        place,
        trip,
        account,
        duty,
        request,
        trouble,
        upload,
        looks,
        mishap);
  }

  IcvState with(Outfit newOutfit) {
    return new IcvState(
        mode,
        plate,
        permit,
        newOutfit,
        surroundings,
        place,
        trip,
        account,
        duty,
        request,
        trouble,
        upload,
        looks,
        mishap);
  }

  IcvState with(Surroundings newSurroundings) {
    return new IcvState(
        mode,
        plate,
        permit,
        outfit,
        newSurroundings,
        place,
        trip,
        account,
        duty,
        request,
        trouble,
        upload,
        looks,
        mishap);
  }

  IcvState with(Place newPlace) {
    return new IcvState(
        mode,
        plate,
        permit,
        outfit,
        surroundings,
        newPlace,
        trip,
        account,
        duty,
        request,
        trouble,
        upload,
        looks,
        mishap);
  }

  IcvState withTrip(@Nullable Trip newTrip) {
    return new IcvState(
        mode,
        plate,
        permit,
        outfit,
        surroundings,
        place,
        newTrip,
        account,
        duty,
        request,
        trouble,
        upload,
        looks,
        mishap);
  }

  IcvState with(Account newAccount) {
    return new IcvState(
        mode,
        plate,
        permit,
        outfit,
        surroundings,
        place,
        trip,
        newAccount,
        duty,
        request,
        trouble,
        upload,
        looks,
        mishap);
  }

  IcvState with(Duty newDuty) {
    return new IcvState(
        mode,
        plate,
        permit,
        outfit,
        surroundings,
        place,
        trip,
        account,
        newDuty,
        request,
        trouble,
        upload,
        looks,
        mishap);
  }

  IcvState with(Request newRequest) {
    return new IcvState(
        mode,
        plate,
        permit,
        outfit,
        surroundings,
        place,
        trip,
        account,
        duty,
        newRequest,
        trouble,
        upload,
        looks,
        mishap);
  }

  IcvState with(Trouble newTrouble) {
    return new IcvState(
        mode,
        plate,
        permit,
        outfit,
        surroundings,
        place,
        trip,
        account,
        duty,
        request,
        newTrouble,
        upload,
        looks,
        mishap);
  }

  IcvState with(Upload newUpload) {
    return new IcvState(
        mode,
        plate,
        permit,
        outfit,
        surroundings,
        place,
        trip,
        account,
        duty,
        request,
        trouble,
        newUpload,
        looks,
        mishap);
  }

  IcvState with(Looks newLooks) {
    return new IcvState(
        mode,
        plate,
        permit,
        outfit,
        surroundings,
        place,
        trip,
        account,
        duty,
        request,
        trouble,
        upload,
        newLooks,
        mishap);
  }

  IcvState with(Mishap newMishap) {
    return new IcvState(
        mode,
        plate,
        permit,
        outfit,
        surroundings,
        place,
        trip,
        account,
        duty,
        request,
        trouble,
        upload,
        looks,
        newMishap);
  }

  IcvState withFault(String fault, boolean lights) {
    return with(new Trouble(fault, lights, trouble.haltCause()));
  }

  /** People on board who aren't test staff. */
  int riders() {
    return trip == null ? 0 : trip.passengers();
  }

  String fault() {
    return trouble.fault();
  }

  /** Whether the automated driving system drives. */
  boolean isAutomated() {
    return mode == Mode.AUTOMATED || mode == Mode.TAKEOVER_REQUESTED;
  }

  /** Whether the system drives, on or to a stand. */
  boolean isSystemDriving() {
    return isAutomated() || mode == Mode.MINIMAL_RISK;
  }

  /** Whether it stands, or is coming to a stand, by itself. */
  boolean isStopping() {
    return mode == Mode.MINIMAL_RISK || mode == Mode.STOPPED;
  }

  /** Whether it moves. */
  boolean isMoving() {
    return place.onRoad() && place.speedMps() > 0.1;
  }

  /** Whether the version it drives with was declared. */
  boolean isSoftwareDeclared() {
    return outfit.software().equals(permit.software());
  }

  /** Whether those who drive it were declared. */
  boolean isDriverDeclared() {
    return outfit.drivers() <= permit.drivers();
  }
}
