package io.testroad.yaml;

import io.testroad.finding.Position;
import java.util.List;

/** Keys and values, in the order written. */
public record Mapping(List<Entry> entries, Position position) implements Node {

  /**
   * A key and its value.
   *
   * @param key the key
   * @param keyPosition where the key begins
   * @param value the value
   */
  public record Entry(String key, Position keyPosition, Node value) {}
}
