package io.testroad.vehicle;

import io.testroad.engine.Facts;
import io.testroad.policy.GivenFacts;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What rules and onlookers may know of a vehicle: the facts {@code vehicle.…} and the like. */
final class IcvFacts {

  private static final RoadMap.Road NO_ROAD = new RoadMap.Road("", 0, 0, 1, false, List.of());
  private static final IcvState.Trip NO_TRIP =
      new IcvState.Trip("test", 0, "none", List.of(), 0, IcvState.Border.NONE, false);

  private static final SortedMap<String, Function<Scene, Object>> TABLE = table();

  private IcvFacts() {}

  /**
   * What facts are taken from.
   *
   * @param road the road at the moment, empty when there is none
   */
  record Scene(IcvSpec spec, IcvState state, Domain domain, RoadMap map, Instant now, String road) {

    private RoadMap.Road onMap() {
      return road.isEmpty() ? NO_ROAD : map.road(road);
    }

    private IcvState.Trip trip() {
      IcvState.Trip trip = state.trip();
      return trip == null ? NO_TRIP : trip;
    }

    /** Of a vehicle that has yet to set out, whether any of its roads is barred. */
    private boolean isBarred() {
      boolean setsOut = !state.place().onRoad() && state.trip() != null;
      return !setsOut ? domain.isBarred(road) : trip().roads().stream().anyMatch(domain::isBarred);
    }
  }

  /** What anybody may observe after a turn. */
  static Facts observable(IcvSpec spec, IcvState state, Domain domain) {
    IcvState.Place place = state.place();
    return Facts.of(
            "vehicle.name", spec.name(),
            "vehicle.mode", state.mode().written(),
            "vehicle.moving", state.isMoving(),
            "vehicle.onRoad", place.onRoad(),
            "vehicle.road", place.road(),
            "vehicle.aside", place.aside(),
            "vehicle.speedMps", place.speedMps(),
            "vehicle.fault", state.fault(),
            "vehicle.riders", state.riders(),
            "vehicle.ridersStuck", state.mishap().stand().ridersTick() >= 0,
            "vehicle.inDeclaredRoads", domain.isDeclared(place.road()))
        .and(papers(spec, state));
  }

  private static Facts papers(IcvSpec spec, IcvState state) {
    return Facts.of(
        "vehicle.adsLevel", spec.make().adsLevel(),
        "vehicle.stage", state.permit().stage(),
        "vehicle.plated", state.plate() != null,
        "vehicle.plate.number", plateNumber(state),
        "vehicle.plate.validUntil", plateUntil(state),
        "vehicle.permit.status", state.permit().status(),
        "vehicle.permit.validUntil", state.permit().validUntil(),
        "vehicle.insurance.validUntil", spec.insurance().validUntil(),
        "vehicle.insurance.sumCny", spec.insurance().sumCny(),
        "vehicle.detained", state.outfit().detained(),
        "vehicle.hazardLights", state.trouble().hazardLights());
  }

  private static String plateNumber(IcvState state) {
    IcvSpec.Plate plate = state.plate();
    return plate == null ? "" : plate.number();
  }

  private static Instant plateUntil(IcvState state) {
    IcvSpec.Plate plate = state.plate();
    return plate == null ? Instant.EPOCH : plate.validUntil();
  }

  /** All facts of a moment. */
  static Facts all(Scene scene) {
    SortedMap<String, Object> values = new TreeMap<>(scene.state().outfit().given().asMap());
    TABLE.forEach((name, fact) -> values.put(name, fact.apply(scene)));
    return Facts.from(values);
  }

  /** Some facts of a moment; those of them that aren't here are left out. */
  static Facts some(Scene scene, Set<String> names) {
    SortedMap<String, Object> values = new TreeMap<>();
    for (String name : names) {
      Function<Scene, Object> fact = TABLE.get(name);
      Object value =
          fact != null
              ? fact.apply(scene)
              : name.startsWith(GivenFacts.PREFIX)
                  ? scene.state().outfit().given().find(name)
                  : null;
      if (value != null) {
        values.put(name, value);
      }
    }
    return Facts.from(values);
  }

  private static SortedMap<String, Function<Scene, Object>> table() {
    SortedMap<String, Function<Scene, Object>> t = new TreeMap<>();
    t.put("now", Scene::now);
    t.put("operator.name", s -> s.spec().operator().name());
    t.put("operator.vehiclesPerSeat", s -> s.spec().driver().vehiclesPerSeat());
    t.put("weather.state", s -> s.state().surroundings().weather());
    motion(t);
    papers(t);
    equipment(t);
    driver(t);
    way(t);
    return t;
  }

  private static void motion(SortedMap<String, Function<Scene, Object>> t) {
    t.put("vehicle.name", s -> s.spec().name());
    t.put("vehicle.mode", s -> s.state().mode().written());
    t.put("vehicle.moving", s -> s.state().isMoving());
    t.put("vehicle.speedMps", s -> s.state().place().speedMps());
    t.put("vehicle.passengers", s -> s.trip().passengers());
    t.put("vehicle.cargo", s -> s.trip().cargo());
    t.put("vehicle.hazardLights", s -> s.state().trouble().hazardLights());
  }

  private static void papers(SortedMap<String, Function<Scene, Object>> t) {
    t.put("vehicle.stage", s -> s.state().permit().stage());
    t.put("vehicle.plated", s -> s.state().plate() != null);
    t.put("vehicle.plate.number", s -> plateNumber(s.state()));
    t.put("vehicle.plate.validUntil", s -> plateUntil(s.state()));
    t.put("vehicle.permit.status", s -> s.state().permit().status());
    t.put("vehicle.permit.validUntil", s -> s.state().permit().validUntil());
    t.put("vehicle.permit.crew", s -> s.state().permit().crew());
    t.put("vehicle.permit.speedCapMps", s -> s.state().permit().limits().speedMps());
    t.put("vehicle.permit.clearWeatherOnly", s -> s.state().permit().limits().clearWeather());
    t.put("vehicle.permit.manualOnly", s -> s.state().permit().limits().manual());
    t.put("vehicle.detained", s -> s.state().outfit().detained());
    t.put("vehicle.insurance.validUntil", s -> s.spec().insurance().validUntil());
    t.put("vehicle.insurance.sumCny", s -> s.spec().insurance().sumCny());
  }

  private static void equipment(SortedMap<String, Function<Scene, Object>> t) {
    t.put("vehicle.adsLevel", s -> s.spec().make().adsLevel());
    t.put("vehicle.seats", s -> s.spec().make().seats());
    t.put("vehicle.software", s -> s.state().outfit().software());
    t.put("vehicle.softwareDeclared", s -> s.state().isSoftwareDeclared());
    t.put("vehicle.driverDeclared", s -> s.state().isDriverDeclared());
    t.put("vehicle.uploading", s -> s.state().upload().stoppedTick() < 0);
    t.put("vehicle.recorder.on", s -> s.spec().recorder().on());
    t.put("vehicle.recorder.preS", s -> s.spec().recorder().preS());
    t.put("vehicle.recorder.postS", s -> s.spec().recorder().postS());
  }

  private static void driver(SortedMap<String, Function<Scene, Object>> t) {
    t.put("vehicle.safetyDriver", s -> s.spec().driver().place());
    t.put("driver.dutyS", s -> s.state().duty().drivingS());
    t.put("driver.restS", s -> s.state().duty().lastRestS());
    t.put("driver.dutyTodayS", s -> s.state().duty().todayS());
    t.put("driver.experienceYears", s -> s.spec().driver().experienceYears());
  }

  private static void way(SortedMap<String, Function<Scene, Object>> t) {
    t.put("road.id", Scene::road);
    t.put("road.kind", s -> s.onMap().kind());
    t.put("road.declared", s -> s.domain().isDeclared(s.road()));
    t.put("road.expressway", s -> s.onMap().expressway());
    t.put("road.lanes", s -> s.onMap().lanes());
    t.put("road.openForHours", s -> !s.domain().isDeclared(s.road()) || s.domain().isOpen());
    t.put("road.barred", Scene::isBarred);
    t.put("road.speedLimitMps", s -> s.state().place().speedLimitMps());
    t.put("trip.purpose", s -> s.trip().purpose());
    t.put(
        "trip.inDeclaredRoads",
        s ->
            !s.trip().roads().isEmpty()
                && s.trip().roads().stream().allMatch(s.domain()::isDeclared));
  }
}
