package io.testroad.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Fleet;
import io.testroad.Stage;
import io.testroad.engine.AgentId;
import io.testroad.policy.RuleBook;
import io.testroad.protocol.VehicleLetter;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Remote operators' seats, and the timetable. */
class B01RemoteSeatsTest {

  private static final AgentId ID = AgentId.of("operator", "fleet");

  private static Stage stage(int seats, OperatorSpec.TimetabledTrip... timetable) {
    Fleet fleet =
        Fleet.of("v1", "v2", "v3").remote(seats, Duration.ofSeconds(20)).timetable(timetable);
    return Stage.from(Pilot.START).with(fleet.agent(RuleBook.NONE));
  }

  private static VehicleLetter.TakeoverAsked asks(String vehicle) {
    return new VehicleLetter.TakeoverAsked(vehicle, 1);
  }

  @Test
  void twoSeatsAndThreeVehicles() {
    Stage stage = stage(2);
    stage.tell(1, ID, asks("v1")).tell(2, ID, asks("v2")).tell(3, ID, asks("v3")).until(3);
    assertThat(stage.fact(ID, "operator.busySeats")).isEqualTo(2L);
    assertThat(stage.fact(ID, "operator.queue")).isEqualTo(1L);
    stage.until(200);
    assertThat(stage.text())
        .isEqualTo(
            """
            1.0 fleet writes vehicle:v1 in 25.1 s TakeoverGiven[serial=1]
            1.0 fleet reminds itself in 25.1 s of SeatFree[]
            2.0 fleet writes vehicle:v2 in 41.2 s TakeoverGiven[serial=1]
            2.0 fleet reminds itself in 41.2 s of SeatFree[]
            26.1 fleet writes vehicle:v3 in 17.5 s TakeoverGiven[serial=1]
            26.1 fleet reminds itself in 17.5 s of SeatFree[]
            """);
    assertThat(stage.fact(ID, "operator.busySeats")).isEqualTo(0L);
    assertThat(stage.fact(ID, "operator.queue")).isEqualTo(0L);
  }

  @Test
  void withoutSeatsNobodyAnswers() {
    Stage stage = stage(0);
    stage.tell(1, ID, asks("v1")).until(500);
    assertThat(stage.text()).isEmpty();
  }

  @Test
  void tripsOfTheTimetable() {
    Stage stage =
        stage(
            0,
            new OperatorSpec.TimetabledTrip(
                Duration.ofMinutes(1),
                "v2",
                new VehicleLetter.SetOut(List.of("a"), "test", 0, "none")),
            new OperatorSpec.TimetabledTrip(
                Duration.ofSeconds(5),
                "v1",
                new VehicleLetter.SetOut(List.of("a", "b"), "passengers", 3, "goods")));
    assertThat(stage.until(100).text())
        .isEqualTo(
            """
            0.0 fleet reminds itself in 60.0 s of TripDue[trip=0]
            0.0 fleet reminds itself in 5.0 s of TripDue[trip=1]
            5.0 fleet writes vehicle:v1 SetOut[roads=[a, b], purpose=passengers, passengers=3, cargo=goods]
            60.0 fleet writes vehicle:v2 SetOut[roads=[a], purpose=test, passengers=0, cargo=none]
            """);
  }

  /** Each request is answered once, in order, and never more at once than there are seats. */
  @Property(tries = 100)
  void seatsServeAllInOrder(
      @ForAll @IntRange(min = 1, max = 3) int seats,
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 300) Integer> times) {
    Stage stage = stage(seats);
    List<Integer> sorted = times.stream().sorted().toList();
    for (int i = 0; i < sorted.size(); i++) {
      stage.tell(sorted.get(i), ID, new VehicleLetter.TakeoverAsked("v" + i, i));
    }
    for (int second = 1; second < 310; second += 7) {
      stage.until(second);
      assertThat((Long) stage.fact(ID, "operator.busySeats")).isBetween(0L, (long) seats);
    }
    stage.until(5000);
    List<Integer> answered =
        stage
            .text("TakeoverGiven")
            .lines()
            .map(line -> Integer.valueOf(line.replaceAll(".*serial=(\\d+).*", "$1")))
            .toList();
    assertThat(answered).isSorted().hasSize(times.size()).doesNotHaveDuplicates();
    assertThat(stage.fact(ID, "operator.busySeats")).isEqualTo(0L);
  }
}
