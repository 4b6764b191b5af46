package io.testroad.vehicle;

import io.testroad.engine.AgentId;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.policy.Consequence;
import io.testroad.policy.Instruction;
import io.testroad.policy.Judgement;
import io.testroad.policy.Moment;
import io.testroad.policy.Ruling;
import io.testroad.protocol.VehicleLetter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Duty by the calendar: who goes on a shift, what happens on it, and what it counts for.
 *
 * <p>Each vehicle is judged before each shift like before a trip on the road. What happens on it is
 * drawn from the vehicle's own stream when it begins, each thing at its time; a shift that ends
 * early counts for what was driven until then.
 */
final class Roster {

  private static final double MS_A_SECOND = 1000;
  private static final double MS_AN_HOUR = 3.6e6;
  private static final double M_A_KM = 1000;

  /** Stands for the rule where no rule refuses what an authority has forbidden. */
  private static final String ORDER = "authority-order";

  /** What may happen on a shift besides takeovers. */
  private enum Kind {
    VIOLATION,
    COLLISION,
    FAULT,
    STRAY,
    /** A paper ends, and those who don't heed refusals drive on. */
    EXPIRY;

    String written() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private final OperatorDesk desk;
  private final OperatorSpec spec;
  private final Experience experience;
  private final ShiftFacts facts;
  private final Incidents incidents;
  private final Map<String, Judged> judged = new TreeMap<>();

  /**
   * What the rules say of vehicles in the same situation.
   *
   * @param drives whether they may drive, by hand at least
   * @param automated whether the system may drive
   * @param verdicts every rule and whether it held, as text
   */
  private record Judged(
      Judgement trip, Judgement automation, boolean drives, boolean automated, String verdicts) {

    /** A rule that speaks against automated driving. */
    String refusal() {
      return java.util.stream.Stream.concat(trip.broken(), automation.broken())
          .filter(
              ruling ->
                  !ruling.consequences(Consequence.Refuse.class).isEmpty()
                      || !ruling.consequences(Consequence.Instruct.class).isEmpty())
          .map(Ruling::rule)
          .findFirst()
          .orElse(ORDER);
    }
  }

  Roster(OperatorDesk desk, Experience experience) {
    this.desk = desk;
    spec = desk.spec();
    this.experience = experience;
    facts = new ShiftFacts(desk);
    incidents = new Incidents(desk, facts);
  }

  // timers --------------------------------------------------------------------------------------

  void begin() {
    if (spec.duty().isEmpty()) {
      return;
    }
    CalendarDuty duty = spec.duty().get();
    remindOfNext(desk.turn().now(), true);
    for (int i = 0; i < duty.windows().size(); i++) {
      Duration after = duty.windows().get(i).after();
      desk.out()
          .remind(after, new VehicleLetter.WindowDue(i, true))
          .remind(
              after.plus(duty.windows().get(i).length()), new VehicleLetter.WindowDue(i, false));
    }
  }

  private void remindOfNext(OffsetDateTime after, boolean todayToo) {
    CalendarDuty duty = spec.duty().orElseThrow();
    LocalDate day = after.toLocalDate();
    if (!todayToo || after.toLocalTime().isAfter(duty.begins())) {
      day = day.plusDays(1);
    }
    for (int i = 0; i < 400; i++) {
      if (duty.days().contains(day.getDayOfWeek())
          && (!duty.workingDaysOnly() || spec.calendar().isWorkingDay(day))) {
        desk.out()
            .remindAt(
                day.atTime(duty.begins()).atOffset(after.getOffset()).toInstant(),
                new VehicleLetter.ShiftDue(true));
        return;
      }
      day = day.plusDays(1);
    }
  }

  void shiftDue(VehicleLetter.ShiftDue due) {
    CalendarDuty duty = spec.duty().orElseThrow();
    if (due.begins()) {
      OffsetDateTime now = desk.turn().now();
      beginShifts(now.toInstant().plus(duty.length()));
      desk.out().remindAt(now.toInstant().plus(duty.length()), new VehicleLetter.ShiftDue(false));
      remindOfNext(now, false);
    } else {
      endDay();
    }
  }

  // the day -------------------------------------------------------------------------------------

  private void beginShifts(Instant until) {
    desk.day(OperatorState.Day.NONE);
    boolean heeds = spec.conduct().heedsRefusals();
    OperatorState.Declared declared = heeds ? desk.declared() : desk.lastDeclared();
    if (declared == null) {
      return;
    }
    long number = desk.turn().now().toLocalDate().toEpochDay();
    for (String vehicle : spec.vehicles()) {
      ShiftDraws draws = ShiftDraws.of(desk.stream(), vehicle, number);
      if (desk.dossier(vehicle).admitted()
          && !isInTraffic(vehicle)
          && draws.available() < spec.duty().orElseThrow().availability()) {
        beginShift(vehicle, declared, draws, number, until);
      }
    }
  }

  private void beginShift(
      String vehicle,
      OperatorState.Declared declared,
      ShiftDraws draws,
      long number,
      Instant until) {
    OperatorState.Dossier dossier = desk.dossier(vehicle);
    Judged judgement = judge(vehicle, dossier);
    if (!judgement.verdicts().equals(dossier.verdicts())) {
      record(vehicle, judgement);
      desk.dossiers().put(vehicle, dossier.withVerdicts(judgement.verdicts()));
    }
    boolean heeds = spec.conduct().heedsRefusals();
    if (heeds && (!judgement.drives() || dossier.detained())) {
      return;
    }
    boolean allowed = judgement.automated() && !isForbidden(dossier);
    Instant end = heeds ? endOfPapers(dossier, declared, until) : until;
    if (!end.isAfter(desk.now())) {
      return;
    }
    double speedMps = spec.duty().orElseThrow().speed().at(draws.speed());
    double cap = heeds && allowed ? dossier.limits().speedCapMps() : Double.MAX_VALUE;
    var shift =
        new OperatorState.Shift(
            number, desk.now(), end, allowed || !heeds, declared.zone(), Math.min(speedMps, cap));
    desk.shifts().put(vehicle, shift);
    if (shift.automated() && !allowed) {
      incidents.drivesAnyway(vehicle, judgement.refusal());
    }
    schedule(vehicle, shift, draws);
    if (!heeds) {
      watchPapers(vehicle, shift, papers(dossier, declared));
    }
  }

  /** Whether an authority has ordered that the system mustn't drive, whatever the rules say. */
  private static boolean isForbidden(OperatorState.Dossier dossier) {
    return !dossier.status().equals("valid") || dossier.detained() || dossier.limits().manual();
  }

  /** When the papers end that a vehicle drives with. */
  private List<Instant> papers(OperatorState.Dossier dossier, OperatorState.Declared declared) {
    List<Instant> papers = new ArrayList<>(List.of(declared.until(), spec.papers().insuredUntil()));
    if (!dossier.plate().isEmpty()) {
      papers.add(dossier.plateUntil());
    }
    return papers;
  }

  /** Those who keep to the rules are back before their papers end. */
  private Instant endOfPapers(
      OperatorState.Dossier dossier, OperatorState.Declared declared, Instant until) {
    Instant end = until;
    for (Instant paper : papers(dossier, declared)) {
      end = paper.isBefore(end) ? paper : end;
    }
    return end;
  }

  /** Those who don't are looked at again just after each of them has ended. */
  private void watchPapers(String vehicle, OperatorState.Shift shift, List<Instant> papers) {
    int number = 0;
    for (Instant paper : papers) {
      if (!paper.isBefore(shift.from()) && paper.isBefore(shift.until())) {
        desk.out()
            .remindAt(
                paper.plusMillis(1),
                new VehicleLetter.OccurrenceDue(
                    vehicle, shift.number(), Kind.EXPIRY.written(), number++));
      }
    }
  }

  private void expires(String vehicle) {
    Judged judgement = judge(facts.of(vehicle));
    if (!judgement.automated()) {
      incidents.drivesAnyway(vehicle, judgement.refusal());
    }
  }

  private Judged judge(String vehicle, OperatorState.Dossier dossier) {
    String key =
        dossier.status()
            + ' '
            + dossier.detained()
            + ' '
            + dossier.plateUntil()
            + ' '
            + dossier.limits()
            + (facts.readsNames() ? ' ' + vehicle : "");
    return judged.computeIfAbsent(key, k -> judge(facts.of(vehicle)));
  }

  private Judged judge(Facts known) {
    Judgement trip = Judgement.of(desk.rules(), Moment.TRIP_REQUESTED, known);
    Judgement automation = Judgement.of(desk.rules(), Moment.AUTOMATION_REQUESTED, known);
    boolean drives =
        trip.refusals().isEmpty() && trip.instructing(Instruction.STAY_OFF_THE_ROAD).isEmpty();
    boolean setsOut = drives || !spec.conduct().heedsRefusals();
    String verdicts =
        Stream.concat(
                trip.rulings().stream(), setsOut ? automation.rulings().stream() : Stream.of())
            .map(ruling -> ruling.rule() + (ruling.held() ? '+' : '-'))
            .collect(Collectors.joining(" "));
    return new Judged(trip, automation, drives, drives && automation.allows(), verdicts);
  }

  /** Puts on record what the rules say of a vehicle's shifts, as it differs from before. */
  private void record(String vehicle, Judged judgement) {
    String before = ' ' + desk.dossier(vehicle).verdicts() + ' ';
    Judgement news = recordNews(vehicle, before, judgement.trip());
    news.refusals().stream()
        .findFirst()
        .ifPresent(
            ruling ->
                desk.out()
                    .record(
                        EventType.TRIP_REFUSED,
                        AgentId.vehicle(vehicle).value(),
                        Facts.of("rule", ruling.rule(), "reason", reason(ruling))));
    if (judgement.drives() || !spec.conduct().heedsRefusals()) {
      recordNews(vehicle, before, judgement.automation());
    }
  }

  private Judgement recordNews(String vehicle, String before, Judgement judgement) {
    List<Ruling> changed = new ArrayList<>();
    for (Ruling ruling : judgement.rulings()) {
      if (!before.contains(' ' + ruling.rule() + (ruling.held() ? "+ " : "- "))) {
        changed.add(ruling);
      }
    }
    Judgement news = new Judgement(changed, judgement.obligations());
    news.record(desk.out(), AgentId.vehicle(vehicle).value(), spec.id());
    desk.report(news, vehicle, "", facts.of(vehicle));
    return news;
  }

  private static String reason(Ruling ruling) {
    return ruling.consequences(Consequence.Refuse.class).get(0).reason();
  }

  // what happens --------------------------------------------------------------------------------

  private void schedule(String vehicle, OperatorState.Shift shift, ShiftDraws draws) {
    CalendarDuty.Rates rates = spec.duty().orElseThrow().rates();
    schedule(vehicle, shift, draws, Kind.VIOLATION, rates.violationsPerKm());
    schedule(vehicle, shift, draws, Kind.COLLISION, rates.collisionsPerKm());
    schedule(vehicle, shift, draws, Kind.FAULT, rates.faultsPerKm());
    if (shift.automated()) {
      schedule(vehicle, shift, draws, Kind.STRAY, rates.straysPerKm());
    }
  }

  private void schedule(
      String vehicle, OperatorState.Shift shift, ShiftDraws draws, Kind kind, double perKm) {
    if (perKm <= 0) {
      return;
    }
    long length = Duration.between(shift.from(), shift.until()).toMillis();
    int number = 0;
    for (long ms : draws.arrivals(kind.ordinal() + 1, perKm, shift.speedMps(), length)) {
      desk.out()
          .remindAt(
              shift.from().plusMillis(ms),
              new VehicleLetter.OccurrenceDue(vehicle, shift.number(), kind.written(), number++));
    }
  }

  void occurs(VehicleLetter.OccurrenceDue due) {
    OperatorState.Shift shift = desk.shifts().find(due.vehicle());
    if (shift == null || shift.number() != due.shift()) {
      return;
    }
    Kind kind = Kind.valueOf(due.kind().toUpperCase(java.util.Locale.ROOT));
    if (kind != Kind.EXPIRY) {
      desk.out()
          .record(
              EventType.OCCURRENCE,
              AgentId.vehicle(due.vehicle()).value(),
              Facts.of("kind", due.kind(), "zone", shift.zone()));
    }
    if (!goesOn(kind, due, shift)) {
      endShift(due.vehicle());
    }
  }

  /** Lets it happen; whether the vehicle drives on then. */
  private boolean goesOn(Kind kind, VehicleLetter.OccurrenceDue due, OperatorState.Shift shift) {
    ShiftDraws draws = ShiftDraws.of(desk.stream(), due.vehicle(), due.shift());
    String vehicle = due.vehicle();
    switch (kind) {
      case VIOLATION -> incidents.violates(vehicle, shift, draws.choice(due.number()));
      case STRAY -> incidents.strays(vehicle);
      case EXPIRY -> expires(vehicle);
      case FAULT -> incidents.fails(vehicle, draws.choice(due.number()) < 0.5);
      case COLLISION -> incidents.collides(vehicle, shift, draws, due.number());
    }
    return kind != Kind.FAULT && kind != Kind.COLLISION;
  }

  // the end -------------------------------------------------------------------------------------

  private void endDay() {
    List.copyOf(desk.shifts().entries().keySet()).forEach(this::endShift);
    OperatorState.Day day = desk.day();
    desk.day(OperatorState.Day.NONE);
    if (day.vehicles() > 0) {
      desk.out()
          .record(
              EventType.DUTY_DAY,
              Facts.of(
                  "vehicles", day.vehicles(),
                  "hours", day.ms() / MS_AN_HOUR,
                  "automatedHours", day.automatedMs() / MS_AN_HOUR,
                  "km", day.m() / M_A_KM,
                  "automatedKm", day.automatedM() / M_A_KM,
                  "takeovers", day.takeovers()));
    }
  }

  /** Ends a vehicle's shift now, if it is on one: what was driven until now counts. */
  void endShift(String vehicle) {
    OperatorState.Shift shift = desk.shifts().remove(vehicle);
    if (shift == null) {
      return;
    }
    Instant end = desk.now().isBefore(shift.until()) ? desk.now() : shift.until();
    long ms = Duration.between(shift.from(), end).toMillis();
    CalendarDuty duty = spec.duty().orElseThrow();
    double share = shift.automated() ? duty.automatedShare() : 0;
    double m = ms / MS_A_SECOND * shift.speedMps();
    long automatedMs = Math.round(ms * share);
    int takeovers =
        ShiftDraws.of(desk.stream(), vehicle, shift.number())
            .arrivals(0, duty.rates().takeoversPerKm() * share, shift.speedMps(), ms)
            .size();
    desk.accounts()
        .put(vehicle, desk.account(vehicle).drove(shift.zone(), automatedMs, m * share, takeovers));
    boolean another = shift.number() >= 0; // the rest of a shift is no other vehicle's
    desk.day(desk.day().and(another, ms, automatedMs, m, m * share, takeovers));
    if (duty.perVehicle()) {
      record(vehicle, shift, end, ms, m, takeovers);
    }
  }

  private void record(
      String vehicle, OperatorState.Shift shift, Instant end, long ms, double m, int takeovers) {
    desk.out()
        .record(
            EventType.SHIFT_DRIVEN,
            AgentId.vehicle(vehicle).value(),
            Facts.of(
                "from",
                shift.from(),
                "until",
                end,
                "zone",
                shift.zone(),
                "mode",
                shift.automated() ? "automated" : "manual",
                "hours",
                ms / MS_AN_HOUR,
                "km",
                m / M_A_KM,
                "takeovers",
                takeovers));
  }

  // traffic windows -----------------------------------------------------------------------------

  private boolean isInTraffic(String vehicle) {
    return desk.window() >= 0
        && spec.vehicles().indexOf(vehicle)
            < spec.duty().orElseThrow().windows().get(desk.window()).vehicles();
  }

  /** A stretch that is simulated in traffic begins or ends. */
  void windowDue(VehicleLetter.WindowDue due) {
    CalendarDuty.TrafficWindow window = spec.duty().orElseThrow().windows().get(due.window());
    if (!due.begins()) {
      desk.window(-1);
      return;
    }
    desk.window(due.window());
    for (int i = 0; i < Math.min(window.vehicles(), spec.vehicles().size()); i++) {
      String vehicle = spec.vehicles().get(i);
      endShift(vehicle);
      if (desk.dossier(vehicle).admitted()) {
        sendOut(vehicle, window, 0);
      }
    }
  }

  private void sendOut(String vehicle, CalendarDuty.TrafficWindow window, long trip) {
    if (!window.orders().isEmpty()) {
      double drawn =
          desk.stream().forEntity(trip).uniform(io.testroad.engine.RandomStream.hash(vehicle));
      int order = (int) (drawn * window.orders().size());
      desk.out().post(AgentId.vehicle(vehicle), window.orders().get(order));
    }
  }

  /**
   * A trip on the road has ended: it is counted, and followed by another while the window lasts;
   * after its last the vehicle goes back to its shift by the calendar.
   */
  void tripEnded(VehicleLetter.TripAccounted trip) {
    experience.drove(trip);
    if (spec.duty().isEmpty()) {
      return;
    } else if (isInTraffic(trip.vehicle())) {
      sendOut(trip.vehicle(), spec.duty().get().windows().get(desk.window()), desk.turn().tick());
    } else {
      windowBefore(trip.vehicle(), spec.duty().get())
          .ifPresent(began -> resumeShift(trip.vehicle(), spec.duty().get(), began));
    }
  }

  /** When the window began that a vehicle drove in and that ended today. */
  private Optional<OffsetDateTime> windowBefore(String vehicle, CalendarDuty duty) {
    OffsetDateTime start = desk.turn().clock().dateTimeOf(0);
    LocalDate today = desk.turn().now().toLocalDate();
    int index = spec.vehicles().indexOf(vehicle);
    return duty.windows().stream()
        .filter(window -> index < window.vehicles())
        .filter(
            window -> {
              OffsetDateTime end = start.plus(window.after()).plus(window.length());
              return end.toLocalDate().equals(today) && !end.isAfter(desk.turn().now());
            })
        .findFirst()
        .map(window -> start.plus(window.after()));
  }

  /**
   * The rest of today's shift; its draws are others than those of its first part, and its number is
   * below 0 where there was one.
   */
  private void resumeShift(String vehicle, CalendarDuty duty, OffsetDateTime windowBegan) {
    OffsetDateTime now = desk.turn().now();
    OffsetDateTime begins = now.toLocalDate().atTime(duty.begins()).atOffset(now.getOffset());
    OperatorState.Declared declared = desk.declared();
    if (declared != null
        && desk.shifts().find(vehicle) == null
        && now.isAfter(begins)
        && now.isBefore(begins.plus(duty.length()))) {
      long today = now.toLocalDate().toEpochDay();
      long number = windowBegan.isAfter(begins) ? -today : today;
      ShiftDraws draws = ShiftDraws.of(desk.stream(), vehicle, number);
      Instant until = begins.plus(duty.length()).toInstant();
      beginShift(vehicle, declared, draws, number, until);
    }
  }
}
