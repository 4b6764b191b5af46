package io.testroad.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

  private final Findings findings = new Findings();

  @Test
  void knowsWherePartsStand() {
    Mapping root =
        (Mapping)
            read(
                """
                # a comment
                fleets:
                  pilot: { vehicles: 12, roads: [a, b] }
                """);
    Mapping fleets = (Mapping) root.find("fleets").orElseThrow();
    Mapping pilot = (Mapping) fleets.find("pilot").orElseThrow();
    assertThat(root.entries().get(0).keyPosition()).hasToString("t.yaml:2:1");
    assertThat(pilot.position()).hasToString("t.yaml:3:10");
    assertThat(pilot.find("vehicles").orElseThrow().position()).hasToString("t.yaml:3:22");
    assertThat(pilot.find("roads").orElseThrow().position()).hasToString("t.yaml:3:33");
  }

  @ParameterizedTest
  @MethodSource
  void knowsWhereCharactersOfAScalarStand(String document, String part, String place) {
    Scalar scalar = (Scalar) ((Mapping) read(document)).entries().get(0).value();
    int offset = scalar.text().indexOf(part);
    assertThat(offset).isNotNegative();
    assertThat(scalar.positionAt(offset)).hasToString("t.yaml:" + place);
  }

  static Stream<Arguments> knowsWhereCharactersOfAScalarStand() {
    return Stream.of(
        Arguments.of("a: b + c", "c", "1:8"),
        Arguments.of("a: 'b + c'", "c", "1:9"),
        Arguments.of("a: 'it''s c'", "c", "1:11"),
        Arguments.of("a: \"b\\tc\"", "c", "1:8"),
        Arguments.of("a: \"\\u4e2dc\"", "c", "1:11"),
        Arguments.of("a: b\n  + c", "c", "2:5"),
        Arguments.of("a: b\n  + c", "+", "2:3"),
        Arguments.of("a: |\n  b\n  + c\n", "c", "3:5"),
        Arguments.of("a: |\n  b\n    + c\n", "c", "3:7"),
        Arguments.of("a: >-\n  b\n  + c\n", "c", "3:5"),
        Arguments.of("a: >\n  b\n", "b", "2:3"));
  }

  @ParameterizedTest
  @MethodSource
  void findsFaults(String document, String finding) {
    YamlReader.parse(document, "t.yaml", findings);
    assertThat(findings.list()).singleElement().asString().startsWith("t.yaml" + finding);
  }

  static Stream<Arguments> findsFaults() {
    return Stream.of(
        Arguments.of("", ": error [yaml-empty]"),
        Arguments.of("# only a comment\n", ": error [yaml-empty]"),
        Arguments.of("a: [1, 2", ":1:9: error [yaml-syntax] The file ends too early"),
        Arguments.of("a: 'b", ":1:6: error [yaml-syntax] The file ends too early"),
        Arguments.of("a: b: c", ":1:5: error [yaml-syntax]"),
        Arguments.of("a: 1\n\tb: 2", ":2:1: error [yaml-syntax]"),
        Arguments.of("a: \u0007", ":1:4: error [yaml-syntax] This character"),
        Arguments.of("a: 1\n---\nb: 2", ":2:1: error [yaml-several-documents]"),
        Arguments.of("a: &x 1", ":1:4: error [yaml-anchor] The anchor '&x'"),
        Arguments.of("a: *x", ":1:4: error [yaml-anchor] The alias '*x'"),
        Arguments.of("a: !!java.net.URL b", ":1:4: error [yaml-tag]"),
        Arguments.of("? [a]\n: b", ":1:3: error [yaml-key]"),
        Arguments.of(
            "a: 1\nb: 2\na: 3", ":3:1: error [duplicate-key] The key 'a' stands in line 1"),
        Arguments.of("%YAML 999999999999.1\n--- a", ":1:19: error [yaml-syntax]"),
        Arguments.of("[".repeat(101), ":1:101: error [yaml-too-deep]"));
  }

  @Test
  void aMissingFileIsAFinding(@TempDir Path dir) {
    Path file = dir.resolve("none.yaml");
    assertThat(YamlReader.read(file, findings)).isEmpty();
    assertThat(findings.list())
        .singleElement()
        .hasToString(file + ": error [file-not-found] There is no such file.");
  }

  @Test
  void aDirectoryIsAFinding(@TempDir Path dir) {
    assertThat(YamlReader.read(dir, findings)).isEmpty();
    assertThat(findings.list()).singleElement().extracting("code").isEqualTo("file-unreadable");
  }

  @Test
  void bytesThatAreNotUtf8AreAFinding(@TempDir Path dir) throws IOException {
    Path file = dir.resolve("latin.yaml");
    Files.write(file, "a: 1\nb: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(YamlReader.read(file, findings)).isEmpty();
    assertThat(findings.list())
        .singleElement()
        .asString()
        .startsWith(file + ":2:7: error [yaml-not-utf-8]");
  }

  @Test
  void utf8CutWithinACharacterIsAFinding(@TempDir Path dir) throws IOException {
    Path file = dir.resolve("cut.yaml");
    byte[] bytes = "a: 中".getBytes(StandardCharsets.UTF_8);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1));
    assertThat(YamlReader.read(file, findings)).isEmpty();
    assertThat(findings.list()).singleElement().extracting("code").isEqualTo("yaml-not-utf-8");
  }

  @Test
  void aByteOrderMarkIsSkipped() {
    assertThat(read("\uFEFFa: 1").print()).isEqualTo("a: 1\n");
  }

  @Test
  void aBombOfAliasesIsRefused(@TempDir Path dir) throws IOException {
    Path file = dir.resolve("bomb.yaml");
    StringBuilder lines = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; lines.length() < 1 << 20; i++) {
      String below = "*a" + (i - 1);
      lines.append("a").append(i).append(": &a").append(i).append(" [");
      lines.append((below + ",").repeat(9)).append(below).append("]\n");
    }
    byte[] chunk = lines.toString().getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < 100; i++) {
        out.write(chunk);
      }
    }
    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> assertThat(YamlReader.read(file, findings)).isEmpty());
    assertThat(findings.list()).singleElement().extracting("code").isEqualTo("file-too-large");
  }

  @ParameterizedTest
  @MethodSource
  void bombsWithinTheSizeLimitAreBounded(String unit) {
    String bomb = unit.repeat((1 << 20) / unit.length());
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> assertThat(YamlReader.parse(bomb, "bomb", findings)).isEmpty());
    assertThat(findings.list()).isNotEmpty().hasSizeLessThanOrEqualTo(Findings.LIMIT);
  }

  static Stream<String> bombsWithinTheSizeLimitAreBounded() {
    return Stream.of(
        "[", "{a: ", "- ", "- *a\n", "? ", "&a ", "!a ", "' ", "a: b: ", "- [*a,*b]\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "x,", "'", "# ", "\n", "a\t", "a: b\n ", "中"})
  void longWordsTakeTimeInProportion(String unit) {
    String text = unit.repeat((1 << 20) / unit.length());
    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> YamlReader.parse("- " + text, "long", findings));
  }

  @Test
  void aWordOfManyMegabytesTakesSeconds() {
    String word = "x".repeat(16 << 20);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThat(YamlReader.parse(word, "long", findings)).isPresent());
  }

  @Test
  void tooManyValuesAreAFinding() {
    assertThat(YamlReader.parse("- 1\n".repeat(1_000_001), "t.yaml", findings)).isEmpty();
    assertThat(findings.list()).singleElement().extracting("code").isEqualTo("yaml-too-many-nodes");
  }

  @Test
  void theWholeTextOfANodeIsKept() {
    assertThat(((Scalar) read("'a: b # c'")).text()).isEqualTo("a: b # c");
    assertThat(read("a: 1").position()).isEqualTo(new Position("t.yaml", 1, 1));
  }

  private Node read(String document) {
    Node node = YamlReader.parse(document, "t.yaml", findings).orElse(null);
    assertThat(findings.list()).isEmpty();
    return node;
  }
}
