package io.testroad.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the pages that say where rules come from against the packs. */
class PolicySourcesTest {

  private static final Path DOCS = Path.of("..", "docs");
  private static final Pattern ROW =
      Pattern.compile("\\| ([A-Z][A-Z0-9]*-\\S+) \\| ([^|]+) \\| ([^|]+) \\|");
  private static final Pattern RULE = Pattern.compile("`([a-z0-9-]+)/([a-z0-9-]+)`");

  /**
   * A fact of the page.
   *
   * @param id the fact's id
   * @param seen how far it was seen
   * @param rules the rules that hold it, {@code pack/rule}
   * @param reason why there are none; otherwise what names them
   */
  private record Row(String id, String seen, List<String> rules, String reason) {}

  /** A page with the packs it is about, and how many facts of it were seen in their instruments. */
  private enum Page {
    CHINA("policy-sources.md", 60, PacksTest.CHINESE),
    ABROAD("policy-sources-abroad.md", 10, ForeignPacksTest.PACKS);

    private final String file;
    private final int seen;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> packs;

    Page(String file, int seen, List<String> packs) {
      this.file = file;
      this.seen = seen;
      this.packs = packs;
    }

    private Map<String, Rule> rules() {
      Map<String, Rule> rules = new LinkedHashMap<>();
      for (String pack : packs) {
        PacksTest.read(pack + ".yaml").rules().stream()
            .filter(rule -> rule.pack().equals(pack))
            .forEach(rule -> rules.put(pack + "/" + rule.id(), rule));
      }
      return rules;
    }

    private List<Row> rows() {
      return PolicySourcesTest.rows(DOCS.resolve(file));
    }
  }

  @ParameterizedTest
  @EnumSource
  void factsSeenInTheirInstrumentHavePrimaryRules(Page page) {
    Map<String, Rule> rules = page.rules();
    List<Row> seen = page.rows().stream().filter(row -> row.seen().contains("SEEN-P")).toList();
    assertThat(seen).hasSizeGreaterThan(page.seen);
    for (Row row : seen) {
      assertThat(row.rules())
          .as(row.id())
          .anyMatch(
              id -> Objects.requireNonNull(rules.get(id), id).source().grade() == Grade.PRIMARY);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyFactHasARuleOrAReason(Page page) {
    Map<String, Rule> rules = page.rules();
    for (Row row : page.rows()) {
      assertThat(rules.keySet()).as(row.id()).containsAll(row.rules());
      assertThat(!row.rules().isEmpty() || row.reason().startsWith("none: ")).as(row.id()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyRuleHoldsAFactOrIsAnAssumption(Page page) {
    Set<String> named =
        page.rows().stream()
            .flatMap(row -> row.rules().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    page.rules()
        .forEach(
            (id, rule) -> {
              if (!named.contains(id)) {
                assertThat(rule.source().grade()).as(id).isEqualTo(Grade.ASSUMPTION);
              }
            });
  }

  @ParameterizedTest
  @EnumSource
  void assumptionsSayThatTheyAre(Page page) {
    page.rules()
        .forEach(
            (id, rule) -> {
              if (rule.source().grade() == Grade.ASSUMPTION) {
                assertThat(rule.source().note()).as(id).isNotEmpty();
              }
            });
  }

  private static List<Row> rows(Path page) {
    try {
      return Files.readString(page)
          .lines()
          .flatMap(line -> ROW.matcher(line).results())
          .map(
              match ->
                  new Row(
                      match.group(1),
                      match.group(2),
                      RULE.matcher(match.group(3))
                          .results()
                          .map(rule -> rule.group(1) + "/" + rule.group(2))
                          .toList(),
                      match.group(3)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
