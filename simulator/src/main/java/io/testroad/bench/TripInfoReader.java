package io.testroad.bench;

import io.testroad.bench.TripTable.Quantity;
import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.network.XmlElement;
import io.testroad.network.XmlInput;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Reads trips in the format of SUMO's tripinfo output. */
public final class TripInfoReader implements XmlInput.Handler {

  private final TripTable trips = new TripTable();

  private TripInfoReader() {}

  /**
   * The trips of a file, plain or gzipped.
   *
   * @return empty when an error was recorded
   */
  public static Optional<TripTable> read(Path file, Findings findings) {
    int before = findings.errors();
    TripInfoReader reader = new TripInfoReader();
    boolean whole = XmlInput.read(file, "tripinfos", findings, reader);
    if (whole && reader.trips.size() == 0 && findings.errors() == before) {
      findings.error(
          "no-trips",
          Position.of(file.toString()),
          "The file holds no trip.",
          "Name a tripinfo output in which vehicles have arrived.");
    }
    return findings.errors() > before ? Optional.empty() : Optional.of(reader.trips);
  }

  @Override
  public void start(XmlElement element) {
    if (element.name().equals("tripinfo")) {
      trips.add(
          element.requireId(),
          Arrays.stream(Quantity.values())
              .mapToDouble(quantity -> element.requireNumber(quantity.attribute()))
              .toArray());
    }
  }
}
