package io.testroad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {

  @TempDir Path folder;

  private Path policy;
  private Path network;

  @BeforeEach
  void writeFiles() throws Exception {
    policy =
        Files.writeString(
            folder.resolve("pack.yaml"),
            """
            # a pack without a name
            testroad-policy: 1
            id: x
            nmae: y
            """);
    network = folder.resolve("ring.net.xml");
    assertThat(Terminal.run("network", "generate", "ring", "--out", network.toString()).exitCode())
        .isZero();
  }

  @Test
  void everyFaultOfEveryFileIsPrinted() {
    String p = policy.toString();
    assertThat(Terminal.run("validate", p, network.toString()))
        .isEqualTo(
            new Terminal(
                2,
                p
                    + ":2:1: error [missing-key] A policy pack needs the key 'name'.\n"
                    + p
                    + ":4:1: error [unknown-key] A policy pack has no key 'nmae'."
                    + " Did you mean 'name'?\n"
                    + network
                    + ": sound as a network\n"
                    + "2 files: 2 errors, no warnings\n",
                ""));
  }

  @Test
  void soundFilesEndWell() {
    assertThat(Terminal.run("validate", network.toString()))
        .isEqualTo(
            new Terminal(
                0, network + ": sound as a network\n1 file: no errors, no warnings\n", ""));
  }

  @Test
  void jsonHoldsTheFindings() throws Exception {
    Terminal told = Terminal.run("validate", policy.toString(), "--format", "json");
    assertThat(told.exitCode()).isEqualTo(2);
    JsonNode check = new ObjectMapper().readTree(told.out());
    assertThat(check.get("errors").asInt()).isEqualTo(2);
    JsonNode finding = check.get("files").get(0).get("findings").get(1);
    assertThat(finding.get("code").asText()).isEqualTo("unknown-key");
    assertThat(finding.get("line").asInt()).isEqualTo(4);
  }

  @Test
  void theKindOfAFileIsKnownBySuffixAndFirstKey() throws Exception {
    assertThat(InputKind.of(policy)).isEqualTo(InputKind.POLICY);
    assertThat(InputKind.of(network)).isEqualTo(InputKind.NETWORK);
    assertThat(InputKind.of(Path.of("run.sumocfg"))).isEqualTo(InputKind.SUMO_CONFIGURATION);
    assertThat(InputKind.of(Path.of("not-there.yaml"))).isEqualTo(InputKind.SCENARIO);
    Path json = Files.writeString(folder.resolve("pack.json"), "{\"testroad-policy\": 1}");
    assertThat(InputKind.of(json)).isEqualTo(InputKind.POLICY);
  }

  @Test
  void anEntityBombIsRefusedAtOnce() throws Exception {
    Path bomb =
        Files.writeString(
            folder.resolve("bomb.net.xml"),
            """
            <!DOCTYPE net [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
            <net>&b;</net>
            """);
    Terminal told = Terminal.run("validate", bomb.toString());
    assertThat(told.exitCode()).isEqualTo(2);
    assertThat(told.out()).contains("error [xml-doctype]");
  }
}
