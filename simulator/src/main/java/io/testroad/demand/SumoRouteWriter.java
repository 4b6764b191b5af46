package io.testroad.demand;

import io.testroad.network.Network;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * Writes trips as SUMO's route files, {@code .rou.xml} and {@code .rou.xml.gz}, with the types of
 * their vehicles: cars and trucks that drive by Krauss' model.
 *
 * <p>The same trips make the same bytes. Order: by departure.
 */
public final class SumoRouteWriter {

  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>

      <routes xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:noNamespaceSchemaLocation="http://sumo.dlr.de/xsd/routes_file.xsd">
          <vType id="car" vClass="passenger" carFollowModel="Krauss" length="5.00" minGap="2.50" \
      maxSpeed="55.55" accel="2.60" decel="4.50" sigma="0.50" tau="1.00" \
      speedFactor="normc(1.00,0.10,0.70,1.30)"/>
          <vType id="truck" vClass="truck" carFollowModel="Krauss" length="9.00" minGap="2.50" \
      maxSpeed="25.00" accel="1.30" decel="4.00" sigma="0.50" tau="1.20" \
      speedFactor="normc(0.95,0.05,0.80,1.10)"/>
      """;

  private SumoRouteWriter() {}

  /**
   * Writes trips to a file, compressed when its name ends in {@code .gz}.
   *
   * @throws IOException when the file cannot be written
   */
  public static void write(GeneratedTrips trips, Network network, Path file) throws IOException {
    boolean compressed = file.toString().endsWith(".gz");
    try (OutputStream stream = Files.newOutputStream(file);
        OutputStream bytes = compressed ? new GZIPOutputStream(stream) : stream;
        Writer out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
      out.write(HEAD);
      int number = 0;
      for (GeneratedTrips.Trip trip : trips.trips()) {
        write(trip, number++, network, out);
      }
      out.write("</routes>\n");
    }
  }

  /**
   * Writes a SUMO configuration of a network and routes, which it names as seen from its folder.
   *
   * @throws IOException when the file cannot be written
   */
  public static void writeConfiguration(Path network, Path routes, Path file) throws IOException {
    Files.writeString(
        file,
        """
        <?xml version="1.0" encoding="UTF-8"?>

        <configuration>
            <input>
                <net-file value="%s"/>
                <route-files value="%s"/>
            </input>
            <time>
                <begin value="0"/>
            </time>
        </configuration>
        """
            .formatted(seenFrom(file, network), seenFrom(file, routes)));
  }

  private static String seenFrom(Path file, Path other) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    Path target = other.toAbsolutePath().normalize();
    return escaped((folder == null ? target : folder.relativize(target)).toString());
  }

  private static void write(GeneratedTrips.Trip trip, int number, Network network, Writer out)
      throws IOException {
    out.write("    <vehicle id=\"trip-" + number + "\" type=\"");
    out.write(trip.truck() ? "truck" : "car");
    out.write("\" depart=\"" + BigDecimal.valueOf(trip.departMs() / 10, 2).toPlainString());
    out.write("\" departLane=\"best\"");
    if (!Double.isNaN(trip.departPositionM())) {
      out.write(" departPos=\"" + trip.departPositionM() + "\"");
    }
    out.write(" departSpeed=\"max\"><route edges=\"");
    for (int i = 0; i < trip.edges().length; i++) {
      out.write(i == 0 ? "" : " ");
      out.write(escaped(network.edges().get(trip.edges()[i]).id()));
    }
    out.write("\"/></vehicle>\n");
  }

  private static String escaped(String id) {
    return id.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
