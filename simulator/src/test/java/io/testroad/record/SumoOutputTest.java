package io.testroad.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SumoOutputTest {

  private static final String TRIPS =
      """
      <?xml version="1.0" encoding="UTF-8"?>

      <tripinfos xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://sumo.dlr.de/xsd/tripinfo_file.xsd">
          <tripinfo id="v&lt;&quot;1" depart="10.00" departLane="a_0" departPos="5.10" departSpeed="0.00" departDelay="0.50" arrival="30.00" arrivalLane="b_0" arrivalPos="140.00" arrivalSpeed="12.35" duration="20.00" routeLength="234.90" waitingTime="3.00" waitingCount="2" stopTime="0.00" timeLoss="7.13" rerouteNo="1" devices="tripinfo_v&lt;&quot;1" vType="car" speedFactor="1.04" vaporized=""/>
      </tripinfos>
      """;

  @TempDir Path directory;

  @Test
  void tripsAreWrittenAsSumoDoes() throws Exception {
    Path file = directory.resolve("tripinfo.xml");
    try (TripInfoWriter writer = new TripInfoWriter(file)) {
      writer.write(List.of(TinyWorld.trip("v<\"1", 20)));
    }
    assertThat(Files.readString(file)).isEqualTo(TRIPS);
  }

  @Test
  void aNameInGzIsGzipped() throws Exception {
    Path file = directory.resolve("tripinfo.xml.gz");
    try (TripInfoWriter writer = new TripInfoWriter(file)) {
      writer.write(List.of(TinyWorld.trip("v<\"1", 20)));
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(TRIPS);
    }
  }

  @Test
  void samplesAreWrittenAsSumoDoes() throws Exception {
    Path file = directory.resolve("fcd.xml");
    try (FcdWriter writer =
        new FcdWriter(file, TinyWorld.CLOCK, TinyWorld.NETWORK, TinyWorld.NAMES, TinyWorld.TYPES)) {
      writer.write(0, TinyWorld.empty());
      writer.write(5, TinyWorld.sample());
    }
    assertThat(Files.readString(file))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>

            <fcd-export xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://sumo.dlr.de/xsd/fcd_file.xsd">
                <timestep time="0.00"/>
                <timestep time="0.50">
                    <vehicle id="v0" x="25.00" y="-2.00" angle="90.00" type="car" speed="13.89" pos="25.00" lane="a_1" slope="0.00"/>
                    <vehicle id="v3" x="120.00" y="30.00" angle="90.00" type="robotaxi" speed="0.00" pos="100.00" lane="b_0" slope="0.00"/>
                </timestep>
            </fcd-export>
            """);
  }
}
