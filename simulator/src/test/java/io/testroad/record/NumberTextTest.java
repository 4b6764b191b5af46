package io.testroad.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.0",
    "-0.0, -0.0",
    "20, 20.0",
    "0.1, 0.1",
    "1e-3, 0.001",
    "1e-4, 0.0001",
    "1.2e-7, 0.00000012",
    "1e-8, 1.0E-8",
    "12345678.9, 12345678.9",
    "1e14, 100000000000000.0",
    "1e15, 1.0E15",
    "2e23, 2.0E23",
    "NaN, NaN",
    "-Infinity, -Infinity"
  })
  void shortestIsPlainWherePeopleRead(double value, String text) {
    assertThat(NumberText.shortest(value)).isEqualTo(text);
  }

  @Property(tries = 500)
  void shortestReadsBack(@ForAll double value) {
    assertThat(Double.parseDouble(NumberText.shortest(value))).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.00",
    "-0.001, 0.00",
    "13.888, 13.89",
    "0.125, 0.12",
    "0.375, 0.38",
    "1.005, 1.00",
    "-2.675, -2.67",
    "-0.5, -0.50",
    "1e13, 10000000000000.00",
    "NaN, NaN"
  })
  void twoDecimalsAreThoseOfPrintf(double value, String text) {
    StringBuilder to = new StringBuilder();
    NumberText.appendTwoDecimals(to, value);
    assertThat(to).hasToString(text);
  }

  @Property(tries = 1000)
  void twoDecimalsRoundTheBinaryValue(@ForAll @DoubleRange(min = 0, max = 1e12) double value) {
    StringBuilder to = new StringBuilder();
    NumberText.appendTwoDecimals(to, value);
    assertThat(to).hasToString(new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN) + "");
  }

  @ParameterizedTest
  @CsvSource({"0, 0.00", "0.125, 0.13", "190, 190.00", "-1, -1.00", "0.1, 0.10", "59.999, 60.00"})
  void secondsRoundMilliseconds(double value, String text) {
    StringBuilder to = new StringBuilder();
    NumberText.appendSeconds(to, value);
    assertThat(to).hasToString(text);
  }
}
