package io.testroad;

import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.engine.RandomStream;
import io.testroad.engine.WorkingCalendar;
import io.testroad.policy.RuleBook;
import io.testroad.protocol.VehicleLetter;
import io.testroad.units.Term;
import io.testroad.vehicle.CalendarDuty;
import io.testroad.vehicle.IcvSpec;
import io.testroad.vehicle.OperatorAgent;
import io.testroad.vehicle.OperatorSpec;
import io.testroad.vehicle.OperatorState;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A fleet's operator for tests, put together bit by bit. Unless told otherwise it has no papers,
 * applies for nothing, has no duty, and keeps to everything.
 */
public final class Fleet {

  public static final AgentId ID = AgentId.of("operator", "fleet");

  private final List<String> vehicles;
  private OperatorSpec.Remote remote = OperatorSpec.Remote.of(0, Duration.ofSeconds(1));
  private List<OperatorSpec.TimetabledTrip> timetable = List.of();
  private final SortedMap<String, IcvSpec.Plate> plates = new TreeMap<>();
  private Optional<OperatorState.Declared> permit = Optional.empty();
  private Instant insuredUntil = Instant.parse("2100-01-01T00:00:00Z");
  private Facts facts = Facts.empty();
  private Facts request = Facts.empty();
  private final List<OperatorSpec.StageStep> stages = new ArrayList<>();
  private int plateMonths = 6;
  private Optional<Duration> renewalLead = Optional.empty();
  private Optional<Duration> declarationLead = Optional.empty();
  private boolean capPlates = true;
  private int first;
  private OperatorSpec.Brought brought = new OperatorSpec.Brought(0, 0, 0, 0, false);
  private Optional<CalendarDuty> duty = Optional.empty();
  private final SortedMap<String, Optional<Term>> punctuality = new TreeMap<>();
  private List<Duration> inspections = List.of();
  private Optional<Term> appeals = Optional.empty();
  private boolean heeds = true;
  private boolean restarts = true;
  private int tries;
  private Facts given = Facts.empty();
  private final SortedMap<String, OperatorSpec.Ground> grounds = new TreeMap<>();
  private WorkingCalendar calendar = WorkingCalendar.PLAIN;
  private OperatorSpec.Emergencies emergencies = OperatorSpec.Emergencies.NONE;

  private Fleet(List<String> vehicles) {
    this.vehicles = vehicles;
    first = vehicles.size();
    ground("ring", Map.of("a", 1000.0, "b", 3000.0));
  }

  public static Fleet of(String... vehicles) {
    return new Fleet(List.of(vehicles));
  }

  public Fleet remote(int seats, Duration serviceTime) {
    remote = OperatorSpec.Remote.of(seats, serviceTime);
    return this;
  }

  public Fleet remote(OperatorSpec.Remote seats) {
    remote = seats;
    return this;
  }

  public Fleet emergencies(OperatorSpec.Emergencies duties) {
    emergencies = duties;
    return this;
  }

  public Fleet timetable(OperatorSpec.TimetabledTrip... trips) {
    timetable = List.of(trips);
    return this;
  }

  /** A plate that a vehicle has at the start. */
  public Fleet plate(String vehicle, String number, String until) {
    plates.put(vehicle, new IcvSpec.Plate(number, instant(until)));
    return this;
  }

  /** A declaration confirmed before the start, for the ring. */
  public Fleet permit(String stage, String until) {
    permit =
        Optional.of(
            new OperatorState.Declared(
                0, stage, "on-board", "ring", Instant.EPOCH, instant(until)));
    return this;
  }

  public Fleet insured(String until) {
    insuredUntil = instant(until);
    return this;
  }

  public Fleet facts(Facts more) {
    facts = facts.and(more);
    return this;
  }

  public Fleet request(Facts more) {
    request = request.and(more);
    return this;
  }

  /** A stage that is applied for, on the ring. */
  public Fleet stage(String stage, Duration after, Period period) {
    return stage(stage, "ring", Optional.of(after), period);
  }

  /** A stage that is applied for as soon as it seems ready, on the ring. */
  public Fleet stageWhenReady(String stage, Period period) {
    return stage(stage, "ring", Optional.empty(), period);
  }

  public Fleet stage(String stage, String zone, Optional<Duration> after, Period period) {
    stages.add(new OperatorSpec.StageStep(stage, "on-board", zone, after, period));
    return this;
  }

  public Fleet plates(int months, int renewDaysBefore) {
    plateMonths = months;
    renewalLead = Optional.of(Duration.ofDays(renewDaysBefore));
    return this;
  }

  public Fleet uncapped() {
    capPlates = false;
    return this;
  }

  public Fleet renewsDeclaration(int daysBefore) {
    declarationLead = Optional.of(Duration.ofDays(daysBefore));
    return this;
  }

  public Fleet first(int count) {
    first = count;
    return this;
  }

  public Fleet brought(double hours, double km) {
    brought = new OperatorSpec.Brought(hours, km, 0, 0, true);
    return this;
  }

  public Fleet duty(CalendarDuty shifts) {
    duty = Optional.of(shifts);
    return this;
  }

  /** How long an obligation, or a correction, takes; never where the term is empty. */
  public Fleet takes(String obligation, String term) {
    punctuality.put(obligation, term.isEmpty() ? Optional.empty() : Optional.of(term(term)));
    return this;
  }

  public Fleet inspected(int... days) {
    inspections = java.util.Arrays.stream(days).mapToObj(Duration::ofDays).toList();
    return this;
  }

  public Fleet appealsAfter(String term) {
    appeals = Optional.of(term(term));
    return this;
  }

  public Fleet heedsNothing() {
    heeds = false;
    return this;
  }

  public Fleet keepsCount() {
    restarts = false;
    return this;
  }

  public Fleet tries(int count) {
    tries = count;
    return this;
  }

  public Fleet given(Facts more) {
    given = given.and(more);
    return this;
  }

  public Fleet ground(String zone, Map<String, Double> lengths) {
    grounds.put(zone, new OperatorSpec.Ground(zone, new TreeMap<>(lengths), false, 16));
    return this;
  }

  public Fleet calendar(WorkingCalendar days) {
    calendar = days;
    return this;
  }

  public OperatorSpec spec() {
    return new OperatorSpec(
        "fleet",
        vehicles,
        remote,
        timetable,
        new OperatorSpec.Papers(facts, plates, permit, insuredUntil, "1.0"),
        stages.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new OperatorSpec.Campaign(
                    AgentId.of("authority", "industry-bureau"),
                    AgentId.of("authority", "traffic-police"),
                    request,
                    stages,
                    plateMonths,
                    renewalLead,
                    declarationLead,
                    capPlates,
                    first,
                    brought,
                    List.of("industry-bureau", "traffic-police", "transport-bureau"))),
        duty,
        new OperatorSpec.Conduct(punctuality, inspections, appeals, heeds, restarts, tries),
        given,
        grounds,
        calendar,
        emergencies);
  }

  public OperatorAgent agent(RuleBook rules) {
    return new OperatorAgent(
        spec(), rules, RandomStream.of(7, "service"), RandomStream.of(7, "calendar", "fleet"));
  }

  /** A term, for instance {@code 5 working days}. */
  public static Term term(String text) {
    int space = text.indexOf(' ');
    return new Term(
        Long.parseLong(text.substring(0, space)),
        Term.Unit.find(text.substring(space + 1)).orElseThrow());
  }

  public static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  /** Duty every day from 9:00 to 17:00 at 36 km/h, driven by the system, each shift on record. */
  public static CalendarDuty everyDay(CalendarDuty.TrafficWindow... windows) {
    return duty(1, 0, rates(0, 0, 0, 0, 0), windows);
  }

  /** Such duty with other numbers. */
  public static CalendarDuty duty(
      double availability,
      double deviationMps,
      CalendarDuty.Rates rates,
      CalendarDuty.TrafficWindow... windows) {
    return new CalendarDuty(
        EnumSet.allOf(DayOfWeek.class),
        false,
        LocalTime.of(9, 0),
        Duration.ofHours(8),
        availability,
        new CalendarDuty.Speed(10, deviationMps),
        1,
        rates,
        0,
        true,
        List.of(windows));
  }

  /** How often things happen, per 1000 km. */
  public static CalendarDuty.Rates rates(
      double takeovers, double violations, double collisions, double faults, double strays) {
    return new CalendarDuty.Rates(
        takeovers / 1000,
        violations / 1000,
        collisions / 1000,
        faults / 1000,
        strays / 1000,
        new TreeMap<>(Map.of("property-damage", 1.0)),
        new TreeMap<>(Map.of("full", 1.0)));
  }

  /** A trip to the given roads. */
  public static VehicleLetter.SetOut trip(String... roads) {
    return new VehicleLetter.SetOut(List.of(roads), "test", 0, "none");
  }
}
