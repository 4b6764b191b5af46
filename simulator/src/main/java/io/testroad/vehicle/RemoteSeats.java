package io.testroad.vehicle;

import io.testroad.engine.AgentId;
import io.testroad.engine.RandomStream;
import io.testroad.protocol.VehicleLetter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The remote seats of an operator. A takeover request that finds every seat busy waits in a queue,
 * first come first served; a seat that is given serves one vehicle for a log-normal time.
 */
final class RemoteSeats {

  private static final double SERVICE_SIGMA = 0.4;

  private final OperatorDesk desk;
  private final RandomStream serviceTimes;

  /** The seats; service times are drawn from the stream, by takeover given. */
  RemoteSeats(OperatorDesk desk, RandomStream serviceTimes) {
    this.desk = desk;
    this.serviceTimes = serviceTimes;
  }

  void asked(VehicleLetter.TakeoverAsked asked) {
    OperatorState.Seats seats = desk.seats();
    if (seats.busy() >= desk.spec().remote().seats()) {
      List<VehicleLetter.TakeoverAsked> longer = new ArrayList<>(seats.queue());
      longer.add(asked);
      desk.seats(new OperatorState.Seats(seats.busy(), longer, seats.answered()));
      return;
    }
    serve(asked, seats.answered());
    desk.seats(new OperatorState.Seats(seats.busy() + 1, seats.queue(), seats.answered() + 1));
  }

  private void serve(VehicleLetter.TakeoverAsked asked, int answered) {
    double mean = desk.spec().remote().serviceTime().toMillis();
    double mu = StrictMath.log(mean) - SERVICE_SIGMA * SERVICE_SIGMA / 2;
    double drawn = StrictMath.exp(mu + SERVICE_SIGMA * serviceTimes.gaussian(answered));
    Duration after = Duration.ofMillis(Math.round(drawn));
    desk.out()
        .postAfter(
            after,
            AgentId.vehicle(asked.vehicle()),
            new VehicleLetter.TakeoverGiven(asked.serial()))
        .remind(after, new VehicleLetter.SeatFree());
  }

  void seatFree() {
    OperatorState.Seats seats = desk.seats();
    if (seats.queue().isEmpty()) {
      desk.seats(new OperatorState.Seats(seats.busy() - 1, seats.queue(), seats.answered()));
      return;
    }
    serve(seats.queue().get(0), seats.answered());
    desk.seats(
        new OperatorState.Seats(
            seats.busy(), seats.queue().subList(1, seats.queue().size()), seats.answered() + 1));
  }
}
