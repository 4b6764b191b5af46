package io.testroad.record;

import io.testroad.traffic.Trip;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes trips in the format of SUMO's tripinfo output, as SUMO 1.15 does; gzipped when the file's
 * name ends in {@code .gz}.
 *
 * <p>{@code devices} names the one device every SUMO vehicle with this output has; {@code
 * vaporized} is empty, as for trips that ended on their last road.
 *
 * <p>Source: SUMO, "TripInfo".
 */
public final class TripInfoWriter implements Closeable {

  private final XmlOutput xml;

  /**
   * A writer to a new file.
   *
   * @throws IOException when the file can't be made
   */
  public TripInfoWriter(Path path) throws IOException {
    xml = new XmlOutput(path, "tripinfos", "tripinfo_file.xsd");
  }

  /** Writes trips, in order. */
  public void write(List<Trip> trips) throws IOException {
    for (Trip trip : trips) {
      write(trip);
    }
  }

  private void write(Trip trip) throws IOException {
    xml.markup("    <tripinfo")
        .attribute("id", trip.id())
        .seconds("depart", trip.depart())
        .attribute("departLane", trip.departLane())
        .attribute("departPos", trip.departPos())
        .attribute("departSpeed", trip.departSpeed())
        .seconds("departDelay", trip.departDelay())
        .seconds("arrival", trip.arrival())
        .attribute("arrivalLane", trip.arrivalLane())
        .attribute("arrivalPos", trip.arrivalPos())
        .attribute("arrivalSpeed", trip.arrivalSpeed())
        .seconds("duration", trip.duration())
        .attribute("routeLength", trip.routeLength())
        .seconds("waitingTime", trip.waitingTime())
        .attribute("waitingCount", trip.waitingCount())
        .seconds("stopTime", trip.stopTime())
        .seconds("timeLoss", trip.timeLoss())
        .attribute("rerouteNo", trip.rerouteNo())
        .attribute("devices", "tripinfo_" + trip.id())
        .attribute("vType", trip.vType())
        .attribute("speedFactor", trip.speedFactor())
        .attribute("vaporized", "")
        .markup("/>\n")
        .write();
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }
}
