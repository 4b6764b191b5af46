package io.testroad.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.Facts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FactsTextTest {

  @Test
  void readsWhatARulingWrote() {
    Facts facts =
        Facts.of(
            "a.list",
            List.of("x", "it's, [odd]"),
            "a.text",
            "b=1 \\ 'c'",
            "n",
            5,
            "x",
            5.0,
            "y",
            true,
            "z",
            Instant.parse("2025-02-28T02:00:00.100Z"));
    String line =
        "a.list=['x','it\\'s, [odd]'] a.text='b=1 \\\\ \\'c\\'' n=5 x=5.0 y=true"
            + " z=2025-02-28T02:00:00.100Z";
    assertThat(FactsText.write(facts)).isEqualTo(line);
    assertThat(FactsText.parse(line)).contains(facts);
    assertThat(FactsText.parse("")).contains(Facts.empty());
  }

  @Test
  void whatWasNeverWrittenIsRefused() {
    for (String line :
        List.of(
            "a",
            "=1",
            "a=",
            "a='x",
            "a=[1]",
            "a=['x'",
            "a=1  b=2",
            "a=1 a=2",
            "b=1 a=2",
            "a=01",
            "a=1f",
            "a=x",
            "a='\\x'",
            " a=1",
            "a=1 ",
            "a=2025-02-30T00:00:00Z")) {
      assertThat(FactsText.parse(line)).as(line).isEmpty();
    }
  }

  @Property(tries = 500)
  void readingIsTheInverseOfWriting(@ForAll("facts") Map<String, Object> values) {
    Facts facts = Facts.from(values);
    assertThat(FactsText.parse(FactsText.write(facts))).contains(facts);
  }

  @Provide
  Arbitrary<Map<String, Object>> facts() {
    Arbitrary<String> text =
        Arbitraries.strings().withChars("ab '\\=,[]\n鄂\"").ofMaxLength(8).injectDuplicates(0.2);
    Arbitrary<Object> value =
        Arbitraries.oneOf(
            text.map(t -> (Object) t),
            text.list().ofMaxSize(3).map(t -> (Object) t),
            Arbitraries.longs().map(n -> (Object) n),
            Arbitraries.of(
                    0.0, -0.0, 1e300, 4.9e-324, Double.NaN, Double.NEGATIVE_INFINITY, 1e7, 0.1)
                .map(n -> (Object) n),
            Arbitraries.doubles().map(n -> (Object) n),
            Arbitraries.of(true, false).map(b -> (Object) b),
            Arbitraries.longs()
                .between(-10_000_000_000L, 1_000_000_000_000L)
                .map(s -> (Object) Instant.ofEpochSecond(s, Math.floorMod(s, 1000) * 1000L)));
    Arbitrary<String> name =
        Arbitraries.strings()
            .withChars("abcXY")
            .ofMinLength(1)
            .ofMaxLength(3)
            .list()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(parts -> String.join(".", parts));
    return Arbitraries.maps(name, value).ofMaxSize(6);
  }
}
