package io.testroad.record;

import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import java.util.List;

/**
 * The account of incidents: takes in a run's events in order, and gives the incidents, the scenes
 * they are about, and their totals. Memory grows with incidents, scenes and units, not with
 * vehicles. Not thread-safe.
 */
public final class IncidentBook {

  private final SceneTimes scenes;
  private final IncidentTimes incidents;
  private final RiderTimes riders;
  private final HelpTotals help;
  private final IncidentSpans spans;

  /** The account of a run in which nothing has happened yet. */
  public IncidentBook(Clock clock) {
    scenes = new SceneTimes(clock);
    incidents = new IncidentTimes(clock, scenes);
    riders = new RiderTimes(clock);
    help = new HelpTotals(clock);
    spans = new IncidentSpans(clock, incidents, scenes);
  }

  /** Takes in an event. */
  public void add(Event event) {
    scenes.add(event);
    incidents.add(event);
    help.add(event);
    switch (event.type()) {
      case RIDERS_STUCK -> riders.stuck(event);
      case RIDERS_FREED -> riders.freed(event);
      default -> {}
    }
  }

  /** The incidents in order of their first event. */
  public List<Metrics.Incident> incidents() {
    return incidents.incidents();
  }

  /** The scenes by number. */
  public List<SceneMetrics> scenes() {
    return scenes.scenes();
  }

  /** Mean seconds from occurrence to each step, over the incidents that have both. */
  Metrics.Steps means() {
    return incidents.means();
  }

  /** All together when the run ends at a tick. */
  public IncidentTotals totals(long endTick) {
    double laneMinutes = 0;
    double delayVehicleHours = 0;
    for (SceneTimes.Course scene : scenes.all()) {
      laneMinutes += scene.account("laneMinutes");
      delayVehicleHours += scene.account("delayVehicleHours");
    }
    return new IncidentTotals(
        spans.counts(),
        spans.times(),
        laneMinutes,
        delayVehicleHours,
        riders.until(endTick),
        help.calls(),
        help.assistance(),
        help.units());
  }
}
