package io.testroad.permit;

import static io.testroad.Rules.all;
import static io.testroad.Rules.instruct;
import static io.testroad.Rules.refuse;
import static io.testroad.Rules.rule;

import io.testroad.Fleet;
import io.testroad.Stage;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.RandomStream;
import io.testroad.policy.Consequence;
import io.testroad.policy.Instruction;
import io.testroad.policy.Moment;
import io.testroad.policy.RuleBook;
import io.testroad.protocol.PermitLetter;
import io.testroad.vehicle.IcvSpec;
import io.testroad.vehicle.OperatorSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** A town for some months: a fleet with random papers and manners, and random breaches. */
final class RandomTown {

  private static final int DAYS = 120;
  private static final String[] VEHICLES = {"v1", "v2", "v3"};

  /** What the shipped packs want to know of vehicles. */
  private static final Facts PAPERS =
      Facts.of(
          "vehicle.adsLevel", 4,
          "vehicle.insurance.sumCny", 5e6,
          "vehicle.recorder.on", true,
          "vehicle.recorder.preS", 90.0,
          "vehicle.recorder.postS", 90.0,
          "driver.experienceYears", 10.0);

  private static final Facts REQUEST =
      Facts.of(
          "request.documents",
          List.of(
              "identity",
              "insurance",
              "certificate",
              "inspection",
              "plan",
              "cybersecurity-assessment",
              "track-test",
              "third-party-report"),
          "request.insuranceCny",
          5e6,
          "request.insuranceUntil",
          Instant.parse("2030-01-01T00:00:00Z"),
          "request.adsLevel",
          4,
          "request.recorderPreS",
          90.0,
          "request.recorderPostS",
          90.0,
          "request.recorderRetainDays",
          400,
          "request.recorderRealtimeItems",
          10,
          "request.vehicleClass",
          "passenger",
          "request.neverRegistered",
          true,
          "request.manualModeAvailable",
          true);

  private final RandomStream stream;
  private long drawn;

  private RandomTown(long seed) {
    stream = RandomStream.of(seed, "town");
  }

  /** What happened. */
  record Course(Stage stage, OperatorSpec fleet, List<Event> events) {}

  /** A town's course under rules. */
  static Course play(long seed, RuleBook rules) {
    RandomTown town = new RandomTown(seed);
    return play(town.fleet(), town.breaches(), rules);
  }

  /** A course of a town under the rules that its own random choice gives. */
  static Course play(long seed) {
    RandomTown town = new RandomTown(seed);
    Fleet fleet = town.fleet();
    List<Timed> breaches = town.breaches();
    return play(fleet, breaches, town.rules());
  }

  private record Timed(double atS, PermitLetter letter) {}

  private static Course play(Fleet fleet, List<Timed> breaches, RuleBook rules) {
    OperatorSpec spec = fleet.spec();
    Stage stage = Bureau.stage(rules, fleet);
    List<Event> events = new ArrayList<>();
    for (String vehicle : VEHICLES) {
      IcvSpec.Plate held = spec.papers().plates().get(vehicle);
      stage.with(
          new PlateKeeper(
              vehicle,
              held == null
                  ? new PlateKeeper.State("", Instant.EPOCH)
                  : new PlateKeeper.State(held.number(), held.validUntil())));
      if (held != null) {
        events.add(held(vehicle, held));
      }
    }
    breaches.forEach(breach -> stage.tell(breach.atS, Bureau.POLICE, breach.letter));
    stage.until(DAYS * 86400.0);
    events.addAll(stage.events());
    return new Course(stage, spec, events);
  }

  private static Event held(String vehicle, IcvSpec.Plate plate) {
    return new Event(
        0,
        EventType.PLATE_HELD,
        "vehicle:" + vehicle,
        Facts.of("plate", plate.number(), "vehicle", vehicle, "validUntil", plate.validUntil()));
  }

  private int pick(int bound) {
    return (int) (stream.uniform(drawn++) * bound);
  }

  private boolean chance(double probability) {
    return stream.uniform(drawn++) < probability;
  }

  private String vehicle() {
    return VEHICLES[pick(VEHICLES.length)];
  }

  private String after(int hours) {
    return OffsetDateTime.parse(Bureau.START).plusHours(hours).plusMinutes(pick(60)).toString();
  }

  private Fleet fleet() {
    Fleet fleet =
        Fleet.of(VEHICLES)
            .stage("road-test", Duration.ofHours(pick(200)), Period.ofDays(20 + pick(60)))
            .plates(1, 1 + pick(10))
            .duty(Fleet.duty(0.9, 2, Fleet.rates(pick(5), pick(2), pick(2), pick(3), pick(2))))
            .insured(after(24 * (20 + pick(200))))
            .facts(PAPERS)
            .request(REQUEST)
            .tries(pick(3));
    if (chance(0.5)) {
      fleet.permit("road-test", after(24 + pick(24 * 60)));
    }
    for (String vehicle : VEHICLES) {
      if (chance(0.6)) {
        fleet.plate(vehicle, "T-" + vehicle, after(24 + pick(24 * 60)));
      }
    }
    if (chance(0.5)) {
      fleet.heedsNothing();
    }
    if (chance(0.5)) {
      fleet.renewsDeclaration(1 + pick(15));
    }
    if (chance(0.3)) {
      fleet.stage("demonstration", Duration.ofDays(30 + pick(30)), Period.ofDays(40));
    }
    if (chance(0.5)) {
      fleet.appealsAfter(1 + pick(5) + " working days");
    }
    if (chance(0.5)) {
      fleet.takes("correction", chance(0.5) ? "" : pick(10) + " days");
    }
    return fleet;
  }

  private List<Timed> breaches() {
    List<Timed> breaches = new ArrayList<>();
    int count = pick(15);
    for (int i = 0; i < count; i++) {
      double atS = pick(DAYS * 86400);
      if (chance(0.2)) {
        breaches.add(new Timed(atS, accident()));
      } else {
        breaches.add(new Timed(atS, breach()));
      }
    }
    return breaches;
  }

  private PermitLetter accident() {
    String[] found = {"none", "secondary", "main", "full"};
    return new PermitLetter.AccidentReported(
        vehicle(), Fleet.ID, Facts.of("collision.injured", chance(0.3)), found[pick(found.length)]);
  }

  private PermitLetter breach() {
    List<Consequence> consequences = new ArrayList<>();
    for (int i = 0; i <= pick(2); i++) {
      consequences.add(consequence());
    }
    return new PermitLetter.BreachReported(
        chance(0.2) ? "" : vehicle(),
        Fleet.ID,
        "1.0",
        "a",
        "rule-" + pick(3),
        consequences,
        Facts.empty());
  }

  private Consequence consequence() {
    Consequence.Scope scope = Consequence.Scope.values()[pick(3)];
    return switch (pick(8)) {
      case 0 -> new Consequence.Suspend(pick(10), scope);
      case 1 -> new Consequence.Withdraw();
      case 2 -> new Consequence.Detain(Consequence.Until.values()[pick(3)]);
      case 3 -> new Consequence.Correct(Fleet.term(pick(6) + " working days"));
      case 4 -> new Consequence.Restrict(scope, Consequence.Limit.values()[pick(4)], 5, pick(20));
      case 5 -> new Consequence.Bar(1);
      case 6 -> new Consequence.Fine(100, "owner");
      default -> new Consequence.Violation("class", "driver");
    };
  }

  // rules ---------------------------------------------------------------------------------------

  /** What every town asks for: papers to set out, and a permit that holds for automated mode. */
  static RuleBook papers() {
    return all(
        rule(
            "a-papers",
            Moment.TRIP_REQUESTED,
            facts ->
                Boolean.TRUE.equals(facts.find("vehicle.plated"))
                    && !now(facts).isAfter(instant(facts, "vehicle.plate.validUntil"))
                    && !now(facts).isAfter(instant(facts, "vehicle.insurance.validUntil")),
            refuse("papers"),
            instruct(Instruction.STAY_OFF_THE_ROAD)),
        rule(
            "b-permit",
            Moment.AUTOMATION_REQUESTED,
            facts ->
                facts.getString("vehicle.permit.status").equals("valid")
                    && !now(facts).isAfter(instant(facts, "vehicle.permit.validUntil")),
            refuse("permit")));
  }

  private static Instant now(Facts facts) {
    return instant(facts, "now");
  }

  private static Instant instant(Facts facts, String name) {
    return (Instant) facts.find(name);
  }

  private RuleBook rules() {
    int suspendFrom = 1 + pick(3);
    int withdrawFrom = suspendFrom + 1 + pick(3);
    int suspendDays = 1 + pick(9);
    int luck = pick(4);
    return all(
        papers(),
        rule(
            "c-suspend",
            Moment.VIOLATION_COUNTED,
            facts -> (Long) facts.find("violations.count") < suspendFrom,
            new Consequence.Suspend(suspendDays)),
        rule(
            "d-withdraw",
            Moment.VIOLATION_COUNTED,
            facts -> (Long) facts.find("violations.count") < withdrawFrom,
            new Consequence.Withdraw()),
        rule(
            "e-luck",
            Moment.PLATE_APPLIED,
            facts -> Math.floorMod(now(facts).getEpochSecond() / 60, 4) != luck,
            refuse("luck")),
        rule(
            "f-fault",
            Moment.ACCIDENT_DETERMINED,
            facts -> !facts.getString("accident.responsibility").equals("full"),
            new Consequence.Violation("at-fault", "owner")),
        rule(
            "g-appeal",
            Moment.APPEAL_FILED,
            facts -> (Long) facts.find("appeal.workingDays") < 4,
            refuse("too late")));
  }
}
