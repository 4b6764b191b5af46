package io.testroad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventTypeTest {

  @ParameterizedTest
  @EnumSource
  void hasAWrittenForm(EventType type) {
    assertThat(type.written()).matches("[a-z]+(-[a-z]+)*").hasToString(type.toString());
    assertThat(EventType.find(type.written())).contains(type);
  }

  @ParameterizedTest
  @EnumSource
  void namesItsAttributes(EventType type) {
    assertThat(type.attributes()).allMatch(name -> name.matches("[a-z][a-zA-Z0-9]*\\??"));
    assertThat(type.attributes().stream().map(name -> name.replace("?", "")))
        .doesNotHaveDuplicates();
  }

  @Test
  void writtenFormsAreUnique() {
    assertThat(Arrays.stream(EventType.values()).map(EventType::written)).doesNotHaveDuplicates();
    assertThat(EventType.find("no-such-event")).isEmpty();
  }
}
