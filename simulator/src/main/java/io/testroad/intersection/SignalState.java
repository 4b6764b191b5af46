package io.testroad.intersection;

import java.util.List;

/**
 * What an intersection knows.
 *
 * @param program the program that runs, or would if the signal worked
 * @param failure off or flashing; empty when the signal works
 * @param requests the units for which the way is to be cleared, in order of asking; the first is
 *     served
 * @param servedSince the tick since which the first is served
 * @param served how many have been served until now
 */
public record SignalState(
    String program, String failure, List<Request> requests, long servedSince, int served) {

  public SignalState {
    requests = List.copyOf(requests);
  }

  /**
   * A unit that wants green.
   *
   * @param unit its name
   * @param road the road on which it comes
   */
  public record Request(String unit, String road) {}

  /** An intersection that works and has nobody to serve. */
  static SignalState running(String program) {
    return new SignalState(program, "", List.of(), 0, 0);
  }

  SignalState withProgram(String next) {
    return new SignalState(next, failure, requests, servedSince, served);
  }

  /** The same, failing in a mode, or working when that is empty; nobody is served. */
  SignalState failing(String mode) {
    return new SignalState(program, mode, List.of(), servedSince, served);
  }

  SignalState withRequests(List<Request> next) {
    return new SignalState(program, failure, next, servedSince, served);
  }

  /** The same from the tick on in which the first is served. */
  SignalState servingSince(long tick) {
    return new SignalState(program, failure, requests, tick, served + 1);
  }

  boolean isFailing() {
    return !failure.isEmpty();
  }

  /** Whether the way is being cleared for somebody. */
  boolean isServing() {
    return !requests.isEmpty();
  }
}
