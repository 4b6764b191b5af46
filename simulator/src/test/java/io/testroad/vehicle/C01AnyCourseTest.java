package io.testroad.vehicle;

import static io.testroad.Rules.all;
import static io.testroad.Rules.instruct;
import static io.testroad.Rules.never;
import static io.testroad.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Stage;
import io.testroad.engine.Facts;
import io.testroad.engine.Letter;
import io.testroad.engine.Percept;
import io.testroad.policy.Consequence;
import io.testroad.policy.Instruction;
import io.testroad.policy.Moment;
import io.testroad.policy.RuleBook;
import io.testroad.protocol.PermitLetter;
import io.testroad.protocol.VehicleLetter;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of a vehicle whatever happens to it. */
class C01AnyCourseTest {

  private static final RuleBook RULES =
      all(
          never("a", Moment.PLATE_ENDED, instruct(Instruction.STOP_AUTOMATION)),
          rule(
              "b",
              Moment.ROAD_ENTERED,
              facts -> Boolean.TRUE.equals(facts.find("road.declared")),
              instruct(Instruction.STOP_AUTOMATION)),
          never("c", Moment.INSURANCE_ENDED, instruct(Instruction.REST)));

  private static final Arbitrary<Letter> LETTERS =
      Arbitraries.of(
          Pilot.setOut("a", "b"),
          new Percept.Departed("a", 0, 5),
          Pilot.enters("b"),
          Pilot.enters("c"),
          Pilot.seen("a", 9),
          new Percept.Halted("b", 0, 50, true),
          new Percept.Halted("b", 0, 50, false),
          new Percept.Arrived("b", 100, 1000),
          new Percept.Removed("b"),
          new Percept.Collided("b", 0, 50, 5, "other", "rear-end", true),
          new Percept.Waiting("b", 0, 60),
          new Percept.NoWayOn("b", "closed"),
          new VehicleLetter.PlateEnds("T0001"),
          new VehicleLetter.InsuranceEnds(),
          new VehicleLetter.FaultArises("sensor-fault", true),
          new VehicleLetter.FaultMended(),
          new VehicleLetter.TakeoverGiven(1),
          new PermitLetter.PlateIssued(
              "pilot", "T0009", Pilot.start(), Pilot.start().plus(Duration.ofDays(9))),
          new PermitLetter.DeclarationConfirmed(
              1, "road-test", "on-board", "", Pilot.start().plus(Duration.ofDays(9))),
          new PermitLetter.PermitSuspended("pilot-1", "r", null),
          new PermitLetter.PermitReinstated("pilot-1"),
          new PermitLetter.PermitWithdrawn("pilot-1", "w"),
          new PermitLetter.PermitRestricted("pilot", "r", Consequence.Limit.SPEED, 8, ""),
          new PermitLetter.PermitRestricted("pilot", "r", Consequence.Limit.OTHER_ROADS, 0, "b"),
          new PermitLetter.PermitRestricted("pilot", "r", Consequence.Limit.MANUAL, 0, ""),
          new PermitLetter.RestrictionLifted("pilot", Consequence.Limit.MANUAL),
          new PermitLetter.VehicleDetained("pilot", "d", Consequence.Until.PLATED),
          new PermitLetter.VehicleReleased("pilot"),
          new PermitLetter.ChangeConfirmed(1, "roads", "wide"),
          new Percept.Rerouted(List.of("b", "a")),
          new Percept.Following(9, 9, 9),
          new VehicleLetter.WeatherTurned("rain"),
          new VehicleLetter.MapErrs("c"),
          new VehicleLetter.GeofenceOrdered("fire", "wide", List.of(), 20, 5),
          new VehicleLetter.GeofenceLifted("fire"),
          new VehicleLetter.CrashScripted(
              Facts.of("collision.severity", "death", "collision.canMove", true), "none"));

  @Property(tries = 300)
  void modesFollowFromOneAnother(
      @ForAll("drivers") String driver, @ForAll("courses") List<Letter> course) {
    Stage stage = Pilot.stage(driver, RULES);
    String mode = "manual";
    double second = 600;
    for (Letter letter : course) {
      second += 3;
      stage.tell(second, Pilot.ID, letter).until(second);
      for (String line : stage.text("mode-changed").lines().toList()) {
        assertThat(line).contains("from=" + mode + ",");
        mode = line.replaceAll(".*to=([a-z-]+).*", "$1");
      }
      assertThat(stage.fact(Pilot.ID, "vehicle.mode")).isEqualTo(mode);
      if (mode.equals("automated")) {
        assertThat(stage.fact(Pilot.ID, "vehicle.permit.status")).isEqualTo("valid");
        assertThat(stage.fact(Pilot.ID, "vehicle.onRoad")).isEqualTo(true);
        assertThat(stage.fact(Pilot.ID, "vehicle.fault")).isEqualTo("");
      }
      if (stage.fact(Pilot.ID, "vehicle.onRoad").equals(false)) {
        assertThat(mode).isEqualTo("manual");
      }
    }
  }

  /** Letters that come in one tick come in the order of their kinds, however they were posted. */
  @Property(tries = 50)
  void orderOfPostingDoesNotMatter(
      @ForAll("drivers") String driver, @ForAll("orders") List<Letter> order) {
    Stage stage = Pilot.automated(driver, RULES);
    order.forEach(letter -> stage.tell(10, Pilot.ID, letter));
    Stage other = Pilot.automated(driver, RULES);
    order.stream()
        .sorted((a, b) -> a.kind().compareTo(b.kind()))
        .forEach(letter -> other.tell(10, Pilot.ID, letter));
    assertThat(stage.until(100).text()).isEqualTo(other.until(100).text()).isNotEmpty();
    assertThat(stage.state(Pilot.ID)).isEqualTo(other.state(Pilot.ID));
  }

  @Provide
  Arbitrary<String> drivers() {
    return Arbitraries.of("on-board", "remote", "none");
  }

  @Provide
  Arbitrary<List<Letter>> courses() {
    return LETTERS.list().ofMinSize(1).ofMaxSize(40);
  }

  @Provide
  Arbitrary<List<Letter>> orders() {
    return Arbitraries.shuffle(
        Pilot.enters("c"),
        Pilot.seen("c", 9),
        new Percept.Halted("c", 0, 9, false),
        new VehicleLetter.FaultArises("sensor-fault", true),
        new VehicleLetter.FaultMended(),
        new PermitLetter.PermitSuspended("pilot-1", "r", null),
        new VehicleLetter.PlateEnds("T0001"));
  }
}
