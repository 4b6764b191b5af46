package io.testroad.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "a-*, a-1, true",
    "a-*, a-, true",
    "a-*, b-1, false",
    "a?c, abc, true",
    "a?c, ac, false",
    "*-ccw, ring-n-1-ccw, true",
    "*a*b*, xaybz, true",
    "*a*b*, xbya, false",
    "a.c, abc, false",
    "*, anything, true",
  })
  void matches(String pattern, String name, boolean matches) {
    assertThat(new Glob(pattern).matches(name)).isEqualTo(matches);
  }
}
