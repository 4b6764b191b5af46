package io.testroad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A map that is copied when it is first changed. */
class BookTest {

  private final SortedMap<String, Integer> before =
      Collections.unmodifiableSortedMap(new TreeMap<>(Map.of("a", 1, "b", 2)));
  private final Book<String, Integer> book = new Book<>(before);

  @Test
  void readsWhatWasThere() {
    assertThat(book.find("a")).isEqualTo(1);
    assertThat(book.find("c")).isNull();
    assertThat(book.get("c", 9)).isEqualTo(9);
    assertThat(book.get("b", 9)).isEqualTo(2);
    assertThat(book.entries()).isEqualTo(before);
  }

  @Test
  void changesLeaveTheStateBeforeAsItWas() {
    book.put("c", 3);
    book.put("a", 7);
    assertThat(book.remove("b")).isEqualTo(2);
    assertThat(book.entries()).hasToString("{a=7, c=3}");
    assertThat(before).hasToString("{a=1, b=2}");
  }

  @Test
  void removingWhatIsntThereChangesNothing() {
    assertThat(book.remove("z")).isNull();
    assertThat(book.entries()).isEqualTo(before);
  }
}
