package io.testroad.vehicle;

import static io.testroad.Rules.all;
import static io.testroad.Rules.instruct;
import static io.testroad.Rules.refuse;
import static io.testroad.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Fleet;
import io.testroad.Stage;
import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.engine.WorkingCalendar;
import io.testroad.policy.Consequence;
import io.testroad.policy.Instruction;
import io.testroad.policy.Moment;
import io.testroad.policy.RuleBook;
import io.testroad.protocol.PermitLetter;
import io.testroad.protocol.VehicleLetter;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Shifts by the calendar: who goes, for how long, and what they count for. */
class B02RosterTest {

  /** A Monday, at eight. */
  private static final String START = "2025-03-03T08:00:00+08:00";

  private static final double HOUR = 3600;
  private static final double DAY = 86400;
  private static final RuleBook PLATED =
      rule(
          "plated",
          Moment.TRIP_REQUESTED,
          facts ->
              Boolean.TRUE.equals(facts.find("vehicle.plated"))
                  && !now(facts).isAfter(instant(facts, "vehicle.plate.validUntil")),
          refuse("no plate"),
          instruct(Instruction.STAY_OFF_THE_ROAD));

  private static final RuleBook VALID =
      rule(
          "valid",
          Moment.AUTOMATION_REQUESTED,
          facts ->
              facts.getString("vehicle.permit.status").equals("valid")
                  && !now(facts).isAfter(instant(facts, "vehicle.permit.validUntil")),
          refuse("no permit"));

  private static Instant now(Facts facts) {
    return instant(facts, "now");
  }

  private static Instant instant(Facts facts, String name) {
    return (Instant) facts.find(name);
  }

  private static Fleet fleet(String... vehicles) {
    Fleet fleet =
        Fleet.of(vehicles).permit("road-test", "2026-03-01T00:00:00+08:00").duty(Fleet.everyDay());
    for (String vehicle : vehicles) {
      fleet.plate(vehicle, "T-" + vehicle, "2025-09-01T00:00:00+08:00");
    }
    return fleet;
  }

  private static Stage stage(RuleBook rules, Fleet fleet) {
    return Stage.dated(START).with(fleet.agent(rules));
  }

  private static String told(Stage stage, String until) {
    return stage.until(until + ":00+08:00").text("records", "BreachReported");
  }

  /** Eight hours at 36 km/h are 288 km; both vehicles' are 576 km. */
  @Test
  void oneDay() {
    Stage stage = stage(RuleBook.NONE, fleet("v1", "v2"));
    assertThat(told(stage, "2025-03-04T08:00"))
        .isEqualTo(
            """
            2025-03-03 17:00:00 fleet records shift-driven of vehicle:v1 {from=2025-03-03T01:00:00Z, hours=8.0, km=288.0, mode=automated, takeovers=0, until=2025-03-03T09:00:00Z, zone=ring}
            2025-03-03 17:00:00 fleet records shift-driven of vehicle:v2 {from=2025-03-03T01:00:00Z, hours=8.0, km=288.0, mode=automated, takeovers=0, until=2025-03-03T09:00:00Z, zone=ring}
            2025-03-03 17:00:00 fleet records duty-day {automatedHours=16.0, automatedKm=576.0, hours=16.0, km=576.0, takeovers=0, vehicles=2}
            """);
  }

  @Test
  void onWorkingDaysOnly() {
    CalendarDuty daily = Fleet.everyDay();
    CalendarDuty working =
        new CalendarDuty(
            EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY),
            true,
            LocalTime.of(9, 0),
            daily.length(),
            1,
            daily.speed(),
            0.5,
            daily.rates(),
            0,
            false,
            List.of());
    // Monday, the 3rd, is a holiday; Sunday, the 9th, is worked; Monday, the 10th, too.
    WorkingCalendar calendar =
        new WorkingCalendar(
            List.of(java.time.LocalDate.parse("2025-03-03")),
            List.of(java.time.LocalDate.parse("2025-03-09")),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0));
    Stage stage = stage(RuleBook.NONE, fleet("v1").duty(working).calendar(calendar));
    assertThat(told(stage, "2025-03-12T08:00"))
        .isEqualTo(
            """
            2025-03-09 17:00:00 fleet records duty-day {automatedHours=4.0, automatedKm=144.0, hours=8.0, km=288.0, takeovers=0, vehicles=1}
            2025-03-10 17:00:00 fleet records duty-day {automatedHours=4.0, automatedKm=144.0, hours=8.0, km=288.0, takeovers=0, vehicles=1}
            """);
  }

  /** A shift that a suspension cuts at noon counts the three hours until then, that day too. */
  @Test
  void cutByASuspension() {
    Stage stage = stage(all(PLATED, VALID), fleet("v1", "v2"));
    stage
        .tell(4 * HOUR, Fleet.ID, new PermitLetter.PermitSuspended("v1", "limit", null))
        .tell(DAY + 4 * HOUR, Fleet.ID, new PermitLetter.PermitReinstated("v1"));
    assertThat(told(stage, "2025-03-06T08:00"))
        .isEqualTo(
            """
            2025-03-03 09:00:00 fleet records ruling plated held
            2025-03-03 09:00:00 fleet records ruling valid held
            2025-03-03 09:00:00 fleet records ruling plated held
            2025-03-03 09:00:00 fleet records ruling valid held
            2025-03-03 12:00:00 fleet records shift-driven of vehicle:v1 {from=2025-03-03T01:00:00Z, hours=3.0, km=108.0, mode=automated, takeovers=0, until=2025-03-03T04:00:00Z, zone=ring}
            2025-03-03 17:00:00 fleet records shift-driven of vehicle:v2 {from=2025-03-03T01:00:00Z, hours=8.0, km=288.0, mode=automated, takeovers=0, until=2025-03-03T09:00:00Z, zone=ring}
            2025-03-03 17:00:00 fleet records duty-day {automatedHours=11.0, automatedKm=396.0, hours=11.0, km=396.0, takeovers=0, vehicles=2}
            2025-03-04 09:00:00 fleet records ruling valid broken: refuse(no permit)
            2025-03-04 17:00:00 fleet records shift-driven of vehicle:v1 {from=2025-03-04T01:00:00Z, hours=8.0, km=288.0, mode=manual, takeovers=0, until=2025-03-04T09:00:00Z, zone=ring}
            2025-03-04 17:00:00 fleet records shift-driven of vehicle:v2 {from=2025-03-04T01:00:00Z, hours=8.0, km=288.0, mode=automated, takeovers=0, until=2025-03-04T09:00:00Z, zone=ring}
            2025-03-04 17:00:00 fleet records duty-day {automatedHours=8.0, automatedKm=288.0, hours=16.0, km=576.0, takeovers=0, vehicles=2}
            2025-03-05 09:00:00 fleet records ruling valid held
            2025-03-05 17:00:00 fleet records shift-driven of vehicle:v1 {from=2025-03-05T01:00:00Z, hours=8.0, km=288.0, mode=automated, takeovers=0, until=2025-03-05T09:00:00Z, zone=ring}
            2025-03-05 17:00:00 fleet records shift-driven of vehicle:v2 {from=2025-03-05T01:00:00Z, hours=8.0, km=288.0, mode=automated, takeovers=0, until=2025-03-05T09:00:00Z, zone=ring}
            2025-03-05 17:00:00 fleet records duty-day {automatedHours=16.0, automatedKm=576.0, hours=16.0, km=576.0, takeovers=0, vehicles=2}
            """);
  }

  /** The plate ends at noon: the shift ends with it; the day after it is refused. */
  @Test
  void papersEndWithinAShift() {
    Stage stage =
        stage(all(PLATED, VALID), fleet("v1").plate("v1", "T-v1", "2025-03-03T12:00:00+08:00"));
    assertThat(told(stage, "2025-03-06T08:00"))
        .isEqualTo(
            """
            2025-03-03 09:00:00 fleet records ruling plated held
            2025-03-03 09:00:00 fleet records ruling valid held
            2025-03-03 17:00:00 fleet records shift-driven of vehicle:v1 {from=2025-03-03T01:00:00Z, hours=3.0, km=108.0, mode=automated, takeovers=0, until=2025-03-03T04:00:00Z, zone=ring}
            2025-03-03 17:00:00 fleet records duty-day {automatedHours=3.0, automatedKm=108.0, hours=3.0, km=108.0, takeovers=0, vehicles=1}
            2025-03-04 09:00:00 fleet records ruling plated broken: refuse(no plate); instruct(stay-off-the-road)
            2025-03-04 09:00:00 fleet records trip-refused of vehicle:v1 {reason=no plate, rule=plated}
            """);
  }

  /** The same of the insurance, and of the declaration: without one nobody goes. */
  @Test
  void insuranceAndDeclarationEnd() {
    assertThat(
            told(
                stage(RuleBook.NONE, fleet("v1").insured("2025-03-03T10:00:00+08:00")),
                "2025-03-05T08:00"))
        .isEqualTo(
            """
            2025-03-03 17:00:00 fleet records shift-driven of vehicle:v1 {from=2025-03-03T01:00:00Z, hours=1.0, km=36.0, mode=automated, takeovers=0, until=2025-03-03T02:00:00Z, zone=ring}
            2025-03-03 17:00:00 fleet records duty-day {automatedHours=1.0, automatedKm=36.0, hours=1.0, km=36.0, takeovers=0, vehicles=1}
            """);
    assertThat(
            told(
                stage(RuleBook.NONE, fleet("v1").permit("road-test", "2025-03-03T11:00:00+08:00")),
                "2025-03-05T08:00"))
        .isEqualTo(
            """
            2025-03-03 17:00:00 fleet records shift-driven of vehicle:v1 {from=2025-03-03T01:00:00Z, hours=2.0, km=72.0, mode=automated, takeovers=0, until=2025-03-03T03:00:00Z, zone=ring}
            2025-03-03 17:00:00 fleet records duty-day {automatedHours=2.0, automatedKm=72.0, hours=2.0, km=72.0, takeovers=0, vehicles=1}
            """);
  }

  /** Automation is refused, so they drive by hand: nothing of it counts. */
  @Test
  void byHand() {
    RuleBook rules = rule("by-hand", Moment.AUTOMATION_REQUESTED, facts -> false, refuse("no"));
    Stage stage = stage(rules, fleet("v1"));
    assertThat(told(stage, "2025-03-04T08:00"))
        .isEqualTo(
            """
            2025-03-03 09:00:00 fleet records ruling by-hand broken: refuse(no)
            2025-03-03 17:00:00 fleet records shift-driven of vehicle:v1 {from=2025-03-03T01:00:00Z, hours=8.0, km=288.0, mode=manual, takeovers=0, until=2025-03-03T09:00:00Z, zone=ring}
            2025-03-03 17:00:00 fleet records duty-day {automatedHours=0.0, automatedKm=0.0, hours=8.0, km=288.0, takeovers=0, vehicles=1}
            """);
    assertThat(stage.state(Fleet.ID).toString()).contains("v1=Account[ever=0.0");
  }

  /** Restricted to driving by hand it comes back; capped at 5 m/s it goes 144 km a day. */
  @Test
  void restricted() {
    Stage stage = stage(RuleBook.NONE, fleet("v1"));
    stage
        .tell(4 * HOUR, Fleet.ID, restrict(Consequence.Limit.SPEED, 5))
        .tell(DAY + 4 * HOUR, Fleet.ID, restrict(Consequence.Limit.MANUAL, 0))
        .tell(
            3 * DAY,
            Fleet.ID,
            new PermitLetter.RestrictionLifted("v1", Consequence.Limit.MANUAL),
            new PermitLetter.RestrictionLifted("v1", Consequence.Limit.SPEED));
    assertThat(told(stage, "2025-03-07T08:00"))
        .isEqualTo(
            """
            2025-03-03 17:00:00 fleet records shift-driven of vehicle:v1 {from=2025-03-03T01:00:00Z, hours=8.0, km=288.0, mode=automated, takeovers=0, until=2025-03-03T09:00:00Z, zone=ring}
            2025-03-03 17:00:00 fleet records duty-day {automatedHours=8.0, automatedKm=288.0, hours=8.0, km=288.0, takeovers=0, vehicles=1}
            2025-03-04 12:00:00 fleet records shift-driven of vehicle:v1 {from=2025-03-04T01:00:00Z, hours=3.0, km=54.0, mode=automated, takeovers=0, until=2025-03-04T04:00:00Z, zone=ring}
            2025-03-04 17:00:00 fleet records duty-day {automatedHours=3.0, automatedKm=54.0, hours=3.0, km=54.0, takeovers=0, vehicles=1}
            2025-03-05 17:00:00 fleet records shift-driven of vehicle:v1 {from=2025-03-05T01:00:00Z, hours=8.0, km=288.0, mode=manual, takeovers=0, until=2025-03-05T09:00:00Z, zone=ring}
            2025-03-05 17:00:00 fleet records duty-day {automatedHours=0.0, automatedKm=0.0, hours=8.0, km=288.0, takeovers=0, vehicles=1}
            2025-03-06 17:00:00 fleet records shift-driven of vehicle:v1 {from=2025-03-06T01:00:00Z, hours=8.0, km=288.0, mode=automated, takeovers=0, until=2025-03-06T09:00:00Z, zone=ring}
            2025-03-06 17:00:00 fleet records duty-day {automatedHours=8.0, automatedKm=288.0, hours=8.0, km=288.0, takeovers=0, vehicles=1}
            """);
  }

  private static PermitLetter.PermitRestricted restrict(Consequence.Limit to, double speedMps) {
    return new PermitLetter.PermitRestricted("v1", "rule", to, speedMps, "");
  }

  /**
   * Who doesn't heed refusals drives on, by the system, past the plate's end at noon too; each such
   * shift is reported as a breach, the first as the plate ends.
   */
  @Test
  void drivesOn() {
    Fleet fleet = fleet("v1").plate("v1", "T-v1", "2025-03-03T12:00:00+08:00").heedsNothing();
    assertThat(told(stage(all(PLATED, VALID), fleet), "2025-03-06T08:00"))
        .isEqualTo(
            """
            2025-03-03 09:00:00 fleet records ruling plated held
            2025-03-03 09:00:00 fleet records ruling valid held
            2025-03-03 12:00:00 fleet writes authority:traffic-police BreachReported[vehicle=v1, operator=operator:fleet, software=1.0, road=, rule=plated, consequences=[violation(driving-against-refusal, operator)], given={}]
            2025-03-03 17:00:00 fleet records shift-driven of vehicle:v1 {from=2025-03-03T01:00:00Z, hours=8.0, km=288.0, mode=automated, takeovers=0, until=2025-03-03T09:00:00Z, zone=ring}
            2025-03-03 17:00:00 fleet records duty-day {automatedHours=8.0, automatedKm=288.0, hours=8.0, km=288.0, takeovers=0, vehicles=1}
            2025-03-04 09:00:00 fleet records ruling plated broken: refuse(no plate); instruct(stay-off-the-road)
            2025-03-04 09:00:00 fleet records trip-refused of vehicle:v1 {reason=no plate, rule=plated}
            2025-03-04 09:00:00 fleet writes authority:traffic-police BreachReported[vehicle=v1, operator=operator:fleet, software=1.0, road=, rule=plated, consequences=[violation(driving-against-refusal, operator)], given={}]
            2025-03-04 17:00:00 fleet records shift-driven of vehicle:v1 {from=2025-03-04T01:00:00Z, hours=8.0, km=288.0, mode=automated, takeovers=0, until=2025-03-04T09:00:00Z, zone=ring}
            2025-03-04 17:00:00 fleet records duty-day {automatedHours=8.0, automatedKm=288.0, hours=8.0, km=288.0, takeovers=0, vehicles=1}
            2025-03-05 09:00:00 fleet writes authority:traffic-police BreachReported[vehicle=v1, operator=operator:fleet, software=1.0, road=, rule=plated, consequences=[violation(driving-against-refusal, operator)], given={}]
            2025-03-05 17:00:00 fleet records shift-driven of vehicle:v1 {from=2025-03-05T01:00:00Z, hours=8.0, km=288.0, mode=automated, takeovers=0, until=2025-03-05T09:00:00Z, zone=ring}
            2025-03-05 17:00:00 fleet records duty-day {automatedHours=8.0, automatedKm=288.0, hours=8.0, km=288.0, takeovers=0, vehicles=1}
            """);
  }

  /** Where the rules of the road have a word on it, theirs is the violation. */
  @Test
  void drivesOnAgainstARuleOfTheRoad() {
    RuleBook onTheRoad =
        rule(
            "on-the-road",
            Moment.ROAD_ENTERED,
            facts -> !now(facts).isAfter(instant(facts, "vehicle.plate.validUntil")),
            new Consequence.Violation("driving-without-plate", "driver"));
    Fleet fleet = fleet("v1").plate("v1", "T-v1", "2025-03-03T08:30:00+08:00").heedsNothing();
    assertThat(told(stage(all(PLATED, VALID, onTheRoad), fleet), "2025-03-04T08:00"))
        .isEqualTo(
            """
            2025-03-03 09:00:00 fleet records ruling plated broken: refuse(no plate); instruct(stay-off-the-road)
            2025-03-03 09:00:00 fleet records trip-refused of vehicle:v1 {reason=no plate, rule=plated}
            2025-03-03 09:00:00 fleet records ruling valid held
            2025-03-03 09:00:00 fleet records ruling on-the-road broken: violation(driving-without-plate, driver)
            2025-03-03 09:00:00 fleet writes authority:traffic-police BreachReported[vehicle=v1, operator=operator:fleet, software=1.0, road=, rule=on-the-road, consequences=[violation(driving-without-plate, driver)], given={}]
            2025-03-03 17:00:00 fleet records shift-driven of vehicle:v1 {from=2025-03-03T01:00:00Z, hours=8.0, km=288.0, mode=automated, takeovers=0, until=2025-03-03T09:00:00Z, zone=ring}
            2025-03-03 17:00:00 fleet records duty-day {automatedHours=8.0, automatedKm=288.0, hours=8.0, km=288.0, takeovers=0, vehicles=1}
            """);
  }

  /** Suspended and detained vehicles are no different; no rule need say so. */
  @Test
  void drivesOnAgainstOrders() {
    Stage stage = stage(RuleBook.NONE, fleet("v1").heedsNothing());
    stage.tell(
        60, Fleet.ID, new PermitLetter.VehicleDetained("v1", "x", Consequence.Until.EXAMINED));
    assertThat(told(stage, "2025-03-04T08:00"))
        .isEqualTo(
            """
            2025-03-03 09:00:00 fleet writes authority:traffic-police BreachReported[vehicle=v1, operator=operator:fleet, software=1.0, road=, rule=authority-order, consequences=[violation(driving-against-refusal, operator)], given={}]
            2025-03-03 17:00:00 fleet records shift-driven of vehicle:v1 {from=2025-03-03T01:00:00Z, hours=8.0, km=288.0, mode=automated, takeovers=0, until=2025-03-03T09:00:00Z, zone=ring}
            2025-03-03 17:00:00 fleet records duty-day {automatedHours=8.0, automatedKm=288.0, hours=8.0, km=288.0, takeovers=0, vehicles=1}
            """);
  }

  /** What a heeding operator's vehicles mustn't do by order they don't, whatever the rules say. */
  @Test
  void ordersAreHeeded() {
    Stage stage = stage(RuleBook.NONE, fleet("v1", "v2"));
    stage.tell(
        60,
        Fleet.ID,
        new PermitLetter.VehicleDetained("v1", "x", Consequence.Until.EXAMINED),
        new PermitLetter.PermitSuspended("v2", "y", null));
    assertThat(told(stage, "2025-03-04T08:00"))
        .isEqualTo(
            """
            2025-03-03 17:00:00 fleet records shift-driven of vehicle:v2 {from=2025-03-03T01:00:00Z, hours=8.0, km=288.0, mode=manual, takeovers=0, until=2025-03-03T09:00:00Z, zone=ring}
            2025-03-03 17:00:00 fleet records duty-day {automatedHours=0.0, automatedKm=0.0, hours=8.0, km=288.0, takeovers=0, vehicles=1}
            """);
  }

  /** After the declaration's end, too. */
  @Test
  void drivesOnWithoutADeclaration() {
    Fleet fleet = fleet("v1").permit("road-test", "2025-03-03T11:00:00+08:00").heedsNothing();
    assertThat(told(stage(all(PLATED, VALID), fleet), "2025-03-05T08:00"))
        .isEqualTo(
            """
            2025-03-03 09:00:00 fleet records ruling plated held
            2025-03-03 09:00:00 fleet records ruling valid held
            2025-03-03 11:00:00 fleet writes authority:traffic-police BreachReported[vehicle=v1, operator=operator:fleet, software=1.0, road=, rule=valid, consequences=[violation(driving-against-refusal, operator)], given={}]
            2025-03-03 17:00:00 fleet records shift-driven of vehicle:v1 {from=2025-03-03T01:00:00Z, hours=8.0, km=288.0, mode=automated, takeovers=0, until=2025-03-03T09:00:00Z, zone=ring}
            2025-03-03 17:00:00 fleet records duty-day {automatedHours=8.0, automatedKm=288.0, hours=8.0, km=288.0, takeovers=0, vehicles=1}
            2025-03-04 09:00:00 fleet records ruling valid broken: refuse(no permit)
            2025-03-04 09:00:00 fleet writes authority:traffic-police BreachReported[vehicle=v1, operator=operator:fleet, software=1.0, road=, rule=valid, consequences=[violation(driving-against-refusal, operator)], given={}]
            2025-03-04 17:00:00 fleet records shift-driven of vehicle:v1 {from=2025-03-04T01:00:00Z, hours=8.0, km=288.0, mode=automated, takeovers=0, until=2025-03-04T09:00:00Z, zone=ring}
            2025-03-04 17:00:00 fleet records duty-day {automatedHours=8.0, automatedKm=288.0, hours=8.0, km=288.0, takeovers=0, vehicles=1}
            """);
  }

  /** What the rules say goes on record once, and again when it changes. */
  @Test
  void verdictsOnceAndWhenTheyChange() {
    RuleBook daily =
        rule(
            "open",
            Moment.TRIP_REQUESTED,
            facts -> {
              int day = now(facts).atOffset(java.time.ZoneOffset.ofHours(8)).getDayOfMonth();
              return day != 5 && day != 6;
            },
            refuse("closed"));
    Stage stage = stage(all(PLATED, daily), fleet("v1"));
    assertThat(told(stage, "2025-03-09T08:00"))
        .isEqualTo(
            """
            2025-03-03 09:00:00 fleet records ruling open held
            2025-03-03 09:00:00 fleet records ruling plated held
            2025-03-03 17:00:00 fleet records shift-driven of vehicle:v1 {from=2025-03-03T01:00:00Z, hours=8.0, km=288.0, mode=automated, takeovers=0, until=2025-03-03T09:00:00Z, zone=ring}
            2025-03-03 17:00:00 fleet records duty-day {automatedHours=8.0, automatedKm=288.0, hours=8.0, km=288.0, takeovers=0, vehicles=1}
            2025-03-04 17:00:00 fleet records shift-driven of vehicle:v1 {from=2025-03-04T01:00:00Z, hours=8.0, km=288.0, mode=automated, takeovers=0, until=2025-03-04T09:00:00Z, zone=ring}
            2025-03-04 17:00:00 fleet records duty-day {automatedHours=8.0, automatedKm=288.0, hours=8.0, km=288.0, takeovers=0, vehicles=1}
            2025-03-05 09:00:00 fleet records ruling open broken: refuse(closed)
            2025-03-05 09:00:00 fleet records trip-refused of vehicle:v1 {reason=closed, rule=open}
            2025-03-07 09:00:00 fleet records ruling open held
            2025-03-07 17:00:00 fleet records shift-driven of vehicle:v1 {from=2025-03-07T01:00:00Z, hours=8.0, km=288.0, mode=automated, takeovers=0, until=2025-03-07T09:00:00Z, zone=ring}
            2025-03-07 17:00:00 fleet records duty-day {automatedHours=8.0, automatedKm=288.0, hours=8.0, km=288.0, takeovers=0, vehicles=1}
            2025-03-08 17:00:00 fleet records shift-driven of vehicle:v1 {from=2025-03-08T01:00:00Z, hours=8.0, km=288.0, mode=automated, takeovers=0, until=2025-03-08T09:00:00Z, zone=ring}
            2025-03-08 17:00:00 fleet records duty-day {automatedHours=8.0, automatedKm=288.0, hours=8.0, km=288.0, takeovers=0, vehicles=1}
            """);
  }

  /** Vehicles that aren't in the declaration stay at home. */
  @Test
  void notAdmitted() {
    Fleet fleet =
        fleet("v1", "v2")
            .stage("demonstration", Duration.ofDays(300), java.time.Period.ofYears(1))
            .first(1);
    assertThat(told(stage(RuleBook.NONE, fleet), "2025-03-03T18:00"))
        .isEqualTo(
            """
            2025-03-03 17:00:00 fleet records shift-driven of vehicle:v1 {from=2025-03-03T01:00:00Z, hours=8.0, km=288.0, mode=automated, takeovers=0, until=2025-03-03T09:00:00Z, zone=ring}
            2025-03-03 17:00:00 fleet records duty-day {automatedHours=8.0, automatedKm=288.0, hours=8.0, km=288.0, takeovers=0, vehicles=1}
            """);
  }

  /** At two faults an hour none gets far; each ends a shift, and what was driven counts. */
  @Test
  void faultsEndShifts() {
    Fleet fleet = fleet("v1", "v2").duty(Fleet.duty(1, 0, Fleet.rates(20, 10, 0, 50, 30)));
    assertThat(told(stage(RuleBook.NONE, fleet), "2025-03-04T08:00"))
        .isEqualTo(
            """
            2025-03-03 09:04:38 fleet records occurrence of vehicle:v2 {kind=fault, zone=ring}
            2025-03-03 09:04:38 fleet records shift-driven of vehicle:v2 {from=2025-03-03T01:00:00Z, hours=0.07722222222222222, km=2.78, mode=automated, takeovers=0, until=2025-03-03T01:04:38Z, zone=ring}
            2025-03-03 09:20:52 fleet records occurrence of vehicle:v1 {kind=fault, zone=ring}
            2025-03-03 09:20:52 fleet records shift-driven of vehicle:v1 {from=2025-03-03T01:00:00Z, hours=0.34791666666666665, km=12.525, mode=automated, takeovers=0, until=2025-03-03T01:20:52.500Z, zone=ring}
            2025-03-03 17:00:00 fleet records duty-day {automatedHours=0.4251388888888889, automatedKm=15.305, hours=0.4251388888888889, km=15.305, takeovers=0, vehicles=2}
            """);
  }

  @Test
  void collisionsAreReported() {
    Fleet fleet = fleet("v1").duty(Fleet.duty(1, 0, Fleet.rates(0, 0, 20, 0, 0)));
    Stage stage = stage(RuleBook.NONE, fleet);
    assertThat(stage.until("2025-03-04T08:00:00+08:00").text("records", "AccidentReported"))
        .contains("occurrence of vehicle:v1 {kind=collision, zone=ring}")
        .contains("writes authority:traffic-police AccidentReported[vehicle=v1")
        .contains("responsibility=full");
  }

  // traffic windows -----------------------------------------------------------------------------

  private static VehicleLetter.TripAccounted trip(String vehicle, String road, double km) {
    return new VehicleLetter.TripAccounted(
        vehicle,
        new TreeMap<>(Map.of(road, km * 100)),
        new TreeMap<>(Map.of(road, km * 1000)),
        0,
        0,
        1);
  }

  /**
   * From 10:00 to 12:00 the first vehicle drives in traffic: its shift ends at ten, it is sent out,
   * again after each trip, and its trips come into the same account; after the last, which ends at
   * half past twelve, it drives the rest of its shift.
   */
  @Test
  void inTraffic() {
    CalendarDuty.TrafficWindow window =
        new CalendarDuty.TrafficWindow(
            Duration.ofHours(2), Duration.ofHours(2), 1, List.of(Fleet.trip("a", "b")));
    Stage stage = stage(RuleBook.NONE, fleet("v1", "v2").duty(Fleet.everyDay(window)));
    stage
        .tellFrom(AgentId.vehicle("v1"), 2.5 * HOUR, Fleet.ID, trip("v1", "a", 2))
        .tellFrom(AgentId.vehicle("v1"), 4.5 * HOUR, Fleet.ID, trip("v1", "b", 3));
    assertThat(stage.until("2025-03-04T18:00:00+08:00").text("records", "writes vehicle", "window"))
        .isEqualTo(
            """
            2025-03-03 08:00:00 fleet reminds itself at 2025-03-03 10:00:00 of WindowDue[window=0, begins=true]
            2025-03-03 08:00:00 fleet reminds itself at 2025-03-03 12:00:00 of WindowDue[window=0, begins=false]
            2025-03-03 10:00:00 fleet records shift-driven of vehicle:v1 {from=2025-03-03T01:00:00Z, hours=1.0, km=36.0, mode=automated, takeovers=0, until=2025-03-03T02:00:00Z, zone=ring}
            2025-03-03 10:00:00 fleet writes vehicle:v1 SetOut[roads=[a, b], purpose=test, passengers=0, cargo=none]
            2025-03-03 10:30:00 fleet writes vehicle:v1 SetOut[roads=[a, b], purpose=test, passengers=0, cargo=none]
            2025-03-03 17:00:00 fleet records shift-driven of vehicle:v1 {from=2025-03-03T04:30:00Z, hours=4.5, km=162.0, mode=automated, takeovers=0, until=2025-03-03T09:00:00Z, zone=ring}
            2025-03-03 17:00:00 fleet records shift-driven of vehicle:v2 {from=2025-03-03T01:00:00Z, hours=8.0, km=288.0, mode=automated, takeovers=0, until=2025-03-03T09:00:00Z, zone=ring}
            2025-03-03 17:00:00 fleet records duty-day {automatedHours=13.5, automatedKm=486.0, hours=13.5, km=486.0, takeovers=0, vehicles=2}
            2025-03-04 17:00:00 fleet records shift-driven of vehicle:v1 {from=2025-03-04T01:00:00Z, hours=8.0, km=288.0, mode=automated, takeovers=0, until=2025-03-04T09:00:00Z, zone=ring}
            2025-03-04 17:00:00 fleet records shift-driven of vehicle:v2 {from=2025-03-04T01:00:00Z, hours=8.0, km=288.0, mode=automated, takeovers=0, until=2025-03-04T09:00:00Z, zone=ring}
            2025-03-04 17:00:00 fleet records duty-day {automatedHours=16.0, automatedKm=576.0, hours=16.0, km=576.0, takeovers=0, vehicles=2}
            """);
    // 36 km before the window, 2 and 3 km in it, 162 km after it, 288 km on the next day
    assertThat(stage.state(Fleet.ID).toString()).contains("v1=Account[ever=491000.0");
    assertThat(stage.state(Fleet.ID).toString()).contains("v2=Account[ever=576000.0");
  }

  @Test
  void nobodyIsOnAShiftThatIsInTraffic() {
    CalendarDuty.TrafficWindow window =
        new CalendarDuty.TrafficWindow(Duration.ofMinutes(30), Duration.ofHours(4), 2, List.of());
    Stage stage = stage(RuleBook.NONE, fleet("v1", "v2", "v3").duty(Fleet.everyDay(window)));
    assertThat(told(stage, "2025-03-03T18:00"))
        .isEqualTo(
            """
            2025-03-03 17:00:00 fleet records shift-driven of vehicle:v3 {from=2025-03-03T01:00:00Z, hours=8.0, km=288.0, mode=automated, takeovers=0, until=2025-03-03T09:00:00Z, zone=ring}
            2025-03-03 17:00:00 fleet records duty-day {automatedHours=8.0, automatedKm=288.0, hours=8.0, km=288.0, takeovers=0, vehicles=1}
            """);
  }

  /** The luck of a day is the same whatever the rules allowed on the days before. */
  @Test
  void theSameLuckUnderOtherRules() {
    CalendarDuty lucky = Fleet.duty(0.5, 2, Fleet.rates(5, 0, 0, 3, 0));
    RuleBook late =
        rule(
            "not-before-wednesday",
            Moment.TRIP_REQUESTED,
            facts -> now(facts).isAfter(Fleet.instant("2025-03-05T00:00:00+08:00")),
            refuse("early"));
    Stage free = stage(RuleBook.NONE, fleet("v1", "v2").duty(lucky));
    Stage bound = stage(late, fleet("v1", "v2").duty(lucky));
    free.until("2025-03-05T00:00:00+08:00").text();
    bound.until("2025-03-05T00:00:00+08:00").text();
    String shifts = free.until("2025-03-20T00:00:00+08:00").text("shift-driven");
    assertThat(bound.until("2025-03-20T00:00:00+08:00").text("shift-driven")).isEqualTo(shifts);
    assertThat(shifts.lines()).hasSizeBetween(8, 22);
  }
}
