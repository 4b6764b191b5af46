package io.testroad.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 100 | 0 20 40 60 80 100",
        "0 | 1623 | 0 500 1,000 1,500 2,000",
        "0 | 0.9 | 0.0 0.2 0.4 0.6 0.8 1.0",
        "-3 | 4 | -3 -2 -1 0 1 2 3 4",
        "0.0131 | 0.0209 | 0.013 0.014 0.015 0.016 0.017 0.018 0.019 0.020 0.021",
        "5 | 5 | 5.0 5.2 5.4 5.6 5.8 6.0",
        "Infinity | -Infinity | 0.0 0.2 0.4 0.6 0.8 1.0",
      })
  void ticksAreRound(double least, double most, String texts) {
    Axis axis = Axis.covering(least, most);
    List<String> ticks = IntStream.range(0, axis.ticks()).mapToObj(axis::text).toList();
    assertThat(String.join(" ", ticks)).isEqualTo(texts);
  }

  @Property
  void itHoldsAllWithFewTicks(
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double least,
      @ForAll @DoubleRange(min = 0.01, max = 1e6) double width) {
    Axis axis = Axis.covering(least, least + width);
    assertThat(axis.place(least)).isBetween(-1e-6, 1.0);
    assertThat(axis.place(least + width)).isBetween(0.0, 1 + 1e-6);
    assertThat(axis.ticks()).isBetween(2, 12);
  }
}
