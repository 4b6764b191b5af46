package io.testroad.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

  private static final Position HERE = new Position("s.yaml", 3, 9);

  private final Findings findings = new Findings();

  @ParameterizedTest
  @CsvSource({
    "DURATION, 30 s, 30",
    "DURATION, 4 min, 240",
    "DURATION, 1.5 min, 90",
    "DURATION, 2 h, 7200",
    "DURATION, 3 days, 259200",
    "DURATION, 1 day, 86400",
    "DURATION, 100 ms, 0.1",
    "DURATION, 30s, 30",
    "DURATION, 0 s, 0",
    "SPEED, 36 km/h, 10",
    "SPEED, 13.9 m/s, 13.9",
    "SPEED, 10 mph, 4.4704",
    "DISTANCE, 1.5 km, 1500",
    "DISTANCE, .5 m, 0.5",
    "RATE, 600 veh/h, 0.16666666666666666",
    "MONEY, 5e6 CNY, 5000000",
    "ACCELERATION, 2.5 m/s2, 2.5",
  })
  void readsInSi(Dimension dimension, String text, double expected) {
    assertThat(Quantity.parse(dimension, text, HERE, findings).getAsDouble())
        .isCloseTo(expected, within(1e-12));
    assertThat(findings.list()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "6 months, P6M",
    "1 year, P1Y",
    "30 days, P30D",
    "2 weeks, P14D",
  })
  void readsPeriods(String text, Period expected) {
    assertThat(Quantity.parsePeriod(text, HERE, findings)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "30 km, wrong-unit",
    "30, missing-unit",
    "soon, not-a-quantity",
    "-1 s, quantity-out-of-range",
    "1e999 s, quantity-out-of-range",
    "NaN s, not-a-quantity",
    "'', not-a-quantity",
  })
  void findsFaults(String text, String code) {
    assertThat(Quantity.parse(Dimension.DURATION, text, HERE, findings)).isEmpty();
    assertThat(findings.list()).singleElement().extracting("code").isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "6 moons, wrong-unit",
    "6, missing-unit",
    "6.5 months, not-a-quantity",
    "-6 months, not-a-quantity",
  })
  void findsFaultsOfPeriods(String text, String code) {
    assertThat(Quantity.parsePeriod(text, HERE, findings)).isEmpty();
    assertThat(findings.list()).singleElement().extracting("code").isEqualTo(code);
  }

  @Test
  void namesTheUnitsAllowed() {
    assertThat(Quantity.parse(Dimension.SPEED, "60 kmh", HERE, findings)).isEmpty();
    assertThat(findings.list())
        .singleElement()
        .hasToString(
            "s.yaml:3:9: error [wrong-unit] The speed '60 kmh' has the unit 'kmh'."
                + " Use one of km/h, m/s, mph.");
  }

  @Test
  void longTextIsRefusedQuickly() {
    assertThat(Quantity.parse(Dimension.SPEED, "9".repeat(1_000_000), HERE, findings)).isEmpty();
    assertThat(findings.list().get(0).message()).hasSizeLessThan(200);
  }
}
