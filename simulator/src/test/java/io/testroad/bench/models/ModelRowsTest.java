package io.testroad.bench.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every acceptance row is a test. */
class ModelRowsTest {

  private static final int THREADS = 2;

  @TestFactory
  Stream<DynamicTest> rows() {
    return ModelsBench.measure(
            ModelsBench.names(), Parameters.published(), THREADS, (measured, parts) -> {})
        .stream()
        .map(row -> DynamicTest.dynamicTest(row.caseName() + " " + row.row(), () -> check(row)));
  }

  private static void check(ModelRow row) {
    assertThat(row.ok())
        .as("expected %s, measured %s, %s", row.expected(), row.measured(), row.allowed())
        .isTrue();
  }

  @Test
  void everyOpenCaseIsThere() {
    assertThat(ModelsBench.names())
        .containsExactly(
            "AF-01", "AF-02", "AF-03", "AF-04", "AF-05", "AF-06", "AF-07", "AF-08", "AF-09",
            "AF-10", "AF-11", "AF-12", "AF-13", "AF-14", "AF-15", "AF-16", "AF-17", "AF-18");
  }

  @Test
  void theFiguresDoNotDependOnThreads() {
    List<String> names = List.of("AF-03", "AF-17");
    Parameters published = Parameters.published();
    assertThat(ModelsBench.measure(names, published, 3, (measured, parts) -> {}))
        .isEqualTo(ModelsBench.measure(names, published, 1, (measured, parts) -> {}));
  }
}
