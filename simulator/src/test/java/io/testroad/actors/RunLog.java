package io.testroad.actors;

import io.testroad.engine.Event;
import io.testroad.record.RunSink;
import io.testroad.traffic.Sample;
import io.testroad.traffic.Trip;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What goes on record in a run, a line for each entry. */
class RunLog implements RunSink {

  private final List<String> lines = new ArrayList<>();

  /** All lines, in the order in which they came. */
  List<String> lines() {
    return lines;
  }

  @Override
  public void events(long tick, List<Event> events) {
    for (Event event : events) {
      lines.add(
          tick + " " + event.type().written() + " " + event.subject() + " " + event.attributes());
    }
  }

  @Override
  public void state(long tick, long sumA, long sumB) {
    lines.add(tick + " state " + sumA + " " + sumB);
  }

  @Override
  public void sample(long tick, Sample sample) {
    lines.add(tick + " sample " + Arrays.toString(sample.vehicle()));
  }

  @Override
  public void trips(long tick, List<Trip> trips) {
    trips.forEach(trip -> lines.add(tick + " trip " + trip));
  }
}
