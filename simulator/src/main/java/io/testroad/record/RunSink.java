package io.testroad.record;

import io.testroad.engine.Event;
import io.testroad.traffic.Sample;
import io.testroad.traffic.Trip;
import java.util.List;

/** Takes down what a run brings forth, in the order in which it counts. */
public interface RunSink {

  /** The events of a tick, sorted. */
  void events(long tick, List<Event> events);

  /** The two sums that stand for the state of all vehicles at a tick. */
  void state(long tick, long sumA, long sumB);

  /** All vehicles at a tick, by vehicle number; the sample is kept and must not change any more. */
  void sample(long tick, Sample sample);

  /** The trips that ended in a tick, by vehicle number. */
  void trips(long tick, List<Trip> trips);
}
