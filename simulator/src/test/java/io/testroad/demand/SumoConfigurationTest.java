package io.testroad.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.finding.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SumoConfigurationTest {

  @TempDir Path folder;
  private final Findings findings = new Findings();

  private Optional<SumoConfiguration> read(String text) throws IOException {
    Files.createDirectories(folder.resolve("sub"));
    for (String name : new String[] {"n.net.xml", "sub/a.rou.xml", "b.rou.xml", "c.add.xml"}) {
      Files.writeString(folder.resolve(name), "<x/>");
    }
    return SumoConfiguration.read(Files.writeString(folder.resolve("run.sumocfg"), text), findings);
  }

  @Test
  void namesFilesFromItsOwnFolder() throws IOException {
    SumoConfiguration configuration =
        read("""
                <sumoConfiguration>
                  <input>
                    <net-file value="n.net.xml"/>
                    <route-files value="sub/a.rou.xml, b.rou.xml"/>
                    <additional-files value="c.add.xml"/>
                  </input>
                  <time>
                    <begin value="60"/><end value="1:0:0"/><step-length value="0.5"/>
                  </time>
                  <output><tripinfo-output value="t.xml"/></output>
                  <report><log value="log.txt"/></report>
                  <gui_only><gui-settings-file value="none.xml"/></gui_only>
                </sumoConfiguration>
                """)
            .orElseThrow();
    assertThat(findings.list()).isEmpty();
    assertThat(configuration.netFile()).isEqualTo(folder.resolve("n.net.xml"));
    assertThat(configuration.routeFiles())
        .containsExactly(folder.resolve("sub/a.rou.xml"), folder.resolve("b.rou.xml"));
    assertThat(configuration.additionalFiles()).containsExactly(folder.resolve("c.add.xml"));
    assertThat(configuration.demandFiles()).first().isEqualTo(folder.resolve("c.add.xml"));
    assertThat(configuration.beginMs()).isEqualTo(60_000);
    assertThat(configuration.endMs()).isEqualTo(3_600_000);
    assertThat(configuration.stepLengthS()).isEqualTo(0.5);
  }

  @Test
  void hasDefaultsAndShortNames() throws IOException {
    SumoConfiguration configuration =
        read("<configuration><n v=\"n.net.xml\"/><r value=\"b.rou.xml,\"/></configuration>")
            .orElseThrow();
    assertThat(findings.list()).isEmpty();
    assertThat(configuration.routeFiles()).hasSize(1);
    assertThat(configuration.beginMs()).isZero();
    assertThat(configuration.endMs()).isEqualTo(-1);
    assertThat(configuration.stepLengthS()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "missing-file|<route-files value=\"none.rou.xml\"/>",
        "missing-file|<additional-files value=\"none.add.xml\"/>",
        "out-of-range|<step-length value=\"0\"/>",
        "bad-time|<begin value=\"dawn\"/>",
      })
  void eachFaultHasItsFinding(String code, String option) throws IOException {
    assertThat(
            read(
                "<sumoConfiguration><input><net-file value=\"n.net.xml\"/>\n"
                    + option
                    + "</input></sumoConfiguration>"))
        .isEmpty();
    assertThat(findings.list())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(code);
              assertThat(finding.position().line()).isEqualTo(2);
              assertThat(finding.position().column()).isEqualTo(1);
            });
  }

  @Test
  void eachMissingFileIsAFinding() throws IOException {
    assertThat(
            read(
                "<sumoConfiguration><net-file value=\"x\"/><route-files value=\"y,b.rou.xml,z\"/>"
                    + "</sumoConfiguration>"))
        .isEmpty();
    assertThat(findings.list()).extracting("code").containsOnly("missing-file").hasSize(3);
  }

  @Test
  void needsANetwork() throws IOException {
    assertThat(read("<sumoConfiguration/>")).isEmpty();
    assertThat(findings.list()).extracting("code").containsExactly("missing-network");
  }

  @Test
  void mustBeAConfiguration() throws IOException {
    assertThat(read("<routes/>")).isEmpty();
    assertThat(findings.list()).extracting("code").containsExactly("wrong-root");
  }

  @Test
  void warnsOfOptionsThatChangeTraffic() throws IOException {
    assertThat(
            read(
                "<sumoConfiguration><input><net-file value=\"n.net.xml\"/></input>"
                    + "<processing><lateral-resolution value=\"0.8\"/>"
                    + "<ignore-route-errors value=\"true\"/></processing></sumoConfiguration>"))
        .isPresent();
    assertThat(findings.list()).extracting("code").containsExactly("unsupported-option");
    assertThat(findings.hasErrors()).isFalse();
  }

  @Test
  void allFaultsAreFoundAtOnce() throws IOException {
    read("<sumoConfiguration><route-files value=\"x\"/><end value=\"?\"/></sumoConfiguration>");
    assertThat(findings.list())
        .extracting("code")
        .containsExactlyInAnyOrder("missing-network", "missing-file", "bad-time");
  }
}
