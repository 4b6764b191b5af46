package io.testroad.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.finding.Findings;
import io.testroad.network.DistrictNetwork;
import io.testroad.network.Network;
import io.testroad.network.SumoNetworkReader;
import io.testroad.network.SumoNetworkWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The networks of the scenarios are those that the generator makes; written anew with
 * -Dtestroad.writeDocs=true.
 */
class ScenarioNetworksTest {

  private static final Path FOLDER = Path.of("..", "scenarios", "networks");

  @ParameterizedTest
  @CsvSource({"zhuankou.net.xml.gz, 4, 300", "jingkai.net.xml.gz, 8, 400"})
  void areGenerated(String name, int size, double spacingM) throws IOException {
    Network generated = new DistrictNetwork(size, spacingM).generate(1);
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("testroad.writeDocs")) {
      Files.createDirectories(FOLDER);
      SumoNetworkWriter.write(generated, file);
    }
    Findings findings = new Findings();
    assertThat(SumoNetworkReader.read(file, findings)).contains(generated);
    assertThat(findings.list()).isEmpty();
  }
}
