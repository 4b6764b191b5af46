package io.testroad.record;

import io.testroad.engine.Clock;
import io.testroad.network.Network;
import io.testroad.traffic.Sample;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntFunction;

/**
 * Writes samples in the format of SUMO's floating car data (fcd-export), as SUMO 1.15 does; gzipped
 * when the file's name ends in {@code .gz}.
 *
 * <p>The point is the middle of the vehicle's front, the angle the lane's direction there. Roads
 * are flat: {@code slope} is 0.
 *
 * <p>Source: SUMO, "FCDOutput".
 */
public final class FcdWriter implements Closeable {

  private final XmlOutput xml;
  private final Clock clock;
  private final Network network;
  private final LanePoint point;
  private final IntFunction<String> vehicleName;
  private final IntFunction<String> vehicleType;

  /**
   * A writer to a new file.
   *
   * @param vehicleName the name of a vehicle number
   * @param vehicleType the type of a vehicle number
   * @throws IOException when the file can't be made
   */
  public FcdWriter(
      Path path,
      Clock clock,
      Network network,
      IntFunction<String> vehicleName,
      IntFunction<String> vehicleType)
      throws IOException {
    xml = new XmlOutput(path, "fcd-export", "fcd_file.xsd");
    this.clock = clock;
    this.network = network;
    point = new LanePoint(network);
    this.vehicleName = vehicleName;
    this.vehicleType = vehicleType;
  }

  /** Writes all vehicles at a tick. */
  public void write(long tick, Sample sample) throws IOException {
    xml.markup("    <timestep").seconds("time", clock.secondsAt(tick));
    if (sample.size() == 0) {
      xml.markup("/>\n").write();
      return;
    }
    xml.markup(">\n").write();
    for (int i = 0; i < sample.size(); i++) {
      vehicle(sample, i);
    }
    xml.markup("    </timestep>\n").write();
  }

  private void vehicle(Sample sample, int i) throws IOException {
    int number = sample.vehicle()[i];
    int lane = sample.lane()[i];
    point.moveTo(lane, sample.positionM()[i]);
    xml.markup("        <vehicle")
        .attribute("id", vehicleName.apply(number))
        .attribute("x", point.x())
        .attribute("y", point.y())
        .attribute("angle", point.angleDeg())
        .attribute("type", vehicleType.apply(number))
        .attribute("speed", sample.speedMps()[i])
        .attribute("pos", sample.positionM()[i])
        .attribute("lane", network.lanes().get(lane).id())
        .attribute("slope", 0.0)
        .markup("/>\n")
        .write();
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }
}
