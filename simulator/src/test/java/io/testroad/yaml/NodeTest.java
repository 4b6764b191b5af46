package io.testroad.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.finding.Findings;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeTest {

  private static final String DOCUMENT =
      """
      fleets:
        pilot:
          vehicles: 12
      script:
        - at: 1 min
          stall: {}
        - at: 2 min
      seed:
      """;

  private final Findings findings = new Findings();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fleets.pilot.vehicles=3|vehicles: 3",
        "script[0].at=4 min|- at: 4 min",
        "script[2].at=9 min|- at: 9 min",
        "seed=8|seed: 8",
        "seed.a.b=8|b: 8",
        "zones.\"a.b\".roads=[x, y]|- x",
        "fleets.pilot=|pilot: null",
        "fleets.pilot.type='7'|type: \"7\"",
      })
  void setsValues(String setting, String line) {
    assertThat(set(setting).orElseThrow().print().lines().map(String::strip)).contains(line);
    assertThat(findings.list()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fleets.pilot.vehicles.x=3|set-path",
        "fleets[0]=3|set-path",
        "script.at=3|set-path",
        "script[5]=3|set-path",
        "script[x]=3|set-path",
        "a..b=3|set-path",
        ".a=3|set-path",
        "a.=3|set-path",
        "=3|set-path",
        "a|set-path",
        "a=[1|yaml-syntax",
        "a=*b|yaml-anchor",
      })
  void findsFaultsOfSettings(String setting, String code) {
    assertThat(set(setting)).isEmpty();
    assertThat(findings.list()).singleElement().extracting("code").isEqualTo(code);
    assertThat(findings.list().get(0).position().file()).isEqualTo("--set " + setting);
  }

  @Test
  void settingLeavesTheTreeAsItWas() {
    Node root = parse(DOCUMENT);
    String before = root.print();
    assertThat(Setting.parse("seed=9", findings).orElseThrow().applyTo(root, findings)).isPresent();
    assertThat(root.print()).isEqualTo(before);
  }

  @Test
  void printsInBlockStyle() {
    assertThat(parse("{a: [1, {b: 'x', c: []}, [p, q]], \"k: v\": {}, d: \"true\", e: ~}").print())
        .isEqualTo(
            """
            a:
              - 1
              - b: "x"
                c: []
              - - p
                - q
            "k: v": {}
            d: "true"
            e: null
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {DOCUMENT, "a: |\n  x\n  y\n", "- - - 1", "a: 'b: c'", "x", "[]", "a: 中"})
  void printedTextReadsBack(String document) {
    String printed = parse(document).print();
    assertThat(parse(printed).print()).isEqualTo(printed);
  }

  @Property(tries = 200)
  void anyTreeReadsBack(@ForAll("trees") Node tree) {
    Node back = YamlReader.parse(tree.print(), "printed", findings).orElseThrow();
    assertThat(same(tree, back)).as(tree.print()).isTrue();
  }

  @Provide
  Arbitrary<Node> trees() {
    var here = io.testroad.finding.Position.of("made");
    Arbitrary<Node> texts = Arbitraries.strings().ofMaxLength(12).map(t -> Scalar.quoted(t, here));
    Arbitrary<Node> numbers =
        Arbitraries.integers().map(i -> Scalar.plain(String.valueOf(i), here));
    Arbitrary<String> keys = Arbitraries.strings().ofMinLength(1).ofMaxLength(8);
    return Arbitraries.lazyOf(
        () -> texts.filter(NodeTest::isYaml),
        () -> numbers,
        () -> trees().list().ofMaxSize(3).map(items -> new Sequence(items, here)),
        () ->
            Arbitraries.maps(keys.filter(k -> isYaml(Scalar.quoted(k, here))), trees())
                .ofMaxSize(3)
                .map(
                    map ->
                        new Mapping(
                            map.entrySet().stream()
                                .map(e -> new Mapping.Entry(e.getKey(), here, e.getValue()))
                                .toList(),
                            here)));
  }

  /** Lone surrogates can't stand in a file. */
  private static boolean isYaml(Node node) {
    return ((Scalar) node).text().chars().noneMatch(c -> Character.isSurrogate((char) c));
  }

  private static boolean same(Node a, Node b) {
    if (a instanceof Scalar x && b instanceof Scalar y) {
      return x.text().equals(y.text()) && x.plain() == y.plain();
    }
    if (a instanceof Sequence x && b instanceof Sequence y) {
      return x.items().size() == y.items().size()
          && java.util.stream.IntStream.range(0, x.items().size())
              .allMatch(i -> same(x.items().get(i), y.items().get(i)));
    }
    return a instanceof Mapping x
        && b instanceof Mapping y
        && x.entries().size() == y.entries().size()
        && java.util.stream.IntStream.range(0, x.entries().size())
            .allMatch(
                i ->
                    x.entries().get(i).key().equals(y.entries().get(i).key())
                        && same(x.entries().get(i).value(), y.entries().get(i).value()));
  }

  private Optional<Node> set(String setting) {
    return Setting.parse(setting, findings).flatMap(s -> s.applyTo(parse(DOCUMENT), findings));
  }

  private Node parse(String document) {
    return YamlReader.parse(document, "t.yaml", findings).orElseThrow();
  }
}
