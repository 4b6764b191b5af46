package io.testroad.vehicle;

import io.testroad.protocol.VehicleLetter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operator knows.
 *
 * @param applications how many it has filed
 * @param declaredUntil last instant of its confirmed declaration, or null
 * @param busySeats remote operators at work
 * @param queue vehicles that wait for one, in order
 * @param answered how many takeovers were given
 */
public record OperatorState(
    int applications,
    @Nullable Instant declaredUntil,
    int busySeats,
    List<VehicleLetter.TakeoverAsked> queue,
    int answered) {

  public OperatorState {
    queue = List.copyOf(queue);
  }

  OperatorState withApplications(int count) {
    return new OperatorState(count, declaredUntil, busySeats, queue, answered);
  }

  OperatorState declaredUntil(Instant until) {
    return new OperatorState(applications, until, busySeats, queue, answered);
  }

  OperatorState withSeats(int busy, List<VehicleLetter.TakeoverAsked> waiting, int given) {
    return new OperatorState(applications, declaredUntil, busy, waiting, given);
  }

  List<VehicleLetter.TakeoverAsked> queueWith(VehicleLetter.TakeoverAsked asked) {
    List<VehicleLetter.TakeoverAsked> longer = new ArrayList<>(queue);
    longer.add(asked);
    return longer;
  }
}
