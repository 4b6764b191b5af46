package io.testroad.vehicle;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.protocol.VehicleLetter;
import java.time.Duration;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/** Outages as an operator has them: put on record, and over when their time is over. */
final class OperatorOutages {

  private final OperatorDesk desk;

  OperatorOutages(OperatorDesk desk) {
    this.desk = desk;
  }

  void begins(VehicleLetter.OutageBegins outage) {
    long tick = desk.turn().tick();
    SortedMap<String, Emergency.Outage> all = new TreeMap<>(desk.emergency().outages());
    all.put(outage.outage(), new Emergency.Outage(outage.kind(), tick));
    desk.emergency(desk.emergency().with(all));
    desk.out()
        .record(
            EventType.OUTAGE_BEGAN,
            Facts.of(
                "kind", outage.kind(), "extent", extent(outage), "vehicles", outage.vehicles()))
        .remind(
            Duration.ofMillis(Math.round(outage.lastsS() * 1000)),
            new VehicleLetter.OutageEnds(outage.outage(), tick));
  }

  private static String extent(VehicleLetter.OutageBegins outage) {
    StringJoiner extent = new StringJoiner(" ");
    if (!outage.software().isEmpty()) {
      extent.add("software=" + outage.software());
    }
    if (!outage.zone().isEmpty()) {
      extent.add("zone=" + outage.zone());
    }
    return extent.add("share=" + outage.share()).toString();
  }

  /**
   * An outage's time is over.
   *
   * @return whether it was, and not another of that name
   */
  boolean ends(VehicleLetter.OutageEnds end) {
    SortedMap<String, Emergency.Outage> all = new TreeMap<>(desk.emergency().outages());
    Emergency.Outage outage = all.get(end.outage());
    if (outage == null || outage.beganTick() != end.beganTick()) {
      return false;
    }
    all.remove(end.outage());
    desk.emergency(desk.emergency().with(all));
    desk.out()
        .record(
            EventType.OUTAGE_ENDED,
            Facts.of("kind", outage.kind(), "afterS", desk.secondsSince(end.beganTick())));
    return true;
  }
}
