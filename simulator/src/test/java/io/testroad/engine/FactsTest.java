package io.testroad.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.testroad.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FactsTest {

  private static final Instant NOON = Instant.parse("2025-03-01T04:00:00Z");

  @Test
  void areSortedByName() {
    assertThat(Facts.of("b", 1, "a", "x", "c", NOON))
        .hasToString("{a=x, b=1, c=2025-03-01T04:00:00Z}");
    assertThat(Facts.of("b", 1, "a", 2).names()).containsExactly("a", "b");
  }

  @Test
  void holdPlainValuesOnly() {
    assertThat(Facts.of("n", 3).find("n")).isEqualTo(3L);
    assertThat(Facts.of("n", List.of('a', 1)).find("n")).isEqualTo(List.of("a", "1"));
    assertThat(Facts.empty().find("n")).isNull();
    assertThatIllegalArgumentException().isThrownBy(() -> Facts.of("n", 3f));
    assertThatIllegalArgumentException().isThrownBy(() -> Facts.of("n"));
    assertThatIllegalArgumentException().isThrownBy(() -> Facts.of(1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Facts.from(Map.of("n", Map.of())));
    assertThatIllegalArgumentException().isThrownBy(() -> Facts.of("n", 1).getString("n"));
  }

  @Test
  void thoseAddedWin() {
    Facts facts = Facts.of("a", 1, "b", 1);
    assertThat(facts.and(Facts.of("b", 2, "c", 2))).isEqualTo(Facts.of("a", 1, "b", 2, "c", 2));
    assertThat(facts.with("a", "x")).isEqualTo(Facts.of("a", "x", "b", 1));
    assertThat(facts).isEqualTo(Facts.of("b", 1, "a", 1)).hasSameHashCodeAs(facts.with("a", 1));
  }

  @Test
  void inJson() throws Exception {
    Facts facts = Facts.of("at", NOON, "v", 2.0, "n", 2, "list", List.of("a"), "limit", Double.NaN);
    assertThat(JsonMapper.builder().build().writeValueAsString(facts) + "\n")
        .isEqualTo(
            """
            {"at":{"instant":"2025-03-01T04:00:00Z"},"limit":{"number":"NaN"},"list":["a"],"n":2,"v":2.0}
            """);
  }

  @Property
  void surviveTheWire(@ForAll("facts") Facts facts) {
    assertThat(Wire.crossings(facts, Facts.class)).containsOnly(facts);
  }

  @Provide
  Arbitrary<Facts> facts() {
    Arbitrary<Object> values =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(5),
            Arbitraries.longs(),
            Arbitraries.doubles(),
            Arbitraries.of(Double.NaN, Double.NEGATIVE_INFINITY, -0.0),
            Arbitraries.of(true, false),
            Arbitraries.longs()
                .between(-1_000_000_000_000L, 1_000_000_000_000L)
                .map(Instant::ofEpochMilli),
            Arbitraries.strings().ofMaxLength(3).list().ofMaxSize(3));
    return Arbitraries.maps(Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(6), values)
        .ofMaxSize(6)
        .map(Facts::from);
  }
}
