package io.testroad.bench.models;

import io.testroad.actors.RunObserver;
import io.testroad.actors.RunOptions;
import io.testroad.actors.Simulation;
import io.testroad.demand.Demand;
import io.testroad.demand.VehicleType;
import io.testroad.engine.AgentId;
import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.RandomStream;
import io.testroad.engine.WorkingCalendar;
import io.testroad.finding.Position;
import io.testroad.incident.CentreLevel;
import io.testroad.incident.CentreSpec;
import io.testroad.incident.DispatchSpec;
import io.testroad.incident.ScenesSpec;
import io.testroad.incident.StandardPlans;
import io.testroad.incident.UnitKind;
import io.testroad.incident.UnitSpec;
import io.testroad.network.Network;
import io.testroad.policy.Policy;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.SceneLetter;
import io.testroad.record.RunSink;
import io.testroad.safety.ConflictRules;
import io.testroad.scenario.Addressed;
import io.testroad.scenario.RegisteredVehicle;
import io.testroad.scenario.Scenario;
import io.testroad.scenario.Scripted;
import io.testroad.sensing.CallersSpec;
import io.testroad.sensing.Coverage;
import io.testroad.sensing.PlatformSpec;
import io.testroad.traffic.Sample;
import io.testroad.traffic.Trip;
import io.testroad.yaml.Scalar;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Units that are called and drive, the whole program at work: centres that share a town, each with
 * its own units at random crossings, are told of stalled vehicles at random crossings; each sends
 * the nearest of its units, which drives there, finds nothing, and drives home before the next
 * call.
 *
 * <p>Each centre is one throw of the stations' places, each of its calls one of the call's. The
 * ways begin at a crossing and end a metre behind one, so that they are as long as the distance
 * along the streets.
 */
final class UnitCalls {

  /** Centres; and for each, how often it is called. */
  private static final int CENTRES = 100;

  private static final int CALLS_EACH = 10;

  /** All of them. */
  static final int CALLS = CENTRES * CALLS_EACH;

  private static final OffsetDateTime START = OffsetDateTime.parse("2025-03-01T00:00:00+08:00");
  private static final Clock CLOCK = Clock.of(START, Duration.ofMillis(500));
  private static final CarSet CAR = new CarSet(50, 1, 2.6, 4.5, 2.5, 5);
  private static final long SEED = 20_130_115;

  /** How far behind a crossing the vehicle stands; a unit stops 15 m before it. */
  private static final double CALL_M = 16;

  private final Torus torus;
  private final int units;
  private final RandomStream places;

  /** Between two calls of a centre, ticks: nearly all who were sent are home by then. */
  private final long between;

  /** So many units for each centre. */
  UnitCalls(Torus torus, int units) {
    this.torus = torus;
    this.units = units;
    places = RandomStream.of(SEED, "places of " + units);
    between = CLOCK.ticksCovering(Duration.ofSeconds(Math.round(5400 / Math.sqrt(units))));
  }

  /**
   * What was measured.
   *
   * @param calls to which a unit came
   * @param nearestM mean distance along the streets from the nearest unit's crossing, m
   * @param drivenM mean distance that units drove to the scene, m
   * @param afterS mean time from the order to the arrival, s
   */
  record Answers(int calls, double nearestM, double drivenM, double afterS) {}

  /** What a drive takes longer than at an even speed, for its start and its end, s. */
  static double startAndStopS(double speedMps) {
    return speedMps / 2 / CAR.aMps2() + speedMps / 2 / CAR.bMps2();
  }

  Answers answer() {
    Tally tally = new Tally();
    try (Simulation simulation =
        Simulation.start(
            scenario(), new RunOptions(1, Duration.ZERO), tally, RunObserver.silent())) {
      simulation.await();
    }
    double nearest = 0;
    for (int centre = 0; centre < CENTRES; centre++) {
      for (int call = 0; call < CALLS_EACH; call++) {
        nearest += nearestM(centre, call);
      }
    }
    return new Answers(
        tally.arrivals,
        nearest / CALLS,
        tally.metres / tally.arrivals,
        tally.seconds / tally.arrivals);
  }

  // places --------------------------------------------------------------------------------------

  private int crossing(int centre, int counter) {
    int number = centre * (units + CALLS_EACH) + counter;
    return (int) (places.uniform(number) * torus.crossings() * torus.crossings());
  }

  private int station(int centre, int unit) {
    return crossing(centre, unit);
  }

  private int place(int centre, int call) {
    return crossing(centre, units + call);
  }

  private double nearestM(int centre, int call) {
    double least = Double.POSITIVE_INFINITY;
    for (int unit = 0; unit < units; unit++) {
      least = Math.min(least, torus.distanceM(station(centre, unit), place(centre, call)));
    }
    return least;
  }

  // scenario ------------------------------------------------------------------------------------

  private Scenario scenario() {
    Network network = torus.network();
    VehicleType car = CAR.car("unit", VehicleType.Model.KRAUSS);
    List<CentreSpec> centres = new ArrayList<>();
    List<RegisteredVehicle> vehicles = new ArrayList<>();
    for (int centre = 0; centre < CENTRES; centre++) {
      CentreSpec spec = centre(centre);
      centres.add(spec);
      spec.units().forEach(unit -> vehicles.add(new RegisteredVehicle(unit.name(), car.id())));
    }
    AgentId first = centres.get(0).id();
    return new Scenario(
        "units called",
        Path.of("units-called"),
        SEED,
        CLOCK,
        between * (CALLS_EACH + 1),
        false,
        network,
        new Demand(List.of(car), List.of(), Map.of()),
        vehicles,
        Policy.none(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        centres,
        ScenesSpec.plain(),
        WorkingCalendar.PLAIN,
        new PlatformSpec(1, Duration.ZERO, first),
        List.of(),
        List.of(),
        new CallersSpec(
            first,
            new Coverage(new TreeMap<>()),
            Optional.empty(),
            new CallersSpec.Hotline(1, Duration.ofMinutes(1), Duration.ofMinutes(1))),
        ConflictRules.NONE,
        script(),
        List.of(),
        List.of(),
        List.of(),
        Scalar.plain("", Position.of("units-called")),
        List.of());
  }

  private static String name(int centre) {
    return "desk-" + centre;
  }

  private CentreSpec centre(int centre) {
    AgentId id = AgentId.of("centre", name(centre));
    List<UnitSpec> crews = new ArrayList<>();
    for (int unit = 0; unit < units; unit++) {
      crews.add(
          new UnitSpec(
              name(centre) + "-crew-" + unit,
              UnitKind.FIELD_CREW,
              torus.roadTo(station(centre, unit)),
              torus.spacingM(),
              id,
              0,
              Duration.ZERO,
              Optional.empty(),
              List.of()));
    }
    return new CentreSpec(
        name(centre),
        centre,
        CentreLevel.OPERATOR,
        Set.of(),
        Optional.empty(),
        crews,
        StandardPlans.BOOK,
        DispatchSpec.STANDARD,
        Duration.ofSeconds(30),
        CentreSpec.Surroundings.NONE);
  }

  /** The calls, spread evenly over the time between two of a centre. */
  private List<Scripted> script() {
    List<Scripted> script = new ArrayList<>();
    for (int call = 0; call < CALLS_EACH; call++) {
      for (int centre = 0; centre < CENTRES; centre++) {
        long tick = between * call + between * centre / CENTRES + 1;
        AgentId to = AgentId.of("centre", name(centre));
        script.add(new Scripted(tick, List.of(), List.of(new Addressed(to, told(centre, call)))));
      }
    }
    return script;
  }

  private IncidentLetter.Reported told(int centre, int call) {
    int number = call * CENTRES + centre + 1;
    SceneLetter.Sight seen =
        new SceneLetter.Sight(
            number,
            "vehicle-stalled",
            torus.roadFrom(place(centre, call)),
            0,
            CALL_M,
            List.of("car-" + number),
            Facts.empty());
    return new IncidentLetter.Reported(seen, PlatformSpec.ID, "telemetry", 5, 0);
  }

  /** Sums up the ways of those who are sent, until they arrive. */
  private static final class Tally implements RunSink {
    private final Set<String> underWay = new HashSet<>();
    private int arrivals;
    private double seconds;
    private double metres;

    @Override
    public void events(long tick, List<Event> events) {
      for (Event event : events) {
        if (event.type() == EventType.UNIT_SET_OUT) {
          underWay.add(event.attributes().getString("unit"));
        } else if (event.type() == EventType.UNIT_ARRIVED) {
          arrivals++;
          seconds += (Double) Objects.requireNonNull(event.attributes().find("afterS"));
        }
      }
    }

    @Override
    public void state(long tick, long sumA, long sumB) {}

    @Override
    public void sample(long tick, Sample sample) {}

    @Override
    public void trips(long tick, List<Trip> trips) {
      for (Trip trip : trips) {
        if (underWay.remove(trip.id())) {
          metres += trip.routeLength();
        }
      }
    }
  }
}
