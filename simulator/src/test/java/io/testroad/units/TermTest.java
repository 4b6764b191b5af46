package io.testroad.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Terms as people write them. */
class TermTest {

  private static String findings(String text) {
    Findings findings = new Findings();
    assertThat(Quantity.parseTerm(text, Position.of("test"), findings)).isEmpty();
    assertThat(findings.list()).hasSize(1);
    return findings.list().get(0).code();
  }

  @ParameterizedTest
  @CsvSource({
    "24 h, 24 h",
    "1h, 1 h",
    "30 s, 30 s",
    "90 min, 90 min",
    "1 day, 1 day",
    "5 days, 5 days",
    "1 working day, 1 working day",
    "'5  working   days', 5 working days",
    "6 months, 6 months",
    "0 days, 0 days",
    "100000 s, 100000 s"
  })
  void read(String text, String written) {
    Findings findings = new Findings();
    assertThat(Quantity.parseTerm(text, Position.of("test"), findings))
        .map(Term::toString)
        .contains(written);
    assertThat(findings.list()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1 h", "1.5 h", "h", "1 working day after", "1234567890 s"})
  void notATerm(String text) {
    assertThat(findings(text)).isEqualTo("not-a-quantity");
  }

  @Test
  void faults() {
    assertThat(findings("5")).isEqualTo("missing-unit");
    assertThat(findings("5 weeks")).isEqualTo("wrong-unit");
    assertThat(findings("5 working hours")).isEqualTo("wrong-unit");
    assertThat(findings("100001 s")).isEqualTo("quantity-out-of-range");
  }

  @Test
  void howLong() {
    assertThat(new Term(90, Term.Unit.MINUTES).exact()).isEqualTo(Duration.ofMinutes(90));
    assertThat(Term.ofSeconds(5).exact()).isEqualTo(Duration.ofSeconds(5));
    assertThat(new Term(2, Term.Unit.HOURS).isExact()).isTrue();
    Term days = new Term(2, Term.Unit.DAYS);
    assertThat(days.isExact()).isFalse();
    assertThatThrownBy(days::exact).hasMessageContaining("2 days has no fixed length");
    assertThatThrownBy(() -> Term.ofSeconds(-1)).hasMessageContaining("-1 s");
  }
}
